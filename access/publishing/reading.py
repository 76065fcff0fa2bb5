"""What a municipality reads of the consortium's versions: the published ones, and no draft."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from access.matrix.rows import matrix_of
from access.matrix.rules.cells import Matrix
from access.publishing.models import MatrixVersion
from tenants.context import in_directory


@dataclass(frozen=True, slots=True)
class Published:
    """One published version of the role matrix."""

    number: int
    published_on: date
    note: str
    matrix: Matrix


def latest_published() -> Published:
    """Give the latest version the consortium has published; the first is always there."""
    with in_directory():
        found = MatrixVersion.objects.exclude(published_at=None)
        version = found.prefetch_related("rows").latest("number")
    return Published(
        number=version.number,
        published_on=timezone.localdate(version.published_at),
        note=version.note,
        matrix=matrix_of(version.rows.all()),
    )
