"""While a patient is taken in, the service follows the unit until somebody chooses one."""

from playwright.sync_api import expect

from access.models import Unit
from access.roles import Role
from tests import world as worlds


def test_the_usual_service_follows_the_unit_until_one_is_chosen(world, screen):
    for unit, service in ((world.north, "15"), (world.south, "21")):
        Unit.objects.filter(pk=unit.pk).update(service_type=service)
    worlds.unit("Tildelingskontoret", parent=world.north.parent)
    worlds.person("kari.kontor", (Role.CLERK, world.north.parent))
    kari = screen()
    kari.sign_in("fjord", "kari.kontor")
    kari.go("fjord", "/patients/new/")
    unit = kari.page.get_by_label("Enhet")
    service = kari.page.get_by_role("combobox", name="Tjeneste")

    unit.select_option(label="Hjemmetjenesten nord")
    expect(service).to_have_value("15")
    unit.select_option(label="Hjemmetjenesten sør")
    expect(service).to_have_value("21")
    unit.select_option(label="Tildelingskontoret")
    expect(service).to_have_value("")

    service.select_option("5")
    unit.select_option(label="Hjemmetjenesten nord")
    expect(service).to_have_value("5")
