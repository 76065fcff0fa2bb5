"""Django's registration of the municipalities."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TenantsConfig(AppConfig):
    """The municipalities and where their records live; in the shared schema only."""

    name = "tenants"
    verbose_name = _("Kommuner")
    default_auto_field = "django.db.models.BigAutoField"
