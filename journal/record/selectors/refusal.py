"""What a person meets at a closed door: why, and what he may lawfully do next."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access import policy
from access.actions import Action
from access.explaining import Refusal
from access.models import Basis, NeedReason, Unit
from access.policy import Decision
from access.supposing import Way, may_let_himself_in, suppose, way_in
from access.worker import Worker
from journal.record.selectors.leaders import Leader, leaders_to_ask

_WHY: dict[Refusal | None, Promise] = {
    Refusal.NO_WORKPLACE: _("Du har ikke valgt hvor du jobber nå."),
    Refusal.NO_RELATION: _(
        "Enheten du jobber ved nå, har ikke pasienten, "
        "og du er ikke navngitt i behandlerteamet."
    ),
    Refusal.ROLE: _(
        "Du har tilgang til pasienten, men rollen din gir ikke tilgang til dette."
    ),
    Refusal.BASIS: _(
        "Du har tilgang til pasienten, men den tilgangen du har, gjelder ikke dette."
    ),
    Refusal.OWN_RECORD: _(
        "Dette er din egen journal. Den leser du som pasient, ikke som ansatt."
    ),
    Refusal.FAMILY: _(
        "Pasienten er i nær familie med deg. Du må være navngitt i behandlerteamet."
    ),
    Refusal.BLOCKED: _(
        "Pasienten har sperret dette for deg. Snakk med pasienten hvis du trenger det; bare "
        "pasienten kan få sperringen opphevet."
    ),
    Refusal.NEED_NOT_STATED: _(
        "Du jobber der pasienten er, men er ikke navngitt og ikke på vakt. "
        "Oppgi hva du trenger journalen til."
    ),
}


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """A unit the worker works at now, and its telephone."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class WaysOn:
    """Why a door stays closed, in plain words, and the lawful ways on.

    Which units have the patient is never told.

    Args:
        why: what was missing.
        may_choose_workplace: whether the worker is employed at more units than he has chosen.
        take_in: the record the worker may take in at his unit; None when he may not.
        register_application: the record in which he may register an application; None when
            he may not.
        person_page: the record whose particulars he may see; None when he may not.
        leaders_who_may_grant: those of the worker's own leaders who can give him access.
        other_leaders: the rest of them, who can take it up with the unit that has the patient.
        own_units: whom to call.
        colleagues_have_access: whether somebody at the worker's units can read for him.
        need: the record for which he may state a need; None when he may not.
        emergency: the record he may take in an emergency; None when he may not.
        need_reasons: the reasons he may choose among.
        block_holds: whether the patient has named him, so that it holds in an emergency too.
    """

    why: str | Promise
    may_choose_workplace: bool = False
    take_in: UUID | None = None
    register_application: UUID | None = None
    person_page: UUID | None = None
    leaders_who_may_grant: list[Leader] = field(default_factory=list)
    other_leaders: list[Leader] = field(default_factory=list)
    own_units: list[OwnUnit] = field(default_factory=list)
    colleagues_have_access: bool = False
    need: UUID | None = None
    emergency: UUID | None = None
    block_holds: bool = False
    need_reasons: list[tuple[str, str | Promise]] = field(
        default_factory=lambda: list(NeedReason.choices)
    )


def ways_on(worker: Worker, decision: Decision | None = None) -> WaysOn:
    """Say why a person was refused and what he may do.

    Args:
        worker: The person.
        decision: The refusal of a record; None when it was about no record.
    """
    refusal = decision.refusal if decision else Refusal.ROLE
    has_no_relation = refusal is Refusal.NO_RELATION
    leaders = leaders_to_ask(worker, decision) if decision and has_no_relation else []
    return WaysOn(
        why=why_closed(worker, decision),
        may_choose_workplace=worker.may_choose > len(set(worker.unit_ids))
        and refusal is not Refusal.ROLE,
        take_in=decision.record_id
        if decision and has_no_relation and worker.may_register
        else None,
        register_application=decision.record_id
        if decision and has_no_relation and worker.handles_applications
        else None,
        person_page=decision.record_id
        if decision
        and refusal is Refusal.ROLE
        and decision.action is not Action.READ_IDENTITY
        else None,
        leaders_who_may_grant=[leader for leader in leaders if leader.may_grant],
        other_leaders=[leader for leader in leaders if not leader.may_grant],
        own_units=_own_units(worker),
        colleagues_have_access=decision is not None and refusal is Refusal.ROLE,
        **(_own_ways(worker, decision) if decision else {}),
    )


def _own_ways(worker: Worker, decision: Decision) -> dict[str, Any]:
    """The ways by which he lets himself in, where they lead to what he wanted."""
    need, emergency = (
        _leads_in(worker, decision, action, way_in(basis))
        for action, basis in (
            (Action.STATE_NEED, Basis.NEED),
            (Action.BEGIN_EMERGENCY, Basis.EMERGENCY),
        )
    )
    is_blocked = decision.refusal is Refusal.BLOCKED
    return {
        "need": decision.record_id if need else None,
        "emergency": decision.record_id if emergency else None,
        "block_holds": is_blocked and not emergency,
    }


def _leads_in(worker: Worker, wanted: Decision, action: Action, way: Way) -> bool:
    would = suppose(worker, wanted.record_id, wanted.action, way)
    if would is None or not would.is_allowed:
        return False
    may = may_let_himself_in(worker, wanted.record_id, action, way)
    return may is not None and may.is_allowed


def why_closed(worker: Worker, decision: Decision | None) -> str | Promise:
    """Say in a plain sentence what was missing."""
    if decision is None:
        return _("Rollen din gir ikke tilgang til dette.")
    if decision.refusal is Refusal.BASIS and _is_former(worker, decision):
        return _(
            "Oppholdet ved enheten din er avsluttet. I 14 dager kan du lese det som ble "
            "skrevet mens pasienten var hos dere, og gjøre ferdig og rette dine egne notater."
        )
    return _WHY.get(decision.refusal, _WHY[Refusal.ROLE])


def _is_former(worker: Worker, decision: Decision) -> bool:
    seen = policy.decide(worker, decision.record_id, Action.READ_IDENTITY)
    return seen is not None and seen.basis is Basis.FORMER_EPISODE


def _own_units(worker: Worker) -> list[OwnUnit]:
    units = Unit.objects.filter(pk__in=worker.unit_ids)
    return [OwnUnit(unit.name, unit.phone) for unit in units]
