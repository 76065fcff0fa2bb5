"""Attempts to get at another municipality's rows through Django's own cursor."""

import threading

import psycopg
import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection, transaction

from tenants import roles
from tenants.context import in_consortium, in_directory, in_municipality, nowhere
from tenants.models import Domain, Municipality
from tests.database import as_login


def query(statement, params=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall() if cursor.description else []


STEAL = "SELECT name FROM fjell.auth_group"
# What the database itself refuses, whoever passes it on.
ATTEMPTS = {
    "qualified name": STEAL,
    "set_config": "SELECT set_config('role', 't_fjell', false)",
    "set_config of the path": "SELECT set_config('search_path', 'fjell', false)",
    "set_config beside ts_stat": (
        "SELECT set_config('role', 't_fjell', true), (SELECT string_agg(word, ' ')"
        " FROM ts_stat('SELECT to_tsvector(''simple'', name) FROM fjell.auth_group'))"
    ),
    "ts_stat that reads": (
        "SELECT * FROM ts_stat('SELECT to_tsvector(name) FROM fjell.auth_group')"
    ),
    "ts_stat that sets": "SELECT * FROM ts_stat('SET ROLE t_fjell')",
    "query_to_xml that reads": f"SELECT query_to_xml('{STEAL}', true, false, '')",
    "query_to_xml that sets": "SELECT query_to_xml('SET ROLE t_fjell', true, false, '')",
    "schema_to_xml": "SELECT schema_to_xml('fjell', true, false, '')",
    "pg_settings": "UPDATE pg_settings SET setting = 't_fjell' WHERE name = 'role'",
    "do block": "DO $$ BEGIN SET ROLE t_fjell; END $$",
    "function": "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "temporary table": "CREATE TEMP TABLE patient (id int)",
    "table": "CREATE TABLE patient (id int)",
    "schema": "CREATE SCHEMA mine",
    "owner's role": "SET ROLE akson_owner",
    "migrator's role": "SET ROLE akson_migrator",
    "background worker's role": "SET ROLE w_fjell",
    "session authorization": "SET SESSION AUTHORIZATION akson_migrator",
    "granting oneself": "GRANT t_fjell TO t_fjord",
    "register": "SELECT * FROM public.tenants_municipality",
    "host names": "SELECT * FROM public.tenants_domain",
    "recorded migrations": "DELETE FROM django_migrations",
    "copy from a program": "COPY auth_group (name) FROM PROGRAM 'echo x'",
    "copy to a file": "COPY auth_group TO '/tmp/akson'",
    "file": "SELECT pg_read_file('/etc/passwd')",
}
# What is refused before anybody asks for the right to it.
OTHER_REFUSALS = {
    "query_to_xml that sets": "0A000",  # not allowed in a non-volatile function
    "ts_stat that sets": "42P11",  # no query to open a cursor on
}
# What only the backend refuses: several statements, and a change of role as a whole one.
STATEMENTS = {
    "stacked on a literal": f"SELECT 1; SET ROLE t_fjell; {STEAL}",
    "stacked reset": "SELECT 1; RESET ROLE",
    "stacked after a commit": f"SELECT 1; COMMIT; SET ROLE t_fjell; {STEAL}",
    "another role": "SET ROLE t_fjell",
    "another role, in lower case": "set role t_fjell",
    "another role for a transaction": "SET LOCAL ROLE t_fjell",
    "another role as a setting": "SET SESSION role = 't_fjell'",
    "another role behind a comment": "/* /* */ SELECT */ SET ROLE t_fjell",
    "another role behind a line": "-- SELECT\nSET ROLE t_fjell",
    "another role behind a bracket": "(SET ROLE t_fjell)",
    "no role": "RESET ROLE",
    "every setting": "RESET ALL",
    "fresh session": "DISCARD ALL",
    "end of the transaction": "ROLLBACK",
    "role of the next session": "ALTER ROLE t_fjord SET role = 't_fjell'",
}
ALL = ATTEMPTS | STATEMENTS


@pytest.mark.parametrize("statement", ALL.values(), ids=ALL.keys())
def test_attempt_is_refused_and_the_session_stays_where_it_is(fjord_session, statement):
    for text, params in ((statement, None), (f"{statement} -- %s", [1])):
        with pytest.raises(DatabaseError):
            query(text, params)

    assert query("SELECT current_user") == [("t_fjord",)]
    assert [group.name for group in Group.objects.all()] == ["secret of Fjord"]


@pytest.mark.parametrize("name", ATTEMPTS)
def test_database_refuses_it_without_our_help(fjord_session, name):
    settings = connection.settings_dict
    with psycopg.connect(
        host=settings["HOST"] or None,
        port=settings["PORT"] or None,
        dbname=settings["NAME"],
        user=settings["USER"],
        password=settings["PASSWORD"] or None,
        autocommit=True,
    ) as bare:
        bare.execute("SET ROLE t_fjord; SET search_path = fjord, public")
        with pytest.raises(psycopg.DatabaseError) as refused:
            bare.execute(ATTEMPTS[name])

    assert refused.value.sqlstate == OTHER_REFUSALS.get(name, "42501")


def test_stacked_statement_in_a_parameterised_query_is_refused(fjord_session):
    injected = f"1; SET ROLE t_fjell; {STEAL} --"

    with pytest.raises(DatabaseError, match="multiple commands"):
        query(f"SELECT name FROM auth_group WHERE id = %s OR id = {injected}", [1])


def test_union_with_set_config_is_refused(fjord_session):
    injected = "0 UNION ALL SELECT set_config('role', 't_fjell', true)"

    with pytest.raises(DatabaseError, match="set_config"):
        query(f"SELECT name FROM auth_group WHERE id = %s AND id = {injected}", [1])


def test_stacked_statement_through_a_server_side_cursor_is_refused(fjord_session):
    rows = Group.objects.extra(where=["1=1; SET ROLE t_fjell"]).iterator()

    with transaction.atomic(), pytest.raises(DatabaseError):
        list(rows)

    assert query("SELECT current_user") == [("t_fjord",)]


def test_stacked_statement_through_executemany_is_refused(fjord_session):
    with connection.cursor() as cursor, pytest.raises(DatabaseError):
        cursor.executemany(
            "UPDATE auth_group SET name = name WHERE id = %s; RESET ROLE", [(1,), (2,)]
        )


def test_attempt_inside_a_transaction_leaves_it_aborted(fjord_session):
    with transaction.atomic():
        Group.objects.create(name="half")
        with pytest.raises(DatabaseError):
            query("SELECT 1; RESET ROLE")
        with pytest.raises(DatabaseError, match="aborted"):
            query("SELECT 1")
        transaction.set_rollback(True)

    assert not Group.objects.filter(name="half").exists()


def test_nothing_can_be_read_when_no_place_was_entered(two_municipalities):
    for statement in (
        "SELECT * FROM fjord.auth_group",
        "SELECT * FROM public.tenants_domain",
        "SELECT * FROM extensions.anything",
        "SELECT * FROM auth_group",
    ):
        with pytest.raises(DatabaseError):
            query(statement)
    with pytest.raises(DatabaseError):
        list(Group.objects.all())


def test_directory_shows_host_names_and_nothing_else(two_municipalities):
    with in_directory():
        assert Domain.objects.count() == 2
        assert Municipality.objects.count() == 2
        for table in ("tenants_provisioningrun", "accounts_user", "accounts_session"):
            with pytest.raises(DatabaseError):
                query(f"SELECT * FROM public.{table}")
        with pytest.raises(DatabaseError):
            query("UPDATE public.tenants_domain SET is_primary = true")
        with pytest.raises(DatabaseError):
            query(STEAL)


def test_consortium_reads_no_municipality_and_not_the_template(two_municipalities):
    with in_consortium():
        for statement in (
            STEAL,
            "SELECT * FROM public.tenants_schematemplate",
            "INSERT INTO public.tenants_schematemplate (digest) VALUES ('x')",
            "DELETE FROM public.django_migrations",
        ):
            with pytest.raises(DatabaseError):
                query(statement)


def test_worker_of_one_municipality_reads_no_other(two_municipalities):
    fjord, _ = two_municipalities
    with as_login(roles.WORKER), in_municipality(fjord):
        assert query("SELECT current_user") == [("w_fjord",)]
        assert Group.objects.get().name == "secret of Fjord"
        with pytest.raises(DatabaseError):
            query(STEAL)
        with pytest.raises(DatabaseError):
            query("SET ROLE t_fjord")


def test_unknown_schema_is_an_error_and_not_the_schema_before(two_municipalities):
    fjord, _ = two_municipalities
    with in_municipality(fjord):
        query("SELECT 1")
        with in_municipality(Municipality(schema_name="nowhere")):
            for _attempt in range(2):
                with pytest.raises(DatabaseError):
                    query("SELECT name FROM auth_group")
        assert Group.objects.get().name == "secret of Fjord"


@pytest.mark.parametrize("name", ['fjord"; RESET ROLE; --', "pg_catalog;", "Fjord", ""])
def test_schema_name_that_is_no_plain_name_is_refused(database, name):
    with (
        pytest.raises(roles.RoleError),
        in_municipality(Municipality(schema_name=name)),
    ):
        pass


def test_switch_after_a_savepoint_rollback_finds_the_right_rows(two_municipalities):
    fjord, fjell = two_municipalities
    with in_municipality(fjord), transaction.atomic():
        query("SELECT 1")
        point = transaction.savepoint()
        with in_municipality(fjell):
            assert Group.objects.get().name == "secret of Fjell"
            transaction.savepoint_rollback(point)
            assert Group.objects.get().name == "secret of Fjell"
        assert Group.objects.get().name == "secret of Fjord"


def test_switch_after_a_rollback_finds_the_right_rows(two_municipalities):
    fjord, fjell = two_municipalities
    for _ in range(3):
        with in_municipality(fjord):
            with transaction.atomic():
                with in_municipality(fjell):
                    assert Group.objects.get().name == "secret of Fjell"
                transaction.set_rollback(True)
            assert Group.objects.get().name == "secret of Fjord"


def test_failed_statement_in_a_savepoint_leaves_the_place(two_municipalities):
    fjord, fjell = two_municipalities
    with in_municipality(fjord), transaction.atomic():
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(),
            in_municipality(fjell),
        ):
            query("SELECT 1 / 0")
        assert Group.objects.get().name == "secret of Fjord"


def test_threads_do_not_meet(two_municipalities):
    wrong: list[object] = []

    def work(municipality):
        try:
            for turn in range(40):
                with in_municipality(municipality):
                    if turn % 3 == 0:
                        with pytest.raises(DatabaseError), transaction.atomic():
                            query("SELECT 1 / 0")
                    name = Group.objects.get().name
                    if name != f"secret of {municipality.name}":
                        wrong.append(name)
        except Exception as error:  # noqa: BLE001 - a thread's error would be lost
            wrong.append(error)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=work, args=(municipality,))
        for municipality in two_municipalities * 3
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_queryset_read_after_its_place_was_left_is_denied(two_municipalities):
    fjord, _ = two_municipalities
    with in_municipality(fjord):
        late = Group.objects.all()

    with pytest.raises(DatabaseError):
        list(late)


def test_leaving_to_nowhere_takes_the_rights_away(fjord_session):
    with nowhere(), pytest.raises(DatabaseError):
        query("SELECT * FROM fjord.auth_group")
    assert Group.objects.get().name == "secret of Fjord"
