"""What a person changed by hand in a document that JWG Desk made, and what can be done then."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from app.domain.errors import Misfortune


class IfChanged(StrEnum):
    """What to do where a person has changed what would be written over."""

    ASK = "ask"
    KEEP_BOTH = "keep-both"
    REPLACE = "replace"


class Choice(StrEnum):
    """What can be offered where a person has changed it."""

    COMPARE = "compare"
    KEEP_BOTH = "keep-both"
    REPLACE = "replace"


class DiskState(StrEnum):
    """How a file on the disk stands to what was written there."""

    ABSENT = "absent"
    AS_WRITTEN = "as-written"
    CHANGED = "changed"
    UNKNOWN = "unknown"


class ChangedByHand(Misfortune):
    """What was to be written over, a person has changed, or it is not ours.

    Attributes:
        path: The file on the disk; ``None`` for a copy that came back and is in the workspace.
        document_id: What was written there; ``None`` where nothing is known of the file.
        choices: What can be done about it.
    """

    def __init__(self, name: str, *, path: Path | None, document_id: UUID | None) -> None:
        if path is None:
            sentence = f"A changed copy of “{name}” came back and is not yet in the records."
        elif document_id is None:
            sentence = f"There is already a file “{name}” that this workspace did not write."
        else:
            sentence = f"“{name}” was changed by hand after it was saved."
        super().__init__(sentence, "Compare the two, keep both, or replace the old one.")
        self.path = path
        self.document_id = document_id
        known = (Choice.COMPARE,) if document_id is not None else ()
        self.choices = (*known, Choice.KEEP_BOTH, Choice.REPLACE)


@dataclass(frozen=True)
class HandChange:
    """One place at which a person changed a document: its paragraphs before and after."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def list_changes(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[HandChange, ...]:
    """Return where the paragraphs of a document differ, in order."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        HandChange(before[first:last], after[start:end])
        for kind, first, last, start, end in matcher.get_opcodes()
        if kind != "equal"
    )
