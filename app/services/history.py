"""Verbs for taking back what was done, and for bringing it back, across restarts too."""

from app.domain.errors import Misfortune
from app.store.change_set import ChangeSet
from app.store.queries import history as queries
from app.store.queries.history import UndoRow
from app.store.undoing import CannotBeUndone, ChangedSince, take_back
from app.store.workspace import Workspace

__all__ = [
    "CannotBeUndone",
    "ChangedSince",
    "NothingToRedo",
    "NothingToUndo",
    "UndoRow",
    "next_redo",
    "next_undo",
    "redo",
    "undo",
]


class NothingToUndo(Misfortune):
    """There is nothing that could be taken back."""

    def __init__(self) -> None:
        super().__init__("There is nothing to undo.")


class NothingToRedo(Misfortune):
    """There is nothing that could be brought back."""

    def __init__(self) -> None:
        super().__init__("There is nothing to redo.", "Something else was done since the undo.")


def next_undo(workspace: Workspace) -> UndoRow | None:
    """Return the change that ``undo`` would take back now."""
    with workspace.read() as reader:
        return queries.next_undo(reader)


def next_redo(workspace: Workspace) -> UndoRow | None:
    """Return the change that ``redo`` would bring back now."""
    with workspace.read() as reader:
        return queries.next_redo(reader)


def undo(workspace: Workspace) -> ChangeSet:
    """Take the newest change back, as a change of its own.

    Raises:
        NothingToUndo: if there is none.
        ChangedSince: if what it touched was changed since.
        CannotBeUndone: if it adopted or signed something.
    """
    row = next_undo(workspace)
    if row is None:
        raise NothingToUndo
    return _reverse(workspace, row, name=f"Undo {row.use_case}")


def redo(workspace: Workspace) -> ChangeSet:
    """Bring back what was undone last.

    Raises:
        NothingToRedo: if nothing was, or something else was done since.
        ChangedSince: if what it touched was changed since.
    """
    row = next_redo(workspace)
    if row is None:
        raise NothingToRedo
    return _reverse(workspace, row, name=f"Redo {row.use_case}")


def _reverse(workspace: Workspace, row: UndoRow, *, name: str) -> ChangeSet:
    with workspace.write(name, undo_of=row.number) as work:
        return take_back(work, number=row.number, use_case=row.use_case)
