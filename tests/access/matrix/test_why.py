"""Why a record was open or closed: asked by reference, told in plain words, and logged."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from access.accounts.models import User
from access.actions import Action
from access.models import Block, CareRelation, Employment
from audit.models import AccessEvent
from audit.references import read_reference, reference_of
from audit.verbs import Outcome, Verb
from journal.record.gate import RecordRefusedError, open_record
from tests import world as worlds
from tests.access.staff.conftest import browser_of

PAGE = "/tilgangsstyring/hvorfor/"
NOT_FOUND = "Fant ingen hendelse med dette nummeret"


def refused(world, worker, *, to=Action.READ_RECORD):
    """Let somebody meet a closed door, and give the reference he is shown."""
    door = open_record(world.ola.record_id, by=worker, to=to)
    with pytest.raises(RecordRefusedError) as error:
        door.__enter__()
    return reference_of(error.value.event_id)


def opened(world, worker):
    """Let somebody open the record, and give its reference."""
    with open_record(world.ola.record_id, by=worker, to=Action.READ_RECORD) as record:
        return reference_of(record.event_id)


@pytest.fixture
def ask(arne):
    """Ask as the administrator of all."""

    def do(reference, by=arne):
        return by.post(PAGE, {"reference": reference})

    return do


def test_reference_is_on_the_page_that_said_no_and_under_my_lookups(world):
    frank = browser_of("frank.fremmed")

    page = frank.get(f"/records/{world.ola.record_id}/")

    event = AccessEvent.objects.get(outcome=Outcome.REFUSED)
    assert page.status_code == 403
    assert reference_of(event.pk) in page.text
    assert reference_of(event.pk) in frank.get("/mine-oppslag/").text


def test_stranger_had_no_ground(world, ask):
    answer = ask(refused(world, world.stranger))

    assert answer.status_code == 200
    assert "Frank Fremmed" in answer.text
    assert "Prøvde på: Lese journalen. Journal (helsehjelp)." in answer.text
    assert "Jobbet som: Sykepleier, Hjemmetjenesten sør." in answer.text
    assert "Sto ikke på noen vaktliste da." in answer.text
    assert "Ingen grunn ble funnet" in answer.text
    for secret in (
        "Ola",
        "Fjellheim",
        str(world.ola.record_id),
        "Hjemmetjenesten nord",
    ):
        assert secret not in answer.text


def test_nurse_was_let_in_by_the_stay_at_her_unit(world, ask):
    answer = ask(opened(world, world.nurse))

    assert "Gjorde: Lese journalen" in answer.text
    assert "Åpen:</strong> Aktivt opphold ved enheten" in answer.text
    assert "Sykepleier, Hjemmetjenesten nord" in answer.text


def test_role_decides_and_leads_to_the_matrix(world, ask):
    answer = ask(refused(world, world.clerk))

    assert "Rollen gir ikke tilgang til dette i denne journaltypen." in answer.text
    assert "/tilgangsstyring/journal/merkantil/" in answer.text


def test_verb_that_means_several_things_says_which_was_tried(world, ask):
    answer = ask(refused(world, world.clerk, to=Action.CHANGE_CRITICAL))

    assert "Prøvde på: Endre kritisk informasjon." in answer.text


def test_what_would_be_now_is_told_beside_what_was(world, ask):
    reference = refused(world, world.stranger)
    CareRelation.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        basis="team",
        worker_id=world.stranger.user_id,
        valid_from=timezone.now(),
    )

    then, _, now = ask(reference).text.partition("Hvis personen prøver nå")

    assert "Ingen grunn ble funnet" in then
    assert "Åpen:</strong> Navngitt i behandlerteamet" in now


def test_block_is_told_as_something_personal_and_no_more(world, ask):
    Block.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        whom="person",
        worker_id=world.nurse.user_id,
        valid_from=timezone.now() - timedelta(hours=1),
    )

    answer = ask(refused(world, world.nurse))

    assert "Noe som er personlig" in answer.text
    assert "Ingen endring i ansettelse eller rolle vil hjelpe." in answer.text
    assert "perret" not in answer.text


def test_administrator_of_a_part_asks_only_about_those_who_work_there(world, ask, nils):
    here, elsewhere = opened(world, world.nurse), refused(world, world.stranger)

    assert ask(here, by=nils).status_code == 200
    answer = ask(elsewhere, by=nils)
    assert answer.status_code == 422
    assert NOT_FOUND in answer.text


def test_asking_is_logged_found_or_not(world, ask, logged):
    reference = refused(world, world.stranger)
    event_id = AccessEvent.objects.get(outcome=Outcome.REFUSED).pk

    ask(reference.lower().replace("-", " "))
    ask("00000000")

    found, unfound = logged(Verb.LOG_READ)[-2:]
    assert found["target"] == {"id": str(event_id), "type": "audit.AccessEvent"}
    assert (found["query"]["text"], found["query"]["hits"]) == (reference, 1)
    assert (unfound["query"]["hits"], unfound.get("target")) == (0, None)
    assert found["detail"] == unfound["detail"] == {"what": "why"}


@pytest.mark.parametrize("typed", ["", "1234", "UUUU-UUUU", "æøåæøåæø", "x" * 30])
def test_what_is_no_reference_is_told_at_its_field_and_kept(arne, typed):
    answer = arne.post(PAGE, {"reference": typed})

    assert answer.status_code == 422
    assert "id_reference" in answer.text
    assert not typed or f'value="{typed}"' in answer.text


def test_event_about_no_record_has_no_rule(world, ask, arne):
    arne.get(PAGE)
    arne.post(PAGE, {"reference": "00000000"})
    own = AccessEvent.objects.filter(verb=Verb.LOG_READ).latest("stored_at")

    assert "ingen regel å forklare" in ask(reference_of(own.pk)).text


def test_who_had_chosen_no_workplace_is_told_so(world, ask):
    Employment.objects.filter(user_id=world.stranger.user_id).update(
        valid_until=timezone.now() - timedelta(minutes=1)
    )
    nowhere = worlds.worker(User.objects.get(username="frank.fremmed"))

    answer = ask(refused(world, nowhere))

    assert "Hadde ikke valgt arbeidssted" in answer.text
    assert "Arbeidssted var ikke valgt." in answer.text


def test_nurse_and_auditor_have_no_such_page(world):
    for name in ("siri.sykepleier", "ruth.revisor"):
        assert browser_of(name).get(PAGE).status_code == 403


def test_reference_is_read_however_it_is_written():
    event_id = UUID("8f0c7a52-11aa-4bcd-9e00-000000000000")
    reference = reference_of(event_id)

    assert read_reference(reference) == reference
    assert read_reference(f" {reference.lower().replace('-', '')} ") == reference
    assert read_reference("oilo-1234") == "0110-1234"
    assert read_reference("ABC") is None


def test_rules_that_changed_since_are_said_so(world, ask, arne):
    reference = opened(world, world.nurse)
    rules = {
        "unit_wide": "stated_need",
        "need_hours": "4",
        "needs_second_factor": "on",
        "idle_minutes": "10",
        "shared_idle_minutes": "3",
        "longest_hours": "14",
        "review_months": "6",
        "unused_days": "90",
        "cases_per_week": "10",
        "sample_per_week": "20",
    }
    assert arne.post("/tilgangsstyring/lokale-valg/", rules).status_code == 303

    answer = ask(reference)

    assert "er endret siden" in answer.text
    assert "Kommunen krever at behovet oppgis." in answer.text
