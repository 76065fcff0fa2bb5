"""The roles of those who run the platform, and what each may do: the truth of it.

The database's groups are made from this table (`access.consortium.keeping`), and the
application's role in the database cannot write them. Nobody may delete anything.
"""

from collections.abc import Mapping

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class StaffRole(models.TextChoices):
    """A role in the consortium (rolle hos konsortiet); a person may have several."""

    REGISTER = "register", _("Registeransvarlig")
    ROLLOUT = "rollout", _("Innføringsansvarlig")
    SUPPORT = "support", _("Brukerstøtte")
    SECURITY = "security", _("Sikkerhetsansvarlig")


TASKS: Mapping[StaffRole, Promise] = {
    StaffRole.REGISTER: _(
        "retter opplysninger om kommunene, vertsnavn og innbyggertall, og fører "
        "sammenslåinger og delinger"
    ),
    StaffRole.ROLLOUT: _("starter kommuner og følger innføringen"),
    StaffRole.SUPPORT: _(
        "tar imot alarmer, og ber kommunene om støttetilgang når de trenger hjelp"
    ),
    StaffRole.SECURITY: _("har ansvar for konsortiets kontoer, logg og rollematrise"),
}

# Of each model, in Django's words; `ask_for_support` is no model's. Starting a municipality is adding a ProvisioningRun.
RIGHTS: Mapping[StaffRole, Mapping[str, str]] = {
    StaffRole.REGISTER: {
        "tenants.municipality": "view change",
        "tenants.domain": "view add change",
        "tenants.municipalitynumber": "view",
        "tenants.municipalitychange": "view add",
        "tenants.inhabitantcount": "view add",
        "tenants.rolloutstage": "view",
        "tenants.cluster": "view",
        "tenants.contactperson": "view add change",
        "tenants.letterofintent": "view",
        "tenants.agreement": "view",
    },
    StaffRole.ROLLOUT: {
        "tenants.municipality": "view",
        "tenants.domain": "view",
        "tenants.municipalitynumber": "view",
        "tenants.municipalitychange": "view",
        "tenants.provisioningrun": "view add",
        "tenants.modulesetting": "view add change",
        "tenants.inhabitantcount": "view",
        "tenants.rolloutstage": "view add",
        "tenants.cluster": "view add change",
        "tenants.readinesscheck": "view change",
        "tenants.contactperson": "view",
        "tenants.healthreport": "view",
        "tenants.letterofintent": "view change",
        "tenants.suspension": "view add change",
        "tenants.usecount": "view",
        "tenants.archiving": "view add",
        "tenants.deletion": "view add",
        "tenants.agreement": "view add change",
    },
    StaffRole.SUPPORT: {
        "tenants.municipality": "view",
        "tenants.domain": "view",
        "tenants.municipalitynumber": "view",
        "tenants.contactperson": "view",
        "tenants.cluster": "view",
        "tenants.healthreport": "view",
        "tenants.alarm": "view change",
        "tenants.alarmreceiver": "view add change",
        "consortium.support": "ask_for",
    },
    StaffRole.SECURITY: {
        "tenants.municipality": "view",
        "tenants.cluster": "view",
        "tenants.healthreport": "view",
        "accounts.user": "view add change",
        "publishing.matrixversion": "view add change",
        "publishing.matrixversionrow": "view change",
        "consortium.consortiumevent": "view",
        "tenants.suspension": "view change",
        "tenants.archiving": "view change",
        "tenants.deletion": "view change",
    },
}


def rights_of(role: StaffRole) -> set[str]:
    """Name the permissions of a role, such as `tenants.view_municipality`."""
    return {
        f"{app}.{verb}_{model}"
        for label, verbs in RIGHTS[role].items()
        for app, model in [label.split(".")]
        for verb in verbs.split()
    }


def in_words(code: str) -> str:
    """Say what a role is, and what those who have it do."""
    role = StaffRole(code)
    return f"{role.label}: {TASKS[role]}"
