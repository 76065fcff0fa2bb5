"""The demo shows lists, programmes, applications, arrivals, and a matrix that is lived with."""

import pytest

from access.actions import Action
from access.information import Information
from access.matrix.selectors.in_force import matrix_in_force, version_in_force
from access.models import Basis, CareRelation, CaseOrigin, ReviewCase
from access.publishing.reading import latest_published
from access.roles import RecordKind, Role
from akson_project.demo.loading import load_world
from akson_project.demo.loading.following import load_following
from akson_project.demo.loading.governing import (
    adapt,
    publish_second_version,
    take_into_use,
)
from akson_project.demo.loading.reviewing import control_log
from akson_project.demo.tour import PASSWORD, today
from audit.models import AccessEvent
from audit.verbs import Verb
from tenants import roles
from tenants.context import in_directory, in_municipality
from tenants.models import Municipality
from tests import database as databases
from tests import world as worlds
from tests.akson_project.demo.telling import world_of

CARE_WORKER = (RecordKind.JOURNAL, Role.CARE_WORKER)


@pytest.fixture
def fjord_alone(django_db_setup, django_db_blocker):
    """A municipality of the tests with nobody in it."""
    with django_db_blocker.unblock(), databases.fresh_copy(django_db_setup):
        with in_directory():
            municipality = Municipality.objects.get(schema_name="fjord")
        yield municipality


def test_lists_a_programme_applications_and_arrivals_are_there_once(fjord_alone):
    # Karasjok is loaded in test_loading; Bergen, the largest, by everybody's own demo.
    world = world_of("sunnfjord", today())
    with databases.as_login(roles.MIGRATOR):
        load_world(world, fjord_alone, password=PASSWORD)
        for _start in ("interrupted", "again"):
            load_following(world, fjord_alone)
        control_log(fjord_alone)

    with in_municipality(fjord_alone):
        running = CareRelation.objects.filter(valid_until=None)
        assert running.filter(basis=Basis.APPLICATION).count() == 4
        assert running.filter(basis=Basis.CONTACT).count() == 3
        on_lists = running.filter(basis=Basis.GP_LIST).count()
        assert on_lists > 40
        in_programme = running.filter(basis=Basis.PROGRAMME).count()
        assert in_programme > 20
        done = AccessEvent.objects.filter(verb=Verb.ENROLLED)
        has_left = 2  # each was put on the list, and taken off it
        assert done.count() == on_lists + 2 * has_left + in_programme

        # Who looks up her grandmother night after night is what speaks most for misuse.
        cases = ReviewCase.objects.filter(origin=CaseOrigin.DETECTED)
        first = cases.latest("score")
        assert first.reasons["kin"] == "grandparent"


def test_second_version_is_taken_into_use_by_one_and_the_matrix_adapted_by_another(
    fjord_alone,
):
    with in_municipality(fjord_alone):
        root = worlds.unit("Fjord kommune", kind="enterprise", orgnr="999999999")
        worlds.person("arne.admin", (Role.LOCAL_ADMIN, root))
    with databases.as_login(roles.MIGRATOR):
        publish_second_version()
        with in_municipality(fjord_alone):
            adapt()
            assert (version_in_force().number, latest_published().number) == (1, 2)
            reads = matrix_in_force()[CARE_WORKER].reads
            assert Information.HEALTH_STATION.value not in reads

            take_into_use()

            assert version_in_force().number == 2
            rights = matrix_in_force()[CARE_WORKER]
            assert Action.PRINT_RECORD.value in rights.does
            assert Information.HEALTH_STATION.value not in rights.reads
