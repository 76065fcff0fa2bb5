"""Who works where, as what and for how long: every change of it is in the access log."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.events import RightsChange, account_target, carry_out
from access.models import Employment, Unit
from access.roles import Role
from access.selectors import in_force, is_employed
from access.services.credentials import start_anew
from access.services.sessions import close_sessions
from access.worker import Worker

# Nobody oversees himself: who gives rights does not review how they are used.
_KEPT_APART = {Role.AUDITOR: Role.LOCAL_ADMIN, Role.LOCAL_ADMIN: Role.AUDITOR}


def hire(
    user: User,
    *,
    role: Role,
    unit: Unit,
    by: Worker,
    valid_from: datetime | None = None,
    valid_until: datetime | None = None,
) -> Employment:
    """Give a person a role at a unit, and at everything below it, for a period.

    Raises:
        RightsError: the period is impossible or taken, or the person may not have the
            role: nobody hires himself, and an auditor is no local administrator.
    """
    employment = new_employment(
        user, role=role, unit=unit, valid_from=valid_from, valid_until=valid_until
    )
    return employ(employment, by=by)


def employ(employment: Employment, *, by: Worker) -> Employment:
    """Store a prepared employment; see `hire`.

    Raises:
        RightsError: it cannot be as it is, or it is the person's own.
    """
    check_employment(employment, by=by)
    carry_out([hiring(employment, by=by)], by=by)
    return employment


def hiring(
    employment: Employment,
    *,
    by: Worker,
    together: Sequence[Employment] = (),
    is_new_account: bool = False,
) -> RightsChange:
    """Prepare that a checked employment is stored.

    Whoever worked nowhere starts anew: a password or a link from before is worth nothing.

    Args:
        employment: it.
        by: who hires.
        together: all of the person's employments that are stored at the same time.
        is_new_account: whether the account is made with it, so that there is no before.
    """
    person = employment.user_id
    is_new_here = not is_new_account and not is_employed(person)

    def store() -> None:
        # Asked again: another of the same time may have been stored before.
        starts_anew = not is_new_account and not is_employed(person)
        save_employment(employment, user_id=by.user_id)
        if starts_anew:
            start_anew(person)

    what = "hired_anew" if is_new_here else "hired"
    return _change(employment, what, store, together)


def end_employment(
    employment: Employment, *, by: Worker, at: datetime | None = None
) -> Employment:
    """End an employment, now unless told; it counts from the person's next request.

    Raises:
        RightsError: it is the person's own, or the end lies before the beginning.
    """
    moment = at or datetime.now(UTC)
    if employment.valid_from >= moment and at is None:
        # It never began, and must not begin later.
        employment.valid_from = moment - timedelta(microseconds=1)
    return change_end(employment, until=moment, by=by)


def change_end(
    employment: Employment, *, until: datetime | None, by: Worker
) -> Employment:
    """Set or remove the end of an employment.

    Raises:
        RightsError: it is the person's own, or the period is impossible or taken.
    """
    employment.valid_until = until
    check_employment(employment, by=by)
    carry_out([ending(employment, by=by)], by=by)
    return employment


def ending(
    employment: Employment, *, by: Worker, together: Sequence[Employment] = ()
) -> RightsChange:
    """Prepare that the checked end of an employment is stored.

    When the person has nothing left that is in force, he is signed out everywhere.

    Args:
        employment: with its new end.
        by: who ends it.
        together: all of the person's employments that are stored at the same time.
    """

    def store() -> None:
        save_employment(employment, user_id=by.user_id)
        close_if_out_of_work(employment.user_id)

    return _change(employment, "period_changed", store, together)


def move_employment(
    employment: Employment, *, to: Employment, by: Worker
) -> Employment:
    """End one employment when another of the same person begins, in one step.

    Args:
        employment: the one he leaves.
        to: the one he goes to, prepared.
        by: who moves him.

    Raises:
        RightsError: it is the person's own, or one of the periods is impossible or taken.
    """
    employment.valid_until = to.valid_from
    check_employment(employment, by=by)
    check_employment(to, by=by)
    both = (employment, to)
    # He begins before he leaves, so that he is not signed out on the way.
    changes = [
        hiring(to, by=by, together=both),
        ending(employment, by=by, together=both),
    ]
    carry_out(changes, by=by)
    return to


def close_if_out_of_work(user_id: UUID) -> None:
    """Sign a person out everywhere, when he has no employment in force."""
    if not Employment.objects.filter(in_force(), user_id=user_id).exists():
        close_sessions(user_id)


def new_employment(
    user: User,
    *,
    role: Role,
    unit: Unit,
    valid_from: datetime | None = None,
    valid_until: datetime | None = None,
) -> Employment:
    """Prepare an employment, not stored."""
    permission = Permission.objects.get(
        content_type__app_label="access",
        content_type__model="unit",
        codename=role.codename,
    )
    return Employment(
        user=user,
        permission=permission,
        content_object=unit,
        valid_from=valid_from or datetime.now(UTC),
        valid_until=valid_until,
    )


def save_employment(employment: Employment, *, user_id: UUID) -> None:
    """Store an employment, and in its history who did it; the caller has logged it."""
    employment._history_user = User(pk=user_id)  # type: ignore[attr-defined]
    employment.save()


def refuse_own_rights(user_id: UUID, by: Worker) -> None:
    """Refuse that a person changes what he himself may do.

    Raises:
        RightsError: he tries to.
    """
    if user_id == by.user_id:
        raise RightsError(
            _(
                "Du kan ikke endre dine egne rettigheter. Be en annen lokal administrator."
            )
        )


def check_employment(employment: Employment, *, by: Worker) -> None:
    """Check an employment before it is stored, new or changed.

    Raises:
        RightsError: it cannot be as it is, or it is the person's own.
    """
    refuse_own_rights(employment.user_id, by)
    other = _KEPT_APART.get(employment.role)
    if other is not None and _overlapping(employment, other):
        raise RightsError(
            _(
                "En person kan ikke være både revisor og lokal administrator samtidig: "
                "den som gir tilgang, skal ikke kontrollere bruken av den."
            )
        )
    # Before the database is asked about overlaps: it knows no period that ends first.
    until = employment.valid_until
    if until is not None and until <= employment.valid_from:
        raise RightsError(_("Sluttdato må være etter startdato."))
    # An account that is about to be made has no row to refer to yet.
    is_new = employment.user._state.adding
    try:
        employment.full_clean(exclude={"user"} if is_new else None)
    except ValidationError as error:
        raise RightsError(" ".join(error.messages)) from error


def _overlapping(employment: Employment, role: Role) -> bool:
    others = Employment.objects.filter(
        user_id=employment.user_id, permission__codename=role.codename
    ).exclude(valid_until__lte=employment.valid_from)
    if employment.valid_until is not None:
        others = others.filter(valid_from__lt=employment.valid_until)
    return others.exists()


def _rights_after(user_id: UUID, changed: Sequence[Employment]) -> str:
    """Write the whole set of rights as it will be: role@unit id, in force or to come."""
    now = datetime.now(UTC)
    others = (
        Employment.objects.filter(user_id=user_id)
        .exclude(pk__in=[one.pk for one in changed if one.pk])
        .exclude(valid_until__lte=now)
        .select_related("permission")
    )
    kept = [*others] + [
        one for one in changed if one.valid_until is None or one.valid_until > now
    ]
    return "; ".join(
        sorted(f"{one.role.value}@{one.content_object_id}" for one in kept)
    )


def _change(
    employment: Employment,
    what: str,
    store: Callable[[], None],
    together: Sequence[Employment],
) -> RightsChange:
    person = employment.user_id
    rights = _rights_after(person, together or [employment])
    detail = _detail(employment, what, rights=rights)
    return RightsChange(account_target(person), detail, store)


def _detail(employment: Employment, what: str, *, rights: str) -> dict[str, str]:
    until = employment.valid_until
    return {
        "what": what,
        "role": employment.role.value,
        "unit": str(employment.content_object_id),
        "unit_name": employment.content_object.name,
        "from": employment.valid_from.isoformat(),
        "until": until.isoformat() if until else "",
        "rights": rights,
    }
