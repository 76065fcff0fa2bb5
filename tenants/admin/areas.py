"""The form by which a page is narrowed to the municipalities of a county, cluster or wave."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from tenants.models import Municipality
from tenants.rollout.area import Area, municipalities_in, started_in
from tenants.rollout.clusters import Cluster


class AreaForm(forms.Form):
    """County, cluster and wave; what is not chosen narrows nothing."""

    fylke = forms.ChoiceField(
        label=_("Fylke"), required=False, widget=UnfoldAdminSelectWidget
    )
    klynge = forms.ChoiceField(
        label=_("Klynge"), required=False, widget=UnfoldAdminSelectWidget
    )
    bolge = forms.ChoiceField(
        label=_("Bølge"), required=False, widget=UnfoldAdminSelectWidget
    )

    def __init__(self, *args: Any, may_see_clusters: bool, **kwargs: Any) -> None:
        """Offer what there is; clusters and waves to those who may see clusters."""
        super().__init__(*args, **kwargs)
        _offer(self.fields["fylke"], self.counties(), _("Alle fylker"))
        clusters = list(Cluster.objects.all()) if may_see_clusters else []
        named = [(str(one.pk), one.name) for one in clusters]
        waves = [(str(wave), str(wave)) for wave in sorted({c.wave for c in clusters})]
        for field, choices, everything in (
            ("klynge", named, _("Alle klynger")),
            ("bolge", waves, _("Alle bølger")),
        ):
            if choices:
                _offer(self.fields[field], choices, everything)
            else:
                del self.fields[field]

    def counties(self) -> list[tuple[str, str]]:
        """The counties of those that have a schema, by name."""
        return _counties(started_in(Area()))

    @property
    def area(self) -> Area:
        """What was chosen; a choice that is none narrows nothing."""
        self.full_clean()
        told = self.cleaned_data
        return Area(
            county=told.get("fylke", ""),
            cluster=UUID(told["klynge"]) if told.get("klynge") else None,
            wave=int(told["bolge"]) if told.get("bolge") else None,
        )


class EveryAreaForm(AreaForm):
    """The same, of all municipalities of the register."""

    def counties(self) -> list[tuple[str, str]]:
        """All counties, by name."""
        return _counties(municipalities_in(Area()))


def asked_area(
    request: HttpRequest, kind: type[AreaForm] = AreaForm
) -> tuple[AreaForm, Area]:
    """Give the form as it was sent in the address, and what it chooses."""
    may = request.user.has_perm("tenants.view_cluster")
    form = kind(request.GET, may_see_clusters=may)
    return form, form.area


def _counties(found: "QuerySet[Municipality]") -> list[tuple[str, str]]:
    each = found.order_by().values_list("county_number", "county_name").distinct()
    return sorted(each, key=lambda one: one[1])


def _offer(field: Any, choices: list[tuple[str, str]], everything: Any) -> None:
    field.choices = [("", everything), *choices]
