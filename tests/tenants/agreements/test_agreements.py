"""Agreements with a municipality: what they must hold, and that nobody forgets them."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from access.accounts.models import User
from tenants import roles
from tenants.agreements.agreement import Agreement
from tenants.context import in_consortium
from tests.database import as_login
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


@pytest.fixture
def signed(vestvik):
    """Vestvik's processor agreement, which is signed."""
    with in_consortium():
        return Agreement.objects.create(
            municipality=vestvik, kind="processor", **SIGNED
        )


def test_signed_agreement_is_neither_changed_nor_cut_short_nor_removed(kari, signed):
    page = f"/admin/tenants/agreement/{signed.pk}/change/"
    shown = kari.get(page).content.decode()
    assert 'name="valid_until"' not in shown
    assert f"add/?replaces={signed.pk}" in shown
    assert kari.post(page, {"valid_until": "01.02.2026"}).status_code == 403

    own = Agreement.objects.filter(pk=signed.pk)
    for login in (None, roles.MIGRATOR):
        for change in (lambda: own.update(valid_until=NEW_YEAR), own.delete):
            with (
                as_login(login) if login else in_consortium(),
                in_consortium(),
                pytest.raises(DatabaseError, match=r"endres ikke|permission denied"),
                transaction.atomic(),
            ):
                change()


def test_new_agreement_replaces_a_signed_one_from_the_day_it_is_signed(kari, signed):
    begun = kari.get(f"{ADD}?replaces={signed.pk}").context["adminform"].form.initial
    assert (begun["municipality"], begun["kind"]) == (
        signed.municipality_id,
        "processor",
    )
    tomorrow = NEW_YEAR + timedelta(days=1)
    typed = {
        "municipality": signed.municipality_id,
        "kind": "processor",
        "replaces": signed.pk,
        "signed_on": f"{tomorrow:%d.%m.%Y}",
        "signed_by": "Åse",
        "case_number": "2/26",
        "valid_until": "01.03.2026",
    }
    wrong = typed | {"signed_on": "31.12.2025"}
    assert "Den er signert etter denne." in kari.post(ADD, wrong).content.decode()
    wrong = typed | {"kind": "joint", "enterprise": "Vestvik legekontor"}
    said = kari.post(ADD, wrong | {"enterprise_orgnr": "964338531"}).content.decode()
    assert "Velg en av samme slags" in said

    assert kari.post(ADD, typed).status_code == 302

    with in_consortium():
        new = Agreement.objects.get(replaces=signed)
        holds = Agreement.objects.in_force_on
        assert [list(holds(day)) for day in (NEW_YEAR, tomorrow)] == [[signed], [new]]
        assert not holds(date(2026, 3, 2)).exists()
        listed("Nordvik", "55").agreements.create(kind="processor")
        other = Agreement.objects.filter(signed_on=None)
        with pytest.raises(IntegrityError, match="samme slags"), transaction.atomic():
            other.update(replaces=new)
    assert "Erstattet" in kari.get("/admin/tenants/agreement/").content.decode()


def test_agreement_is_read_as_a_page_to_print(kari, signed):
    page = kari.get(f"/admin/tenants/agreement/{signed.pk}/utskrift/").content.decode()

    for words in ("Databehandleravtale", "Vestvik", "1/26", "Til den sies opp"):
        assert words in page


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
