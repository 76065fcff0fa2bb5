"""A protected address (kode 6 and 7) shows only under an event that says it was opened.

The policy knows that there is one (`access_knownrecord.protection`), so that nobody needs
to read it to learn that he may not.
"""

from access.information import PROTECTED_ADDRESS, PROTECTING_CODES

# Not IN: a schema is compared with its template as text, and IN is written back as another.
_IS_PROTECTED = (
    "(" + " OR ".join(f"protection = '{code}'" for code in PROTECTING_CODES) + ")"
)
_IS_OPENED = "patient_id = ANY ((SELECT {schema}.opened_addresses())::uuid[])"
_ADDRESS = f"""patient_id = ANY ((SELECT {{schema}}.opened_patients())::uuid[])
  AND (NOT {_IS_PROTECTED} OR {_IS_OPENED})"""
# Where somebody lived before is a trace of where he is, once that is protected.
_EARLIER = f"""(patient_id = ANY ((SELECT {{schema}}.opened_unbounded())::uuid[])
    OR (patient_id = ANY ((SELECT {{schema}}.opened_patients())::uuid[])
      AND {{schema}}.began_in_time(patient_id, history_date)))
  AND ({_IS_OPENED} OR (NOT {_IS_PROTECTED} AND NOT EXISTS (
    SELECT 1 FROM {{schema}}.access_knownrecord known
    WHERE known.patient_id = journal_historicaladdress.patient_id
      AND {_IS_PROTECTED.replace("protection =", "known.protection =")})))"""

ADDRESSES = f"""
CREATE FUNCTION {{schema}}.opened_addresses() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
  SELECT coalesce(array_agg(s.patient_id), '{{{{}}}}') FROM opened_subjects() s
  WHERE s.reach >= 1 AND '{PROTECTED_ADDRESS}' = ANY (s.kinds)
$$;
REVOKE EXECUTE ON FUNCTION {{schema}}.opened_addresses() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {{schema}}.opened_addresses() TO {{role}}, {{worker}};
ALTER POLICY door ON {{schema}}.journal_address
  USING ({_ADDRESS}) WITH CHECK ({_ADDRESS});
ALTER POLICY door ON {{schema}}.journal_historicaladdress
  USING ({_EARLIER})
  WITH CHECK (history_user_id = (SELECT {{schema}}.opened_actor()) AND {_EARLIER});

CREATE FUNCTION {{schema}}.journal_tell_protection() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
BEGIN
  UPDATE access_knownrecord SET protection = NEW.protection
  WHERE patient_id = NEW.patient_id AND protection <> NEW.protection;
  RETURN NULL;
END $$;
CREATE FUNCTION {{schema}}.journal_ask_protection() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
BEGIN
  NEW.protection := coalesce((SELECT a.protection FROM journal_address a
    WHERE a.patient_id = NEW.patient_id), 'ugradert');
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION {{schema}}.journal_tell_protection(),
  {{schema}}.journal_ask_protection() FROM PUBLIC;
CREATE TRIGGER tell_protection AFTER INSERT ON {{schema}}.journal_address
  FOR EACH ROW WHEN (NEW.protection <> 'ugradert')
  EXECUTE FUNCTION {{schema}}.journal_tell_protection();
CREATE TRIGGER tell_changed_protection AFTER UPDATE OF protection, patient_id
  ON {{schema}}.journal_address
  FOR EACH ROW EXECUTE FUNCTION {{schema}}.journal_tell_protection();
CREATE TRIGGER ask_protection BEFORE INSERT ON {{schema}}.access_knownrecord
  FOR EACH ROW EXECUTE FUNCTION {{schema}}.journal_ask_protection();
REVOKE UPDATE ON {{schema}}.access_knownrecord FROM {{role}}, {{worker}};
"""
