"""The demo's register remembers how Ålesund was divided in 2024, which its list begins with."""

from datetime import date

from django.utils import timezone

from tenants.context import in_consortium
from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.changes import MunicipalityChange
from tenants.registry.periods import REGISTER_BEGINS

# When Ålesund was merged of five, and when the Storting voted to divide it.
_MERGED, _DECIDED = date(2020, 1, 1), date(2022, 6, 14)
_BASIS = "Stortinget, Prop. 113 LS og Innst. 452 S (2021–2022)"
_PARTS = (("alesund", "1507", "1508"), ("haram", "", "1580"))


def remember_division(*, by: str) -> None:
    """Store it once; the services refuse what is older than the register's first day."""
    with in_consortium():
        if MunicipalityChange.objects.exists():
            return
        change = MunicipalityChange.objects.create(
            kind=MunicipalityChange.Kind.SPLIT,
            takes_effect_on=REGISTER_BEGINS,
            legal_basis=_BASIS,
            decided_on=_DECIDED,
            recorded_by=by,
        )
        for schema_name, before, after in _PARTS:
            municipality = Municipality.objects.get(schema_name=schema_name)
            change.parts.create(
                municipality=municipality,
                number_before=before,
                number_after=after,
                name_before=municipality.name if before else "",
                name_after=municipality.name,
                county_name_after=municipality.county_name,
                applied_at=timezone.now(),
            )
            if before:
                MunicipalityNumber.objects.create(
                    municipality=municipality,
                    number=before,
                    valid_from=_MERGED,
                    valid_until=REGISTER_BEGINS,
                )
