"""Command that lists the municipalities of 2024 in the register; adds, and never removes."""

import csv
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from tenants.context import in_consortium
from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.periods import REGISTER_BEGINS

SOURCE = Path(__file__).resolve().parents[2] / "data" / "municipalities_2024.csv"


class Command(BaseCommand):
    """Fills the register with Norway's municipalities; may be run again."""

    help = "Fører opp de 357 kommunene i registeret. Kan kjøres om igjen."

    def handle(self, *_args: Any, **_options: Any) -> None:
        with SOURCE.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with in_consortium(), transaction.atomic():
            added = sum(_list(row) for row in rows)
        self.stdout.write(f"{len(rows)} kommuner, {added} nye")


def _list(row: dict[str, str]) -> bool:
    """Bring one municipality up to date; true if it is new.

    One that has been changed since 2024 is left as the change made it.
    """
    if Municipality.objects.filter(
        schema_name=row["schema_name"], changed_by__isnull=False
    ).exists():
        return False
    municipality, is_new = Municipality.objects.update_or_create(
        schema_name=row["schema_name"],
        defaults={
            "name": row["name"],
            "official_name": row["official_name"],
            "orgnr": row["orgnr"],
            "county_number": row["county_number"],
            "county_name": row["county_name"],
            "is_sami_area": row["is_sami_area"] == "1",
        },
    )
    if is_new:
        MunicipalityNumber.objects.create(
            municipality=municipality, number=row["number"], valid_from=REGISTER_BEGINS
        )
    return bool(is_new)
