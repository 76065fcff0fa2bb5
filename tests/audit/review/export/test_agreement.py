"""The screen, the file and the interface for programs tell of the same events."""

import re

from django.utils import timezone

from audit.verbs import Outcome
from tests.audit.review.fhir.programs import EVENTS, told
from tests.audit.review.screens import LOG, choose, rows_of


def test_screen_file_and_interface_tell_of_the_same_events(world, auditor, happened):
    for outcome in (Outcome.DONE, Outcome.REFUSED, Outcome.REFUSED):
        happened(minutes_ago=0, of=world.ola, outcome=outcome)
        happened(minutes_ago=0, of=world.ola, by=world.stranger, outcome=outcome)
    today = timezone.localdate()

    url = choose(
        auditor,
        since=f"{today:%d.%m.%Y}",
        person="Siri Sykepleier",
        outcome=str(Outcome.REFUSED.value),
    )
    screen = auditor.get(url)
    token = url.partition("=")[2]
    file = b"".join(auditor.post(f"{LOG}eksport/", {"utvalg": token}).streaming_content)
    asked = {
        "date": today.isoformat(),
        "agent": f"Practitioner/{world.nurse.user_id}",
        "outcome": "4",
    }
    resources = told(auditor.get(EVENTS, asked))

    shown = set(re.findall(r"/logg/([0-9a-f-]{36})/", screen.content.decode()))
    assert len(rows_of(screen)) == len(shown) == 2
    assert {resource["id"].partition(".")[0] for resource in resources} == shown
    assert file.count(b"\r\n") == 1 + 2
