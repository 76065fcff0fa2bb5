"""Rules of the register that the database itself holds: one test for each."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from tenants.models import Domain, Municipality, MunicipalityNumber
from tenants.schemas import ProvisioningRun

JANUARY = date(2020, 1, 1)
JUNE = date(2020, 6, 1)


@pytest.fixture(autouse=True)
def place(consortium):
    """All of it happens in the consortium's tables."""


@pytest.fixture
def refused():
    """Expect the database to refuse, by the name of the rule."""
    return lambda rule: pytest.raises(IntegrityError, match=rule)


@pytest.fixture
def vik(dal):
    return Municipality.objects.create(name="Vik", schema_name="vik")


def number(municipality, digits="9901", since=JANUARY, until=None):
    return MunicipalityNumber.objects.create(
        municipality=municipality, number=digits, valid_from=since, valid_until=until
    )


def run(municipality, **facts):
    return ProvisioningRun.objects.create(municipality=municipality, **facts)


@pytest.mark.parametrize("orgnr", ["1234567", "12345678x", "         "])
def test_orgnr_is_nine_digits_or_unknown(dal, refused, orgnr):
    with refused("municipality_orgnr_is_nine_digits_or_unknown"):
        Municipality.objects.filter(pk=dal.pk).update(orgnr=orgnr)


def test_orgnr_belongs_to_one_and_many_may_be_unknown(dal, vik, refused):
    assert (vik.orgnr, Municipality.objects.filter(orgnr="").count()) == ("", 1)
    Municipality.objects.create(name="Haram", schema_name="haram")

    with refused("municipality_orgnr_belongs_to_one"):
        Municipality.objects.filter(pk=vik.pk).update(orgnr=dal.orgnr)


@pytest.mark.parametrize(
    "name",
    [
        "Dal",
        "dål",
        "1dal",
        "dal-by",
        "dal\n",
        "",
        "public",
        "pg_dal",
        "akson_dal",
        "extensions",
    ],
)
def test_schema_name_is_plain(dal, refused, name):
    with refused("municipality_schema_name_is_plain"):
        Municipality.objects.filter(pk=dal.pk).update(schema_name=name)


def test_schema_name_is_unique(dal, vik, refused):
    with refused("schema_name"):
        Municipality.objects.filter(pk=vik.pk).update(schema_name="dal")


def test_state_is_known(dal, refused):
    with refused("municipality_state_is_known"):
        Municipality.objects.filter(pk=dal.pk).update(state="closed")


def test_language_is_known(dal, refused):
    with refused("municipality_language_is_known"):
        Municipality.objects.filter(pk=dal.pk).update(language="se")


@pytest.mark.parametrize("state", ["creating", "active", "failed"])
def test_started_municipality_keeps_its_schema_and_stays(dal, refused, state):
    Municipality.objects.filter(pk=dal.pk).update(schema_name="dalen")
    Municipality.objects.filter(pk=dal.pk).update(state=state)

    with refused("beholder skjemaet"):
        Municipality.objects.filter(pk=dal.pk).update(schema_name="dal")
    with refused("kan ikke slettes"):
        Municipality.objects.filter(pk=dal.pk).delete()


def test_listed_municipality_can_be_removed(dal):
    dal.delete()

    assert not Municipality.objects.filter(pk=dal.pk).exists()


def test_municipalities_stand_in_norwegian_order(dal):
    for name in ("Ås", "Øyer", "Ærland", "Zeta"):
        Municipality.objects.create(name=name, schema_name=f"x{ord(name[0])}")

    names = [municipality.name for municipality in Municipality.objects.all()]

    assert names == ["Dal", "Fjell", "Fjord", "Zeta", "Ærland", "Øyer", "Ås"]


def test_number_is_four_digits(dal, refused):
    with refused("municipality_number_is_four_digits"):
        number(dal, digits="99a1")


def test_number_ends_after_it_starts(dal, refused):
    with refused("municipality_number_ends_after_it_starts_or_never_was"):
        number(dal, until=JANUARY - timedelta(days=1))


def test_municipality_has_one_number_at_a_time(dal, refused):
    number(dal, "9901", until=JUNE)
    number(dal, "9902", since=JUNE)

    with refused("municipality_has_one_number_at_a_time"):
        number(dal, "9903", since=date(2021, 1, 1), until=date(2021, 2, 1))


def test_number_belongs_to_one_municipality_at_a_time(dal, vik, refused):
    number(dal, "9901", until=JUNE)
    number(vik, "9901", since=JUNE)

    with refused("municipality_number_belongs_to_one_at_a_time"):
        number(dal, "9901", since=date(2021, 1, 1))


@pytest.mark.parametrize("host", ["Dal.no", "dal", "dal .no", "dal.no/", ""])
def test_domain_is_a_host_name_in_lower_case(dal, refused, host):
    with refused("domain_is_a_host_name_in_lower_case"):
        Domain.objects.create(tenant=dal, domain=host)


def test_host_name_leads_to_one_municipality(dal, refused):
    with refused("tenants_domain_domain"):
        Domain.objects.create(tenant=dal, domain="fjord.localhost")


def test_municipality_has_one_primary_domain(dal, refused):
    Domain.objects.create(tenant=dal, domain="dal.localhost")

    with refused("municipality_has_one_primary_domain"):
        Domain.objects.bulk_create(
            [Domain(tenant=dal, domain="dalen.localhost", is_primary=True)]
        )


def test_municipality_is_started_once_at_a_time(dal, refused):
    run(dal)

    with refused("municipality_is_started_once_at_a_time"):
        run(dal)


def test_provisioning_step_is_one_of_them(dal, refused):
    with refused("provisioning_step_is_one_of_them"):
        run(dal, step=3, steps_total=2)


@pytest.mark.parametrize(
    ("state", "is_finished"),
    [
        ("waiting", True),
        ("running", True),
        ("done", False),
        ("failed", False),
        ("x", False),
    ],
)
def test_provisioning_is_finished_when_it_is_over(dal, refused, state, is_finished):
    with refused("provisioning_is_finished_when_it_is_over"):
        run(dal, state=state, finished_at=timezone.now() if is_finished else None)


def test_things_are_called_what_people_call_them(dal):
    started = run(dal, requested_by="kari")

    assert str(dal) == "Dal"
    assert str(number(dal)) == "9901"
    assert str(Domain(domain="dal.localhost")) == "dal.localhost"
    assert str(started).startswith("Dal 20")
