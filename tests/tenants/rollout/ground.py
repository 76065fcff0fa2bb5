"""Municipalities with inhabitants and stages, for the tests of the rollout."""

from datetime import date

from tenants.models import Municipality
from tenants.registry.models import InhabitantCount

NEW_YEAR = date(2026, 1, 1)


def count_inhabitants(municipality, inhabitants, *, is_example=False, on=NEW_YEAR):
    return InhabitantCount.objects.create(
        municipality=municipality,
        counted_on=on,
        inhabitants=inhabitants,
        source="Prøvetall",
        is_example=is_example,
        recorded_by="kari",
    )


def listed(name, county, *, inhabitants=0):
    """A municipality that is listed in a county, and counted if it has inhabitants."""
    municipality = Municipality.objects.create(
        name=name,
        official_name=name,
        schema_name=name.lower(),
        county_number=county,
        county_name=f"Fylke {county}",
    )
    if inhabitants:
        count_inhabitants(municipality, inhabitants)
    return municipality
