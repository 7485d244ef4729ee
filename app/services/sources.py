"""Verbs for sources: enter one, and record what it says about a record, word for word."""

from uuid import UUID

from app.domain.source import Source, Statement
from app.store.change_set import ChangeSet
from app.store.queries import sources as queries
from app.store.queries.sources import SourceNote
from app.store.workspace import Workspace

__all__ = ["SourceNote", "list_about", "list_all", "register", "state"]


def list_about(workspace: Workspace, *, entity: str, key: UUID | int) -> tuple[SourceNote, ...]:
    """Return everything that sources say about a record, disagreements marked."""
    with workspace.read() as reader:
        return queries.notes_about(reader, entity=entity, key=key)


def list_all(workspace: Workspace) -> tuple[tuple[UUID, str], ...]:
    """Return all sources by title."""
    with workspace.read() as reader:
        found = [(source.id, source.title) for source in reader.find(Source)]
    return tuple(sorted(found, key=lambda pair: pair[1].casefold()))


def register(workspace: Workspace, draft: Source) -> ChangeSet:
    """Enter a source with its quality."""
    with workspace.write("Register source") as work:
        source = work.add(draft.copied())
        return work.commit(subject=source.id)


def state(workspace: Workspace, draft: Statement) -> ChangeSet:
    """Record what a source says about one field of one record; another may say otherwise."""
    with workspace.write("Record statement of source") as work:
        work.get(Source, draft.source_id)
        statement = work.add(draft.copied())
        return work.commit(subject=statement.id)
