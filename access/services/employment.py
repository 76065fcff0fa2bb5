"""Who works where, as what and for how long: every change of it is in the access log."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.events import account_target, changing_rights
from access.models import Employment, Unit
from access.roles import Role
from access.selectors import is_employed
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

    Whoever worked nowhere starts anew: a password or a link from before is worth nothing.

    Raises:
        RightsError: it cannot be as it is, or it is the person's own.
    """
    check_employment(employment, by=by)
    person = employment.user_id
    is_new_here = not is_employed(person)
    what = "hired_anew" if is_new_here else "hired"
    detail = _detail(employment, what, rights=_rights_after(person, employment))
    with changing_rights(by=by, target=account_target(person), detail=detail):
        save_employment(employment, user_id=by.user_id)
        if is_new_here:
            start_anew(person)
    return employment


def end_employment(
    employment: Employment, *, by: Worker, at: datetime | None = None
) -> Employment:
    """End an employment, now unless told; it counts from the person's next request.

    When nothing is left that is in force or to come, the person is signed out everywhere.

    Raises:
        RightsError: it is the person's own, or the end lies before the beginning.
    """
    moment = at or datetime.now(UTC)
    if employment.valid_from >= moment and at is None:
        # It never began, and must not begin later.
        employment.valid_from = moment - timedelta(microseconds=1)
    change_end(employment, until=moment, by=by)
    if not is_employed(employment.user_id):
        close_sessions(employment.user_id)
    return employment


def change_end(
    employment: Employment, *, until: datetime | None, by: Worker
) -> Employment:
    """Set or remove the end of an employment.

    Raises:
        RightsError: it is the person's own, or the period is impossible or taken.
    """
    employment.valid_until = until
    check_employment(employment, by=by)
    rights = _rights_after(employment.user_id, employment)
    detail = _detail(employment, "period_changed", rights=rights)
    target = account_target(employment.user_id)
    with changing_rights(by=by, target=target, detail=detail):
        save_employment(employment, user_id=by.user_id)
    return employment


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
    try:
        employment.full_clean()
    except ValidationError as error:
        raise RightsError(" ".join(error.messages)) from error


def _overlapping(employment: Employment, role: Role) -> bool:
    others = Employment.objects.filter(
        user_id=employment.user_id, permission__codename=role.codename
    ).exclude(valid_until__lte=employment.valid_from)
    if employment.valid_until is not None:
        others = others.filter(valid_from__lt=employment.valid_until)
    return others.exists()


def _rights_after(user_id: UUID, changed: Employment) -> str:
    """Write the whole set of rights as it will be: role@unit id, in force or to come."""
    now = datetime.now(UTC)
    others = (
        Employment.objects.filter(user_id=user_id)
        .exclude(pk=changed.pk)
        .exclude(valid_until__lte=now)
        .select_related("permission")
    )
    kept = [*others]
    if changed.valid_until is None or changed.valid_until > now:
        kept.append(changed)
    return "; ".join(
        sorted(f"{one.role.value}@{one.content_object_id}" for one in kept)
    )


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
