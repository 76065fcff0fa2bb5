"""The function that tells what workers and the patients they opened are to each other.

The control of the access log asks it, at night. It takes its pairs out of the log, so
that nobody can ask of two people who have not met there, and gives codes, shares and one
of the log's own moments: no name, no address, no number, no date of anybody's life.

The rules are those of `audit.detection.rules.closeness`, which knows the codes.
"""

from collections.abc import Iterable

from journal.record.codes import FamilyRelation
from journal.record.models.patient import Protection

# What the relative is to the patient. Other personal relations are no family.
_KIN = {
    FamilyRelation.EF: "spouse",
    FamilyRelation.SA: "partner",
    **dict.fromkeys(
        (
            *(FamilyRelation.MO, FamilyRelation.FA, FamilyRelation.MM),
            *(FamilyRelation.SM, FamilyRelation.SF, FamilyRelation.MF),
            *(FamilyRelation.FM, FamilyRelation.FF),
        ),
        "parent",
    ),
    **dict.fromkeys(
        (
            *(FamilyRelation.DA, FamilyRelation.SO),
            *(FamilyRelation.SD, FamilyRelation.SN),
        ),
        "child",
    ),
    **dict.fromkeys(
        (
            *(FamilyRelation.SI, FamilyRelation.HS, FamilyRelation.SS),
            *(FamilyRelation.BR, FamilyRelation.HB, FamilyRelation.SB),
        ),
        "sibling",
    ),
    **dict.fromkeys((FamilyRelation.GM, FamilyRelation.GF), "grandparent"),
    FamilyRelation.BB: "grandchild",
    **dict.fromkeys((FamilyRelation.TO, FamilyRelation.AS), "family"),
}
_OTHER_WAY = {
    "parent": "child",
    "child": "parent",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
}
_KEPT_CLOSED = (Protection.CONFIDENTIAL, Protection.STRICTLY_CONFIDENTIAL)
_NEXT_DOOR = 4
_DEAD_FOR = "30 days"


def _values(rows: Iterable[tuple[str, ...]]) -> str:
    return ", ".join(
        "(" + ", ".join(f"'{value}'" for value in row) + ")" for row in rows
    )


def _folded(text: str) -> str:
    """As `audit.detection.rules.names.folded`: what tells spellings apart is gone."""
    plain = f"replace(translate(lower({text}), 'éèöäü', 'eeøæy'), 'aa', 'å')"
    return f"btrim(regexp_replace({plain}, '\\s+', ' ', 'g'))"


_WORDS = _values(
    (code.value, kin, _OTHER_WAY.get(kin, kin)) for code, kin in _KIN.items()
)
_CLOSED = _values((code.value,) for code in _KEPT_CLOSED)
_PLACE = _folded("translate(line || ' ' || postcode, ',.', '  ')")
_LINE = _folded("split_part(line, ',', 1)")
# An entrance's letter is part of the number, a flat's number (H0201) is not.
_NUMBERED = r"^(.*?[^0-9])\s*([0-9]+)\s*[a-zæøå]?\M"

