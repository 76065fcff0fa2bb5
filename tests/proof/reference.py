"""The rules of access once more, in plain Python, written from the documents alone.

Sources: the issue on official need, docs/adr/0006, docs/glossary.md and the docstrings
of the tables. It imports nothing that decides, so that it can be wrong only by itself.
What it says is compared with what the database says, world by world.
"""

from dataclasses import dataclass
from uuid import UUID

from tests.proof.documents import (
    ABOUT_BLOCKS,
    ADMINISTRATIVE,
    ASKS_FOR,
    CARRIES,
    CHOSEN_BY_ONESELF,
    KINDS,
    LEVEL,
    NAMED,
    NAMES_THE_WORKER,
    NEEDED,
    OPENS_ONLY,
    PASSES_BLOCKS,
    PROTECTED,
    PURPOSE,
    PURPOSE_OF_ACTION,
    STRENGTH,
)
from tests.proof.facts import Asker, Cell, Facts, File, Job, Relation


@dataclass(frozen=True)
class Verdict:
    """What is answered; all but `refusal` are None where it is refused."""

    refusal: str | None
    basis: str | None = None
    relation: UUID | None = None
    unit: UUID | None = None
    role: str | None = None
    purpose: str | None = None
    user_selected: bool | None = None
    kinds: tuple[str, ...] | None = None
    hidden: tuple[UUID, ...] | None = None
    until: int | None = None
    grounds: frozenset[str] = frozenset()
    tie: str = ""
    protection: str = ""
    is_partly_blocked: bool = False

    @property
    def is_allowed(self):
        return self.refusal is None


@dataclass(frozen=True)
class Standing:
    """One job in force that meets one relation, and on what ground."""

    job: Job
    relation: Relation
    ground: str


def judge(facts: Facts, asker: Asker, file: File, action: str) -> Verdict:
    """Say whether somebody may do something to a record now, on what ground, and how far."""
    if not asker.units:
        return Verdict("no_workplace")
    standings = [
        one
        for one in _standings(facts, asker, file)
        if one.relation.period.holds(facts.at)
    ]
    if not standings:
        return Verdict("no_relation")
    standings.sort(key=lambda one: _order(facts, file, one))
    missing = {one: _missing(facts, asker, file, action, one) for one in standings}
    good = [one for one in standings if not missing[one]]
    if not good:
        # Of the ground that came nearest, the strongest of those.
        return Verdict(min(missing.values(), key=len)[0])
    verdict: Verdict = _opened(facts, asker, file, action, good)
    return verdict


def _standings(facts, asker, file):
    if not facts.account(asker.account).is_active:
        return
    for job in facts.jobs:
        if job.account != asker.account or job.unit not in asker.units:
            continue
        # Nobody works where nothing is done any more.
        if not (job.period.holds(facts.at) and facts.place(job.unit).is_active):
            continue
        for relation in facts.relations:
            if relation.record == file.id and _meets(facts, job, relation):
                yield Standing(job, relation, _ground(facts, asker, relation))


def _meets(facts, job, relation):
    """A unit's relation is for those who work there or above; a person's for himself."""
    if relation.unit is None:
        return relation.account == job.account
    return facts.place(relation.unit).is_at_or_below(job.unit)


def _ground(facts, asker, relation):
    """Who is on duty where the patient stays, or above, has him on the roster."""
    if relation.basis != "episode" or relation.unit is None:
        return relation.basis
    stay = facts.place(relation.unit)
    on_duty = any(
        duty.account == asker.account
        and duty.period.holds(facts.at)
        and stay.is_at_or_below(duty.unit)
        for duty in facts.duties
    )
    return "roster" if on_duty else "episode"


def _order(facts, file, one):
    """The strongest ground, then the post that sees most, then the newest relation."""
    cell = _cell(facts, file, one)
    return (
        STRENGTH.index(one.ground),
        -len(cell.reads),
        -one.relation.period.since,
        one.relation.id,
        one.job.role,
        one.job.unit,
    )


def _cell(facts, file, one):
    return facts.matrix.get((file.kind, one.job.role), Cell())


def _missing(facts, asker, file, action, one):
    """What stands in the way of one ground, in the order it is told."""
    ties = _ties(facts, asker, file)
    closed = _closed(facts, asker, file, one)
    stands_in_the_way = {
        "role": not _role_allows(_cell(facts, file, one), action, one.ground),
        "basis": action not in CARRIES[one.ground],
        "own_record": "self" in ties,
        "family": "family" in ties and one.ground not in NAMES_THE_WORKER,
        "blocked": _is_blocked(closed, action),
        "need_not_stated": action in LEVEL
        and one.ground == "episode"
        and facts.unit_wide == "stated_need",
    }
    return [name for name, stands in stands_in_the_way.items() if stands]


