"""The demo's consortium: every municipality is counted, by figures that say they are examples."""

from django.core.management import call_command

from akson_project.demo.loading.rollout import load_rollout
from tenants.agreements.letters import LetterOfIntent
from tenants.context import in_consortium
from tenants.registry.changes import MunicipalityChange
from tests.tenants.rollout.ground import NEW_YEAR
from tests.tenants.rollout.test_coverage import picture


def test_demo_shows_a_rollout_on_its_way_with_example_figures(database, capsys):
    call_command("load_municipalities", verbosity=0)

    load_rollout(NEW_YEAR)
    load_rollout(NEW_YEAR)

    with in_consortium():
        seen = picture(NEW_YEAR)
        divided = MunicipalityChange.objects.get().parts.all()
        names = {part.municipality.name for part in divided}
        silent = LetterOfIntent.objects.overdue_on(NEW_YEAR).count()
        asked = LetterOfIntent.objects.open().count()
    # Fjord and Fjell of every test are not in the register's file.
    assert (seen.has_examples, seen.uncounted) == (True, 2)
    assert 5_000_000 < seen.country.inhabitants < 6_500_000
    assert 30 < seen.outside_central.committed_percent < 50
    assert seen.country.by_stage["live"] > 290_000
    assert names == {"Haram", "Ålesund"}
    assert 0 < silent < asked
    assert [one.municipalities for one in seen.clusters] == [4, 4, 4]