_PAIRS = """
pair AS MATERIALIZED (
  SELECT e.actor_id AS worker_id, s.patient_id,
    min(e.recorded_at) FILTER (
      WHERE e.recorded_at > p.deceased_on + interval '{dead_for}') AS dead_from
  FROM audit_accessevent e JOIN audit_accesssubject s ON s.event_id = e.id
  LEFT JOIN journal_patient p ON p.patient_id = s.patient_id
  WHERE e.recorded_at >= since AND e.outcome = 0 AND e.actor_id IS NOT NULL
    AND (s.reach >= 2 OR e.verb IN ('searched', 'looked_up'))
  GROUP BY 1, 2
), me AS MATERIALIZED (
  SELECT u.id AS worker_id, u.person_hash, u.last_name, t.patient_id AS own
  FROM accounts_user u LEFT JOIN access_persontie t
    ON t.person_hash = u.person_hash AND t.tie = 'self'
)"""
_FAMILIES = """
word (code, kin, other_way) AS (VALUES {words}),
related AS MATERIALIZED (
  SELECT r.patient_id, r.person_hash,
    coalesce(r.linked_patient_id, i.patient_id) AS relative_id,
    CASE WHEN r.kind IN ('EF', 'SA') AND r.ended_on IS NOT NULL
      THEN 'former_spouse' ELSE w.kin END AS kin,
    CASE WHEN r.kind IN ('EF', 'SA') AND r.ended_on IS NOT NULL
      THEN 'former_spouse' ELSE w.other_way END AS other_way
  FROM journal_relatedperson r JOIN word w ON w.code = r.kind
  LEFT JOIN journal_patientidentifier i
    ON r.person_hash <> '' AND i.person_hash = r.person_hash
), tie AS MATERIALIZED (
  SELECT patient_id AS one, relative_id AS other, kin FROM related
  WHERE relative_id IS NOT NULL
  UNION ALL
  SELECT relative_id, patient_id, other_way FROM related WHERE relative_id IS NOT NULL
), mine AS MATERIALIZED (
  SELECT me.worker_id, tie.other AS patient_id, tie.kin
  FROM me JOIN tie ON tie.one = me.own
  UNION
  SELECT me.worker_id, r.patient_id, r.other_way
  FROM me JOIN related r ON r.person_hash = me.person_hash
  WHERE me.own IS DISTINCT FROM r.patient_id
)"""
_HOMES = """
dated AS (
  SELECT h.patient_id, {place} AS place, h.line <> '' AS is_known,
    CASE WHEN row_number() OVER written = 1 THEN '-infinity'
      ELSE h.history_date END AS since,
    lead(h.history_date, 1, 'infinity') OVER written AS until
  FROM journal_historicaladdress h
  WINDOW written AS (PARTITION BY h.patient_id ORDER BY h.history_date, h.history_id)
), home AS MATERIALIZED (
  SELECT a.patient_id, {place} AS place, {line} AS line,
    a.protection IN ({closed}) AS is_closed
  FROM journal_address a WHERE a.line <> ''
), house AS MATERIALIZED (
  SELECT patient_id, place, is_closed,
    coalesce(btrim((regexp_match(line, '{numbered}'))[1]), line) AS street,
    left((regexp_match(line, '{numbered}'))[2], 6)::int AS number
  FROM home
), lived AS MATERIALIZED (
  SELECT patient_id, place, min(since) AS since, max(until) AS until,
    max(until) < 'infinity' AS has_left
  FROM dated WHERE is_known GROUP BY patient_id, place
)"""
_NAMES = """
name AS MATERIALIZED (
  SELECT DISTINCT p.patient_id, word.surname
  FROM journal_patient p
  CROSS JOIN LATERAL regexp_split_to_table({family_name}, '[-\\s]+') AS word (surname)
  WHERE length(word.surname) > 1
), bearers AS MATERIALIZED (
  SELECT surname, count(*)::real / (SELECT greatest(count(*), 1) FROM journal_patient)
    AS share
  FROM name GROUP BY surname
), my_name AS MATERIALIZED (
  SELECT me.worker_id, name.surname FROM me JOIN name ON name.patient_id = me.own
  UNION
  SELECT me.worker_id, word.surname FROM me
  CROSS JOIN LATERAL regexp_split_to_table({last_name}, '[-\\s]+') AS word (surname)
  WHERE me.own IS NULL AND length(word.surname) > 1
), namesake AS MATERIALIZED (
  SELECT pair.worker_id, pair.patient_id, min(bearers.share) AS share
  FROM pair JOIN my_name USING (worker_id)
  JOIN name ON name.patient_id = pair.patient_id AND name.surname = my_name.surname
  JOIN bearers ON bearers.surname = name.surname
  GROUP BY 1, 2
)"""
_FOUND = """
at_home AS MATERIALIZED (
  SELECT pair.worker_id, pair.patient_id,
    mine.place = theirs.place AS is_household,
    mine.street = theirs.street AND NOT theirs.is_closed AS is_street,
    abs(mine.number - theirs.number) <= {next_door} AS is_near
  FROM pair JOIN me USING (worker_id)
  JOIN house mine ON mine.patient_id = me.own
  JOIN house theirs ON theirs.patient_id = pair.patient_id
  WHERE mine.street = theirs.street OR mine.place = theirs.place
), found (worker_id, patient_id, code) AS (
  SELECT worker_id, own, 'own_record' FROM me WHERE own IS NOT NULL
  UNION ALL
  SELECT worker_id, patient_id, 'relative' FROM mine
  UNION ALL
  SELECT worker_id, patient_id, 'household' FROM at_home WHERE is_household
  UNION ALL
  SELECT worker_id, patient_id, 'street' FROM at_home
  WHERE is_street AND NOT is_household
  UNION ALL
  SELECT worker_id, patient_id, 'next_door' FROM at_home
  WHERE is_street AND is_near AND NOT is_household
  UNION ALL
  SELECT kin.worker_id, pair.patient_id, 'family_home'
  FROM mine kin JOIN pair USING (worker_id)
  JOIN house theirs ON theirs.patient_id = pair.patient_id
  JOIN house relatives ON relatives.patient_id = kin.patient_id
    AND relatives.place = theirs.place
  UNION ALL
  SELECT kin.worker_id, tie.one, 'family_home'
  FROM mine kin JOIN tie ON tie.other = kin.patient_id
  UNION ALL
  SELECT pair.worker_id, pair.patient_id, 'former_home'
  FROM pair JOIN me USING (worker_id)
  JOIN lived mine ON mine.patient_id = me.own
  JOIN lived theirs ON theirs.patient_id = pair.patient_id
    AND theirs.place = mine.place
    AND mine.since < theirs.until AND theirs.since < mine.until
    AND (mine.has_left OR theirs.has_left)
  UNION ALL
  SELECT pair.worker_id, pair.patient_id, 'colleague'
  FROM pair JOIN me colleague ON colleague.own = pair.patient_id
  UNION ALL
  SELECT pair.worker_id, pair.patient_id, 'close_colleague'
  FROM pair JOIN me colleague ON colleague.own = pair.patient_id
  JOIN access_employment his ON his.user_id = pair.worker_id
  JOIN access_employment theirs ON theirs.user_id = colleague.worker_id
    AND theirs.content_object_id = his.content_object_id
    AND tstzrange(his.valid_from, his.valid_until)
      && tstzrange(theirs.valid_from, theirs.valid_until)
  UNION ALL
  SELECT pair.worker_id, pair.patient_id, 'protected'
  FROM pair JOIN journal_address a ON a.patient_id = pair.patient_id
    AND a.protection IN ({closed})
), told AS MATERIALIZED (
  SELECT pair.worker_id, pair.patient_id,
    array_agg(DISTINCT found.code ORDER BY found.code) AS codes
  FROM pair JOIN found USING (worker_id, patient_id) GROUP BY 1, 2
)
SELECT pair.worker_id, pair.patient_id, coalesce(told.codes, '{{}}'::text[]),
  coalesce((SELECT min(mine.kin) FROM mine WHERE mine.worker_id = pair.worker_id
    AND mine.patient_id = pair.patient_id AND mine.kin <> 'family'), ''),
  namesake.share::double precision, pair.dead_from
FROM pair LEFT JOIN told USING (worker_id, patient_id)
LEFT JOIN namesake USING (worker_id, patient_id)
WHERE told.codes IS NOT NULL OR namesake.share IS NOT NULL
  OR pair.dead_from IS NOT NULL"""
_PARTS = (
    _PAIRS.format(dead_for=_DEAD_FOR),
    _FAMILIES.format(words=_WORDS),
    _HOMES.format(place=_PLACE, line=_LINE, closed=_CLOSED, numbered=_NUMBERED),
    _NAMES.format(
        family_name=_folded("p.family_name"), last_name=_folded("me.last_name")
    ),
    _FOUND.format(next_door=_NEXT_DOOR, closed=_CLOSED),
)
_BODY = "WITH" + ",".join(_PARTS)

# `TenantSQL` fills in the names between braces; those of an empty array are no name.
CLOSENESS = f"""
CREATE FUNCTION {{schema}}.journal_closeness(since timestamptz)
RETURNS TABLE (worker_id uuid, patient_id uuid, codes text[], kin text,
  surname_share double precision, dead_from timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
{_BODY.replace("{", "{{").replace("}", "}}")}
$$;
REVOKE EXECUTE ON FUNCTION {{schema}}.journal_closeness(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {{schema}}.journal_closeness(timestamptz) TO {{worker}};
"""
