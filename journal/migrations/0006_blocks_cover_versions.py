"""A block on a document covers all its versions; a correction joins its entry at once."""

from django.db import migrations

from journal.record import database_blocks
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    dependencies = [("journal", "0005_protected_addresses")]

    operations = [
        TenantSQL(database_blocks.ENTRIES),
        TenantSQL(database_blocks.CORRECTIONS),
    ]
