"""Finds the key that a record was given from its name in the data files."""

from uuid import UUID

from app.domain.errors import Mistake
from app.domain.source import Statement
from app.services import sources
from app.services.sample.files import Row
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace

_KINDS = {
    "sources": "source",
    "parties": "party",
    "organisations": "organisation",
    "persons": "person",
    "instruments": "instrument",
    "bodies": "body",
    "meetings": "meeting",
    "projects": "project",
    "agenda": "agenda_item",
    "papers": "paper",
    "minutes": "minutes",
    "paragraphs": "minutes_paragraph",
    "decisions": "decision",
    "actions": "action_item",
    "rules": "rule_document",
    "versions": "rule_version",
    "procedures": "written_procedure",
}
"""For every noun of the data files, the kind of record it becomes."""


class Keys:
    """The records made so far, by noun and name."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], UUID] = {}

    def add(self, noun: str, name: str, change: ChangeSet) -> UUID:
        """Remember the record that ``change`` was about under its name; return its key."""
        if not isinstance(change.subject, UUID):
            raise Mistake(f"{noun}/{name} was made without a key")
        self._made[noun, name] = change.subject
        return change.subject

    def get(self, noun: str, name: str) -> UUID:
        """Return the key of a record by its name."""
        if (noun, name) not in self._made:
            raise Mistake(f"the sample refers to {noun}/{name}, which it does not have")
        return self._made[noun, name]

    def find(self, noun: str, name: str | None) -> UUID | None:
        """Return the key of a record by its name; ``None`` for no name."""
        return self.get(noun, name) if name else None

    def kind(self, noun: str) -> str:
        """Return the kind of record that a noun of the data files becomes."""
        return _KINDS[noun]


def cite(workspace: Workspace, keys: Keys, noun: str, row: Row) -> None:
    """Record every source of a row, with its sentence, for each field that it bears out."""
    entity, key = keys.kind(noun), keys.get(noun, row["key"])
    for told in row.get("sources", ()):
        for field in told.get("fields") or [""]:
            sources.state(
                workspace,
                Statement(
                    source_id=keys.get("sources", told["source"]),
                    entity=entity,
                    pk=str(key),
                    field=field,
                    quote=told["quote"],
                    note=told.get("note", ""),
                ),
            )
