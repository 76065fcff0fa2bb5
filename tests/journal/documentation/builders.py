"""What tests of notes are made of."""

from datetime import timedelta

from django.utils import timezone

from journal.documentation import services
from journal.documentation.models import NoteKind


def content(text="Sov da jeg kom 08.10.", **facts):
    """Give what stands in the editor; it happened ten minutes ago."""
    facts.setdefault("kind", NoteKind.VISIT)
    facts.setdefault("happened_at", timezone.now() - timedelta(minutes=10))
    return services.Content(text=text, **facts)
