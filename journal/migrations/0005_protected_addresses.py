"""A protected address shows only under an event that opened it."""

from django.db import migrations

from journal.record import database_addresses
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    dependencies = [("journal", "0004_ties"), ("access", "0006_known_protection")]

    operations = [TenantSQL(database_addresses.ADDRESSES)]
