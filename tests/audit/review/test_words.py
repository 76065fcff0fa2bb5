"""Every code of the log in plain words, and the odd events that have few."""

import json
from typing import cast
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from access.explaining import Refusal
from access.models import Basis
from access.requests import AksonRequest
from access.roles import Role
from audit.controller import NoMunicipalityError
from audit.entry import Actor, Grounds
from audit.review.access import auditor_required
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors import words
from audit.review.selectors.figures import figures_of
from audit.review.services.choosing import Asked, choose
from audit.review.services.reading import log_reading
from audit.verbs import Outcome, Verb
from journal.record.errors import RuleError
from tenants.context import nowhere
from tests.audit.review.screens import LOG, text_of
from tests.audit.review.screens import choose as choose_on_screen


@pytest.mark.parametrize("basis", Basis)
def test_every_basis_has_words(basis):
    assert words.basis_words(basis.value) == str(basis.label)


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_has_words(refusal):
    assert words.say(words.REFUSALS, refusal.value) != refusal.value


def test_codes_nobody_has_words_for_stand_as_they_are():
    assert words.verb_words("borrowed") == "borrowed"
    assert words.outcome_words(12) == "12"
    assert words.basis_words("") == ""
    assert words.role_words("sykepleier,astronaut") == "Sykepleier, astronaut"
    assert words.service_words("15") == "Helsetjenester i hjemmet"
    assert words.row_words("journal.Spaceship") == "journal.Spaceship"
    assert words.row_words("note") == "note"
    assert words.row_words("access.Unit") == "Enhet"


def test_what_was_asked_of_the_log_is_told_in_words(world, auditor, readings):
    url = choose_on_screen(
        auditor,
        verb="signed",
        basis="episode",
        outcome="4",
        unit=str(world.north.id),
        person="frank",
    )
    event = readings()[-1]

    page = text_of(auditor.get(f"{LOG}{event.id}/"))
    shown = text_of(auditor.get(url))

    for said in (
        "Handling Signerte notat",
        "Grunnlag Aktivt opphold ved enheten",
        "Utfall Avvist",
        "Enhet Hjemmetjenesten nord",
        "Kontroll av tilgang (HCOMPL)",
    ):
        assert said in page, said
    for said in (
        "Handling: Signerte notat",
        "Grunnlag: Aktivt opphold ved enheten",
        "Utfall: Avvist",
        "Enhet: Hjemmetjenesten nord",
    ):
        assert said in shown, said
    assert "Uten grunnlag" in text_of(
        auditor.get(choose_on_screen(auditor, basis="none"))
    )


def test_units_that_are_gone_or_none_are_told_by_their_id(world, auditor, happened):
    gone = str(uuid4())
    first = happened(detail={"unit": gone, "outcome": "x", "basis": "team"})
    second = happened(detail={"unit": "ukjent"})

    assert gone in text_of(auditor.get(f"{LOG}{first}/"))
    assert "ukjent" in text_of(auditor.get(f"{LOG}{second}/"))


def test_event_without_a_person_leads_to_no_person(world, auditor, happened):
    event = happened(
        verb=Verb.SIGN_IN_FAILED,
        actor=Actor(None, ""),
        grounds=Grounds(),
        outcome=Outcome.FAILED,
    )

    page = auditor.get(f"{LOG}{event}/")
    answer = auditor.post(LOG, {"show": "person_day", "event_id": str(event)})

    assert "Ukjent" in text_of(page)
    assert "Vis alt denne personen" not in text_of(page)
    assert answer.status_code == 404


def test_refusal_in_the_list_says_why(world, auditor, happened):
    happened(
        by=world.stranger,
        of=world.ola,
        outcome=Outcome.REFUSED,
        basis="",
        refusal="no_relation",
    )

    page = text_of(auditor.get(choose_on_screen(auditor, outcome="4")))

    assert "Ingen behandlerrelasjon til pasienten" in page


def test_auditor_s_reading_is_from_the_unit_where_he_is_auditor(world, readings):
    event = log_reading(world.auditor, chosen=None)

    said = json.loads(bytes(readings()[-1].body))
    assert said["id"] == str(event)
    assert said["actor"]["role"] == Role.AUDITOR.value
    assert said["place"]["unit_name"] == "Fjord kommune"
    assert isinstance(log_reading(world.nurse), UUID)


def test_log_belongs_to_a_municipality(world):
    with nowhere(), pytest.raises(NoMunicipalityError):
        log_reading(world.auditor)


def test_account_that_is_gone_is_looked_for_by_name(world):
    today = timezone.localdate()
    asked = Asked(since=today, until=today, person="Nikolai Nei", person_id=uuid4())

    with pytest.raises(RuleError, match="Ingen bruker"):
        choose(asked, by=world.auditor)


def test_other_errors_than_a_long_count_are_not_hidden(world):
    def fails(execute, sql, params, many, context):
        if "count(" in sql.lower():
            raise OperationalError("the server is gone")
        return execute(sql, params, many, context)

    with (
        connection.execute_wrapper(fails),
        pytest.raises(OperationalError, match="gone"),
    ):
        figures_of(LogFilter.last_days(timezone.localdate()), within_ms=9000)


def test_request_without_a_worker_is_sent_to_sign_in():
    def nothing(_request: AksonRequest, /) -> HttpResponse:
        raise AssertionError

    request = cast(AksonRequest, RequestFactory().get(LOG))

    assert auditor_required(nothing)(request).status_code == 302
