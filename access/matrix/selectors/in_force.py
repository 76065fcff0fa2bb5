"""What the municipality goes by: its matrix, the version it comes from, and who decides."""

from dataclasses import dataclass

from access.matrix.rows import matrix_of
from access.matrix.rules.cells import Difference, Matrix, contested, differences
from access.models import AccessRules, MatrixInForce, PublishedRights, RoleRights, Unit
from access.publishing.reading import Published, latest_published
from access.roles import Role
from access.worker import Worker


def matrix_in_force() -> Matrix:
    """What the policy goes by now."""
    return matrix_of(RoleRights.objects.all())


def published_matrix() -> Matrix:
    """The consortium's version, as the municipality took it into use."""
    return matrix_of(PublishedRights.objects.all())


def version_in_force() -> MatrixInForce:
    """Which version that is."""
    return MatrixInForce.objects.get()


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version the municipality has not taken into use yet.

    Args:
        published: the version.
        changes: what it changes in the consortium's own matrix.
        contested: cells the municipality has adapted, and it changes otherwise.
        kept: cells the municipality has adapted, and it leaves alone.
    """

    published: Published
    changes: list[Difference]
    contested: list[Difference]
    kept: list[Difference]


def new_version() -> NewVersion | None:
    """What the consortium has published since; None when there is nothing new."""
    latest = latest_published()
    if latest.number <= version_in_force().number:
        return None
    before, local = published_matrix(), matrix_in_force()
    disputed = contested(before, local, latest.matrix)
    cells = {difference.cell for difference in disputed}
    return NewVersion(
        published=latest,
        changes=differences(before, latest.matrix),
        contested=disputed,
        kept=[d for d in differences(before, local) if d.cell not in cells],
    )


def decides_for_all(worker: Worker) -> bool:
    """Whether a person administers the whole municipality; the rules are the same in all of it."""
    administered = [p.unit_id for p in worker.posts if p.role is Role.LOCAL_ADMIN]
    return Unit.objects.filter(pk__in=administered, parent=None).exists()


def rules_in_force() -> AccessRules:
    """The municipality's own rules for access."""
    return AccessRules.objects.get()
