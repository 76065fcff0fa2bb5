"""A person's second factors: added and taken away by himself, each time in the log."""

from access import factors
from access.accounts.models import User
from access.services.pins import log_way
from access.worker import Worker


def add_app(user: User, *, secret: str, code: str, by: Worker) -> list[str]:
    """Let codes from an app count; see `factors.add_app`."""
    return factors.add_app(user, secret=secret, code=code, tell=_teller(by))


def add_passkey(user: User, *, name: str, answer: str, by: Worker) -> list[str]:
    """Store a passkey the browser has made; see `factors.add_passkey`."""
    return factors.add_passkey(user, name=name, answer=answer, tell=_teller(by))


def remove_factor(user: User, factor_id: int, *, by: Worker) -> None:
    """Take a passkey or the app away; see `factors.remove`."""
    factors.remove(user, factor_id, tell=_teller(by))


def renew_codes(user: User, *, by: Worker) -> list[str]:
    """Make new codes for a bad day; the old ones stop working."""
    return factors.renew_codes(user, tell=_teller(by))


def _teller(by: Worker) -> factors.Tell:
    return lambda what: log_way(by, what=what)
