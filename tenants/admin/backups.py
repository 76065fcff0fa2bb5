"""When each municipality was last backed up, as a column of the consortium's list."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tenants.backup.services import newest_moment
from tenants.models import Municipality


class ShowsBackup:
    """Adds the column `show_backup`."""

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the newest backups with the list."""
        found = super().get_queryset(request)  # type: ignore[misc]
        return found.annotate(backed_up_at=newest_moment())

    @admin.display(
        description=_("Sikkerhetskopi"), ordering="backed_up_at", empty_value="–"
    )
    def show_backup(self, municipality: Municipality) -> str | None:
        """When it was last backed up; nothing of one that has nothing to back up."""
        moment = getattr(municipality, "backed_up_at", None)
        if moment is None:
            return str(_("Aldri")) if municipality.is_active else None
        return f"{timezone.localtime(moment):%d.%m.%Y kl. %H.%M}"
