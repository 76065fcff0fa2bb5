"""The municipality decides for itself: rules for access, its language, whom people ask."""

from collections.abc import Collection

from django.core.exceptions import ValidationError

from access.accounts.models import User
from access.errors import RightsError
from access.events import RightsChange, carry_out
from access.matrix.services.adapting import check_decides
from access.models import AccessRules, LocalChoices
from access.worker import Worker
from audit.entry import Target


def change_choices(
    rules: AccessRules,
    choices: LocalChoices,
    *,
    changed_rules: Collection[str],
    changed_choices: Collection[str],
    by: Worker,
) -> None:
    """Store what the municipality has chosen, all of it or nothing.

    The log says which rules are chosen, and of the rest which fields are changed: what is
    written in them stands in the history.

    Args:
        rules: as they shall be.
        choices: as they shall be.
        changed_rules: the fields that are not what they were.
        changed_choices: the same of the choices.
        by: who chooses.

    Raises:
        RightsError: one does not administer the whole municipality, or a rule is outside
            what any municipality may choose.
    """
    check_decides(by)
    changes = []
    if changed_rules:
        names = sorted(changed_rules)
        chosen = ",".join(f"{name}:{_code(rules, name)}" for name in names)
        detail = {"what": "rules_changed", "choices": chosen}
        changes.append(_change(rules, names, detail, by=by))
    if changed_choices:
        names = sorted(changed_choices)
        detail = {"what": "choices_changed", "fields": ",".join(names)}
        changes.append(_change(choices, names, detail, by=by))
    carry_out(changes, by=by)


def _change(
    row: AccessRules | LocalChoices,
    names: list[str],
    detail: dict[str, str],
    *,
    by: Worker,
) -> RightsChange:
    """Check a row, and prepare that it is stored."""
    try:
        row.full_clean()
    except ValidationError as error:
        raise RightsError(" ".join(error.messages)) from error

    def store() -> None:
        row._history_user = User(pk=by.user_id)  # type: ignore[union-attr]
        row.save(update_fields=names)

    return RightsChange(Target(row._meta.label, "1"), detail, store)


def _code(rules: AccessRules, name: str) -> str:
    return str(getattr(rules, name)).lower()
