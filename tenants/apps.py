"""Django's registration of the municipalities."""

from django.apps import AppConfig
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class TenantsConfig(AppConfig):
    """The municipalities and where their records live; in the shared schema only."""

    name = "tenants"
    verbose_name = _("Konsortiet")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Mend what is shared between threads and should not be."""
        keep_content_types_apart = import_string(
            "tenants.content_types.keep_content_types_apart"
        )
        keep_content_types_apart()
