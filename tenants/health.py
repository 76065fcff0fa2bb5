"""How the platform's background work is doing, one row for each municipality and kind of work.

Whoever does the work writes the row; whoever watches over the platform reads it. It holds
ages and codes, never what the work was about.
"""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
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
  (id, municipality_id, work, age_s, bound_s, problem, measured_at, done_at)
SELECT gen_random_uuid(), municipality, %(work)s, age, %(bound)s, '', now(), done
FROM unnest(%(municipalities)s::uuid[], %(ages)s::int[], %(done)s::timestamptz[])
  AS measured (municipality, age, done)
ON CONFLICT (municipality_id, work) DO UPDATE
SET age_s = excluded.age_s, bound_s = excluded.bound_s,
  measured_at = excluded.measured_at,
  done_at = coalesce(excluded.done_at, known.done_at)
WHERE known.age_s <> excluded.age_s OR known.bound_s <> excluded.bound_s
  OR known.measured_at < now() - interval '1 minute'
"""
_PROBLEM = """
UPDATE tenants_healthreport SET problem = %(problem)s
WHERE municipality_id = %(municipality)s AND work = %(work)s AND problem <> %(problem)s
"""
_DONE = """
UPDATE tenants_healthreport SET done_at = now()
WHERE municipality_id = %(municipality)s AND work = %(work)s
"""
_FAILED = """
INSERT INTO tenants_healthreport AS known
  (id, municipality_id, work, age_s, bound_s, problem, measured_at, failures)
VALUES (gen_random_uuid(), %(municipality)s, 'tasks', 0, 0, 'failed', now(), 1)
ON CONFLICT (municipality_id, work) DO UPDATE
SET problem = 'failed', measured_at = now(), failures = known.failures + 1
"""
_FORGET = """
DELETE FROM tenants_healthreport
WHERE work = 'tasks' AND measured_at < now() - interval '1 day'
"""
_STANDING = """
INSERT INTO tenants_healthreport
  (id, municipality_id, work, age_s, bound_s, problem, measured_at, failures)
SELECT gen_random_uuid(), municipality, %(work)s, 0, 0, %(problem)s, now(), 0
FROM unnest(%(municipalities)s::uuid[]) AS named (municipality)
ON CONFLICT (municipality_id, work) DO UPDATE
SET problem = excluded.problem, measured_at = now()
"""
_OVER = """
DELETE FROM tenants_healthreport
WHERE work = %(work)s AND municipality_id <> ALL (%(municipalities)s::uuid[])
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
        # Its alarms follow from the upgrades themselves; it has no reports.
        SCHEMA = "schema", _("Oppgradering av skjemaet")
        LETTERS = "letters", _("Brev til kommunen")
        CHANGES = "changes", _("Kommuneendring")

    class Problem(models.TextChoices):
        """Why work has stopped, when it will not go on by itself."""

        NONE = "", _("Ingen")
        NO_KEY = "no_key", _("Nøkkelen mangler")
        ANOTHER_SERVER = "another_server", _("Databasen er lagt inn på en ny server")
        TURNED_BACK = "turned_back", _("Databasen er eldre enn det som er signert")
        TAMPERED = "tampered", _("Det forseglede er endret")
        REFUSED = "refused", _("Et vitne har sett en annen logg")
        UNKNOWN_LOG = "unknown_log", _("Vitnet kjenner ikke loggen")
        UNDELIVERED = "undelivered", _("Kommer ikke fram")
        ORGNR_TAKEN = "orgnr_taken", _("En annen har organisasjonsnummeret")
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
    # Where whoever does the work knows it; nothing else needs it.
    done_at = models.DateTimeField(_("sist gjort"), null=True)
    # Of what fails now and then: since a whole day last passed without.
    failures = models.PositiveIntegerField(_("ganger mislykket"), db_default=0)

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
        return bool(self.is_late or self.problem or self.is_silent)

    @property
    def is_late(self) -> bool:
        """Whether the oldest has waited longer than it may."""
        return self.age_s > self.bound_s

    @property
    def is_silent(self) -> bool:
        """Whether nobody has said anything for so long that nobody is at work."""
        silent_after = SILENT_AFTER_A_NIGHT if self.work in NIGHTLY else SILENT_AFTER
        return timezone.now() - self.measured_at > silent_after


def report_ages(
    work: HealthReport.Work,
    ages_s: Mapping[uuid.UUID, int],
    *,
    bound_s: int,
    done_at: Mapping[uuid.UUID, datetime | None] | None = None,
) -> None:
    """Say how long the oldest has waited in each municipality; 0 where nothing waits.

    Rows that would say the same again are renewed once a minute.

    Args:
        work: What kind of work.
        ages_s: Seconds, by municipality.
        bound_s: How long it may wait.
        done_at: When the work was last done, where that is known.
    """
    municipalities: Iterable[uuid.UUID] = ages_s.keys()
    known = done_at or {}
    with connection.cursor() as cursor:
        cursor.execute(
            _MEASURED,
            {
                "work": work.value,
                "bound": bound_s,
                "municipalities": list(municipalities),
                "ages": list(ages_s.values()),
                "done": [known.get(each) for each in municipalities],
            },
        )


def report_done(work: HealthReport.Work, municipality_id: uuid.UUID) -> None:
    """Say that work in a municipality has just been done."""
    with connection.cursor() as cursor:
        cursor.execute(_DONE, {"municipality": municipality_id, "work": work.value})


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


def report_standing_problem(
    work: HealthReport.Work,
    municipality_ids: Iterable[uuid.UUID],
    problem: HealthReport.Problem,
) -> None:
    """Say where a problem stands now, of work that is reported only where there is one."""
    where = list(municipality_ids)
    with connection.cursor() as cursor:
        cursor.execute(_OVER, {"work": work.value, "municipalities": where})
        cursor.execute(
            _STANDING,
            {"work": work.value, "municipalities": where, "problem": problem.value},
        )
