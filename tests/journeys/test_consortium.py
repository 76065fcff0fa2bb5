"""Consortium staff start a municipality, and its first user signs in there."""

import re
from uuid import uuid4

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from access.accounts.models import User
from tenants.context import in_consortium
from tenants.models import Municipality
from tenants.schemas import ProvisioningRun
from tests.access.test_second_factor import code_of
from tests.database import COUNTY
from tests.journeys.rounds import KINDS
from tests.journeys.test_signing_in import machine_with_passkeys
from tests.world import PASSWORD

# Unfold looks at the scheme when a page is made.
DARKEN = "dark => document.documentElement.classList.toggle('dark', dark)"


@pytest.fixture
def fjære(database):
    """A municipality of the register that nobody has started."""
    with in_consortium():
        User.objects.create_superuser("kari.konsortium", password=PASSWORD)
        return Municipality.objects.create(
            schema_name="fjaere",
            name="Fjære",
            official_name="Fjære kommune",
            orgnr="999999972",
            language="nb",
            **COUNTY,
        )


@pytest.fixture
def kari(fjære, screen):
    """Consortium staff, signed in to the administration."""
    window = screen()
    type_password(window)
    expect(window.page.get_by_role("heading", name="Kommunene i Akson")).to_be_visible()
    return window


def test_new_colleague_gets_a_code_app_then_a_passkey_and_signs_in_by_it(
    fjære, screen, monkeypatch
):
    monkeypatch.setattr(settings, "AKSON_PASSWORD_IS_ENOUGH", False)
    kari = screen()
    kari.expected = {422}
    page = kari.page
    machine_with_passkeys(kari)
    type_password(kari)
    look(kari, "factor-first")
    secret = page.locator(".register-secret").inner_text().replace(" ", "")
    page.get_by_label("Koden appen viser nå").fill("000000")
    page.get_by_role("button", name="Ta kodeappen i bruk").click()
    expect(page.get_by_text("Koden stemmer ikke.")).to_be_visible()
    page.get_by_label("Koden appen viser nå").fill(code_of(secret))
    page.get_by_role("button", name="Ta kodeappen i bruk").click()
    expect(page.get_by_text("De vises bare nå.")).to_be_visible()
    look(kari, "factor-codes")
    page.get_by_role("link", name="Jeg har tatt vare på dem").click()
    expect(page.get_by_role("heading", name="Kommunene i Akson")).to_be_visible()

    # She adds a passkey to it, and leaves.
    page.get_by_role("link", name="Innlogging og sikkerhet").click()
    page.get_by_role("link", name="Legg til passnøkkel").click()
    page.get_by_label("Hva vil du kalle den?").fill("Jobbtelefonen")
    page.get_by_role("button", name="Lag passnøkkel").click()
    expect(page.get_by_role("button", name="Fjern Jobbtelefonen")).to_be_visible()
    look(kari, "factor-own")
    page.get_by_role("button", name="Logg ut").click()
    expect(page.get_by_role("link", name="Logg inn igjen")).to_be_visible()

    # She comes back: halfway in she can leave, and the passkey lets her in.
    type_password(kari)
    look(kari, "factor-asked")
    page.get_by_role("button", name="Logg ut").last.click()
    expect(page.get_by_role("link", name="Logg inn igjen")).to_be_visible()
    type_password(kari)
    page.get_by_role("button", name="Bruk passnøkkel").click()
    expect(page.get_by_role("heading", name="Kommunene i Akson")).to_be_visible()


def look(window, name):
    """Look at a page of the administration, narrow in the dark and wide in the light."""
    for width, scheme in KINDS[1:3]:
        window.become(width, scheme)
        window.page.evaluate(DARKEN, scheme == "dark")
        window.picture(f"{name}-{width}-{scheme}")
        window.check(impacts={"serious", "critical"})
        window.check_width()


def type_password(window):
    """Sign in to the administration, as far as the password goes."""
    window.go("konsortium", "/admin/")
    window.page.get_by_label("Brukernavn").fill("kari.konsortium")
    window.page.get_by_label("Passord").fill(PASSWORD)
    window.page.get_by_role("button", name="Logg inn").click()


