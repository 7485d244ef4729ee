"""Verbs for saved searches: keep a search line under a name, rename it, let it go."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.errors import InvalidValue
from app.domain.saved_search import SavedSearch
from app.services.parties import our_today_in
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace
from app.texts.query.reading import read

__all__ = ["SavedRow", "list_all", "remove", "rename", "save"]

_LONGEST = 60


@dataclass(frozen=True)
class SavedRow:
    """A saved search."""

    id: UUID
    name: str
    line: str


def list_all(workspace: Workspace) -> tuple[SavedRow, ...]:
    """Return the saved searches in the order in which they were saved."""
    with workspace.read() as reader:
        found = sorted(reader.find(SavedSearch), key=lambda each: (each.ordinal, each.name))
    return tuple(SavedRow(each.id, each.name, each.line) for each in found)


def save(workspace: Workspace, *, name: str, line: str) -> ChangeSet:
    """Keep a search line; under a name that is there already it takes the place of that one.

    Raises:
        InvalidValue: if it has no name, or the line finds nothing whatever is in the workspace.
    """
    wanted = _named(name)
    with workspace.write("Save search") as work:
        asked = read(line, today=our_today_in(work, workspace))
        if asked.is_empty or asked.problem is not None:
            sentence = asked.problem.sentence if asked.problem else "Type what to look for first."
            raise InvalidValue("saved_search", (("line", sentence),))
        known = work.first(SavedSearch, name=wanted)
        if known is None:
            ordinal = max((each.ordinal for each in work.find(SavedSearch)), default=0) + 1
            known = work.add(SavedSearch(name=wanted, line=line.strip(), ordinal=ordinal))
        else:
            known.line = line.strip()
        return work.commit(subject=known.id)


def rename(workspace: Workspace, *, search_id: UUID, name: str) -> ChangeSet:
    """Call a saved search otherwise.

    Raises:
        InvalidValue: if the name is empty.
        RuleBroken: if another one is called so.
    """
    wanted = _named(name)
    with workspace.write("Rename saved search") as work:
        found = work.get(SavedSearch, search_id)
        found.name = wanted
        return work.commit(subject=found.id)


def remove(workspace: Workspace, *, search_id: UUID) -> ChangeSet:
    """Let a saved search go; nothing that it found is touched."""
    with workspace.write("Remove saved search") as work:
        work.delete(work.get(SavedSearch, search_id))
        return work.commit(subject=search_id)


def _named(name: str) -> str:
    wanted = " ".join(name.split())[:_LONGEST].strip()
    if not wanted:
        raise InvalidValue("saved_search", (("name", "Enter a name, such as Open with Mongolia."),))
    return wanted
