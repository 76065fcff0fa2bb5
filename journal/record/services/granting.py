"""A leader gives a named colleague access to one record for a time, and takes it back."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from access.models import Basis, CareRelation, GrantReason
from access.roles import RecordKind
from access.selectors import shut_out_by_name
from journal.record.errors import RuleError
from journal.record.models import OpenRecord
from journal.record.selectors.grants import may_be_granted
from journal.record.services import relations
from journal.record.services.relations import Business, service_now

LONGEST = timedelta(days=14)


def grant_access(
    record: OpenRecord,
    *,
    to: UUID,
    until: datetime,
    reason: GrantReason,
    id: UUID,
) -> CareRelation:
    """Give a colleague access until a moment; it counts from his next request.

    Args:
        record: The open record; it carries which leader gives.
        to: The colleague's account.
        until: When it ends, at most 14 days from now.
        reason: Why, coded; the patient may see it.
        id: The grant's own id; a second call with it changes nothing.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: the end is too near or too far, or the colleague cannot have access.
    """
    record.require(Action.GRANT)
    given = CareRelation.objects.filter(pk=id, record_id=record.pk).first()
    if given is not None:
        return given
    now = timezone.now()
    _check_end(until, now)
    if to == record.worker.user_id:
        message = _("Du kan ikke gi deg selv tilgang. Be en annen leder.")
        raise RuleError(message, field="colleague")
    if not may_be_granted(to, kind=RecordKind(record.kind)):
        message = _(
            "Velg en kollega som er ansatt nå, i en rolle som kan lese journal."
        )
        raise RuleError(message, field="colleague")
    if to in shut_out_by_name(record.pk):
        message = _("Kollegaen kan ikke få tilgang til denne journalen. Velg en annen.")
        raise RuleError(message, field="colleague")
    grant = Business(
        basis=Basis.GRANT,
        source_id=id,
        worker_id=to,
        granted_by_id=record.worker.user_id,
        service_type=service_now(record),
        reason_code=reason.value,
        valid_from=now,
        valid_until=until,
        id=id,
    )
    return relations.begin(record, grant)


def withdraw_grant(record: OpenRecord, grant_id: UUID) -> CareRelation | None:
    """End a grant now; the colleague's next request is refused.

    Returns:
        The grant; None when this record has no such grant. One that has ended stays
        as it is.

    Raises:
        ActionRefusedError: the record was opened for something else.
    """
    record.require(Action.WITHDRAW_GRANT)
    return relations.withdraw(record, basis=Basis.GRANT, relation_id=grant_id)


def _check_end(until: datetime, now: datetime) -> None:
    if until <= now:
        raise RuleError(_("Velg et tidspunkt fram i tid."), field="until")
    if until > now + LONGEST:
        message = _("Tilgangen kan vare i høyst 14 dager. Velg en tidligere slutt.")
        raise RuleError(message, field="until")
