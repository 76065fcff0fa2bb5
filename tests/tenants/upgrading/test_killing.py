"""Killed in the middle: no municipality is left half made or half upgraded."""

import pytest
from django.core.management import call_command

from tenants import roles
from tenants.context import in_consortium, in_municipality
from tenants.models import Municipality
from tenants.schemas import SchemaTemplate, SchemaUpgrade
from tenants.template import ensure_template
from tenants.upgrading.applied import applied_digests
from tenants.upgrading.working import upgrade_all
from tests import world
from tests.database import as_login
from tests.releasing import write_settings
from tests.tenants.killing import kill_in_its_sleep
from tests.tenants.test_provisioning import rows, traces_of

ADD_AND_SLEEP = """
migrations.AddField("unit", "mark", models.CharField(default="", max_length=9)),
migrations.RunSQL("SELECT pg_sleep(60) FROM access_unit WHERE name = 'Sover'"),
"""
COLUMN = """
SELECT table_schema FROM information_schema.columns
WHERE (table_name, column_name) = ('access_unit', 'mark') ORDER BY 1
"""


@pytest.mark.parametrize("part", ["structure_sql", "seed_sql", "finish_sql"])
def test_killed_while_it_makes_a_municipality_it_leaves_nothing(migrator, dal, part):
    template = ensure_template()
    whole = getattr(template, part)
    sleepy = {part: f"{whole};\nSELECT pg_sleep(60)"}
    SchemaTemplate.objects.filter(pk=template.pk).update(**sleepy)

    kill_in_its_sleep("provision", "dal")

    assert traces_of("dal") == []
    dal.refresh_from_db()
    assert dal.state == Municipality.State.LISTED

    SchemaTemplate.objects.filter(pk=template.pk).update(**{part: whole})
    call_command("provision", "dal")
    assert len(traces_of("dal")) == 3


def test_killed_while_it_upgrades_the_next_run_finishes(
    migrator, fjord, fjell, release, settings, tmp_path
):
    with in_municipality(fjord):
        unit = world.unit("Sover", kind="list")
    release(ADD_AND_SLEEP)
    call_command("migrate_schemas", shared=True, verbosity=0)
    before = applied_digests(["fjord"])
    environment = write_settings(tmp_path, settings.MIGRATION_MODULES)

    kill_in_its_sleep("migrate_municipalities", "--jobs=2", **environment)

    with in_consortium():
        assert applied_digests(["fjord"]) == before
        assert ("fjord",) not in rows(COLUMN)
        row = SchemaUpgrade.objects.get(municipality=fjord)
        assert (row.state, row.read_only_until is None) == ("running", False)
    with in_municipality(fjord):
        unit.name = "Våken"
        unit.save()

    with as_login(roles.MIGRATOR):
        report = upgrade_all(jobs=2)

    with in_consortium():
        assert fjord in report.done
        assert rows(COLUMN) == [("fjell",), ("fjord",)]
        states = SchemaUpgrade.objects.values_list("state", "read_only_until")
        assert set(states) == {("done", None)}
