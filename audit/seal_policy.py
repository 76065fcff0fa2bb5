"""The SQL that lets the sealer alone write the sealed log, and nobody ever change it.

The sealer's login works in every municipality's schema and reads the events' bytes, which
it seals; the application reads what was sealed, to prove and to verify. Placeholders are
filled in by `tenants.database.operations.TenantSQL`.
"""

from audit.protection import only_grows

TABLES = ("audit_logera", "audit_logleaf", "audit_logtile", "audit_logcheckpoint")

# What the database fills in (began_at, sealed_at) is granted to nobody.
_GRANTS = """
REVOKE ALL ON {schema}.audit_logera, {schema}.audit_logleaf, {schema}.audit_logtile,
  {schema}.audit_logcheckpoint FROM {role}, {worker};
GRANT SELECT ON {schema}.audit_logera, {schema}.audit_logleaf, {schema}.audit_logtile,
  {schema}.audit_logcheckpoint TO {role}, {worker}, akson_sealer;
GRANT USAGE ON SCHEMA {schema} TO akson_sealer;
GRANT SELECT (id, xid, stored_at, body) ON {schema}.audit_accessevent TO akson_sealer;
GRANT INSERT (number, origin, system_identifier, reason)
  ON {schema}.audit_logera TO akson_sealer;
GRANT INSERT ON {schema}.audit_logleaf, {schema}.audit_logtile TO akson_sealer;
GRANT INSERT (era, size, root, note, sealed_xid, sealed_event)
  ON {schema}.audit_logcheckpoint TO akson_sealer;
"""
SEALED = _GRANTS + "".join(
    only_grows(table, trigger="append_only", refusal="refuse_change")
    for table in TABLES
)

# What witnesses say is kept by the same login, in a process that need not see the keys.
COSIGNED_TABLES = ("audit_logcosignature", "audit_logrefusal")
_COSIGNED_GRANTS = """
REVOKE ALL ON {schema}.audit_logcosignature, {schema}.audit_logrefusal
  FROM {role}, {worker};
GRANT SELECT ON {schema}.audit_logcosignature, {schema}.audit_logrefusal
  TO {role}, {worker}, akson_sealer;
GRANT INSERT (era, size, witness, moment, line)
  ON {schema}.audit_logcosignature TO akson_sealer;
GRANT INSERT (era, size, witness, reason) ON {schema}.audit_logrefusal TO akson_sealer;
"""
COSIGNED = _COSIGNED_GRANTS + "".join(
    only_grows(table, trigger="append_only", refusal="refuse_change")
    for table in COSIGNED_TABLES
)

# What verifications found is kept by background work, not by the screens that show it.
VERIFIED = """
REVOKE ALL ON {schema}.audit_logverification FROM {role}, {worker};
GRANT SELECT ON {schema}.audit_logverification TO {role}, {worker};
GRANT INSERT (era, size, root, since, events, faults, wrong, event_id)
  ON {schema}.audit_logverification TO {worker};
""" + only_grows(
    "audit_logverification", trigger="append_only", refusal="refuse_change"
)
