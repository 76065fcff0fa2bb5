"""Which municipality a host name leads to: a map kept in the process for a short time.

Others are told of a change through the cache, which every process asks once a second;
without the cache they find out when the map has grown old.
"""

import threading
import time
import uuid
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Directory:
    """The map of one process, shared by its threads."""

    _known: _Map | None = None
    _reading: threading.Lock = field(default_factory=threading.Lock)

    def hosts(self) -> dict[str, Municipality]:
        """Give the map, as it was at most a second after the last change."""
        if known := self._fresh():
            return known.hosts
        with self._reading:
            return (self._fresh() or self._read()).hosts

    def forget(self) -> None:
        """Read the register again the next time it is needed."""
        self._known = None

    def _fresh(self) -> _Map | None:
        known = self._known
        if known is None or time.monotonic() - known.asked_at >= ASK_EVERY_S:
            return None
        return known

    def _read(self) -> _Map:
        """Ask whether the map still holds, and read the register if it does not."""
        now, version, known = time.monotonic(), _version(), self._known
        if (
            known is None
            or known.version != version
            or now - known.read_at >= MAX_AGE_S
        ):
            known = _Map(_hosts(), version, now, now)
        known.asked_at = now
        self._known = known
        return known


_directory = Directory()


def municipality_at(host: str) -> Municipality | None:
    """Give the municipality in operation behind a host name, or None.

    The object is shared by all requests of the process; do not change it.

    Args:
        host: Lower case, without port.
    """
    return _directory.hosts().get(host)


def main_domain_of(municipality_id: uuid.UUID) -> Domain | None:
    """Give the host name to write in links to a municipality in operation, with itself."""
    with in_directory():
        domains = Domain.objects.select_related("tenant").filter(
            tenant_id=municipality_id, tenant__state=Municipality.State.ACTIVE
        )
        found: Domain | None = domains.order_by("-is_primary", "domain").first()
        return found


def invalidate() -> None:
    """Make every process read the register again; call it when a change is committed."""
    _directory.forget()
    announce()


def announce() -> None:
    """Tell the other processes that the register has changed."""
    try:
        with in_directory():
            cache.set(_VERSION, uuid.uuid4().hex, timeout=None)
    except (RedisError, OSError):
        return  # they find out when their map has grown old


def _version() -> str | None:
    """Ask for the version; in the directory, so that everybody uses one key for it."""
    try:
        with in_directory():
            version: str | None = cache.get(_VERSION)
    except (RedisError, OSError):
        return None
    return version


def _hosts() -> dict[str, Municipality]:
    with in_directory():
        domains = Domain.objects.select_related("tenant").filter(
            tenant__state=Municipality.State.ACTIVE
        )
        return {domain.domain: domain.tenant for domain in domains}
