"""The consortium's register, when a municipality comes that it may not have."""

from django.db import IntegrityError
from django.db.models import ProtectedError

from tenants.exit.manifest import Identity
from tenants.models import Municipality, MunicipalityNumber


class ImportRefusedError(Exception):
    """Nothing was stored; the message says why, in Norwegian."""


def registered(who: Identity, schema: str) -> Municipality:
    """Find the municipality in the register, or put it there with its own identity.

    Raises:
        ImportRefusedError: another has its name or number, and more than a place in the list.
    """
    found: Municipality | None = (
        Municipality.objects.select_for_update().filter(pk=who.id).first()
    )
    if found is not None:
        if found.schema_name != schema:
            raise ImportRefusedError(
                f"Kommunen er i registeret med skjemaet {found.schema_name}."
            )
        return found
    _give_way(who, schema)
    try:
        return _put_there(who, schema)
    except IntegrityError as error:
        raise ImportRefusedError(
            "En annen kommune i registeret har samme kommunenummer."
        ) from error


def _put_there(who: Identity, schema: str) -> Municipality:
    made: Municipality = Municipality.objects.create(
        id=who.id,
        orgnr=who.orgnr,
        name=who.name,
        official_name=who.official_name,
        county_number=who.county_number,
        county_name=who.county_name,
        is_sami_area=who.is_sami_area,
        language=who.language,
        schema_name=schema,
    )
    for number in who.numbers:
        MunicipalityNumber.objects.create(
            municipality=made,
            number=number.number,
            valid_from=number.valid_from,
            valid_until=number.valid_until,
        )
    return made


def _give_way(who: Identity, schema: str) -> None:
    """Take the entry of the same municipality away that was listed and never started."""
    same = Municipality.objects.filter(schema_name=schema)
    if who.orgnr:
        same = same | Municipality.objects.filter(orgnr=who.orgnr)
    for listed in same:
        if listed.state != Municipality.State.LISTED:
            raise ImportRefusedError(f"{listed} er i registeret, og er en annen.")
        listed.numbers.all().delete()
        try:
            gone = set(listed.delete()[1])
        except ProtectedError:
            gone = set()
        if gone != {Municipality._meta.label}:
            raise ImportRefusedError(
                f"{listed} er i registeret med en annen identitet, og noe er knyttet til den."
            )
