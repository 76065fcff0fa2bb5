"""The command that upgrades all: what it says, and whom it names."""

import pytest
from django.core.management import CommandError, call_command

from tenants import roles
from tenants.context import in_municipality
from tenants.schemas import SchemaTemplate
from tenants.template import migrations_digest
from tests import world
from tests.database import as_login
from tests.tenants.upgrading.conftest import ADD_FIELD

REFUSE = (
    'migrations.AddConstraint("unit", models.CheckConstraint('
    'condition=~models.Q(name="Sone 1"), name="not_that"))'
)


@pytest.fixture
def shared(release, database):
    """Add a migration that the shared tables have already."""

    def add(operations):
        release(operations)
        with as_login(roles.MIGRATOR):
            call_command("migrate_schemas", shared=True, verbosity=0)

    return add


def test_command_upgrades_all_and_makes_the_new_template(shared, capsys):
    shared(ADD_FIELD)

    with as_login(roles.MIGRATOR):
        call_command("migrate_municipalities", jobs=1)
        call_command("migrate_municipalities")

        assert SchemaTemplate.objects.filter(digest=migrations_digest()).exists()
    said, told = capsys.readouterr()
    assert said == "2 kommuner oppgradert\n0 kommuner oppgradert\n"
    assert told.startswith("1/2 etter ")
    assert told.count("\n") == 2


def test_dry_run_says_what_would_be_done_and_does_nothing(shared, capsys):
    shared(ADD_FIELD)

    with as_login(roles.MIGRATOR):
        call_command("migrate_municipalities", dry_run=True)
        call_command("migrate_municipalities", dry_run=True)

    lines = capsys.readouterr().out.splitlines()
    assert (
        lines == ["2 kommuner mangler access.9001_new", "0 kommuner er oppdatert"] * 2
    )


def test_command_ends_with_the_names_of_those_that_failed(shared, fjord, capsys):
    with in_municipality(fjord):
        world.unit("Sone 1", kind="list")
    shared(REFUSE)

    with (
        as_login(roles.MIGRATOR),
        pytest.raises(CommandError, match=r"Fjord: access\.9001_new: CheckViolation"),
    ):
        call_command("migrate_municipalities")

    assert "1 kommune oppgradert" in capsys.readouterr().out


def test_shared_tables_come_first(release, database):
    release(ADD_FIELD, app="accounts")

    with as_login(roles.MIGRATOR), pytest.raises(CommandError, match="--shared"):
        call_command("migrate_municipalities")


def test_web_login_cannot_upgrade(database):
    with pytest.raises(CommandError, match="akson_migrator"):
        call_command("migrate_municipalities")
    with as_login(roles.MIGRATOR), pytest.raises(CommandError, match="minst 1"):
        call_command("migrate_municipalities", jobs=0)
