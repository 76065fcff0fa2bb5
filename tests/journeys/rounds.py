"""Walking through pages in every kind of window, and noting all that is wrong."""

import os

from django.conf import settings
from django.test import Client

from access.accounts.models import User

PICTURES = os.environ.get("AKSON_PICTURES") == "1"
KINDS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
# axe sees each page in one kind, and the next page in the next: what pages share is seen in
# all four. Whether a page is wider than a phone is asked of every page.
IN_TURN = [[kind] for kind in KINDS[0::3] + KINDS[1:3]]
PHONE = KINDS[0][0]


def look(window, name):
    """Look at the page in each kind of window, and keep a picture of it."""
    for width, scheme in KINDS:
        window.become(width, scheme)
        window.picture(f"{name}-{width}-{scheme}")
        window.check()
        window.check_width()
    window.become(1280, "light")


class Round:
    """One walk through pages, with a window for each person.

    Args:
        screen: makes windows.
        people: accounts' ids, by the names visits call people.
    """

    def __init__(self, screen, people):
        self.screen = screen
        self.people = people
        self.windows = {}
        self.problems = []
        self.looked = 0

    def window(self, who, *, host="fjord.localhost"):
        """Give a person's window; signed in without typing, which has its own journey."""
        if who not in self.windows:
            self.windows[who] = self.screen()
            if who:
                user = User.objects.get(pk=self.people[who])
                sign_in(self.windows[who], user, host=host)
        return self.windows[who]

    def look(self, window, name, *, answer, status=200, is_ours=True, **axe):
        """Note everything that is wrong with a page, in one kind of window; see `IN_TURN`.

        Args:
            window: where it is shown.
            name: what to call the page.
            answer: the server's answer to it.
            status: what it should be.
            is_ours: whether we decide of its headings and its width.
            axe: what `violations` takes.
        """
        seen = []
        if answer.status != status:
            seen.append(f"status {answer.status}")
        headings = window.page.get_by_role("heading", level=1).count()
        if is_ours and headings != 1:
            seen.append(f"{headings} h1")
        self.looked += 1
        for width, scheme in KINDS if PICTURES else IN_TURN[self.looked % len(IN_TURN)]:
            window.become(width, scheme)
            kind = f"{width}-{scheme}"
            if is_ours and window.is_too_wide():
                seen.append(f"{kind}: scrolls sideways")
            seen += [f"{kind}: {rule}" for rule in window.violations(**axe)]
            if PICTURES:
                window.picture(f"{name}-{kind}")
        if is_ours and not PICTURES and width != PHONE:
            window.become(PHONE, scheme)
            if window.is_too_wide():
                seen.append(f"{PHONE}: scrolls sideways")
        seen += window.complaints
        window.complaints.clear()
        self.note(name, seen)

    def note(self, name, seen):
        """Keep what was seen, with the page's name."""
        self.problems += [f"{name}: {problem}" for problem in seen]


def sign_in(window, user, *, host):
    """Put a session into a window."""
    client = Client(headers={"host": host})
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    window.context.add_cookies(
        [
            {
                "name": "akson-session",
                "value": client.cookies["akson-session"].value,
                "url": f"http://{host}",
            }
        ]
    )
