"""A municipality leaves: it is suspended, taken out, archived and deleted, by two each time."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from access.accounts.models import User
from audit.leaving import export_municipality
from audit.sealing import sealer
from tenants import directory, roles
from tenants.archiving.models import KEPT_FOR
from tenants.context import in_consortium
from tenants.suspending.models import NOTICE
from tests.database import as_login, as_superuser
from tests.journeys.rounds import Round
from tests.tenants.exit.conftest import backup_address

BAD = {"serious", "critical"}
DELETION = ("Arkivering", "Sletting av kommunen")
TYPED = "Sov da jeg kom 08.10."


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.AKSON_LOG_KEYS = str(tmp_path / "keys")


@pytest.fixture
def walk(world, screen):
    """Siri who works in Fjord; Rolf and Sara, who follow rollout and security."""
    people = {"siri": world.nurse.user_id}
    with in_consortium():
        for name, role in (("rolf", "rollout"), ("sara", "security")):
            person = User.objects.create_user(name, is_staff=True)
            person.groups.set(Group.objects.filter(name=role))
            people[name] = person.pk
    return Round(screen, people)


class Two:
    """What two of the consortium's staff decide on one of a municipality's pages."""

    def __init__(self, walk, municipality):
        self._at = f"/admin/tenants/municipality/{municipality.pk}"
        host = settings.AKSON_CONSORTIUM_HOSTS[0]
        with in_consortium():
            self.rolf, self.sara = (
                walk.window(who, host=host) for who in ("rolf", "sara")
            )

    def open(self, window, *pages):
        """Come to the page from the municipality's, as one does."""
        window.go("konsortium", f"{self._at}/change/")
        for page in pages:
            window.page.get_by_role("link", name=page, exact=True).click()

    def decide(self, *pages, propose, confirm, done):
        """Let Rolf propose, who cannot confirm himself, and Sara confirm."""
        self.open(self.rolf, *pages)
        self.rolf.page.get_by_role("button", name=propose).click()
        said = self.rolf.page.get_by_text("En annen må bekrefte").first
        expect(said).to_be_visible()
        expect(self.rolf.page.get_by_role("button", name=confirm)).to_have_count(0)
        self.open(self.sara, *pages)
        self.sara.page.get_by_role("button", name=confirm).click()
        expect(self.sara.page.get_by_text(done).first).to_be_visible()
        self.sara.check(impacts=BAD)


@pytest.fixture
def grow_old(database):
    """Let what was decided and taken out have been so for some days."""

    def grow_old(days, *columns):
        with as_superuser(database) as server:
            for table, column in (each.split(".") for each in columns):
                server.execute(
                    f"UPDATE tenants_{table} SET {column} = {column} - {int(days)}"
                    f" * interval '1 day'"
                )
        directory.invalidate()

    return grow_old


def take_out(municipality, database, to):
    """Do what the operator does: seal what is left, and take everything out."""
    with as_login(roles.SEALER):
        sealer.seal(municipality)
    with as_login(roles.WORKER):
        export_municipality(
            municipality, to=to, address=backup_address(database), by="drift"
        )
    return to


def suspend(two, first):
    """Rolf writes why and from which day, and Sara confirms it."""
    page = two.rolf.page
    page.get_by_label("Fra og med").fill(first)
    page.get_by_label("Begrunnelse").fill("Kommunen er utmeldt.")
    page.get_by_role("button", name="Foreslå stans").click()
    expect(page.get_by_text("venter på at en annen bekrefter")).to_be_visible()
    two.open(two.sara, "Stans")
    two.sara.page.get_by_role("button", name="Bekreft stansen").click()
    expect(two.sara.page.get_by_text("og kommunen er varslet")).to_be_visible()


