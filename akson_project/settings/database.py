"""Reads DATABASE_URL: which server, database and login this process uses."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_SCHEMES = ("postgresql", "postgres")
_FORM = "postgresql://innlogging[:passord]@[vert[:port]]/database[?host=/mappe]"


def database_settings(url: str) -> dict[str, Any]:
    """Turn libpq's form of a database address into Django's settings.

    Args:
        url: For example `postgresql://akson_app@/akson?host=/run/akson`; parameters that
            Django has no setting for go to libpq. Empty gives settings that can be
            loaded but not connected with, for commands that need no database.

    Raises:
        ImproperlyConfigured: it is not an address of a PostgreSQL database.
    """
    parts = urlsplit(url or "postgresql://nobody@/akson")
    if parts.scheme not in _SCHEMES:
        raise ImproperlyConfigured(f"DATABASE_URL må ha formen {_FORM}.")
    options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    name = options.pop("dbname", unquote(parts.path.removeprefix("/")))
    user = options.pop("user", unquote(parts.username or ""))
    if not name or not user:
        raise ImproperlyConfigured(
            f"DATABASE_URL må nevne innlogging og database: {_FORM}."
        )
    return {
        "ENGINE": "tenants.database",
        "NAME": name,
        "USER": user,
        "PASSWORD": options.pop("password", unquote(parts.password or "")),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": options.pop("port", str(parts.port or "")),
        "OPTIONS": options,
        # Short-lived: a connection remembers the tables of every schema it has met.
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }
