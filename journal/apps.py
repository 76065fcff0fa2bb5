"""Django's registration of the journal: one app, one history of migrations."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The journal of one municipality, with all its features."""

    name = "journal"
    verbose_name = "Journal"
