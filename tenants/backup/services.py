"""Notes the backups that are made, and measures how old the newest ones are."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from tenants.backup.models import Backup
from tenants.health import HealthReport, report_ages
from tenants.models import Municipality
from tenants.schemas import ProvisioningRun

_HOUR_S = 3_600


def record(
    municipality_id: UUID,
    *,
    way: Backup.Way,
    moment: datetime,
    bytes_: int | None = None,
    fingerprint: str = "",
) -> Backup:
    """Note a backup that is finished; an alarm for want of one is over.

    Args:
        municipality_id: Whose.
        way: How it was made.
        moment: What it is as of.
        bytes_: How large it is, where somebody knows.
        fingerprint: Of its list of contents, by which it is known again.
    """
    made = Backup.objects.create(
        municipality_id=municipality_id,
        way=way,
        moment=moment,
        bytes=bytes_,
        fingerprint=fingerprint,
    )
    measure(municipality_id)
    return made


def measure(*municipality_ids: UUID) -> None:
    """Report how old the newest backup is, in some municipalities or all in operation.

    One that has none is as old as the municipality; of one that nobody knows the age of,
    it is overdue. Nothing is reported where no bound is set.
    """
    bound_s = settings.AKSON_BACKUP_WITHIN_H * _HOUR_S
    if not bound_s:
        return
    active = Municipality.objects.filter(state=Municipality.State.ACTIVE)
    if municipality_ids:
        active = active.filter(pk__in=municipality_ids)
    now = timezone.now()
    moments = active.annotate(since=_since()).values_list("pk", "since")
    ages = {
        pk: max(int((now - since).total_seconds()), 0) if since else bound_s + 1
        for pk, since in moments
    }
    report_ages(HealthReport.Work.BACKUP, ages, bound_s=bound_s)


def newest_moment() -> Subquery:
    """Give the expression for when a municipality was last backed up."""
    of_it = Backup.objects.filter(municipality=OuterRef("pk"))
    return Subquery(of_it.order_by("-moment").values("moment")[:1])


def _since() -> Coalesce:
    started = ProvisioningRun.objects.filter(
        municipality=OuterRef("pk"), state=ProvisioningRun.State.DONE
    )
    return Coalesce(
        newest_moment(),
        Subquery(started.order_by("-finished_at").values("finished_at")[:1]),
    )
