"""The two administrations: nothing in them shuts anybody out.

Their look is Unfold's, and not all it does is as good as our own pages; what axe calls
serious or critical there is mended by us.
"""

from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import reverse

from access.accounts.models import User
from access.consortium.models import ConsortiumEvent
from access.models import Employment, SupportGrant
from access.publishing.models import MatrixVersion
from access.publishing.services import begin_draft
from access.roles import Role
from tenants.agreements.agreement import Agreement
from tenants.agreements.letters import LetterOfIntent
from tenants.context import in_consortium, in_municipality
from tenants.registry.changes import MunicipalityChange
from tenants.rollout.clustering import store_cluster
from tenants.rollout.clusters import Cluster
from tenants.rollout.services import come_to_stage
from tenants.schemas import ProvisioningRun
from tests import world as worlds
from tests.journeys.pages import CONSORTIUM, MUNICIPALITY, names_in
from tests.journeys.rounds import Round
from tests.tenants.rollout.ground import NEW_YEAR, count_inhabitants

IMPACTS = {"serious", "critical"}
# Django's and Unfold's own addresses that show nothing.
NO_PAGES = {
    "admin:(?P<url>.*)$": "what no other address takes",
    "admin:<path:object_id>/": "leads on",
    "admin:autocomplete": "answers a script",
    "admin:cancel_starts": "POST",
    "admin:coverage_csv": "a file",
    "admin:first_user": "POST",
    "admin:health_csv": "a file",
    "admin:jsi18n": "a script",
    "admin:logout": "POST",
    "admin:passkey_to_make": "POST",
    "admin:passkey_to_use": "POST",
    "admin:search": "answers a script",
    "admin:signed_letter": "a file",
    "admin:second_factor": "leads on, as a password is enough here",
    "admin:start": "POST",
    "admin:support_give_back": "POST",
    "admin:support_settings": "leads on without a grant; tests/journeys/test_support.py looks",
    "admin:use_csv": "a file",
    "admin:view_on_site": "leads on",
    "admin:withdraw_change": "POST",
}
ALLOWED = {200, 403}  # most things cannot be deleted, and some not be made


def walk_through(walk, window, urlconf, *, host, ids):
    """Look at every page of an administration that is not named above."""
    for name, needs in names_in(urlconf).items():
        if not name.startswith("admin:") or name in NO_PAGES:
            continue
        model = name.removeprefix("admin:").rpartition("_")[0]
        wanted = {
            need: ids.get(
                f"{name}.{need}", ids.get(f"{model}.{need}", ids.get(need, need))
            )
            for need in needs
        }
        window.expected = ALLOWED
        answer = window.go(host, reverse(name, kwargs=wanted, urlconf=urlconf))
        assert answer.status in ALLOWED, (name, answer.status)
        walk.look(
            window,
            f"{host}-{name.replace(':', '-')}",
            answer=answer,
            status=answer.status,
            impacts=IMPACTS,
            is_ours=False,
        )


def test_administration_of_a_municipality_is_usable(world, fjord, screen):
    root = world.north.parent
    arne = worlds.person("arne.admin", (Role.LOCAL_ADMIN, root))
    grant = SupportGrant.objects.create(
        asked_by_id=uuid4(), asked_by="Bente Brattegg", reason="Loggen er sen"
    )
    ids = {
        "accounts_user.object_id": world.nurse.user_id,
        "access_unit.object_id": world.north.pk,
        "access_supportgrant.object_id": grant.pk,
        "access_employment.object_id": Employment.objects.latest("valid_from").pk,
        "app_label": "access",
    }
    walk = Round(screen, {"administrator": arne.pk})
    with in_municipality(fjord):
        window = walk.window("administrator")
        walk_through(walk, window, MUNICIPALITY, host="fjord", ids=ids)

    assert walk.problems == [], "\n".join(walk.problems)


@pytest.fixture
def kari(database):
    """Consortium staff."""
    with in_consortium():
        return User.objects.create_superuser(
            "kari.konsortium", password=worlds.PASSWORD
        )


def test_administration_of_the_consortium_is_usable(fjord, kari, screen):
    with in_consortium():
        run = ProvisioningRun.objects.create(
            municipality=fjord, requested_by="kari", batch=uuid4()
        )
        draft = begin_draft(MatrixVersion(note="Etter høring i kommunene."))
        row = draft.rows.get(record_kind="journal", role="lege")
        stage = come_to_stage(fjord, "agreement", on=NEW_YEAR, by="kari")
        check = fjord.readiness_checks.first()
        count = count_inhabitants(fjord, 12_345)
        event = ConsortiumEvent.objects.create(action="looked", page="admin:index")
        agreement = Agreement.objects.create(
            municipality=fjord, kind="processor", due_on=NEW_YEAR
        )
        cluster = Cluster(name="Fjordene", lead=fjord, wave=1, starts_on=NEW_YEAR)
        store_cluster(cluster, by="kari")
        stored = MunicipalityChange.objects.create(
            kind="new_number",
            takes_effect_on=NEW_YEAR,
            decided_on=NEW_YEAR,
            legal_basis="Stortinget",
        )
        letter = LetterOfIntent.objects.create(municipality=fjord, answer_by=NEW_YEAR)
    ids = {
        "consortium_consortiumevent.object_id": event.pk,
        "municipality_id": fjord.pk,
        "admin:agreement_print.pk": agreement.pk,
        "admin:letter_print.pk": letter.pk,
        "admin:suspension.pk": fjord.pk,
        "admin:archiving.pk": fjord.pk,
        "admin:deletion.pk": fjord.pk,
        "batch": run.batch,
        "accounts_user.object_id": kari.pk,
        "auth_user_password.id": kari.pk,
        "publishing_matrixversion.object_id": draft.pk,
        "publishing_matrixversionrow.object_id": row.pk,
        "tenants_municipality.object_id": fjord.pk,
        "tenants_cluster.object_id": cluster.pk,
        "tenants_municipalitychange.object_id": stored.pk,
        "tenants_rolloutstage.object_id": stage.pk,
        "tenants_inhabitantcount.object_id": count.pk,
        "tenants_agreement.object_id": agreement.pk,
        "tenants_letterofintent.object_id": letter.pk,
        "tenants_readinesscheck.object_id": check.pk,
        "pk": run.pk,
        "app_label": "tenants",
    }
    walk = Round(screen, {"kari": kari.pk})
    with in_consortium():
        window = walk.window("kari", host=settings.AKSON_CONSORTIUM_HOSTS[0])
        walk_through(walk, window, CONSORTIUM, host="konsortium", ids=ids)

    assert walk.problems == [], "\n".join(walk.problems)
