"""What an auditor writes in a case of control."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from access.accounts.models import User
from access.models import (
    ANSWERS_BY_OUTCOME,
    CaseOutcome,
    PatientAnswer,
    PatientQuestion,
)
from access.oversight.fields import words_field
from audit.review.rules.pseudonyms import pseudonym


class AskWorkerForm(forms.Form):
    """The question to the employee."""

    text = words_field(
        _("Spørsmål til den ansatte"),
        missing=_("Skriv hva du lurer på."),
        initial=_(
            "Kommunen kontrollerer bruken av journalen. Vi ber deg forklare hvorfor du "
            "åpnet journalen de gangene som står under."
        ),
    )


class AskLeaderForm(forms.Form):
    """Which leader is asked, and what."""

    leader = forms.ModelChoiceField(
        label=_("Hvilken leder?"),
        queryset=User.objects.none(),
        empty_label=None,
        error_messages={"required": _("Velg en leder.")},
    )
    text = words_field(
        _("Spørsmål til lederen"),
        missing=_("Skriv hva du lurer på."),
        initial=_("Kjenner du til noe som forklarer oppslagene som står under?"),
    )

    def __init__(
        self, data: Any = None, *, prefix: str, leaders: Iterable[User]
    ) -> None:
        super().__init__(data, prefix=prefix)
        known = list(leaders)
        field: Any = self.fields["leader"]
        field.queryset = User.objects.filter(pk__in=[leader.pk for leader in known])
        field.label_from_instance = lambda user: user.name
        if known:
            field.initial = known[0].pk


class ConcludeCaseForm(forms.Form):
    """The outcome, coded, what it builds on, and what each patient who asked is told."""

    outcome = forms.TypedChoiceField(
        label=_("Hva har du kommet til?"),
        coerce=CaseOutcome,
        choices=CaseOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hva du har kommet til.")},
    )
    text = words_field(_("Begrunnelse"), missing=_("Skriv kort hva du bygger det på."))

    def __init__(
        self, data: Any = None, *, prefix: str, questions: Iterable[PatientQuestion]
    ) -> None:
        super().__init__(data, prefix=prefix)
        self._asked = {f"answer_{question.pk}": question for question in questions}
        for name, question in self._asked.items():
            mark = pseudonym(question.patient_id)
            self.fields[name] = forms.TypedChoiceField(
                label=_("Svar til pasient %(mark)s") % {"mark": mark},
                coerce=PatientAnswer,
                choices=PatientAnswer.choices,
                widget=forms.RadioSelect,
                help_text=_("Pasienten får dette svaret, og ikke begrunnelsen."),
                error_messages={"required": _("Velg hva pasienten skal få til svar.")},
            )

    def clean(self) -> dict[str, Any]:
        """Hold each answer against the outcome: no patient is told worse."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        outcome = data.get("outcome")
        for name in self._asked:
            answer = data.get(name)
            if outcome and answer and answer not in ANSWERS_BY_OUTCOME[outcome]:
                self.add_error(
                    name, _("Svaret til pasienten stemmer ikke med konklusjonen.")
                )
        return data

    @property
    def answers(self) -> dict[UUID, PatientAnswer]:
        """What each question is answered."""
        return {
            question.pk: self.cleaned_data[name]
            for name, question in self._asked.items()
        }

    @property
    def answer_fields(self) -> list[forms.BoundField]:
        """The fields of the answers, in the order the patients asked."""
        return [self[name] for name in self._asked]
