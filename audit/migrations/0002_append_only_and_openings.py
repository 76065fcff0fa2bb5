"""The log refuses change, a door opens only through a committed event, the sealer alone seals."""

from django.db import migrations

from audit import row_policy, seal_policy
from audit.erasing import policy
from tenants.database.operations import TenantSQL

# A search is answered from its index alone only where no row waits for the vacuum.
_SOON = """
ALTER TABLE {schema}.audit_accessevent SET
  (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        TenantSQL(row_policy.APPEND_ONLY),
        TenantSQL(row_policy.LOG_GRANTS),
        TenantSQL(row_policy.OPENING),
        TenantSQL(row_policy.OPENED_PEOPLE),
        TenantSQL(seal_policy.SEALED),
        TenantSQL(policy.ERASING),
        TenantSQL(_SOON),
        TenantSQL(seal_policy.COSIGNED),
        TenantSQL(seal_policy.VERIFIED),
    ]
