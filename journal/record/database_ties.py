"""Who is the patient himself, and who his close family: derived in the database.

From numbers and relatives, whose rows only an open record shows, follow the hashes in
`access_persontie`, which the policy reads before anything is open. The triggers keep
the one in step with the other whoever writes.
"""

from journal.record.codes import FamilyRelation

# Spouse, parent and child, whatever made them that (design section 6); a marriage ends,
# being somebody's child does not.
_PARTNERS = (FamilyRelation.EF, FamilyRelation.SA)
_PARENTS_AND_CHILDREN = (
    FamilyRelation.MO,
    FamilyRelation.FA,
    FamilyRelation.SM,
    FamilyRelation.SF,
    FamilyRelation.FM,
    FamilyRelation.FF,
    FamilyRelation.MF,
    FamilyRelation.MM,
    FamilyRelation.DA,
    FamilyRelation.SO,
    FamilyRelation.SD,
    FamilyRelation.SN,
)


def _codes(codes: tuple[FamilyRelation, ...]) -> str:
    return ", ".join(f"'{code.value}'" for code in codes)


TIES = f"""
REVOKE INSERT, UPDATE, DELETE ON {{schema}}.access_persontie FROM {{role}}, {{worker}};

CREATE FUNCTION {{schema}}.journal_tie_anew(people uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
  DELETE FROM access_persontie WHERE patient_id = ANY (people);
  WITH family AS NOT MATERIALIZED (
    SELECT r.* FROM journal_relatedperson r
    WHERE r.kind IN ({_codes(_PARENTS_AND_CHILDREN)})
      OR (r.kind IN ({_codes(_PARTNERS)}) AND r.ended_on IS NULL)
  ), found (patient_id, person_hash, tie) AS (
    SELECT i.patient_id, i.person_hash, 'self'
    FROM journal_patientidentifier i WHERE i.patient_id = ANY (people)
    UNION ALL
    SELECT f.patient_id, f.person_hash, 'family'
    FROM family f WHERE f.patient_id = ANY (people)
    UNION ALL
    SELECT f.patient_id, i.person_hash, 'family'
    FROM family f JOIN journal_patientidentifier i ON i.patient_id = f.linked_patient_id
    WHERE f.patient_id = ANY (people)
    UNION ALL
    SELECT f.linked_patient_id, i.person_hash, 'family'
    FROM family f JOIN journal_patientidentifier i ON i.patient_id = f.patient_id
    WHERE f.linked_patient_id = ANY (people)
  )
  INSERT INTO access_persontie (patient_id, person_hash, tie)
  SELECT DISTINCT ON (found.patient_id, found.person_hash)
    found.patient_id, found.person_hash, found.tie
  FROM found WHERE found.person_hash <> ''
  ORDER BY found.patient_id, found.person_hash, found.tie DESC
  ON CONFLICT DO NOTHING;
$$;
CREATE FUNCTION {{schema}}.journal_number_ties() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
BEGIN
  PERFORM journal_tie_anew(array_append(ARRAY(
    SELECT r.patient_id FROM journal_relatedperson r
    WHERE r.linked_patient_id = NEW.patient_id
    UNION SELECT r.linked_patient_id FROM journal_relatedperson r
    WHERE r.patient_id = NEW.patient_id AND r.linked_patient_id IS NOT NULL
  ), NEW.patient_id));
  RETURN NULL;
END $$;
CREATE FUNCTION {{schema}}.journal_relative_ties() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
BEGIN
  PERFORM journal_tie_anew(array_remove(ARRAY[NEW.patient_id, NEW.linked_patient_id,
    CASE TG_OP WHEN 'UPDATE' THEN OLD.linked_patient_id END], NULL));
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION {{schema}}.journal_tie_anew(uuid[]),
  {{schema}}.journal_number_ties(), {{schema}}.journal_relative_ties() FROM PUBLIC;
CREATE TRIGGER number_ties AFTER INSERT OR UPDATE OF value, person_hash, patient_id
  ON {{schema}}.journal_patientidentifier
  FOR EACH ROW WHEN (NEW.person_hash <> '')
  EXECUTE FUNCTION {{schema}}.journal_number_ties();
CREATE TRIGGER relative_ties AFTER INSERT ON {{schema}}.journal_relatedperson
  FOR EACH ROW WHEN (NEW.linked_patient_id IS NOT NULL OR NEW.person_hash <> '')
  EXECUTE FUNCTION {{schema}}.journal_relative_ties();
CREATE TRIGGER changed_relative_ties AFTER UPDATE
  OF kind, linked_patient_id, ended_on, person_hash ON {{schema}}.journal_relatedperson
  FOR EACH ROW EXECUTE FUNCTION {{schema}}.journal_relative_ties();
"""