def test_municipality_is_started_and_its_first_user_administers_it(kari, screen):
    page = kari.page

    # She finds it among those that are listed.
    index = page.get_by_role("table", name="Konsortiet")
    index.get_by_role("row").get_by_role("link", name="Kommuner").click()
    page.get_by_role("search").get_by_role("textbox").fill("fjæ")
    page.get_by_role("search").get_by_role("textbox").press("Enter")
    row = page.get_by_role("row").filter(has_text="Fjære")
    expect(row).to_contain_text("Ikke startet")
    expect(page.get_by_role("row").filter(has_text="Fjell")).to_have_count(0)
    kari.check(impacts={"serious", "critical"})
    kari.picture("consortium-list-1280")
    row.get_by_role("link").first.click()

    # It gets a host name of its own, and is started by a button.
    page.locator("#id_domains-0-domain").fill("Fjaere.localhost")
    page.locator("#id_domains-0-is_primary").check()
    kari.check(impacts={"serious", "critical"})
    kari.picture("consortium-municipality-1280")
    page.get_by_role("button", name="Lagre og fortsett å redigere").click()
    expect(page.locator("#id_domains-0-domain")).to_have_value("fjaere.localhost")
    page.get_by_role("button", name="Start kommunen").click()
    expect(page.get_by_text("Fjære er i drift.")).to_be_visible()
    kari.check(impacts={"serious", "critical"})

    # She makes the link for its first user; it is shown once.
    page.get_by_role("button", name="Lag engangslenke til første bruker").click()
    link = page.locator("#first-user-link")
    expect(link).to_be_visible()
    address = link.get_attribute("href")
    kari.check(impacts={"serious", "critical"})
    kari.picture("consortium-link-1280")
    page.go_back()
    expect(page.get_by_text("Fjære er i drift.")).to_be_visible()
    expect(page.get_by_text("velkommen/")).to_have_count(0)

    # She finds her way back to it from the municipality, where it is not started again.
    page.get_by_role("link", name="Til alle kommuner").click()
    page.get_by_role("row").filter(has_text="Fjære").get_by_role("link").first.click()
    expect(page.get_by_role("button", name="Start kommunen")).to_have_count(0)
    page.get_by_role("link", name="Se oppstarten").click()
    expect(page.get_by_text("Startet av kari.konsortium")).to_be_visible()
    expect(page.get_by_role("button", name="Lag engangslenke")).to_be_visible()

    _accept(address, screen)


def _accept(address, screen):
    """Be the person who gets the link: make an account, and look around."""
    åse = screen()
    åse.expected = {410}
    page = åse.page
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Velkommen til Akson, Fjære"
    )
    page.get_by_label("Fornavn").fill("Åse")
    page.get_by_label("Etternavn").fill("Øvrebø")
    page.get_by_label("Brukernavn").fill("aase.ovrebo")
    page.get_by_label("E-post").fill("aase@fjaere.example")
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_label("Passord en gang til").fill(PASSWORD)
    åse.check()
    page.get_by_role("button", name="Lag konto og logg inn").click()

    # She is signed in, as local administrator, at the page her work begins on.
    page.wait_for_url("**/admin/")
    expect(page.get_by_role("heading", name="Kontoer, enheter")).to_be_visible()
    åse.check(impacts={"serious", "critical"})
    åse.picture("local-admin-1280")
    page.get_by_role("link", name="Enheter").first.click()
    expect(page.get_by_role("row").filter(has_text="Fjære kommune")).to_be_visible()

    # The link does not work again, for anybody, and says so in plain words.
    other = screen()
    other.expected = {410}
    answer = other.page.goto(address)
    assert answer.status == 410
    expect(other.page.get_by_role("heading", level=1)).to_have_text(
        "Lenken virker ikke lenger"
    )
    expect(other.page.get_by_text("En lenke virker én gang")).to_be_visible()
    other.check()

    # An administrator sees no patients: their list leads back to what is hers to do.
    åse.go("fjaere", "/")
    expect(page).to_have_url(re.compile(r"/admin/$"))


