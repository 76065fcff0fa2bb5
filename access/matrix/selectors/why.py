"""Why a record was open or closed to somebody: told to a local administrator, by an event.

Who the patient is, is never told, nor anything of the record. What is personal to the
employee or the patient (own record, family, a block) is told as that and no more.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from access.accounts.models import User
from access.actions import Action
from access.bases import Basis
from access.explaining import Explained, Refusal, explain
from access.matrix.rules.words import DOINGS
from access.models import AccessRules, Employment, KnownRecord, RoleRights, Shift, Unit
from access.policy import Decision, decide
from access.roles import RecordKind, Role
from access.selectors import units_under
from access.worker import Post, Worker
from access.workplace import in_all_posts
from audit.references import Referred
from audit.verbs import Outcome

_PERSONAL = _(
    "Noe som er personlig for den ansatte eller pasienten. Mer kan bare revisor se."
)
_MISSING: dict[Refusal, Promise] = {
    Refusal.NO_WORKPLACE: _("Arbeidssted var ikke valgt."),
    Refusal.ROLE: _("Rollen gir ikke tilgang til dette i denne journaltypen."),
    Refusal.NO_RELATION: _("Grunnen gjaldt ikke på dette tidspunktet."),
    Refusal.BASIS: _("Grunnen er for svak til dette."),
    Refusal.NEED_NOT_STATED: _(
        "Det holder ikke å jobbe der pasienten er. Kommunen krever at behovet oppgis."
    ),
    Refusal.OWN_RECORD: _PERSONAL,
    Refusal.FAMILY: _PERSONAL,
    Refusal.BLOCKED: _PERSONAL,
}
_NOTHING_AT_ALL = _(
    "Ingen grunn ble funnet: enheten der personen jobbet, hadde ikke pasienten, og "
    "personen var ikke navngitt og hadde verken besøk, oppgave eller gitt tilgang."
)
_HELPS: dict[Refusal, Promise] = {
    Refusal.NO_WORKPLACE: _(
        "Personen må velge arbeidssted. Er lista tom, mangler ansettelse."
    ),
    Refusal.ROLE: _(
        "Se hva rollen kan i rollematrisen, og om personen har rett rolle."
    ),
    Refusal.NO_RELATION: _(
        "Er ansettelsen, enheten og vaktlisten riktig? Er de det, kan lederen ved enheten "
        "som har pasienten, gi tilgang."
    ),
    Refusal.BASIS: _("Lederen ved enheten som har pasienten, kan gi tilgang."),
    Refusal.NEED_NOT_STATED: _(
        "Står personen på vaktlisten, åpnes journalen uten videre."
    ),
}
_NO_CHANGE_HELPS = _("Ingen endring i ansettelse eller rolle vil hjelpe.")


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground somebody had, in words; `missing` is empty when it opened."""

    label: str
    seen_from: str
    missing: list[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules say at one moment."""

    is_allowed: bool
    why: str
    grounds: list[Ground] = field(default_factory=list)
    helps: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """All that is told about one event.

    Args:
        event: the event.
        doing: what the person did or tried, in words; "" when it concerns no one record.
        was_done: whether the door was open.
        then: what the rules say of that moment.
        now: what they would say this minute, in all posts the person has.
        works_as: role and unit, for each post he worked in then.
        on_duty_at: units where he stood on the roster then.
        record_label: the kind of record.
        role_page: the role and kind of record to look up in the matrix.
        has_changed: whether the matrix or the rules have changed since.
    """

    event: Referred
    doing: str
    was_done: bool
    then: Answer | None = None
    now: Answer | None = None
    works_as: list[str] = field(default_factory=list)
    on_duty_at: list[str] = field(default_factory=list)
    record_label: str = ""
    role_page: tuple[str, str] | None = None
    has_changed: bool = False


def concerns_administrator(event: Referred, administrator: Worker) -> bool:
    """Whether an event was done by somebody who works where a person administers."""
    mine = [p.unit_id for p in administrator.posts if p.role is Role.LOCAL_ADMIN]
    if event.unit_ids:
        return units_under(mine).filter(pk__in=event.unit_ids).exists()
    return Employment.objects.filter(
        user_id=event.actor_id, content_object__path__overlap=mine
    ).exists()


def why(event: Referred) -> Why:
    """Explain an event, as far as an administrator may know."""
    action = _action_of(event)
    was_done = event.outcome is Outcome.DONE
    known = KnownRecord.objects.filter(record_id__in=_records(event)).first()
    if known is None or action is None:
        return Why(event, "", was_done)
    kind = RecordKind(known.kind)
    then = _as_he_was(event)
    user = User.objects.get(pk=event.actor_id)
    roles = sorted({post.role.value for post in then.posts})
    return Why(
        event=event,
        doing=str(DOINGS[action]),
        was_done=was_done,
        then=_answer(then, known.record_id, action, event.at),
        now=_answer(in_all_posts(user), known.record_id, action, datetime.now(UTC)),
        works_as=[f"{post.role.label}, {post.unit_name}" for post in then.posts],
        on_duty_at=_on_duty_at(event),
        record_label=str(kind.label),
        role_page=(kind.value, roles[0]) if len(roles) == 1 else None,
        has_changed=_has_changed_since(event.at),
    )


def _records(event: Referred) -> list[UUID]:
    return [] if event.record_id is None else [event.record_id]


def _action_of(event: Referred) -> Action | None:
    """The action of an event: as it says, or the only one its verb stands for."""
    if event.record_id is None:
        return None
    if event.action in set(Action):
        return Action(event.action)
    return next((action for action in Action if action.verb is event.verb), None)


def _as_he_was(event: Referred) -> Worker:
    """The person in the posts he worked in at the event."""
    found = Employment.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=event.at),
        user_id=event.actor_id,
        content_object_id__in=event.unit_ids,
        valid_from__lte=event.at,
    ).select_related("content_object", "permission")
    posts = [
        Post(one.content_object_id, one.content_object.name, "", "", one.role)
        for one in found.order_by("content_object__sort_key")
    ]
    return Worker(event.actor_id, event.actor_name, "", "", "", tuple(posts))


def _answer(worker: Worker, record_id: UUID, action: Action, at: datetime) -> Answer:
    decision = decide(worker, record_id, action, at=at)
    grounds = explain(worker, record_id, action, at=at)
    names = {post.unit_id: post.unit_name for post in worker.posts}
    told = [_ground(one, names) for one in grounds]
    if decision is None or decision.refusal is not None:
        return _closed(decision, told)
    basis = Basis(decision.basis or "")
    return Answer(is_allowed=True, why=str(basis.label), grounds=told)


def _closed(decision: Decision | None, grounds: list[Ground]) -> Answer:
    refusal = (decision.refusal if decision else None) or Refusal.NO_RELATION
    why = _NOTHING_AT_ALL if refusal is Refusal.NO_RELATION else _MISSING[refusal]
    helps = _HELPS.get(refusal, _NO_CHANGE_HELPS)
    return Answer(is_allowed=False, why=str(why), grounds=grounds, helps=str(helps))


def _ground(one: Explained, names: dict[UUID, str]) -> Ground:
    missing = dict.fromkeys(str(_MISSING[refusal]) for refusal in one.missing)
    seen_from = f"{one.role.label}, {names.get(one.unit_id, _now('ukjent enhet'))}"
    return Ground(str(one.basis.label), seen_from, list(missing))


def _on_duty_at(event: Referred) -> list[str]:
    shifts = Shift.objects.filter(
        user_id=event.actor_id, valid_from__lte=event.at, valid_until__gt=event.at
    )
    units = Unit.objects.filter(pk__in=shifts.values("unit_id"))
    return list(units.order_by("sort_key").values_list("name", flat=True))


def _has_changed_since(at: datetime) -> bool:
    histories = (RoleRights.history, AccessRules.history)
    return any(one.filter(history_date__gt=at).exists() for one in histories)
