"""Each municipality is backed up, restored for a trial, and somebody is told when it is overdue."""

import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access.accounts.models import User
from audit.models import AccessEvent
from tenants import roles
from tenants.alarms.models import Alarm
from tenants.backup.models import Backup
from tenants.context import in_consortium
from tenants.health import HealthReport
from tenants.jobs import measure_backups, sound_alarms
from tests.database import as_login, as_superuser
from tests.tenants.exit.conftest import EVENT, files
from tests.tenants.test_provisioning import traces_of
from tests.world import PASSWORD

BACKUP = HealthReport.Work.BACKUP


@pytest.fixture
def back_up(fjord, backup, monkeypatch, tmp_path):
    """Run the command as the operator does; gives the files there are afterwards."""
    monkeypatch.setenv("AKSON_BACKUP_DATABASE_URL", backup)

    def back_up(*arguments, **options):
        with as_login(roles.WORKER):
            call_command("back_up", *arguments, to=tmp_path / "backups", **options)
        return sorted((tmp_path / "backups").glob("*/*"))

    return back_up


@pytest.fixture
def watched(settings):
    settings.AKSON_BACKUP_WITHIN_H = 26


def note_that_the_server_was():
    with as_login(roles.WORKER):
        call_command("back_up", all=True, made_elsewhere=True)


def newest_event():
    """What was done last, and how."""
    event = AccessEvent.objects.latest("stored_at")
    return event.verb, json.loads(bytes(event.body)).get("detail", {}).get("how")


def alarms():
    with in_consortium():
        sound_alarms()
        going_on = Alarm.objects.going_on().filter(work=BACKUP)
        return sorted(going_on.values_list("municipality__schema_name", flat=True))


def test_backup_is_told_written_noted_and_tried_without_a_trace(
    world, back_up, copy_out, database, capsys
):
    (file,) = back_up("fjord")

    assert newest_event() == ("backed_up", "file")
    assert (file.parent.name, file.suffix) == ("fjord", ".tar")
    with in_consortium():
        noted = Backup.objects.get()
        assert (noted.way, noted.bytes) == ("file", file.stat().st_size)
        assert noted.fingerprint in capsys.readouterr().out

    with as_login(roles.MIGRATOR):
        call_command("restore_municipality", file, is_trial=True)

    assert "alle slik de var" in capsys.readouterr().out
    assert newest_event() == ("restored", "trial")
    with as_superuser(database) as server:
        there = server.execute("SELECT to_regnamespace('restore_trial')").fetchone()
    assert there == (None,)
    with in_consortium():
        assert traces_of("restore_trial") == []


def test_copy_under_another_name_is_the_same_and_nobodys_to_enter(
    world, back_up, copy_out, tmp_path
):
    (file,) = back_up("fjord")
    before = files(copy_out("before"))

    with as_login(roles.MIGRATOR):
        call_command("restore_municipality", file, as_schema="fjord_thursday")

    assert newest_event() == ("restored", "copy")
    assert files(copy_out("copy", schema="fjord_thursday")) == before
    with in_consortium():
        page = Client(headers={"host": "fjord-thursday.localhost"}).get("/")
        assert page.status_code == 404
    half = tmp_path / "half.tar"
    half.write_bytes(file.read_bytes()[:100_000])
    for backup, name, said in (
        (file, "fjord_thursday", "fra før"),
        (file, "Fjord i går", "små bokstaver"),
        (half, "fjord_half", "kan ikke leses"),
    ):
        with as_login(roles.MIGRATOR), pytest.raises(CommandError, match=said):
            call_command("restore_municipality", backup, as_schema=name)

    # It is thrown away by its name; what is a municipality's own never is.
    with as_login(roles.MIGRATOR):
        call_command("discard_restored", "fjord_thursday")
        for name, said in (
            ("fjord_thursday", "ingen kopi"),
            ("fjord", "ikke en kopi"),
            ("public", "ingen kopi"),
            ("Fjord", "Skriv navnet"),
        ):
            with pytest.raises(CommandError, match=said):
                call_command("discard_restored", name)
    assert traces_of("fjord_thursday") == []
    assert len(traces_of("fjord")) == 3


def test_one_that_fails_stops_no_other_and_is_named(
    world, fjell, back_up, database, capsys
):
    with as_superuser(database) as server:
        server.execute(f"REVOKE INSERT ON fjell.{EVENT} FROM w_fjell")

    with pytest.raises(CommandError, match=r"sikkerhetskopi: fjell\.$"):
        back_up(all=True)

    assert "fjell" in capsys.readouterr().err
    with in_consortium():
        assert [each.municipality.name for each in Backup.objects.all()] == ["Fjord"]


def test_backup_that_is_overdue_is_told_until_there_is_one(world, watched):
    with in_consortium():
        measure_backups()
    assert alarms() == ["fjell", "fjord"]

    note_that_the_server_was()

    assert newest_event() == ("backed_up", "server")
    assert alarms() == []
    with in_consortium():
        Backup.objects.update(moment=timezone.now() - timedelta(hours=27))
        measure_backups()
    assert alarms() == ["fjell", "fjord"]


def test_nothing_is_measured_where_no_bound_is_set(fjord):
    with in_consortium():
        measure_backups()
        assert not HealthReport.objects.filter(work=BACKUP).exists()


def test_consortium_sees_when_each_was_backed_up(fjord, fjell):
    with in_consortium():
        user = User.objects.create_superuser("kari.konsortium", password=PASSWORD)
        browser = Client(headers={"host": "konsortium.localhost"})
        browser.force_login(user, backend="access.backends.AccountBackend")
        moment = timezone.now() - timedelta(days=3)
        Backup.objects.create(municipality=fjord, way="server", moment=moment)

    page = browser.get(
        reverse(
            "admin:tenants_municipality_changelist",
            urlconf="akson_project.urls_consortium",
        )
    ).content.decode()

    assert f"{timezone.localtime(moment):%d.%m.%Y kl. %H.%M}" in page
    assert "Aldri" in page


@pytest.mark.parametrize(
    "options",
    [{}, {"all": True}, {"all": True, "to": "x", "made_elsewhere": True}],
)
def test_command_asks_which_and_where(fjord, options):
    with pytest.raises(CommandError, match="Skriv"):
        call_command("back_up", **options)
