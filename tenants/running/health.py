"""How each municipality runs: a row of words for each, what is wrong first."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from tenants.backup.services import newest_moment
from tenants.health import HealthReport
from tenants.models import Municipality
from tenants.rollout.area import Area, started_in
from tenants.running.cells import (
    Cell,
    Fault,
    Stored,
    faults_of,
    schema_cell,
    silent_cell,
    storage_cell,
    tasks_cell,
    work_cell,
)
from tenants.running.storage import newest_measure
from tenants.schemas import SchemaUpgrade

_A_MONTH = timedelta(days=30)
_NONE = Cell("–")
Work = HealthReport.Work
# Work that has a column, or stands in another's; all else is told beside what has failed.
_PLACED = {
    *(Work.SEALING, Work.WITNESSING),
    *(Work.VERIFYING, Work.REVIEW),
    *(Work.BACKUP, Work.TASKS),
}
Reports = Mapping[str, HealthReport]


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality; `cells` stand in the order of the table's columns."""

    municipality: Municipality
    cluster: str
    wave: int | None
    cells: tuple[Cell, ...]

    @property
    def faults(self) -> list[Fault]:
        """What somebody must look at."""
        return faults_of(self.cells)


def health_of(area: Area) -> list[Row]:
    """Give the municipalities that have a schema: those that need a look first, then by name.

    Three statements, however many they are; nothing is asked in any municipality's schema.
    """
    today = timezone.localdate()
    found = started_in(area).select_related("upgrade")
    found = found.annotate(
        backed_up_at=newest_moment(),
        stored_bytes=newest_measure("bytes", until=today),
        stored_on=newest_measure("day", until=today),
        stored_before=newest_measure("bytes", until=today - _A_MONTH),
    )
    reports, newest = _reports(), _newest_schema()
    rows = [_row(one, reports.get(one.pk, {}), newest) for one in found]
    return sorted(rows, key=lambda row: not row.faults)


def _row(municipality: Municipality, reports: Reports, newest: str) -> Row:
    storage = storage_cell(_stored(municipality), timezone.localdate())
    if municipality.is_archived:  # nobody works there, and nothing is done for it
        cells: tuple[Cell, ...] = (_NONE, _NONE, _NONE, _NONE, _NONE, storage)
    else:
        cells = (
            schema_cell(getattr(municipality, "upgrade", None), newest),
            _sealing(reports),
            work_cell(
                _done_at(reports, Work.VERIFYING),
                reports.get(Work.VERIFYING),
                reports.get(Work.REVIEW),
            ),
            work_cell(
                getattr(municipality, "backed_up_at", None), reports.get(Work.BACKUP)
            ),
            tasks_cell(
                reports.get(Work.TASKS),
                *(one for work, one in reports.items() if work not in _PLACED),
            ),
            storage,
        )
    return Row(
        municipality=municipality,
        cluster=getattr(municipality, "cluster_name", None) or "",
        wave=getattr(municipality, "wave", None),
        cells=cells,
    )


def _sealing(reports: Reports) -> Cell:
    """The sealer tells of all municipalities every few seconds, or does not run."""
    report = reports.get(Work.SEALING)
    if report is None:
        return silent_cell(Work.SEALING)
    return work_cell(report.done_at, report, reports.get(Work.WITNESSING))


def _done_at(reports: Reports, work: HealthReport.Work) -> datetime | None:
    report = reports.get(work)
    return report.done_at if report else None


def _reports() -> dict[UUID, dict[str, HealthReport]]:
    found: dict[UUID, dict[str, HealthReport]] = defaultdict(dict)
    for report in HealthReport.objects.all():
        found[report.municipality_id][report.work] = report
    return found


def _newest_schema() -> str:
    """The fingerprint of the schema that was last made or upgraded."""
    done = SchemaUpgrade.objects.filter(
        state=SchemaUpgrade.State.DONE, finished_at__isnull=False
    )
    newest = done.order_by("-finished_at").values_list("to_digest", flat=True).first()
    return newest or ""


def _stored(municipality: Municipality) -> Stored | None:
    size: int | None = getattr(municipality, "stored_bytes", None)
    if size is None:
        return None
    day: date = getattr(municipality, "stored_on", date.min)
    return Stored(size, day, before=getattr(municipality, "stored_before", None))
