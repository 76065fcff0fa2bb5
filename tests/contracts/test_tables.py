"""Every table of a municipality is either behind the door or named as an exemption."""

from django.db import connection

# Tables that name people by UUID and hold codes, because the decision is made from them
# before anything is open (design: access), and the log itself.
EXEMPT = {
    "access_carerelation",
    "access_historicalcarerelation",
    "access_knownrecord",
    "audit_accesssubject",
}
PERSONAL_COLUMNS = ("patient_id", "record_id")
# pg_trigger.tgtype: for each row before UPDATE or DELETE; for a statement before TRUNCATE.
ONLY_GROWS = [1 | 2 | 8 | 16, 2 | 32]


def _rows(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _tables():
    return {
        name: (has_rls, policies)
        for name, has_rls, policies in _rows(
            """
            SELECT c.relname, c.relrowsecurity,
              ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
            """
        )
    }


def _personal_tables():
    return {
        name
        for (name,) in _rows(
            """
            SELECT DISTINCT c.relname FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
              AND NOT a.attisdropped AND a.attname = ANY (%s)
            """,
            list(PERSONAL_COLUMNS),
        )
    }


def test_every_table_about_a_person_is_behind_the_door(world):
    tables = _tables()
    personal = _personal_tables() | {
        name for name in tables if name.startswith("journal_")
    }

    open_ones = {
        name
        for name in personal - EXEMPT
        if tables[name] != (True, ["door", "open_first"])
    }

    assert personal > EXEMPT
    assert open_ones == set()


def test_every_table_that_refers_to_a_person_is_behind_the_door(world):
    referring = _rows(
        """
        SELECT DISTINCT c.conrelid::regclass::text FROM pg_constraint c
        JOIN pg_class target ON target.oid = c.confrelid
        JOIN pg_namespace n ON n.oid = target.relnamespace
        WHERE c.contype = 'f' AND n.nspname = 'fjord' AND target.relname LIKE 'journal_%%'
        """
    )

    assert referring
    assert all(_tables()[name.split(".")[-1]][0] for (name,) in referring)


def test_history_and_log_are_only_added_to(world):
    changeable = _rows(
        """
        SELECT c.relname, privilege FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace,
        unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS privilege,
        unnest(ARRAY['t_fjord', 'w_fjord']) AS person
        WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
          AND (c.relname LIKE '%%_historical%%' OR c.relname LIKE 'audit_access%%')
          AND has_table_privilege(person, c.oid, privilege)
        """
    )

    assert changeable == []


def test_what_only_grows_has_triggers_that_never_sleep(world):
    triggers = _rows(
        """
        SELECT c.relname, coalesce(array_agg(t.tgtype::int ORDER BY t.tgtype)
          FILTER (WHERE t.tgenabled = 'A' AND t.tgqual IS NULL), '{}')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
        WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
          AND (c.relname LIKE '%%_historical%%' OR c.relname LIKE 'audit_access%%'
               OR c.relname = 'journal_noteinerror')
        GROUP BY c.relname
        """
    )

    assert len(triggers) > 14
    assert {name for name, types in triggers if types != ONLY_GROWS} == set()


def test_the_application_owns_no_table_and_may_truncate_none(world):
    wrong = _rows(
        """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
          AND (pg_get_userbyid(c.relowner) <> 'akson_owner'
               OR has_table_privilege('t_fjord', c.oid, 'TRUNCATE'))
        """
    )

    assert wrong == []


def test_no_function_that_passes_the_door_can_be_called_by_everybody(world):
    open_to_all = _rows(
        """
        SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'fjord' AND p.prosecdef
          AND (p.proacl IS NULL
               OR EXISTS (SELECT 1 FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
        """
    )

    assert open_to_all == []


def test_nobody_can_be_a_superuser_in_a_municipality(world):
    (checks,) = _rows(
        """
        SELECT count(*) FROM pg_constraint
        WHERE conname = 'nobody_bypasses_the_policy' AND conrelid = 'accounts_user'::regclass
        """
    )[0]

    assert checks == 1
