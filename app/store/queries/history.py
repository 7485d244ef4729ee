"""Which change an undo would take back now, and which one a redo would bring back.

A change set that undoes another names it in ``undo_of``; one that brings it back names the undo.
So every intention heads a chain, and the length of the chain says whether it holds. A record that
is restored from the trash takes its deletion back as well, but is an intention of its own: whoever
presses Ctrl+Z after it means just that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from app.domain.checked import kind_of
from app.domain.issued import IssuedDocument
from app.domain.journal import ChangeEntry, ChangeSetEntry
from app.store.reader import Reader

NOT_UNDONE = frozenset({"Build the sample workspace"})
"""What nobody means by "undo"; nothing from before it is taken back either."""

_UNDO, _REDO = "Undo ", "Redo "
"""How the names begin of change sets that only undo, or bring back what was undone."""

_FAR_BACK = 500
"""How many change sets are looked through; further back nobody remembers what an undo would do."""


@dataclass(frozen=True)
class UndoRow:
    """A change that can be taken back, or brought back.

    Attributes:
        number: The change set whose effect is to be reversed.
        use_case: What was done, in the user's words.
        actor, at: Who did it, and when.
    """

    number: int
    use_case: str
    actor: str
    at: datetime


@dataclass
class _Intention:
    """What somebody did, and which number of its chain is to be reversed next."""

    number: int
    row: UndoRow
    last: int
    holds: bool = True


@dataclass
class _Chain:
    """Change sets of which each reverses the one before, and what people meant by them.

    Attributes:
        intentions: What was meant, in order: a deletion, say, and its restoring long after.
        applied: How many of them hold; those behind can be brought back.
    """

    intentions: list[_Intention]
    applied: int = 0

    def follow(self, row: ChangeSetEntry) -> None:
        """Take the next change set of the chain into account."""
        assert row.id is not None
        if not is_backwards(row.undo_of, row.use_case):
            told = UndoRow(row.id, row.use_case, row.actor, row.at)
            del self.intentions[self.applied :]
            self.intentions.append(_Intention(row.id, told, row.id))
            self.applied += 1
        else:
            self.applied += -1 if row.use_case.startswith(_UNDO) else 1
        for place, intention in enumerate(self.intentions):
            intention.last, intention.holds = row.id, place < self.applied


def next_undo(reader: Reader) -> UndoRow | None:
    """Return the newest change that holds; ``None`` if there is none to be taken back."""
    for intention in reversed(_intentions(reader)):
        if intention.row.use_case in NOT_UNDONE:
            return None
        if intention.holds:
            return _reversing(intention)
    return None


def next_redo(reader: Reader) -> UndoRow | None:
    """Return the change that was undone last, unless something else was done since."""
    intentions = _intentions(reader)
    newest = max((each.number for each in intentions), default=0)
    waiting = [each for each in intentions if not each.holds and each.last > newest]
    return _reversing(waiting[0]) if waiting else None


def _reversing(intention: _Intention) -> UndoRow:
    row = intention.row
    return UndoRow(intention.last, row.use_case, row.actor, row.at)


def _intentions(reader: Reader) -> list[_Intention]:
    """Return what was done of late, oldest first; what was written to files is left out.

    A file that has left the workspace is not called back by undoing, so saving a document neither
    is undone nor keeps what was done before it from being undone.
    """
    rows = _recent(reader)
    of_files = _that_wrote_files(reader, [row.id for row in rows if row.id is not None])
    chains: list[_Chain] = []
    ends: dict[int, _Chain] = {}
    for row in rows:
        assert row.id is not None
        chain = ends.pop(row.undo_of, None) if row.undo_of is not None else None
        if chain is None:
            if row.id in of_files or is_backwards(row.undo_of, row.use_case):
                continue
            chain = _Chain([])
            chains.append(chain)
        chain.follow(row)
        ends[row.id] = chain
    found = (intention for chain in chains for intention in chain.intentions)
    return sorted(found, key=lambda intention: intention.number)


def is_backwards(undo_of: int | None, use_case: str) -> bool:
    """Return whether a change set only undid another, or brought back what was undone."""
    return undo_of is not None and use_case.startswith((_UNDO, _REDO))


def _recent(reader: Reader) -> Sequence[ChangeSetEntry]:
    newest_first = select(ChangeSetEntry).order_by(col(ChangeSetEntry.id).desc()).limit(_FAR_BACK)
    return tuple(reversed(reader.scalars(newest_first)))


def _that_wrote_files(reader: Reader, numbers: Sequence[int]) -> frozenset[int]:
    if not numbers:
        return frozenset()
    wrote = select(col(ChangeEntry.change_set_id)).where(
        col(ChangeEntry.change_set_id) >= numbers[0],
        col(ChangeEntry.entity) == kind_of(IssuedDocument),
    )
    return frozenset(reader.scalars(wrote))
