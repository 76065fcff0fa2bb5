"""People come and go: what they, and those beside them, see of it."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from access.accounts.models import User
from access.models import Employment
from access.roles import Role
from access.services.employment import end_employment
from access.staff.services.substitutes import Help, send_home, take_in
from tests import world as worlds


def test_ended_employment_in_an_open_tab(world, screen):
    siri = screen()
    siri.expected = {401}
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier")
    page.get_by_role("link", name="Fjellheim, Ola").click()
    page.get_by_role("link", name="Flytt").click()
    page.get_by_label("Rom").fill("Rommet ved kjøkkenet")
    beside = siri.tab()
    beside.goto(siri.url("fjord", f"/records/{world.ola.record_id}/"))
    expect(beside.get_by_role("heading", level=1)).to_have_text("Ola Fjellheim")

    # An administrator ends her only employment, while both tabs are open.
    root = world.north.parent
    arne = worlds.worker(worlds.person("arne.admin", (Role.LOCAL_ADMIN, root)))
    end_employment(Employment.objects.get(user=world.nurse.user_id), by=arne)

    # What she sends is not stored; she is told so, and gets back what she wrote.
    page.get_by_role("button", name="Flytt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Du er logget ut")
    expect(page.get_by_role("main")).to_contain_text("Rommet ved kjøkkenet")
    siri.check()
    siri.picture("ended-employment-1280")

    # The other tab shows no more of the patient, and signing in again opens nothing.
    beside.reload()
    beside.wait_for_url("**/konto/logg-inn/**")
    siri.type_account(beside, "siri.sykepleier")
    expect(beside.get_by_role("main")).to_contain_text("ansettelse")
    expect(beside.get_by_text("Fjellheim")).to_have_count(0)


def test_substitute_for_a_week(world, screen):
    lise = screen(width=320)
    page = lise.page
    lise.sign_in("fjord", "lise.leder")
    lise.go("fjord", "/vakter/")
    page.get_by_role("link", name="Vikar i kveld").first.click()
    page.get_by_label("Navnet på vikaren").fill("fremmed")
    page.get_by_role("button", name="Finn vikar").click()
    page.get_by_label("Frank Fremmed").check()
    page.get_by_label("En uke").check()
    lise.check()
    lise.check_width()
    lise.picture("substitute-week-320")
    page.get_by_role("button", name="Legg til vikaren").click()
    there = page.get_by_role("region", name="Vikarer nå")
    expect(there).to_contain_text("Frank Fremmed")
    lise.check()
    lise.check_width()
    lise.picture("roster-320")

    # He works at two units now, chooses the one he helps at, and has its patients.
    frank = screen()
    frank.sign_in("fjord", "frank.fremmed")
    frank.page.get_by_label("Hjemmetjenesten nord").check()
    frank.page.get_by_role("button", name="Jobb her nå").click()
    frank.page.get_by_role("link", name="Fjellheim, Ola").click()
    expect(frank.page.get_by_role("heading", level=1)).to_have_text("Ola Fjellheim")

    # Sent home, he has not at his next step.
    there.get_by_role("button", name="Avslutt vikariatet").click()
    page.get_by_role("dialog").get_by_role("button", name="Avslutt vikariatet").click()
    expect(page.get_by_text("Vikaren har ikke lenger tilgang her.")).to_be_visible()
    frank.expected = {403}
    frank.page.reload()
    expect(frank.page.get_by_text("Ola Fjellheim")).to_have_count(0)


def test_substitute_for_tonight_in_two_taps(world, screen):
    frank = User.objects.get(username="frank.fremmed")
    end = timezone.now() + timedelta(hours=5)
    before = Help(world.north, Role.NURSE, on_duty_until=end, until=end)
    send_home(take_in(frank, to=before, by=world.leader), by=world.leader)
    lise = screen()
    lise.sign_in("fjord", "lise.leder")
    lise.go("fjord", f"/vakter/vikar/{world.north.pk}/")
    lise.picture("substitute-1280")

    # Who has helped here before, stands there: one tap on him, and one to confirm.
    lise.page.get_by_label("Frank Fremmed").check()
    lise.page.get_by_role("button", name="Legg til vikaren").click()

    on_duty = lise.page.get_by_role("region", name="Hjemmetjenesten nord")
    expect(on_duty).to_contain_text("Frank Fremmed")
    lise.check()
    lise.picture("roster-1280")


def test_administrator_imports_the_staff_of_a_ward(world, screen, tmp_path):
    root = world.north.parent
    worlds.person("arne.admin", (Role.LOCAL_ADMIN, root))
    file = tmp_path / "ansatte.csv"
    file.write_text(
        "Brukernavn;Fornavn;Etternavn;Stilling;Enhet;Rolle;Fra og med;Til og med\n"
        "nina.ny;Nina;Ny;sykepleier;Hjemmetjenesten nord;Sykepleier;01.11.2026;\n"
        "siri.sykepleier;Siri;Sykepleier;;Hjemmetjenesten nord;Sjef;01.11.2026;\n"
    )
    arne = screen(width=320)
    page = arne.page
    arne.sign_in("fjord", "arne.admin")
    arne.go("fjord", "/ansatte/import/")
    arne.check()
    arne.check_width()
    arne.picture("import-320")
    page.get_by_label("CSV-fil").set_input_files(file)
    page.get_by_role("button", name="Vis forskjellene").click()
    expect(page.get_by_text("Rollen finnes ikke.")).to_be_visible()
    arne.check()
    arne.check_width()
    arne.picture("import-problems-320")

    # He mends the file, looks, writes how many end, and confirms.
    file.write_text(file.read_text().replace("Sjef", "Sykepleier"))
    page.get_by_role("link", name="Import fra fil").click()
    page.get_by_label("CSV-fil").set_input_files(file)
    page.get_by_label("Avslutt også").check()
    page.get_by_role("button", name="Vis forskjellene").click()
    expect(page.get_by_role("region", name="Avsluttes")).to_contain_text("Lise Leder")
    page.get_by_label("Hvor mange").fill("2")
    arne.check()
    arne.check_width()
    arne.become(1280, "light")
    arne.picture("import-preview-1280")
    page.get_by_role("button", name="Lagre alt dette").click()
    expect(page.get_by_text("Importen er lagret.")).to_be_visible()
    assert worlds.worker(User.objects.get(username="nina.ny")).posts


def test_leader_is_reminded_goes_through_the_list_and_takes_one_away(world, screen):
    since = timezone.now() - timedelta(days=300)
    Employment.objects.filter(content_object=world.north).update(valid_from=since)
    lise = screen(width=320)
    page = lise.page
    lise.sign_in("fjord", "lise.leder")
    page.get_by_role("link", name="Gå til kontrollen").click()
    lise.check()
    lise.check_width()
    lise.picture("reviews-320")
    page.get_by_role("link", name="Kontroller").first.click()
    page.get_by_label("Fjernes – Mona Merkantil").check()
    page.get_by_label("Jeg har gått gjennom").check()
    lise.check()
    lise.check_width()
    lise.picture("review-320")
    page.get_by_role("button", name="Lagre kontrollen").click()
    line = page.get_by_role("row").filter(has_text="Mona Merkantil")
    expect(line).to_contain_text("Fjernet")
    lise.check()
    lise.check_width()
    lise.become(1280, "light")
    lise.picture("review-concluded-1280")
