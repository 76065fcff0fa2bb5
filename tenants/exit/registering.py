"""The consortium's register, when a municipality comes that it may not have."""

from django.db import DatabaseError, IntegrityError
from django.db.models.fields.reverse_related import ForeignObjectRel

from tenants.exit.manifest import Identity
from tenants.models import Municipality, MunicipalityNumber


class ImportRefusedError(Exception):
    """Nothing was stored; the message says why, in Norwegian."""


def registered(who: Identity, schema: str) -> Municipality:
    """Find the municipality in the register, or put it there with its own identity.

    Raises:
        ImportRefusedError: it has left this installation, or another has its name or number, and
            more than a place in the list.
    """
    found: Municipality | None = (
        Municipality.objects.select_for_update().filter(pk=who.id).first()
    )
    if found is not None:
        if found.schema_name != schema:
            raise ImportRefusedError(
                f"Kommunen er i registeret med skjemaet {found.schema_name}."
            )
        if found.has_left:
            raise ImportRefusedError("Kommunen er arkivert eller slettet her.")
        return found
    listed = _put_aside(who, schema)
    try:
        made = _put_there(who, schema)
    except IntegrityError as error:
        raise ImportRefusedError(
            "En annen kommune i registeret har samme kommunenummer."
        ) from error
    for entry in listed:
        _hand_over(entry, made)
    return made


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


def _put_aside(who: Identity, schema: str) -> list[Municipality]:
    """Free name and numbers of the same municipality, listed here and never started.

    Raises:
        ImportRefusedError: it was started, so it is another.
    """
    same = Municipality.objects.filter(schema_name=schema)
    if who.orgnr:
        same = same | Municipality.objects.filter(orgnr=who.orgnr)
    listed = list(same)
    for entry in listed:
        if entry.state != Municipality.State.LISTED:
            raise ImportRefusedError(f"{entry} er i registeret, og er en annen.")
        entry.numbers.all().delete()
        entry.schema_name, entry.orgnr = f"aside_{entry.pk.hex}", ""
        entry.save(update_fields=["schema_name", "orgnr"])
    return listed


def _hand_over(listed: Municipality, made: Municipality) -> None:
    """Let what the consortium knows of it follow to its own identity.

    Raises:
        ImportRefusedError: something of it can never be changed.
    """
    try:
        for field in Municipality._meta.get_fields(include_hidden=True):
            if isinstance(field, ForeignObjectRel) and field.related_model:
                rows = field.related_model._base_manager.filter(
                    **{field.field.name: listed}
                )
                rows.update(**{field.field.name: made})
        listed.delete()
    except DatabaseError as error:
        raise ImportRefusedError(
            f"{listed} er i registeret med en annen identitet, og noe som er knyttet "
            "til den, kan ikke endres."
        ) from error
