"""Migrations that are new: written for a test, on top of those there are."""

import pytest

from tenants import directory
from tenants.template import migrations_digest
from tenants.upgrading import working
from tests.releasing import write_release

ADD_FIELD = (
    'migrations.AddField("unit", "mark", models.CharField(default="", max_length=9))'
)


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    """Wait for no other process."""
    monkeypatch.setattr(directory, "ASK_EVERY_S", 0.0)
    monkeypatch.setattr(working, "PAUSE_S", 0.01)


@pytest.fixture
def release(tmp_path, settings, monkeypatch):
    """Add a migration with some operations to an app, as a new release would."""
    monkeypatch.syspath_prepend(tmp_path)
    numbers = iter(range(1, 100))

    def add(operations, *, app="access", atomic=True):
        package = write_release(
            tmp_path, operations, app=app, number=next(numbers), atomic=atomic
        )
        settings.MIGRATION_MODULES = {**settings.MIGRATION_MODULES, app: package}
        migrations_digest.cache_clear()

    yield add
    migrations_digest.cache_clear()
