"""Keep the log vacuumed: a search is answered from its index alone only where nothing waits for it."""

from django.db import migrations

from tenants.database.operations import TenantSQL

# By default a fifth of all rows must be new before a vacuum; in a long log that is months.
_SOON = """
ALTER TABLE {schema}.audit_accessevent SET
  (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);
"""
_USUAL = """
ALTER TABLE {schema}.audit_accessevent RESET
  (autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0006_erasing")]

    operations = [TenantSQL(_SOON, _USUAL)]
