"""Two of the consortium's staff archive a municipality that was taken out: it answers nobody."""

import json
from datetime import timedelta

import pytest
from django.core.management.base import CommandError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from access.consortium.models import ConsortiumEvent
from audit.management.municipalities import chosen_municipalities
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from tenants import directory, roles
from tenants.alarms.models import Alarm
from tenants.alarms.services import look
from tenants.archiving import services
from tenants.archiving.models import Archiving
from tenants.context import (
    UnknownMunicipalityError,
    in_consortium,
    in_municipality,
    in_municipality_with_id,
)
from tenants.deciding import DecisionRefusedError
from tenants.exit.registering import ImportRefusedError, registered
from tenants.health import HealthReport, report_ages
from tenants.models import Municipality
from tenants.services import StartRefusedError, can_be_started, request_start
from tenants.suspending.models import Suspension
from tenants.upgrading.working import survey
from tests.database import as_login

CONSORTIUM = "akson_project.urls_consortium"
WORK = HealthReport.Work.SEALING


@pytest.fixture
def address(fjord):
    return reverse("admin:archiving", args=[fjord.pk], urlconf=CONSORTIUM)


@pytest.fixture
def suspended(fjord):
    """Fjord, suspended since yesterday."""
    with in_consortium():
        Suspension.objects.create(
            municipality=fjord,
            takes_effect_on=timezone.localdate() - timedelta(days=1),
            reason="Utmeldt",
            proposed_by="rolf",
            confirmed_by="sara",
            confirmed_at=timezone.now() - timedelta(days=9),
        )
    return fjord


def take_out(municipality, *, days_ago=0):
    moment = timezone.now() - timedelta(days=days_ago)
    services.note_export(municipality.pk, moment=moment, fingerprint="e" * 64)


@pytest.fixture
def ready(suspended):
    """Fjord, suspended and taken out."""
    with in_consortium():
        take_out(suspended)
    return suspended


@pytest.fixture
def archived(ready):
    """Fjord, archived by two."""
    with in_consortium():
        services.confirm(services.propose(ready, by="rolf"), by="sara")
        ready.refresh_from_db()
    return ready


def test_one_proposes_and_another_confirms_on_the_page(staff, address, ready, browser):
    rolf, sara = staff("rolf", "rollout"), staff("sara", "security")

    assert sara.post(address).status_code == 403
    page = rolf.post(address, follow=True).content.decode()
    assert "venter på at en annen bekrefter" in page
    assert "Bekreft arkiveringen" not in page
    assert rolf.post(address, {"does": "confirm"}).status_code == 403
    assert browser.get("/").status_code != 410

    page = sara.post(address, {"does": "confirm"}, follow=True).content.decode()
    assert "Kommunen er arkivert." in page
    assert "e" * 64 in page
    answer = browser.get("/konto/logg-inn/")
    assert answer.status_code == 410
    assert "Kommunen bruker ikke Akson lenger" in answer.content.decode()

    sara.post(address, {"does": "lift"})
    assert browser.get("/").status_code != 410
    told = ConsortiumEvent.objects.filter(object_type="tenants.archiving")
    assert sorted(told.values_list("actor_name", "action")) == [
        ("rolf", "added"),
        ("sara", "changed"),
        ("sara", "changed"),
    ]


def test_the_municipalitys_own_log_says_who_archived_and_opened_it(
    staff, address, ready
):
    rolf, sara = staff("rolf", "rollout"), staff("sara", "security")
    rolf.post(address)
    rolf.person.groups.add(*sara.person.groups.all())
    rolf.post(address, {"does": "confirm"})
    sara.post(address, {"does": "confirm"})
    sara.post(address, {"does": "lift"})

    with in_municipality(ready):
        events = AccessEvent.objects.filter(verb=Verb.RIGHTS_CHANGED)
        said = [
            (json.loads(bytes(one.body)), one.outcome)
            for one in events.order_by("recorded_at")
        ]
    told = [
        (body["actor"]["name"], body["detail"]["what"], outcome)
        for body, outcome in said
    ]
    assert told == [
        ("rolf", "archiving_proposed", Outcome.DONE),
        ("rolf", "archiving_confirmed", Outcome.DONE),
        ("rolf", "archiving_confirmed", Outcome.FAILED),  # another has to
        ("sara", "archiving_confirmed", Outcome.DONE),
        ("sara", "archiving_lifted", Outcome.DONE),
    ]


def test_others_of_the_consortium_may_not(staff, address, ready):
    support = staff("svein", "support")

    assert "Foreslå arkivering" not in support.get(address).content.decode()
    assert support.post(address).status_code == 403


def test_page_says_why_not_yet(staff, address, fjord):
    page = staff("rolf", "rollout").get(address).content.decode()

    assert "Kommunen må være stanset først." in page
    assert "Foreslå arkivering" not in page


def test_it_is_taken_out_after_the_suspension_and_sealed(suspended):
    with in_consortium():
        take_out(suspended, days_ago=3)
        with pytest.raises(DecisionRefusedError, match="Driften må ta ut"):
            services.propose(suspended, by="rolf")
        take_out(suspended)
        report_ages(WORK, {suspended.pk: 61}, bound_s=60)
        with pytest.raises(DecisionRefusedError, match="Forseglingen"):
            services.propose(suspended, by="rolf")
        report_ages(WORK, {suspended.pk: 0}, bound_s=60)
        made = services.propose(suspended, by="rolf")
        with pytest.raises(DecisionRefusedError, match="allerede foreslått"):
            services.propose(suspended, by="rolf")
        suspended.suspensions.update(lifted_by="sara", lifted_at=timezone.now())
        with pytest.raises(DecisionRefusedError, match="stanset"):
            services.confirm(made, by="sara")


def test_nobody_archives_alone_nor_past_the_decision(ready):
    state = Municipality.objects.filter(pk=ready.pk)
    with in_consortium():
        with pytest.raises(IntegrityError), transaction.atomic():
            state.update(state="archived")
        made = services.propose(ready, by="rolf")
        with pytest.raises(DecisionRefusedError, match="En annen"):
            services.confirm(made, by="rolf")
        with pytest.raises(IntegrityError), transaction.atomic():
            Archiving.objects.update(confirmed_by="rolf", confirmed_at=timezone.now())
        services.confirm(made, by="sara")
        with pytest.raises(IntegrityError), transaction.atomic():
            state.update(state="active")
        with pytest.raises(IntegrityError), transaction.atomic():
            state.update(state="listed")


def test_no_work_is_done_there_and_none_is_missed(archived):
    assert directory.municipality_at("fjord.localhost") is None
    with pytest.raises(UnknownMunicipalityError), in_municipality_with_id(archived.pk):
        pass
    with in_consortium():
        report_ages(WORK, {archived.pk: 61}, bound_s=60)
        look()
        assert not Alarm.objects.exists()


def test_operator_reaches_it_by_name_and_nobody_starts_it(archived):
    assert [each.pk for each in chosen_municipalities(["fjord"])] == [archived.pk]
    assert archived not in chosen_municipalities([])
    with pytest.raises(CommandError, match="ukjent"):
        chosen_municipalities(["ukjent"])
    with in_consortium():
        assert not can_be_started(archived)
        with pytest.raises(StartRefusedError, match="sluttet"):
            request_start(archived, by="rolf")
        with pytest.raises(ImportRefusedError, match="arkivert"), transaction.atomic():
            registered(archived, "fjord")


def test_its_schema_is_upgraded_with_the_others(archived):
    with as_login(roles.MIGRATOR), in_consortium():
        assert "fjord" in survey().current
