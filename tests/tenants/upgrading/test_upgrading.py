"""All municipalities brought up to date: once collected, replayed in each, none half done."""

import threading
import time

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from access.models import Unit
from tenants import roles
from tenants.context import in_municipality
from tenants.dump import canonical, dump_schema
from tenants.models import Municipality
from tenants.provisioning import create_schema
from tenants.schemas import SchemaTemplate, SchemaUpgrade
from tenants.template import make_schema_by_migrations, migrations_digest
from tenants.upgrading import working
from tenants.upgrading.applied import applied_digests
from tenants.upgrading.working import survey, upgrade_all
from tests import world
from tests.database import as_login, as_superuser
from tests.tenants.upgrading.conftest import ADD_FIELD

ALL_SORTS = """
migrations.AddField("unit", "mark", models.CharField(default="100 % {x}", max_length=9)),
migrations.CreateModel(
    "Thing",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=20, unique=True)),
        ("unit", models.ForeignKey("access.Unit", models.CASCADE)),
        ("day", models.DateField(db_index=True, null=True)),
    ],
    options={"constraints": [
        models.CheckConstraint(condition=~models.Q(name=""), name="thing_has_a_name"),
        models.UniqueConstraint(fields=["unit", "day"], name="thing_is_once_a_day"),
    ]},
),
migrations.AlterField("thing", "name", models.TextField(unique=True)),
migrations.RemoveConstraint("thing", "thing_is_once_a_day"),
TenantSQL('''
    REVOKE DELETE ON {schema}.access_thing FROM {role}, {worker};
    ALTER TABLE {schema}.access_thing ENABLE ROW LEVEL SECURITY;
    CREATE POLICY things ON {schema}.access_thing TO {role} USING (name <> 'secret');
    CREATE FUNCTION {schema}.refuse_thing() RETURNS trigger LANGUAGE plpgsql
      SET search_path = {schema}, pg_catalog AS $$ BEGIN RAISE EXCEPTION 'no; never'; END $$;
    CREATE TRIGGER refuse BEFORE TRUNCATE ON {schema}.access_thing
      EXECUTE FUNCTION {schema}.refuse_thing();
    CREATE SEQUENCE {schema}.thing_numbers;
'''),
migrations.RunSQL("UPDATE access_unit SET mark = 'm%' WHERE mark LIKE '100 %'"),
"""
# Runs Python: counts the units with the models as they were at that time.
COUNT = """
migrations.AddField("unit", "number", models.IntegerField(default=0)),
migrations.RunPython(
    lambda apps, editor: apps.get_model("access", "Unit").objects.update(number=7)
),
"""


# What Django keeps a row of, by name: migrations, kinds of rows and what may be done.
# A thing is only in the test's migration, and in no code that Django could have asked.
NAMES = """
SELECT app, name, '' FROM {0}.django_migrations
UNION ALL SELECT app_label, model, coalesce(codename || ' ' || name, '')
  FROM {0}.django_content_type kind
  LEFT JOIN {0}.auth_permission may ON may.content_type_id = kind.id
  WHERE model <> 'thing'
"""


def make_roles(schema):
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        roles.make_roles(cursor, schema)
        cursor.execute("SET ROLE akson_owner")


