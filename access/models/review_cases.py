"""Cases of control (kontrollsaker): accesses somebody is to explain, and what came of it.

The states follow the national guidelines on the control of access logs: a case is opened,
the nearest leader may be asked, the employee is told and heard, and somebody who is neither
he nor led by him concludes. The tables hold UUIDs, codes and moments; which events a case is
about stands in `CaseAccess`, and what is written in words in `CaseText`, behind a row policy.
"""

from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.models.units import Unit

# The employee and the leader have two weeks to answer; then it can be concluded without.
ANSWER_WITHIN = timedelta(days=14)


class CaseOrigin(models.TextChoices):
    """Why there is a case."""

    DETECTED = "funnet", _("Funnet i kontrollen av loggen")
    SAMPLE = "stikkprove", _("Tilfeldig stikkprøve")
    PATIENT = "pasient", _("Pasienten ber om forklaring")
    REPORTED = "meldt", _("Meldt av den ansatte selv")
    AUDITOR = "kontroll", _("Valgt ut i tilgangsloggen")


class CaseState(models.TextChoices):
    """How far a case has come; follows from its moments."""

    NEW = "ny", _("Ny")
    OPENED = "apnet", _("Åpnet")
    AT_LEADER = "hos_leder", _("Venter på lederen")
    AT_WORKER = "hos_ansatt", _("Venter på den ansatte")
    EXPLAINED = "forklart", _("Forklart")
    CONCLUDED = "konkludert", _("Konkludert")


class LeaderAnswer(models.TextChoices):
    """What the nearest leader knows of it."""

    HAD_TASK = "oppgave", _("Den ansatte hadde en oppgave som forklarer det")
    LIKELY = "trolig", _("Det er trolig, men jeg kan ikke si det sikkert")
    UNKNOWN = "ukjent", _("Jeg kjenner ikke til noen grunn")


class CaseOutcome(models.TextChoices):
    """What was concluded."""

    IN_ORDER = "i_orden", _("I orden. Det var tjenstlig behov")
    MISTAKE = "feil", _("Feil uten hensikt, for eksempel feil pasient")
    UNSETTLED = "uavklart", _("Lot seg ikke avklare")
    DEVIATION = "avvik", _("Ikke i orden. Følges opp som avvik")


# What the nightly control makes, no person does.
MADE_BY_THE_SYSTEM = (CaseOrigin.DETECTED, CaseOrigin.SAMPLE)
# Nobody is found at fault unheard.
NEEDS_HEARING = (CaseOutcome.MISTAKE, CaseOutcome.DEVIATION)
_USER = settings.AUTH_USER_MODEL


