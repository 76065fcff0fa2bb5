"""Turns a municipality's story into rows, as the schema's owner and in one transaction."""

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction

from access.models import Unit
from akson_project.demo.loading.critical import load_critical
from akson_project.demo.loading.keys import Keys
from akson_project.demo.loading.letting_in import load_emergencies
from akson_project.demo.loading.limits import load_limits
from akson_project.demo.loading.notes import load_notes
from akson_project.demo.loading.patients import load_patients
from akson_project.demo.loading.people import load_units, load_workers
from akson_project.demo.loading.reads import load_reads
from akson_project.demo.loading.reviewing import load_kinship
from akson_project.demo.loading.saved import load_saved_filters
from akson_project.demo.loading.staffing import load_staffing
from akson_project.demo.stories.model import World
from tenants.context import in_municipality
from tenants.models import Municipality


def load_world(world: World, municipality: Municipality, *, password: str) -> None:
    """Store a whole synthetic municipality.

    The process must have logged in as `akson_migrator`: the owner of the tables is
    not bound by the row policy, and the log says that demo data was stored. What was
    stored before, by a start that was interrupted afterwards, is left as it is.

    Args:
        world: the story.
        municipality: whose schema it is stored in; active.
        password: what every demo account signs in with.
    """
    keys = Keys(municipality)
    with in_municipality(municipality), transaction.atomic():
        if Unit.objects.exists():
            return
        load_units(world, keys)
        load_workers(world, keys, password=make_password(password))
        load_staffing(world, keys)
        load_patients(world, keys)
        load_emergencies(world, keys)
        load_critical(world, keys)
        load_notes(world, keys)
        load_limits(world, keys)
        load_kinship(world, keys)
        load_reads(world, keys)
        load_saved_filters(world)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
