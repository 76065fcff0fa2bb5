"""Where a host name leads, and who may only read now: kept in the process for a short time.

Others are told of a change through the cache, which every process asks once a second;
without the cache they find out when the map has grown old.
"""

import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.cache import cache
from django.utils import timezone
from redis.exceptions import RedisError

from tenants.context import in_directory
from tenants.models import Domain, Municipality
from tenants.modules.models import ModuleSetting
from tenants.modules.registry import State
from tenants.schemas import SchemaUpgrade
from tenants.suspending.models import Suspension

MAX_AGE_S = 30.0
ASK_EVERY_S = 1.0
_VERSION = "tenants.directory.version"


@dataclass(slots=True)
class _Map:
    """What is known, and since when."""

    hosts: dict[str, Municipality]
    left_hosts: frozenset[str]
    read_only_until: dict[uuid.UUID, datetime]
    suspended_from: dict[uuid.UUID, date]
    modules: dict[uuid.UUID, dict[str, str]]
    version: str | None
    read_at: float
    asked_at: float


@dataclass(slots=True)
class Directory:
    """The map of one process, shared by its threads."""

    _known: _Map | None = None
    _reading: threading.Lock = field(default_factory=threading.Lock)

    def known(self) -> _Map:
        """Give the map, as it was at most a second after the last change."""
        if known := self._fresh():
            return known
        with self._reading:
            return self._fresh() or self._read()

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
            known = _Map(
                *_hosts(),
                _read_only_until(),
                _suspended_from(),
                _modules(),
                version,
                now,
                now,
            )
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
    return _directory.known().hosts.get(host)


def has_left(host: str) -> bool:
    """Whether a host name led to a municipality that has left."""
    return host in _directory.known().left_hosts


def is_read_only(municipality_id: uuid.UUID) -> bool:
    """Whether a municipality's schema is being upgraded, so that nothing is written in it."""
    until = _directory.known().read_only_until.get(municipality_id)
    return until is not None and timezone.now() < until


def suspended_from(municipality_id: uuid.UUID) -> date | None:
    """Give the day from which a municipality is suspended, also one to come; else None."""
    return _directory.known().suspended_from.get(municipality_id)


def modules_of(municipality_id: uuid.UUID) -> dict[str, str]:
    """Give the states of the modules a municipality does not simply have."""
    return _directory.known().modules.get(municipality_id, {})


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


def _hosts() -> tuple[dict[str, Municipality], frozenset[str]]:
    """Give where each host name leads, and those that lead nowhere any more."""
    with in_directory():
        domains = Domain.objects.select_related("tenant").filter(
            tenant__state__in=(Municipality.State.ACTIVE, *Municipality.AFTERWARDS)
        )
        found = {domain.domain: domain.tenant for domain in domains}
    active = {host: where for host, where in found.items() if where.is_active}
    return active, frozenset(found.keys() - active.keys())


def _read_only_until() -> dict[uuid.UUID, datetime]:
    with in_directory():
        upgrades = SchemaUpgrade.objects.filter(read_only_until__gt=timezone.now())
        rows = upgrades.values_list("municipality_id", "read_only_until")
        return {municipality_id: until for municipality_id, until in rows if until}


def _suspended_from() -> dict[uuid.UUID, date]:
    with in_directory():
        decided = Suspension.objects.filter(confirmed_at__isnull=False, lifted_at=None)
        days = decided.order_by().values_list("municipality_id", "takes_effect_on")
        return dict(days)


def _modules() -> dict[uuid.UUID, dict[str, str]]:
    found: dict[uuid.UUID, dict[str, str]] = {}
    with in_directory():
        rows = ModuleSetting.objects.exclude(state=State.ON).order_by()
        for municipality_id, module, state in rows.values_list(
            "municipality_id", "module", "state"
        ):
            found.setdefault(municipality_id, {})[module] = state
    return found
