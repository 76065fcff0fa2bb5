"""Agreements with a municipality: what they must hold, and that nobody forgets them."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from access.accounts.models import User
from tenants.agreements.agreement import Agreement
from tenants.context import in_consortium
from tests.tenants.rollout.ground import NEW_YEAR, listed
from tests.world import PASSWORD

ADD = "/admin/tenants/agreement/add/"
SIGNED = {"signed_on": NEW_YEAR, "signed_by": "Åse", "case_number": "1/26"}


@pytest.fixture
def vestvik(database):
    with in_consortium():
        return listed("Vestvik", "46")


@pytest.fixture
def kari(vestvik):
    with in_consortium():
        user = User.objects.create_superuser("kari", password=PASSWORD)
        browser = Client(headers={"host": "konsortium.localhost"})
        browser.force_login(user, backend="access.backends.AccountBackend")
    return browser


def test_agreement_with_a_practice_is_stored(kari, vestvik):
    typed = {
        "municipality": vestvik.pk,
        "kind": "joint",
        "enterprise": "Vestvik legekontor",
        "enterprise_orgnr": "964 338 531",
        "due_on": "01.03.2027",
    }

    assert kari.post(ADD, typed).status_code == 302

    again = kari.post(ADD, typed).content.decode()
    assert "En slik avtale venter allerede på å bli signert." in again
    with in_consortium():
        stored = Agreement.objects.get()
    assert (stored.enterprise_orgnr, stored.due_on) == ("964338531", date(2027, 3, 1))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"kind": "joint"}, "Fyll ut virksomheten avtalen er med."),
        ({"kind": "joint", "enterprise_orgnr": "923609017"}, "kan ikke være riktig"),
        ({"enterprise": "Vestvik legekontor"}, "Bare ved felles journal."),
        ({"signed_on": "01.01.2026"}, "Fyll ut dette når avtalen er signert."),
        ({"signed_on": "31.12.2098"}, "Datoen kan ikke være fram i tid."),
        (
            {"signed_on": "02.01.2026", "valid_until": "01.01.2026"},
            "Avtalen kan ikke ende før den er signert.",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_field(kari, vestvik, typed, message):
    answer = kari.post(ADD, {"municipality": vestvik.pk, "kind": "processor"} | typed)

    assert answer.status_code == 200
    assert message in answer.content.decode()


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"kind": "joint"}, "joint_record_agreement_is_with_an_enterprise"),
        ({"signed_on": NEW_YEAR}, "agreement_is_signed_by_somebody_in_a_case"),
        (SIGNED | {"valid_until": date(2025, 1, 1)}, "agreement_ends_after"),
    ],
)
def test_database_holds_what_the_form_says(vestvik, facts, rule):
    whole = {"municipality": vestvik, "kind": "processor"} | facts

    with (
        in_consortium(),
        pytest.raises(IntegrityError, match=rule),
        transaction.atomic(),
    ):
        Agreement.objects.create(**whole)


def test_what_is_late_or_ends_soon_stands_on_the_first_page_and_leads_to_the_list(
    kari, vestvik
):
    today = timezone.localdate()
    with in_consortium():
        for facts in (
            {"due_on": today - timedelta(days=1)},
            SIGNED | {"valid_until": today + timedelta(days=30)},
        ):
            Agreement.objects.create(municipality=vestvik, kind="processor", **facts)

    page = kari.get("/admin/").content.decode()

    for sentence, query in (
        ("Én avtale skulle vært signert", "status=forfalt"),
        ("Én avtale utløper innen tre måneder", "status=utloper"),
    ):
        assert f'agreement/?{query}">{sentence}' in page
        shown = kari.get(f"/admin/tenants/agreement/?{query}").context["cl"]
        assert len(shown.result_list) == 1
