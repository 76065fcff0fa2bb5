"""Walking through all pages in one kind of window, and noting all that is wrong."""

import os

from django.conf import settings
from django.test import Client

from access.accounts.models import User

PICTURES = os.environ.get("AKSON_PICTURES") == "1"


class Round:
    """One walk through all pages, in one window for each person, all of the same kind."""

    def __init__(self, screen, people, *, width, scheme):
        self.people = people
        self.kind = f"{width}-{scheme}"
        self.open_window = lambda: screen(width=width, scheme=scheme)
        self.windows = {}
        self.problems = []

    def window(self, who, *, host="fjord.localhost"):
        """Give a person's window; signed in without typing, which has its own journey."""
        if who not in self.windows:
            self.windows[who] = self.open_window()
            if who:
                user = User.objects.get(pk=self.people[who])
                sign_in(self.windows[who], user, host=host)
        return self.windows[who]

    def look(self, window, name, *, answer, status=200, is_ours=True, **axe):
        """Note everything that is wrong with the page in a window.

        Args:
            window: where it is shown.
            name: what to call the page.
            answer: the server's answer to it.
            status: what it should be.
            is_ours: whether we decide of its headings and its width.
            axe: what `violations` takes.
        """
        page = window.page
        seen = [f"{complaint}" for complaint in window.complaints]
        window.complaints.clear()
        if answer.status != status:
            seen.append(f"status {answer.status}")
        headings = page.get_by_role("heading", level=1).count()
        if is_ours and headings != 1:
            seen.append(f"{headings} h1")
        if is_ours and window.is_too_wide():
            seen.append("scrolls sideways")
        seen += window.violations(**axe)
        if PICTURES:
            window.picture(f"{name}-{self.kind}")
        self.problems += [(name, self.kind, problem) for problem in seen]


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
