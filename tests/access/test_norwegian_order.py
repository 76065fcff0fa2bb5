"""Lists stand as a Norwegian looks names up: by family name, æ ø å last, aa as å."""

import pytest

from access.accounts.models import User
from access.models import Employment, Unit
from access.norwegian_order import sort_key, text_key
from access.roles import Role
from access.selectors import employments_of, local_administrators, units_in_tree
from access.services.accounts import change_account
from access.services.units import save_unit
from tests import world as worlds

IN_ORDER = ["Alta", "Ára", "Bodø", "Čohkka", "Zambia", "Ærfugl", "Østre", "Åmot"]


def _keys_above_a_list(names):
    """Write names in the order the database gives them by their bytes."""
    return sorted(names, key=str.encode)


def test_bytes_would_put_the_last_letters_wrong():
    assert _keys_above_a_list(IN_ORDER) != IN_ORDER


def test_the_last_letters_stand_last_and_marks_are_passed_over():
    assert sorted(set(IN_ORDER), key=text_key) == IN_ORDER
    assert text_key("Aasen") == text_key("Åsen")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Dahl", "Åse"), ("Dahle", "Anna")),
        (("Øvrebø", "Per"), ("Ås", "Anna")),
        (("Nilsen", "Øyvind"), ("Nilsen", "Åge")),
    ],
)
def test_people_stand_by_family_name_first(first, second):
    keys = [sort_key(family=f, given=g) for f, g in (first, second)]

    assert keys == sorted(keys)


def test_workplaces_stand_in_order(world, root, browser, sign_in):
    units = [worlds.unit(name, parent=root) for name in reversed(IN_ORDER)]
    user = worlds.person("vera.vikar", *((Role.NURSE, unit) for unit in units))
    sign_in("vera.vikar")

    page = browser.get("/arbeidssted/").text

    places = [page.index(f">{name}</label>") for name in IN_ORDER]
    assert places == sorted(places)
    assert [e.content_object.name for e in employments_of(user.pk)] == IN_ORDER


def test_the_tree_of_units_stands_in_order(world, root):
    for name in reversed(IN_ORDER):
        unit = worlds.unit(name, parent=root)
        worlds.unit("Åpen liste", parent=unit)
        worlds.unit("Ærlig liste", parent=unit)
    Unit.objects.filter(name__startswith="Hjemmetjenesten").update(is_active=False)

    names = [unit.name for unit in units_in_tree([root.pk]) if unit.is_active]

    lists = ["Ærlig liste", "Åpen liste"]
    assert names == [root.name, *(n for name in IN_ORDER for n in (name, *lists))]


def test_accounts_and_employments_stand_by_family_name(
    world, root, administrator, browser, sign_in
):
    for given, family in (("anna", "åmot"), ("bo", "ærfugl"), ("carl", "østre")):
        worlds.person(f"{given}.{family}", (Role.LOCAL_ADMIN, root))
    sign_in("arne.admin")

    accounts = browser.get("/admin/accounts/user/").text
    employments = browser.get("/admin/access/employment/").text

    for page in (accounts, employments):
        places = [page.index(name) for name in ("bo.ærfugl", "carl.østre", "anna.åmot")]
        assert places == sorted(places)
    names = [one.name for one in local_administrators()]
    assert names == ["Arne Admin", "Bo Ærfugl", "Carl Østre", "Anna Åmot"]


def test_a_new_name_gets_its_new_place(world, root, administrator, user_of):
    by = worlds.worker(administrator)
    nurse = user_of(world.nurse)
    nurse.last_name, world.north.name = "Åmot", "Ærfugl"

    change_account(nurse, changed=["last_name"], by=by)
    save_unit(world.north, by=by)

    nurse.refresh_from_db()
    assert nurse.sort_key == sort_key(family="Åmot", given="Siri")
    assert Unit.objects.get(pk=world.north.pk).sort_key == text_key("Ærfugl")
    assert Unit.history.first().sort_key == text_key("Ærfugl")
    people = User.objects.order_by("-sort_key").values_list("pk", flat=True)
    assert people[0] == nurse.pk
    jobs = Employment.objects.order_by("-user__sort_key")
    assert jobs[0].user_id == nurse.pk
