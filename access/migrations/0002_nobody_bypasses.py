"""In a municipality nobody is a superuser; the rights' history only grows."""

from django.db import migrations

from audit.protection import keep_history
from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("accounts", "0001_initial"),
        ("audit", "0002_append_only_and_openings"),
    ]

    operations = [
        TenantSQL(
            """
ALTER TABLE {schema}.accounts_user
  ADD CONSTRAINT nobody_bypasses_the_policy CHECK (NOT is_superuser);
REVOKE DELETE ON {schema}.access_knownrecord, {schema}.access_carerelation
  FROM {role}, {worker};
"""
        ),
        *(
            TenantSQL(keep_history(f"access_historical{of}"))
            for of in ("unit", "employment", "carerelation")
        ),
    ]
