INSERT INTO journal_patient (patient_id, given_name, middle_name, family_name, birth_date, sex,
  phone, language, needs_interpreter, gp_name, gp_office, gp_phone, name_key, sort_key, revision)
SELECT md5('patient' || n)::uuid, given, '', family, date '1925-01-01' + (n * 7919) %% 36000, 'female',
  '', 'nb', false, 'Lege Legesen', 'Legekontoret', '', key, lower(family || ' ' || given), 1
FROM (SELECT n, given, family, replace(replace(replace(replace(
    lower(given || ' ' || family), 'ø', 'o'), 'å', 'a'), 'æ', 'ae'), 'á', 'a') AS key
  FROM (SELECT n, (%(first)s::text[])[1 + (hash >> 3) %% cardinality(%(first)s::text[])] AS given,
      -- The power makes the first surname some 1 %% of all, and the last very rare.
      (%(last_a)s::text[])[1 + place %% cardinality(%(last_a)s::text[])]
      || (%(last_b)s::text[])[1 + (place / 40) %% cardinality(%(last_b)s::text[])] AS family
    FROM (SELECT n, abs(hashint4(n)) AS hash,
        floor(1600 * power((abs(hashint4(n + 7)) %% 100000) / 100000.0, 1.7))::int AS place
    FROM generate_series(1, %(patients)s) AS n) AS drawn) AS names) AS keyed
;;
INSERT INTO journal_patientidentifier (id, patient_id, system, value, is_official, registered_at)
SELECT md5('number' || n)::uuid, md5('patient' || n)::uuid, 'fhn', (80000000000 + n)::text, true, now()
FROM generate_series(1, %(patients)s) AS n
;;
INSERT INTO journal_address (id, patient_id, line, postcode, city, protection, access_note)
SELECT md5('address' || n)::uuid, md5('patient' || n)::uuid, 'Gata ' || n, '5003', 'Bergen', 'ugradert', ''
FROM generate_series(1, %(patients)s) AS n
;;
INSERT INTO journal_healthrecord (id, patient_id, kind, opened_at)
SELECT md5('record' || n)::uuid, md5('patient' || n)::uuid, 'journal', now()
FROM generate_series(1, %(patients)s) AS n
;;
INSERT INTO access_knownrecord (record_id, patient_id, kind)
SELECT md5('record' || n)::uuid, md5('patient' || n)::uuid, 'journal'
FROM generate_series(1, %(patients)s) AS n
;;
INSERT INTO journal_episode (id, patient_id, record_id, unit_id, service_type, starts_at, room, bed,
  decided_hours, decision_reference)
SELECT md5('episode' || n)::uuid, md5('patient' || n)::uuid, md5('record' || n)::uuid, unit.id, '15',
  now() - interval '30 days', '', '', '', ''
FROM generate_series(1, %(patients)s) AS n
JOIN access_unit unit ON unit.name = 'Sone ' || lpad((n %% %(units)s)::text, 3, '0')
;;
INSERT INTO access_carerelation (id, record_id, patient_id, basis, unit_id, valid_from, service_type,
  source_id, reason_code)
SELECT md5('relation' || n)::uuid, md5('record' || n)::uuid, md5('patient' || n)::uuid, 'episode', unit.id,
  now() - interval '30 days', '15', md5('episode' || n)::uuid, ''
FROM generate_series(1, %(patients)s) AS n
JOIN access_unit unit ON unit.name = 'Sone ' || lpad((n %% %(units)s)::text, 3, '0')
;;
INSERT INTO journal_relatedperson (id, patient_id, name, kind, phone, is_next_of_kin, is_guardian, is_proxy,
  may_be_told, told_note, has_parental_responsibility)
SELECT md5('relative' || n || '-' || m)::uuid, md5('patient' || n)::uuid, 'Pårørende ' || m, 'DA', '55000000',
  m = 1, false, false, 'all', '', false
FROM generate_series(1, %(patients)s) AS n, generate_series(1, 2) AS m
;;
INSERT INTO journal_criticalinformation (id, record_id, category, text, reaction, severity, source, status,
  written_at, author_id, author_name, ended_why, ended_by_name)
SELECT md5('critical' || n || '-' || m)::uuid, md5('record' || n)::uuid, m, 'Penicillin', 'Utslett', 'medium',
  'Pasienten', 'active', now() - interval '20 days', md5('author')::uuid, 'Siri Fjell', '', ''
FROM generate_series(1, %(patients)s) AS n, generate_series(1, 2) AS m
;;
INSERT INTO journal_note (id, record_id, entry_id, version, correction_reason, kind, happened_at, written_at,
  updated_at, signed_at, text, revision, author_id, author_name, author_profession, unit_name)
SELECT md5('note' || n || '-' || m)::uuid, md5('record' || n)::uuid, md5('note' || n || '-' || m)::uuid, 1, '',
  'daglig', at, at, at, at, 'Sov da jeg kom 08.10, trøtt, men klar. Tok medisiner fra multidose med tilsyn.',
  1, md5('author')::uuid, 'Siri Fjell', 'sykepleier', 'Sone'
FROM generate_series(1, %(patients)s) AS n,
  generate_series(1, CASE WHEN n %% %(units)s = 0 THEN 60 ELSE 3 END) AS m,
  LATERAL (SELECT now() - m * interval '11 hours' AS at) AS moment
;;
ANALYZE
