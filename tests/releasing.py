"""Writes a migration on top of those there are, as a new release of Akson would bring it."""

import shutil
from importlib import import_module
from pathlib import Path
from textwrap import dedent, indent

HEAD = """
from django.db import migrations, models
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    atomic = {atomic}
    dependencies = {leaves}
    operations = [
{operations}
    ]
"""


def write_settings(folder, modules):
    """Write settings with other migrations, for a process of its own.

    Args:
        folder: Where; it must be on the path.
        modules: What `write_release` gave, by app.

    Returns:
        What to add to the environment.
    """
    (folder / "released_settings.py").write_text(
        f"from akson_project.settings.test import *\nMIGRATION_MODULES = {modules!r}\n"
    )
    return {"DJANGO_SETTINGS_MODULE": "released_settings", "PYTHONPATH": str(folder)}


def write_release(folder, operations, *, app, number=1, atomic=True):
    """Copy an app's migrations into a package of another name, and add one to them.

    Returns:
        The package's name, for `MIGRATION_MODULES`; the folder must be on the path.
    """
    from django.db.migrations.loader import MigrationLoader

    old = str(MigrationLoader.migrations_module(app)[0])
    leaves = MigrationLoader(None).graph.leaf_nodes(app)
    package = f"migrations_of_{app}_{abs(hash(str(folder)))}_{number}"
    shutil.copytree(Path(str(import_module(old).__file__)).parent, folder / package)
    text = HEAD.format(
        atomic=atomic,
        leaves=leaves,
        operations=indent(dedent(operations).strip(), " " * 8),
    )
    (folder / package / f"9{number:03d}_new.py").write_text(text)
    return package
