"""The consortium sees how far the upgrade of each municipality has come, and why not."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access.accounts.models import User
from tenants import roles
from tenants.context import in_consortium
from tenants.schemas import SchemaUpgrade
from tests.database import as_login
from tests.world import PASSWORD

CONSORTIUM = "akson_project.urls_consortium"


@pytest.fixture
def kari(database):
    with in_consortium():
        user = User.objects.create_superuser("kari.konsortium", password=PASSWORD)
        browser = Client(headers={"host": "konsortium.localhost"})
        browser.force_login(user, backend="access.backends.AccountBackend")
    return browser


@pytest.fixture
def failed(fjord):
    with as_login(roles.MIGRATOR), in_consortium():
        SchemaUpgrade.objects.filter(municipality=fjord).update(
            state=SchemaUpgrade.State.FAILED,
            error="access.0099_x: CheckViolation 23514 access_unit",
            finished_at=timezone.now(),
        )


def test_list_shows_who_failed_and_can_be_narrowed_to_them(kari, failed):
    address = reverse("admin:tenants_municipality_changelist", urlconf=CONSORTIUM)

    page = kari.get(address).content.decode()
    narrowed = kari.get(address, {"upgrade__state__exact": "failed"}).content.decode()

    assert "Mislyktes" in page
    assert "Fjell" in page
    assert "Fjord" in narrowed
    assert "fjell.localhost" not in narrowed


def test_municipality_s_page_says_why(kari, failed, fjord):
    address = reverse(
        "admin:tenants_municipality_change", args=[fjord.pk], urlconf=CONSORTIUM
    )

    page = kari.get(address).content.decode()

    assert ": access.0099_x: CheckViolation 23514 access_unit" in page
