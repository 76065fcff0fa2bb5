"""Makes the demo's database ready: tables, three municipalities, synthetic people.

Runs as a process of its own, logged in as the migrator, and does nothing that was
done before.
"""

import json
import multiprocessing
import os
import sys
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Any

import django

from akson_project.demo.stories.model import MunicipalityName
from akson_project.demo.stories.places.everywhere import PLACES
from akson_project.demo.tour import today

# By the names of their schemas in the register.
MUNICIPALITIES = tuple(PLACES)


def main() -> None:
    """Prepare what is missing, and say what was done."""
    django.setup()
    from django.core.management import call_command

    from akson_project.demo.loading.rollout import load_rollout
    from tenants.template import migrations_digest

    state_file = Path(sys.argv[1])
    state: dict[str, Any] = (
        json.loads(state_file.read_text()) if state_file.exists() else {}
    )
    digest = migrations_digest()
    if state.get("migrations") != digest:
        _say("Lager tabeller …")
        call_command("migrate_schemas", shared=True, verbosity=0)
        call_command("load_municipalities", verbosity=0, stdout=StringIO())
        if state:
            call_command("migrate_schemas", tenant=True, verbosity=0)
    missing = [name for name in MUNICIPALITIES if name not in state.get("loaded", [])]
    if missing:
        _say(f"Lager {', '.join(name.capitalize() for name in missing)} …")
        call_command("provision_template", verbosity=0, stdout=StringIO())
        _make_all(missing)
        _let_govern()
        state["loaded"] = list(MUNICIPALITIES)
    load_rollout(today())
    _load_consortium()
    _do_what_the_night_does()
    state["witness"] = _make_witness()
    state_file.write_text(
        json.dumps({"today": today().isoformat()} | state | {"migrations": digest})
    )


def _make_all(names: list[MunicipalityName]) -> None:
    """Make the municipalities side by side, each in a process of its own."""
    from django.db import connections

    connections.close_all()  # a connection does not survive being shared
    fork = multiprocessing.get_context("fork")
    running = [fork.Process(target=_make, args=(name,)) for name in names]
    for process in running:
        process.start()
    for process in running:
        process.join()
    if any(process.exitcode for process in running):
        sys.exit("Demodataene kunne ikke lages; se meldingene over.")


def _make(name: MunicipalityName) -> None:
    """Make one municipality's schema and host name, and fill it."""
    from akson_project.demo.loading import load_world
    from akson_project.demo.loading.asking import load_questions
    from akson_project.demo.loading.following import load_following
    from akson_project.demo.loading.reviewing import control_log
    from akson_project.demo.stories.build import build_world
    from akson_project.demo.tour import PASSWORD
    from tenants.context import in_consortium
    from tenants.models import Municipality
    from tenants.provisioning import create_schema
    from tenants.services import add_domain, suggested_host

    world = build_world(name, today())
    with in_consortium():
        municipality = Municipality.objects.get(schema_name=name)
        municipality.language = world.language
        municipality.save(update_fields=["language"])
        if not municipality.domains.exists():
            add_domain(municipality, host=suggested_host(municipality))
    create_schema(municipality)
    load_world(world, municipality, password=PASSWORD)
    load_following(world, municipality)
    control_log(municipality)
    load_questions(world, municipality)


def _let_govern() -> None:
    """Publish a second version of the role matrix, and let the municipalities answer it."""
    from akson_project.demo.loading.governing import (
        ANSWERS,
        choose_contacts,
        publish_second_version,
    )
    from tenants.context import in_consortium, in_municipality
    from tenants.models import Municipality

    publish_second_version()
    with in_consortium():
        answering = list(Municipality.objects.filter(schema_name__in=ANSWERS))
    for municipality in answering:
        with in_municipality(municipality):
            ANSWERS[municipality.schema_name]()
            choose_contacts()


def _load_consortium() -> None:
    """Make the consortium's people, and what they have asked for and proposed."""
    from akson_project.demo.loading.consortium import (
        ask_for_support,
        govern,
        make_staff,
        receive_alarms,
    )
    from akson_project.demo.tour import PASSWORD
    from tenants.context import in_consortium
    from tenants.models import Municipality

    make_staff(password=PASSWORD)
    receive_alarms()
    with in_consortium():
        bergen = Municipality.objects.get(schema_name="bergen")
        karasjok = Municipality.objects.get(schema_name="karasjok")
    ask_for_support(bergen)
    govern(karasjok, today=today())


def _do_what_the_night_does() -> None:
    """Measure storage, and count use in each municipality, so that the pages are not empty."""
    from access.jobs import count_use
    from tenants.context import in_consortium
    from tenants.jobs import measure_storage
    from tenants.running.use import uncounted

    measure_storage()
    with in_consortium():
        lacking = uncounted(today())
    for municipality_id, weeks in lacking.items():
        count_use(str(municipality_id), [week.isoformat() for week in weeks])


def _make_witness() -> str:
    """Let the consortium be the witness of the municipalities' logs; give its public key."""
    from audit.sealing import keys as sealing
    from audit.sealing.sealer import origin_of
    from audit.witness import keys
    from audit.witness.witness import know
    from tenants.context import in_consortium
    from tenants.models import Municipality

    with suppress(keys.WitnessKeyError):  # there is one already
        keys.make_key()
    with in_consortium():
        for municipality in Municipality.objects.filter(schema_name__in=MUNICIPALITIES):
            origin = origin_of(municipality, 1)
            if not sealing.verifier_keys(municipality.pk, origin):
                sealing.make_key(municipality.pk)
            for key in sealing.verifier_keys(municipality.pk, origin):
                know(key.vkey)
    return keys.witness_key().verifier.vkey


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.environ.setdefault(
        "DJANGO_SETTINGS_MODULE", "akson_project.settings.development"
    )
    main()
