"""Verbs for parties: register one, give it a further name."""

from uuid import UUID

from app.domain.names import sort_key
from app.domain.party import Party, PartyName
from app.store.change_set import ChangeSet
from app.store.queries import parties as queries
from app.store.queries.parties import PartyChip, PartyRow
from app.store.workspace import Workspace

__all__ = ["PartyChip", "PartyRow", "add_name", "find_by_code", "list_all", "register"]


def list_all(workspace: Workspace, *, language: str = "en") -> tuple[PartyRow, ...]:
    """Return all parties by name."""
    with workspace.read() as reader:
        return queries.list_parties(reader, language=language)


def find_by_code(workspace: Workspace, *, code: str) -> UUID | None:
    """Return the key of the party with a code, or ``None``."""
    with workspace.read() as reader:
        party = reader.first(Party, code=code)
        return party.id if party else None


def register(workspace: Workspace, draft: Party) -> ChangeSet:
    """Enter a party; a province or city needs the state it belongs to."""
    with workspace.write("Register party") as work:
        party = draft.copied()
        party.sort_key = sort_key(party.names)
        work.add(party)
        return work.commit(subject=party.id)


def add_name(workspace: Workspace, draft: PartyName) -> ChangeSet:
    """Give a party a further name, with the dates of its use."""
    with workspace.write("Add name of party") as work:
        work.get(Party, draft.party_id)
        name = work.add(draft.copied())
        return work.commit(subject=name.id)
