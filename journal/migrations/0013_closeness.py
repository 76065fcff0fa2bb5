"""The control of the log may ask what workers and patients in it are to each other."""

from django.db import migrations

from journal.record.database_closeness import CLOSENESS
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0012_enrolments"),
        ("access", "0017_notices_of_sign_in"),
    ]

    operations = [TenantSQL(CLOSENESS)]
