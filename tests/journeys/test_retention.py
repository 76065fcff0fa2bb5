"""The oldest part of the log is erased by two auditors, in the browser."""

from playwright.sync_api import expect

from tests.audit.erasing.conftest import (
    begin_era,
    key_folder,
    old_log,
    seal,
    second_auditor,
    write_old,
)
from tests.audit.erasing.test_erasing import erase

__all__ = ["begin_era", "key_folder", "old_log", "seal", "second_auditor", "write_old"]


def _both_sizes(desk, name):
    for scheme in ("light", "dark"):
        for width in (1280, 320):
            desk.become(width, scheme)
            desk.picture(f"retention-{name}-{scheme}-{width}")
            desk.check()
            desk.check_width()
    desk.become(1280, "light")


def test_two_auditors_erase_what_is_old_enough(old_log, second_auditor, seal, screen):
    ruth = screen()
    ruth.sign_in("fjord", "ruth.revisor")
    ruth.go("fjord", "/logg/oversikt/")
    ruth.page.get_by_role("link", name="Lagring og sletting").click()
    _both_sizes(ruth, "old")
    ruth.page.get_by_role("button", name="Foreslå å slette dem").click()
    expect(ruth.page.get_by_text("Forslaget er lagret.")).to_be_visible()
    _both_sizes(ruth, "mine")

    randi = screen()
    randi.sign_in("fjord", "randi.revisor")
    randi.go("fjord", "/logg/lagring/")
    _both_sizes(randi, "others")
    randi.page.get_by_role("button", name="Bekreft at de skal slettes").click()
    expect(randi.page.get_by_text("Slettingen er vedtatt.")).to_be_visible()
    _both_sizes(randi, "decided")

    seal()
    assert erase() == "fjord: 256 hendelser er slettet.\n"
    ruth.go("fjord", "/logg/lagring/")
    expect(ruth.page.get_by_text("Slettet", exact=True)).to_be_visible()
    expect(ruth.page.get_by_role("button", name="Foreslå")).to_have_count(0)
