"""Parts of the log that the auditor has saved, and shares."""

from datetime import UTC, datetime

from access.accounts.models import User
from access.models import SavedFilter
from access.roles import Role
from akson_project.demo.stories.model import Language, World
from audit.verbs import Outcome, Verb

_LET_IN = [verb.value for verb in (Verb.EMERGENCY_BEGAN, Verb.STATED_NEED)]
_CALLED: dict[Language, str] = {
    "nb": "Nødtilgang og oppgitt behov",
    "nn": "Naudtilgang og oppgitt behov",
}


def load_saved_filters(world: World) -> None:
    """Store what an auditor looks at each week; nobody is named in it."""
    codename = Role.AUDITOR.codename
    owner = User.objects.filter(employment__permission__codename=codename).earliest(
        "pk"
    )
    facts = {"owner": owner, "is_shared": True, "saved_at": datetime.now(UTC)}
    SavedFilter.objects.bulk_create(
        [
            SavedFilter(name=_CALLED[world.language], days=28, verbs=_LET_IN, **facts),
            SavedFilter(
                name="Avviste forsøk", days=7, outcome=Outcome.REFUSED.value, **facts
            ),
        ]
    )
