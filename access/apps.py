"""Django's registration of access."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may do what, on what grounds, in one municipality."""

    name = "access"
    verbose_name = "Tilgang"
    default_auto_field = "django.db.models.BigAutoField"
