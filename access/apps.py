"""Django's registration of access."""

from importlib import import_module

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may do what, on what grounds, in one municipality."""

    name = "access"
    verbose_name = "Tilgang"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to sign-in and sign-out."""
        import_module("access.sign_in")
