"""The municipality adapts its role matrix, and takes the consortium's versions into use."""

from collections.abc import Collection
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from access import events
from access.accounts.models import User
from access.errors import RightsError
from access.events import RightsChange, carry_out
from access.matrix.rows import matrix_of, put, rights_in
from access.matrix.rules.cells import (
    WITHOUT_RIGHTS,
    Cell,
    Difference,
    Matrix,
    Place,
    differences,
    lacks_identity,
    merged,
)
from access.matrix.rules.words import RECORDS
from access.matrix.selectors.in_force import (
    decides_for_all,
    matrix_in_force,
    published_matrix,
    version_in_force,
)
from access.models import PublishedRights, RoleRights
from access.publishing.reading import Published, latest_published
from access.roles import Rights
from access.worker import Worker
from audit.entry import Client, Target
from audit.verbs import Verb
from tenants.context import in_municipality
from tenants.models import Municipality
from tenants.request_id import request_id


def adapt_role(place: Place, rights: Rights, *, by: Worker) -> list[Difference]:
    """Let a role do something else in one kind of record, from the next request on.

    Returns:
        The cells that changed; nothing is logged when none did.

    Raises:
        RightsError: one does not administer the whole municipality, the role reads no
            record, or it would read without seeing whose it is.
    """
    check_decides(by)
    check_rights(place, rights)
    row = RoleRights.objects.get(record_kind=place[0], role=place[1])
    changed = differences({place: rights_in(row)}, {place: rights})
    if changed:
        carry_out([_change(row, rights, changed, by.user_id)], by=by)
    return changed


def adopt(version: Published, *, taken: Collection[Cell], by: Worker) -> None:
    """Take a version into use; cells the municipality has adapted are kept, but for `taken`.

    Raises:
        RightsError: one does not administer the whole municipality, a newer version is in
            force, or a role would read without seeing whose the record is.
    """
    check_decides(by)
    if version.number <= version_in_force().number:
        raise RightsError(_("Denne versjonen er tatt i bruk allerede."))
    local = matrix_in_force()
    wanted = merged(published_matrix(), local, version.matrix, taken=taken)
    for place, rights in wanted.items():
        _check_merged(place, rights)
    changes = [
        _change(row, wanted[place], changed, by.user_id)
        for place, row in _rows().items()
        if (changed := differences({place: local[place]}, {place: wanted[place]}))
    ]
    carry_out([*changes, _adoption(version, by.user_id)], by=by)


def begin_with_latest(municipality: Municipality, *, by: str = "") -> None:
    """Let a new municipality begin with the consortium's latest version; safe to run again.

    Args:
        municipality: one whose schema is made; it begins with the first version.
        by: who in the consortium asks, for the log.
    """
    latest = latest_published()
    with in_municipality(municipality):
        if latest.number <= version_in_force().number:
            return
        adoption = _adoption(latest, None)
        events.append(
            Verb.RIGHTS_CHANGED,
            actor=events.CONSORTIUM,
            client=Client(channel="consortium", request_id=request_id.get()),
            target=adoption.target,
            detail={**adoption.detail, "asked_by": by},
        )
        with transaction.atomic():
            _store_matrix(latest.matrix)
            adoption.store()


def check_decides(by: Worker) -> None:
    """Check that a person decides for the whole municipality.

    Raises:
        RightsError: he does not.
    """
    if not decides_for_all(by):
        raise RightsError(
            _("Bare den som administrerer hele kommunen, kan endre dette.")
        )


def check_rights(place: Place, rights: Rights) -> None:
    """Check that a role can have these rights; the database asks the same, and more.

    Raises:
        RightsError: it cannot.
    """
    if place[1] in WITHOUT_RIGHTS and rights != Rights():
        raise RightsError(
            _("Revisor og lokal administrator kan ikke ha tilgang til journaler.")
        )
    if lacks_identity(rights):
        raise RightsError(
            _("Den som skal gjøre noe i en journal, må se personopplysningene."),
            field="does",
        )


def _check_merged(place: Place, rights: Rights) -> None:
    """Check a role as it would be, and say which one it is about."""
    kind, role = place
    try:
        check_rights(place, rights)
    except RightsError as error:
        where = f"{RECORDS[kind]} – {role.label}"
        text = _("%(where)s: %(why)s Tilpass rollen først.")
        raise RightsError(text % {"where": where, "why": error.message}) from error


def _change(
    row: RoleRights, rights: Rights, changed: list[Difference], user_id: UUID
) -> RightsChange:
    cells = ",".join(
        f"{d.cell.code}:{d.before.name.lower()}>{d.after.name.lower()}" for d in changed
    )
    detail = {
        "what": "matrix_changed",
        "record_kind": row.record_kind,
        "role": row.role,
        "cells": cells,
    }
    target = Target("access.RoleRights", str(row.pk))
    return RightsChange(target, detail, partial(_save, row, rights, user_id))


def _adoption(version: Published, user_id: UUID | None) -> RightsChange:
    detail = {"what": "matrix_adopted", "number": str(version.number)}
    target = Target("access.MatrixInForce", "1")
    return RightsChange(target, detail, partial(_adopt, version, user_id))


def _save(row: RoleRights, rights: Rights, user_id: UUID | None) -> None:
    put(rights, row)
    row._history_user = User(pk=user_id) if user_id else None  # type: ignore[attr-defined]
    row.save()


def _adopt(version: Published, user_id: UUID | None) -> None:
    for row in PublishedRights.objects.all():
        put(version.matrix.get(_place(row), Rights()), row)
        row.save()
    in_force = version_in_force()
    in_force.number = version.number
    in_force.published_on = version.published_on
    in_force.adopted_at = datetime.now(UTC)
    in_force._history_user = User(pk=user_id) if user_id else None  # type: ignore[attr-defined]
    in_force.save()


def _store_matrix(matrix: Matrix) -> None:
    for place, row in _rows().items():
        _save(row, matrix.get(place, Rights()), None)


def _rows() -> dict[Place, RoleRights]:
    return {_place(row): row for row in RoleRights.objects.all()}


def _place(row: RoleRights | PublishedRights) -> Place:
    return next(iter(matrix_of([row])))
