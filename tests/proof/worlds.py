"""Thinks up small worlds: few of everything, so that what matters meets by chance.

Moments come from a short row of hours, so that a question is often asked at the very
instant something begins or ends. An id is a small number until it is stored.
"""

from uuid import UUID

from hypothesis import strategies as st

from access.first_matrix import FIRST_MATRIX
from tests.proof.documents import KINDS, NAMED
from tests.proof.facts import (
    Account,
    Asker,
    Cell,
    Closed,
    Duty,
    Facts,
    File,
    Job,
    Kin,
    Period,
    Place,
    Relation,
)

BEGINS = [-4, -3, -2, -2, -1, 0, 1]
HOURS = range(-2, 4)
# Those who meet patients are the most; those who never do are there too.
ROLES = """sykepleier sykepleier helsefagarbeider lege saksbehandler merkantil leder leder
revisor""".split()
OF_A_UNIT = """episode episode episode former_episode application message programme gp_list
contact""".split()
OF_A_PERSON = """team visit task grant need emergency emergency
after_emergency""".split()
BOUNDED = {"former_episode", "after_emergency"}
WITH_AN_END = BOUNDED | {"grant", "need", "emergency"}
HASHES = [None, None, "h1", "h2", "h3"]
FIRST = {
    (kind.value, role.value): Cell(
        *map(frozenset, (c.reads, c.writes, c.signs, c.does))
    )
    for kind, cells in FIRST_MATRIX.items()
    for role, c in cells.items()
}

_UNITS, _ACCOUNTS, _FILES, _RELATIONS, _CLOSED, _DOCUMENTS = range(1, 7)
_few = st.integers(0, 99)
_moment = st.sampled_from(HOURS)
_period = st.builds(
    lambda since, length: Period(since, None if length is None else since + length),
    st.sampled_from(BEGINS),
    st.sampled_from([None, None, None, 1, 2, 4]),
)
_ended = st.builds(
    lambda since, length: Period(since, since + length),
    st.sampled_from(BEGINS),
    st.sampled_from([1, 2, 4, 6, 6]),
)


def numbered(sort, number):
    """The id of the n-th thing of a sort."""
    return UUID(int=(sort << 64) + number + 1)


def _pick(row, number):
    return row[number % len(row)]


_jobs = st.lists(
    st.tuples(_few, _few, st.sampled_from(ROLES), _period), min_size=5, max_size=12
)
# Some are on duty at two places at once.
_duties = st.lists(
    st.tuples(_few, _few, _ended) | st.tuples(_few, _few, _few, _ended),
    min_size=2,
    max_size=6,
)
_files = st.lists(
    st.tuples(
        _few,
        st.sampled_from(["journal", "journal", "tjenestesak"]),
        st.sampled_from(["ugradert", "ugradert", "fortrolig", "strengt_fortrolig"]),
    ),
    min_size=2,
    max_size=4,
)
_of_units = st.tuples(st.sampled_from(OF_A_UNIT), _few, _few, _period, _ended)
_of_people = st.tuples(st.sampled_from(OF_A_PERSON), _few, _few, _period, _ended)
_relations = st.lists(_of_units | _of_people, min_size=8, max_size=20)
_blocks = st.lists(
    st.tuples(
        _few,
        st.sampled_from(["all", "kind", "document"]),
        st.sampled_from(["person", "role", "unit", "all"]),
        _few,
        _period,
        st.sampled_from(sorted(KINDS)) | st.just("critical"),
    ),
    min_size=2,
    max_size=8,
)
_kin = st.lists(
    st.tuples(
        _few, st.sampled_from(HASHES[2:]), st.sampled_from(["self", "self", "family"])
    ),
    max_size=5,
)
_some_kinds = st.sets(st.sampled_from(sorted(KINDS)), max_size=4).map(frozenset)
# Most of the time every unit is in use.
_closed_units = st.sets(st.integers(0, 19), max_size=1)
# A role signs what it writes, writes what it reads, and sees whose record it is.
_cells = st.builds(
    lambda reads, writes, signs, does: Cell(
        reads,
        reads & writes,
        reads & writes & signs,
        does | {"identity.read"} if reads or does else does,
    ),
    _some_kinds | st.just(KINDS),
    _some_kinds | st.just(KINDS),
    _some_kinds | st.just(KINDS),
    st.sets(st.sampled_from(sorted(NAMED)), max_size=9).map(frozenset),
)
# Whoever reviews meets no patient, whatever a municipality adapts.
_adapted = st.dictionaries(
    st.tuples(
        st.sampled_from(["journal", "tjenestesak"]),
        st.sampled_from([role for role in ROLES if role != "revisor"]),
    ),
    _cells,
    max_size=2,
)


