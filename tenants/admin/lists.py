"""What the consortium's lists have of one municipality, led to from its page."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

from tenants.models import Municipality

_NARROWED = "municipality__id__exact"
# In the order they are come to.
_LISTS = (
    "letterofintent",
    "agreement",
    "readinesscheck",
    "rolloutstage",
    "modulesetting",
    "inhabitantcount",
    "alarm",
)


@dataclass(frozen=True, slots=True)
class MunicipalityList:
    """A list, narrowed to one municipality."""

    name: str
    address: str


def lists_of(
    request: HttpRequest, municipality: Municipality
) -> list[MunicipalityList]:
    """Name the lists that the person may see, and where they are."""
    return [
        MunicipalityList(
            name=capfirst(
                str(apps.get_model("tenants", model)._meta.verbose_name_plural)
            ),
            address=f"{reverse(f'admin:tenants_{model}_changelist')}"
            f"?{_NARROWED}={municipality.pk}",
        )
        for model in _LISTS
        if request.user.has_perm(f"tenants.view_{model}")
    ]


class BeginsWithMunicipality:
    """Fills in the municipality whose list one stood in when a row was to be added."""

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Take it from the list's address, which Django hands on."""
        given: dict[str, Any] = super().get_changeform_initial_data(request)  # type: ignore[misc]
        stood = parse_qs(request.GET.get("_changelist_filters", ""))
        with suppress(KeyError, ValueError):
            return {"municipality": UUID(stood[_NARROWED][0])} | given
        return given
