"""The identity page: protected addresses, stale forms, relatives, team and critical information."""

from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import Basis, CareRelation
from access.roles import Role
from journal.record.gate import open_record
from journal.record.models import Address, CareTeamMember, CriticalReview, RelatedPerson
from tests import world as worlds


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


def text(response):
    return response.content.decode()


def typed(**changed):
    return {
        "given_name": "Ola",
        "family_name": "Fjellheim",
        "birth_date": "14.02.1942",
        "sex": "male",
        "line": "Storgata 1",
        "postcode": "5003",
        "city": "Bergen",
        "protection": "ugradert",
        "revision": "1",
        **changed,
    }


def looking(world, by=None):
    return open_record(
        world.ola.record_id, by=by or world.nurse, to=Action.CHANGE_IDENTITY
    )


def test_page_shows_person_address_and_stay(world, siri):
    page = text(siri.get("record:person", world.ola.record_id))

    for words in ("Ola Fjellheim", "14.02.1942", "Storgata 1", "Hjemmetjenesten nord"):
        assert words in page


def test_change_is_stored(world, siri):
    saved = siri.post(
        "record:person_edit", world.ola.record_id, **typed(phone="55123456")
    )

    assert saved.status_code == 303
    assert "55 12 34 56" in text(siri.get("record:person", world.ola.record_id))


def test_interpreter_without_a_language_is_asked_about(world, siri):
    record_id = world.ola.record_id

    page = siri.post("record:person_edit", record_id, **typed(needs_interpreter="on"))
    assert page.status_code == 422
    assert "Velg hvilket språk tolken skal kunne." in text(page)
    assert "Trenger tolk" not in text(siri.get("record:person", record_id))

    told = typed(needs_interpreter="on", language="se")
    assert siri.post("record:person_edit", record_id, **told).status_code == 303
    assert "Nordsamisk" in text(siri.get("record:person", record_id))


def test_stale_form_keeps_what_was_typed_and_shows_what_the_other_changed(
    world, siri, desk
):
    lise = desk(world.leader)
    record_id = world.ola.record_id
    lise.post(
        "record:person_edit",
        record_id,
        **typed(phone="55 12 34 56", given_name="Olav", line="Elvegata 2"),
    )

    page = siri.post(
        "record:person_edit", record_id, **typed(given_name="Olaf", gp_name="Dr. Lie")
    )

    assert page.status_code == 422
    assert "endret av andre mens du skrev" in text(page)
    for kept in ('value="Olaf"', 'value="Dr. Lie"'):
        assert kept in text(page)
    for taken_over in ('value="55 12 34 56"', 'value="Elvegata 2"'):
        assert taken_over in text(page)
    assert "Olav" in text(page)
    assert 'name="revision" value="2"' in text(page)

    again = siri.post(
        "record:person_edit",
        record_id,
        **typed(given_name="Olaf", gp_name="Dr. Lie", line="Elvegata 2", revision="2"),
    )
    assert again.status_code == 303


def protect(world):
    with looking(world):
        Address.objects.update(protection="strengt_fortrolig", access_note="Kode 4477")


def test_protected_address_is_kept_from_a_former_unit(world, siri):
    protect(world)
    record_id, episode_id = world.ola.record_id, world.ola.episode_id
    siri.post("record:discharge", record_id, episode_id, **now_typed("at"))

    page = text(siri.get("record:person", record_id))

    assert "Storgata 1" not in page
    assert "4477" not in page
    assert "Adresse og pårørende vises ikke" in page


def now_typed(name):
    now = timezone.localtime()
    return {f"{name}_date": f"{now:%d.%m.%Y}", f"{name}_time": f"{now:%H.%M}"}


def test_number_is_added_and_a_taken_one_refused(world, siri):
    record_id = world.ola.record_id
    first = siri.post(
        "record:number_add",
        record_id,
        number="148342 12081",
        is_mismatch_checked="on",
    )
    assert first.status_code == 303
    assert "148342 12081" in text(siri.get("record:person", record_id))

    kari = worlds.patient(world.clerk, "Kari", "Dal", at=world.north)
    taken = siri.post(
        "record:number_add",
        kari.record_id,
        number="14834212081",
        is_mismatch_checked="on",
    )
    assert taken.status_code == 422
    assert "allerede registrert" in text(taken)


def test_number_that_does_not_fit_the_birth_date_is_asked_about(world, siri):
    page = siri.post("record:number_add", world.ola.record_id, number="14834212081")

    assert page.status_code == 422
    assert "stemmer ikke med nummeret" in text(page)


def relative(**changed):
    return {
        "form_id": str(uuid4()),
        "name": "Kari Fjellheim",
        "kind": "DA",
        "may_be_told": "all",
        "is_next_of_kin": "on",
        **changed,
    }


