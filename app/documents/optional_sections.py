"""The parts of documents that whoever makes one may leave out, so that no template decides it."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Self

from app.documents.kinds import DocumentKind


class OptionalSection(StrEnum):
    """A part that can be left out of a document."""

    OPENING = "opening"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    NEXT_MEETING = "next-meeting"
    SIGNATURES = "signatures"
    PARTICIPANTS = "participants"
    AGENDA = "agenda"
    PAPERS = "papers"
    CONTENTS = "contents"
    HISTORY = "history"

    @property
    def words(self) -> str:
        """Its name, in English."""
        return _WORDS[self]


@dataclass(frozen=True, slots=True)
class SectionsShown:
    """What templates ask before they write a part: one answer for each ``OptionalSection``."""

    opening: bool = True
    decisions: bool = True
    actions: bool = True
    next_meeting: bool = True
    signatures: bool = True
    participants: bool = True
    agenda: bool = True
    papers: bool = True
    contents: bool = True
    history: bool = True

    @classmethod
    def without(cls, omitted: Collection[OptionalSection], *, of: DocumentKind) -> Self:
        """Return the parts of a document of one kind; what it does not offer is not left out."""
        left_out = {each.name.lower() for each in omitted if each in sections_of(of)}
        return cls(**{field.name: field.name not in left_out for field in fields(cls)})


def sections_of(kind: DocumentKind) -> tuple[OptionalSection, ...]:
    """Return what can be left out of a document of one kind, in the order of its pages."""
    return _SECTIONS.get(DocumentKind(kind), ())


_S = OptionalSection

_WORDS = {
    _S.OPENING: "Opening and agenda",
    _S.DECISIONS: "Decisions, in agenda order",
    _S.ACTIONS: "Action items",
    _S.NEXT_MEETING: "Next meeting",
    _S.SIGNATURES: "Signature block",
    _S.PARTICIPANTS: "Annex: list of participants",
    _S.AGENDA: "Annex: agenda",
    _S.PAPERS: "Annex: documents before the meeting",
    _S.CONTENTS: "Table of contents",
    _S.HISTORY: "Document history",
}

_SECTIONS = {
    DocumentKind.AGREED_MINUTES: (
        *(_S.OPENING, _S.DECISIONS, _S.ACTIONS, _S.NEXT_MEETING),
        *(_S.SIGNATURES, _S.PARTICIPANTS, _S.AGENDA),
    ),
    DocumentKind.SUMMARY_RECORD: (
        *(_S.OPENING, _S.NEXT_MEETING, _S.PARTICIPANTS),
        *(_S.AGENDA, _S.DECISIONS, _S.PAPERS),
    ),
    DocumentKind.INVITATION: (_S.SIGNATURES,),
    DocumentKind.DECISION: (_S.SIGNATURES,),
    DocumentKind.RULES: (_S.CONTENTS, _S.HISTORY),
}
