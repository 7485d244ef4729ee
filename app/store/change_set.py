"""What a unit of work changed, so that every screen knows whether it must read again."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ChangeSet:
    """The outcome of one committed intention.

    Attributes:
        number: Its number in the journal; None if nothing was changed.
        use_case: What was done, in the user's words, for the undo menu.
        kinds: The kinds of record (table names) that were changed.
        subject: The key of the record that it was about, such as the one that was made.
    """

    number: int | None
    use_case: str
    kinds: frozenset[str] = frozenset()
    subject: UUID | int | None = None
