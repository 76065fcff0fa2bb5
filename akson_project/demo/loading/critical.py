"""What is critical about each patient, and that somebody has asked."""

from typing import Any

from akson_project.demo.loading.keys import Keys, store_with_history
from akson_project.demo.loading.patients import record_id
from akson_project.demo.loading.people import midnight
from akson_project.demo.stories.model import Language, PatientStory, RecordStory, World
from journal.record.models import CriticalInformation, CriticalReview

_EARLIER_RECORD: dict[Language, str] = {
    "nb": "Tidligere journal",
    "nn": "Tidlegare journal",
}


def load_critical(world: World, keys: Keys) -> None:
    """Store critical information and reviews, each by its author."""
    authors = _Authors(world, keys)
    journals = [
        (story, record)
        for story in world.patients
        for record in story.records
        if record.kind == "journal"
    ]
    items = [item for one in journals for item in _items(*one, authors, keys)]
    reviews = [review for one in journals for review in _reviews(*one, authors, keys)]
    store_with_history(CriticalInformation, items, keys, changed_at="written_at")
    store_with_history(CriticalReview, reviews, keys, changed_at="written_at")


class _Authors:
    """Names who wrote something; nobody left from then is an earlier record."""

    def __init__(self, world: World, keys: Keys) -> None:
        self._keys = keys
        self._names = {w.key: f"{w.given} {w.family}" for w in world.workers}
        self._earlier = _EARLIER_RECORD[world.language]

    def facts(self, key: str | None) -> dict[str, Any]:
        """The columns that say who wrote a row."""
        author_id = self._keys.of("worker", key or "earlier record")
        return {"author_id": author_id, "author_name": self.name(key)}

    def name(self, key: str | None) -> str:
        """The name of somebody, or what stands for those who are not here any more."""
        return self._names[key] if key else self._earlier


def _items(
    story: PatientStory, record: RecordStory, authors: _Authors, keys: Keys
) -> list[CriticalInformation]:
    return [
        CriticalInformation(
            id=keys.of("critical", f"{story.key}:{number}"),
            record_id=record_id(keys, story, record),
            category=item.category,
            text=item.text,
            severity=item.severity,
            source=item.source,
            status=item.status,
            written_at=midnight(item.registered_on),
            ended_at=midnight(item.ended_on) if item.ended_on else None,
            ended_by_name=authors.name(item.ended_by) if item.ended_on else "",
            ended_why=item.ended_why,
            **authors.facts(item.author),
        )
        for number, item in enumerate(story.critical)
    ]


def _reviews(
    story: PatientStory, record: RecordStory, authors: _Authors, keys: Keys
) -> list[CriticalReview]:
    if story.asked is None:
        return []
    return [
        CriticalReview(
            id=keys.of("review", story.key),
            record_id=record_id(keys, story, record),
            written_at=story.asked.at,
            **authors.facts(story.asked.author),
        )
    ]
