"""The consortium's screens for clusters: what they are, and who is put into which."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminSelectWidget

from access.admin_refusals import TellsRefusals
from access.forms.fields import DayField
from tenants.admin.chosen import ask_about, sent_form
from tenants.admin.history import note_change
from tenants.admin.rights import NothingIsDeleted
from tenants.models import Municipality
from tenants.rollout.clustering import (
    ClusterRefusedError,
    Moving,
    move,
    store_cluster,
    why_not_lead,
)
from tenants.rollout.clusters import Cluster


class ClusterForm(forms.ModelForm):  # type: ignore[type-arg] # not subscriptable at run time
    """What a cluster is called, who leads it, and when it is planned to start."""

    starts_on = DayField(label=_("Planlagt start"), required=False)

    class Meta:
        model = Cluster
        fields = ("name", "lead", "wave", "starts_on")

    def clean_lead(self) -> Municipality:
        """Refuse at the field what the service would refuse."""
        lead: Municipality = self.cleaned_data["lead"]
        if refusal := why_not_lead(self.instance, lead):
            raise forms.ValidationError(refusal)
        return lead

    def clean_wave(self) -> int:
        """Say at the field what the database would refuse."""
        wave: int = self.cleaned_data["wave"]
        if wave not in range(1, 100):
            raise forms.ValidationError(_("Skriv et tall fra 1 til 99."))
        return wave


class ClusterAdmin(TellsRefusals, NothingIsDeleted, ModelAdmin):
    """The clusters in their waves; members are put in from the list of municipalities."""

    refusals = (ClusterRefusedError,)
    form = ClusterForm
    list_display = ("name", "wave", "starts_on", "lead", "show_size")
    list_filter = ("wave",)
    search_fields = ("name", "memberships__municipality__name")
    autocomplete_fields = ("lead",)
    list_select_related = ("lead",)
    readonly_fields: ClassVar[tuple[str, ...]] = ("show_members",)
    fields = ("name", "lead", "wave", "starts_on", "show_members")

    def get_queryset(self, request: HttpRequest) -> Any:
        """Count the members with the list."""
        still = Q(memberships__left_at=None)
        found = super().get_queryset(request)
        return found.annotate(size=Count("memberships", filter=still, distinct=True))

    @admin.display(description=_("Kommuner"), ordering="size")
    def show_size(self, cluster: Cluster) -> int:
        """How many belong to it."""
        size: int = getattr(cluster, "size", 0)
        return size

    @admin.display(description=_("Kommuner"), empty_value="–")
    def show_members(self, cluster: Cluster) -> str | None:
        """Name them, and lead to the list where others are put in."""
        if cluster._state.adding:
            return None
        current = cluster.memberships.current().select_related("municipality")
        names = format_html_join(
            "", "<li>{}</li>", ((one.municipality.name,) for one in current)
        )
        address = reverse("admin:tenants_municipality_changelist")
        link = '<ul>{}</ul><a class="text-link" href="{}?klynge={}">{}</a>'
        return format_html(link, names, address, cluster.pk, _("Vis dem i listen"))

    def save_model(
        self,
        request: HttpRequest,
        obj: Cluster,
        form: "forms.ModelForm[Cluster]",  # noqa: ARG002 - Django's
        change: bool,  # noqa: ARG002
    ) -> None:
        """Let the service decide and store; the history of who leads tells that it joined."""
        _note(request, store_cluster(obj, by=str(request.user.get_username())), obj)


class ChooseClusterForm(forms.Form):
    """Which cluster the chosen municipalities are put into."""

    cluster = forms.ModelChoiceField(
        label=_("Klynge"),
        queryset=Cluster.objects.all(),
        empty_label=_("Velg klynge"),
        error_messages={"required": _("Velg hvilken klynge.")},
        widget=UnfoldAdminSelectWidget,
    )


class PutsInClusters:
    """What the administration of municipalities can do about clusters."""

    admin_site: Any
    opts: Any

    def has_cluster_permission(self, request: HttpRequest) -> bool:
        """Whether the person may say who belongs together."""
        return request.user.has_perm("tenants.change_cluster")

    @admin.action(description=_("Legg i klynge …"), permissions=["cluster"])
    def put_in_cluster(
        self, request: HttpRequest, chosen: "QuerySet[Municipality]"
    ) -> HttpResponse | None:
        """Ask which cluster, and put them there when it is told."""
        if not Cluster.objects.exists():
            messages.warning(request, _("Det er ingen klynger ennå. Lag en først."))
            return HttpResponseRedirect(reverse("admin:tenants_cluster_changelist"))
        form, is_right = sent_form(ChooseClusterForm, request)
        if is_right:
            _move(request, chosen, into=form.cleaned_data["cluster"])
            return None
        return ask_about(
            request,
            chosen,
            form,
            **self.admin_site.each_context(request),
            action="put_in_cluster",
            title=_("Legg i klynge"),
            text=_(
                "En kommune er i én klynge om gangen. Er den i en annen, flyttes den."
            ),
            opts=self.opts,
        )

    @admin.action(description=_("Ta ut av klyngen"), permissions=["cluster"])
    def take_out_of_cluster(
        self, request: HttpRequest, chosen: "QuerySet[Municipality]"
    ) -> None:
        """Let them belong to none."""
        _move(request, chosen, into=None)


def _move(
    request: HttpRequest, chosen: "QuerySet[Municipality]", *, into: Cluster | None
) -> None:
    """Move them, note it in each one's history, and say what became of it."""
    with transaction.atomic():
        done = move(chosen, into=into, by=str(request.user.get_username()))
        _note(request, done, into)
    _tell(request, done, into)


def _note(request: HttpRequest, done: Moving, into: Cluster | None) -> None:
    say = _("Lagt i klyngen «%(name)s».") if into else _("Tatt ut av klyngen.")
    message = str(say) % {"name": into.name if into else ""}
    for municipality in done.moved:
        note_change(municipality, message, user_id=str(request.user.pk))


def _tell(request: HttpRequest, done: Moving, into: Cluster | None) -> None:
    for municipality, why in done.left_out:
        messages.warning(request, f"{municipality.name}: {why}")
    number = len(done.moved)
    if not number:
        return
    if into is None:
        said = ngettext(
            "%(number)s kommune er tatt ut av klyngen.",
            "%(number)s kommuner er tatt ut av klyngen.",
            number,
        )
    else:
        said = ngettext(
            "%(number)s kommune er lagt i klyngen «%(name)s».",
            "%(number)s kommuner er lagt i klyngen «%(name)s».",
            number,
        )
    named = {"number": number, "name": into.name if into else ""}
    messages.success(request, said % named)
