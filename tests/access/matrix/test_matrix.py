"""The municipality's role matrix: seen, adapted by those who may, and in force at once."""

import pytest
from django.db import IntegrityError, transaction

from access.actions import Action
from access.errors import RightsError
from access.matrix.forms.cells import CellsForm, mark_of
from access.matrix.rows import rights_in
from access.matrix.selectors.in_force import matrix_in_force
from access.matrix.services.adapting import adapt_role
from access.models import PublishedRights, RoleRights
from access.policy import decide
from access.roles import RecordKind, Rights, Role
from audit.verbs import Verb
from tests import world as worlds

PAGE = "/tilgangsstyring/"
NURSE = f"{PAGE}journal/sykepleier/"


def typed(role, kind=RecordKind.JOURNAL, **changes):
    """Fill in the form of a role as it stands, but for some cells."""
    rights = rights_in(RoleRights.objects.get(record_kind=kind, role=role))
    form = CellsForm(rights=rights)
    return {**form.initial, **changes}


def test_administrator_sees_who_may_what_and_in_which_version(arne):
    page = arne.get(PAGE)

    assert "konsortiets versjon 1" in page.text
    assert "Kommunen har ingen egne tilpasninger." in page.text
    assert "Kritisk informasjon" in page.text
    assert "Gi kolleger tidsbegrenset tilgang" in page.text
    for code in (*Action, "besok", "epikrise_mottatt", *RecordKind):
        assert f">{code}<" not in page.text
    assert page.context["tables"][0].roles == page.context["tables"][1].roles


def opened(worker, known, action):
    """What the policy lets somebody do."""
    decision = decide(worker, known.record_id, action)
    assert decision is not None
    return decision


def test_adaptation_counts_from_the_next_request_and_is_logged(world, arne, logged):
    assert opened(world.nurse, world.ola, Action.SIGN_NOTE).is_allowed

    answer = arne.post(NURSE, typed(Role.NURSE, cell_besok="read"), follow=True)

    assert "Endringen gjelder fra nå." in answer.text
    assert "Journal – Sykepleier: Besøk i hjemmet" in answer.text
    assert "Signer → Les" in answer.text
    kinds = opened(world.nurse, world.ola, Action.SIGN_NOTE).kinds or ()
    assert "besok" not in kinds
    assert "daglig" in kinds
    assert logged(Verb.RIGHTS_CHANGED)[-1]["detail"] == {
        "what": "matrix_changed",
        "record_kind": "journal",
        "role": "sykepleier",
        "cells": "besok:sign>read",
    }
    row = RoleRights.objects.get(record_kind="journal", role="sykepleier")
    assert row.history.first().history_user.username == "arne.admin"


def test_nothing_changed_is_not_logged(arne, logged):
    before = len(logged(Verb.RIGHTS_CHANGED))

    answer = arne.post(NURSE, typed(Role.NURSE), follow=True)

    assert "Ingenting er endret." in answer.text
    assert len(logged(Verb.RIGHTS_CHANGED)) == before


def test_role_that_would_read_without_seeing_whose_is_refused(arne):
    before = matrix_in_force()

    answer = arne.post(NURSE, typed(Role.NURSE, does=["record.print"]))

    assert answer.status_code == 422
    assert "må se personopplysningene" in answer.text
    assert matrix_in_force() == before


def test_two_who_change_the_same_role_do_not_undo_each_other(arne):
    first = typed(Role.NURSE, cell_besok="read")
    second = typed(Role.NURSE, cell_vakt="none")
    arne.post(NURSE, first)

    answer = arne.post(NURSE, second)

    assert answer.status_code == 422
    assert "Noen andre har endret rollen" in answer.text
    rights = matrix_in_force()[RecordKind.JOURNAL, Role.NURSE]
    assert "vakt" in rights.signs


def test_grade_nobody_knows_is_refused_at_its_field(arne):
    answer = arne.post(NURSE, typed(Role.NURSE, cell_besok="alt"))

    assert answer.status_code == 422
    assert "Velg et av nivåene som står i listen." in answer.text


def test_administrator_of_a_part_sees_and_does_not_decide(nils):
    page = nils.get(NURSE)

    assert "Bare den som administrerer hele kommunen" in page.text
    answer = nils.post(NURSE, typed(Role.NURSE, cell_besok="read"))
    assert answer.status_code == 422
    assert "besok" in matrix_in_force()[RecordKind.JOURNAL, Role.NURSE].signs


def test_auditor_reads_the_matrix_and_cannot_change_it(world, browser, sign_in):
    sign_in("ruth.revisor")

    assert browser.get(PAGE).status_code == 200
    answer = browser.post(NURSE, typed(Role.NURSE, cell_besok="read"))
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "path", [PAGE, NURSE, f"{PAGE}ny-versjon/", f"{PAGE}lokale-valg/"]
)
def test_nurse_is_told_whom_to_ask(world, browser, sign_in, path):
    sign_in("siri.sykepleier")

    answer = browser.get(path)

    assert answer.status_code == 403
    assert "Bare lokale administratorer" in answer.text


@pytest.mark.parametrize("path", ["journal/revisor/", "journal/konge/", "bok/lege/"])
def test_role_without_rights_has_no_page(arne, path):
    assert arne.get(f"{PAGE}{path}").status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LOCAL_ADMIN])
def test_auditor_and_administrator_are_given_no_record_by_anybody(
    world, administrator, role
):
    by = worlds.worker(administrator)
    wanted = Rights(reads=frozenset({"daglig"}), does=frozenset({"identity.read"}))

    with pytest.raises(RightsError, match="kan ikke ha tilgang"):
        adapt_role((RecordKind.JOURNAL, role), wanted, by=by)
    row = RoleRights.objects.filter(record_kind="journal", role=role)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(reads=["daglig"])


@pytest.mark.parametrize(
    "wrong", [{"reads": [], "writes": [], "signs": ["besok"]}, {"writes": ["ukjent"]}]
)
def test_database_lets_nobody_write_what_he_cannot_read(world, wrong):
    row = RoleRights.objects.filter(record_kind="journal", role=Role.NURSE)

    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(**wrong)


@pytest.mark.parametrize("does", [[], ["record.print"]])
@pytest.mark.parametrize("model", [RoleRights, PublishedRights])
def test_database_lets_no_role_act_without_seeing_whose_record_it_is(
    world, model, does
):
    row = model.objects.filter(record_kind="journal", role=Role.NURSE)

    with pytest.raises(IntegrityError, match="sees_whose_record"), transaction.atomic():
        row.update(does=does)
    row.update(reads=[], writes=[], signs=[], does=[])


def test_mark_follows_the_rights():
    first, second = Rights(reads=frozenset({"a"})), Rights(writes=frozenset({"a"}))

    assert mark_of(first) != mark_of(second)
