"""How the platform's background work is doing, one row for each municipality and kind of work.

Whoever does the work writes the row; whoever watches over the platform reads it. It holds
ages and codes, never what the work was about.
"""

import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Self

from django.db import connection, models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A row that nobody renews says that nobody is at work.
SILENT_AFTER = timedelta(minutes=5)
# What is done at night is renewed at night; a backup's age, each hour.
SILENT_AFTER_A_NIGHT = timedelta(hours=36)
NIGHTLY = ("backup", "review", "verifying")

_MEASURED = """
INSERT INTO tenants_healthreport AS known
  (id, municipality_id, work, age_s, bound_s, problem, measured_at)
SELECT gen_random_uuid(), municipality, %(work)s, age, %(bound)s, '', now()
FROM unnest(%(municipalities)s::uuid[], %(ages)s::int[]) AS measured (municipality, age)
ON CONFLICT (municipality_id, work) DO UPDATE
SET age_s = excluded.age_s, bound_s = excluded.bound_s, measured_at = excluded.measured_at
WHERE known.age_s <> excluded.age_s OR known.bound_s <> excluded.bound_s
  OR known.measured_at < now() - interval '1 minute'
"""
_PROBLEM = """
UPDATE tenants_healthreport SET problem = %(problem)s
WHERE municipality_id = %(municipality)s AND work = %(work)s AND problem <> %(problem)s
"""
_FAILED = """
INSERT INTO tenants_healthreport
  (id, municipality_id, work, age_s, bound_s, problem, measured_at)
VALUES (gen_random_uuid(), %(municipality)s, 'tasks', 0, 0, 'failed', now())
ON CONFLICT (municipality_id, work) DO UPDATE SET problem = 'failed', measured_at = now()
"""
_FORGET = """
DELETE FROM tenants_healthreport
WHERE work = 'tasks' AND measured_at < now() - interval '1 day'
"""


class HealthReportQuerySet(models.QuerySet["HealthReport"]):
    """Questions about how it goes."""

    def alarming(self) -> Self:
        """Those that somebody has to look at: late, stopped, or silent."""
        now = timezone.now()
        is_silent = Q(work__in=NIGHTLY, measured_at__lt=now - SILENT_AFTER_A_NIGHT) | (
            ~Q(work__in=NIGHTLY) & Q(measured_at__lt=now - SILENT_AFTER)
        )
        return self.filter(Q(age_s__gt=F("bound_s")) | ~Q(problem="") | is_silent)


class HealthReport(models.Model):
    """How one kind of work goes in one municipality (driftsstatus).

    `age_s` is how long what waits longest has waited; above `bound_s` it is an alarm.
    """

    class Work(models.TextChoices):
        """Kinds of background work."""

        SEALING = "sealing", _("Forsegling av tilgangsloggen")
        WITNESSING = "witnessing", _("Bevitnelse av tilgangsloggen")
        VERIFYING = "verifying", _("Etterprøving av tilgangsloggen")
        REVIEW = "review", _("Kontroll av tilgangsloggen")
        TASKS = "tasks", _("Bakgrunnsarbeid")
        BACKUP = "backup", _("Sikkerhetskopi")

    class Problem(models.TextChoices):
        """Why work has stopped, when it will not go on by itself."""

        NONE = "", _("Ingen")
        NO_KEY = "no_key", _("Nøkkelen mangler")
        ANOTHER_SERVER = "another_server", _("Databasen er lagt inn på en ny server")
        TURNED_BACK = "turned_back", _("Databasen er eldre enn det som er signert")
        TAMPERED = "tampered", _("Det forseglede er endret")
        REFUSED = "refused", _("Et vitne har sett en annen logg")
        UNKNOWN_LOG = "unknown_log", _("Vitnet kjenner ikke loggen")
        FAILED = "failed", _("Uventet feil")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="health",
        verbose_name=_("kommune"),
    )
    work = models.CharField(_("arbeid"), max_length=20, choices=Work)
    age_s = models.PositiveIntegerField(_("eldste som venter, i sekunder"))
    bound_s = models.PositiveIntegerField(_("grense, i sekunder"))
    problem = models.CharField(
        _("stanset fordi"), max_length=20, choices=Problem, blank=True
    )
    measured_at = models.DateTimeField(_("målt"))

    objects = HealthReportQuerySet.as_manager()

    class Meta:
        ordering = ("municipality", "work")
        verbose_name = _("driftsstatus")
        verbose_name_plural = _("driftsstatus")
        constraints = (
            models.UniqueConstraint(
                name="work_has_one_report_in_a_municipality",
                fields=["municipality", "work"],
            ),
        )

    def __str__(self) -> str:
        return f"{self.work} {self.age_s}"

    @property
    def is_alarm(self) -> bool:
        """Whether somebody has to look at it now."""
        silent_after = SILENT_AFTER_A_NIGHT if self.work in NIGHTLY else SILENT_AFTER
        is_silent = timezone.now() - self.measured_at > silent_after
        return bool(self.age_s > self.bound_s or self.problem or is_silent)


def report_ages(
    work: HealthReport.Work, ages_s: Mapping[uuid.UUID, int], *, bound_s: int
) -> None:
    """Say how long the oldest has waited in each municipality; 0 where nothing waits.

    Rows that would say the same again are renewed once a minute.
    """
    municipalities: Iterable[uuid.UUID] = ages_s.keys()
    with connection.cursor() as cursor:
        cursor.execute(
            _MEASURED,
            {
                "work": work.value,
                "bound": bound_s,
                "municipalities": list(municipalities),
                "ages": list(ages_s.values()),
            },
        )


def report_failed_task(municipality_id: uuid.UUID) -> None:
    """Say that some background work in a municipality failed; which, the program's log knows."""
    with connection.cursor() as cursor:
        cursor.execute(_FAILED, {"municipality": municipality_id})


def forget_failed_tasks() -> None:
    """Let what failed more than a day ago, and did not fail again, be past."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET)


def report_problem(
    work: HealthReport.Work, municipality_id: uuid.UUID, problem: HealthReport.Problem
) -> None:
    """Say that work has stopped in a municipality, and why; NONE when it goes on."""
    with connection.cursor() as cursor:
        cursor.execute(
            _PROBLEM,
            {
                "work": work.value,
                "municipality": municipality_id,
                "problem": problem.value,
            },
        )
