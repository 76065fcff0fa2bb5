"""How long a sign-in lasts: the person's shift with overtime, and how long it may lie idle."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from access.accounts.sessions import SIGNED_IN_AT
from access.models import AccessRules, Shift
from access.shared_device import is_shared

ENDS_AT = "ends_at"
IDLE_MINUTES = "idle_minutes"
IS_SHARED = "is_shared_device"
LONGEST_HOURS = "longest_hours"
LONGEST = timedelta(hours=14)
AFTER_SHIFT = timedelta(hours=2)
EXTENSION = timedelta(hours=2)
WARNING = timedelta(minutes=15)
# A shift that follows at once belongs to the same spell of work.
_BREAK = timedelta(minutes=30)


def begin(request: HttpRequest, *, user_id: UUID | None) -> None:
    """Set the limits of a sign-in that has just been made.

    Args:
        request: the person's.
        user_id: whose shifts count; None on the consortium's host, which has none.
    """
    now = timezone.now()
    request.session[SIGNED_IN_AT] = now.timestamp()
    request.session[ENDS_AT] = (now + LONGEST).timestamp()
    if user_id is not None:
        rules = _rules()
        request.session[LONGEST_HOURS] = rules.longest_hours
        last = now + longest_of(request)
        request.session[ENDS_AT] = _end_of_work(user_id, now, last).timestamp()
        set_idle(request, shared=is_shared(request), rules=rules)


def longest_of(request: HttpRequest) -> timedelta:
    """How long this sign-in may last, as the municipality had it when it was made."""
    hours = request.session.get(LONGEST_HOURS)
    return min(LONGEST, timedelta(hours=hours)) if hours else LONGEST


def set_idle(
    request: HttpRequest, *, shared: bool, rules: AccessRules | None = None
) -> None:
    """Let the screen be hidden as soon as the municipality says, for this kind of machine."""
    rules = rules or _rules()
    request.session[IS_SHARED] = shared
    minutes = rules.shared_idle_minutes if shared else rules.idle_minutes
    request.session[IDLE_MINUTES] = minutes


def ends_at(request: HttpRequest) -> datetime | None:
    """Tell when the sign-in ends, however busy the person is; None when it has no time."""
    began = request.session.get(SIGNED_IN_AT)
    if not isinstance(began, float):
        return None
    last = datetime.fromtimestamp(began, timezone.get_default_timezone())
    last += longest_of(request)
    until = request.session.get(ENDS_AT)
    if not isinstance(until, float):
        return last
    return min(last, datetime.fromtimestamp(until, timezone.get_default_timezone()))


def has_expired(request: HttpRequest) -> bool:
    """Whether the sign-in has lasted as long as it may; one without a time has."""
    end = ends_at(request)
    return end is None or timezone.now() > end


def may_extend(request: HttpRequest) -> bool:
    """Whether the sign-in could last longer: it ends with the shift, not with the day."""
    began, end = request.session.get(SIGNED_IN_AT), ends_at(request)
    if end is None or not isinstance(began, float):
        return False
    return end.timestamp() < began + longest_of(request).total_seconds()


def extend(request: HttpRequest) -> None:
    """Let the sign-in last longer; never more than the longest from when it began."""
    began, end = request.session.get(SIGNED_IN_AT), ends_at(request)
    if end is not None and isinstance(began, float):
        longest = began + longest_of(request).total_seconds()
        request.session[ENDS_AT] = min((end + EXTENSION).timestamp(), longest)


def _rules() -> AccessRules:
    return AccessRules.objects.filter(pk=1).first() or AccessRules()


def _end_of_work(user_id: UUID, now: datetime, last: datetime) -> datetime:
    """The end of the shift the person is on, or soon begins, with time to finish.

    Args:
        user_id: whose shifts.
        now: the moment he signs in.
        last: when it ends in any case.
    """
    end = None
    shifts = Shift.objects.filter(user_id=user_id, valid_until__gt=now)
    for begins, ends in shifts.order_by("valid_from").values_list(
        "valid_from", "valid_until"
    ):
        if begins > (end or now) + (_BREAK if end else AFTER_SHIFT):
            break
        end = max(end or ends, ends)
    return min(last, end + AFTER_SHIFT) if end else last
