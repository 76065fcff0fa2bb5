"""A municipality moves through the stages; no pilot begins before all is ready."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from tenants.agreements.agreement import Agreement
from tenants.rollout.models import ReadinessCheck, RolloutStage
from tenants.rollout.services import StageRefusedError, come_to_stage, why_not
from tests.tenants.rollout.ground import NEW_YEAR

MAY = date(2026, 5, 1)


def make_ready(municipality, *, all_but=""):
    municipality.readiness_checks.exclude(item=all_but).update(
        owner="Kari", evidence="Protokoll", done_on=NEW_YEAR
    )
    if all_but != "processor":
        Agreement.objects.get_or_create(
            municipality=municipality,
            kind="processor",
            signed_on=NEW_YEAR,
            signed_by="Åse",
            case_number="1/26",
        )


def test_each_stage_is_kept_with_its_date(dal):
    come_to_stage(dal, "intent", on=NEW_YEAR, by="kari")
    come_to_stage(dal, "agreement", on=MAY, by="ola", note="Kommunestyresak 12/26")

    assert list(dal.stages.values_list("stage", "begins_on", "recorded_by")) == [
        ("agreement", MAY, "ola"),
        ("intent", NEW_YEAR, "kari"),
    ]
    april = RolloutStage.objects.current_on(date(2026, 4, 1))
    assert [one.stage for one in april] == ["intent"]


def test_stage_is_never_changed_nor_removed(dal):
    stage = come_to_stage(dal, "intent", on=NEW_YEAR, by="kari")
    stages = RolloutStage.objects.filter(pk=stage.pk)

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        stages.update(stage="live")
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        stages.delete()


def test_pilot_waits_for_what_is_missing_and_says_what(dal):
    come_to_stage(dal, "prepared", on=NEW_YEAR, by="kari")
    make_ready(dal, all_but="dpia")

    with pytest.raises(StageRefusedError) as refused:
        come_to_stage(dal, "pilot", on=MAY, by="kari")

    assert str(refused.value) == (
        "Kommunen kan ikke begynne ennå. Dette mangler: "
        "Personvernkonsekvenser er vurdert (DPIA)."
    )
    make_ready(dal)
    assert come_to_stage(dal, "pilot", on=MAY, by="kari").stage == "pilot"


def test_no_pilot_begins_without_a_signed_processor_agreement(dal):
    come_to_stage(dal, "prepared", on=NEW_YEAR, by="kari")
    make_ready(dal, all_but="processor")
    Agreement.objects.create(municipality=dal, kind="processor")

    assert "Dette mangler: Databehandleravtalen" in why_not(dal, "pilot", on=MAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        RolloutStage.objects.create(municipality=dal, stage="pilot", begins_on=MAY)


@pytest.mark.parametrize("stage", ["pilot", "live"])
def test_nobody_goes_past_the_checklist_nor_past_the_service(dal, stage):
    come_to_stage(dal, "prepared", on=NEW_YEAR, by="kari")

    assert "Dette mangler" in why_not(dal, stage, on=MAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        RolloutStage.objects.create(municipality=dal, stage=stage, begins_on=MAY)


def test_nothing_is_done_without_somebody_and_something_to_show(dal):
    come_to_stage(dal, "agreement", on=NEW_YEAR, by="kari")

    with pytest.raises(IntegrityError), transaction.atomic():
        ReadinessCheck.objects.update(done_on=NEW_YEAR)


def test_day_is_neither_to_come_nor_before_what_is_known(dal):
    come_to_stage(dal, "intent", on=MAY, by="kari")

    tomorrow = timezone.localdate() + timedelta(days=1)
    assert why_not(dal, "agreement", on=tomorrow) == "Datoen kan ikke være fram i tid."
    assert "01.05.2026" in why_not(dal, "agreement", on=NEW_YEAR)
    assert "allerede" in why_not(dal, "intent", on=MAY)


def test_what_is_late_is_counted(dal):
    come_to_stage(dal, "agreement", on=NEW_YEAR, by="kari")
    dal.readiness_checks.update(due_on=MAY)
    make_ready(dal, all_but="roles")

    assert [one.item for one in ReadinessCheck.objects.overdue_on(MAY)] == []
    late = ReadinessCheck.objects.overdue_on(MAY + timedelta(days=1))
    assert [one.item for one in late] == ["roles"]
