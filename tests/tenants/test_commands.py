"""Commands that fill the register and put a municipality into operation."""

import pytest
from django.core.management import CommandError, call_command
from django_tenants.management.commands import migrate_schemas

from tenants import directory, roles
from tenants.context import in_consortium
from tenants.migrating import get_executor
from tenants.models import Municipality, MunicipalityNumber
from tests.database import as_login


@pytest.fixture
def listed(consortium, capsys):
    Municipality.objects.all()
    with as_login(roles.MIGRATOR):
        # The tests' own Fjord has the real one's schema name; it becomes the real one.
        call_command("load_municipalities")
    return capsys.readouterr().out


def test_register_lists_the_municipalities_of_2024(listed):
    assert listed.strip() == "357 kommuner, 356 nye"
    assert Municipality.objects.exclude(schema_name="fjell").count() == 357
    karasjok = Municipality.objects.get(schema_name="karasjok")
    assert karasjok.official_name == "Kárášjohka - Karasjok"
    assert (karasjok.name, karasjok.is_sami_area) == ("Karasjok", True)
    assert karasjok.numbers.get().number == "5610"
    assert Municipality.objects.get(orgnr="872417982").schema_name == "heroy_nordland"
    assert Municipality.objects.get(schema_name="haram").orgnr == ""
    assert Municipality.objects.filter(is_sami_area=True).count() == 13


def test_listing_again_adds_nothing(listed, capsys):
    call_command("load_municipalities")

    assert capsys.readouterr().out.strip() == "357 kommuner, 0 nye"
    assert MunicipalityNumber.objects.count() == 356


def test_municipality_is_put_into_operation_by_command(dal, consortium, capsys):
    with as_login(roles.MIGRATOR):
        call_command("provision", "dal")
        call_command("provision", "dal", host="dal.localhost")

    assert capsys.readouterr().out == "Dal: dal.localhost\n" * 2
    with in_consortium():
        assert directory.municipality_at("dal.localhost") == dal


def test_unknown_municipality_cannot_be_put_into_operation(consortium):
    with pytest.raises(CommandError, match="ikke i registeret"):
        call_command("provision", "ukjent")


def test_web_login_cannot_put_a_municipality_into_operation(dal, consortium):
    with pytest.raises(CommandError, match="akson_migrator"):
        call_command("provision", "dal")
    with pytest.raises(CommandError, match="akson_migrator"):
        call_command("provision_template")


def test_host_name_that_is_taken_is_told_in_norwegian(dal, consortium):
    with as_login(roles.MIGRATOR), pytest.raises(CommandError, match="konsortiets"):
        call_command("provision", "dal", host="konsortium.localhost")


def test_schemas_that_exist_are_migrated_and_listed_ones_passed_by(
    dal, consortium, capfd, monkeypatch
):
    monkeypatch.setattr(migrate_schemas, "GET_EXECUTOR_FUNCTION", get_executor)
    with as_login(roles.MIGRATOR):
        call_command("migrate_schemas", tenant=True)

    output = capfd.readouterr().out
    assert "fjord" in output
    assert "No migrations to apply" in output
    assert "dal" not in output


def test_other_executors_are_django_tenants_own():
    assert get_executor("standard") is get_executor()
    assert get_executor("multiprocessing").codename == "multiprocessing"


def test_template_is_made_ahead(database, capsys):
    with as_login(roles.MIGRATOR):
        call_command("provision_template")

    assert len(capsys.readouterr().out.strip()) == 12
