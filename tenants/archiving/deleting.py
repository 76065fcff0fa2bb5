"""Proposes, confirms and lifts a deletion; and does it, for the operator's command."""

from collections.abc import Callable

from django.db import transaction
from django.db.backends.utils import CursorWrapper
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants import deciding, directory, roles
from tenants.alarms.models import AlarmReceiver
from tenants.archiving.models import KEPT_FOR, Archiving, Deletion
from tenants.archiving.services import municipality_locked
from tenants.context import this_connection
from tenants.deciding import DecisionRefusedError
from tenants.models import Municipality


def why_not(municipality: Municipality) -> str:
    """Say why a deletion cannot be proposed or confirmed; nothing when it can."""
    if municipality.is_archived:
        return ""
    return _("Kommunen må være arkivert først.")


def propose(municipality: Municipality, *, by: str) -> Deletion:
    """Propose that an archived municipality is deleted.

    Raises:
        DecisionRefusedError: it is not archived, or deletion is proposed already.
    """
    with transaction.atomic():
        municipality = municipality_locked(municipality)
        if refusal := why_not(municipality):
            raise DecisionRefusedError(refusal)
        if municipality.deletions.filter(lifted_at=None).exists():
            raise DecisionRefusedError(_("Sletting er allerede foreslått."))
        made: Deletion = Deletion.objects.create(
            municipality=municipality, proposed_by=by
        )
    return made


def confirm(deletion: Deletion, *, by: str) -> None:
    """Decide it, as another than the one who proposed; an operator's command does it.

    Raises:
        DecisionRefusedError: the same person, not waiting, or not archived any more.
    """
    with transaction.atomic():
        municipality = municipality_locked(deletion.municipality)
        if refusal := why_not(municipality):
            raise DecisionRefusedError(refusal)
        deciding.confirm(deciding.locked(deletion), by=by)


def lift(deletion: Deletion, *, by: str) -> None:
    """Withdraw it, before it is done; one person can.

    Raises:
        DecisionRefusedError: it is over or done already.
    """
    with transaction.atomic():
        found = deciding.locked(deletion)
        if found.done_at:
            raise DecisionRefusedError(_("Kommunen er slettet."))
        deciding.lift(found, by=by)


def decided(municipality: Municipality) -> tuple[Archiving, Deletion]:
    """Give the decisions that let a municipality be deleted now.

    Raises:
        DecisionRefusedError: it is not archived, not for long enough, or two have not
            confirmed the deletion.
    """
    archiving = municipality.archivings.filter(
        confirmed_at__isnull=False, lifted_at=None
    ).first()
    if archiving is None or not municipality.is_archived:
        raise DecisionRefusedError(_("Kommunen må være arkivert først."))
    if timezone.now() - archiving.confirmed_at < KEPT_FOR:
        raise DecisionRefusedError(
            _("Kommunen må ha vært arkivert i minst %(days)d dager.")
            % {"days": KEPT_FOR.days}
        )
    deletion = municipality.deletions.filter(
        confirmed_at__isnull=False, lifted_at=None
    ).first()
    if deletion is None:
        raise DecisionRefusedError(_("To personer må ha bekreftet slettingen først."))
    return archiving, deletion


def delete(
    municipality: Municipality,
    *,
    fingerprint: str,
    check: Callable[[], None],
) -> None:
    """Drop the schema and the roles and note it, in one transaction; run as the migrator.

    Args:
        municipality: It, decided on.
        fingerprint: Of the export that the municipality has.
        check: Raises if the export is not the whole of what will be dropped.

    Raises:
        DecisionRefusedError: it may not be deleted, or that export is not from after it
            was archived.
    """
    with transaction.atomic(durable=True), this_connection().cursor() as cursor:
        found = municipality_locked(municipality)
        archiving, deletion = decided(found)
        if not found.exports.filter(
            fingerprint=fingerprint, moment__gte=archiving.confirmed_at
        ).exists():
            raise DecisionRefusedError(
                _("Uttaket er ikke gjort her etter at kommunen ble arkivert.")
            )
        check()
        deletion.done_at, deletion.fingerprint = timezone.now(), fingerprint
        deletion.save(update_fields=["done_at", "fingerprint"])
        found.state = Municipality.State.DELETED
        found.save(update_fields=["state"])
        _forget_people(found)
        _drop(cursor, found)
    directory.invalidate()


def _forget_people(municipality: Municipality) -> None:
    """Remove whom to write to: nobody is written to any more. What was agreed stays."""
    municipality.contact_persons.all().delete()
    municipality.readiness_checks.update(owner_email="")
    AlarmReceiver.objects.filter(municipality=municipality).delete()


def _drop(cursor: CursorWrapper, found: Municipality) -> None:
    """Drop schema and roles, and where its accounts were known by."""
    cursor.execute(f"SET LOCAL ROLE {roles.OWNER}")
    cursor.execute(
        "DELETE FROM public.tenants_account_place WHERE municipality_id = %s",
        [found.pk],
    )
    roles.drop_schema(cursor, found.schema_name)
