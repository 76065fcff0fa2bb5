"""Makes a municipality again from what was taken out or backed up; its log says so."""

from functools import partial
from pathlib import Path

from audit.controller import controller_here
from audit.entry import Actor, Client, Entry, Grounds
from audit.log import append, append_with_what_it_tells
from audit.sealing import store
from audit.verbs import Verb
from tenants.context import in_directory, in_municipality
from tenants.dump import DumpError
from tenants.exit import loading
from tenants.exit.manifest import Manifest, ManifestError
from tenants.exit.registering import ImportRefusedError
from tenants.models import Municipality
from tenants.roles import RoleError
from tenants.template import TemplateError

# Why nothing was made; each message can be shown.
NOT_MADE = (DumpError, ImportRefusedError, ManifestError, RoleError, TemplateError)


def import_municipality(path: Path, *, by: str) -> Manifest:
    """Make a municipality that is not in operation here, all of it or nothing.

    Its log says in the same transaction that it was brought in; or restored, where the
    register had it in operation.

    Args:
        path: What `export_municipality` or `back_up` wrote.
        by: What does it, for the log.

    Raises:
        Exception: one of `NOT_MADE`; nothing was stored.
    """
    return loading.import_municipality(path, then=partial(_say_made, by=by))


def try_restore(path: Path, *, as_schema: str, is_kept: bool, by: str) -> Manifest:
    """Restore a copy under another name and compare it, said in the log first.

    Args:
        path: What `export_municipality` or `back_up` wrote.
        as_schema: The copy's name.
        is_kept: Whether the copy stays.
        by: What does it, for the log.

    Raises:
        Exception: one of `NOT_MADE`; nothing was stored.
    """
    how = "copy" if is_kept else "trial"
    return loading.try_out(
        path,
        as_schema=as_schema,
        is_kept=is_kept,
        first=partial(_say_copied, how=how, by=by),
    )


def needs_an_era(municipality: Municipality) -> bool:
    """Whether its log was sealed on another server, so that an operator begins a new era."""
    with in_municipality(municipality):
        at = store.standing()
    return at.era > 0 and at.era_server != at.server


def _say_made(municipality: Municipality, was_in_operation: bool, *, by: str) -> None:
    verb = Verb.RESTORED if was_in_operation else Verb.BROUGHT_IN
    with in_municipality(municipality):
        append_with_what_it_tells(_entry(verb, by))


def _say_copied(manifest: Manifest, *, how: str, by: str) -> None:
    with in_directory():
        municipality = Municipality.objects.filter(
            pk=manifest.municipality.id, state=Municipality.State.ACTIVE
        ).first()
    if municipality is not None:
        with in_municipality(municipality):
            append(_entry(Verb.RESTORED, by, how=how))


def _entry(verb: Verb, by: str, **detail: str) -> Entry:
    return Entry(
        verb=verb,
        actor=Actor(None, by),
        municipality=controller_here(),
        grounds=Grounds(purpose="HSYSADMIN"),
        client=Client(channel="command"),
        detail=detail,
    )