def refuse_too_near(two, first):
    """Rolf writes too near a day, is told which he may choose, and keeps his reason."""
    page = two.rolf.page
    page.get_by_label("Fra og med").fill(f"{timezone.localdate():%d.%m.%Y}")
    page.get_by_label("Begrunnelse").fill("Utmeldt.")
    page.get_by_role("button", name="Foreslå stans").click()
    expect(page.get_by_text(f"Velg {first} eller senere.")).to_be_visible()
    expect(page.get_by_label("Begrunnelse")).to_have_value("Utmeldt.")
    two.rolf.check(impacts=BAD)


def sign_in_vain(siri):
    """Siri cannot sign, is told why and not to sign in anew, and has her text."""
    siri.expected |= {403}
    siri.page.get_by_label("Tekst").fill(TYPED)
    siri.page.get_by_role("button", name="Signer").click()
    told = siri.page.get_by_text("Kommunen er stanset i Akson. Du kan lese")
    expect(told).to_be_visible()
    expect(siri.page.get_by_label("Tekst")).to_have_value(TYPED)
    note = siri.page.get_by_role("region", name="Notatet")
    expect(note.get_by_text("Logg inn i ny fane")).to_be_hidden()
    siri.check()
    siri.become(320, "dark")
    siri.check_width()
    siri.picture("leaving-suspended-320-dark")


def test_municipality_leaves(walk, world, fjord, database, grow_old, tmp_path):
    two, siri = Two(walk, fjord), walk.window("siri")
    first = f"{timezone.localdate() + NOTICE:%d.%m.%Y}"
    in_force = NOTICE.days, "suspension.takes_effect_on", "suspension.confirmed_at"

    # Siri is told ahead. On the day she reads; what she typed is hers, and not stored.
    two.open(two.rolf, "Stans")
    refuse_too_near(two, first)
    suspend(two, first)
    two.sara.check(impacts=BAD)
    two.sara.picture("leaving-suspension-1280")
    siri.go("fjord", f"/records/{world.ola.record_id}/notes/new/")
    expect(siri.page.get_by_text("kan du lese i Akson, men ikke lagre")).to_be_visible()
    grow_old(*in_force)
    sign_in_vain(siri)

    # Sara lifts it, and the text that stood there is signed. Then it is decided anew.
    two.sara.page.get_by_role("button", name="Opphev stansen").click()
    expect(two.sara.page.get_by_text("Stansen er opphevet")).to_be_visible()
    siri.page.get_by_role("button", name="Signer").click()
    expect(siri.page.get_by_text(TYPED)).to_be_visible()
    two.open(two.rolf, "Stans")
    suspend(two, first)
    grow_old(*in_force)
    siri.go("fjord", f"/records/{world.ola.record_id}/")
    expect(siri.page.get_by_text("kan lese, men ikke lagre")).to_be_visible()

    # Everything is taken out, then it is archived: its host says so, to everybody.
    two.open(two.rolf, "Arkivering")
    expect(two.rolf.page.get_by_text("kan ikke arkiveres ennå")).to_be_visible()
    take_out(fjord, database, tmp_path / "first")
    two.decide(
        "Arkivering",
        propose="Foreslå arkivering",
        confirm="Bekreft arkiveringen",
        done="Kommunen er arkivert.",
    )
    siri.expected |= {410}
    assert siri.go("fjord", "/").status == 410
    siri.check()

    # After 30 days two decide again, and the operator deletes.
    grow_old(KEPT_FOR.days + 1, "archiving.confirmed_at", "export.moment")
    two.decide(
        *DELETION,
        propose="Foreslå sletting",
        confirm="Bekreft slettingen",
        done="Driften kan utføre den.",
    )
    last = take_out(fjord, database, tmp_path / "last")
    with as_login(roles.MIGRATOR):
        call_command("delete_municipality", "fjord", export=last)
    two.open(two.rolf, *DELETION)
    expect(two.rolf.page.get_by_text("Kommunen er slettet.")).to_be_visible()
    two.rolf.picture("leaving-deleted-1280")
    two.rolf.become(320, "light")
    two.rolf.check_width()
    two.rolf.picture("leaving-deleted-320")
    assert siri.go("fjord", "/").status == 410
