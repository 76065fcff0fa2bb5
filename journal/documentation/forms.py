"""The editor's form, and the small ones around it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from journal.documentation.models import Note, NoteKind
from journal.documentation.selectors.standing import kinds_open_to
from journal.documentation.services import Content, Page
from journal.record.forms.fields import MomentField, NorwegianDateField
from journal.record.models import OpenRecord

PRINT_DAYS = 30


class NoteForm(forms.Form):
    """What one writes in a note, and which open page it is written in."""

    kind = forms.ChoiceField(
        label=_("Type notat"),
        choices=NoteKind.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Velg hva slags notat det er."),
            "invalid_choice": _("Velg hva slags notat det er."),
        },
    )
    text = forms.CharField(
        label=_("Tekst"),
        strip=False,
        required=False,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
    )
    happened_at = MomentField(
        label=_("Når skjedde det?"),
        error_messages={"required": _("Skriv når det skjedde.")},
    )
    reason = forms.CharField(
        label=_("Hvorfor rettes det?"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    revision = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    window_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    corrects = forms.UUIDField(required=False, widget=forms.HiddenInput)
    draft_author = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        """Give the text with one kind of line ending, and no blanks after it."""
        text: str = self.cleaned_data["text"]
        return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()

    def offer(self, record: OpenRecord, *, is_correction: bool) -> None:
        """Show the kinds this person writes, his usual ones first."""
        kinds = kinds_open_to(record)
        self.fields["kind"].choices = [(k.value, k.label) for k in kinds]  # type: ignore[attr-defined]
        if not is_correction:
            del self.fields["reason"]

    def go_on_from(self, draft: Note | None) -> None:
        """Let the next save follow on a draft as it is stored now, or begin anew."""
        self._put("revision", draft.revision if draft else 0)

    def correct_instead(self, note_id: UUID) -> None:
        """Let the next signing correct another version."""
        self._put("corrects", note_id)

    @property
    def content(self) -> Content:
        """What was written; what could not be understood is left out."""
        self.is_valid()
        kind = self.cleaned_data.get("kind")
        return Content(
            text=self.cleaned_data.get("text", ""),
            kind=NoteKind(kind) if kind else None,
            happened_at=self.cleaned_data.get("happened_at"),
            reason=self.cleaned_data.get("reason", ""),
        )

    @property
    def page(self) -> Page:
        """The open page it was written in."""
        self.is_valid()
        return Page(
            window_id=self.cleaned_data.get("window_id"),
            revision=self.cleaned_data.get("revision") or 0,
        )

    @property
    def corrects_id(self) -> UUID | None:
        """The signed note this corrects, if it is a correction."""
        if not self.is_bound:
            return self.initial.get("corrects")
        try:
            return UUID(str(self["corrects"].value()))
        except ValueError:
            return None

    @property
    def text_now(self) -> str:
        """The text as it stands in the form."""
        return self.content.text if self.is_bound else str(self.initial.get("text", ""))

    def is_written_by(self, user_id: UUID) -> bool:
        """Whether the page was opened by the person who sends it; phones are shared."""
        self.is_valid()
        return self.cleaned_data.get("draft_author") in (None, user_id)

    def _put(self, field: str, value: object) -> None:
        """Change a hidden field, for when the form is shown again."""
        if not self.is_bound:
            self.initial[field] = value
            return
        self.data = {**dict(self.data.items()), self.add_prefix(field): str(value)}


def new_note_form(record: OpenRecord) -> NoteForm:
    """Give an empty editor: the usual kind, happening now."""
    return _opened(record, kind=kinds_open_to(record)[0], happened_at=timezone.now())


def draft_form(record: OpenRecord, draft: Note) -> NoteForm:
    """Give the editor with a draft in it."""
    return _opened(
        record,
        kind=draft.kind,
        happened_at=draft.happened_at,
        text=draft.text,
        reason=draft.correction_reason,
        revision=draft.revision,
        corrects=draft.corrects_id,
    )


def correction_form(record: OpenRecord, note: Note) -> NoteForm:
    """Give the editor with a signed note's text in it, to be corrected."""
    return _opened(
        record,
        kind=note.kind,
        happened_at=note.happened_at,
        text=note.text,
        corrects=note.id,
    )


def _opened(record: OpenRecord, **initial: Any) -> NoteForm:
    facts = {
        "revision": 0,
        "window_id": uuid4(),
        "draft_author": record.worker.user_id,
        **initial,
    }
    form = NoteForm(initial=facts)
    form.offer(record, is_correction=facts.get("corrects") is not None)
    return form


class InErrorForm(forms.Form):
    """Why a note should not be there."""

    reason = forms.CharField(
        label=_("Hva er feil?"),
        help_text=_("For eksempel: skrevet på feil pasient."),
        max_length=300,
        error_messages={"required": _("Skriv hva som er feil.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NotesFilterForm(forms.Form):
    """Which notes to list."""

    kind = forms.ChoiceField(
        label=_("Type"),
        required=False,
        choices=[("", _("Alle typer")), *NoteKind.choices],
    )
    mine = forms.BooleanField(label=_("Bare mine"), required=False)


class PrintForm(forms.Form):
    """Which notes go on paper."""

    since = NorwegianDateField(label=_("Fra og med"))
    until = NorwegianDateField(label=_("Til og med"))
    kind = forms.MultipleChoiceField(
        label=_("Typer notat"),
        help_text=_("Velger du ingen, kommer alle med."),
        required=False,
        choices=NoteKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    with_earlier = forms.BooleanField(
        label=_("Ta med eldre versjoner og det som er feilført"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Check that the period does not end before it begins."""
        facts = super().clean() or {}
        since, until = facts.get("since"), facts.get("until")
        if since and until and until < since:
            self.add_error("until", _("Siste dag kan ikke være før første dag."))
        return facts


def usual_period() -> tuple[date, date]:
    """Give the days a print covers when nobody says otherwise: the last thirty."""
    today = timezone.localdate()
    return today - timedelta(days=PRINT_DAYS), today
