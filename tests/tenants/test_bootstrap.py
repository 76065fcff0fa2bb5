"""A server is prepared for Akson: again and again, by two at once, with two databases."""

import os
import threading

import psycopg
import pytest
from django.core.management import CommandError, call_command

from tenants import roles
from tenants.bootstrap import BootstrapError, bootstrap
from tests.database import as_superuser

OTHER = "akson_test_other"
QUESTIONS = (
    """SELECT rolname, rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolinherit,
  rolconfig FROM pg_roles WHERE rolname ~ 'kson' ORDER BY 1""",
    """SELECT roleid::regrole::text, member::regrole::text, inherit_option, set_option
  FROM pg_auth_members ORDER BY 1, 2""",
    """SELECT proacl::text FROM pg_proc WHERE proname = 'set_config'""",
    """SELECT lanacl::text FROM pg_language WHERE lanname = 'plpgsql'""",
    """SELECT nspname, nspacl::text FROM pg_namespace
  WHERE nspname IN ('public', 'extensions') ORDER BY 1""",
    """SELECT defaclacl::text FROM pg_default_acl
  WHERE defaclnamespace = 'public'::regnamespace ORDER BY defaclobjtype""",
    """SELECT datacl::text FROM pg_database WHERE datname = current_database()""",
    """SELECT extname FROM pg_extension ORDER BY 1""",
)


@pytest.fixture
def admin_url():
    return os.environ["AKSON_ADMIN_DATABASE_URL"]


@pytest.fixture
def other_database():
    yield OTHER
    with as_superuser() as server:
        server.execute(f"DROP DATABASE IF EXISTS {OTHER} WITH (FORCE)")


def facts(database):
    """Everything bootstrap decides, as the catalogue tells it."""
    with as_superuser(database) as inside:
        return [inside.execute(question).fetchall() for question in QUESTIONS]


def test_second_time_changes_nothing(database, admin_url):
    before = facts(database)

    bootstrap(admin_url, database=database)

    assert facts(database) == before


def test_two_at_once_make_a_second_database_on_the_server(
    database, admin_url, other_database
):
    errors = []

    def make():
        try:
            bootstrap(admin_url, database=other_database)
        except Exception as error:  # noqa: BLE001 - a thread's error would be lost
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert facts(other_database)[2:5] == facts(database)[2:5]


def test_logins_have_no_rights_but_to_assume_roles(database):
    attributes, memberships, *_ = facts(database)

    named = {row[0]: row[1:] for row in attributes}
    assert set(roles.LOGINS) == {name for name, row in named.items() if row[0]} & set(
        roles.LOGINS
    )
    for login in (roles.APP, roles.WORKER, roles.SEALER):
        assert named[login] == (
            True, False, False, False, False, False, ["TimeZone=UTC"]
        )  # fmt: skip
    ours = [row for row in memberships if row[1] in (roles.APP, roles.WORKER)]
    assert {(inherits, may_set) for *_, inherits, may_set in ours} == {(False, True)}
    assert {role for role, member, *_ in ours if member == roles.APP} == {
        "t_fjord", "t_fjell", roles.DIRECTORY, roles.CONSORTIUM,
    }  # fmt: skip
    assert {role for role, member, *_ in ours if member == roles.WORKER} == {
        "w_fjord", "w_fjell", roles.DIRECTORY, roles.CONSORTIUM,
    }  # fmt: skip


def test_strangers_may_not_even_connect(database, admin_url):
    with as_superuser() as server:
        server.execute("CREATE ROLE stranger LOGIN")
    try:
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(admin_url, dbname=database, user="stranger")
    finally:
        with as_superuser() as server:
            server.execute("DROP ROLE stranger")


def test_login_that_is_no_superuser_is_refused_in_norwegian(database, admin_url):
    with as_superuser() as server:
        server.execute("CREATE ROLE almost LOGIN CREATEROLE CREATEDB")
    try:
        url = psycopg.conninfo.make_conninfo(admin_url, user="almost")
        with pytest.raises(BootstrapError, match="superbruker"):
            bootstrap(url, database=database)
    finally:
        with as_superuser() as server:
            server.execute("DROP ROLE almost")


def test_command_gives_logins_passwords_made_from_the_key(database, monkeypatch):
    monkeypatch.setenv("AKSON_SECRET_KEY", "a key")
    with as_superuser() as server:
        before = server.execute(
            "SELECT rolname, rolpassword FROM pg_authid WHERE rolname = 'akson_sealer'"
        ).fetchone()

    call_command("bootstrap", passwords=True, database=database)

    with as_superuser() as server:
        after = server.execute(
            "SELECT rolname, rolpassword FROM pg_authid WHERE rolname = 'akson_sealer'"
        ).fetchone()
        for login in roles.LOGINS:
            server.execute(f"ALTER ROLE {login} PASSWORD NULL")
    monkeypatch.undo()
    if "AKSON_SECRET_KEY" in os.environ:  # a server of one's own asks for passwords
        call_command("bootstrap", passwords=True, database=database)
    assert after[1].startswith("SCRAM-SHA-256")
    assert after != before
    assert roles.login_password("a key", "akson_app") != roles.login_password(
        "a key", "akson_worker"
    )


def test_command_needs_an_address_and_a_key(database, monkeypatch, admin_url):
    monkeypatch.delenv("AKSON_ADMIN_DATABASE_URL")
    monkeypatch.delenv("DATABASE_URL")

    with pytest.raises(CommandError, match="AKSON_ADMIN_DATABASE_URL"):
        call_command("bootstrap")

    monkeypatch.setenv("DATABASE_URL", admin_url)
    monkeypatch.delenv("AKSON_SECRET_KEY", raising=False)
    with pytest.raises(CommandError, match="AKSON_SECRET_KEY"):
        call_command("bootstrap", passwords=True, database=database)


def test_command_tells_what_is_wrong_with_the_server(database, admin_url, monkeypatch):
    monkeypatch.setattr("tenants.bootstrap.MINIMUM_VERSION", 99)

    with pytest.raises(CommandError, match="PostgreSQL 99"):
        call_command("bootstrap", database=database)
