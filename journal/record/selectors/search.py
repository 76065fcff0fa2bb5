"""Finding people: exactly those the worker may open, best hit first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from access import policy
from access.actions import Action
from access.policy import Decision
from access.predicate import parameters, predicate
from access.roles import RecordKind
from access.worker import Worker
from journal.record.models import Episode, Patient
from journal.record.rules.age import age_text
from journal.record.rules.names import fold, is_called
from journal.record.selectors.question import Question, QuestionKind

# A page of hits names people to somebody who mostly wants one: as few as are of use.
HITS_MAX = 25

_BY_NAME = "SELECT patient_id, score FROM journal_search_people(%(words)s)"
_BY_BIRTH_DATE = """
SELECT born.patient_id, born.score
FROM unnest(%(days)s::date[]) AS wanted (day)
CROSS JOIN LATERAL journal_search_birth_date(wanted.day) AS born
"""
_BY_BOTH = f"""
SELECT named.patient_id, named.score
FROM ({_BY_NAME}) AS named JOIN ({_BY_BIRTH_DATE}) AS born USING (patient_id)
"""  # noqa: S608
_BY_ID = "SELECT unnest(%(people)s::uuid[]) AS patient_id, 1::real AS score"
_FOUND = {
    QuestionKind.NAME: _BY_NAME,
    QuestionKind.BIRTH_DATE: _BY_BIRTH_DATE,
    QuestionKind.NAME_AND_BIRTH_DATE: _BY_BOTH,
    QuestionKind.IDENTIFIER: _BY_ID,
}
# Whom the worker may open is asked of the best first; of the others only when those give too
# few. Who may open most of a large municipality is then answered as quickly as anybody.
# The few that are shown are taken out of `mine` before they are joined: PostgreSQL expects
# a handful of hits, and would otherwise go through all of them once for each that is shown.
_SEARCH = """
WITH found AS MATERIALIZED (
  SELECT patient_id, score, row_number() OVER (ORDER BY score DESC, patient_id) AS place
  FROM (SELECT patient_id, max(score) AS score FROM ({found}) AS one GROUP BY 1) AS each
), of_best AS MATERIALIZED ({of_best}),
others AS MATERIALIZED (
  SELECT found.patient_id FROM found WHERE place > %(first)s
    AND (SELECT count(DISTINCT of_best.patient_id) FROM of_best) < %(limit)s
), of_others AS MATERIALIZED ({of_others}),
mine AS (SELECT * FROM of_best UNION ALL SELECT * FROM of_others),
best AS MATERIALIZED (
  SELECT found.patient_id, found.score, found.place FROM found
  WHERE found.patient_id IN (SELECT mine.patient_id FROM mine)
  ORDER BY found.place LIMIT %(limit)s
), shown AS MATERIALIZED (
  SELECT * FROM mine WHERE mine.patient_id = ANY (ARRAY(SELECT best.patient_id FROM best))
)
SELECT shown.*, best.score FROM best JOIN shown USING (patient_id)
ORDER BY best.place, shown.kind
"""
_FIRST = 200
_OF_BEST = predicate(
    Action.READ_IDENTITY,
    only="related.patient_id IN (SELECT found.patient_id FROM found WHERE place <= %(first)s)",
)
_OF_OTHERS = predicate(
    Action.READ_IDENTITY,
    only="related.patient_id IN (SELECT others.patient_id FROM others)",
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to, before any name is read.

    Args:
        decisions: one for each record the worker may open, best first.
        scores: how well each person fits, from 0 to 1.
        is_cut: whether there were more people than are shown.
        words: what they were to be called, folded; "" when no name was asked for.
    """

    decisions: list[Decision]
    scores: dict[UUID, float]
    is_cut: bool
    words: str = ""

    @property
    def people_count(self) -> int:
        """How many people are shown."""
        return len(self.scores)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record in the list of hits; never with an address."""

    record_id: UUID
    patient_id: UUID
    kind: RecordKind
    name: str
    birth_date: date
    age_text: str
    sex_label: str
    place: str
    unit_names: str
    is_deceased: bool
    is_alike: bool
    is_called: bool

    @property
    def record_kind_label(self) -> str:
        """What sort of record it is, when it is not the ordinary journal."""
        return "" if self.kind is RecordKind.JOURNAL else str(self.kind.label)


@dataclass(frozen=True, slots=True)
class Hits:
    """Those who are called what was typed, and those who only look like it."""

    called: list[Hit]
    similar: list[Hit]

    @property
    def called_count(self) -> int:
        """How many people are called what was typed; one may have two records."""
        return len({hit.patient_id for hit in self.called})


def find_people(worker: Worker, question: Question) -> Found:
    """Find the people a question fits among those the worker may open, in one statement."""
    words = fold(question.words)
    values = parameters(worker, Action.READ_IDENTITY) | {
        "words": words,
        "days": list(question.birth_dates),
        "people": list(question.patient_ids),
        "first": _FIRST,
        "limit": HITS_MAX + 1,
    }
    found = _FOUND[question.kind]
    statement = _SEARCH.format(found=found, of_best=_OF_BEST, of_others=_OF_OTHERS)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    decisions = [policy.allowed(row[:-1], Action.READ_IDENTITY) for row in rows]
    scores = {d.patient_id: row[-1] for d, row in zip(decisions, rows, strict=True)}
    shown = set(list(scores)[:HITS_MAX])
    return Found(
        decisions=[decision for decision in decisions if decision.patient_id in shown],
        scores={person: score for person, score in scores.items() if person in shown},
        is_cut=len(scores) > HITS_MAX,
        words=words,
    )


def sorted_hits(found: Found) -> Hits:
    """Read the names of those found, and tell the two sorts apart."""
    hits = hits_of(found)
    return Hits(
        called=[hit for hit in hits if hit.is_called],
        similar=[hit for hit in hits if not hit.is_called],
    )


def hits_of(found: Found) -> list[Hit]:
    """Read the names of those found; their particulars are open now.

    First those who are called what was typed; among them and the others, best fit first;
    equally good ones as a Norwegian orders names.
    """
    people = Patient.objects.in_bulk(list(found.scores))
    places = _places(found.decisions)
    keys = [person.name_key for person in people.values()]
    hits = [
        _hit(decision, people[decision.patient_id], places, keys, found.words)
        for decision in found.decisions
        if decision.patient_id in people
    ]

    def order(hit: Hit) -> tuple[bool, float, str, str]:
        tier = -round(found.scores[hit.patient_id], 1)
        return not hit.is_called, tier, people[hit.patient_id].sort_key, hit.kind

    return sorted(hits, key=order)


def _hit(
    decision: Decision,
    person: Patient,
    places: dict[UUID, list[Episode]],
    keys: Sequence[str],
    words: str,
) -> Hit:
    stays = places.get(decision.record_id, [])
    return Hit(
        record_id=decision.record_id,
        patient_id=person.pk,
        kind=decision.kind,
        name=person.list_name,
        birth_date=person.birth_date,
        age_text=age_text(
            person.birth_date, person.deceased_on or timezone.localdate()
        ),
        sex_label=person.sex_label_on(timezone.localdate()),
        place=next((stay.place_text for stay in stays if stay.place_text), ""),
        unit_names=", ".join(dict.fromkeys(stay.unit.name for stay in stays)),
        is_deceased=person.deceased_on is not None,
        is_alike=keys.count(person.name_key) > 1,
        is_called=is_called(person.name_key, words),
    )


def _places(decisions: Sequence[Decision]) -> dict[UUID, list[Episode]]:
    """The stays in force of the records, but none a former unit has no business with."""
    current = [d.record_id for d in decisions if d.readable_until is None]
    stays: dict[UUID, list[Episode]] = {}
    episodes = Episode.objects.filter(record_id__in=current, ends_at=None)
    for episode in episodes.select_related("unit").order_by("starts_at"):
        stays.setdefault(episode.record_id, []).append(episode)
    return stays
