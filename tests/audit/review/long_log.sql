-- A year of 200,000 events: most are readings on a stay, some things are rare, and what is rare never coincides.
-- The bytes are as long as real ones, but only what is searched for in them is there.
INSERT INTO fjord.audit_accessevent (id, recorded_at, verb, outcome, actor_id, unit_id, unit_ids, basis, purpose,
  is_demo, body)
SELECT md5('event' || n)::uuid, timestamptz '2026-01-01' + n * interval '157 seconds', verb,
  CASE WHEN n % 400 = 7 THEN 4 ELSE 0 END, md5('actor' || n % 211)::uuid, md5('unit' || n % 20)::uuid,
  CASE WHEN n % 1000 = 5 THEN ARRAY[md5('unit' || n % 20)::uuid, md5('unit19')::uuid] END,
  CASE WHEN n % 400 = 7 OR verb = 'signed_in' THEN '' WHEN n % 900 = 11 THEN 'need'
    WHEN n % 4 = 1 THEN 'roster' ELSE 'episode' END,
  CASE WHEN verb = 'signed_in' THEN '' WHEN n % 3000 = 13 THEN 'COC' ELSE 'TREAT' END, false,
  convert_to('{"client":{"page":"' || CASE WHEN n % 5000 = 17 THEN 'record:person' ELSE 'chart:patient' END
    || '"},' || CASE WHEN verb = 'searched' THEN '"query":{"kind":"name","text":"Ola ' || n || '"},' ELSE '' END
    || '"x":"' || repeat('x', 600) || '"}', 'UTF8')
FROM (SELECT n, CASE WHEN n % 5000 = 19 THEN 'printed' WHEN n % 20 = 3 THEN 'searched' WHEN n % 20 = 4 THEN 'signed_in'
    WHEN n % 4 = 2 THEN 'listed' ELSE 'read' END AS verb
  FROM generate_series(1, 200000) AS n) AS drawn
;;
INSERT INTO fjord.audit_accesssubject (event_id, xid, recorded_at, patient_id, reach)
SELECT id, xid, recorded_at, md5('patient' || abs(hashtext(id::text)) % 2000)::uuid, 1
FROM fjord.audit_accessevent WHERE verb IN ('read', 'listed', 'printed')
;;
VACUUM ANALYZE fjord.audit_accessevent
;;
VACUUM ANALYZE fjord.audit_accesssubject
