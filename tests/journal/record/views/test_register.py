"""Registering: bad input is said and kept, nobody is stored twice, and there is a way on."""

import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.models import Basis, CareRelation, KnownRecord, Unit
from access.roles import RecordKind, Role
from audit.models import AccessEvent
from tests import world as worlds


@pytest.fixture
def mona(world, desk):
    return desk(world.clerk)


@pytest.fixture
def typed(world):
    """A whole form, as typed; keywords change it."""

    def fill(**changed):
        return {
            "form_id": str(uuid4()),
            "given_name": "Áile",
            "family_name": "Øvergård",
            "birth_date": "14.03.1942",
            "sex": "female",
            "number": "148342 12081",
            "language": "se",
            "protection": "ugradert",
            "kind": "journal",
            "unit": str(world.north.pk),
            "service_type": "15",
            "starts_at_date": f"{timezone.localdate():%d.%m.%Y}",
            "starts_at_time": "00.00",
            **changed,
        }

    return fill


def register(desk, form):
    return desk.post("record:register", **form)


def text(response):
    return response.content.decode()


def test_registered_patient_is_found_at_the_unit(world, mona, desk, typed):
    stored = register(mona, typed())

    assert stored.status_code == 303
    record_id = KnownRecord.objects.exclude(pk=world.ola.record_id).get().record_id
    assert str(record_id) in stored.headers["Location"]
    siri = desk(world.nurse)
    sent = siri.post("record:search", q="aile overgard")
    assert "Øvergård, Áile" in text(siri.follow(sent))
    registered = AccessEvent.objects.filter(verb="registered").latest("stored_at")
    (stay,) = CareRelation.objects.filter(record_id=record_id)
    said = json.loads(bytes(registered.body))
    assert said["target"] == {"type": "journal.Episode", "id": str(stay.source_id)}
    assert said["grounds"] == {"basis": "admission", "purpose": "COC"}


@pytest.mark.parametrize("born", ["14.02.1492", "14.02.0942"])
def test_birth_date_nobody_has_is_asked_about_and_kept(world, mona, typed, born):
    page = register(mona, typed(birth_date=born))

    assert page.status_code == 422
    assert "Sjekk årstallet" in text(page)
    assert f'value="{born}"' in text(page)
    assert 'value="Øvergård"' in text(page)
    assert KnownRecord.objects.count() == 1


