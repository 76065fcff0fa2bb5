"""The SQL that lets nothing of the log be erased but what is old enough and was decided.

It binds the owner too: the triggers ask for the row that only `begin_erasing` writes, and
that asks for two sealed events of two persons. Whoever goes past it leaves a hole that a
verification names. Placeholders are filled in by `tenants.database.operations.TenantSQL`.
"""

from audit.protection import only_grows

_TABLES = ("audit_logerasure", "audit_logerasureconfirmation", "audit_logerased")

# What the database fills in is granted to nobody; a decision is written by who makes it.
_GRANTS = """
REVOKE ALL ON {schema}.audit_logerasure, {schema}.audit_logerasureconfirmation,
  {schema}.audit_logerased FROM {role}, {worker};
GRANT SELECT ON {schema}.audit_logerasure, {schema}.audit_logerasureconfirmation,
  {schema}.audit_logerased TO {role}, {worker};
GRANT INSERT (id, era, leaves, before, proposed_by, proposed_event)
  ON {schema}.audit_logerasure TO {role};
GRANT INSERT (erasure_id, proposed_by, confirmed_by, confirmed_event)
  ON {schema}.audit_logerasureconfirmation TO {role};
ALTER TABLE {schema}.audit_logerasureconfirmation
  ADD CONSTRAINT confirmation_names_who_proposed FOREIGN KEY (erasure_id, proposed_by)
  REFERENCES {schema}.audit_logerasure (id, proposed_by);
ALTER TABLE {schema}.audit_logerasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE {schema}.audit_logerasureconfirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON {schema}.audit_logerasure FOR SELECT USING (true);
CREATE POLICY seen ON {schema}.audit_logerasureconfirmation FOR SELECT USING (true);
CREATE POLICY by_oneself ON {schema}.audit_logerasure FOR INSERT
  WITH CHECK (proposed_by = (SELECT {schema}.opened_actor()));
CREATE POLICY by_oneself ON {schema}.audit_logerasureconfirmation FOR INSERT
  WITH CHECK (confirmed_by = (SELECT {schema}.opened_actor()));
"""

_FUNCTIONS = """
CREATE FUNCTION {schema}.log_is_kept(verb text, stored timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT stored >= now() - CASE WHEN verb IN ('signed_in', 'signed_out', 'session_ended',
      'sign_in_failed', 'locked_out', 'chose_workplace', 'password_changed', 'stepped_up',
      'sign_in_way_changed')
    THEN interval '5 years' ELSE interval '10 years' END
$$;
CREATE FUNCTION {schema}.says_erasure(
  event uuid, said_verb text, erasure {schema}.audit_logerasure, person uuid)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = {schema}, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM audit_accessevent e JOIN audit_logleaf l ON l.event_id = e.id,
      LATERAL (SELECT convert_from(e.body, 'UTF8')::jsonb AS body) said
    WHERE e.id = event AND l.hash = sha256('\\x00'::bytea || e.body)
      AND said.body->>'verb' = said_verb AND (said.body->>'outcome')::int = 0
      AND said.body#>>'{{actor,id}}' = person::text
      AND said.body#>>'{{target,id}}' = erasure.id::text
      AND said.body#>>'{{detail,era}}' = erasure.era::text
      AND said.body#>>'{{detail,leaves}}' = erasure.leaves::text
      AND (said.body#>>'{{detail,before}}')::timestamptz = erasure.before)
$$;
CREATE FUNCTION {schema}.begin_erasing(wanted uuid) RETURNS void
LANGUAGE plpgsql SET search_path = {schema}, pg_temp AS $$
DECLARE erasure audit_logerasure; confirmation audit_logerasureconfirmation;
BEGIN
  SELECT * INTO erasure FROM audit_logerasure WHERE id = wanted;
  SELECT * INTO confirmation FROM audit_logerasureconfirmation WHERE erasure_id = wanted;
  IF confirmation.erasure_id IS NULL
     OR NOT says_erasure(erasure.proposed_event, 'log_erasure_proposed', erasure,
       erasure.proposed_by)
     OR NOT says_erasure(confirmation.confirmed_event, 'log_erasure_confirmed', erasure,
       confirmation.confirmed_by) THEN
    RAISE EXCEPTION 'slettingen er ikke vedtatt av to personer i den forseglede loggen'
      USING errcode = '42501';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM audit_logcheckpoint c
      WHERE c.era = erasure.era AND c.size >= erasure.leaves)
     OR EXISTS (SELECT 1 FROM audit_logleaf l
      JOIN audit_accessevent e ON e.id = l.event_id
      WHERE l.era = erasure.era AND l.index < erasure.leaves
        AND (e.stored_at >= erasure.before OR log_is_kept(e.verb, e.stored_at))) THEN
    RAISE EXCEPTION 'det er hendelser der som ennå skal lagres' USING errcode = '42501';
  END IF;
  INSERT INTO audit_logerased (confirmation_id, era, leaves)
    VALUES (wanted, erasure.era, erasure.leaves) ON CONFLICT DO NOTHING;
END $$;
CREATE FUNCTION {schema}.erase_leaves(of_era int, since bigint, until bigint)
RETURNS bigint
LANGUAGE plpgsql SET search_path = {schema}, pg_temp AS $$
DECLARE gone uuid[]; erased bigint;
BEGIN
  SELECT array_agg(event_id) INTO gone FROM audit_logleaf
    WHERE era = of_era AND index >= since AND index < until;
  DELETE FROM audit_accesssubject WHERE event_id = ANY (gone);
  DELETE FROM audit_accessevent WHERE id = ANY (gone);
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
CREATE FUNCTION {schema}.refuse_change_but_erasing() RETURNS trigger
LANGUAGE plpgsql SET search_path = {schema}, pg_temp AS $$
DECLARE event uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF TG_TABLE_NAME = 'audit_accessevent' THEN event := OLD.id;
    ELSE event := OLD.event_id; END IF;
    IF EXISTS (SELECT 1 FROM audit_logleaf l JOIN audit_logerased r ON r.era = l.era
        WHERE l.event_id = event AND l.index < r.leaves) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'tilgangsloggen kan ikke endres' USING errcode = '42501';
END $$;
REVOKE EXECUTE ON FUNCTION {schema}.log_is_kept(text, timestamptz),
  {schema}.says_erasure(uuid, text, {schema}.audit_logerasure, uuid),
  {schema}.begin_erasing(uuid), {schema}.erase_leaves(int, bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {schema}.log_is_kept(text, timestamptz) TO {role}, {worker};
"""


def _lets_erase(table: str) -> str:
    return f"""
DROP TRIGGER append_only ON {{schema}}.{table};
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {{schema}}.{table}
  FOR EACH ROW EXECUTE FUNCTION {{schema}}.refuse_change_but_erasing();
ALTER TABLE {{schema}}.{table} ENABLE ALWAYS TRIGGER append_only;
"""


ERASING = "".join(
    (
        _GRANTS,
        _FUNCTIONS,
        *(
            only_grows(t, trigger="append_only", refusal="refuse_change")
            for t in _TABLES
        ),
        _lets_erase("audit_accessevent"),
        _lets_erase("audit_accesssubject"),
    )
)
