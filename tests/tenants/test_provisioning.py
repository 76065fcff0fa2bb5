"""A municipality's schema: made whole or not at all, and equal to a migrated one."""

import threading

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connection

from tenants import directory, roles
from tenants.context import in_consortium, in_municipality
from tenants.dump import DumpError, canonical, dump_schema, statements
from tenants.models import Municipality
from tenants.provisioning import STEPS, ProvisioningError, create_schema
from tenants.schemas import SchemaTemplate
from tenants.services import add_domain
from tenants.template import (
    TemplateError,
    ensure_template,
    make_schema_by_migrations,
    migrations_digest,
)
from tests.database import as_login, as_superuser


def rows(statement, params=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()


def traces_of(schema):
    return rows(
        "SELECT nspname FROM pg_namespace WHERE nspname = %s"
        " UNION ALL SELECT rolname FROM pg_roles WHERE rolname IN (%s, %s)",
        [schema, f"t_{schema}", f"w_{schema}"],
    )


def test_replayed_schema_equals_a_migrated_one_statement_for_statement(migrator, dal):
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        roles.make_roles(cursor, "dal")
        cursor.execute("SET ROLE akson_owner")
    make_schema_by_migrations("dal")

    migrated = canonical(dump_schema(migrator, "dal", with_rows=False), "dal")
    replayed = canonical(dump_schema(migrator, "fjord", with_rows=False), "fjord")

    assert len(migrated) > 300
    assert sorted(set(migrated) - set(replayed)) == []
    assert sorted(set(replayed) - set(migrated)) == []
    assert len(migrated) == len(replayed)


def test_replayed_schema_has_the_rows_that_migrations_leave(migrator, dal):
    create_schema(dal)

    for table in ("django_migrations", "django_content_type", "auth_permission"):
        [(template,)] = rows(f"SELECT count(*) FROM fjord.{table}")
        [(made,)] = rows(f"SELECT count(*) FROM dal.{table}")
        assert made == template > 0
    with in_municipality(dal):
        permission = Permission.objects.get(codename="add_group")
        assert permission.content_type == ContentType.objects.get_for_model(Group)
        Permission.objects.create(
            codename="new", name="New", content_type=permission.content_type
        )


def test_new_municipality_can_be_worked_in_at_once(migrator, dal):
    add_domain(dal, host="dal.localhost")

    create_schema(dal)

    assert directory.municipality_at("dal.localhost") == dal
    with as_login(roles.APP), in_municipality(dal):
        Group.objects.create(name="first")
        assert rows("SELECT current_user") == [("t_dal",)]
        with pytest.raises(DatabaseError):
            rows("SELECT * FROM fjord.auth_group")
    with as_login(roles.WORKER), in_municipality(dal):
        assert Group.objects.get().name == "first"


def test_name_that_is_a_keyword_of_sql_can_be_a_schema(migrator, dal):
    Municipality.objects.filter(pk=dal.pk).update(schema_name="time")
    dal.refresh_from_db()

    create_schema(dal)

    with in_municipality(dal):
        assert Group.objects.count() == 0


@pytest.mark.parametrize("part", ["structure_sql", "seed_sql", "finish_sql"])
def test_failure_midway_leaves_nothing(migrator, dal, part):
    template = ensure_template()
    whole = getattr(template, part)
    broken = {part: f"{whole};\nSELECT 1 / 0"}
    SchemaTemplate.objects.filter(pk=template.pk).update(**broken)

    with pytest.raises(DatabaseError):
        create_schema(dal)

    assert traces_of("dal") == []
    dal.refresh_from_db()
    assert dal.state == Municipality.State.LISTED

    SchemaTemplate.objects.filter(pk=template.pk).update(**{part: whole})
    create_schema(dal)
    assert len(traces_of("dal")) == 3


def test_failure_in_the_last_step_leaves_nothing(migrator, dal):
    def stop(step):
        if step == len(STEPS) - 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        create_schema(dal, progress=stop)

    assert traces_of("dal") == []


def test_steps_are_told_in_order(migrator, dal):
    told: list[int] = []

    create_schema(dal, progress=told.append)

    assert told == list(range(1, len(STEPS)))


def test_second_attempt_at_a_made_schema_changes_nothing(migrator, dal):
    create_schema(dal)
    with in_municipality(dal):
        Group.objects.create(name="kept")

    create_schema(dal)

    with in_municipality(dal):
        assert Group.objects.get().name == "kept"


def test_several_at_once_make_one_template_and_one_schema(migrator, dal):
    SchemaTemplate.objects.all().delete()
    errors = []

    def make():
        try:
            with as_login(roles.MIGRATOR), in_consortium():
                create_schema(Municipality.objects.get(pk=dal.pk))
        except Exception as error:  # noqa: BLE001 - a thread's error would be lost
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=make) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert SchemaTemplate.objects.count() == 1
    assert len(traces_of("dal")) == 3


def test_schema_nobody_registered_is_left_alone(migrator, dal):
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA dal")

    with pytest.raises(ProvisioningError):
        create_schema(dal)

    assert traces_of("dal") == [("dal",)]


def test_role_that_may_too_much_is_not_used(migrator, dal):
    with as_superuser() as server:
        server.execute("CREATE ROLE t_dal LOGIN")

    with pytest.raises(roles.RoleError):
        create_schema(dal)

    assert traces_of("dal") == [("t_dal",)]


def test_web_process_cannot_make_a_schema(consortium, dal):
    with pytest.raises(TemplateError):
        create_schema(dal)
    with connection.cursor() as cursor, pytest.raises(DatabaseError):
        cursor.execute("CREATE ROLE t_dal")


def test_template_is_made_once_for_one_set_of_migrations(migrator):
    assert ensure_template() == ensure_template()
    assert SchemaTemplate.objects.get().digest == migrations_digest()


def test_no_role_may_be_assumed_that_stands_for_the_template(migrator):
    assert (
        rows(
            "SELECT member::regrole FROM pg_auth_members"
            " WHERE roleid::regrole::text LIKE '%%Akson_Template%%'"
        )
        == []
    )


def test_missing_or_failing_pg_dump_is_told(migrator, settings):
    with pytest.raises(DumpError, match="no matching schemas"):
        dump_schema(migrator, "dal", with_rows=False)

    settings.AKSON_PG_BIN_DIR = "/nonexistent"
    with pytest.raises(DumpError, match="AKSON_PG_BIN"):
        dump_schema(migrator, "fjord", with_rows=False)


def test_statements_are_cut_where_they_end():
    text = (
        "-- a comment; with a semicolon\n\\restrict key\nSET x = 'a;b''c';\n"
        'CREATE TABLE "odd;name" (t text);\n'
        "CREATE FUNCTION f() AS $_$ BEGIN; -- kept\n END; $_$;\nSELECT E'it\\'s;'"
    )

    assert statements(text) == [
        "SET x = 'a;b''c'",
        'CREATE TABLE "odd;name" (t text)',
        "CREATE FUNCTION f() AS $_$ BEGIN; -- kept\n END; $_$",
        "SELECT E'it\\'s;'",
    ]