class ReviewCase(models.Model):
    """Some accesses of one person in one week that are looked into (kontrollsak).

    `score` and `reasons` say how telling what was found is, and why, in codes and numbers
    (`audit.detection.rules.telling`); others than the detector leave them empty.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    worker = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+"
    )
    week = models.DateField()
    origin = models.CharField(max_length=12, choices=CaseOrigin)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        _USER, null=True, on_delete=models.PROTECT, related_name="+"
    )
    score = models.FloatField(null=True)
    reasons = models.JSONField(default=dict, blank=True)
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(
        _USER, null=True, on_delete=models.PROTECT, related_name="+"
    )
    leader = models.ForeignKey(
        _USER, null=True, on_delete=models.PROTECT, related_name="+"
    )
    leader_asked_at = models.DateTimeField(null=True)
    leader_answered_at = models.DateTimeField(null=True)
    leader_answer = models.CharField(max_length=12, blank=True, choices=LeaderAnswer)
    worker_asked_at = models.DateTimeField(null=True)
    worker_answered_at = models.DateTimeField(null=True)
    concluded_at = models.DateTimeField(null=True)
    concluded_by = models.ForeignKey(
        _USER, null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=12, blank=True, choices=CaseOutcome)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("kontrollsak")
        verbose_name_plural = _("kontrollsaker")
        indexes = [
            models.Index(
                fields=["worker"],
                name="case_unanswered",
                condition=Q(worker_asked_at__isnull=False, worker_answered_at=None),
            ),
            models.Index(
                fields=["leader"],
                name="case_unanswered_by_leader",
                condition=Q(leader_asked_at__isnull=False, leader_answered_at=None),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="patients_ask_of_a_week_in_one_case",
                fields=["worker", "week"],
                condition=Q(origin="pasient", concluded_at=None),
            ),
            models.CheckConstraint(
                name="a_case_that_nobody_made_was_found_or_drawn",
                condition=Q(made_by__isnull=False) | Q(origin__in=MADE_BY_THE_SYSTEM),
            ),
            models.CheckConstraint(
                name="a_case_that_was_found_has_reasons",
                condition=~Q(origin=CaseOrigin.DETECTED)
                | (Q(score__isnull=False) & ~Q(reasons={})),
            ),
            models.CheckConstraint(
                name="a_case_is_opened_by_somebody_else",
                condition=Q(opened_at=None, opened_by=None)
                | (
                    Q(opened_at__isnull=False, opened_by__isnull=False)
                    & ~Q(opened_by=F("worker"))
                ),
            ),
            models.CheckConstraint(
                name="a_leader_is_asked_about_somebody_else",
                condition=Q(leader=None, leader_asked_at=None, leader_answered_at=None)
                | (
                    Q(leader__isnull=False, leader_asked_at__isnull=False)
                    & ~Q(leader=F("worker"))
                ),
            ),
            models.CheckConstraint(
                name="a_leaders_answer_is_coded",
                condition=Q(leader_answered_at=None, leader_answer="")
                | (Q(leader_answered_at__isnull=False) & ~Q(leader_answer="")),
            ),
            models.CheckConstraint(
                name="a_case_is_answered_once_asked",
                condition=Q(worker_answered_at=None) | Q(worker_asked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_case_is_concluded_by_somebody_else",
                condition=Q(concluded_at=None, concluded_by=None, outcome="")
                | (
                    Q(
                        concluded_at__isnull=False,
                        concluded_by__isnull=False,
                        opened_at__isnull=False,
                    )
                    & ~Q(concluded_by=F("worker"))
                    & ~Q(outcome="")
                ),
            ),
            models.CheckConstraint(
                name="nobody_is_found_at_fault_unheard",
                condition=~(Q(outcome="feil") | Q(outcome="avvik"))
                | Q(worker_asked_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_origin_display())

    @property
    def state(self) -> CaseState:
        """How far it has come."""
        if self.concluded_at is not None:
            return CaseState.CONCLUDED
        if self.opened_at is None:
            return CaseState.NEW
        if self.worker_answered_at is not None:
            return CaseState.EXPLAINED
        if self.worker_asked_at is not None:
            return CaseState.AT_WORKER
        if self.leader_asked_at is not None and self.leader_answered_at is None:
            return CaseState.AT_LEADER
        return CaseState.OPENED

    @property
    def answer_due_at(self) -> datetime | None:
        """When the employee should have answered; None when he has not been asked."""
        if self.worker_asked_at is None:
            return None
        return self.worker_asked_at + ANSWER_WITHIN


class CaseAccess(models.Model):
    """One event of the access log that a case is about."""

    case = models.ForeignKey(
        ReviewCase, on_delete=models.PROTECT, related_name="accesses"
    )
    event_id = models.UUIDField(db_index=True)

    class Meta:
        verbose_name = _("oppslag i en kontrollsak")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "event_id"], name="an_event_is_once_in_a_case"
            ),
        ]

    def __str__(self) -> str:
        return str(self.event_id)


class CasePart(models.TextChoices):
    """Who wrote what about a case."""

    QUESTION = "sporsmal", _("Spørsmål til den ansatte")
    EXPLANATION = "forklaring", _("Forklaring fra den ansatte")
    TO_LEADER = "til_leder", _("Spørsmål til lederen")
    FROM_LEADER = "fra_leder", _("Svar fra lederen")
    CONCLUSION = "konklusjon", _("Begrunnelse for konklusjonen")


class CaseText(models.Model):
    """What was written about a case; it names no patient, and never changes.

    The row policy shows it only under a committed event whose target is the case.
    """

    case = models.ForeignKey(ReviewCase, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=CasePart)
    author = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    text = models.TextField(max_length=4000)

    class Meta:
        verbose_name = _("tekst i en kontrollsak")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "part"], name="each_part_of_a_case_is_written_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_part_display())
