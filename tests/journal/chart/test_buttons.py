"""No button on a patient's pages ends at a closed door."""

import re

import pytest
from django.urls import reverse

from access.roles import Role
from tests import world as worlds

PAGES = ("chart:patient", "record:person")
_PEOPLE = {
    "nurse": [(Role.NURSE, "north")],
    "care worker": [(Role.CARE_WORKER, "north")],
    "physician": [(Role.PHYSICIAN, "north")],
    "case handler": [(Role.CASE_HANDLER, "north")],
    "clerk": [(Role.CLERK, "north")],
    "leader": [(Role.LEADER, "north")],
    "leader elsewhere, care worker here": [
        (Role.CARE_WORKER, "north"),
        (Role.LEADER, "south"),
    ],
}


@pytest.fixture
def somebody(world, works_at, desk):
    """Hire somebody as what a case says, and let him work at all those units."""

    def _somebody(who):
        posts = [(role, getattr(world, at)) for role, at in _PEOPLE[who]]
        worker = worlds.worker(worlds.person("per.person", *posts))
        if len(posts) == 1:
            return desk(worker)
        return works_at(worker, *[unit for _role, unit in posts])

    return _somebody


def links(html):
    """The addresses a page leads to, but for telephones."""
    main = html.split("<main")[1].split("</main>")[0]
    return sorted(set(re.findall(r'<a [^>]*href="(/[^"#]*)', main)))


def closed(desk, known):
    """The links of a patient's pages that are refused."""
    refused = []
    for name in PAGES:
        answer = desk.get(name, known.record_id, follow=True)
        if answer.status_code == 200:
            refused += [
                link
                for link in links(answer.text)
                if desk.client.get(link).status_code == 403
            ]
    return refused


@pytest.mark.parametrize("who", _PEOPLE)
def test_nobody_is_offered_what_is_refused(world, somebody, who):
    assert closed(somebody(who), world.ola) == []


@pytest.mark.parametrize("who", ["nurse", "case handler", "leader"])
def test_former_unit_is_offered_nothing_that_is_refused(
    world, somebody, end, admit, who
):
    admit(world.ola, world.south)
    there = somebody(who)
    end(world.ola, at=world.north)

    pages = [there.get(name, world.ola.record_id).text for name in PAGES]

    assert closed(there, world.ola) == []
    for words in ("Flytt", "Avslutt", "Skriv ut", "Gi tilgang", "Nytt notat"):
        assert f"{words}<" not in "".join(pages)


def test_lent_access_offers_nothing_that_is_refused(world, desk, lend):
    lend(world.ola, world.stranger)

    assert closed(desk(world.stranger), world.ola) == []


def test_stay_at_another_unit_is_not_mine_to_end(world, desk, admit):
    mine, other = world.ola.episode_id, admit(world.ola, world.south).pk

    for name in PAGES:
        page = desk(world.nurse).get(name, world.ola.record_id).text
        assert reverse("record:discharge", args=[world.ola.record_id, mine]) in page
        assert f"/move/{other}/" not in page
        assert f"/discharge/{other}/" not in page


def test_case_handler_ends_services_at_every_unit(world, somebody, admit):
    other = admit(world.ola, world.south).pk

    page = somebody("case handler").get("chart:patient", world.ola.record_id).text

    assert f"/discharge/{other}/" in page


def test_leader_may_lend_access_and_print(world, desk):
    page = desk(world.leader).get("chart:patient", world.ola.record_id).text

    assert reverse("record:grants", args=[world.ola.record_id]) in page
    assert reverse("documentation:print", args=[world.ola.record_id]) in page