def rows(statement, params=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()


def test_upgraded_schema_equals_new_ones_statement_for_statement(
    migrator, dal, release
):
    """One is made from the template that the upgrade left, another by all migrations."""
    release(ALL_SORTS)

    report = upgrade_all(jobs=2)
    create_schema(dal)
    make_roles("haug")
    make_schema_by_migrations("haug")

    assert {each.schema_name for each in report.done} == {"fjord", "fjell"}
    assert report.failed == {}
    assert SchemaTemplate.objects.filter(digest=migrations_digest()).count() == 1
    migrated = canonical(dump_schema(migrator, "haug", with_rows=False), "haug")
    assert any("thing_numbers" in statement for statement in migrated)
    for schema in ("fjord", "dal"):
        other = canonical(dump_schema(migrator, schema, with_rows=False), schema)
        assert sorted(set(other) - set(migrated)) == []
        assert sorted(set(migrated) - set(other)) == []
        assert sorted(rows(NAMES.format(schema))) == sorted(rows(NAMES.format("haug")))


def test_row_tells_from_what_to_what(migrator, fjord, release):
    before = applied_digests(["fjord"])["fjord"]
    release(ADD_FIELD)

    upgrade_all(jobs=1)

    row = SchemaUpgrade.objects.get(municipality=fjord)
    after = applied_digests(["fjord"])["fjord"]
    assert (row.state, row.from_digest, row.to_digest) == ("done", before, after)
    assert before != after
    assert (row.attempts, row.error, row.read_only_until) == (1, "", None)


def test_nothing_to_do_does_nothing(migrator, release):
    found = survey()

    assert (found.groups, set(found.current)) == ([], {"fjord", "fjell"})
    before = list(SchemaUpgrade.objects.values())
    assert upgrade_all(jobs=2).total == 0
    assert list(SchemaUpgrade.objects.values()) == before


def test_python_is_run_in_each_schema(migrator, fjord, fjell, release):
    for municipality in (fjord, fjell):
        with in_municipality(municipality):
            world.unit("Sone 1", kind="list")
    release(ADD_FIELD)
    release(COUNT)

    report = upgrade_all(jobs=2)

    assert len(report.done) == 2
    for schema in ("fjord", "fjell"):
        assert rows(f"SELECT DISTINCT number, mark FROM {schema}.access_unit") == [
            (7, "")
        ]


def test_migration_that_wants_no_transaction_gets_none(migrator, release):
    release(ADD_FIELD)
    release(
        'migrations.RunSQL("CREATE INDEX CONCURRENTLY by_mark ON access_unit (mark)")',
        atomic=False,
    )

    report = upgrade_all(jobs=1)

    assert (len(report.done), report.failed) == (2, {})
    assert rows(
        "SELECT indisvalid FROM pg_index WHERE indexrelid = 'fjord.by_mark'::regclass"
    ) == [(True,)]


def test_failing_municipality_is_named_and_stops_no_other(
    migrator, fjord, fjell, release
):
    with in_municipality(fjord):
        world.unit("Hemmelig navn", kind="list")
    release(ADD_FIELD)
    release(
        'migrations.AddConstraint("unit", models.CheckConstraint('
        'condition=~models.Q(name="Hemmelig navn"), name="not_that"))'
    )

    report = upgrade_all(jobs=2)

    assert report.done == [fjell]
    assert list(report.failed) == [fjord]
    assert "CheckViolation" in report.failed[fjord]
    assert "Hemmelig" not in report.failed[fjord]
    row = SchemaUpgrade.objects.get(municipality=fjord)
    assert (row.state, row.read_only_until) == ("failed", None)
    assert row.error == report.failed[fjord]
    # Nothing of the migration before it either.
    assert (
        rows(
            "SELECT 1 FROM information_schema.columns WHERE table_schema = 'fjord'"
            " AND table_name = 'access_unit' AND column_name = 'mark'"
        )
        == []
    )

    with in_municipality(fjord):
        Unit.objects.update(name="Noe annet")
    assert upgrade_all(jobs=2).done == [fjord]


def test_people_at_work_are_waited_for(migrator, fjord, release):
    release(ADD_FIELD)
    with as_superuser(connection.settings_dict["NAME"]) as someone:
        someone.execute("BEGIN")
        someone.execute("SELECT * FROM fjord.access_unit")

        def let_go_when_it_was_tried():
            tried = (
                "SELECT count(*) FROM public.tenants_schemaupgrade WHERE attempts > 0"
            )
            with as_superuser(someone.info.dbname) as other:
                while other.execute(f"{tried} AND state = 'running'").fetchone() == (
                    0,
                ):
                    time.sleep(0.05)
            someone.execute("COMMIT")

        letting_go = threading.Thread(target=let_go_when_it_was_tried)
        letting_go.start()

        report = upgrade_all(jobs=2)

        letting_go.join()
    assert (len(report.done), report.failed) == (2, {})
    assert SchemaUpgrade.objects.get(municipality=fjord).attempts > 1


def test_people_who_never_finish_are_given_up(
    migrator, fjord, fjell, release, monkeypatch
):
    monkeypatch.setattr(working, "ATTEMPTS", 2)
    release(ADD_FIELD)
    with as_superuser(connection.settings_dict["NAME"]) as someone:
        someone.execute("BEGIN")
        someone.execute("SELECT * FROM fjord.access_unit")

        report = upgrade_all(jobs=2)

        someone.execute("COMMIT")
    assert report.done == [fjell]
    assert "LockNotAvailable" in report.failed[fjord]


def test_schemas_no_template_is_kept_of_are_upgraded_too(migrator, dal):
    """Dal was made by an older release, before its last migrations and some of its models."""
    made_by_an_older_release(dal)

    report = upgrade_all(jobs=1)

    assert report.done == [dal]
    upgraded = canonical(dump_schema(migrator, "dal", with_rows=False), "dal")
    new = canonical(dump_schema(migrator, "fjord", with_rows=False), "fjord")
    assert sorted(set(upgraded) ^ set(new)) == []
    for schemas in ("fjord", "dal"), ("dal", "fjord"):
        one, other = (
            f"""SELECT kind.app_label, kind.model, may.codename, may.name
            FROM {schema}.auth_permission may
            JOIN {schema}.django_content_type kind ON kind.id = may.content_type_id"""
            for schema in schemas
        )
        assert rows(f"{one} EXCEPT {other}") == []


def made_by_an_older_release(municipality):
    schema = municipality.schema_name
    make_roles(schema)
    with connection.cursor() as cursor:
        cursor.execute(roles.schema_sql(schema))
    with in_municipality(municipality):
        MigrationRecorder(connection).ensure_schema()
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        executor.migrate(None, plan=plan[:-6])
        connection.cursor().execute(roles.migrated_schema_sql(schema))
    municipality.state = Municipality.State.ACTIVE
    municipality.save()


def test_two_runs_at_once_share_the_work(migrator, release, fjord, fjell):
    release(ADD_FIELD)
    reports = []

    def run():
        with as_login(roles.MIGRATOR):
            reports.append(upgrade_all(jobs=1))

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    done = [each.schema_name for report in reports for each in report.done]
    assert sorted(done) == ["fjell", "fjord"]
    assert [report.failed for report in reports] == [{}, {}]
    assert set(SchemaUpgrade.objects.values_list("state", flat=True)) == {"done"}


def test_municipality_without_its_schema_is_named(migrator, dal):
    Municipality.objects.filter(pk=dal.pk).update(state="active")

    assert upgrade_all(jobs=1).failed == {dal: "skjemaet finnes ikke"}
