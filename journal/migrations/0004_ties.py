"""The ties of patients to themselves and their family follow numbers and relatives."""

from django.db import migrations

from journal.record import database_ties
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0003_numbers_known_again"),
        ("access", "0004_first_matrix"),
    ]

    operations = [TenantSQL(database_ties.TIES)]
