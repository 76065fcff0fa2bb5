"""How many statements a page asks; kept in a file, so that a change shows in review.

`AKSON_KEEP_COUNTS=1 ./akson test tests/contracts/test_query_counts.py` writes the file anew.
BEGIN, COMMIT and SET are not counted.
"""

import json
import os
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.world import PASSWORD

KEPT = Path(__file__).with_name("query_counts.json")
UNCOUNTED = re.compile(r"^(BEGIN|COMMIT|SET|ROLLBACK)\b", re.IGNORECASE)
PAGES = {
    "start": "/",
    "patient": "/records/{record}/",
    "notes": "/records/{record}/notes/",
    "new note": "/records/{record}/notes/new/",
    "person": "/records/{record}/person/",
    "search": "/search/",
    "my look-ups": "/mine-oppslag/",
    "workplace": "/arbeidssted/",
    "profile": "/profil/",
    "roster": "/vakter/",
}


@pytest.fixture
def siri(world):
    client = Client(headers={"host": "fjord.localhost"})
    client.post("/konto/logg-inn/", {"login": "siri.sykepleier", "password": PASSWORD})
    return client


def test_pages_ask_no_more_than_they_did(world, siri):
    counts = {}
    for name, path in PAGES.items():
        address = path.format(record=world.ola.record_id)
        siri.get(address)
        with CaptureQueriesContext(connection) as captured:
            answer = siri.get(address)
        assert answer.status_code == 200, name
        asked = [q for q in captured.captured_queries if not UNCOUNTED.match(q["sql"])]
        counts[name] = len(asked)
    if os.environ.get("AKSON_KEEP_COUNTS") == "1":
        KEPT.write_text(json.dumps(counts, indent=2) + "\n")

    assert counts == json.loads(KEPT.read_text())
