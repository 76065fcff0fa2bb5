"""Which municipality a host name leads to: a map kept in the process for a short time.

Others are told of a change through the cache, which every process asks once a second;
without the cache they find out when the map has grown old.
"""

import threading
import time
import uuid
from dataclasses import dataclass

from django.core.cache import cache
from redis.exceptions import RedisError

from tenants.context import in_directory
from tenants.models import Domain, Municipality

MAX_AGE_S = 30.0
ASK_EVERY_S = 1.0
_VERSION = "tenants.directory.version"


@dataclass(slots=True)
class _Map:
    """What is known, and since when."""

    hosts: dict[str, Municipality]
    version: str | None
    read_at: float
    asked_at: float


_lock = threading.Lock()
_known: _Map | None = None


def municipality_at(host: str) -> Municipality | None:
    """Give the municipality in operation behind a host name, or None.

    The object is shared by all requests of the process; do not change it.

    Args:
        host: Lower case, without port.
    """
    return _map().hosts.get(host)


def invalidate() -> None:
    """Make every process read the register again; call it when a change is committed."""
    global _known  # noqa: PLW0603: the one map of this process
    _known = None
    try:
        with in_directory():
            cache.set(_VERSION, uuid.uuid4().hex, timeout=None)
    except (RedisError, OSError):
        return  # the other processes find out when their map has grown old


def _map() -> _Map:
    global _known  # noqa: PLW0603: the one map of this process
    known, now = _known, time.monotonic()
    if known is not None and now - known.asked_at < ASK_EVERY_S:
        return known
    with _lock:
        known = _known
        if known is not None and now - known.asked_at < ASK_EVERY_S:
            return known
        version = _version()
        if (
            known is None
            or known.version != version
            or now - known.read_at >= MAX_AGE_S
        ):
            known = _Map(_read(), version, now, now)
        else:
            known.asked_at = now
        _known = known
        return known


def _version() -> str | None:
    """Ask for the version; in the directory, so that everybody uses one key for it."""
    try:
        with in_directory():
            version: str | None = cache.get(_VERSION)
    except (RedisError, OSError):
        return None
    return version


def _read() -> dict[str, Municipality]:
    with in_directory():
        domains = Domain.objects.select_related("tenant").filter(
            tenant__state=Municipality.State.ACTIVE
        )
        return {domain.domain: domain.tenant for domain in domains}
