"""Which health region a county belongs to; knows no Django.

Source: helseforetaksloven and the regions' own areas, with the counties of 2024.
"""

from enum import StrEnum


class HealthRegion(StrEnum):
    """A regional health authority's area (helseregion)."""

    NORTH = "Helse Nord"
    CENTRAL = "Helse Midt-Norge"
    WEST = "Helse Vest"
    SOUTH_EAST = "Helse Sør-Øst"
    UNKNOWN = ""


COUNTIES = {
    HealthRegion.NORTH: ("18", "55", "56"),
    # Møre og Romsdal and Trøndelag, which have Helseplattformen instead.
    HealthRegion.CENTRAL: ("15", "50"),
    HealthRegion.WEST: ("11", "46"),
    HealthRegion.SOUTH_EAST: ("03", "31", "32", "33", "34", "39", "40", "42"),
}
_OF_COUNTY = {number: region for region, many in COUNTIES.items() for number in many}


def region_of(county_number: str) -> HealthRegion:
    """Give the health region of a county; unknown for a number no county has."""
    return _OF_COUNTY.get(county_number, HealthRegion.UNKNOWN)
