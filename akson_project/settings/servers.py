"""Reads REDIS_URL: where the queue of background work and the cache are."""

from typing import Any
from urllib.parse import SplitResult, urlsplit, urlunsplit

from django.core.exceptions import ImproperlyConfigured

_NETWORK = ("redis", "rediss")
_SOCKET = "redis+socket"
_NOWHERE = "redis://localhost:6379/0"


def broker_url(url: str) -> str:
    """Give Celery's address of the server: the database named, or the first.

    Args:
        url: `redis://host:port/0`, `rediss://...` or `redis+socket:///path/to/socket`.

    Raises:
        ImproperlyConfigured: it is none of these.
    """
    parts, number = _split(url)
    if parts.scheme == _SOCKET:
        return f"{_SOCKET}://{parts.netloc}{parts.path}?virtual_host={number}"
    return urlunsplit(parts._replace(path=f"/{number}"))


def cache_url(url: str) -> str:
    """Give redis-py's address of the cache: the database after the broker's.

    Raises:
        ImproperlyConfigured: the address has none of the forms of `broker_url`.
    """
    parts, number = _split(url)
    if parts.scheme == _SOCKET:
        return f"unix://{parts.netloc}{parts.path}?db={number + 1}"
    return urlunsplit(parts._replace(path=f"/{number + 1}"))


def cache_settings(url: str) -> dict[str, Any]:
    """Give Django's settings for the cache, in which no two municipalities share a key."""
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": cache_url(url),
        "KEY_FUNCTION": "django_tenants.cache.make_key",
        "REVERSE_KEY_FUNCTION": "django_tenants.cache.reverse_key",
    }


def _split(url: str) -> tuple[SplitResult, int]:
    """Split the address, and find the number of its database."""
    parts = urlsplit(url or _NOWHERE)
    if parts.scheme == _SOCKET and parts.path:
        return parts, 0
    number = parts.path.strip("/") or "0"
    if parts.scheme not in _NETWORK or not parts.hostname or not number.isdigit():
        raise ImproperlyConfigured(
            "REDIS_URL må ha formen redis://vert:port/0 eller redis+socket:///sti."
        )
    return parts, int(number)
