"""What tests of notes are made of."""

import re
from datetime import timedelta

from django.utils import timezone

from journal.documentation import services
from journal.documentation.models import NoteKind


def content(text="Sov da jeg kom 08.10.", **facts):
    """Give what stands in the editor; it happened ten minutes ago."""
    facts.setdefault("kind", NoteKind.VISIT)
    facts.setdefault("happened_at", timezone.now() - timedelta(minutes=10))
    return services.Content(text=text, **facts)


def typed(text="Sov da jeg kom 08.10.", **fields):
    """Give what the browser posts from the editor; it happened an hour ago."""
    hour_ago = timezone.localtime(timezone.now() - timedelta(hours=1))
    return {
        "kind": "besok",
        "happened_at_date": hour_ago.strftime("%d.%m.%Y"),
        "happened_at_time": hour_ago.strftime("%H.%M"),
        "text": text,
        "revision": "0",
        **fields,
    }


def hidden(html, name):
    """Read a hidden field out of a page."""
    return found(rf'name="{name}" value="([^"]*)"', html)


def found(pattern, html):
    """Read what a pattern's group matches in a page."""
    match = re.search(pattern, html)
    assert match is not None, pattern
    return match.group(1)
