"""Migrations that are new: written for a test, on top of those there are."""

import shutil
from importlib import import_module
from pathlib import Path
from textwrap import dedent, indent

import pytest
from django.db.migrations.loader import MigrationLoader

from tenants import directory
from tenants.template import migrations_digest
from tenants.upgrading import working

ADD_FIELD = (
    'migrations.AddField("unit", "mark", models.CharField(default="", max_length=9))'
)
HEAD = """
from django.db import migrations, models
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    dependencies = {leaves}
    operations = [
{operations}
    ]
"""


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
        number = next(numbers)
        loader = MigrationLoader(None)
        package = str(MigrationLoader.migrations_module(app)[0])
        folder = Path(str(import_module(package).__file__)).parent
        new = f"migrations_of_{tmp_path.name.rstrip('0123456789')}_{number}".replace(
            "-", "_"
        )
        shutil.copytree(folder, tmp_path / new)
        text = HEAD.format(
            leaves=loader.graph.leaf_nodes(app),
            operations=indent(dedent(operations).strip(), " " * 8),
        )
        if not atomic:
            text += "    atomic = False\n"
        (tmp_path / new / f"9{number:03d}_new.py").write_text(text)
        settings.MIGRATION_MODULES = {**settings.MIGRATION_MODULES, app: new}
        migrations_digest.cache_clear()

    yield add
    migrations_digest.cache_clear()
