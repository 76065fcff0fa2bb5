"""The weights, fixed and published: how often a mark is seen when somebody snoops.

Each mark is worth log(SEEN / prevalence): SEEN stands here and is a judgement, set by
reasoning and on training seeds, and frozen before a held-out one was scored. Prevalence
is how common the mark is in the log at hand, where nearly all accesses are right, and
USUAL is what is assumed before the log has said much. So a surname that half the valley
has, or a search that everybody uses, is worth little there, and the same weights serve a
municipality that looks different.

`digest()` is printed in docs/detection.md beside the figures that were made with them.
"""

import hashlib
import json
from enum import IntEnum, StrEnum


class Strength(IntEnum):
    """How well the facts explain an access, weakest first."""

    NONE = 0
    DECLARED = 1
    LIKELY = 2
    NEAR = 3
    UNIT = 4
    DUTY = 5
    NAMED = 6


class Mark(StrEnum):
    """What speaks for misuse: flags that an access can carry."""

    OWN_RECORD = "own_record"
    RELATIVE = "relative"
    HOUSEHOLD = "household"
    FAMILY_HOME = "family_home"
    FORMER_HOME = "former_home"
    SURNAME = "surname"
    NEXT_DOOR = "next_door"
    STREET = "street"
    CLOSE_COLLEAGUE = "close_colleague"
    COLLEAGUE = "colleague"
    WELL_KNOWN = "well_known"
    PROTECTED = "protected"
    ENDED = "ended"
    DEAD = "dead"
    ALONE = "alone"
    UNWRITTEN = "unwritten"
    NEVER_WROTE = "never_wrote"
    SEARCHED = "searched"
    SEARCHED_AGAIN = "searched_again"
    OFF_DUTY = "off_duty"
    NIGHT = "night"
    REPEATED = "repeated"
    SELDOM = "seldom"
    MANY_UNEXPLAINED = "many_unexplained"
    MANY = "many"


# Of a hundred look-ups that were snooping, how many the facts explain so well.
SEEN_STRENGTH = {
    Strength.NONE: 0.60,
    Strength.DECLARED: 0.04,
    Strength.LIKELY: 0.03,
    Strength.NEAR: 0.08,
    Strength.UNIT: 0.12,
    Strength.DUTY: 0.10,
    Strength.NAMED: 0.03,
}
USUAL_STRENGTH = {
    Strength.NONE: 0.03,
    Strength.DECLARED: 0.01,
    Strength.LIKELY: 0.01,
    Strength.NEAR: 0.02,
    Strength.UNIT: 0.23,
    Strength.DUTY: 0.10,
    Strength.NAMED: 0.60,
}

# Of what the two are to each other: counted once for each pair of worker and patient.
SEEN_CLOSE = {
    Mark.OWN_RECORD: 0.05,
    Mark.RELATIVE: 0.12,
    Mark.HOUSEHOLD: 0.10,
    Mark.FAMILY_HOME: 0.06,
    Mark.FORMER_HOME: 0.07,
    Mark.NEXT_DOOR: 0.08,
    Mark.STREET: 0.14,
    Mark.CLOSE_COLLEAGUE: 0.13,
    Mark.COLLEAGUE: 0.18,
    Mark.WELL_KNOWN: 0.13,
    Mark.PROTECTED: 0.05,
}
USUAL_CLOSE = {
    Mark.OWN_RECORD: 0.0001,
    Mark.RELATIVE: 0.001,
    Mark.HOUSEHOLD: 0.0005,
    Mark.FAMILY_HOME: 0.002,
    Mark.FORMER_HOME: 0.001,
    Mark.NEXT_DOOR: 0.002,
    Mark.STREET: 0.006,
    Mark.CLOSE_COLLEAGUE: 0.004,
    Mark.COLLEAGUE: 0.04,
    Mark.WELL_KNOWN: 0.004,
    Mark.PROTECTED: 0.01,
}
# Of a shared surname the prevalence is how many bear it.
SEEN_SURNAME = 0.25

# Of how it was done: counted once for each look-up, by role and strength. NEVER_WROTE is a
# share of those UNWRITTEN, and SEARCHED_AGAIN of those SEARCHED, so that both may count.
SEEN_MANNER = {
    Mark.ENDED: 0.12,
    Mark.DEAD: 0.03,
    Mark.ALONE: 0.60,
    Mark.UNWRITTEN: 0.85,
    Mark.NEVER_WROTE: 0.85,
    Mark.SEARCHED: 0.70,
    Mark.SEARCHED_AGAIN: 0.45,
    Mark.OFF_DUTY: 0.40,
    Mark.NIGHT: 0.15,
    Mark.REPEATED: 0.12,
    Mark.SELDOM: 0.85,
}
USUAL_MANNER = {
    Mark.ENDED: 0.01,
    Mark.DEAD: 0.002,
    Mark.ALONE: 0.10,
    Mark.UNWRITTEN: 0.50,
    Mark.NEVER_WROTE: 0.70,
    Mark.SEARCHED: 0.10,
    Mark.SEARCHED_AGAIN: 0.10,
    Mark.OFF_DUTY: 0.10,
    Mark.NIGHT: 0.06,
    Mark.REPEATED: 0.15,
    Mark.SELDOM: 0.40,
}
# Marks whose absence speaks for the worker, when it is known, and up to which strength:
# in his own unit nobody is alone, whatever he does.
ABSENCE_COUNTS = {
    Mark.UNWRITTEN: Strength.NAMED,
    Mark.SEARCHED: Strength.NAMED,
    Mark.OFF_DUTY: Strength.NAMED,
    Mark.SELDOM: Strength.NAMED,
    Mark.ALONE: Strength.LIKELY,
}

# Log-odds that a look-up nobody knows anything of is snooping: one of a thousand.
PRIOR = -6.9
# No single mark is worth more, or less.
MOST, LEAST = 7.0, -3.0
# What a second, third... sign of the same closeness adds, as a share of its worth.
SAME_CLOSENESS = 0.4
# What a week's second, third... look-up adds, as a share of the one before.
NEXT_LOOKUP = 0.5
# Log-odds above which a look-up is part of the case's reasons.
WORTH_TELLING = -4.0
# Points for each standard deviation above what the role usually does in a week.
MANY_UNEXPLAINED_FROM, MANY_UNEXPLAINED_SLOPE, MANY_UNEXPLAINED_MOST = 3.0, 0.5, 7.0
MANY_FROM, MANY_SLOPE, MANY_MOST = 3.5, 0.5, 3.0
# How many look-ups the log must hold before it says as much as USUAL does.
TRUST_IN_USUAL, TRUST_IN_WHOLE = 200, 60


def digest() -> str:
    """Sixteen hexadecimal digits that change when any weight does."""
    numbers = {
        name: {str(key): value for key, value in table.items()}
        if isinstance(table, dict)
        else table
        for name, table in globals().items()
        if name.isupper()
    }
    text = json.dumps(numbers, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
