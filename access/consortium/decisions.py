"""What the consortium decides about a whole municipality stands in the municipality's own log.

It is said there first, in a transaction of its own: so it is sealed there too, as long as
anybody seals. What fails after that is said as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from django.http import HttpRequest

from access import events
from access.accounts.models import User
from audit.entry import Actor, Client, Target
from audit.verbs import Outcome, Verb
from tenants.context import in_municipality
from tenants.models import Municipality
from tenants.request_id import request_id


@contextmanager
def said_there(
    municipality: Municipality, what: str, *, request: HttpRequest
) -> Iterator[None]:
    """Say in a municipality's log what is decided about it now, and then if it was not.

    Args:
        municipality: it; without a schema it has no log, and nothing is said.
        what: code of the decision; `audit.review.selectors.details` has the words.
        request: of whoever decides.
    """
    if municipality.state not in Municipality.WITH_SCHEMA:
        yield
        return
    _say(municipality, what, request, Outcome.DONE)
    try:
        yield
    except Exception:
        _say(municipality, what, request, Outcome.FAILED)
        raise


def _say(
    municipality: Municipality, what: str, request: HttpRequest, outcome: Outcome
) -> None:
    user = cast(User, request.user)
    address = request.META.get("REMOTE_ADDR", "")[:64]
    with in_municipality(municipality):
        events.append(
            Verb.RIGHTS_CHANGED,
            actor=Actor(id=None, name=user.name, title="konsortiet"),
            client=Client(
                channel="consortium", address=address, request_id=request_id.get()
            ),
            target=Target("tenants.Municipality", str(municipality.pk)),
            detail={"what": what},
            outcome=outcome,
        )
