"""Municipalities and inhabitants from the publishers' files: shown first, all or nothing."""

from datetime import date

import pytest

from tenants.admin.files import NotOurColumnsError, read_lines
from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.importing import carry_out, plan_import
from tenants.registry.models import InhabitantCount
from tests.tenants.rollout.ground import NEW_YEAR, count_inhabitants, listed

SOURCE = "Statistisk sentralbyrå, tabell 07459"
# As StatBank writes it: a title, an empty line, a column for each year, former municipalities.
STATBANK = """"07459: Folkemengde, etter region, statistikkvariabel og år"

"region";"statistikkvariabel";"Personer 2025";"Personer 2026"
"46 Vestland";"Personer";650000;655000
"4601 Vestvik";"Personer";2990;3001
"4602 Nabovik";"Personer";999;1002
"1201 Vestvik (-2019)";"Personer";0;0
"""


@pytest.fixture
def vestvik(consortium):
    return _numbered("Vestvik", "4601")


@pytest.fixture
def nabovik(consortium):
    return _numbered("Nabovik", "4602")


def _numbered(name, number):
    municipality = listed(name, number[:2])
    MunicipalityNumber.objects.create(
        municipality=municipality, number=number, valid_from=date(2024, 1, 1)
    )
    return municipality


def planned(text, *, on=NEW_YEAR):
    return plan_import(
        read_lines(text, counted_on=on), counted_on=on, source=SOURCE
    )  # fmt: skip


def test_statbank_s_file_is_read_as_it_is_published(vestvik, nabovik):
    plan = planned(STATBANK)

    told = [(c.municipality.name, c.line, c.before, c.after) for c in plan.changes]
    assert told == [("Vestvik", 5, "", "3001"), ("Nabovik", 6, "", "1002")]
    assert (plan.problems, plan.passed_over_count) == ((), 2)
    assert not InhabitantCount.objects.exists()

    assert carry_out(plan, by="kari") == 2
    stored = InhabitantCount.objects.get(municipality=vestvik)
    assert (stored.inhabitants, stored.source, stored.is_example) == (
        3001,
        SOURCE,
        False,
    )
    assert planned(STATBANK).changes == ()
    assert planned(STATBANK).unchanged_count == 2


def test_imported_figure_takes_the_place_of_an_example(vestvik):
    count_inhabitants(vestvik, 5, is_example=True)

    carry_out(planned("kommunenummer,innbyggere\n4601,3 001\n"), by="kari")

    only = InhabitantCount.objects.get()
    assert (only.inhabitants, only.is_example) == (3001, False)


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("4601;3001\n4699;12", 3, "Kommunenummeret 4699 finnes ikke i registeret."),
        ("4601;mange", 2, "«mange» er ikke et antall innbyggere."),
        ("4601;-12", 2, "«-12» er ikke et antall innbyggere."),
        ("4601;1\n4601;2", 3, "Kommunen 4601 står på linje 2 også."),
        ("46 Vestland;1", 1, "Ingen linje har et kommunenummer."),
    ],
)
def test_wrong_line_is_named_and_stops_the_whole_file(vestvik, rows, line, message):
    plan = planned(f"kommunenummer;innbyggere\n{rows}\n")

    assert [(p.line, p.message) for p in plan.problems] == [(line, message)]
    with pytest.raises(ValueError, match="problems"):
        carry_out(plan, by="kari")
    assert not InhabitantCount.objects.exists()


def test_kartverket_s_file_mends_names_and_counties(vestvik):
    text = (
        "\ufeffkommunenummer,kommunenavn,kommunenavnNorsk,fylkesnummer,fylkesnavn\n"
        "4601,Vestvik - Oarjeluokta,Vestvik,46,Vestland\n"
    ).lstrip("\ufeff")

    plan = planned(text)

    assert {(c.field, c.after) for c in plan.changes} == {
        ("official_name", "Vestvik - Oarjeluokta"),
        ("county_name", "Vestland"),
    }
    carry_out(plan, by="kari")
    vestvik.refresh_from_db()
    assert vestvik.official_name == "Vestvik - Oarjeluokta"
    assert vestvik.county_name == "Vestland"


def test_county_that_does_not_fit_the_number_is_refused(vestvik):
    plan = planned("kommunenummer;fylkesnummer\n4601;50\n")

    assert "passer ikke" in plan.problems[0].message


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("923609017", "kan ikke være riktig"),
        ("12", "kan ikke være riktig"),
        ("964338531", "tilhører en annen kommune"),
    ],
)
def test_orgnr_has_its_check_digit_and_belongs_to_one(vestvik, nabovik, typed, message):
    Municipality.objects.filter(pk=nabovik.pk).update(orgnr="964338531")

    plan = planned(f"kommunenummer;organisasjonsnummer\n4601;{typed}\n")

    assert message in plan.problems[0].message


def test_name_too_long_to_be_stored_is_told_at_its_line(vestvik):
    (problem,) = planned(f"kommunenummer;navn\n4601;{'å' * 101}\n").problems

    assert (problem.line, "høyst 100 tegn" in problem.message) == (2, True)


def test_orgnr_is_filled_in(vestvik):
    carry_out(planned("kommunenummer;orgnr\n4601;964 338 531\n"), by="kari")

    vestvik.refresh_from_db()
    assert vestvik.orgnr == "964338531"


def test_number_that_has_ended_is_nobody_s(vestvik):
    vestvik.numbers.update(valid_until=date(2025, 1, 1))

    plan = planned("kommunenummer;innbyggere\n4601;3001\n")

    assert "4601 finnes ikke" in plan.problems[0].message


def test_plan_is_told_from_another_by_its_digest(vestvik):
    one = planned("kommunenummer;innbyggere\n4601;3001\n")

    assert one.digest == planned("kommunenummer;innbyggere\n4601;3001\n").digest
    assert one.digest != planned("kommunenummer;innbyggere\n4601;3002\n").digest
    other_day = planned("kommunenummer;innbyggere\n4601;3001\n", on=date(2025, 1, 1))
    assert one.digest != other_day.digest


@pytest.mark.parametrize("text", ["navn;alder\nOla;3\n", "kommunenummer\n4601\n"])
def test_file_of_something_else_is_refused(text):
    with pytest.raises(NotOurColumnsError):
        read_lines(text, counted_on=NEW_YEAR)
