"""Where from: the unit, its enterprise, and all the posts of who works at several."""

from access.models import Unit
from access.roles import Role
from access.workplace import posts_of
from tests import world as worlds

NORTH = "Hjemmetjenesten nord"


def place_of(event, *names):
    return tuple(event["place"].get(name) for name in names)


def test_ward_belongs_to_the_nearest_enterprise_above_it(world, root):
    home = worlds.unit("Fjordheimen", parent=root, kind="enterprise", orgnr="974653110")
    ward = worlds.unit("Post 2", parent=worlds.unit("Avdeling A", parent=home))
    user = worlds.person("vera.vakt", (Role.NURSE, ward), (Role.NURSE, world.north))

    north, second = posts_of(user.pk)

    assert (second.orgnr, second.enterprise_name) == ("974653110", "Fjordheimen")
    assert (north.orgnr, north.enterprise_name) == ("999999999", "Fjord kommune")


def test_without_an_enterprise_the_municipality_is_the_point_of_care(world, fjord):
    Unit.objects.filter(parent=None).update(kind="department", orgnr="")

    (post,) = posts_of(world.nurse.user_id)

    assert (post.orgnr, post.enterprise_name) == (fjord.orgnr, fjord.official_name)


def test_event_names_unit_enterprise_and_controller(
    world, fjord, browser, sign_in, logged
):
    sign_in("siri.sykepleier")
    browser.get(f"/records/{world.ola.record_id}/")

    (event,) = logged("read")
    assert event["place"] == {
        "enterprise_name": "Fjord kommune",
        "orgnr": "999999999",
        "unit": str(world.north.pk),
        "unit_name": NORTH,
    }
    assert event["municipality"] == {
        "id": str(fjord.pk),
        "name": fjord.official_name,
        "orgnr": fjord.orgnr,
    }
    assert event["source"]["system"] == "akson"
    assert event["source"]["version"]


def test_list_comes_from_all_the_posts_and_a_record_from_one(
    world, browser, sign_in, logged
):
    worlds.person(
        "vera.vikar", (Role.NURSE, world.north), (Role.CARE_WORKER, world.south)
    )
    sign_in("vera.vikar")
    units = [str(world.north.pk), str(world.south.pk)]
    browser.post("/arbeidssted/", {"units": units})
    browser.get("/")
    browser.get(f"/records/{world.ola.record_id}/")

    (listed,) = logged("listed")
    (read,) = logged("read")
    assert listed["posts"] == [
        {"role": "sykepleier", "unit": units[0]},
        {"role": "helsefagarbeider", "unit": units[1]},
    ]
    assert listed["actor"]["role"] == "helsefagarbeider,sykepleier"
    assert "posts" not in read
    assert read["place"]["unit"] == units[0]
    assert read["actor"]["role"] == "sykepleier"


def test_refusal_says_all_the_posts_that_gave_nothing(world, browser, sign_in, logged):
    east = worlds.unit("Hjemmetjenesten øst", parent=world.south.parent)
    worlds.person("vera.vikar", (Role.NURSE, world.south), (Role.CLERK, east))
    sign_in("vera.vikar")
    browser.post("/arbeidssted/", {"units": [str(world.south.pk), str(east.pk)]})

    browser.get(f"/records/{world.ola.record_id}/")

    (refused,) = [event for event in logged() if event["outcome"] == 4]
    assert refused["refusal"] == "no_relation"
    assert {post["unit"] for post in refused["posts"]} == {
        str(world.south.pk),
        str(east.pk),
    }
    assert "grounds" not in refused


def test_list_of_who_only_administers_is_for_administration(
    world, browser, sign_in, logged
):
    for username in ("siri.sykepleier", "mona.merkantil"):
        sign_in(username)
        browser.get("/")
        browser.post("/konto/logg-ut/")

    assert [event["grounds"] for event in logged("listed")] == [
        {"basis": "listed", "purpose": "TREAT"},
        {"basis": "listed", "purpose": "COC"},
    ]


def test_rights_are_changed_from_the_post_of_local_administrator(
    world, root, browser, sign_in, logged
):
    worlds.person("arne.admin", (Role.LOCAL_ADMIN, root), (Role.CLERK, world.north))
    sign_in("arne.admin")
    browser.post("/arbeidssted/", {"units": [str(root.pk), str(world.north.pk)]})
    page = "/admin/access/unit/add/"
    answer = browser.post(
        page, {"parent": str(root.pk), "kind": "list", "name": "Ny", "is_active": "on"}
    )

    assert answer.status_code == 302, answer.text
    event = logged("rights_changed")[-1]
    assert place_of(event, "unit_name") == ("Fjord kommune",)
    assert event["actor"]["role"] == "lokal_administrator"
    assert event["client"]["page"] == "admin:access_unit_add"
    assert "posts" not in event
