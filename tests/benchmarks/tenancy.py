"""How the platform carries 357 municipalities: make them, upgrade them, hold them in memory.

django-tenants' own create_schema and migrate_schemas run beside ours, on a sample, on the
same server with all schemas there. `--schemas 20` for a quick try.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import ProgrammingError, connection, connections

from tests.benchmarks.ground import arguments, say, standing
from tests.releasing import write_release, write_settings

NORWAY = 357
RIVALS_MADE = 3
RIVALS_MIGRATED = 10
NOOPS = 3
BOUNDS = {
    "create_s_per_100_tables": ("at most", 0.4),
    "create_speedup": ("at least", 10),
    "migrate_noop_s": ("at most", 3),
    "migrate_noop_speedup": ("at least", 30),
    "migrate_add_column_s": ("at most", 15),
}
ADD_COLUMN = """
migrations.AddField("note", "bench", models.CharField(default="", max_length=9)),
migrations.AddField("historicalnote", "bench", models.CharField(default="", max_length=9)),
"""
_TABLES = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %s AND c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'SELECT')
"""
_CATALOGUE = """
SELECT sum(pg_total_relation_size(oid)) FILTER
    (WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r') / 1e6,
  sum(pg_total_relation_size(oid)) FILTER (WHERE relkind = 'r') / 1e6, count(*)
FROM pg_class
"""


def main() -> None:
    """Measure, and print a line for each figure."""
    options = arguments(__doc__ or "", add=_add)
    with standing(options, name=f"bench-tenancy-{options.schemas}"):
        made = _make(options.schemas)
        _make_beside_the_rival(made)
        _upgrade_nothing(options.schemas)
        _upgrade_a_column()
        _remember()


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--schemas", type=int, default=NORWAY)
    # The ground's one municipality comes with patients; they are of no use here.
    parser.set_defaults(patients=400)


def _tell(figure: str, value: float, unit: str, **more: object) -> None:
    if figure in BOUNDS:
        kind, bound = BOUNDS[figure]
        more = {"bound": bound, "kind": kind, **more}
    say(figure, value, unit, **more)


