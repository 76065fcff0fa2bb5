"""What moves between numbers would do, or what is wrong with them; stores nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from tenants.models import Municipality
from tenants.registry.changes import MunicipalityChange
from tenants.registry.changing.facts import Register, why_not_orgnr
from tenants.registry.changing.moves import (
    Decision,
    Move,
    Part,
    Plan,
    PlannedChange,
    Problem,
)

Kind = MunicipalityChange.Kind
_NUMBER = re.compile(r"[0-9]{4}")
# As the register's columns.
_LONGEST_NAME, _LONGEST_COUNTY = 100, 50


def plan_changes(moves: Sequence[Move], decision: Decision) -> Plan:
    """Compare the moves with the register; one wrong move stops them all.

    Args:
        moves: what has which number before and after.
        decision: from when, and who decided it.
    """
    register = Register.read(
        decision.takes_effect_on,
        ending={move.old for move in moves},
        counties={m.new[:2]: m.county_name for m in moves if m.county_name},
    )
    problems = [*_wrong_moves(moves, register)]
    if not moves:
        problems.append(Problem(1, "old", _("Ingen linje har et kommunenummer.")))
    if problems:
        return Plan(decision, problems=tuple(problems))
    changes: list[PlannedChange] = []
    for group in _groups(moves):
        change = _change(group, register)
        if isinstance(change, Problem):
            problems.append(change)
        else:
            changes.append(change)
    problems.extend(_same_orgnr(moves))
    return Plan(decision, tuple(changes), tuple(problems))


def _wrong_moves(moves: Iterable[Move], register: Register) -> Iterable[Problem]:
    """What is wrong with each move; nothing is said of one that is there twice, but that."""
    seen: set[tuple[str, str]] = set()
    for move in moves:
        pair = (move.old, move.new)
        if pair in seen:
            say = _("%(old)s til %(new)s står to ganger.")
            told = {"old": move.old, "new": move.new}
            yield Problem(move.line, "old", say % told)
        else:
            seen.add(pair)
            yield from _wrong_move(move, register)


def _wrong_move(move: Move, register: Register) -> Iterable[Problem]:
    """What is wrong with a move by itself."""
    if move.on not in {None, register.on}:
        say = _("Linjen gjelder en annen dag. Før hver dag for seg.")
        yield Problem(move.line, "day", say)
    if move.unread:
        say = _("Under «fortsetter» står «%(typed)s». Skriv ja eller nei.")
        yield Problem(move.line, "goes_on", say % {"typed": move.unread[:40]})
    for field, number in (("old", move.old), ("new", move.new)):
        if not _NUMBER.fullmatch(number):
            yield Problem(move.line, field, _("Et kommunenummer har fire sifre."))
            return
    if refusal := register.why_not_old(move.old):
        yield Problem(move.line, "old", refusal)
    elif refusal := register.why_not_new(move.new):
        yield Problem(move.line, "new", refusal)


def _groups(moves: Iterable[Move]) -> list[list[Move]]:
    """Gather moves that share a number, old or new, with one another."""
    groups: list[list[Move]] = []
    for move in moves:
        near = [g for g in groups if any(_meet(move, other) for other in g)]
        groups = [g for g in groups if g not in near]
        groups.append([*(other for g in near for other in g), move])
    return groups


def _meet(one: Move, other: Move) -> bool:
    return one.old == other.old or one.new == other.new


def _change(group: list[Move], register: Register) -> PlannedChange | Problem:
    """Say what a group is, and what becomes of each municipality in it."""
    olds, news = {move.old for move in group}, {move.new for move in group}
    first = group[0]
    if len(olds) > 1 and len(news) > 1:
        say = _("Kommunen både slås sammen og deles. Før det ene om gangen.")
        return Problem(first.line, "old", say)
    if len(olds) == len(news) == 1:
        if first.old == first.new:
            say = _("Nummeret er det samme før og etter.")
            return Problem(first.line, "new", say)
        going_on: Move | None = first
        kind = Kind.NEW_NUMBER
    else:
        kind = Kind.MERGER if len(olds) > 1 else Kind.SPLIT
        going_on = _going_on(group, register)
        if problem := _why_not_so(group, kind, going_on):
            return problem
    return _with_facts(group, kind, going_on, register)


def _going_on(group: list[Move], register: Register) -> Move | None:
    """Find the move by which a municipality goes on: as said, else by number, else by name.

    In a division, a move that names nobody keeps the name.
    """
    unsaid = [move for move in group if move.goes_on is None]
    names = {move.name for move in group}
    is_merger = len({move.new for move in group}) == 1
    ways = (
        [move for move in group if move.goes_on],
        [move for move in unsaid if move.old == move.new],
        [m for m in unsaid if register.owner(m.old).name == m.name],
        [m for m in unsaid if is_merger and register.owner(m.old).name in names],
        [move for move in unsaid if not is_merger and not move.name],
    )
    return next((found[0] for found in ways if found), None)


def _why_not_so(group: list[Move], kind: Kind, going_on: Move | None) -> Problem | None:
    """Say why nothing, or too much, goes on."""
    marked = [move for move in group if move.goes_on]
    if len(marked) > 1:
        return Problem(marked[1].line, "goes_on", _("Bare én kan fortsette."))
    if going_on is None and kind == Kind.SPLIT:
        say = _("Én av dem må fortsette kommunen som deles. Skriv hvilken.")
        return Problem(group[0].line, "goes_on", say)
    if going_on is None and not any(move.name for move in group):
        say = _("Skriv hvem som fortsetter, eller hva den nye kommunen heter.")
        return Problem(group[0].line, "goes_on", say)
    return None


def _with_facts(
    group: list[Move], kind: Kind, going_on: Move | None, register: Register
) -> PlannedChange | Problem:
    """Say what becomes of each: of a merger comes one, of anything else one for each move."""
    is_merger = kind == Kind.MERGER
    parts: list[Part] = []
    for move in [going_on or group[0]] if is_merger else group:
        told = _gathered(group, move) if is_merger else move
        owner = register.owner(move.old) if move is going_on else None
        if problem := _wrong_facts(told, owner, register):
            return problem
        parts.append(_after(told, owner, register))
    if is_merger:
        ceasing = (move for move in group if move is not going_on)
        parts.extend(_ceasing(move, register.owner(move.old)) for move in ceasing)
    return PlannedChange(kind, tuple(parts))


def _gathered(group: list[Move], move: Move) -> Move:
    """The move, with what any line of its merger tells of the municipality that comes of it."""
    return replace(
        move,
        name=next((one.name for one in group if one.name), ""),
        orgnr=next((one.orgnr for one in group if one.orgnr), ""),
        county_name=next((one.county_name for one in group if one.county_name), ""),
    )


def _wrong_facts(
    move: Move, owner: Municipality | None, register: Register
) -> Problem | None:
    """What is wrong with name, organisation number or county of what comes after."""
    if owner is None and not move.name:
        say = _("Skriv hva den nye kommunen heter.")
        return Problem(move.line, "name", say)
    if len(move.name) > _LONGEST_NAME:
        say = _("Navnet er på mer enn %(most)s tegn. Kort det ned.")
        return Problem(move.line, "name", say % {"most": _LONGEST_NAME})
    if refusal := why_not_orgnr(move.orgnr, owner, register):
        return Problem(move.line, "orgnr", refusal)
    county_name = move.county_name or register.county_name(move.new)
    if not county_name:
        say = _("Fylket %(county)s er ikke i registeret. Skriv hva det heter.")
        county = {"county": move.new[:2]}
        return Problem(move.line, "county_name", say % county)
    if len(county_name) > _LONGEST_COUNTY:
        say = _("Fylkets navn er på mer enn %(most)s tegn. Kort det ned.")
        return Problem(move.line, "county_name", say % {"most": _LONGEST_COUNTY})
    return None


def _after(move: Move, owner: Municipality | None, register: Register) -> Part:
    """What one becomes that is there afterwards; the owner, or somebody to be listed."""
    return Part(
        municipality=owner,
        number_before=move.old if owner else "",
        number_after=move.new,
        name_before=owner.name if owner else "",
        name_after=move.name or (owner.name if owner else ""),
        county_name_after=move.county_name or register.county_name(move.new),
        orgnr_after=move.orgnr,
    )


def _ceasing(move: Move, owner: Municipality) -> Part:
    return Part(owner, move.old, "", name_before=owner.name, name_after="")


def _same_orgnr(moves: Iterable[Move]) -> Iterable[Problem]:
    """Two that come into being cannot have one organisation number."""
    told = [move for move in moves if move.orgnr]
    of_each = Counter((move.orgnr, move.new) for move in told)
    numbers = Counter(orgnr for orgnr, _new in of_each)
    for move in told:
        if numbers[move.orgnr] > 1:
            say = _("Organisasjonsnummeret %(typed)s står flere steder.")
            yield Problem(move.line, "orgnr", say % {"typed": move.orgnr})
