"""The tree of units: each knows its ancestors, so that a subtree is one query."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access.accounts.models import User
from access.errors import RightsError
from access.events import changing_rights
from access.models import Basis, CareRelation, Unit, UnitKind
from access.worker import Worker
from audit.entry import Target


def save_unit(unit: Unit, *, by: Worker) -> Unit:
    """Store a unit, new or changed, and keep `path` right for it and all below it.

    A unit that moves takes its subtree along; rights given above follow the new place.

    Raises:
        RightsError: it cannot be where it is put, or breaks a rule of the unit itself.
    """
    check_unit(unit)
    try:
        unit.full_clean(exclude=["path"])
    except ValidationError as error:
        raise RightsError(" ".join(error.messages)) from error
    detail = {
        "what": "unit_saved",
        "unit_name": unit.name,
        "parent": str(unit.parent_id or ""),
        "is_active": str(unit.is_active).lower(),
    }
    with changing_rights(
        by=by, target=Target("access.Unit", str(unit.pk)), detail=detail
    ):
        _lock_tree()
        check_unit(unit)
        _store(unit, by.user_id)
    return unit


def store_root(unit: Unit, *, user_id: UUID | None) -> Unit:
    """Store the first unit of a municipality; the caller has logged it."""
    _store(unit, user_id)
    return unit


def _store(unit: Unit, user_id: UUID | None) -> None:
    above = _path_of(unit.parent_id)
    unit.path = [*above, unit.pk]
    # Set, or the history would name whoever asks, who may be the consortium's.
    unit._history_user = User(pk=user_id) if user_id else None  # type: ignore[attr-defined]
    unit.save()
    below = list(Unit.objects.filter(path__contains=[unit.pk]).exclude(pk=unit.pk))
    for descendant in below:
        own = descendant.path[descendant.path.index(unit.pk) + 1 :]
        descendant.path = [*unit.path, *own]
    Unit.objects.bulk_update(below, ["path"])


def _path_of(unit_id: UUID | None) -> list[UUID]:
    if unit_id is None:
        return []
    return list(Unit.objects.values_list("path", flat=True).get(pk=unit_id))


def _lock_tree() -> None:
    """Wait for others who move units; a municipality has some hundreds."""
    list(Unit.objects.select_for_update().order_by("pk").values_list("pk"))


def check_unit(unit: Unit) -> None:
    """Check a unit among the others: its place in the tree, and what it is called there.

    Raises:
        RightsError: it would lie under itself or nowhere, an enterprise would have no
            number or lie under what is none, or what is taken out of use still has
            patients, or units below it that are in use.
    """
    if unit.pk in _path_of(unit.parent_id):
        raise RightsError(
            _("Enheten kan ikke ligge under seg selv eller en av sine egne enheter."),
            field="parent",
        )
    is_root = not unit._state.adding and unit.path == [unit.pk]
    if not unit.is_active and not unit._state.adding:
        _check_closing(unit)
    if unit.parent_id is None and not is_root and Unit.objects.exists():
        raise RightsError(_("Velg hvilken enhet den hører til."), field="parent")
    if unit.kind == UnitKind.ENTERPRISE:
        _check_enterprise(unit)
    elif unit.children.filter(kind=UnitKind.ENTERPRISE).exists():
        raise RightsError(
            _("Det hører virksomheter til enheten, så den må selv være en virksomhet."),
            field="kind",
        )


def _check_closing(unit: Unit) -> None:
    """Nobody is left in a unit that is taken out of use, and nothing goes on below it."""
    if not Unit.objects.filter(pk=unit.pk, is_active=True).exists():
        return
    below = unit.children.filter(is_active=True)
    if names := list(below.values_list("name", flat=True)):
        said = _("Ta først disse ut av bruk, eller flytt dem: %(names)s.")
        raise RightsError(said % {"names": ", ".join(names)}, field="is_active")
    staying = CareRelation.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=timezone.now()),
        basis=Basis.EPISODE,
        unit=unit,
    )
    if number := staying.count():
        said = ngettext(
            "%(number)d pasient er registrert her. Skriv ut eller flytt pasienten først.",
            "%(number)d pasienter er registrert her. Skriv ut eller flytt dem først.",
            number,
        )
        raise RightsError(said % {"number": number}, field="is_active")


def _check_enterprise(unit: Unit) -> None:
    if not unit.orgnr:
        raise RightsError(
            _("En virksomhet må ha et organisasjonsnummer."), field="orgnr"
        )
    if unit.parent is not None and unit.parent.kind != UnitKind.ENTERPRISE:
        raise RightsError(
            _("En virksomhet kan bare høre til en annen virksomhet."), field="parent"
        )
