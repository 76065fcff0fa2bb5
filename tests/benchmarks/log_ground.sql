-- Events as the product writes them: canonical bytes, and columns that say what they say.
-- Most are readings of one record; some lists of twelve people, some sign-ins of nobody.
CREATE FUNCTION bench_events(first bigint, last bigint, total bigint, years int)
RETURNS TABLE (n bigint, id uuid, at timestamptz, verb text, worker uuid, unit uuid,
  decision uuid, people uuid[])
LANGUAGE sql STABLE AS $$
  SELECT n, md5('event' || n)::uuid, at, verb,
    md5('worker' || floor(2000 * power(drawn, 1.5)))::uuid,
    md5('unit' || floor(drawn * 40))::uuid,
    CASE WHEN verb = 'read' THEN md5('decision' || n % 50000)::uuid END,
    CASE verb
      WHEN 'read' THEN ARRAY[md5('patient' || floor(20000 * power(other, 1.6)))::uuid]
      WHEN 'listed' THEN (SELECT array_agg(md5('patient' || (n * 31 + m * 97) % 20000)::uuid)
        FROM generate_series(1, 12) AS m)
      ELSE '{}' END
  FROM generate_series(first, last) AS n,
    LATERAL (SELECT abs(hashint8(n)) % 1000003 / 1000003.0 AS drawn,
      abs(hashint8(n + 77)) % 1000003 / 1000003.0 AS other,
      -- The last one an hour ago, so that what is written now comes after them all.
      date_trunc('milliseconds', now() - interval '1 hour'
        - (total - n) * (years * interval '365 days' / total)) AS at,
      CASE WHEN n % 25 = 0 THEN 'listed' WHEN n % 40 = 1 THEN 'signed_in' ELSE 'read' END AS verb
    ) AS facts
$$
;;
CREATE FUNCTION bench_subjects(verb text, people uuid[]) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(CASE verb
      WHEN 'read' THEN format('{"patient":"%s","reach":2,"record":"%s"}',
        person, md5('record' || person::text)::uuid)
      ELSE format('{"patient":"%s","reach":1}', person) END, ',' ORDER BY place), '')
  FROM unnest(people) WITH ORDINALITY AS each (person, place)
$$
;;
CREATE FUNCTION bench_body(id uuid, at timestamptz, verb text, worker uuid, unit uuid,
  decision uuid, people uuid[]) RETURNS bytea
LANGUAGE sql STABLE AS $$
  SELECT convert_to(format('{"action":"%s","actor":{"hpr_number":"1234567","id":"%s",'
    '"name":"Siri Fjellheim Solbakken","profession":"SP","role":"sykepleier","title":"sykepleier"},'
    '"client":{"address":"10.20.30.40","auth_level":"high","auth_method":"helseid",'
    '"channel":"html","page":"chart:summary","request":"%s","session":"%s",'
    '"user_agent":"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) '
    'Chrome/131.0.0.0 Safari/537.36"},'
    '%s"id":"%s","municipality":{"id":"00000000-0000-4000-8000-000000000001","name":"Benk",'
    '"orgnr":"999999964"},"nonce":"%s","outcome":0,"place":{"enterprise_name":"Benk kommune",'
    '"orgnr":"999999964","unit":"%s","unit_name":"Hjemmetjenesten nord"},"recorded":"%s",'
    '"source":{"system":"akson","version":"0.1.0"},"subjects":[%s],"v":1,"verb":"%s"}',
    CASE verb WHEN 'signed_in' THEN 'E' ELSE 'R' END, worker, md5('request' || id),
    left(md5('session' || worker::text), 16),
    CASE verb WHEN 'read' THEN format('"grounds":{"basis":"episode","decision_ref":"%s",'
      '"purpose":"TREAT","service":"15"},', decision)
      WHEN 'listed' THEN '"grounds":{"basis":"listed","purpose":"TREAT"},' ELSE '' END,
    id, md5('nonce' || id), unit,
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    bench_subjects(verb, people), verb), 'UTF8')
$$
