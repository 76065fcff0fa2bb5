"""The consortium writes a version of the role matrix, and publishes it."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from access.errors import RightsError
from access.matrix.rows import matrix_of
from access.matrix.rules.cells import Difference, differences, lacks_identity
from access.publishing.models import MatrixVersion, MatrixVersionRow


def begin_draft(draft: MatrixVersion) -> MatrixVersion:
    """Begin a version as a copy of the latest published one.

    Raises:
        RightsError: there is a draft already.
    """
    if drafts().exists():
        raise RightsError(_("Gjør ferdig utkastet som er påbegynt, først."))
    latest = MatrixVersion.objects.exclude(published_at=None).latest("number")
    with transaction.atomic():
        draft.number = latest.number + 1
        draft.save(force_insert=True)
        for row in latest.rows.all():
            row.pk, row.version = None, draft
            row.save(force_insert=True)
    return draft


def publish(draft: MatrixVersion, *, by: str) -> None:
    """Publish a version, for good.

    Raises:
        RightsError: it is published already, says nothing of what changed, changes
            nothing, or lets a role read without seeing whose the record is.
    """
    with transaction.atomic():
        draft = MatrixVersion.objects.select_for_update().get(pk=draft.pk)
        _check(draft)
        draft.published_at = timezone.now()
        draft.published_by = by
        draft.save(update_fields=["published_at", "published_by"])


def changes_in(version: MatrixVersion) -> list[Difference]:
    """What a version changes in the one before it."""
    before = MatrixVersion.objects.filter(number__lt=version.number).first()
    if before is None:
        return []
    return differences(matrix_of(before.rows.all()), matrix_of(version.rows.all()))


def save_row(row: MatrixVersionRow) -> None:
    """Store one role of a draft.

    Raises:
        RightsError: the version is published.
    """
    if not row.version.is_draft:
        raise RightsError(_("Versjonen er gitt ut og kan ikke endres."))
    row.save()


def drafts() -> QuerySet[MatrixVersion]:
    """The version being written, if one is."""
    return MatrixVersion.objects.filter(published_at=None)


def _check(draft: MatrixVersion) -> None:
    if not draft.is_draft:
        raise RightsError(_("Versjonen er gitt ut allerede."))
    if not draft.note.strip():
        raise RightsError(_("Skriv hva som er endret, og hvorfor, og lagre først."))
    if not changes_in(draft):
        raise RightsError(_("Versjonen er lik den forrige."))
    for (_kind, role), rights in matrix_of(draft.rows.all()).items():
        if lacks_identity(rights):
            text = _("%(role)s gjør noe i journaler uten å se personopplysningene.")
            raise RightsError(text % {"role": role.label})
