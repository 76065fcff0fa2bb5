"""A municipality a hundred times larger is taken out, and made again, in the same memory."""

from contextlib import contextmanager
from pathlib import Path

import pytest

from audit.arriving import try_restore
from tenants import roles
from tests.database import as_login, as_superuser
from tests.tenants.exit.conftest import EVENT

MEGABYTE = 1 << 20
FEW, MANY = 10, 1_000
FILL = f"""
INSERT INTO fjord.{EVENT} (id, recorded_at, verb, outcome, basis, purpose, is_demo, body)
SELECT gen_random_uuid(), now(), 'read', 0, '', '', false, convert_to(repeat('x', 20000), 'UTF8')
FROM generate_series(1, %s)
"""
PEAK = Path("/proc/self/clear_refs")


def memory(field):
    """Bytes this process holds now (VmRSS), or held at most (VmHWM)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) * 1024
    raise LookupError(field)


@contextmanager
def measured():
    """Give a list that gets how much memory the block took at most."""
    PEAK.write_text("5")
    before = memory("VmRSS")
    taken: list[int] = []
    yield taken
    taken.append(memory("VmHWM") - before)


@pytest.mark.skipif(
    not PEAK.exists(), reason="only Linux tells the peak since a moment"
)
def test_hundred_times_more_rows_take_no_more_memory(fjord, copy_out, database):
    def there_and_back(name, rows):
        with as_superuser(database) as server:
            server.execute(FILL, [rows])
        with measured() as out:
            folder = copy_out(name)
        with as_login(roles.MIGRATOR), measured() as back:
            try_restore(folder, as_schema="fjord_trial", is_kept=False, by="test")
        return (folder / f"tables/{EVENT}.ndjson").stat().st_size, *out, *back

    few, few_out, few_back = there_and_back("few", FEW)
    many, many_out, many_back = there_and_back("many", MANY - FEW)

    assert many > 99 * few > 25 * MEGABYTE
    assert many_out < few_out + 4 * MEGABYTE
    assert many_back < few_back + 8 * MEGABYTE
