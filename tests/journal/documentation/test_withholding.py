"""Keeping a note from the patient or a parent: chosen, changed, and left out on paper."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from audit.models import AccessEvent
from journal.documentation import services
from journal.documentation.models import Note, NoteKind, WithholdCode, Withholding
from journal.record.errors import RuleError
from journal.record.gate import open_record
from journal.record.models import ActionRefusedError, Patient
from journal.record.services.relatives import Relative, add_relative
from tests.journal.documentation.builders import typed

OPEN, SECRET = "Trives på skolen.", "Sier at det er vanskelig hjemme."
PARENTS = WithholdCode.PARENTS


@pytest.fixture
def withhold(ola):
    def _withhold(by, note, code=PARENTS, reason="Fare for barnet", **facts):
        with open_record(ola.record_id, by=by, to=Action.WITHHOLD_NOTE) as record:
            return services.withhold_note(
                record, note_id=note.id, code=code, reason=reason, **facts
            )

    return _withhold


@pytest.fixture
def aged(ola, nurse):
    """`aged(14)` lets Ola be 14 years old."""

    def _aged(years):
        to = Action.CHANGE_IDENTITY
        with open_record(ola.record_id, by=nurse, to=to):
            born = timezone.localdate() - timedelta(days=365.25 * years + 20)
            Patient.objects.filter(pk=ola.patient_id).update(birth_date=born)

    return _aged


@pytest.fixture
def parent(ola, nurse):
    """`parent("Kari")` has parental responsibility."""

    def _parent(name, **facts):
        relative = Relative(
            name=name, kind="MO", has_parental_responsibility=True, **facts
        )
        to = Action.CHANGE_IDENTITY
        with open_record(ola.record_id, by=nurse, to=to) as record:
            return add_relative(record, relative=relative, id=uuid4())

    return _parent


@pytest.fixture
def printed(browser, page):
    """Print for somebody, and read the paper."""

    def _printed(**chosen):
        today = timezone.localdate()
        period = {
            "since": f"{today - timedelta(days=2):%d.%m.%Y}",
            "until": f"{today:%d.%m.%Y}",
        }
        answer = browser.get(page("print"), period | chosen)
        assert answer.status_code == 200
        return answer.text

    return _printed


def test_the_author_chooses_while_writing_and_it_is_kept_in_the_draft(
    browser, page, stored
):
    note_id = uuid4()
    browser.post(page("edit", note_id), typed(SECRET, withhold_code="NORN_KUT"))
    shown = browser.get(page("edit", note_id)).text
    assert '<option value="NORN_KUT" selected' in shown

    fields = typed(SECRET, withhold_code="NORN_KUT", revision="1")
    assert browser.post(page("sign", note_id), fields).status_code == 303

    assert stored("SELECT code, kind FROM journal_withholding") == [
        ("NORN_KUT", "besok")
    ]


def test_author_and_leader_change_it_with_a_reason_and_the_note_stands(
    nurse, leader, colleague, sign, withhold, ola
):
    note = sign(nurse, SECRET)
    withhold(nurse, note)
    withhold(leader, note, WithholdCode.NORMAL, "Ikke lenger fare")

    with open_record(ola.record_id, by=nurse, to=Action.READ_RECORD):
        assert Withholding.objects.get().code == "N"
        assert Withholding.history.count() == 2
        assert Note.objects.get() == note
    with pytest.raises(ActionRefusedError):
        withhold(colleague, note)
    with pytest.raises(RuleError, match="Skriv hvorfor"):
        withhold(nurse, note, reason=" ")


def test_the_mark_follows_the_entry_also_when_its_kind_is_corrected(
    nurse, sign, correct, withhold, ola
):
    note = sign(nurse, SECRET)
    withhold(nurse, note)
    correct(nurse, note, SECRET, kind=NoteKind.PHONE)

    with open_record(ola.record_id, by=nurse, to=Action.READ_RECORD):
        assert Withholding.objects.get().kind == "telefon"


def test_it_is_shown_on_the_note_to_those_who_give_care(
    browser, nurse, sign, withhold, page
):
    withhold(nurse, sign(nurse, SECRET))

    shown = browser.get(page("notes")).text
    assert "Ikke til foreldre" in shown
    assert SECRET in shown


def test_patient_is_told_how_many_are_left_out_and_where_to_complain(
    printed, nurse, sign, withhold
):
    sign(nurse, OPEN)
    withhold(nurse, sign(nurse, SECRET), WithholdCode.CLOSE_ONES)

    paper = printed(printed_for="patient")

    assert OPEN in paper
    assert SECRET not in paper
    assert "1 notat er utelatt (pasient- og brukerrettighetsloven § 5-1)" in paper
    assert "klage til Statsforvalteren" in paper
    assert SECRET in printed()
    event = AccessEvent.objects.filter(verb="printed").earliest("stored_at")
    assert b'"printed_for":"patient"' in bytes(event.body)


def test_parent_is_told_in_general_and_no_number(
    printed, nurse, sign, withhold, aged, parent
):
    aged(8)
    kari = parent("Kari Fjellheim")
    sign(nurse, OPEN)
    withhold(nurse, sign(nurse, SECRET))

    paper = printed(printed_for="parent", handed_to=str(kari.pk))

    assert OPEN in paper
    assert SECRET not in paper
    assert "Utskriften kan mangle opplysninger" in paper
    assert "Ikke til foreldre" not in paper


def test_a_mark_may_be_against_one_parent_alone(
    printed, nurse, sign, withhold, aged, parent
):
    aged(8)
    kari, olav = parent("Kari Fjellheim"), parent("Olav Fjellheim")
    withhold(nurse, sign(nurse, SECRET), from_relative=olav.pk)

    assert SECRET in printed(printed_for="parent", handed_to=str(kari.pk))
    assert SECRET not in printed(printed_for="parent", handed_to=str(olav.pk))


@pytest.mark.parametrize(
    ("age", "asked", "is_given"),
    [(8, "", True), (14, "", False), (14, "on", True), (16, "on", False)],
)
def test_parents_are_given_by_the_age_of_the_child(
    printed, nurse, sign, aged, parent, age, asked, is_given
):
    aged(age)
    kari = parent("Kari Fjellheim")
    sign(nurse, OPEN)

    chosen = {"youth_agrees": asked} if asked else {}
    paper = printed(printed_for="parent", handed_to=str(kari.pk), **chosen)

    assert (OPEN in paper) is is_given


def test_who_has_no_responsibility_now_is_given_nothing(
    printed, nurse, sign, aged, parent
):
    aged(8)
    kari = parent("Kari Fjellheim", parental_until=timezone.localdate())
    sign(nurse, OPEN)

    assert OPEN not in printed(printed_for="parent", handed_to=str(kari.pk))
    assert OPEN not in printed(printed_for="parent", handed_to=str(uuid4()))


def test_only_parents_with_responsibility_are_offered(browser, page, aged, parent):
    assert "Til en forelder" not in browser.get(page("print")).text

    aged(8)
    parent("Kari Fjellheim")
    assert "Kari Fjellheim" in browser.get(page("print")).text
