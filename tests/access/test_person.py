"""Whose an account is: told by a local administrator, known by a hash, found from one place."""

import pytest
from django.db import DatabaseError, connection, transaction

from access.errors import RightsError
from access.person_number import read_number
from access.roles import Role
from access.services.credentials import start_anew
from access.services.person import set_person
from audit.hashing import number_hash, platform_hash
from audit.verbs import Verb
from tenants.account_places import places_of
from tenants.context import in_consortium, in_directory, in_municipality
from tests import world as worlds

USERS = "/admin/accounts/user/"
NUMBER = "14834212081"
OTHERS = "21838200009"


def _typed(user, number):
    names = {"first_name": user.first_name, "last_name": user.last_name}
    return {**names, "username": user.username, "national_id": number}


@pytest.fixture
def say(administrator, browser, sign_in, user_of, world):
    """Be the local administrator, who writes Siri's number in her account."""

    def do(number, who=world.nurse):
        sign_in("arne.admin")
        user = user_of(who)
        page = f"{USERS}{user.pk}/change/"
        return browser.post(page, _typed(user, number), follow=True)

    return do


def test_the_number_is_kept_as_a_hash_and_points_to_the_municipality(
    world, fjord, say, user_of, logged
):
    answer = say("148342 12081")

    assert answer.status_code == 200
    siri = user_of(world.nurse)
    assert siri.person_hash == number_hash(NUMBER)
    assert places_of(platform_hash("identifier", NUMBER)) == [fjord]
    event = logged(Verb.RIGHTS_CHANGED)[-1]
    assert event["detail"] == {"what": "person_set"}
    assert NUMBER not in str(logged())
    page = say("")
    assert NUMBER not in page.text
    assert user_of(world.nurse).person_hash == number_hash(NUMBER)


@pytest.mark.parametrize("number", ["14834212082", "1483421208", "fødselsnummer"])
def test_a_number_nobody_has_is_told_at_its_field(world, say, user_of, number):
    answer = say(number)

    assert "id_national_id_error" in answer.text
    assert user_of(world.nurse).person_hash is None


def test_a_number_is_one_accounts_only(world, say, user_of):
    say(NUMBER, who=world.leader)
    answer = say(NUMBER)

    assert "En annen konto har dette nummeret" in answer.text
    assert user_of(world.nurse).person_hash is None


def test_nobody_says_it_of_himself_or_of_one_nobody_employs(
    administrator, browser, sign_in
):
    sign_in("arne.admin")
    nobody = worlds.person("ulla.uten")

    for user in (administrator, nobody):
        page = browser.get(f"{USERS}{user.pk}/change/")
        assert "national_id" not in page.text
        with pytest.raises(RightsError):
            set_person(user, read_number(NUMBER), by=worlds.worker(administrator))


def test_whoever_is_hired_anew_is_nobody_until_it_is_said_again(
    world, administrator, user_of
):
    siri = set_person(
        user_of(world.nurse), read_number(NUMBER), by=worlds.worker(administrator)
    )

    with transaction.atomic():
        start_anew(siri.pk)

    siri.refresh_from_db()
    assert siri.person_hash is None
    assert places_of(platform_hash("identifier", NUMBER)) == []


def test_one_person_is_found_in_several_municipalities_by_unlike_hashes(
    world, administrator, user_of, fjord, fjell
):
    number = read_number(NUMBER)
    siri = set_person(user_of(world.nurse), number, by=worlds.worker(administrator))
    with in_municipality(fjell):
        root = worlds.unit("Fjell kommune", kind="enterprise", orgnr="999999980")
        boss = worlds.person("berit.admin", (Role.LOCAL_ADMIN, root))
        same = worlds.person("siri.s", (Role.NURSE, root))
        set_person(same, number, by=worlds.worker(boss))

    assert places_of(platform_hash("identifier", NUMBER)) == [fjell, fjord]
    assert same.person_hash != siri.person_hash


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM public.tenants_account_place",
        "DELETE FROM public.tenants_account_place",
        "SELECT public.tenants_places_of('k1:0')",
    ],
)
def test_no_role_lists_who_has_an_account_where(world, statement):
    places = [in_consortium()]
    if "places_of" not in statement:
        places.append(in_directory())
    with connection.cursor() as cursor, pytest.raises(DatabaseError):
        cursor.execute(statement)
    for place in places:
        with (
            place,
            connection.cursor() as cursor,
            pytest.raises(DatabaseError, match="permission denied"),
        ):
            cursor.execute(statement)
