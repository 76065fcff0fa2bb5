"""The ground a benchmark stands on: a server of its own, one municipality, many patients."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from akson_project.embedded.postgres import Postgres
from akson_project.embedded.servers import default_home

DATABASE = "akson_bench"
HOST = "benk.localhost"
USERNAME = "benk.sykepleier"
UNITS = 200

# Some 60 first names and 1,600 surnames, the commonest borne by some 1 %; see ground.sql.
FIRST = (
    "Anne Inger Kari Marit Liv Randi Bjørg Solveig Åse Gerd Astrid Ragnhild Jan Per "
    "Bjørn Ole Lars Kjell Knut Svein Arne Odd Øyvind Håkon Máret Ánte Elle Issát Tor "
    "Geir Hilde Nina Silje Ida Emma Jakob Emil Noah Filip Aksel Berit Turid Gunvor "
    "Reidun Oddny Magnhild Trygve Asbjørn Torleif Sverre Einar Halvor Sigrid Ingeborg "
    "Eldbjørg Hallgeir Roald Birger Torunn Vigdis"
).split()
LAST_A = (
    "Fjell Sol Berg Lund Vik Strand Dal Skog Haug Myr Nes Eng Øy Ås Bakke Tveit Bjørk "
    "Gran Furu Hassel Rogn Selje Stein Sand Elv Foss Vass Sjø Holm Skjær Kvern Løe "
    "Stall Smed Møll Prest Kirk Kloster Munke Bispe"
).split()
LAST_B = (
    "heim bakken stad vold rud set land mo nes tun haugen lien moen dalen gård åsen "
    "bråten teigen løkken hagen enga myra vika stranda tangen odden holmen øya sundet "
    "fjorden elva bekken fossen kroken svingen vegen brua hellesø kollen toppen"
).split()


def say(figure: str, value: float, unit: str, **more: object) -> None:
    """Print one figure as a line of JSON."""
    line = {"figure": figure, "value": round(value, 3), "unit": unit, **more}
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def arguments(
    description: str, *, add: Callable[[argparse.ArgumentParser], None] | None = None
) -> argparse.Namespace:
    """Read what every benchmark takes: how much data, and whether to keep it.

    Args:
        description: what the benchmark is for.
        add: adds what this one alone takes.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--patients", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument(
        "--keep", action="store_true", help="leave the data for the next run"
    )
    if add is not None:
        add(parser)
    return parser.parse_args()


@contextmanager
def standing(
    options: argparse.Namespace,
    *,
    name: str = "bench",
    fill: Callable[[], None] = lambda: None,
) -> Iterator[None]:
    """Start the server, make the data unless it is there, and set Django up on it.

    Args:
        options: what was asked for.
        name: of the server's folder.
        fill: makes more data, once.
    """
    folder = default_home() / name
    postgres = Postgres(folder)
    marker = folder.parent / f"{name}-{options.patients}"
    if folder.exists() and not marker.exists():
        postgres.start()
        postgres.stop()
        shutil.rmtree(folder)
    postgres.start()
    os.environ["DJANGO_SETTINGS_MODULE"] = "akson_project.settings.test"
    os.environ["AKSON_ADMIN_DATABASE_URL"] = postgres.url(database=DATABASE)
    os.environ["DATABASE_URL"] = postgres.url("akson_app", database=DATABASE)
    try:
        import django

        from tenants.bootstrap import bootstrap

        bootstrap(postgres.url(database="postgres"), database=DATABASE)
        django.setup()
        if not marker.exists():
            make(options.patients)
            fill()
            marker.touch()
        import_module("akson_project.wsgi")  # which sets the process up as a web worker
        yield
    finally:
        from django.db import connections

        connections.close_all()
        postgres.stop()
        if not options.keep:
            shutil.rmtree(folder)
            marker.unlink(missing_ok=True)


def make(patients: int) -> None:
    """Make one municipality with its units, one nurse who works at all of them, and patients."""
    from django.core.management import call_command

    from tenants import roles
    from tenants.context import in_consortium, in_municipality, second_connection
    from tenants.models import Municipality
    from tenants.provisioning import create_schema
    from tenants.services import add_domain

    with second_connection(login=roles.MIGRATOR) as connection:
        connection.set_schema_to_public()
        call_command("migrate_schemas", shared=True, verbosity=0)
        with in_consortium():
            municipality = Municipality.objects.create(
                schema_name="benk",
                name="Benk",
                official_name="Benk",
                orgnr="999999964",
                county_number="99",
                county_name="Fylket",
            )
            add_domain(municipality, host=HOST)
            create_schema(municipality)
        with in_municipality(municipality), connection.cursor() as cursor:
            _people()
            parameters = {
                "patients": patients,
                "units": UNITS,
                "first": FIRST,
                "last_a": LAST_A,
                "last_b": LAST_B,
            }
            for statement in (
                (Path(__file__).with_name("ground.sql")).read_text().split(";;")
            ):
                cursor.execute(statement, parameters)


def municipality() -> Any:
    """The one there is."""
    from tenants.context import in_consortium
    from tenants.models import Municipality

    with in_consortium():
        return Municipality.objects.get(schema_name="benk")


def _people() -> None:
    """The nurse of the ordinary case works at one unit; another works at them all."""
    from access.models import Unit
    from tests import world

    root = world.unit("Benk kommune", kind="enterprise", orgnr="999999964")
    for number in range(UNITS):
        world.unit(f"Sone {number:03d}", parent=root, kind="list")
    first = Unit.objects.get(name="Sone 000")
    world.person(USERNAME, ("sykepleier", first), profession="SP", title="sykepleier")
    world.person("benk.alle", ("sykepleier", root), profession="SP", title="sykepleier")
