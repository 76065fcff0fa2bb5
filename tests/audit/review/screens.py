"""What the tests of the auditor's screens do with a page."""

import re

from django.utils import timezone

LOG = "/logg/"


def text_of(answer):
    """What can be read on a page, without its tags."""
    without_tags = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(without_tags.split())


def rows_of(answer):
    return re.findall(r'<th scope="row"><a', answer.content.decode())


def asked(**fields):
    today = timezone.localdate().strftime("%d.%m.%Y")
    return {"since": today, "until": today, **fields}


def choose(client, **fields):
    answer = client.post(LOG, asked(**fields))
    assert answer.status_code == 303, text_of(answer)
    return answer["Location"]
