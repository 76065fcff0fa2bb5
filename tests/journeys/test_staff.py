"""People come and go: what they, and those beside them, see of it."""

from playwright.sync_api import expect

from access.models import Employment
from access.roles import Role
from access.services.employment import end_employment
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
