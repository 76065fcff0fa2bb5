"""A nurse of two municipalities signs in once with HelseID, chooses, and is at work."""

import pytest
from playwright.sync_api import expect

from access.oidc.client_key import make_key, public_jwk
from access.roles import Role
from tenants.context import in_municipality
from tests import world as worlds
from tests.access.oidc.conftest import is_the_account_of, use_helseid
from tests.access.oidc.provider import NUMBER, claims_of
from tests.access.oidc.real_provider import running

HOST = "logg-inn"
PEOPLE = {"siri": claims_of(), "ukjent": claims_of("21838200009")}


@pytest.fixture
def siri(world, fjell):
    """Her accounts in both municipalities, told by their local administrators."""
    root = world.north.parent
    root.phone = "57 00 00 00"
    root.save()
    arne = worlds.person("arne.admin", (Role.LOCAL_ADMIN, root))
    siri = arne.__class__.objects.get(pk=world.nurse.user_id)
    is_the_account_of(siri, NUMBER, by=arne)
    with in_municipality(fjell):
        there = worlds.unit("Fjell kommune", kind="enterprise", orgnr="999999980")
        boss = worlds.person("berit.admin", (Role.LOCAL_ADMIN, there))
        same = worlds.person("siri.s", (Role.NURSE, worlds.unit("Vest", parent=there)))
        is_the_account_of(same, NUMBER, by=boss)


@pytest.fixture
def helseid(server, settings, tmp_path):
    """The certified provider, and the product as its client on this test's port."""
    key_file = tmp_path / "helseid.pem"
    client = public_jwk(make_key(key_file))
    origin = f"http://{HOST}.localhost:{server}"
    with running(f"{origin}/tilbake/", client, PEOPLE) as issuer:
        use_helseid(settings, issuer=issuer, key_file=key_file, origin=origin)
        yield issuer


def _say_who(page, who):
    page.get_by_label("Hvem er du?").fill(who)
    page.get_by_role("button", name="Fortsett").click()


def _look(window, title):
    """Look at the page on a phone and on a desk, by day and by night."""
    for width in (320, 1280):
        for scheme in ("light", "dark"):
            window.become(width, scheme)
            window.check()
            window.check_width()
            window.picture(f"helseid-{title}-{width}-{scheme}")


def test_nurse_signs_in_once_and_chooses_where_she_works_now(siri, helseid, screen):
    window = screen()
    page = window.page
    window.go(HOST)
    expect(page.get_by_role("heading", level=1)).to_have_text("Logg inn")
    _look(window, "welcome")

    page.get_by_role("link", name="Logg inn med HelseID").click()
    _say_who(page, "siri")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Hvilken kommune jobber du i nå?"
    )
    _look(window, "choose")
    page.get_by_role("link", name="Fjord").click()

    expect(page).to_have_title("Mine pasienter – Fjord – Akson")
    assert page.url == window.url("fjord")
    expect(page.get_by_role("main")).to_contain_text("Fjellheim")
    names = {cookie["name"]: cookie for cookie in window.context.cookies()}
    assert names["akson-session"]["domain"] == "fjord.localhost"
    assert not {"akson-person", "akson-attempt", "akson-binding"} & names.keys()


def test_from_the_municipalitys_own_page_one_comes_back_to_the_page_asked_for(
    siri, helseid, screen
):
    window = screen()
    page = window.page
    window.go("fjord", "/profil/")
    _look(window, "municipality")
    page.get_by_role("link", name="Logg inn med HelseID").click()
    _say_who(page, "siri")

    expect(page.get_by_role("heading", level=1)).to_have_text("Min konto")
    assert page.url == window.url("fjord", "/profil/")


def test_somebody_unknown_is_told_whom_to_call(siri, helseid, screen):
    window = screen()
    window.expected = {403}
    page = window.page
    window.go("fjord")
    page.get_by_role("link", name="Logg inn med HelseID").click()
    _say_who(page, "ukjent")

    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Vi fant ingen konto for deg"
    )
    expect(page.get_by_role("link", name="57 00 00 00")).to_be_visible()
    _look(window, "unknown")
