"""Whoever may everything in the consortium reads no clinical row: by address, and by SQL."""

import re
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection
from django.utils import timezone

from access.accounts.models import User
from access.actions import Action
from access.models import SupportGrant
from journal.record.gate import open_record
from tenants.context import in_consortium, in_municipality
from tests.attacks.doors import query
from tests.contracts import consortium_walk as walk
from tests.contracts.test_tables import PERSONAL_COLUMNS
from tests.database import as_superuser

# What the consortium's role may call that does more than the role may itself, and why each is safe.
DEFINED_BY_OTHERS = {
    "publishing_keep_row": "a trigger, of the consortium's own tables",
}
OURS = "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')"


@pytest.fixture
def database_name(world):
    return connection.settings_dict["NAME"]


def look(database, statement, params=None):
    """Ask past every wall."""
    with as_superuser(database) as everything:
        return everything.execute(statement, params).fetchall()


def personal_tables(database):
    """Name each table about a person, in every municipality, with its columns."""
    return look(
        database,
        f"""
        SELECT n.nspname, c.relname,
          array_agg(a.attname) FILTER (WHERE format_type(a.atttypid, NULL)
            IN ('uuid', 'text', 'character varying'))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND {OURS}
        GROUP BY 1, 2 HAVING bool_or(a.attname = ANY (%s))
        """,
        [list(PERSONAL_COLUMNS)],
    )


def told_of_patients(database):
    """Collect what stands in those tables and could be recognized on a page."""
    found = set()
    for schema, table, columns in personal_tables(database):
        values = ", ".join(f'"{column}"::text' for column in columns)
        for row in look(database, f'SELECT {values} FROM "{schema}"."{table}"'):
            found |= {value.encode() for value in row if value and len(value) > 8}
    return found


def _let_in(fjord):
    """Give every person of the consortium what a municipality can give."""
    people = list(User.objects.all())
    with in_municipality(fjord):
        administrator = User.objects.get(username="lise.leder")
        for person in people:
            now = timezone.now()
            SupportGrant.objects.create(
                asked_by_id=person.pk,
                reason="Hjelp",
                decided_at=now,
                decided_by=administrator,
                until=now + timedelta(hours=4),
            )


def test_no_address_of_the_consortium_shows_or_asks_for_a_patient(
    world, fjord, database_name
):
    tables = {table for _schema, table, _columns in personal_tables(database_name)}
    told = told_of_patients(database_name)
    assert len(tables) > 20
    assert {b"Fjellheim", b"Storgata 1", str(world.ola.record_id).encode()} <= told
    asked, shown, answers, pages = [], [], [], []

    def listen(execute, sql, *rest):
        asked.append(sql)
        return execute(sql, *rest)

    with in_consortium():
        browser = walk.signed_in("kari.konsortium", is_superuser=True)
        _let_in(fjord)
        keys = walk.keys() | {"/admin/fjord/": fjord.pk}
        with connection.execute_wrapper(listen):
            for route in walk.routes():
                for address in walk.filled(route, keys):
                    for ask in (
                        () if route in walk.ENDS else (browser.get, browser.post)
                    ):
                        answer = ask(address)
                        answers.append(answer.status_code)
                        page = b"".join(answer)
                        pages.append(page)
                        shown += [(address, word) for word in told if word in page]

    assert answers.count(200) > 20
    assert any(b"Hjemmetjenesten nord" in page for page in pages)
    assert shown == []
    words = set(re.findall(r"\w+", " ".join(asked)))
    assert words & tables == set()


def test_the_consortiums_role_may_nothing_in_a_municipality(database_name):
    may = look(
        database_name,
        f"""
        SELECT n.nspname, c.relname FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname <> 'public' AND n.nspname <> 'extensions' AND {OURS}
          AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND (has_schema_privilege('akson_consortium', n.oid, 'USAGE, CREATE')
            OR has_any_column_privilege('akson_consortium', c.oid,
              'SELECT, INSERT, UPDATE, REFERENCES')
            OR has_table_privilege('akson_consortium', c.oid, 'DELETE, TRUNCATE, TRIGGER'))
        """,
    )
    becomes = look(
        database_name,
        "SELECT rolname FROM pg_roles WHERE rolname <> 'akson_consortium'"
        " AND pg_has_role('akson_consortium', oid, 'MEMBER')",
    )

    assert may == []
    assert becomes == []


def test_each_table_about_a_person_refuses_the_consortiums_sql(world, database_name):
    tables = personal_tables(database_name)
    assert {schema for schema, _table, _columns in tables} == {"fjord", "fjell"}
    for schema, table, _columns in tables:
        with (
            in_consortium(),
            pytest.raises(ProgrammingError, match="permission denied"),
        ):
            query(f'SELECT 1 FROM "{schema}"."{table}"')


def test_what_others_defined_and_the_consortium_may_call_is_named(database_name):
    callable_ones = look(
        database_name,
        f"""
        SELECT DISTINCT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.prosecdef AND {OURS}
          AND has_schema_privilege('akson_consortium', n.oid, 'USAGE')
          AND has_function_privilege('akson_consortium', p.oid, 'EXECUTE')
        """,
    )

    assert {name for (name,) in callable_ones} == set(DEFINED_BY_OTHERS)


def test_this_file_would_see_a_patient(world, database_name):
    """The words it looks for are those a nurse reads when the record is open."""
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_RECORD
    ) as record:
        name = record.patient.family_name.encode()

    assert name in told_of_patients(database_name)
