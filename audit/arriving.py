"""Makes a municipality again from what was taken out; its log says so in the same moment."""

from functools import partial
from pathlib import Path

from audit.controller import controller_here
from audit.entry import Actor, Client, Entry, Grounds
from audit.log import append_with_what_it_tells
from audit.sealing import store
from audit.verbs import Verb
from tenants.context import in_municipality
from tenants.exit.loading import import_municipality as load
from tenants.exit.manifest import Manifest
from tenants.models import Municipality


def import_municipality(path: Path, *, by: str) -> Manifest:
    """Make a municipality that is not in operation here, all of it or nothing.

    Args:
        path: What `export_municipality` wrote.
        by: What does it, for the log.

    Raises:
        tenants.exit.manifest.ManifestError: the files are not what was written.
        tenants.exit.loading.ImportRefusedError: they cannot be made a municipality here.
    """
    return load(path, then=partial(_say_so, by=by))


def needs_an_era(municipality: Municipality) -> bool:
    """Whether its log was sealed on another server, so that an operator begins a new era."""
    with in_municipality(municipality):
        at = store.standing()
    return at.era > 0 and at.era_server != at.server


def _say_so(municipality: Municipality, *, by: str) -> None:
    with in_municipality(municipality):
        append_with_what_it_tells(
            Entry(
                verb=Verb.BROUGHT_IN,
                actor=Actor(None, by),
                municipality=controller_here(),
                grounds=Grounds(purpose="HSYSADMIN"),
                client=Client(channel="command"),
            )
        )
