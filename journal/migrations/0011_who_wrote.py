"""A function that tells who has written in whose record, for those who count readers."""

from django.db import migrations

from journal.readers import database
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    dependencies = [("journal", "0010_encounters")]

    operations = [TenantSQL(database.WRITERS)]
