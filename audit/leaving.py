"""Takes everything of a municipality out, so that it can leave; its log says so first."""

from pathlib import Path

from audit.controller import controller_here
from audit.entry import Actor, Client, Entry, Grounds
from audit.export import rows
from audit.log import append
from audit.verbs import Verb
from tenants.context import in_municipality
from tenants.exit.manifest import Manifest
from tenants.exit.writing import one_moment, write_municipality
from tenants.models import Municipality


def export_municipality(
    municipality: Municipality, *, to: Path, address: str, by: str
) -> Manifest:
    """Write everything of a municipality to a folder or a tar file.

    Args:
        municipality: Whose, in operation.
        to: Where; see `tenants.exit.writing`.
        address: libpq's, of the login that reads past the row policies.
        by: What does it, for the log.

    Raises:
        tenants.exit.writing.ExportError: nothing was written.
    """
    with in_municipality(municipality):
        append(
            Entry(
                verb=Verb.TAKEN_OUT,
                actor=Actor(None, by),
                municipality=controller_here(),
                grounds=Grounds(purpose="HSYSADMIN"),
                client=Client(channel="command"),
            )
        )
        log = [tree._asdict() for tree in rows.newest_of_each_era()]
    with one_moment(address) as cursor:
        return write_municipality(
            cursor,
            municipality.schema_name,
            municipality_id=municipality.pk,
            to=to,
            log=log,
        )
