INSERT INTO accounts_user (id, username, password, first_name, last_name, email, is_staff, is_active,
  is_superuser, date_joined, sort_key, profession, title, hpr_number, language, person_hash)
SELECT md5('worker' || n)::uuid, 'arbeider.' || n, '!', 'Ansatt', lpad(n::text, 4, '0'), '', false, true,
  false, now(), lpad(n::text, 4, '0'), 'SP', '', '', '', 'worker' || n
FROM generate_series(1, %(workers)s) AS n
;;
INSERT INTO access_employment (user_id, content_object_id, permission_id, valid_from, is_substitute)
SELECT md5('worker' || n)::uuid, unit.id, permission.id, now() - interval '1 year', false
FROM generate_series(1, %(workers)s) AS n
JOIN access_unit unit ON unit.name = 'Sone ' || lpad((n %% %(units)s)::text, 3, '0')
JOIN auth_permission permission ON permission.codename = 'work_as_'
  || (ARRAY['sykepleier', 'helsefagarbeider', 'helsefagarbeider', 'lege', 'leder'])[1 + n / %(units)s %% 5]
;;
INSERT INTO access_shift (id, user_id, unit_id, valid_from, valid_until)
SELECT md5('shift' || n)::uuid, md5('worker' || n)::uuid, unit.id,
  now() - interval '4 hours', now() + interval '20 hours'
FROM generate_series(1, %(workers)s, 3) AS n
JOIN access_unit unit ON unit.name = 'Sone ' || lpad((n %% %(units)s)::text, 3, '0')
;;
INSERT INTO access_carerelation (id, record_id, patient_id, basis, worker_id, granted_by_id, valid_from, valid_until,
  service_type, source_id, reason_code)
SELECT md5(basis || n)::uuid, md5('record' || n)::uuid, md5('patient' || n)::uuid, basis,
  md5('worker' || 1 + abs(hashint4(n + salt)) %% %(workers)s)::uuid, md5('worker1')::uuid,
  now() - interval '1 day', now() + interval '7 days', '15', NULL, 'vikar'
FROM (VALUES ('team', 3, 11), ('visit', 5, 12), ('grant', 40, 13), ('need', 100, 14), ('emergency', 5000, 15))
  AS wanted (basis, step, salt),
  LATERAL generate_series(1, %(patients)s, step) AS n
;;
INSERT INTO access_carerelation (id, record_id, patient_id, basis, unit_id, valid_from, valid_until, readable_until,
  service_type, source_id, reason_code)
SELECT md5('former' || n)::uuid, md5('record' || n)::uuid, md5('patient' || n)::uuid, 'former_episode', unit.id,
  now() - interval '3 days', now() + interval '11 days', now() - interval '3 days', '15', NULL, ''
FROM generate_series(1, %(patients)s, 20) AS n
JOIN access_unit unit ON unit.name = 'Sone ' || lpad(((n + 7) %% %(units)s)::text, 3, '0')
;;
INSERT INTO access_block (id, record_id, patient_id, what, kind, document_id, whom, worker_id, role, unit_id, valid_from)
SELECT md5('block' || n)::uuid, md5('record' || n)::uuid, md5('patient' || n)::uuid,
  (ARRAY['all', 'kind', 'document'])[1 + n %% 3], CASE WHEN n %% 3 = 1 THEN 'telefon' ELSE '' END,
  CASE WHEN n %% 3 = 2 THEN md5('note' || n || '-1')::uuid END,
  CASE WHEN n %% 2 = 0 THEN 'person' ELSE 'role' END,
  CASE WHEN n %% 2 = 0 THEN md5('worker' || 1 + n %% %(workers)s)::uuid END,
  CASE WHEN n %% 2 = 1 THEN 'lege' ELSE '' END, NULL, now() - interval '1 day'
FROM generate_series(1, %(patients)s, 49) AS n
;;
INSERT INTO access_persontie (patient_id, person_hash, tie)
SELECT md5('patient' || n)::uuid, 'worker' || n, CASE WHEN n %% 3 = 0 THEN 'family' ELSE 'self' END
FROM generate_series(1, %(workers)s / 2) AS n
;;
ANALYZE
