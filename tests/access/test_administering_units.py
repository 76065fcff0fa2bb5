"""The tree of units as local administrators change it: places, numbers, services."""

import pytest

from access.models import Unit
from tests import world as worlds

UNITS = "/admin/access/unit/"
ORGNR = "999999972"


def _typed(name, kind, parent, **more):
    typed = {"name": name, "kind": kind, "parent": str(parent.pk), "is_active": "on"}
    return typed | more


def test_units_are_made_moved_and_taken_out_of_use(
    administrator, root, browser, sign_in, world
):
    sign_in("arne.admin")
    typed = {"name": "Rute 1", "kind": "list", "parent": str(world.north.pk)}

    browser.post(f"{UNITS}add/", typed | {"is_active": "on"})

    made = Unit.objects.get(name="Rute 1")
    assert made.path == [root.pk, world.north.pk, made.pk]
    browser.post(f"{UNITS}{made.pk}/change/", typed | {"parent": str(world.south.pk)})
    made.refresh_from_db()
    assert made.path == [root.pk, world.south.pk, made.pk]
    assert not made.is_active
    inside = browser.post(
        f"{UNITS}{world.south.pk}/change/",
        {"name": "Hjemmetjenesten sør", "kind": "ward", "parent": str(made.pk)},
    )
    assert "under seg selv" in inside.text
    loose = browser.post(f"{UNITS}add/", {"name": "Løs", "kind": "ward"})
    assert "Velg hvilken enhet den hører til." in loose.text
    assert browser.get(f"{UNITS}{made.pk}/delete/").status_code == 403


def test_an_enterprise_is_made_with_its_number_however_it_is_typed(
    administrator, root, browser, sign_in
):
    sign_in("arne.admin")

    typed = _typed("Sykehjemmet", "enterprise", root, orgnr=" 999 999 972 ")
    answer = browser.post(f"{UNITS}add/", typed)

    assert answer.status_code == 302
    assert Unit.objects.get(name="Sykehjemmet").orgnr == ORGNR


@pytest.mark.parametrize(
    ("kind", "orgnr", "message"),
    [
        ("enterprise", "", "En virksomhet må ha et organisasjonsnummer."),
        ("enterprise", "999999992", "Nummeret kan ikke være riktig."),
        ("enterprise", "123456785", "Nummeret kan ikke være riktig."),
        ("ward", "abc", "Et organisasjonsnummer har ni sifre."),
        ("ward", "99999997", "Et organisasjonsnummer har ni sifre."),
        ("ward", "999999992", "Nummeret kan ikke være riktig."),
    ],
)
def test_a_number_nobody_can_have_is_told_at_its_field(
    administrator, root, browser, sign_in, kind, orgnr, message
):
    sign_in("arne.admin")

    answer = browser.post(f"{UNITS}add/", _typed("Ny", kind, root, orgnr=orgnr))

    errors = answer.context["adminform"].form.errors
    assert list(errors) == ["orgnr"]
    assert message in errors["orgnr"][0]
    assert not Unit.objects.filter(name="Ny").exists()


def test_an_enterprise_belongs_to_an_enterprise(
    administrator, root, browser, sign_in, world
):
    sign_in("arne.admin")

    typed = _typed("Sykehjemmet", "enterprise", world.north, orgnr=ORGNR)
    under_a_ward = browser.post(f"{UNITS}add/", typed)
    typed = {"name": root.name, "kind": "department", "orgnr": "", "is_active": "on"}
    worlds.unit("Sykehjemmet", parent=root, kind="enterprise", orgnr=ORGNR)
    over_one = browser.post(f"{UNITS}{root.pk}/change/", typed)

    errors = under_a_ward.context["adminform"].form.errors
    assert errors == {
        "parent": ["En virksomhet kan bare høre til en annen virksomhet."]
    }
    errors = over_one.context["adminform"].form.errors
    assert list(errors) == ["kind"]
    root.refresh_from_db()
    assert root.kind == "enterprise"


def test_the_service_is_chosen_by_name_and_nothing_else_is_taken(
    administrator, root, browser, sign_in
):
    sign_in("arne.admin")

    form = browser.get(f"{UNITS}add/").text
    answer = browser.post(
        f"{UNITS}add/", _typed("Ny", "ward", root, service_type="1515")
    )

    assert '<option value="15">Helsetjenester i hjemmet</option>' in form
    assert "9151" not in form
    assert list(answer.context["adminform"].form.errors) == ["service_type"]
