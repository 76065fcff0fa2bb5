"""Where people work, as what, and which patients their units care for.

These tables hold UUIDs and codes only, and are the named exemptions from the row
policy: the decision "may I open this?" must be made before anything is open.
"""

from access.models.relations import Basis, CareRelation, GrantReason, KnownRecord
from access.models.sign_in import FirstUserInvitation, LastWorkplace
from access.models.units import Employment, Period, Unit, UnitKind

__all__ = [
    "Basis",
    "CareRelation",
    "Employment",
    "FirstUserInvitation",
    "GrantReason",
    "KnownRecord",
    "LastWorkplace",
    "Period",
    "Unit",
    "UnitKind",
]
