"""What is told of a draft: its outline, one provision whole, and what is proposed for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.names import Names
from app.services.rule_reading import Change
from app.services.rule_wording import Piece
from app.texts.brackets import BracketPlace


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A provision in the outline of a draft.

    Attributes:
        label: Its number; of a repealed one the number that it had.
        was: The number that it had, where that differs.
        name: What it is called: “Article 7(2)(a)”.
        words: What it is headed, else how its text begins.
        proposals: How many proposals wait for a choice.
        is_bracketed: Whether this draft has brought brackets into it.
    """

    eid: str
    kind: str
    parent: str | None
    depth: int
    label: str
    was: str
    name: str
    words: str
    change: Change
    proposals: int = 0
    is_bracketed: bool = False


@dataclass(frozen=True, slots=True)
class SideRow:
    """A party, and every name by which brackets may call it."""

    id: UUID
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class DraftSheet:
    """A draft with its outline.

    Attributes:
        against: How the version is called that it changes; empty for a first text.
        languages: Those that the rules are written in, the authentic ones first.
        is_open: Whether it is still a draft.
    """

    version_id: UUID
    document_id: UUID
    body_id: UUID | None
    title: str
    label: str
    number: int
    against: str
    languages: tuple[str, ...]
    statuses: Mapping[str, str]
    sides: tuple[SideRow, ...]
    is_open: bool
    lines: tuple[DraftLine, ...]

    def line(self, eid: str) -> DraftLine | None:
        """Return a provision of the outline."""
        return next((line for line in self.lines if line.eid == eid), None)

    def with_line(self, line: DraftLine) -> "DraftSheet":
        """Return the draft with one provision as it stands now."""
        return replace(
            self, lines=tuple(line if each.eid == line.eid else each for each in self.lines)
        )


@dataclass(frozen=True)
class WordingSheet:
    """A provision in one language.

    Attributes:
        names: What the references in it are called, by identity.
        redline_heading, redline: What differs from the version before.
        brackets: The places that are not agreed.
        is_stale: Whether it translates an earlier text.
    """

    language: str
    status: str
    heading: str
    text: str
    names: Mapping[str, str]
    redline_heading: tuple[Piece, ...]
    redline: tuple[Piece, ...]
    brackets: tuple[BracketPlace, ...]
    is_stale: bool = False


@dataclass(frozen=True)
class ProposalRow:
    """A proposal, and how the provision would differ from what stands."""

    id: UUID
    kind: str
    kind_of_provision: str
    status: str
    party_id: UUID | None
    person_id: UUID | None
    who: str
    label: str
    headings: Names
    texts: Names
    reason: str
    proposed_on: date | None
    redlines: Mapping[str, tuple[Piece, ...]]


@dataclass(frozen=True)
class ProvisionSheet:
    """One provision of a draft."""

    line: DraftLine
    wordings: tuple[WordingSheet, ...]
    proposals: tuple[ProposalRow, ...]
