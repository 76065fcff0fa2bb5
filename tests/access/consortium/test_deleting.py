"""An archived municipality is deleted: two decide, its own export is whole, all or nothing."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from audit.leaving import export_municipality
from audit.sealing import sealer
from tenants import roles
from tenants.alarms.models import AlarmReceiver
from tenants.archiving import deleting, services
from tenants.context import in_consortium
from tenants.deciding import DecisionRefusedError
from tenants.models import Municipality
from tenants.provisioning import create_schema
from tenants.services import add_domain
from tenants.suspending.models import Suspension
from tests.access.conftest import new_browser
from tests.database import COUNTY, as_login, as_superuser
from tests.tenants.exit.conftest import backup_address
from tests.tenants.killing import kill_in_its_sleep
from tests.tenants.test_provisioning import traces_of

ELV = {"schema_name": "elv", "name": "Elv", "official_name": "Elv", **COUNTY}
PLACE = """
INSERT INTO tenants_account_place (municipality_id, account_id, person_hash)
VALUES (%s, gen_random_uuid(), 'hash')
"""
SLEEPS = """
CREATE FUNCTION public.sleeps() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_sleep(60); RETURN NEW; END $$;
CREATE TRIGGER sleeps AFTER UPDATE OF state ON public.tenants_municipality
FOR EACH ROW EXECUTE FUNCTION public.sleeps();
"""


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.AKSON_LOG_KEYS = str(tmp_path / "keys")


@pytest.fixture
def archived(database, tmp_path):
    """Elv, that only this test has: sealed, suspended, taken out, archived."""
    with as_login(roles.MIGRATOR), in_consortium():
        elv = Municipality.objects.create(orgnr="999999976", **ELV)
        elv.numbers.create(number="9901", valid_from="2024-01-01")
        add_domain(elv, host="elv.localhost")
        create_schema(elv)
    with in_consortium():
        Suspension.objects.create(
            municipality=elv,
            takes_effect_on=timezone.localdate() - timedelta(days=1),
            reason="Utmeldt",
            proposed_by="rolf",
            confirmed_by="sara",
            confirmed_at=timezone.now() - timedelta(days=9),
        )
    take_out(elv, tmp_path / "first", database)
    with as_login(roles.SEALER):
        sealer.seal(elv)
    with in_consortium():
        services.confirm(services.propose(elv, by="rolf"), by="sara")
        elv.refresh_from_db()
    return elv


def take_out(municipality, to, database):
    with as_login(roles.WORKER):
        export_municipality(
            municipality, to=to, address=backup_address(database), by="test"
        )
    return to


def grow_old(database, days=31):
    """Let what was taken out and archived have been so for some days."""
    with as_superuser(database) as server:
        for what in ("tenants_export SET moment", "tenants_archiving SET confirmed_at"):
            column = what.split()[-1]
            server.execute(f"UPDATE {what} = {column} - {days} * interval '1 d'")


def decide(municipality):
    with in_consortium():
        deleting.confirm(deleting.propose(municipality, by="rolf"), by="sara")


def delete(export):
    with as_login(roles.MIGRATOR):
        call_command("delete_municipality", "elv", export=export)


def refused(export, match):
    with pytest.raises(CommandError, match=match):
        delete(export)
    assert len(traces_of("elv")) == 3


def test_two_decide_on_the_page_and_never_one(staff, fjord):
    address = reverse(
        "admin:deletion", args=[fjord.pk], urlconf="akson_project.urls_consortium"
    )
    rolf = staff("rolf", "rollout")

    assert "Kommunen må være arkivert først." in rolf.get(address).content.decode()
    page = rolf.post(address, follow=True).content.decode()
    assert "Kommunen må være arkivert først." in page
    assert staff("sara", "security").post(address).status_code == 403


def test_it_is_refused_until_all_is_as_it_should_and_then_done(
    archived, database, tmp_path, capsys
):
    refused(tmp_path / "first", "minst 30 dager")
    grow_old(database)
    refused(tmp_path / "first", "To personer")
    with in_consortium():
        made = deleting.propose(archived, by="rolf")
        with pytest.raises(DecisionRefusedError, match="allerede"):
            deleting.propose(archived, by="rolf")
        with pytest.raises(DecisionRefusedError, match="En annen"):
            deleting.confirm(made, by="rolf")
        deleting.confirm(made, by="sara")
        archived.contact_persons.create(task="head", name="Åse", email="a@elv.example")
        AlarmReceiver.objects.create(
            municipality=archived, channel="mail", address="ikt@elv.example"
        )
        with pytest.raises(DecisionRefusedError, match="avvises først"):
            services.lift(archived.archivings.get(), by="sara")
        with pytest.raises(IntegrityError), transaction.atomic():
            Municipality.objects.filter(pk=archived.pk).update(state="deleted")
    refused(tmp_path / "none", "verken en mappe")
    refused(tmp_path / "first", "etter at kommunen ble arkivert")
    last = take_out(archived, tmp_path / "last", database)
    users = last / "tables/accounts_user.ndjson"
    whole = users.read_bytes()
    users.write_bytes(whole + b"{}\n")
    refused(last, "er ikke den som ble skrevet")
    users.write_bytes(whole)
    with as_superuser(database) as server:
        server.execute(PLACE, [archived.pk])

    delete(last)

    said = capsys.readouterr().out
    assert traces_of("elv") == []
    with as_superuser(database) as server:
        assert server.execute("TABLE tenants_account_place").fetchall() == []
    with in_consortium():
        archived.refresh_from_db()
        done = archived.deletions.get()
        assert archived.state == "deleted"
        assert archived.numbers.get().number == "9901"
        assert not archived.contact_persons.exists()
        assert not AlarmReceiver.objects.exists()
        with pytest.raises(DecisionRefusedError, match="slettet"):
            deleting.lift(done, by="sara")
    assert (done.proposed_by, done.confirmed_by) == ("rolf", "sara")
    assert done.done_at is not None
    assert done.fingerprint in said
    assert new_browser("elv.localhost").get("/").status_code == 410
    delete(last)
    assert "allerede slettet" in capsys.readouterr().out


def test_export_lacks_what_was_sealed_after_it(archived, database, tmp_path):
    grow_old(database)
    decide(archived)
    last = take_out(archived, tmp_path / "last", database)
    with as_login(roles.SEALER):
        sealer.seal(archived)

    refused(last, "nyeste sjekkpunktet")


def test_export_of_another_is_refused(archived, fjord, database, tmp_path):
    grow_old(database)
    decide(archived)

    refused(take_out(fjord, tmp_path / "fjord", database), "annen kommune")


def test_killed_while_it_deletes_leaves_all_and_the_next_run_finishes(
    archived, database, tmp_path
):
    grow_old(database)
    decide(archived)
    last = take_out(archived, tmp_path / "last", database)
    with as_superuser(database) as server:
        server.execute(SLEEPS)

    kill_in_its_sleep("delete_municipality", "elv", "--export", str(last))

    assert len(traces_of("elv")) == 3
    with as_superuser(database) as server:
        server.execute("DROP FUNCTION public.sleeps() CASCADE")
    delete(last)
    assert traces_of("elv") == []
