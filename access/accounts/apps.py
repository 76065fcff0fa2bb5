"""Django's registration of the accounts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Accounts, in every municipality and in the consortium."""

    name = "access.accounts"
    label = "accounts"
    verbose_name = _("Brukerkontoer")
