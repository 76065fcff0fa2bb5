"""Where people work, as what, and which patients their units care for.

These tables hold UUIDs and codes only, and are the named exemptions from the row
policy: the decision "may I open this?" must be made before anything is open.
"""

from access.bases import Basis
from access.models.choices import LocalChoices
from access.models.letting_in import (
    EMERGENCY_LASTS,
    EMERGENCY_LONGEST,
    EmergencyAccess,
    EmergencyOutcome,
    EmergencyReason,
    EmergencyText,
    NeedReason,
    StatedNeed,
    TextPart,
)
from access.models.limits import Block, BlockedWhat, BlockedWhom, PersonTie, Tie
from access.models.log_reviews import LogReview
from access.models.matrix import (
    MatrixInForce,
    MatrixRow,
    PublishedRights,
    RoleRights,
)
from access.models.notices import CredentialChange, CredentialNotice
from access.models.patient_questions import (
    ANSWERS_BY_OUTCOME,
    PatientAnswer,
    PatientQuestion,
    PatientWords,
    a_month_after,
)
from access.models.relations import CareRelation, GrantReason, KnownRecord
from access.models.review_cases import (
    ANSWER_WITHIN,
    NEEDS_HEARING,
    CaseAccess,
    CaseOrigin,
    CaseOutcome,
    CasePart,
    CaseState,
    CaseText,
    LeaderAnswer,
    ReviewCase,
)
from access.models.reviews import AccessReview, ReviewedRight, RightKind
from access.models.roster import Shift
from access.models.rules import AccessRules, UnitWide
from access.models.saved_filters import SavedFilter
from access.models.sign_in import FirstUserInvitation, LastWorkplace
from access.models.staff import ShiftLeader
from access.models.step_up import StepUp
from access.models.support import SupportGrant
from access.models.units import Employment, Period, Unit, UnitKind

__all__ = [
    "ANSWERS_BY_OUTCOME",
    "ANSWER_WITHIN",
    "EMERGENCY_LASTS",
    "EMERGENCY_LONGEST",
    "NEEDS_HEARING",
    "AccessReview",
    "AccessRules",
    "Basis",
    "Block",
    "BlockedWhat",
    "BlockedWhom",
    "CareRelation",
    "CaseAccess",
    "CaseOrigin",
    "CaseOutcome",
    "CasePart",
    "CaseState",
    "CaseText",
    "CredentialChange",
    "CredentialNotice",
    "EmergencyAccess",
    "EmergencyOutcome",
    "EmergencyReason",
    "EmergencyText",
    "Employment",
    "FirstUserInvitation",
    "GrantReason",
    "KnownRecord",
    "LastWorkplace",
    "LeaderAnswer",
    "LocalChoices",
    "LogReview",
    "MatrixInForce",
    "MatrixRow",
    "NeedReason",
    "PatientAnswer",
    "PatientQuestion",
    "PatientWords",
    "Period",
    "PersonTie",
    "PublishedRights",
    "ReviewCase",
    "ReviewedRight",
    "RightKind",
    "RoleRights",
    "SavedFilter",
    "Shift",
    "ShiftLeader",
    "StatedNeed",
    "StepUp",
    "SupportGrant",
    "TextPart",
    "Tie",
    "Unit",
    "UnitKind",
    "UnitWide",
    "a_month_after",
]
