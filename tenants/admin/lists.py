"""What the consortium's lists have of one municipality, led to from its page."""

from dataclasses import dataclass

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

from tenants.models import Municipality

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
            f"?municipality__id__exact={municipality.pk}",
        )
        for model in _LISTS
        if request.user.has_perm(f"tenants.view_{model}")
    ]
