"""Deletes an archived municipality, when its own export has all of its log."""

from pathlib import Path

from audit.export import rows
from tenants.archiving import deleting
from tenants.context import in_consortium, in_municipality
from tenants.deciding import DecisionRefusedError
from tenants.exit.manifest import Manifest, ManifestError
from tenants.exit.source import checked, opened
from tenants.models import Municipality

# Why nothing was deleted; each message can be shown.
NOT_DELETED = (DecisionRefusedError, ManifestError)


def delete_municipality(municipality: Municipality, export: Path) -> str:
    """Drop a municipality's schema and roles, all or nothing; give the export's fingerprint.

    Args:
        municipality: Archived; two have decided.
        export: What `export_municipality` wrote after it was archived.

    Raises:
        Exception: one of `NOT_DELETED`; nothing was deleted.
    """
    with in_consortium():
        deleting.decided(municipality)
    with opened(export) as files:
        manifest = checked(files)
    if manifest.municipality.id != municipality.pk:
        raise DecisionRefusedError("Uttaket er av en annen kommune.")
    fingerprint = manifest.digest()
    with in_consortium():
        deleting.delete(
            municipality,
            fingerprint=fingerprint,
            check=lambda: _check_log(municipality, manifest),
        )
    return fingerprint


def _check_log(municipality: Municipality, manifest: Manifest) -> None:
    """See that the export's newest checkpoints are the log's.

    Raises:
        DecisionRefusedError: they are not, or nothing was ever sealed.
    """
    with in_municipality(municipality):
        log = [tree._asdict() for tree in rows.newest_of_each_era()]
    if not log or list(manifest.log) != log:
        raise DecisionRefusedError(
            "Uttaket har ikke det nyeste sjekkpunktet i tilgangsloggen."
        )
