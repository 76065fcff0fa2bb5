"""A municipality comes to a stage; a pilot begins only when everything is ready."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.agreements.agreement import Agreement
from tenants.models import Municipality
from tenants.registry.periods import why_not_there
from tenants.rollout.models import NEED_ALL_READY, ReadinessCheck, RolloutStage, Stage


class StageRefusedError(Exception):
    """The municipality cannot come to the stage; the message says why, in Norwegian."""


def why_not(municipality: Municipality, stage: str, *, on: date) -> str:
    """Say why a municipality cannot come to a stage on a day; nothing when it can."""
    if on > timezone.localdate():
        return _("Datoen kan ikke være fram i tid.")
    gone = why_not_there(municipality, on)
    if gone and stage != Stage.LEAVING:
        return gone
    latest = municipality.stages.first()
    if latest is not None and on < latest.begins_on:
        say = _("Kommunen kom til trinnet «%(stage)s» %(day)s. Velg en dag etter det.")
        day = f"{latest.begins_on:%d.%m.%Y}"
        return say % {"stage": latest.get_stage_display(), "day": day}
    if latest is not None and latest.stage == stage:
        return _("Kommunen er allerede på dette trinnet.")
    if stage in NEED_ALL_READY and (missing := _not_ready(municipality)):
        say = _("Kommunen kan ikke begynne ennå. Dette mangler: %(missing)s.")
        return say % {"missing": ", ".join(missing)}
    return ""


@transaction.atomic
def come_to_stage(
    municipality: Municipality, stage: str, *, on: date, by: str, note: str = ""
) -> RolloutStage:
    """Record that a municipality came to a stage; with the agreement comes a checklist.

    Raises:
        StageRefusedError: the day is wrong, it is there already, or it is not ready.
    """
    # Two people who move the same municipality wait for each other.
    municipality = Municipality.objects.select_for_update(no_key=True).get(
        pk=municipality.pk
    )
    if refusal := why_not(municipality, stage, on=on):
        raise StageRefusedError(refusal)
    if stage in (Stage.AGREEMENT, Stage.PREPARED):
        _make_checklist(municipality)
    return RolloutStage.objects.create(
        municipality=municipality, stage=stage, begins_on=on, note=note, recorded_by=by
    )


def _make_checklist(municipality: Municipality) -> None:
    ReadinessCheck.objects.bulk_create(
        [
            ReadinessCheck(municipality=municipality, item=item)
            for item in ReadinessCheck.Item
        ],
        ignore_conflicts=True,
    )


def _not_ready(municipality: Municipality) -> list[str]:
    """Name what is missing before patients' records are written; unlisted is missing too."""
    done = municipality.readiness_checks.exclude(done_on=None)
    items = set(done.values_list("item", flat=True))
    missing = [str(i.label) for i in ReadinessCheck.Item if i.value not in items]
    agreed = municipality.agreements.in_force_on(timezone.localdate())
    if not agreed.filter(kind=Agreement.Kind.PROCESSOR).exists():
        missing.append(_("Databehandleravtalen er signert"))
    return missing
