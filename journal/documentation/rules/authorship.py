"""Who may change what stands in the record.

The author answers for what he wrote, so he corrects it (helsepersonelloven § 42).
An author may have left, or may not agree: then the leader of a unit that has the
patient corrects it, and says why. When the stay has ended, each at the former
unit finishes and corrects what he wrote himself, and begins nothing new.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands to an entry.

    Args:
        is_author: he signed one of its versions.
        leads: he leads the unit by which the record is open to him.
        is_former: that unit's stay with the patient has ended.
    """

    is_author: bool
    leads: bool
    is_former: bool

    @property
    def may_correct(self) -> bool:
        """Whether he may write the next version, or mark the entry as an error."""
        return self.is_author or (self.leads and not self.is_former)

    @property
    def must_say_why(self) -> bool:
        """Whether a correction needs a reason, since somebody else's words are changed."""
        return not self.is_author