def test_progress_is_followed_until_the_municipality_is_in_operation(kari, fjære):
    with in_consortium():
        run = ProvisioningRun.objects.create(municipality=fjære, requested_by="kari")
    kari.go("konsortium", f"/admin/tenants/municipality/runs/{run.pk}/")
    expect(kari.page.get_by_text("Venter på tur")).to_be_visible()
    kari.check(impacts={"serious", "critical"})

    _tell(run, state="running", step=3, steps_total=6, step_label="Lager tabeller")
    expect(kari.page.get_by_text("Trinn 3 av 6: Lager tabeller")).to_be_visible()
    expect(kari.page.get_by_role("progressbar")).to_have_attribute("value", "50")

    _tell(run, state="done", step=6, finished_at=timezone.now())
    expect(kari.page.get_by_text("Fjære er i drift.")).to_be_visible()


def test_start_that_failed_is_tried_again_from_where_it_is_seen(kari, fjære):
    with in_consortium():
        run = ProvisioningRun.objects.create(municipality=fjære, requested_by="kari")
    _tell(run, state="failed", finished_at=timezone.now(), error="Noe gikk galt.")
    kari.go("konsortium", f"/admin/tenants/municipality/{fjære.pk}/change/")

    kari.page.get_by_role("link", name="Se oppstarten").click()
    expect(kari.page.get_by_text("Noe gikk galt.")).to_be_visible()
    kari.check(impacts={"serious", "critical"})
    kari.page.get_by_role("button", name="Prøv igjen").click()

    expect(kari.page.get_by_text("Fjære er i drift.")).to_be_visible()


def _register(*names):
    with in_consortium():
        return [
            Municipality.objects.create(
                schema_name=name.lower(), name=name, official_name=name, **COUNTY
            )
            for name in names
        ]


def test_five_municipalities_are_started_at_once(kari):
    names = ["Adal", "Bdal", "Cdal", "Ddal", "Edal"]
    _register(*names)
    kari.go("konsortium", "/admin/tenants/municipality/?state__exact=listed")
    for name in names:
        row = kari.page.get_by_role("row").filter(has_text=name)
        row.get_by_role("checkbox").check()
    kari.page.get_by_label("Velg handling").select_option("Start valgte kommuner")
    kari.picture("consortium-start-many-1280")
    kari.page.get_by_role("button", name="Utfør").click()

    expect(kari.page.get_by_text("5 av 5 er ferdig behandlet.")).to_be_visible()
    table = kari.page.get_by_role("table", name="Kommunene som startes")
    for name in names:
        expect(table.get_by_role("row").filter(has_text=name)).to_contain_text("Ferdig")
    kari.check(impacts={"serious", "critical"})
    with in_consortium():
        assert Municipality.objects.filter(name__in=names, state="active").count() == 5


def test_five_starts_are_watched_and_those_that_wait_cancelled(kari):
    batch = uuid4()
    with in_consortium():
        runs = [
            ProvisioningRun.objects.create(
                municipality=each, requested_by="kari", batch=batch
            )
            for each in _register("Adal", "Bdal", "Cdal", "Ddal", "Edal")
        ]
    kari.go("konsortium", f"/admin/tenants/municipality/starts/{batch}/")
    expect(kari.page.get_by_text("0 av 5 er ferdig behandlet.")).to_be_visible()
    kari.check(impacts={"serious", "critical"})

    _tell(runs[0], state="done", finished_at=timezone.now())
    _tell(runs[1], state="running", step=3, steps_total=7, step_label="Lager tabeller")
    table = kari.page.get_by_role("table", name="Kommunene som startes")
    expect(table.get_by_text("Trinn 3 av 7: Lager tabeller")).to_be_visible()
    expect(kari.page.get_by_role("progressbar")).to_have_attribute("value", "20")
    kari.picture("consortium-starts-1280")
    kari.page.set_viewport_size({"width": 320, "height": 720})
    kari.picture("consortium-starts-320")

    kari.page.get_by_role("button", name="Avbryt de som venter").click()
    expect(kari.page.get_by_text("3 oppstarter er avbrutt.")).to_be_visible()
    expect(kari.page.get_by_text("4 av 5 er ferdig behandlet.")).to_be_visible()
    expect(table.get_by_role("row").filter(has_text="Edal")).to_contain_text("Avbrutt")

    _tell(runs[1], state="failed", finished_at=timezone.now(), error="Noe gikk galt.")
    expect(kari.page.get_by_text("1 mislyktes.")).to_be_visible()
    expect(kari.page.get_by_role("button", name="Avbryt de som")).to_have_count(0)


def _tell(run, **changes):
    with in_consortium():
        ProvisioningRun.objects.filter(pk=run.pk).update(**changes)