def test_relative_is_added_changed_linked_and_ended(world, siri):
    record_id = world.ola.record_id
    kari = worlds.patient(world.clerk, "Kari", "Fjellheim", at=world.north)
    assert siri.post("record:relative_add", record_id, **relative()).status_code == 303
    with looking(world):
        pk = RelatedPerson.objects.get().pk

    form = text(siri.get("record:relative_edit", record_id, pk))
    version = form.split('name="version" value="')[1].split('"')[0]
    changed = relative(phone="912 34 567", version=version)
    assert (
        siri.post("record:relative_edit", record_id, pk, **changed).status_code == 303
    )
    stale = siri.post("record:relative_edit", record_id, pk, **changed)
    assert (stale.status_code, "endret av andre" in text(stale)) == (422, True)

    sent = siri.post("record:relative_search", record_id, pk, q="kari")
    assert sent.status_code == 303
    assert "Fjellheim, Kari" in text(siri.follow(sent))
    chosen = siri.post(
        "record:relative_link", record_id, pk, patient=str(kari.patient_id)
    )
    assert chosen.status_code == 303
    assert f"/records/{kari.record_id}/" in text(siri.get("record:person", record_id))

    assert siri.post("record:relative_end", record_id, pk).status_code == 303
    assert "Tidligere pårørende" in text(siri.get("record:person", record_id))


def test_relative_is_not_linked_by_a_forged_choice(world, siri):
    record_id = world.ola.record_id
    hidden = worlds.patient(world.clerk, "Kari", "Fjellheim", at=world.south)
    siri.post("record:relative_add", record_id, **relative())
    with looking(world):
        pk = RelatedPerson.objects.get().pk

    siri.post("record:relative_link", record_id, pk, patient=str(hidden.patient_id))

    with looking(world):
        assert RelatedPerson.objects.get().linked_patient_id is None


def test_critical_information_is_added_and_ended(world, siri):
    record_id = world.ola.record_id
    form = {
        "form_id": str(uuid4()),
        "category": "1",
        "text": "Penicillin",
        "severity": "high",
    }
    assert siri.post("record:critical_add", record_id, **form).status_code == 303
    page = text(siri.get("record:critical_add", record_id))
    assert "Penicillin" in page
    pk = page.split("/critical/")[1].split("/end/")[0]
    none = siri.post("record:critical_none", record_id)
    assert (none.status_code, "Det er registrert" in text(none)) == (422, True)

    unsaid = siri.post("record:critical_end", record_id, pk, status="refuted")
    assert unsaid.status_code == 422
    ended = siri.post(
        "record:critical_end", record_id, pk, status="refuted", why="Testet hos lege"
    )
    assert ended.status_code == 303
    assert siri.post("record:critical_none", record_id).status_code == 303
    with open_record(record_id, by=world.nurse, to=Action.READ_RECORD):
        assert CriticalReview.objects.exists()


def test_team_member_is_named_and_ended(world, siri):
    record_id = world.ola.record_id
    form = {
        "form_id": str(uuid4()),
        "worker": str(world.nurse.user_id),
        "function": "primarkontakt",
    }
    assert siri.post("record:team_add", record_id, **form).status_code == 303
    assert "Primærkontakt" in text(siri.get("record:person", record_id))
    with looking(world):
        pk = CareTeamMember.objects.get().pk

    assert siri.post("record:team_end", record_id, pk).status_code == 303
    assert "Primærkontakt" not in text(siri.get("record:person", record_id))
    forged = siri.post(
        "record:team_add",
        record_id,
        **form | {"form_id": str(uuid4()), "worker": str(world.stranger.user_id)},
    )
    assert forged.status_code == 422


def test_last_ground_given_up_leads_to_the_start_page(world, siri):
    siri.post(
        "record:team_add",
        world.ola.record_id,
        form_id=str(uuid4()),
        worker=str(world.nurse.user_id),
        function="primarkontakt",
    )
    with looking(world):
        pk = CareTeamMember.objects.get().pk
    CareRelation.objects.filter(basis=Basis.EPISODE).update(valid_until=timezone.now())

    ended = siri.post("record:team_end", world.ola.record_id, pk)

    assert (ended.status_code, ended.headers["Location"]) == (303, "/")


def test_clerk_sees_the_person_and_not_the_record(world, desk):
    mona = desk(world.clerk)

    assert mona.get("record:person", world.ola.record_id).status_code == 200
    assert mona.get("record:critical_add", world.ola.record_id).status_code == 403


def test_care_worker_at_the_unit_may_move_but_not_discharge(world, desk):
    hans = worlds.worker(worlds.person("hans.hjelper", (Role.CARE_WORKER, world.north)))
    page = text(desk(hans).get("record:person", world.ola.record_id))

    assert "/move/" in page
    assert "/discharge/" not in page
