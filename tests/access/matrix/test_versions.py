"""The consortium's versions: written, published for good, and taken into use by a municipality."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from access.errors import RightsError
from access.first_matrix import FIRST_MATRIX
from access.matrix.forms.cells import CELL_FIELDS
from access.matrix.rules.cells import Grade, differences
from access.matrix.selectors.in_force import (
    matrix_in_force,
    published_matrix,
    version_in_force,
)
from access.matrix.services.adapting import begin_with_latest
from access.publishing.models import MatrixVersion, MatrixVersionRow
from access.publishing.reading import latest_published
from access.publishing.services import begin_draft, publish
from access.roles import RecordKind, Role
from audit.verbs import Verb
from tenants.context import in_consortium, in_directory, in_municipality
from tests.access.matrix.test_matrix import typed
from tests.publishing import issue

PAGE = "/tilgangsstyring/"
NEW = f"{PAGE}ny-versjon/"
CHANGE = "/admin/publishing/matrixversion/{}/change/"


def test_new_municipality_goes_by_the_first_version(world):
    first = latest_published()

    assert first.number == version_in_force().number == 1
    assert differences(first.matrix, matrix_in_force()) == []
    assert differences(published_matrix(), matrix_in_force()) == []
    assert {role for _kind, role in first.matrix} == set(FIRST_MATRIX[RecordKind.CASE])


def test_new_version_is_offered_with_what_it_changes(arne):
    issue(daglig=(Role.CASE_HANDLER, Grade.READ))

    assert "Ny versjon fra konsortiet: 1 forskjell." in arne.get(PAGE).text
    page = arne.get(NEW).text
    assert "Etter høring i kommunene." in page
    assert "Journal – Saksbehandler: Daglig notat" in page
    assert "Ingen → Les" in page


def test_version_is_taken_into_use_and_local_cells_are_kept(arne, logged):
    arne.post(f"{PAGE}journal/lege/", typed(Role.PHYSICIAN, cell_telefon="write"))
    issue(daglig=(Role.CASE_HANDLER, Grade.READ))

    answer = arne.post(NEW, {"version": 2}, follow=True)

    assert "Versjon 2 av rollematrisen gjelder fra nå." in answer.text
    assert "daglig" in matrix_in_force()[RecordKind.JOURNAL, Role.CASE_HANDLER].reads
    assert "telefon" not in matrix_in_force()[RecordKind.JOURNAL, Role.PHYSICIAN].signs
    assert "Kommunen har tilpasset 1 rute" in answer.text
    said = [event["detail"] for event in logged(Verb.RIGHTS_CHANGED)][-2:]
    assert said == [
        {
            "what": "matrix_changed",
            "record_kind": "journal",
            "role": "saksbehandler",
            "cells": "daglig:none>read",
        },
        {"what": "matrix_adopted", "number": "2"},
    ]


@pytest.mark.parametrize(("taken", "signs"), [([], False), (["own"], True)])
def test_cell_both_changed_is_chosen(arne, taken, signs):
    arne.post(f"{PAGE}journal/lege/", typed(Role.PHYSICIAN, cell_telefon="read"))
    issue(vakt=(Role.PHYSICIAN, Grade.SIGN), telefon=(Role.PHYSICIAN, Grade.NONE))

    page = arne.get(NEW).text
    assert "Journal – Lege: Telefon (Les → Ingen)" in page
    chosen = ["journal:lege:telefon" for _ in taken]
    arne.post(NEW, {"version": 2, "taken": chosen})

    rights = matrix_in_force()[RecordKind.JOURNAL, Role.PHYSICIAN]
    assert ("telefon" not in rights.reads) is signs
    assert "vakt" in rights.signs


def test_version_read_before_a_newer_came_is_read_again(arne):
    issue(daglig=(Role.CASE_HANDLER, Grade.READ))
    arne.get(NEW)
    issue(vakt=(Role.CASE_HANDLER, Grade.READ))

    answer = arne.post(NEW, {"version": 2})

    assert answer.status_code == 422
    assert "Det er kommet en nyere versjon." in answer.text
    assert version_in_force().number == 1


def test_nothing_new_leads_back(arne):
    answer = arne.get(NEW, follow=True)

    assert "Kommunen bruker den nyeste versjonen." in answer.text


def test_administrator_of_a_part_cannot_take_a_version_into_use(nils):
    issue(daglig=(Role.CASE_HANDLER, Grade.READ))

    assert nils.post(NEW, {"version": 2}).status_code == 422
    assert version_in_force().number == 1


def test_municipality_that_starts_later_begins_with_the_latest(fjell, fjord):
    issue(daglig=(Role.CASE_HANDLER, Grade.READ))

    for _ in range(2):
        begin_with_latest(fjell, by="kari.konsortium")

    with in_municipality(fjell):
        assert version_in_force().number == 2
        assert differences(published_matrix(), matrix_in_force()) == []
        rights = matrix_in_force()[RecordKind.JOURNAL, Role.CASE_HANDLER]
        assert "daglig" in rights.reads


def test_draft_is_the_consortiums_alone(fjord):
    with in_consortium():
        begin_draft(MatrixVersion(note="Under arbeid"))
        assert MatrixVersion.objects.count() == 2

    with in_directory():
        assert list(MatrixVersion.objects.values_list("number", flat=True)) == [1]
        assert MatrixVersionRow.objects.count() == len(RecordKind) * len(Role)
        with pytest.raises(DatabaseError), transaction.atomic():
            MatrixVersion.objects.update(note="Tatt over")
    with in_municipality(fjord), pytest.raises(DatabaseError), transaction.atomic():
        MatrixVersion.objects.first()


def test_what_is_published_never_changes(fjord):
    with in_consortium():
        first = MatrixVersion.objects.get()
        for change in (
            lambda: MatrixVersion.objects.update(note="Noe annet"),
            lambda: MatrixVersion.objects.all().delete(),
            lambda: first.rows.update(reads=["daglig"]),
            lambda: first.rows.all().delete(),
            lambda: first.rows.create(record_kind="journal", role="ny"),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                change()


def test_version_without_a_reason_or_a_change_is_not_published(fjord):
    with in_consortium():
        draft = begin_draft(MatrixVersion(note=" "))
        with pytest.raises(RightsError, match="hva som er endret"):
            publish(draft, by="kari.konsortium")
        draft.note = "Etter høring"
        draft.save()
        with pytest.raises(RightsError, match="lik den forrige"):
            publish(draft, by="kari.konsortium")
        with pytest.raises(RightsError, match="påbegynt"):
            begin_draft(MatrixVersion(note="To på en gang"))


def test_consortium_writes_and_publishes_in_its_administration(kari):
    made = kari.post("/admin/publishing/matrixversion/add/", {"note": "Etter høring"})
    with in_consortium():
        draft = MatrixVersion.objects.get(published_at=None)
        row = draft.rows.get(record_kind="journal", role=Role.CASE_HANDLER)
    assert made.url == CHANGE.format(draft.pk)
    assert kari.get(made.url).status_code == 200
    address = f"/admin/publishing/matrixversionrow/{row.pk}/change/"
    form = kari.get(address).context["adminform"].form
    stored = kari.post(address, {**form.initial, "cell_daglig": "read"})
    assert stored.status_code == 302, stored.context["adminform"].form.errors

    page = kari.get(made.url).text
    assert "Journal – Saksbehandler: Daglig notat: Ingen → Les" in page
    (name,) = {
        one.action_name for one in kari.get(made.url).context["actions_submit_line"]
    }
    kari.post(made.url, {"note": "Etter høring", name: "1"})

    assert latest_published().number == 2
    for path in (made.url, address):
        assert kari.post(path, {"note": "For sent"}).status_code == 403


def test_rights_that_hang_in_the_air_are_refused_in_the_administration(kari):
    with in_consortium():
        draft = begin_draft(MatrixVersion(note="Etter høring"))
        row = draft.rows.get(record_kind="journal", role=Role.NURSE)
    address = f"/admin/publishing/matrixversionrow/{row.pk}/change/"
    form = kari.get(address).context["adminform"].form

    answer = kari.post(address, {**form.initial, "does": []})

    assert answer.status_code == 200
    assert "må se personopplysningene" in answer.text
    with in_consortium(), pytest.raises(IntegrityError), transaction.atomic():
        draft.rows.filter(pk=row.pk).update(does=[])


def test_version_that_would_let_a_closed_role_read_unseen_says_which_role(arne):
    cells = dict.fromkeys(CELL_FIELDS, "none")
    closed = typed(Role.CARE_WORKER, **cells, does=[])
    assert arne.post(f"{PAGE}journal/helsefagarbeider/", closed).status_code == 303
    issue(saksnotat=(Role.CARE_WORKER, Grade.WRITE))

    taken = "journal:helsefagarbeider:saksnotat"
    answer = arne.post(NEW, {"version": "2", "taken": [taken]})

    assert answer.status_code == 422
    assert "Journal – Helsefagarbeider: Den som" in answer.text
    assert version_in_force().number == 1
