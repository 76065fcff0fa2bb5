"""Whoever has no business in a record is stopped, and the auditor sees it."""

from tests.world import PASSWORD


def test_nurse_of_another_unit_is_refused_and_the_auditor_sees_it(world, screen):
    frank = screen()
    frank.expected = {403}
    frank.sign_in("fjord", "frank.fremmed", PASSWORD)
    frank.go("fjord", f"/records/{world.ola.record_id}/")

    assert frank.page.get_by_role("heading", level=1).inner_text() != ""
    assert frank.page.get_by_text("Fjellheim").count() == 0
    frank.check()
    frank.picture("refused-1280")

    ruth = screen()
    ruth.sign_in("fjord", "ruth.revisor", PASSWORD)
    ruth.page.get_by_role("link", name="Tilgangslogg").first.click()
    assert ruth.page.get_by_text("Frank Fremmed").count() > 0
    assert ruth.page.get_by_text("Avvist").count() > 0
    ruth.check()
    ruth.picture("log-1280")


def test_nurse_of_another_municipality_finds_nothing(world, fjell, screen):
    from tenants.context import in_municipality
    from tests import world as worlds

    with in_municipality(fjell):
        root = worlds.unit("Fjell kommune", kind="enterprise", orgnr="999999984")
        worlds.person("nina.nabo", ("sykepleier", root))
    nina = screen()
    nina.expected = {404}
    nina.sign_in("fjell", "nina.nabo", PASSWORD)

    nina.go("fjell", f"/records/{world.ola.record_id}/")

    assert nina.page.get_by_text("Ola").count() == 0
    assert nina.page.get_by_role("heading", level=1).count() == 1
