"""Tables of sentences, and how one is picked and filled in so that it is not said too often."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

# A sentence may stand twice in a record; the promise is three times at most.
MOST_OF_A_SENTENCE = 2
MOST_OF_A_PHRASE = 4
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-zæøå0-9])")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say something: when, of whom, and the words."""

    topic: str
    shifts: str
    needs: tuple[frozenset[str], ...]
    bars: tuple[frozenset[str], ...]
    text: str

    @property
    def is_particular(self) -> bool:
        """Whether it is true of some patients only."""
        return any(self.needs)

    def suits(self, shift: str, tags: Collection[str]) -> bool:
        """Whether the phrase is true of a patient with these tags in this shift."""
        if shift not in self.shifts and "*" not in self.shifts:
            return False
        for need, bar in zip(self.needs, self.bars, strict=True):
            if need.issubset(tags) and bar.isdisjoint(tags):
                return True
        return False


@cache
def parse(table: str) -> tuple[Phrase, ...]:
    """Read a table: `# topic`, then `shifts tags | sentence`.

    Tags divided by commas must all hold, those divided by spaces are alternatives; an
    exclamation mark bars.
    """
    phrases, topic = [], ""
    for line in table.strip().splitlines():
        if line.startswith("# "):
            topic = line[2:]
            continue
        head, _, text = line.partition(" | ")
        shifts, *alternatives = head.split()
        groups = [group.split(",") for group in alternatives] or [[]]
        phrases.append(
            Phrase(
                topic=topic,
                shifts=shifts,
                needs=tuple(
                    frozenset(t for t in g if not t.startswith("!")) for g in groups
                ),
                bars=tuple(
                    frozenset(t[1:] for t in g if t.startswith("!")) for g in groups
                ),
                text=text,
            )
        )
    return tuple(phrases)


@dataclass(frozen=True, slots=True)
class SpellLine:
    """One note of a small course of events."""

    day: int
    shift: str
    profession: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Spell:
    """A small course of events over some days."""

    name: str
    needs: frozenset[str]
    bars: frozenset[str]
    lines: tuple[SpellLine, ...]

    def suits(self, tags: Collection[str]) -> bool:
        """Whether it can happen to a patient with these tags."""
        return self.needs.issubset(tags) and self.bars.isdisjoint(tags)


@cache
def parse_spells(table: str) -> tuple[Spell, ...]:
    """Read courses of events: `@ name tags`, then `day shift profession kind | text`."""
    spells = []
    for block in table.strip().removeprefix("@ ").split("\n@ "):
        first, *rest = block.splitlines()
        name, tags = first.split()
        wanted = [] if tags == "-" else tags.split(",")
        lines = []
        for line in rest:
            head, _, text = line.partition(" | ")
            day, shift, profession, kind = head.split()
            lines.append(SpellLine(int(day), shift, profession, kind, text))
        needs = frozenset(t for t in wanted if not t.startswith("!"))
        bars = frozenset(t[1:] for t in wanted if t.startswith("!"))
        spells.append(Spell(name, needs, bars, tuple(lines)))
    return tuple(spells)


def with_slip(text: str, rng: Random) -> str:
    """Let the writer's finger slip: two letters change places in one long word."""
    words = text.split(" ")
    long_words = [
        n
        for n, word in enumerate(words)
        if len(word) > 6 and word.isalpha() and word.islower()
    ]
    if not long_words:
        return text
    nth = rng.choice(long_words)
    at = rng.randint(2, len(words[nth]) - 3)
    word = words[nth]
    words[nth] = f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
    return " ".join(words)


def sentences(text: str) -> list[str]:
    """Divide a note into sentences."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part]


def say(text: str, slots: Mapping[str, str], rng: Random) -> str:
    """Choose among `[a|b]`, fill in `{x}`, and begin with a capital letter.

    Raises:
        KeyError: the text names something that is not known of this patient.
    """
    chosen = _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), text)
    filled = _SLOT.sub(lambda match: slots[match[1]], chosen)
    return filled[:1].upper() + filled[1:]


@dataclass(slots=True)
class Memory:
    """What has been written about one patient; `everywhere` is shared by the municipality."""

    everywhere: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    phrases: Counter[str] = field(default_factory=Counter)
    _suiting: dict[tuple[str, str, frozenset[str]], tuple[Phrase, ...]] = field(
        default_factory=dict
    )

    def admits(self, text: str) -> bool:
        """Whether none of the sentences is worn out yet."""
        return all(self.said[s] < MOST_OF_A_SENTENCE for s in sentences(text))

    def remember(self, text: str) -> None:
        """Count the sentences of a note."""
        self.said.update(sentences(text))

    def use(self, phrase: Phrase) -> None:
        """Count a phrase as used, here and in the municipality."""
        self.phrases[phrase.text] += 1
        self.everywhere[phrase.text] += 1

    def _weariness(self, phrase: Phrase) -> float:
        """Rank a phrase: what suits few comes first, what was heard often elsewhere last."""
        return (
            self.phrases[phrase.text]
            + 0.03 * self.everywhere[phrase.text]
            - 0.4 * phrase.is_particular
        )

    def freshest(
        self, phrases: Sequence[Phrase], shift: str, tags: frozenset[str], rng: Random
    ) -> list[Phrase]:
        """Order the phrases that suit: little used first, then what fits few others."""
        if not phrases:
            return []
        # A table's first words stand for the table: lists of phrases are made once.
        scope = (phrases[0].text, shift, tags)
        if scope not in self._suiting:
            self._suiting[scope] = tuple(p for p in phrases if p.suits(shift, tags))
        ranked = [
            (self._weariness(p) + rng.random(), n, p)
            for n, p in enumerate(self._suiting[scope])
            if self.phrases[p.text] < MOST_OF_A_PHRASE
        ]
        return [
            phrase for _rank, _n, phrase in sorted(ranked, key=lambda found: found[:2])
        ]


def by_topic(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Group phrases by topic, in the order of the table."""
    grouped: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        grouped.setdefault(phrase.topic, []).append(phrase)
    return {topic: tuple(found) for topic, found in grouped.items()}
