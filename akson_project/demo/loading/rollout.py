"""The consortium's demo: example inhabitants of every municipality, and how far each has come.

The figures are invented, round, and marked as examples; importing Statistics Norway's takes
their place.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zlib import crc32

from django.utils import timezone
from django.utils.translation import gettext as _

from akson_project.demo.loading.division import remember_division
from akson_project.demo.stories.places.everywhere import PLACES
from tenants.agreements.agreement import Agreement
from tenants.agreements.contacts import ContactPerson
from tenants.agreements.letters import LetterOfIntent
from tenants.context import in_consortium
from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.models import InhabitantCount
from tenants.registry.regions import HealthRegion
from tenants.rollout.clustering import move, store_cluster
from tenants.rollout.clusters import Cluster
from tenants.rollout.models import ReadinessCheck, Stage
from tenants.rollout.services import come_to_stage

BY = "konsortium"
# The largest, in thousands, so that the shares look as they would; all others by chance.
_LARGE = {
    "0301": 700, "4601": 290, "5001": 210, "1103": 150, "3201": 130, "4204": 120,
    "3301": 105, "3107": 90, "1108": 85, "5501": 80, "3907": 65, "4003": 55, "1804": 55,
    "1508": 55, "3203": 100, "3205": 95, "3909": 50, "3101": 33, "3103": 50, "3105": 60,
    "4001": 38, "4203": 46, "1106": 38, "3403": 32, "3411": 34, "3901": 60, "1505": 24,
}  # fmt: skip
_SMALLEST, _SPREAD = 800, 13_000
# Of ten municipalities, by chance: how far they have come.
_STAGES = (
    (Stage.INTERESTED,),
    (Stage.INTERESTED,),
    (Stage.INTERESTED, Stage.INTENT),
    (Stage.INTERESTED, Stage.INTENT),
    (Stage.INTENT,),
    (Stage.INTENT, Stage.AGREEMENT),
    (),
    (),
    (),
    (),
)
# Neighbours that come together, the one that leads first: schema names, wave, days until start.
_CLUSTERS = (
    ("Bergensregionen", ("bergen", "askoy", "oygarden", "alver"), 1, -120),
    ("Sunnfjordregionen", ("sunnfjord", "askvoll", "fjaler", "kinn"), 2, 60),
    ("Indre Finnmark", ("karasjok", "kautokeino", "porsanger", "tana"), 2, 90),
)
_ALL_THE_WAY = (Stage.INTENT, Stage.AGREEMENT, Stage.PREPARED, Stage.PILOT, Stage.LIVE)


def load_rollout(today: date) -> None:
    """Count the inhabitants, and let the municipalities come as far as they have."""
    with in_consortium():
        if InhabitantCount.objects.exists():
            return
        numbers = MunicipalityNumber.objects.filter(valid_until=None)
        known = list(numbers.select_related("municipality").order_by("number"))
        InhabitantCount.objects.bulk_create(_count(one, today) for one in known)
        for one in known:
            way = list(_way_of(one, today))
            for stage, on in way:
                come_to_stage(one.municipality, stage, on=on, by=BY)
                if stage == Stage.PREPARED:
                    _make_ready(one.municipality, on)
            if [stage for stage, _on in way] == [Stage.INTERESTED]:
                _ask(one, today)
        remember_division(by=BY)
        _make_clusters(
            {one.municipality.schema_name: one.municipality for one in known}, today
        )


def _count(one: MunicipalityNumber, today: date) -> InhabitantCount:
    by_chance = (_SMALLEST + crc32(one.number.encode()) % _SPREAD) // 100 * 100
    large = _LARGE.get(one.number)
    return InhabitantCount(
        municipality=one.municipality,
        counted_on=date(today.year, 1, 1),
        inhabitants=large * 1000 if large else by_chance,
        source=_("Oppdiktet for demoen"),
        is_example=True,
        recorded_by=BY,
    )


def _way_of(one: MunicipalityNumber, today: date) -> Iterator[tuple[str, date]]:
    """The stages of a municipality and their days, over the last year and a half."""
    chance = _chance(one)
    stages: tuple[str, ...] = _STAGES[chance % len(_STAGES)]
    if one.municipality.schema_name in PLACES:
        stages = _ALL_THE_WAY
    elif one.municipality.health_region == HealthRegion.CENTRAL:
        stages = ()
    elif one.number == "0301":
        stages = (Stage.INTERESTED,)
    first = today - timedelta(days=540 - chance % 400)
    for at, stage in enumerate(stages):
        yield stage, first + timedelta(days=28 * at)


def _chance(one: MunicipalityNumber) -> int:
    return crc32(one.municipality.schema_name.encode())


def _ask(one: MunicipalityNumber, today: date) -> None:
    """Ask for a letter of intent; some have not answered in time."""
    ContactPerson.objects.create(
        municipality=one.municipality,
        task=ContactPerson.Task.POST,
        name=_("Postmottak"),
        email=f"post@{one.municipality.schema_name.replace('_', '-')}.example",
    )
    days_left, days_ago = (-14, 35) if _chance(one) % 3 == 0 else (21, 7)
    sent_on = datetime.combine(today - timedelta(days=days_ago), time(10, 15))
    LetterOfIntent.objects.create(
        municipality=one.municipality,
        asked_by=BY,
        answer_by=today + timedelta(days=days_left),
        is_to_be_sent=False,
        sent_at=timezone.make_aware(sent_on),
        times_sent=1,
    )


def _make_clusters(known: Mapping[str, Municipality], today: date) -> None:
    for name, members, wave, days in _CLUSTERS:
        starts_on = today + timedelta(days=days)
        lead, *others = (known[one] for one in members)
        cluster = Cluster(name=name, lead=lead, wave=wave, starts_on=starts_on)
        store_cluster(cluster, by=BY)
        move(others, into=cluster, by=BY)


def _make_ready(municipality: Municipality, on: date) -> None:
    _sign(municipality, on)
    ReadinessCheck.objects.filter(municipality=municipality).update(
        owner=_("Innføringsleder i kommunen"),
        evidence=_("Protokoll i kommunens arkiv"),
        done_on=on + timedelta(days=14),
    )


def _sign(municipality: Municipality, on: date) -> None:
    """Sign the processor agreement, and for some the one that replaced it."""
    facts: dict[str, Any] = {
        "municipality": municipality,
        "kind": Agreement.Kind.PROCESSOR,
        "signed_by": _("Kommunedirektøren"),
        "case_number": f"112/{on:%y}",
    }
    first = Agreement.objects.create(signed_on=on, **facts)
    if crc32(municipality.schema_name.encode()) % 4 == 0:
        later = on + timedelta(days=30)
        Agreement.objects.create(signed_on=later, replaces=first, **facts)
