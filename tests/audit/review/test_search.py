"""Looking for more in the log: by mark and reference, by page, purpose and what was searched for."""

import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from audit.entry import Client, Grounds, Query
from audit.hashing import number_hash
from audit.references import reference_of
from audit.review.forms import FilterForm
from audit.review.rules.log_filter import LogFilter, Sought
from audit.review.rules.pseudonyms import pseudonym
from audit.review.selectors import page as pages
from audit.review.selectors.asked import asked_for
from audit.review.selectors.events import events_in
from audit.review.selectors.patience import TooSlowError
from audit.verbs import Verb
from tests import world as worlds
from tests.attacks.doors import query
from tests.audit.review.screens import LOG, asked, choose, rows_of, text_of
from tests.audit.review.test_choosing import synthetic_number


def lately(**facts):
    today = timezone.localdate()
    return LogFilter(since=today - timedelta(days=1), until=today, **facts)


def ids(**facts):
    return [event.id for event in events_in(lately(**facts))]


def test_patient_is_found_by_the_mark_he_has_in_the_log(
    world, auditor, happened, readings
):
    kari = worlds.patient(world.clerk, "Kari", "Nabo")
    happened(of=world.ola)
    happened(of=kari)
    mark = pseudonym(world.ola.patient_id)

    page = text_of(
        auditor.get(choose(auditor, patient=f" {mark.lower()}", verb="read"))
    )

    assert f"Pasient {mark}" in page
    assert pseudonym(kari.patient_id) not in page
    said = json.loads(bytes(readings()[-1].body))
    assert said["query"] == {"kind": "mark", "text": mark, "hits": 1}
    assert said["subjects"][0]["patient"] == str(world.ola.patient_id)


def test_patient_is_found_by_the_reference_of_an_event(world, auditor, happened):
    event = happened(of=world.ola)

    page = text_of(auditor.get(choose(auditor, patient=reference_of(event))))

    assert f"Pasient {pseudonym(world.ola.patient_id)}" in page
    assert "Fjellheim" not in page


@pytest.mark.parametrize("typed", ["AAA-000", "AAAA-0000"])
def test_mark_and_reference_of_nobody_are_said_to_be_so(world, auditor, typed):
    answer = auditor.post(LOG, asked(patient=typed))

    assert answer.status_code == 422
    assert "Ingen pasient" in text_of(answer)
    assert f'value="{typed}"' in answer.content.decode()


def test_events_of_one_page_or_purpose_are_found(world, happened):
    notes = happened(client=Client(page="documentation:notes"))
    coordinated = happened(grounds=Grounds("episode", "COC"))
    happened(client=Client(page="documentation:note"))

    assert ids(pages=("documentation:notes", "record:person")) == [notes]
    assert ids(purpose="COC", verbs=("read",)) == [coordinated]


@pytest.mark.parametrize(
    ("typed", "asked", "is_found"),
    [
        ("Ola Fjellheim", "fjell", True),
        ("Ola Fjellheim", "ola f", True),
        ("Ola Fjellheim", "fjel.heim", False),
        ("ØYSTEIN Ås", "øystein å", True),
        ("Øystein Ås", "ØYSTEIN ÅS", True),
        ("Ánte Ŋ", "ánte ŋ", True),
        ('Siri "Sia"', '"sia', True),
        ("a\\b", "a\\b", True),
        ("a\\b", "ab", False),
        ("Ola", "name", False),
        ("Ola (f)", "(f", True),
        ("50 %", "%", True),
    ],
)
def test_searches_are_found_by_a_part_of_what_was_typed(
    world, happened, typed, asked, is_found
):
    search = happened(verb=Verb.SEARCHED, query=Query("name", text=typed, hits=0))

    found = ids(sought=Sought(asked, text=asked))

    assert found == [search] * is_found


def test_bytes_that_are_no_event_do_not_stop_a_search(world, happened):
    search = happened(verb=Verb.SEARCHED, query=Query("name", text="Ola"))
    for body in (b"\xff\xfe", b'{"query":{"text":', b'"query":{"text":"\x00Ola'):
        query(
            "INSERT INTO audit_accessevent (id, recorded_at, verb, outcome, basis, purpose, "
            "is_demo, body) VALUES (%s, now(), 'searched', 0, '', '', false, %s)",
            [uuid4(), body],
        )

    assert search in ids(sought=Sought("ola", text="ola"))
    assert ids(pages=("record:person",)) == []


