"""Stores a change that was planned and shown, and what it changes on the day it takes effect."""

import logging
import re
import unicodedata
from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from tenants import directory
from tenants.health import HealthReport, report_standing_problem
from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.changes import (
    ChangedMunicipality,
    ChangedMunicipalityQuerySet,
    MunicipalityChange,
)
from tenants.registry.changing.facts import settle
from tenants.registry.changing.moves import (
    Decision,
    Move,
    Part,
    Plan,
    PlannedChange,
)
from tenants.registry.changing.planning import plan_changes

logger = logging.getLogger(__name__)
_SETTLED = ("name", "official_name", "county_number", "county_name", "orgnr")
# As the register's schema names are written; other marks fall away.
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})


class PlanChangedError(Exception):
    """It would not do what was shown; nothing is stored. `plan` is as it is now."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("the plan is another")
        self.plan = plan


def carry_out(
    moves: Sequence[Move], decision: Decision, *, shown: str, by: str
) -> list[MunicipalityChange]:
    """Store all that the moves do, or nothing.

    Args:
        moves: as they were shown.
        decision: from when, which may be to come, and who decided it.
        shown: the digest of the plan that was shown.
        by: who confirmed it.

    Raises:
        PlanChangedError: the register has changed since, or somebody was first.
    """
    try:
        with transaction.atomic():
            locked_numbers()
            plan = plan_changes(moves, decision)
            if plan.problems or plan.digest != shown:
                raise PlanChangedError(plan)
            _end_numbers(plan)
            stored = [_store(change, decision, by=by) for change in plan.changes]
            # Theirs alone: what is stuck elsewhere is nothing to them.
            own = ChangedMunicipality.objects.filter(change__in=stored)
            _take_effect(
                ChangedMunicipality.objects.filter(
                    municipality__in=own.values("municipality")
                )
            )
            return stored
    except IntegrityError as error:
        raise PlanChangedError(plan_changes(moves, decision)) from error


def locked_numbers() -> None:
    """Let two people who change numbers wait for each other."""
    numbers = MunicipalityNumber.objects.order_by("pk")
    list(numbers.select_for_update(of=("self",)).values_list("pk"))


def take_effect() -> int:
    """Let names, counties and organisation numbers be those of changes whose day has come.

    Numbers and existence need nobody: they follow from their periods. What cannot be, since
    another has the organisation number, stays due and stops no other. Safe to run twice;
    gives how many municipalities it was.
    """
    return _take_effect(ChangedMunicipality.objects.all())


def report_stuck() -> None:
    """Have an alarm where a change is due and could not take effect, and none elsewhere."""
    due = ChangedMunicipality.objects.due_on(timezone.localdate())
    report_standing_problem(
        HealthReport.Work.CHANGES,
        set(due.values_list("municipality_id", flat=True)),
        HealthReport.Problem.ORGNR_TAKEN,
    )


def _take_effect(parts: ChangedMunicipalityQuerySet) -> int:
    """Apply those that are due: each by itself, and none before an earlier one of the same."""
    stuck: set[UUID] = set()
    done = 0
    with transaction.atomic():
        due = parts.due_on(timezone.localdate()).select_for_update(of=("self",))
        for part in due:
            if part.municipality_id not in stuck and _is_applied(part):
                done += 1
            else:
                stuck.add(part.municipality_id)
        if done:
            transaction.on_commit(directory.invalidate)
    return done


def _is_applied(part: ChangedMunicipality) -> bool:
    """Write what the municipality is called and where it belongs from now on, if that can be."""
    try:
        with transaction.atomic():
            known = Municipality.objects.select_for_update()
            municipality = known.get(pk=part.municipality_id)
            settle(municipality, part)
            municipality.save(update_fields=_SETTLED)
            part.applied_at = timezone.now()
            part.save(update_fields=["applied_at"])
    except IntegrityError:
        logger.exception("a municipality change does not take effect")
        return False
    return True


def _end_numbers(plan: Plan) -> None:
    """Before any begins, as another may take a number over the same day."""
    ending = [p.number_before for change in plan.changes for p in change.parts]
    MunicipalityNumber.objects.filter(
        number__in=[number for number in ending if number], valid_until=None
    ).update(valid_until=plan.decision.takes_effect_on)


def _store(
    planned: PlannedChange, decision: Decision, *, by: str
) -> MunicipalityChange:
    change = MunicipalityChange.objects.create(
        kind=planned.kind,
        takes_effect_on=decision.takes_effect_on,
        legal_basis=decision.legal_basis,
        decided_on=decision.decided_on,
        recorded_by=by,
    )
    for part in planned.parts:
        municipality = part.municipality or _list(part)
        ChangedMunicipality.objects.create(
            change=change,
            municipality=municipality,
            number_before=part.number_before,
            number_after=part.number_after,
            name_before=part.name_before,
            name_after=part.name_after,
            county_name_after=_unless(municipality.county_name, part.county_name_after),
            orgnr_after=_unless(municipality.orgnr, part.orgnr_after),
        )
        if part.number_after:
            MunicipalityNumber.objects.create(
                municipality=municipality,
                number=part.number_after,
                valid_from=change.takes_effect_on,
            )
    return change


def _unless(now: str, after: str) -> str:
    """What it becomes; nothing where it is that already."""
    return "" if after == now else after


def _list(part: Part) -> Municipality:
    """Put one that comes into being in the register, where it waits for its day."""
    made: Municipality = Municipality.objects.create(
        name=part.name_after,
        official_name=part.name_after,
        orgnr=part.orgnr_after,
        county_number=part.number_after[:2],
        county_name=part.county_name_after,
        schema_name=_free_schema_name(part),
    )
    return made


def _free_schema_name(part: Part) -> str:
    """The name in small letters; with the county, and the number, where it is taken."""
    name, county = _plain(part.name_after), _plain(part.county_name_after)
    for found in (name, f"{name}_{county}"):
        if not Municipality.objects.filter(schema_name=found[:40]).exists():
            return found[:40]
    return f"{name[:35]}_{part.number_after}"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "kommune"
