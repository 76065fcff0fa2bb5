"""What a change leads to, and what somebody must see to, in plain Norwegian."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tenants.agreements.agreement import Agreement
from tenants.models import Municipality
from tenants.registry.changing.moves import Part, Plan, PlannedChange
from tenants.rollout.clusters import ClusterMembership
from tenants.rollout.models import RolloutStage


@dataclass(frozen=True, slots=True)
class Consequences:
    """What becomes of one municipality."""

    name: str
    heading: str
    sentences: tuple[str, ...]


def consequences_of(plan: Plan) -> list[Consequences]:
    """Tell of each municipality what a plan does to it; of each change, those that cease first."""
    day = {"day": f"{plan.decision.takes_effect_on:%d.%m.%Y}"}
    found: list[Consequences] = []
    for change in plan.changes:
        for part in sorted(change.parts, key=lambda one: bool(one.number_after)):
            if part.municipality is None:
                heading = _("Ny kommune fra %(day)s") % day
                told = _of_coming(change)
            elif part.number_after:
                heading = _("Fortsetter")
                told = _of_going_on(part.municipality, part, change)
            else:
                heading = _("Opphører %(day)s") % day
                told = _of_ceasing(part.municipality)
            name = part.name_before or part.name_after
            sentences = tuple(told) or (_("Kommunen har ingenting åpent i Akson."),)
            found.append(Consequences(name, heading, sentences))
    return found


def _of_ceasing(municipality: Municipality) -> Iterator[str]:
    """What is left open: nothing of it becomes another's by itself."""
    if municipality.state in Municipality.WITH_SCHEMA:
        yield _(
            "Journalene blir liggende i kommunens eget skjema, hos den som overtar "
            "ansvaret. Akson kan ikke flytte dem inn i en annen kommunes skjema ennå."
        )
    if municipality.is_active:
        yield _(
            "Kommunen er i drift og stenges ikke av dette, og vertsnavnet virker til noen "
            "fjerner det. Noen må bestemme om den skal overlates til den nye kommunen, "
            "eller stanses og arkiveres."
        )
    stage = RolloutStage.objects.current_on(timezone.localdate())
    present = stage.filter(municipality=municipality).first()
    if present:
        say = _("Trinnet «%(stage)s» følger ikke med til den nye kommunen.")
        yield say % {"stage": present.get_stage_display()}
    yield from _papers(municipality)
    yield from _cluster(municipality)


def _papers(municipality: Municipality) -> Iterator[str]:
    own = Agreement.objects.filter(municipality=municipality)
    in_force = own.in_force_on(timezone.localdate()).count()
    if in_force:
        yield ngettext(
            "Én avtale gjelder, og blir ikke den nye kommunens.",
            "%(count)s avtaler gjelder, og blir ikke den nye kommunens.",
            in_force,
        ) % {"count": in_force}
    unsigned = own.filter(signed_on=None).count()
    if unsigned:
        yield ngettext(
            "Én avtale venter på å bli signert.",
            "%(count)s avtaler venter på å bli signert.",
            unsigned,
        ) % {"count": unsigned}
    if municipality.letters_of_intent.open().exists():
        yield _("Et brev om intensjonserklæring er ikke besvart. Trekk det tilbake.")


def _cluster(municipality: Municipality) -> Iterator[str]:
    member: ClusterMembership | None = (
        municipality.cluster_memberships.current().select_related("cluster").first()
    )
    if member is None:
        return
    named = {"name": member.cluster.name}
    if member.cluster.lead_id == municipality.pk:
        say = _("Kommunen leder klyngen «%(name)s». Velg en annen til å lede den.")
    else:
        say = _("Kommunen er i klyngen «%(name)s» til noen tar den ut.")
    yield say % named


def _of_going_on(
    municipality: Municipality, part: Part, change: PlannedChange
) -> Iterator[str]:
    yield _(
        "Journaler, skjema, vertsnavn, trinn, avtaler, moduler og klynge er som før."
    )
    for say, before, after in (
        (_("Navnet blir %(after)s."), part.name_before, part.name_after),
        (
            _("Fylket blir %(after)s. Før var det %(before)s."),
            municipality.county_name,
            part.county_name_after,
        ),
        (
            _("Organisasjonsnummeret blir %(after)s."),
            municipality.orgnr,
            part.orgnr_after or municipality.orgnr,
        ),
    ):
        if before != after:
            yield say % {"before": before, "after": after}
    if change.ceasing:
        yield _sum_of_all()
    elif change.coming:
        yield _("Innbyggertallet er som før, til nye tall er importert.")


def _of_coming(change: PlannedChange) -> Iterator[str]:
    yield _(
        "Føres opp i registeret uten skjema, trinn, avtaler, kontaktpersoner og klynge. "
        "Sett målformen på kommunens side."
    )
    if change.ceasing:
        yield _sum_of_all()
        return
    yield _("Journalene blir der de er, i kommunen som deles.")
    yield _("Innbyggertallet mangler til nye tall er importert.")


def _sum_of_all() -> str:
    return _(
        "Innbyggertallet er summen av dem som slås sammen, til et nytt tall er importert."
    )
