"""The municipality chooses its own rules for access."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from access.accounts.models import User
from access.errors import RightsError
from access.events import changing_rights
from access.matrix.services.adapting import check_decides
from access.models import AccessRules
from access.worker import Worker
from audit.entry import Target


def change_rules(rules: AccessRules, *, changed: Iterable[str], by: Worker) -> None:
    """Store the municipality's rules; they hold from the next request on.

    Args:
        rules: as they shall be.
        changed: the fields that are not what they were.
        by: who chooses.

    Raises:
        RightsError: one does not administer the whole municipality, or a rule is outside
            what any municipality may choose.
    """
    check_decides(by)
    names = sorted(changed)
    try:
        rules.full_clean()
    except ValidationError as error:
        raise RightsError(" ".join(error.messages)) from error
    detail = {
        "what": "rules_changed",
        "choices": ",".join(f"{name}:{_code(rules, name)}" for name in names),
    }
    with changing_rights(
        by=by, target=Target("access.AccessRules", "1"), detail=detail
    ):
        rules._history_user = User(pk=by.user_id)  # type: ignore[attr-defined]
        rules.save(update_fields=names)


def _code(rules: AccessRules, name: str) -> str:
    return str(getattr(rules, name)).lower()
