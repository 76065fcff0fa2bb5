"""The log refuses change, and a door opens only through a committed event."""

from django.db import migrations

from audit import row_policy
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        TenantSQL(row_policy.APPEND_ONLY),
        TenantSQL(row_policy.LOG_GRANTS),
        TenantSQL(row_policy.OPENING),
        TenantSQL(row_policy.OPENED_PEOPLE),
    ]
