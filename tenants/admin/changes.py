"""The list of mergers, divisions and new numbers, and the pages that record one, or a reform.

As with the register's import: what would become of it is shown first, goes along in the page,
and is stored when it is confirmed and still the same (ADR 0007).
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import HiddenInput
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from access.staff.forms.importing import FLAWS
from access.staff.rules.csv_table import UnreadableFileError, read_text
from tenants.admin.change_form import (
    ChangeFileForm,
    ConfirmChangeFileForm,
    DecisionForm,
    MunicipalityChangeForm,
)
from tenants.admin.change_words import in_words
from tenants.admin.files import NotOurColumnsError, read_moves
from tenants.admin.history import note_change
from tenants.admin.rights import NothingIsDeleted
from tenants.admin.withdrawing import WithdrawsChanges
from tenants.registry.changes import MunicipalityChange
from tenants.registry.changing.carrying_out import PlanChangedError, carry_out
from tenants.registry.changing.consequences import consequences_of
from tenants.registry.changing.moves import Move, Plan
from tenants.registry.changing.planning import plan_changes

_PAGE = "admin/tenants/municipalitychange/record.html"
_COLOURS = {"ahead": "info", "done": "success", "withdrawn": "default"}


class MunicipalityChangeAdmin(WithdrawsChanges, NothingIsDeleted, ModelAdmin):
    """What has become of municipalities, and what will."""

    list_display = (
        "takes_effect_on",
        "kind",
        "show_before",
        "show_after",
        "show_state",
    )
    list_filter = ("kind",)
    search_fields = (
        "parts__municipality__name",
        "parts__name_before",
        "parts__number_before",
        "parts__number_after",
    )
    fields: ClassVar = (
        "takes_effect_on",
        "kind",
        "show_before",
        "show_after",
        "say_state",
        "legal_basis",
        "decided_on",
        "recorded_by",
        "recorded_at",
        "withdrawn_by",
        "withdrawn_on",
    )
    readonly_fields: ClassVar = fields

    def has_change_permission(self, *_args: Any) -> bool:
        """What was recorded stays as it is."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch what became of whom with the list."""
        found = super().get_queryset(request)
        return found.prefetch_related("parts__municipality")

    @admin.display(description=_("Før"))
    def show_before(self, change: MunicipalityChange) -> str:
        """Those there were, as they were called."""
        return ", ".join(
            f"{part.number_before} {part.name_before}"
            for part in change.parts.all()
            if not part.comes
        )

    @admin.display(description=_("Etter"))
    def show_after(self, change: MunicipalityChange) -> str:
        """Those it became."""
        return ", ".join(
            f"{part.number_after} {part.name_after}"
            for part in change.parts.all()
            if not part.ceases
        )

    @display(description=_("Status"), label=_COLOURS)  # type: ignore[untyped-decorator]
    def show_state(self, change: MunicipalityChange) -> tuple[str, str]:
        """Whether its day has come."""
        if change.withdrawn_on is not None:
            return "withdrawn", str(_("Trukket tilbake"))
        if change.is_ahead:
            return "ahead", str(_("Planlagt"))
        return "done", str(_("Gjelder"))

    @admin.display(description=_("Status"))
    def say_state(self, change: MunicipalityChange) -> str:
        """The same, where no colour is shown."""
        return str(self.show_state(change)[1])

    def get_urls(self) -> list[URLPattern]:
        """Add the address of the file."""
        site = self.admin_site.admin_view
        own = path("fil/", site(self.record_file), name="change_file")
        return [own, *super().get_urls()]

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",  # noqa: ARG002 - Django's
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        """Take what is filled in, show what it would do, and do it when that is confirmed."""
        self.must_add(request)
        form = MunicipalityChangeForm(request.POST or None)
        if not form.is_valid() or form.plan is None or "edit" in request.POST:
            return self._answer(request, {"form": form}, status=_status(form))
        if "shown" in request.POST:
            return self._confirmed(request, form, form.moves)
        return self._preview(request, form, form.plan)

    def record_file(self, request: HttpRequest) -> HttpResponse:
        """Do the same with a file of a whole reform."""
        self.must_add(request)
        sent: ChangeFileForm | ConfirmChangeFileForm
        if "shown" in request.POST:
            sent = ConfirmChangeFileForm(request.POST)
            if not sent.is_valid():
                return HttpResponseRedirect(request.path)
            moves = _read(sent, "csv_text", sent.cleaned_data["csv_text"].encode())
            return self._confirmed(request, sent, moves or [])
        sent = ChangeFileForm(request.POST or None, request.FILES or None)
        if sent.is_bound and sent.is_valid():
            content = sent.cleaned_data["file"]
            moves = _read(sent, "file", content)
            if moves is not None:
                again = {**request.POST.dict(), "csv_text": read_text(content)}
                plan = plan_changes(moves, sent.decision)
                return self._preview(request, ConfirmChangeFileForm(again), plan)
        context = {"form": sent, "is_file": True}
        return self._answer(request, context, status=_status(sent))

    def must_add(self, request: HttpRequest) -> None:
        """Refuse whoever may not record changes.

        Raises:
            PermissionDenied: the person may not.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _confirmed(
        self, request: HttpRequest, form: DecisionForm, moves: Sequence[Move]
    ) -> HttpResponse:
        by, shown = str(request.user.get_username()), request.POST["shown"]
        try:
            with transaction.atomic():
                for change in carry_out(moves, form.decision, shown=shown, by=by):
                    self._log(request, change)
        except PlanChangedError as changed:
            say = _(
                "Noe er endret siden du så hva som ville skje, så ingenting er lagret. "
                "Her er det på nytt."
            )
            messages.warning(request, say)
            return self._preview(request, form, changed.plan, status=409)
        messages.success(request, _("Endringen er ført."))
        listed = reverse("admin:tenants_municipalitychange_changelist")
        return HttpResponseRedirect(listed)

    def _log(self, request: HttpRequest, change: MunicipalityChange) -> None:
        """Say in the history of each municipality what becomes of it, and in the change's own."""
        self.log_addition(request, change, [])
        for part in change.parts.select_related("municipality"):
            said = in_words(part)
            note_change(part.municipality, said, user_id=str(request.user.pk))

    def _preview(
        self, request: HttpRequest, form: DecisionForm, plan: Plan, *, status: int = 200
    ) -> HttpResponse:
        for field in form.fields.values():
            field.widget = HiddenInput()
        context = {
            "form": form,
            "plan": plan,
            "is_file": isinstance(form, ConfirmChangeFileForm),
            "consequences": consequences_of(plan),
        }
        return self._answer(request, context, status=status)

    def _answer(
        self, request: HttpRequest, context: dict[str, Any], *, status: int
    ) -> HttpResponse:
        whole = {
            **self.admin_site.each_context(request),
            "title": _("Før sammenslåing, deling eller nytt nummer"),
            "opts": self.opts,
            **context,
        }
        return render(request, _PAGE, whole, status=status)


def _status(form: DecisionForm) -> int:
    return 422 if form.errors else 200


def _read(form: DecisionForm, field: str, content: bytes) -> list[Move] | None:
    """Read the moves of a file, or put at its field why there are none."""
    try:
        return read_moves(read_text(content))
    except UnreadableFileError as error:
        form.add_error(field, str(FLAWS[error.flaw]) % {"line": error.line})
    except NotOurColumnsError:
        say = _("Filen må ha kolonnene «gammelt nummer» og «nytt nummer».")
        form.add_error(field, say)
    return None
