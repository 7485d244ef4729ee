"""Reads what the writing of minutes needs: the sheet itself, and the offices that may act."""

from collections.abc import Mapping
from uuid import UUID

from app.domain.names import in_language
from app.domain.organisation import Organisation
from app.services.minute_words import sides_of, wording_in
from app.store.queries import minutes_sheet as queries
from app.store.queries.minutes_sheet import (
    LinkedRecord,
    MinutesSheet,
    SheetAnswer,
    SheetEdition,
    SheetItem,
    SheetParagraph,
    SheetScan,
    SheetSignature,
)
from app.store.workspace import Workspace

__all__ = [
    "LinkedRecord",
    "MinutesSheet",
    "SheetAnswer",
    "SheetEdition",
    "SheetItem",
    "SheetParagraph",
    "SheetScan",
    "SheetSignature",
    "list_organisations",
    "name_sides",
    "read",
]


def read(
    workspace: Workspace, *, meeting_id: UUID, minutes_id: UUID | None = None, language: str = "en"
) -> MinutesSheet:
    """Return the minutes of a meeting as they are written.

    Args:
        workspace: The workspace.
        meeting_id: Which meeting.
        minutes_id: An earlier edition, to be looked at; the latest by default.
        language: The language of titles and names; paragraphs come in all of theirs.
    """
    with workspace.read() as reader:
        return queries.read_sheet(
            reader, meeting_id=meeting_id, minutes_id=minutes_id, language=language
        )


def name_sides(
    workspace: Workspace, *, meeting_id: UUID, language: str
) -> Mapping[UUID | None, str]:
    """Return how each side is named in a sentence of the minutes; all together under ``None``."""
    wording = wording_in(language)
    with workspace.read() as reader:
        parties = sides_of(reader, meeting_id)
    named: dict[UUID | None, str] = {party.id: wording.name_side(party) for party in parties}
    named[None] = wording.name_all(len(parties))
    return named


def list_organisations(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[tuple[UUID, str], ...]:
    """Return the organisations of the sides of a meeting by name, for whom something is to do."""
    with workspace.read() as reader:
        parties = {party.id for party in sides_of(reader, meeting_id)}
        found = [
            (each.id, str(in_language(each.names, language)))
            for each in reader.find(Organisation)
            if each.party_id in parties
        ]
    return tuple(sorted(found, key=lambda pair: pair[1].casefold()))
