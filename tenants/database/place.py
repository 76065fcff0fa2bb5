"""The places a connection can work in, and the role and search path of each."""

from dataclasses import dataclass
from enum import Enum

from tenants import roles


class Kind(Enum):
    """What lies in a place."""

    NOTHING = "nothing"
    DIRECTORY = "directory"
    CONSORTIUM = "consortium"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Place:
    """A place to work in, in the form django-tenants knows a tenant by."""

    kind: Kind
    schema_name: str = roles.PUBLIC_SCHEMA

    @property
    def is_shared(self) -> bool:
        """Whether no municipality's schema is within reach."""
        return self.kind is not Kind.MUNICIPALITY

    def role_for(self, login: str) -> str:
        """Name the role a login assumes here; `none` is the bare login, who may nothing.

        Raises:
            roles.RoleError: the login is none of Akson's, or has no business here.
        """
        if login == roles.MIGRATOR:
            return roles.OWNER
        if login not in roles.WORKING:
            raise roles.RoleError(
                f"the login {login!r} works through another door; DATABASE_URL should "
                f"name {', '.join(roles.WORKING)}"
            )
        if self.kind is Kind.DIRECTORY:
            return roles.DIRECTORY
        if self.kind is Kind.NOTHING or login == roles.SEALER:
            # The sealer has the few rights it needs itself, and no municipality's people's.
            return "none"
        if self.kind is Kind.CONSORTIUM:
            return roles.CONSORTIUM
        if login == roles.WORKER:
            return roles.worker_role_of(self.schema_name)
        return roles.role_of(self.schema_name)

    def search_path_for(self, login: str) -> tuple[str, ...]:
        """List the schemas in which names are looked for here."""
        match self.kind:
            case Kind.NOTHING if login != roles.MIGRATOR:
                return ("pg_catalog",)
            case Kind.MUNICIPALITY:
                schema = roles.check_schema_name(self.schema_name)
                return (schema, roles.PUBLIC_SCHEMA, roles.EXTENSIONS_SCHEMA)
            case _:
                return (roles.PUBLIC_SCHEMA, roles.EXTENSIONS_SCHEMA)


NOTHING = Place(Kind.NOTHING)
DIRECTORY = Place(Kind.DIRECTORY)
CONSORTIUM = Place(Kind.CONSORTIUM)


def place_of(tenant: object) -> Place:
    """Find the place that a tenant of django-tenants stands for.

    Its own calls name the shared schema without saying who asks; that is nothing at all,
    except for the migrator.
    """
    if isinstance(tenant, Place):
        return tenant
    schema = getattr(tenant, "schema_name", roles.PUBLIC_SCHEMA)
    if schema == roles.PUBLIC_SCHEMA:
        return NOTHING
    return Place(Kind.MUNICIPALITY, roles.check_schema_name(schema))
