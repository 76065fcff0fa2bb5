"""The smallest pieces of a page, as they are written out."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation

from access.templatetags import pieces

LATE_ON_FRIDAY = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)  # Saturday in Norway


def test_moment_is_said_with_the_day_it_was_in_norway():
    assert pieces.when(LATE_ON_FRIDAY) == (
        '<time class="nowrap" datetime="2026-11-21T00:30:00+01:00">'
        "lør 21.11.2026 kl. 00.30</time>"
    )


def test_day_is_said_in_nynorsk():
    with translation.override("nn"):
        assert "lau 21.11.2026 kl. 00.30" in pieces.when(LATE_ON_FRIDAY)


def test_moment_of_today_says_so():
    now = timezone.now()

    assert f">i dag kl. {timezone.localtime(now):%H.%M}<" in pieces.when(now)
    assert "i dag" not in pieces.when(now - timedelta(days=1))


def test_day_alone_has_no_clock():
    assert pieces.when(LATE_ON_FRIDAY, date_only=True).endswith(
        ">lør 21.11.2026</time>"
    )


@pytest.mark.parametrize("is_outline", [True, False])
def test_tag_shows_what_a_person_typed_as_text(is_outline):
    shown = pieces.tag("<b>Fru</b>", color="info", is_outline=is_outline)

    assert "&lt;b&gt;Fru&lt;/b&gt;" in shown
    assert ('data-variant="outline"' in shown) is is_outline


def test_icon_is_for_the_eye_alone():
    assert 'aria-hidden="true"' in pieces.icon("pen")
    assert "icons.svg#pen" in pieces.icon("pen")
