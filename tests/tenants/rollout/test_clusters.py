"""Municipalities that come together: in one cluster at a time, led by one of them."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from access.accounts.models import User
from access.consortium.models import ConsortiumEvent
from tenants.context import in_consortium
from tenants.rollout.clustering import ClusterRefusedError, move, store_cluster
from tenants.rollout.clusters import Cluster, ClusterMembership
from tenants.rollout.services import come_to_stage
from tenants.suspending.models import Suspension
from tests.tenants.rollout.ground import NEW_YEAR, listed
from tests.world import PASSWORD

LIST = "/admin/tenants/municipality/"


def a_cluster(name, lead, wave=1):
    cluster = Cluster(name=name, lead=lead, wave=wave)
    store_cluster(cluster, by="kari")
    return cluster


def members(cluster):
    return {one.municipality.name for one in cluster.memberships.current()}


@pytest.fixture
def three(database):
    """A cluster, another, and a municipality that is in none."""
    with in_consortium():
        west = a_cluster("Vest", listed("Vestvik", "46", inhabitants=3_000))
        north = a_cluster("Nord", listed("Nordvik", "55"), wave=2)
        return west, north, listed("Sund", "46")


def test_municipality_is_in_one_cluster_and_where_it_was_is_kept(three, consortium):
    west, north, sund = three

    move([sund], into=west, by="kari")
    done = move([sund], into=north, by="ola")

    assert [one.name for one in done.moved] == ["Sund"]
    assert (members(west), members(north)) == ({"Vestvik"}, {"Nordvik", "Sund"})
    assert west.memberships.exclude(left_at=None).get().left_by == "ola"
    with pytest.raises(IntegrityError), transaction.atomic():
        ClusterMembership.objects.create(municipality=sund, cluster=west)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        ClusterMembership.objects.update(cluster=west)


def test_whoever_leads_a_cluster_stays_in_it(three, consortium):
    west, north, sund = three

    done = move([west.lead, sund], into=None, by="kari")

    assert {one.name: why for one, why in done.left_out} == {
        "Vestvik": "Kommunen leder klyngen «Vest». Velg en annen til å lede den først.",
        "Sund": "Kommunen er ikke i noen klynge.",
    }
    with pytest.raises(ClusterRefusedError, match="«Nord»"):
        a_cluster("Ny", north.lead)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cluster.objects.create(name="Ny", lead=sund, wave=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        west.memberships.update(left_at=timezone.now(), left_by="kari")


@pytest.fixture
def kari(database):
    """Whoever has charge of the rollout, in the consortium's administration."""
    with in_consortium():
        user = User.objects.create_superuser("kari", password=PASSWORD)
        browser = Client(headers={"host": "konsortium.localhost"})
        browser.force_login(user, backend="access.backends.AccountBackend")
    return browser


def test_chosen_municipalities_are_put_in_a_cluster_and_their_history_says_so(
    kari, three
):
    west, _north, sund = three
    chosen = {"action": "put_in_cluster", "_selected_action": [sund.pk, west.lead_id]}

    asked = kari.post(LIST, chosen)
    unsaid = kari.post(LIST, chosen | {"confirmed": "1"})
    told = chosen | {"confirmed": "1", "cluster": west.pk}
    page = kari.post(LIST, told, follow=True).content.decode()

    assert "Legg i klynge: 2 kommuner" in asked.content.decode()
    assert unsaid.status_code == 422
    assert "Velg hvilken klynge." in unsaid.content.decode()
    assert "1 kommune er lagt i klyngen «Vest»." in page
    assert "Vestvik: Kommunen er allerede i klyngen." in page
    with in_consortium():
        assert LogEntry.objects.get().change_message == "Lagt i klyngen «Vest»."
        event = ConsortiumEvent.objects.get(action="changed")
        assert event.detail == "Lagt i klyngen «Vest»."


def test_cluster_is_made_with_its_lead_and_the_fault_stands_at_its_field(kari, three):
    _west, north, sund = three
    told = {"name": "Sør", "lead": north.lead_id, "wave": "3", "starts_on": "1.2.2027"}
    add = "/admin/tenants/cluster/add/"

    refused = kari.post(add, told | {"wave": "0"})
    kari.post(add, told | {"lead": sund.pk})

    assert "Skriv et tall fra 1 til 99." in str(refused.context["errors"])
    assert "Kommunen er i klyngen «Nord»" in str(refused.context["errors"])
    with in_consortium():
        assert members(Cluster.objects.get(name="Sør")) == {"Sund"}
        assert LogEntry.objects.filter(
            object_repr="Sund", change_message="Lagt i klyngen «Sør»."
        ).exists()


def test_those_of_a_cluster_come_to_a_stage_together_but_who_cannot(kari, three):
    west, _north, sund = three
    chosen = {"action": "step_forward", "_selected_action": [sund.pk, west.lead_id]}
    with in_consortium():
        come_to_stage(sund, "intent", on=NEW_YEAR, by="kari")

    unsaid = kari.post(LIST, chosen | {"confirmed": "1", "begins_on": "01.01.2026"})
    told = chosen | {"confirmed": "1", "begins_on": "01.01.2026", "stage": "intent"}
    page = kari.post(LIST, told, follow=True).content.decode()

    assert "Velg hvilket trinn." in unsaid.content.decode()
    assert "Sund: Kommunen er allerede på dette trinnet." in page
    assert "1 kommune er kommet til trinnet «Intensjonserklæring»." in page
    with in_consortium():
        (note,) = LogEntry.objects.values_list("object_repr", "change_message")
        assert west.lead.stages.get().begins_on == NEW_YEAR
    assert note == ("Vestvik", "Kom til trinnet «Intensjonserklæring» 01.01.2026.")


def test_list_says_how_far_each_has_come_and_who_is_suspended(kari, three, fjord):
    with in_consortium():
        come_to_stage(fjord, "intent", on=NEW_YEAR, by="kari")
        Suspension.objects.create(
            municipality=fjord,
            takes_effect_on=NEW_YEAR,
            proposed_by="kari",
            confirmed_by="ola",
            confirmed_at=timezone.now(),
        )

    page = kari.get(f"{LIST}?q=fjord").content.decode()

    assert "Stanset fra 01.01.2026" in page
    assert re.search(r'class="field-show_stage[^>]*>\s*Intensjonserklæring', page)


def test_lists_and_figures_are_told_by_cluster(kari, three):
    west, _north, sund = three
    with in_consortium():
        come_to_stage(west.lead, "intent", on=NEW_YEAR, by="kari")
        come_to_stage(sund, "interested", on=NEW_YEAR, by="kari")

    def names(address, of):
        page = kari.get(f"/admin/tenants/{address}")
        return {of(one) for one in page.context["cl"].result_list}

    assert names(f"municipality/?klynge={west.pk}", str) == {"Vestvik"}
    assert "Vestvik" not in names("municipality/?klynge=none", str)
    whose = names(f"rolloutstage/?klynge={west.pk}", lambda one: str(one.municipality))
    assert whose == {"Vestvik"}
    figures = kari.get("/admin/dekning.csv").content.decode()
    assert "Klynge: Vest;3000;0;3000" in figures
    assert names("municipality/?bolge=2", str) == {"Nordvik"}
    assert names("rolloutstage/?bolge=1", lambda one: str(one.municipality)) == {
        "Vestvik"
    }
    assert "Bølge 1;3000;0;3000" in figures
    assert "Bølge 2" in kari.get("/admin/").content.decode()
