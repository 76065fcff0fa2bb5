"""A municipality's log that is written to and sealed, with keys in a folder of its own."""

import pytest

from audit import log
from audit.sealing import sealer
from tenants import roles
from tests.attacks.doors import entry, subject
from tests.database import as_login, as_superuser

MANY = """
INSERT INTO fjord.audit_accessevent
  (id, recorded_at, verb, outcome, basis, purpose, is_demo, body)
SELECT gen_random_uuid(), now(), 'read', 0, '', '', false, convert_to('{}' || n, 'UTF8')
FROM generate_series(1, %s) AS n
"""


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.AKSON_LOG_KEYS = str(tmp_path / "keys")
    return tmp_path / "keys"


@pytest.fixture
def write(world):
    """Write events about Ola; gives their ids."""

    def write(number=1):
        return [
            log.append(entry(world.nurse, subject(world.ola)))[0] for _ in range(number)
        ]

    return write


@pytest.fixture
def seal(fjord):
    """Seal as the sealer does; gives how many events."""

    def seal(**options):
        with as_login(roles.SEALER):
            return sealer.seal(fjord, **options)

    return seal


@pytest.fixture
def write_many(world, database):
    """Store a great many events at once, as the application could."""

    def write_many(number):
        with as_superuser(database) as server, server.transaction():
            server.execute("SET LOCAL ROLE t_fjord")
            server.execute(MANY, [number])

    return write_many
