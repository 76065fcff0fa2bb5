"""A log whose oldest part is eleven years old, and two auditors who may decide about it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from access.models import Unit
from audit import log
from audit.erasing import store
from audit.erasing.models import LogErasure
from audit.review.retention import services
from audit.sealing import sealer
from audit.verbs import Verb
from tenants import roles
from tests import world as worlds
from tests.attacks.doors import entry, subject
from tests.audit.sealing.conftest import key_folder, seal
from tests.database import as_login, as_superuser

__all__ = ["key_folder", "seal"]
OLD = 260
LONG_AGO = timedelta(days=11 * 366)


@pytest.fixture
def second_auditor(world):
    root = Unit.objects.get(pk=world.north.parent_id)
    return worlds.worker(worlds.person("randi.revisor", ("revisor", root)))


@pytest.fixture
def write_old(world, database):
    """Write events that were stored long ago."""

    def write_old(number, *, ago=LONG_AGO, verb=Verb.READ):
        at = datetime.now(UTC) - ago
        one = entry(world.nurse, subject(world.ola), verb=verb)
        for _ in range(number):
            log.append(replace(one, id=uuid4(), recorded_at=at))
        with as_superuser(database) as server:
            server.execute("ALTER TABLE fjord.audit_accessevent DISABLE TRIGGER USER")
            server.execute(
                "UPDATE fjord.audit_accessevent SET stored_at = recorded_at"
                " WHERE recorded_at < now() - interval '1 year'"
            )
            server.execute(
                "ALTER TABLE fjord.audit_accessevent"
                " ENABLE ALWAYS TRIGGER append_only, ENABLE ALWAYS TRIGGER append_only_table"
            )

    return write_old


@pytest.fixture
def begin_era(fjord):
    def begin_era():
        with as_login(roles.SEALER):
            return sealer.begin_era(fjord, reason="prøve")

    return begin_era


@pytest.fixture
def old_log(world, seal, write_old, begin_era):
    """What the world wrote is tree 1; tree 2 begins with events from long ago."""
    seal()
    write_old(OLD)
    begin_era()


@pytest.fixture
def propose(world):
    def propose(by=None):
        (part,) = store.erasable()
        services.propose(by=by or world.auditor, era=part.era, leaves=part.leaves)
        return newest()

    return propose


def newest():
    return LogErasure.objects.latest("proposed_at")


@pytest.fixture
def decide(propose, second_auditor, seal):
    """Let two auditors decide, and have it sealed."""

    def decide():
        erasure = propose()
        services.confirm(erasure, by=second_auditor)
        seal()
        return erasure

    return decide
