"""Django's registration of the consortium's staff."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ConsortiumConfig(AppConfig):
    """Staff of the consortium, in the shared schema."""

    name = "access.consortium"
    label = "consortium"
    verbose_name = _("Konsortiets ansatte")

    def ready(self) -> None:
        """Keep the roles what the code says, and the log what happens."""
        import_module("access.consortium.following")
        post_migrate.connect(_keep_roles, sender=self)


def _keep_roles(**_signal: Any) -> None:
    from access.consortium.keeping import keep_roles
    from tenants import roles
    from tenants.context import this_connection

    if this_connection().schema_name == roles.PUBLIC_SCHEMA:
        keep_roles()
