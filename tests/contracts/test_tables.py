"""Every table about a person is the journal's or named, and nobody takes rows away."""

from tests.attacks.doors import query

# Tables that name people by UUID and hold codes, because the decision is made from them
# before anything is open (design: access), and the log itself.
EXEMPT = {
    "access_block",
    "access_carerelation",
    "access_emergencyaccess",
    "access_historicalblock",
    "access_historicalcarerelation",
    "access_historicalemergencyaccess",
    "access_historicalpatientquestion",
    "access_historicalstatedneed",
    "access_knownrecord",
    "access_patientquestion",
    "access_persontie",
    "access_statedneed",
    "audit_accesssubject",
}
PERSONAL_COLUMNS = ("patient_id", "record_id")
# pg_trigger.tgtype: for each row before UPDATE or DELETE; for a statement before TRUNCATE.
ONLY_GROWS = [1 | 2 | 8 | 16, 2 | 32]


def _all_tables():
    return {
        name
        for (name,) in query(
            """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
            """
        )
    }


def _personal_tables():
    return {
        name
        for (name,) in query(
            """
            SELECT DISTINCT c.relname FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
              AND NOT a.attisdropped AND a.attname = ANY (%s)
            """,
            [list(PERSONAL_COLUMNS)],
        )
    }


def test_tables_about_a_person_are_the_journal_s_or_named(world):
    journals = {name for name in _all_tables() if name.startswith("journal_")}

    assert journals == _personal_tables() - EXEMPT
    assert _personal_tables() > EXEMPT


def test_no_view_shows_what_its_owner_sees(world):
    views = query(
        """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'fjord' AND c.relkind IN ('v', 'm', 'f')
          AND NOT (c.relkind = 'v'
            AND coalesce(c.reloptions, '{}') @> ARRAY['security_invoker=true'])
        """
    )

    assert views == []


def test_history_and_log_are_only_added_to(world):
    changeable = query(
        """
        SELECT c.relname, privilege FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace,
        unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS privilege,
        unnest(ARRAY['t_fjord', 'w_fjord']) AS person
        WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
          AND (c.relname LIKE '%_historical%' OR c.relname ~ '^audit_(access|log)')
          AND has_table_privilege(person, c.oid, privilege)
        """
    )

    assert changeable == []


def test_of_all_about_a_patient_only_a_note_can_be_deleted(world):
    # A draft, that is: a signed note has a trigger of its own.
    deletable = query(
        """
        SELECT DISTINCT c.relname FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace,
        unnest(ARRAY['t_fjord', 'w_fjord']) AS person
        WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
          AND (c.relname LIKE 'journal_%%' OR c.relname = ANY (%s))
          AND has_table_privilege(person, c.oid, 'DELETE')
        """,
        [list(EXEMPT)],
    )

    assert deletable == [("journal_note",)]


def test_what_only_grows_has_triggers_that_never_sleep(world):
    triggers = query(
        """
        SELECT c.relname, coalesce(array_agg(t.tgtype::int ORDER BY t.tgtype)
          FILTER (WHERE t.tgenabled = 'A' AND t.tgqual IS NULL), '{}')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
        WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
          AND (c.relname LIKE '%_historical%' OR c.relname ~ '^audit_(access|log)'
               OR c.relname = 'journal_noteinerror')
        GROUP BY c.relname
        """
    )

    assert len(triggers) > 14
    assert {name for name, types in triggers if types != ONLY_GROWS} == set()


def test_the_application_owns_no_table_and_may_truncate_none(world):
    wrong = query(
        """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'fjord' AND c.relkind IN ('r', 'p')
          AND (pg_get_userbyid(c.relowner) <> 'akson_owner'
               OR has_table_privilege('t_fjord', c.oid, 'TRUNCATE'))
        """
    )

    assert wrong == []


def test_nobody_can_be_a_superuser_in_a_municipality(world):
    (checks,) = query(
        """
        SELECT count(*) FROM pg_constraint
        WHERE conname = 'nobody_bypasses_the_policy' AND conrelid = 'accounts_user'::regclass
        """
    )[0]

    assert checks == 1
