"""A municipality is made again from what was taken out: the same to the byte, or not at all."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from audit.arriving import import_municipality, try_restore
from audit.models import AccessEvent
from audit.sealing import sealer
from audit.sealing.sealer import AnotherServerError
from tenants import directory, roles
from tenants.agreements.agreement import Agreement
from tenants.agreements.letters import LetterOfIntent
from tenants.alarms.models import AlarmReceiver
from tenants.context import in_consortium, in_municipality
from tenants.exit.manifest import ManifestError
from tenants.exit.registering import ImportRefusedError
from tenants.models import Municipality
from tenants.provisioning import create_schema
from tenants.schemas import SchemaTemplate
from tenants.services import add_domain
from tests import world as worlds
from tests.database import COUNTY, as_login, as_superuser, fresh_copy
from tests.tenants.exit.conftest import EVENT, files, write
from tests.tenants.killing import kill_in_its_sleep
from tests.tenants.test_provisioning import traces_of

DAL = {"schema_name": "dal", "name": "Dal", "official_name": "Dal", **COUNTY}
ELSEWHERE = """
ALTER TABLE dal.audit_logera DISABLE TRIGGER ALL;
UPDATE dal.audit_logera SET system_identifier = '1';
"""


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.AKSON_LOG_KEYS = str(tmp_path / "keys")


@pytest.fixture
def dal(database):
    """A municipality at work that only this installation has, its log sealed."""
    with as_login(roles.MIGRATOR), in_consortium():
        made = Municipality.objects.create(orgnr="999999976", **DAL)
        made.numbers.create(number="9901", valid_from="2024-01-01")
        add_domain(made, host="dal.localhost")
        create_schema(made)
    with in_municipality(made):
        worlds.build()
    seal(made)
    return made


def seal(municipality):
    with as_login(roles.SEALER):
        return sealer.seal(municipality)


def register_has(municipality):
    """What the register says of it."""
    with in_consortium():
        found = Municipality.objects.filter(pk=municipality.pk).values().get()
        return found, list(municipality.numbers.values_list("number", "valid_from"))


def differing(before, after):
    """The files that differ, each with the lines that came to it."""
    assert before.keys() == after.keys()
    return {
        name: sorted(set(after[name].splitlines()) - set(before[name].splitlines()))
        for name in before
        if before[name] != after[name]
    }


def test_trial_under_another_name_is_the_same_to_the_byte(world, copy_out):
    out = copy_out("out")

    with as_login(roles.MIGRATOR):
        try_restore(out, as_schema="fjord_trial", is_kept=True, by="test")

    assert files(copy_out("again", schema="fjord_trial")) == files(out)
    with in_consortium():
        assert not Municipality.objects.filter(schema_name="fjord_trial").exists()


def verify_log(schema):
    with as_login(roles.WORKER):
        call_command("verify_log", schema)


def have_agreed(municipality):
    """Let it have answered yes, and have signed an agreement and the one that replaced it."""
    signed = {"signed_by": "Åse", "case_number": "1/26"}
    LetterOfIntent.objects.create(
        municipality=municipality,
        answer_by=date(2026, 3, 1),
        asked_by="kari",
        answered_at=timezone.now(),
        answer="yes",
        decided_on=date(2026, 2, 1),
        signed_by_title="Ordfører",
        **signed,
    )
    agreements, old = municipality.agreements, None
    for day in (date(2026, 4, 1), date(2026, 5, 1)):
        old = agreements.create(kind="processor", signed_on=day, replaces=old, **signed)


def test_municipality_moves_to_another_installation_with_all_it_has(
    dal, database, django_db_setup, tmp_path, capsys
):
    with as_superuser(database) as server:
        server.execute(ELSEWHERE)
    verify_log("dal")
    known = register_has(dal)
    out = write(database, dal, tmp_path / "out")

    with fresh_copy(django_db_setup) as other:
        # As one has it that lists every municipality, and never heard of this one's identity.
        with in_consortium():
            listed = Municipality.objects.create(orgnr="", **DAL)
            AlarmReceiver.objects.create(
                municipality=listed, channel="mail", address="vakt@akson.example"
            )
            have_agreed(listed)
        with as_login(roles.MIGRATOR):
            call_command("import_municipality", out)

        with in_consortium():
            for model in (AlarmReceiver, LetterOfIntent, Agreement):
                assert {one.municipality for one in model.objects.all()} == {dal}
        assert "begin_log_era dal" in capsys.readouterr().out
        assert register_has(dal) == known
        assert directory.municipality_at("dal.localhost") == dal
        (table,) = changes = differing(
            files(out), files(write(other, dal, tmp_path / "after"))
        )
        (told,) = (json.loads(line) for line in changes[table])
        assert (table, told["verb"]) == (f"{EVENT}.ndjson", "brought_in")
        verify_log("dal")
        with pytest.raises(AnotherServerError):
            seal(dal)
        with as_login(roles.SEALER):
            sealer.begin_era(dal, reason="moved")
        verify_log("dal")


def test_lost_municipality_is_back_sealed_on_and_can_be_worked_in(
    world, fjord, copy_out, database, capsys
):
    seal(fjord)
    out = copy_out("out.tar")
    before = files(copy_out("before"))
    with as_superuser(database) as server:
        server.execute("DROP SCHEMA fjord CASCADE")

    with as_login(roles.MIGRATOR):
        call_command("restore_municipality", out)

    assert "alle slik de var" in capsys.readouterr().out
    assert list(differing(before, files(copy_out("after")))) == [f"{EVENT}.ndjson"]
    assert AccessEvent.objects.latest("stored_at").verb == "restored"
    worlds.patient(world.clerk, "Kari", at=world.north)
    assert seal(fjord) == 2
    verify_log("fjord")


def test_killed_while_it_reads_in_it_leaves_nothing_and_the_next_run_finishes(
    dal, database, django_db_setup, tmp_path
):
    out = write(database, dal, tmp_path / "out")

    with fresh_copy(django_db_setup) as other:
        with as_login(roles.MIGRATOR), in_consortium():
            template = SchemaTemplate.objects.get()
            whole = template.finish_sql
            template.finish_sql += ";\nSELECT pg_sleep(60)"
            template.save()

        kill_in_its_sleep("import_municipality", str(out))

        with in_consortium():
            assert ("dal",) not in traces_of("dal")
            assert not Municipality.objects.filter(schema_name="dal").exists()
        with as_login(roles.MIGRATOR), in_consortium():
            SchemaTemplate.objects.update(finish_sql=whole)
            call_command("import_municipality", out)
        again = files(write(other, dal, tmp_path / "again"))
        assert list(differing(files(out), again)) == [f"{EVENT}.ndjson"]


def test_entry_that_was_started_does_not_give_way(
    dal, database, django_db_setup, tmp_path
):
    out = write(database, dal, tmp_path / "out")

    with fresh_copy(django_db_setup):
        with in_consortium():
            other = Municipality.objects.create(
                orgnr="999999976", **DAL | {"schema_name": "other"}, state="failed"
            )
        with (
            as_login(roles.MIGRATOR),
            pytest.raises(CommandError, match="er en annen"),
        ):
            call_command("import_municipality", out)
        with in_consortium():
            assert list(Municipality.objects.filter(name="Dal")) == [other]


def test_file_that_was_changed_is_refused_before_anything_is_made(
    world, copy_out, database
):
    out = copy_out("out")
    file = out / "tables/access_unit.ndjson"
    file.write_bytes(file.read_bytes().replace(b"nord", b"sydd"))

    with as_login(roles.MIGRATOR), pytest.raises(ManifestError, match="access_unit"):
        try_restore(out, as_schema="fjord_trial", is_kept=True, by="test")

    with as_superuser(database) as server:
        assert server.execute("SELECT to_regnamespace('fjord_trial')").fetchone() == (
            None,
        )


def test_municipality_that_is_there_is_left_alone(world, copy_out):
    out = copy_out("out")
    before = files(out)

    with as_login(roles.MIGRATOR), pytest.raises(ImportRefusedError, match="fra før"):
        import_municipality(out, by="test")

    assert files(copy_out("after")) == before


def test_other_migrations_are_refused_in_plain_words(world, copy_out):
    out = copy_out("out")
    manifest = out / "manifest.json"
    manifest.write_text(
        manifest.read_text().replace("journal.0001_initial", "journal.0000_other")
    )

    with as_login(roles.MIGRATOR), pytest.raises(ImportRefusedError, match="migrasjon"):
        try_restore(out, as_schema="fjord_trial", is_kept=True, by="test")
