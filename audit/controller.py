"""Whose log an event belongs to: the municipality that controls the records in it."""

from dataclasses import dataclass
from uuid import UUID

from tenants.context import current_municipality


class NoMunicipalityError(RuntimeError):
    """The access log belongs to a municipality, and none is entered."""


@dataclass(frozen=True, slots=True)
class Controller:
    """The municipality as the log names it (databehandlingsansvarlig; ATT-16: legal_entity)."""

    id: UUID
    orgnr: str
    name: str


def controller_here() -> Controller:
    """Give the municipality that is entered.

    Raises:
        NoMunicipalityError: none is.
    """
    municipality = current_municipality()
    if municipality is None:
        raise NoMunicipalityError
    name = municipality.official_name or municipality.name
    return Controller(municipality.id, municipality.orgnr, name)
