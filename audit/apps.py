"""Django's registration of the access log."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The access log (tilgangslogg) of one municipality."""

    name = "audit"
    verbose_name = "Tilgangslogg"
    default_auto_field = "django.db.models.BigAutoField"
