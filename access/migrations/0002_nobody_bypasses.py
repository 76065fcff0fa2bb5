"""In a municipality nobody is a superuser; the rights' history only grows."""

from django.db import migrations

from tenants.database.operations import TenantSQL


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("accounts", "0001_initial")]

    operations = [
        TenantSQL(
            """
ALTER TABLE {schema}.accounts_user
  ADD CONSTRAINT nobody_bypasses_the_policy CHECK (NOT is_superuser);
REVOKE UPDATE, DELETE ON {schema}.access_historicalunit,
  {schema}.access_historicalemployment, {schema}.access_historicalcarerelation
  FROM {role}, {worker};
REVOKE DELETE ON {schema}.access_knownrecord, {schema}.access_carerelation
  FROM {role}, {worker};
"""
        ),
    ]