def test_who_searched_for_a_number_is_found_and_the_number_is_kept_nowhere(
    world, auditor, happened, readings
):
    number = synthetic_number()
    hashed = number_hash(number)
    happened(verb=Verb.SEARCHED, query=Query("identifier", keyed_hash=hashed))
    happened(verb=Verb.SEARCHED, query=Query("identifier", keyed_hash="k1:0"))

    url = choose(auditor, sought=f"{number[:6]} {number[6:]}", verb="searched")
    answer = auditor.get(url)

    assert len(rows_of(answer)) == 1
    assert f"Søkte etter: Personnummer {number[:6]} *****" in text_of(answer)
    said = json.loads(bytes(readings()[-1].body))
    assert said["query"] == {"kind": "searched_for", "keyed_hash": hashed}
    kept = json.dumps(dict(auditor.session.items()), default=str)
    for where in (kept, bytes(readings()[-1].body).decode(), answer.content.decode()):
        assert number[6:] not in where


def test_number_that_was_searched_for_is_kept_when_the_rest_is_changed(
    world, auditor, happened
):
    number = synthetic_number()
    hashed = number_hash(number)
    happened(verb=Verb.SEARCHED, query=Query("identifier", keyed_hash=hashed))
    happened(verb=Verb.SEARCHED)
    url = choose(auditor, sought=number)
    now = {"utvalg": url.partition("=")[2], "verb": "searched"}

    kept = auditor.get(choose(auditor, **now, keep_sought="on"))
    left = auditor.get(choose(auditor, **now))

    assert "Bare søk etter Personnummer" in text_of(auditor.get(url))
    assert (len(rows_of(kept)), len(rows_of(left))) == (1, 2)


def test_choice_an_older_version_has_kept_is_asked_for_again(world, auditor):
    url = choose(auditor, verb="read")
    session = auditor.session
    for _token, stored, _at in session["log_filters"]:
        del stored["verbs"]
    session.save()

    assert auditor.get(url)["Location"] == LOG


def test_several_actions_and_grounds_are_chosen_together_and_said_in_words(
    world, auditor, happened
):
    happened(of=world.ola)
    happened(verb=Verb.PRINTED, of=world.ola, basis="team")
    happened(verb=Verb.SIGNED, of=world.ola)

    url = choose(auditor, verb=["read", "printed"], basis=["episode", "team"])
    answer = auditor.get(url)

    assert len(rows_of(answer)) == 2
    assert "Handling: Leste journalen eller Skrev ut" in text_of(answer)
    boxes = re.findall(r'value="([a-z]+)"[^>]*checked', answer.content.decode())
    assert {"read", "printed", "episode", "team"} <= set(boxes)
    assert "signed" not in boxes


def test_very_many_of_a_kind_are_counted_in_the_words():
    chosen = lately(verbs=tuple(Verb.values[:7]), bases=("none",))

    verbs, bases = asked_for(chosen)

    assert verbs.endswith("eller 3 andre")
    assert bases == "Grunnlag: ingen"


@pytest.mark.parametrize(
    ("fields", "is_asked_for_less"),
    [
        ({"sought": "ola"}, True),
        ({"page": "record:person"}, True),
        ({"sought": "ola", "person": "Siri Sykepleier"}, False),
        ({"page": "record:person", "patient": "Ola Fjellheim 14.02.1942"}, False),
        ({"verb": "read"}, False),
    ],
)
def test_what_no_index_has_is_asked_for_a_month_at_most(
    world, auditor, fields, is_asked_for_less
):
    today = timezone.localdate()
    days = {"since": today - timedelta(days=31), "until": today}
    typed = {name: day.strftime("%d.%m.%Y") for name, day in days.items()}

    answer = auditor.post(LOG, typed | fields)

    assert (answer.status_code == 422) is is_asked_for_less
    assert ("høyst 31 dager" in text_of(answer)) is is_asked_for_less


def test_same_words_of_pages_are_one_choice(world):
    form = FilterForm(now=lately())

    choices = dict(form["page"].field.widget.choices)
    labels = [str(label) for label in choices.values()]
    assert len(labels) == len(set(labels))
    values = {value: str(label) for value, label in choices.items()}
    assert values["access:passkey_add,access:passkey_to_make"] == "Ny passnøkkel"


def test_very_many_events_are_not_counted_before_somebody_asks(
    world, auditor, happened, monkeypatch
):
    monkeypatch.setattr(pages, "MANY", 50)
    for minute in range(52):
        happened(minutes_ago=minute)
    url = choose(auditor, verb="read")

    first, counted = text_of(auditor.get(url)), text_of(auditor.get(f"{url}&tell=1"))

    assert "Mer enn 1 000 hendelser" in first
    assert "Hendelser 52" not in first
    assert "Hendelser 52" in counted


def test_search_that_takes_too_long_is_given_up_and_said_plainly(
    world, auditor, monkeypatch
):
    def slowly(*_args, **_kwargs):
        raise TooSlowError

    monkeypatch.setattr(pages, "events_in", slowly)

    answer = auditor.get(LOG)

    assert "tok for lang tid" in text_of(answer)
    assert "Ingen hendelser i utvalget" not in text_of(answer)
