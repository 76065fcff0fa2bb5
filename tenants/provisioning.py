"""Makes a municipality's schema: all of it, with roles and rights and register, or nothing."""

from collections.abc import Callable, Iterator

from django.db import transaction
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_lazy as _

from tenants import directory, roles
from tenants.context import in_consortium, this_connection
from tenants.models import Municipality
from tenants.schemas import SchemaTemplate
from tenants.template import ensure_template
from tenants.upgrading.states import note_made

Progress = Callable[[int], None]

STEPS = (
    _("Forbereder malen"),
    _("Lager roller"),
    _("Lager tabeller"),
    _("Fyller inn grunndata"),
    _("Legger på indekser, regler og rettigheter"),
    _("Registrerer kommunen"),
    _("Gjør klart for den første brukeren"),
)


class ProvisioningError(Exception):
    """The schema could not be made; nothing of it remains."""


def create_schema(
    municipality: Municipality, *, progress: Progress = lambda _step: None
) -> None:
    """Make a municipality's roles and schema and mark it as active, in one transaction.

    Only the migrator can. Two at once wait for each other; the second finds it done.

    Args:
        municipality: It, not yet active.
        progress: Called with the number of each step as it begins; see `STEPS`.

    Raises:
        ProvisioningError: a schema of that name is there, but not registered as made.
    """
    progress(1)
    with in_consortium():
        template = ensure_template()
        with (
            transaction.atomic(durable=True),
            this_connection().cursor() as cursor,
        ):
            _make(cursor, municipality, template, progress)
        directory.invalidate()


def _make(
    cursor: CursorWrapper,
    municipality: Municipality,
    template: SchemaTemplate,
    progress: Progress,
) -> None:
    schema = municipality.schema_name
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [schema])
    municipality.refresh_from_db(fields=["state"])
    if municipality.is_active:
        return
    cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema])
    if cursor.fetchone():
        raise ProvisioningError(f"the schema {schema} is there already")

    progress(2)
    cursor.execute("SET LOCAL ROLE NONE")
    roles.make_roles(cursor, schema)
    cursor.execute(f"SET LOCAL ROLE {roles.OWNER}")

    for step, _done in enumerate(replay(cursor, template, schema), start=3):
        progress(step)

    progress(6)
    cursor.execute("SET LOCAL search_path = public")
    municipality.state = Municipality.State.ACTIVE
    municipality.save(update_fields=["state"])
    note_made(municipality, template.applied)


def replay(
    cursor: CursorWrapper,
    template: SchemaTemplate,
    schema: str,
    *,
    fill: Callable[[], None] | None = None,
) -> Iterator[None]:
    """Make a schema from its template, as the owner and inside a transaction.

    Yields before each of the three parts.

    Args:
        cursor: The owner's.
        template: What it is made from.
        schema: Its name.
        fill: Puts rows into the tables, in the place of the template's own.
    """
    # Loads pg_trgm, whose settings a function may carry only when they are known.
    cursor.execute(f"SELECT {roles.EXTENSIONS_SCHEMA}.show_limit()")
    cursor.execute("SET LOCAL search_path = ''")
    cursor.execute("SET LOCAL check_function_bodies = off")
    for text in (template.structure_sql, template.seed_sql, template.finish_sql):
        yield
        if fill is not None and text is template.seed_sql:
            fill()
        else:
            cursor.execute(text.replace(roles.TEMPLATE_SCHEMA, schema))