def _say_how_far(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@contextmanager
def _migrator() -> Iterator[None]:
    from tenants import roles
    from tenants.context import in_consortium, second_connection

    with second_connection(login=roles.MIGRATOR) as migrator:
        migrator.set_schema_to_public()
        with in_consortium():
            yield


def _make(schemas: int) -> int:
    """Put Norway's municipalities into operation, so many that there are as many as asked."""
    from django.core.management import call_command

    from tenants.models import Municipality
    from tenants.provisioning import create_schema

    taken = []
    with _migrator():
        call_command("load_municipalities", verbosity=0, stdout=StringIO())
        active = Municipality.objects.filter(state="active").count()
        waiting = Municipality.objects.filter(state="listed")
        for number, municipality in enumerate(
            islice(waiting, max(0, schemas - active)), start=active + 1
        ):
            taken.append(_timed(partial(create_schema, municipality)))
            if number % 50 == 0:
                _say_how_far(f"{number} municipalities made")
        tables = _count_of_tables()
    if taken:
        _tell("tables_per_schema", tables, "tables")
        per_100 = statistics.median(taken) * 100 / tables
        _tell("create_s_per_100_tables", per_100, "s", schemas=schemas)
        _tell("create_s_p50", statistics.median(taken), "s")
        _tell("create_s_max", max(taken), "s")
    return tables


def _count_of_tables() -> int:
    with connection.cursor() as cursor:
        cursor.execute(_TABLES, ["benk"])
        return len(cursor.fetchall())


def _make_beside_the_rival(tables: int) -> None:
    """Make some more, one of ours and one of django-tenants' in turn, all schemas there."""
    ours, theirs = [], []
    with _migrator():
        for number in range(RIVALS_MADE):
            ours.append(_timed(partial(_make_ours, f"benk_our_{number}")))
            theirs.append(_timed(partial(_make_theirs, f"benk_their_{number}")))
            _say_how_far(f"rival made {number + 1} of {RIVALS_MADE}")
    rival, own = statistics.median(theirs), statistics.median(ours)
    _tell(
        "create_speedup",
        rival / own,
        "times",
        rival="create_schema",
        rival_s=round(rival, 1),
    )
    _tell("create_s_all_there", own, "s", per_100_tables=round(own * 100 / tables, 3))


def _listed(schema: str) -> Any:
    from tenants.models import Municipality

    return Municipality.objects.create(
        schema_name=schema,
        name=schema,
        official_name=schema,
        county_number="99",
        county_name="Fylket",
    )


def _make_ours(schema: str) -> None:
    from tenants.provisioning import create_schema

    create_schema(_listed(schema))


def _make_theirs(schema: str) -> None:
    """Let django-tenants make one; it is not put into operation afterwards."""
    from tenants import roles
    from tenants.context import in_consortium

    municipality = _listed(schema)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        roles.make_roles(cursor, schema)
        cursor.execute(f"SET ROLE {roles.OWNER}")
    with in_consortium():
        municipality.create_schema(verbosity=0)


def _upgrade_nothing(schemas: int) -> None:
    """Run both with nothing to do: ours as a whole process, theirs for some schemas."""
    from tenants.models import Municipality

    own = statistics.median(
        _timed(partial(_command, "migrate_municipalities")) for _ in range(NOOPS)
    )
    _tell("migrate_noop_s", own, "s", schemas=schemas)
    with _migrator():
        active = Municipality.objects.filter(state="active")
        names = list(active.values_list("schema_name", flat=True))
        some = names[:: max(1, len(names) // RIVALS_MIGRATED)][:RIVALS_MIGRATED]
        theirs = _timed(partial(_migrate_with_the_rival, some))
    rival = theirs / len(some) * len(names)
    _tell(
        "migrate_noop_speedup",
        rival / own,
        "times",
        rival="migrate_schemas",
        rival_s=round(rival, 1),
        sample=len(some),
    )


def _migrate_with_the_rival(schemas: list[str]) -> None:
    from django.core.management import call_command

    for schema in schemas:
        call_command("migrate_schemas", schema_name=schema, verbosity=0)


def _upgrade_a_column() -> None:
    """Let a new release add a column to notes and their history, in all municipalities."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = write_release(folder, ADD_COLUMN, app="journal")
        release = write_settings(folder, {"journal": package})
        _command("migrate_schemas", "--shared", "--verbosity=0", **release)
        whole = _timed(lambda: _command("migrate_municipalities", **release))
    _tell("migrate_add_column_s", whole, "s")


def _command(*command: str, **changes: str) -> None:
    """Run a command in a process of its own, as the migrator, as an operator does."""
    from tenants import roles

    url = os.environ["DATABASE_URL"].replace(roles.APP, roles.MIGRATOR)
    environment = {**os.environ, "DATABASE_URL": url, **changes}
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    _say_how_far(f"{command[0]}: {done.stdout.strip()} {done.stderr.strip()[-300:]}")
    done.check_returncode()


def _remember() -> None:
    """Let one backend of the web process see every table of every municipality."""
    from tenants.context import in_consortium, in_municipality
    from tenants.models import Municipality

    connections.close_all()
    with in_consortium():
        active = list(Municipality.objects.filter(state="active"))
    for number, municipality in enumerate(active):
        with in_municipality(municipality), connection.cursor() as cursor:
            cursor.execute(_TABLES, [municipality.schema_name])
            for (table,) in cursor.fetchall():
                # The door is shut; to know that, it has met the table and its policies.
                with suppress(ProgrammingError):
                    cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
            if number == 0:
                _tell("backend_one_schema_mb", _memory_mb(cursor), "MB")
    with in_consortium(), connection.cursor() as cursor:
        memory = _memory_mb(cursor)
        cursor.execute(_CATALOGUE)
        catalogue, database, relations = cursor.fetchone()
    _tell("backend_all_schemas_mb", memory, "MB", schemas=len(active))
    _tell("catalogue_mb", float(catalogue), "MB", relations=relations)
    _tell("database_mb", float(database), "MB")


def _memory_mb(cursor: Any) -> float:
    """Read how much memory the server's process for this connection has to itself."""
    cursor.execute("SELECT pg_backend_pid()")
    (pid,) = cursor.fetchone()
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if "Private_" in line) / 1000


if __name__ == "__main__":
    main()