def test_sent_twice_is_registered_once(world, mona, typed):
    form = typed()

    first, second = register(mona, form), register(mona, form)

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert KnownRecord.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"number": "148342 12082"}, "kontrollsifrene stemmer ikke"),
        ({"number": "1483421208"}, "har 11 sifre"),
        ({"number": "99999999999"}, "kan ikke være riktig"),
        ({"birth_date": "01.01.2200"}, "kan ikke være fram i tid"),
        ({"birth_date": "31.02.1942"}, "Skriv datoen med dag"),
        ({"birth_date": ""}, "Feltet er påkrevet"),
        ({"family_name": ""}, "Feltet er påkrevet"),
        ({"sex": "x"}, "gyldig valg"),
        ({"postcode": "12"}, "fire sifre"),
        ({"phone": "ring meg"}, "telefonnummeret med sifre"),
        ({"starts_at_time": "25.00"}, "Skriv klokkeslettet"),
        ({"starts_at_time": ""}, "både dato og klokkeslett"),
        ({"starts_at_date": "01.01.1900"}, "før fødselen"),
        ({"unit": str(uuid4())}, "gyldig valg"),
        ({"birth_date": "14.02.1942"}, "stemmer ikke med nummeret"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(mona, typed, changed, words):
    page = register(mona, typed(**changed))

    assert page.status_code == 422
    assert words in text(page)
    assert 'value="Áile"' in text(page)
    assert KnownRecord.objects.count() == 1


def test_stay_tomorrow_is_refused_at_its_field(mona, typed):
    tomorrow = timezone.localdate() + timedelta(days=1)

    page = register(mona, typed(starts_at_date=f"{tomorrow:%d.%m.%Y}"))

    assert page.status_code == 422
    assert "kan ikke begynne fram i tid" in text(page)
    assert KnownRecord.objects.count() == 1
    registered = AccessEvent.objects.filter(verb="registered")
    assert registered.count() == 1, "only Ola: nothing was registered now"


def test_emoji_and_sami_letters_are_kept(world, mona, typed):
    stored = register(mona, typed(given_name="Čáhppe 🌻", number=""))

    assert stored.status_code == 303
    record_id = stored.headers["Location"].split("/")[-2]
    assert "Čáhppe 🌻 Øvergård" in text(mona.get("record:person", record_id))


def test_nul_is_refused_and_not_a_crash(mona, typed):
    page = register(mona, typed(given_name="A\x00B"))

    assert page.status_code == 422


def test_mismatch_is_asked_about_once(mona, typed):
    form = typed(birth_date="14.02.1942")
    page = register(mona, form)
    assert 'name="is_mismatch_checked"' in text(page)

    stored = register(mona, form | {"is_mismatch_checked": "on"})

    assert stored.status_code == 303


def test_demo_refuses_a_number_somebody_could_have(mona, typed, settings):
    settings.AKSON_DEMO = True

    page = register(mona, typed(number="13116900216", birth_date="13.11.1969"))

    assert "Bruk bare syntetiske numre" in text(page)
    assert 'value="13116900216"' in text(page)


def test_nurse_meets_a_closed_door_and_the_log_keeps_it(world, desk):
    page = desk(world.nurse).get("record:register")

    assert page.status_code == 403
    assert "Rollen din" in text(page)
    event = AccessEvent.objects.latest("stored_at")
    assert (event.verb, event.outcome) == ("registered", 4)


def register_in_the_south(world, desk, typed):
    """Somebody registered where the northern unit cannot see him."""
    clerk = worlds.worker(worlds.person("siv.merkantil", (Role.CLERK, world.south)))
    stored = register(desk(clerk), typed(unit=str(world.south.pk)))
    assert stored.status_code == 303, text(stored)
    return KnownRecord.objects.exclude(pk=world.ola.record_id).get()


def test_taken_number_has_a_lawful_way_on(world, mona, desk, typed):
    known = register_in_the_south(world, desk, typed)

    page = register(mona, typed(given_name="Aile"))

    assert page.status_code == 422
    assert "Dette fødselsnummeret er allerede registrert" in text(page)
    assert f"/records/{known.record_id}/admit/" in text(page)
    event = AccessEvent.objects.latest("stored_at")
    assert (event.verb, event.subjects.get().reach) == ("searched", 0)
    assert event.subjects.get().patient_id == known.patient_id
    assert b"14834212081" not in event.body


def test_person_is_taken_in_after_a_look_at_name_and_birth_date(
    world, mona, desk, typed
):
    known = register_in_the_south(world, desk, typed)
    form = typed()

    shown = mona.post("record:admit", known.record_id, **form, preview="1")

    assert shown.status_code == 200
    assert "Áile Øvergård" in text(shown)
    assert "14.03.1942" in text(shown)
    assert "14834212081" not in text(shown).replace(" ", "")
    assert f'<option value="{world.north.pk}" selected' in text(shown)
    event = AccessEvent.objects.latest("stored_at")
    assert (event.verb, event.basis, event.purpose) == (
        "read_identity",
        "admission",
        "COC",
    )

    taken_in = mona.post("record:admit", known.record_id, **form)

    assert taken_in.status_code == 303
    assert AccessEvent.objects.latest("stored_at").verb == "admitted"
    assert CareRelation.objects.filter(
        record_id=known.record_id, unit=world.north, basis=Basis.EPISODE
    ).exists()


def test_other_kind_of_record_begins_beside_the_first(world, mona, desk, typed):
    known = register_in_the_south(world, desk, typed)

    taken_in = mona.post(
        "record:admit", known.record_id, **typed(kind="tjenestesak", service_type="1")
    )

    assert taken_in.status_code == 303
    kinds = KnownRecord.objects.filter(patient_id=known.patient_id)
    assert {row.kind for row in kinds} == set(RecordKind)


def test_namesake_is_asked_about_and_only_counted(world, mona, desk, typed):
    register_in_the_south(world, desk, typed)
    form = typed(given_name="Aile", family_name="Overgård", number="")

    page = register(mona, form)

    assert page.status_code == 422
    assert "En person med omtrent samme navn" in text(page)
    assert "Øvergård" not in text(page)
    assert register(mona, form | {"is_somebody_else": "on"}).status_code == 303


def test_namesake_the_worker_may_open_is_named(world, mona, typed):
    page = register(
        mona,
        typed(
            given_name="Ola",
            family_name="Fjellhjem",
            birth_date="14.02.1942",
            number="",
        ),
    )

    assert "Fjellheim, Ola" in text(page)
    assert f"/records/{world.ola.record_id}/" in text(page)


def test_nurse_may_not_take_in(world, desk, typed):
    known = register_in_the_south(world, desk, typed)

    page = desk(world.nurse).get("record:admit", known.record_id)

    assert page.status_code == 403
    assert "Áile" not in text(page)


def test_the_service_of_the_only_unit_is_proposed(world, mona):
    Unit.objects.filter(pk=world.north.pk).update(service_type="15")

    page = text(mona.get("record:register"))

    unit, service = re.findall(r"<option [^>]* selected[^>]*>", page)[-2:]
    assert f'value="{world.north.pk}"' in unit
    assert 'data-usual-service="15"' in unit
    assert 'value="15"' in service


def test_an_enterprise_that_gives_a_service_itself_may_be_chosen(world, mona, desk):
    root = world.north.parent
    for name, orgnr in (("Helsestasjonen", "974653110"), ("Kontoret", "999999972")):
        worlds.unit(name, parent=root, kind="enterprise", orgnr=orgnr)
    Unit.objects.filter(name="Helsestasjonen").update(service_type="K20")
    clerk = worlds.worker(worlds.person("kari.kontor", (Role.CLERK, root)))

    page = text(desk(clerk).get("record:register"))

    assert "Helsestasjonen</option>" in page
    assert "Kontoret</option>" not in page