def _role_allows(cell, action, ground):
    if action in NAMED and action not in cell.does:
        return False
    if ground in ASKS_FOR and ASKS_FOR[ground] not in cell.does:
        return False
    if action not in LEVEL:
        return True
    reached = getattr(cell, LEVEL[action])
    return bool(reached) and (action not in NEEDED or NEEDED[action] in reached)


def _is_blocked(closed, action):
    """Who only sees that the person is there is stopped by a block that names him."""
    whole = [block for block in closed if block.what == "all"]
    if action not in LEVEL:
        return any(block.whom == "person" for block in whole)
    if action in ABOUT_BLOCKS:
        # One against everybody could else be ended by nobody.
        return any(block.whom != "all" for block in whole)
    kinds = {block.kind for block in closed if block.what == "kind"}
    return bool(whole) or NEEDED.get(action) in kinds


def _closed(facts, asker, file, one):
    """The blocks that hold against somebody as he stands; in an emergency his own name's."""
    unit_path = facts.place(one.job.unit).path
    holds = {
        "person": lambda block: block.against == asker.account,
        "role": lambda block: block.against == one.job.role,
        "unit": lambda block: block.against in unit_path,
        "all": lambda _block: True,
    }
    return [
        block
        for block in facts.closed
        if block.record == file.id
        and block.period.holds(facts.at)
        and holds[block.whom](block)
        and (one.ground not in PASSES_BLOCKS or block.whom == "person")
    ]


def _ties(facts, asker, file):
    mine = facts.account(asker.account).person_hash
    return {
        kin.tie
        for kin in facts.kin
        if kin.patient == file.patient and mine is not None and kin.person_hash == mine
    }


def _opened(facts, asker, file, action, good):
    best = good[0]
    relation, role = best.relation, best.job.role
    purpose = PURPOSE.get(best.ground, "TREAT")
    if purpose == "TREAT" and role in ADMINISTRATIVE:
        purpose = "COC"
    purpose = PURPOSE_OF_ACTION.get(action, purpose)
    closed = _closed(facts, asker, file, best)
    bounded = action not in OPENS_ONLY and action != "episode.withdraw_discharge"
    return Verdict(
        refusal=None,
        basis=best.ground,
        relation=relation.id,
        unit=best.job.unit,
        role=role,
        purpose=purpose,
        user_selected=best.ground in CHOSEN_BY_ONESELF,
        kinds=_kinds(file, action, best, _cell(facts, file, best), closed),
        hidden=_hidden(action, closed),
        until=relation.readable_until if bounded else None,
        grounds=frozenset(one.ground for one in good),
        tie=_flag(facts, asker, file),
        protection=file.protection,
        is_partly_blocked=action in LEVEL and _in_part(closed),
    )


def _kinds(file, action, best, cell, closed):
    """The kinds of rows that are opened; None when all are, a protected address apart."""
    if action == "identity.change":
        may_see = "address.read" in cell.does and (
            "address.read" in CARRIES[best.ground]
        )
        opens = file.protection not in PROTECTED or may_see
        return ("protected_address",) if opens else None
    if action in OPENS_ONLY:
        return OPENS_ONLY[action]
    if action not in LEVEL:
        return None
    blocked = {block.kind for block in closed if block.what == "kind"}
    # Who is past his emergency access has his own entries alone.
    past = best.ground == "after_emergency"
    seen = sorted(
        getattr(cell, LEVEL[action]) - blocked - ({"critical"} if past else set())
    )
    if action in ABOUT_BLOCKS:
        is_closed = any(block.what == "all" for block in closed)
        return ("block",) if is_closed else (*seen, "block")
    # What was said when something was blocked is not for those it is blocked to.
    if set(seen) >= KINDS and not _in_part(closed):
        return None
    return (*seen, "draft")


def _hidden(action, closed):
    """What is blocked; the list of blocks leaves those out that name the reader as well."""
    if action not in LEVEL:
        return None
    hidden = {block.document for block in closed if block.what == "document"}
    if action in ABOUT_BLOCKS:
        hidden |= {
            block.id for block in closed if block.what != "all" and block.whom != "all"
        }
    return tuple(sorted(hidden)) or None


def _in_part(closed):
    return any(block.what != "all" for block in closed)


def _flag(facts, asker, file):
    """What is allowed and yet looked at: family, and who works at the same units now."""
    if _ties(facts, asker, file):
        return "family"
    people = {
        kin.person_hash
        for kin in facts.kin
        if kin.patient == file.patient and kin.tie == "self"
    }
    colleagues = {one.id for one in facts.accounts if one.person_hash in people}
    is_colleague = any(
        job.account in colleagues
        and job.unit in asker.units
        and job.period.holds(facts.at)
        for job in facts.jobs
    )
    return "colleague" if is_colleague else ""
