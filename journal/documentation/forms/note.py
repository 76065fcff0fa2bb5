"""The editor's form, and the small ones around it."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from journal.documentation.forms.withholding import codes_for
from journal.documentation.models import Note, NoteKind
from journal.documentation.selectors.standing import kinds_open_to
from journal.documentation.services import Content, Page
from journal.record.forms.fields import MomentField
from journal.record.models import OpenRecord


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
    withhold_code = forms.ChoiceField(
        label=_("Hvem kan få se notatet?"),
        required=False,
        choices=codes_for(age_years=0),
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
        del self.fields["withhold_code" if is_correction else "reason"]

    def offer_codes(self, *, age_years: int) -> None:
        """Offer what can be chosen of a patient of that age."""
        if "withhold_code" in self.fields:
            self.fields["withhold_code"].choices = codes_for(age_years=age_years)  # type: ignore[attr-defined]

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
            withhold_code=self.cleaned_data.get("withhold_code"),
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
        withhold_code=draft.withhold_code,
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
