"""What the tests of the auditor's screens do with a page."""

import re
from datetime import timedelta

from django.utils import timezone

LOG = "/logg/"


def text_of(answer):
    """What can be read on a page, without its tags."""
    without_tags = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(without_tags.split())


def rows_of(answer):
    return re.findall(r'<th scope="row"><a', answer.content.decode())


def asked(**fields):
    """The period is two days: an hour ago may be yesterday."""
    today = timezone.localdate()
    days = {"since": today - timedelta(days=1), "until": today}
    return {name: day.strftime("%d.%m.%Y") for name, day in days.items()} | fields


def choose(client, **fields):
    answer = client.post(LOG, asked(**fields))
    assert answer.status_code == 303, text_of(answer)
    return answer["Location"]
