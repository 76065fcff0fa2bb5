"""What an auditor writes in a case of control."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.accounts.models import User
from access.models import CaseOutcome
from access.oversight.fields import words_field


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
    """The outcome, coded, and what it builds on."""

    outcome = forms.TypedChoiceField(
        label=_("Hva har du kommet til?"),
        coerce=CaseOutcome,
        choices=CaseOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hva du har kommet til.")},
    )
    text = words_field(_("Begrunnelse"), missing=_("Skriv kort hva du bygger det på."))
