"""Inhabitants, and the import of the register: shown first, stored when it is confirmed.

The file is not kept in between. It goes along in the page, and what it would do now is
compared with what was shown (ADR 0007).
"""

from typing import Any

from django.contrib import admin, messages
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.admin import ModelAdmin
from unfold.decorators import display

from access.staff.forms.importing import FLAWS
from access.staff.rules.csv_table import UnreadableFileError, read_text
from tenants.admin.files import NotOurColumnsError, read_lines
from tenants.admin.filters import (
    ClusterOfMunicipalityFilter,
    RegionOfMunicipalityFilter,
    WaveOfMunicipalityFilter,
)
from tenants.admin.forms import ConfirmRegisterForm, RegisterFileForm
from tenants.admin.history import note_change
from tenants.admin.rights import NothingIsDeleted
from tenants.models import Municipality
from tenants.registry.importing import COUNT, Change, Plan, carry_out, plan_import
from tenants.registry.models import InhabitantCount

_PAGE = "admin/tenants/inhabitantcount/import.html"
_BACK = "admin:registry_import"
_MAY = ("tenants.add_inhabitantcount", "tenants.change_municipality")


class InhabitantCountAdmin(NothingIsDeleted, ModelAdmin):
    """The inhabitants of each municipality; they come from files, not by hand."""

    list_display = (
        "municipality",
        "counted_on",
        "show_inhabitants",
        "show_kind",
        "source",
    )
    list_filter = (
        "counted_on",
        "is_example",
        ClusterOfMunicipalityFilter,
        WaveOfMunicipalityFilter,
        RegionOfMunicipalityFilter,
        "municipality__county_name",
    )
    search_fields = ("municipality__name", "municipality__numbers__number")
    list_select_related = ("municipality",)
    list_per_page = 60

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Figures come from a file."""
        return False

    def has_change_permission(self, *_args: Any) -> bool:
        """A figure is corrected by a new file."""
        return False

    @admin.display(description=gettext_lazy("innbyggere"), ordering="inhabitants")
    def show_inhabitants(self, count: InhabitantCount) -> str:
        """The figure, with the thousands set apart."""
        return intcomma(count.inhabitants)

    @display(  # type: ignore[untyped-decorator]
        description=gettext_lazy("Slags"), label={True: "warning", False: "default"}
    )
    def show_kind(self, count: InhabitantCount) -> tuple[bool, str]:
        """Whether anybody has published the figure."""
        words = _("Eksempeltall") if count.is_example else _("Publisert")
        return count.is_example, words

    def get_urls(self) -> list[URLPattern]:
        """Add the import's address."""
        site = self.admin_site.admin_view
        own = [path("import/", site(self.import_file), name="registry_import")]
        return own + list(super().get_urls())

    def import_file(self, request: HttpRequest) -> HttpResponse:
        """Take a file, show what it would change, and change it when that is confirmed."""
        if not request.user.has_perms(_MAY):
            raise PermissionDenied
        if "shown" in request.POST:
            return self._confirmed(request)
        form = RegisterFileForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            plan = _planned(form, read_as=form.cleaned_data["file"])
            if plan is not None:
                text = read_text(form.cleaned_data["file"])
                return self._preview(request, plan, text)
        status = 422 if form.errors else 200
        return self._answer(request, {"form": form}, status=status)

    def _confirmed(self, request: HttpRequest) -> HttpResponse:
        sent = ConfirmRegisterForm(request.POST)
        back = HttpResponseRedirect(reverse(_BACK))
        if not sent.is_valid():
            return back
        text = sent.cleaned_data["csv_text"]
        plan = _planned(sent, read_as=text.encode())
        if plan is None:
            return back
        if plan.problems or plan.digest != sent.cleaned_data["shown"]:
            say = _(
                "Noe er endret siden du så forskjellene, så ingenting er lagret. "
                "Her er de på nytt."
            )
            messages.warning(request, say)
            return self._preview(request, plan, text, status=409)
        with transaction.atomic():
            carry_out(plan, by=str(request.user.get_username()))
            _log(plan, user_id=str(request.user.pk))
        messages.success(request, _("Importen er lagret."))
        shown = reverse("admin:tenants_inhabitantcount_changelist")
        return HttpResponseRedirect(shown)

    def _preview(
        self, request: HttpRequest, plan: Plan, text: str, *, status: int = 200
    ) -> HttpResponse:
        again = {
            "csv_text": text,
            "counted_on": plan.counted_on.isoformat(),
            "source": plan.source,
            "shown": plan.digest,
        }
        context = {
            "plan": plan,
            "changes": [_told(change) for change in plan.changes],
            "form": ConfirmRegisterForm(initial=again),
        }
        return self._answer(request, context, status=status)

    def _answer(
        self, request: HttpRequest, context: dict[str, Any], *, status: int
    ) -> HttpResponse:
        whole = {
            **self.admin_site.each_context(request),
            "title": _("Importer kommuner og innbyggertall"),
            "opts": self.opts,
            **context,
        }
        return render(request, _PAGE, whole, status=status)


def _told(change: Change) -> dict[str, Any]:
    """A row of the preview; only a count has its thousands set apart."""
    before, after = change.before, change.after
    if change.field == COUNT:
        before, after = intcomma(before), intcomma(after)
    return {
        "name": change.municipality.name,
        "what": _field_name(change.field),
        "before": before or "–",
        "after": after,
        "line": change.line,
    }


def _planned(
    form: RegisterFileForm | ConfirmRegisterForm, *, read_as: bytes
) -> Plan | None:
    """Make the plan of a file, or put at its field why there is none."""
    told = form.cleaned_data
    field = "file" if "file" in form.fields else "csv_text"
    day = told["counted_on"]
    try:
        lines = read_lines(read_text(read_as), counted_on=day)
    except UnreadableFileError as error:
        form.add_error(field, str(FLAWS[error.flaw]) % {"line": error.line})
    except NotOurColumnsError:
        say = _(
            "Filen må ha en kolonne «kommunenummer» eller «region», og en med innbyggere, "
            "navn eller fylke. Har den en kolonne for hvert år, må ett av årene være "
            "det samme som i «Gjelder dagen»."
        )
        form.add_error(field, say)
    else:
        return plan_import(lines, counted_on=day, source=told["source"])
    return None


def _log(plan: Plan, *, user_id: str) -> None:
    """Write in each municipality's history what became different, and by whose figures."""
    for municipality, changes in plan.by_municipality.items():
        say = _("Importert fra %(source)s, per %(day)s: %(what)s.") % {
            "source": plan.source,
            "day": f"{plan.counted_on:%d.%m.%Y}",
            "what": ", ".join(_in_words(one) for one in changes),
        }
        note_change(municipality, say, user_id=user_id)


def _in_words(change: Change) -> str:
    return f"{_field_name(change.field)} {change.before or '–'} → {change.after}"


def _field_name(field: str) -> str:
    """What a field is called on the screen."""
    if field == COUNT:
        return _("innbyggere")
    return str(Municipality._meta.get_field(field).verbose_name)