@st.composite
def worlds(draw):
    """One municipality at one moment."""
    places = _tree(draw(st.lists(_few, min_size=1, max_size=4)), draw(_closed_units))
    hashes = draw(st.lists(st.sampled_from(HASHES), min_size=2, max_size=4))
    closed_accounts = draw(st.sets(st.integers(0, 19), max_size=1))
    adapted = draw(_adapted)
    accounts = tuple(
        Account(numbered(_ACCOUNTS, n), _once(hashes, n), n not in closed_accounts)
        for n in range(len(hashes))
    )
    files = _people(draw(_files))
    jobs = _apart(
        Job(_pick(accounts, who).id, _pick(places, where).id, role, period)
        for who, where, role, period in draw(_jobs)
    )
    relations = tuple(
        _relation(n, drawn, places, accounts, files)
        for n, drawn in enumerate(draw(_relations))
    )
    return Facts(
        places=places,
        accounts=accounts,
        jobs=jobs,
        duties=_told_once(
            Duty(_pick(accounts, who).id, _pick(places, where).id, period)
            for who, *wheres, period in draw(_duties)
            for where in wheres
        ),
        files=files,
        relations=relations,
        closed=tuple(
            _block(n, drawn, jobs, relations) for n, drawn in enumerate(draw(_blocks))
        ),
        kin=tuple(
            {
                (patient, person): Kin(patient, person, tie)
                for patient, person, tie in (
                    (_pick(files, whose).patient, person, tie)
                    for whose, person, tie in draw(_kin)
                )
            }.values()
        ),
        adapted=adapted,
        matrix=FIRST | adapted,
        unit_wide=draw(st.sampled_from(["measured", "stated_need"])),
        askers=_askers(accounts, jobs, draw(st.lists(_few, min_size=5, max_size=5))),
        at=draw(_moment),
    )


def _tree(numbers, closed):
    places = [Place(numbered(_UNITS, 0), (numbered(_UNITS, 0),), 0 not in closed)]
    for n, above in enumerate(numbers, 1):
        own = numbered(_UNITS, n)
        places.append(Place(own, (*_pick(places, above).path, own), n not in closed))
    return tuple(places)


def _once(hashes, n):
    """A person has one account."""
    return None if hashes[n] in hashes[:n] else hashes[n]


def _people(drawn):
    """Some have two records; an address is protected for the person."""
    files: list[File] = []
    seen = set()
    for n, (whose, kind, protection) in enumerate(drawn):
        patient = numbered(9, whose % 4)
        known = [file.protection for file in files if file.patient == patient]
        if (patient, kind) not in seen:
            seen.add((patient, kind))
            shown = known[0] if known else protection
            files.append(File(numbered(_FILES, n), patient, kind, shown))
    return tuple(files)


def _apart(jobs):
    """Nobody has the same job twice at a time: the database refuses it."""
    kept: list[Job] = []
    for job in jobs:
        same = [
            other
            for other in kept
            if (other.account, other.unit, other.role)
            == (job.account, job.unit, job.role)
        ]
        if not any(_overlap(job.period, other.period) for other in same):
            kept.append(job)
    return tuple(kept)


def _overlap(one, other):
    return (other.until is None or one.since < other.until) and (
        one.until is None or other.since < one.until
    )


def _told_once(duties):
    kept = {(duty.account, duty.unit, duty.period.since): duty for duty in duties}
    return tuple(kept.values())


def _relation(n, drawn, places, accounts, files):
    basis, whose, to_whom, period, ended = drawn
    is_unit = basis in OF_A_UNIT
    return Relation(
        id=numbered(_RELATIONS, n),
        record=_pick(files, whose).id,
        basis=basis,
        period=ended if basis in WITH_AN_END else period,
        unit=_pick(places, to_whom).id if is_unit else None,
        account=None if is_unit else _pick(accounts, to_whom).id,
        readable_until=ended.since if basis in BOUNDED else None,
    )


def _block(n, drawn, jobs, relations):
    """Against somebody who has the record, as what he works, or where: else it would seldom hit."""
    whose, what, whom, against, period, kind = drawn
    relation = _pick(relations, whose)
    near = [
        job
        for job in jobs
        if job.account == relation.account or job.unit == relation.unit
    ]
    job = _pick(near or jobs, against)
    named = {"person": job.account, "role": job.role, "unit": job.unit, "all": None}
    return Closed(
        id=numbered(_CLOSED, n),
        record=relation.record,
        what=what,
        whom=whom,
        period=period,
        kind=kind if what == "kind" else "",
        document=numbered(_DOCUMENTS, against % 3) if what == "document" else None,
        against=named[whom],
    )


def _askers(accounts, jobs, choices):
    """Each has chosen all his units, all but one, or none."""
    askers = []
    for account, choice in zip(accounts, choices, strict=False):
        units = sorted({job.unit for job in jobs if job.account == account.id})
        if choice % 5 == 1:
            units = units[1:]
        askers.append(Asker(account.id, () if choice == 99 else tuple(units)))
    return tuple(askers)
