"""Papers as they are worked on: with every file, the items they are before, and their twins."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from app.domain.agenda import AgendaItem, AgendaPaper
from app.domain.attachment import Attachment
from app.domain.meeting import Meeting
from app.domain.names import Names, in_language
from app.domain.paper import (
    Confidentiality,
    Distribution,
    Paper,
    PaperCategory,
    PaperFile,
    PaperStatus,
)
from app.store.queries.bodies import seats_of
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


@dataclass(frozen=True)
class FileRow:
    """The file of a paper in one language and revision."""

    id: UUID
    language: str
    revision: int
    attachment_id: UUID
    file_name: str
    size: int
    media_type: str
    sha256: str
    added_at: datetime | None


@dataclass(frozen=True)
class PaperDetail:
    """A paper with everything that can be changed in it.

    Attributes:
        side: Who submitted it.
        twin: The key and the symbol of its confidential or redacted twin.
        files: Its files, by language, the latest revision first.
        items: The numbers of the agenda items before which it is.
        version: Counts its changes, to notice those that somebody else made.
    """

    id: UUID
    symbol: str
    title: str
    titles: Names
    category: PaperCategory
    status: PaperStatus
    distribution: Distribution
    confidentiality: Confidentiality
    side: PartyChip | None
    twin: tuple[UUID, str] | None
    issued_on: date | None
    note: str
    files: tuple[FileRow, ...]
    items: tuple[tuple[UUID, str], ...]
    version: int

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which there is a file."""
        return tuple(dict.fromkeys(file.language for file in self.files))

    @property
    def latest(self) -> tuple[FileRow, ...]:
        """The latest revision in every language."""
        found: dict[str, FileRow] = {}
        for file in self.files:
            found.setdefault(file.language, file)
        return tuple(found.values())

    @property
    def revision(self) -> int:
        """The highest revision there is of it; 0 without a file."""
        return max((file.revision for file in self.files), default=0)


def list_details(reader: Reader, *, meeting_id: UUID, language: str) -> tuple[PaperDetail, ...]:
    """Return the papers of a meeting by symbol."""
    meeting = reader.get(Meeting, meeting_id)
    papers = reader.find(Paper, meeting_id=meeting_id)
    seats = seats_of(reader, body_id=meeting.body_id)
    known = chips(reader, language=language, seats=seats)
    files = _files(reader, [paper.id for paper in papers])
    items = _items(reader, [paper.id for paper in papers])
    symbols = {paper.id: paper.symbol for paper in papers}
    return tuple(
        PaperDetail(
            id=paper.id,
            symbol=paper.symbol,
            title=in_language(paper.titles, language),
            titles=dict(paper.titles),
            category=paper.category,
            status=paper.status,
            distribution=paper.distribution,
            confidentiality=paper.confidentiality,
            side=known.get(paper.submitted_by_id) if paper.submitted_by_id else None,
            twin=_twin(reader, paper, symbols),
            issued_on=paper.issued_on,
            note=paper.note,
            files=tuple(files[paper.id]),
            items=tuple(items[paper.id]),
            version=paper.row_version,
        )
        for paper in sorted(papers, key=lambda paper: symbol_key(paper.symbol))
    )


def symbol_key(symbol: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what symbols are sorted by: JWG.1/2 before JWG.1/10."""
    parts: list[str] = [""]
    for sign in symbol.casefold():
        if parts[-1] and parts[-1][-1].isdecimal() == sign.isdecimal():
            parts[-1] += sign
        else:
            parts.append(sign)
    return tuple(
        (part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts if part
    )


def _files(reader: Reader, paper_ids: list[UUID]) -> dict[UUID, list[FileRow]]:
    statement = (
        select(PaperFile, Attachment)
        .join(Attachment, col(Attachment.id) == col(PaperFile.attachment_id))
        .where(col(PaperFile.paper_id).in_(paper_ids))
    )
    found: dict[UUID, list[FileRow]] = defaultdict(list)
    for held, kept in reader.execute(statement):
        found[held.paper_id].append(
            FileRow(
                id=held.id,
                language=held.language,
                revision=held.revision,
                attachment_id=kept.id,
                file_name=kept.file_name,
                size=kept.size,
                media_type=kept.media_type,
                sha256=kept.sha256,
                added_at=held.created_at,
            )
        )
    for rows in found.values():
        rows.sort(key=lambda row: (row.language, -row.revision))
    return found


def _items(reader: Reader, paper_ids: list[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    statement = (
        select(
            col(AgendaPaper.paper_id),
            col(AgendaItem.id),
            col(AgendaItem.label),
            col(AgendaItem.ordinal),
        )
        .join(AgendaItem, col(AgendaItem.id) == col(AgendaPaper.agenda_item_id))
        .where(col(AgendaPaper.paper_id).in_(paper_ids))
    )
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    for paper_id, item_id, label, _ordinal in sorted(
        reader.execute(statement), key=lambda row: symbol_key(row[2])
    ):
        found[paper_id].append((item_id, label))
    return found


def _twin(reader: Reader, paper: Paper, symbols: dict[UUID, str]) -> tuple[UUID, str] | None:
    if paper.twin_id is None:
        return None
    if paper.twin_id not in symbols:
        symbols[paper.twin_id] = reader.get(Paper, paper.twin_id).symbol
    return paper.twin_id, symbols[paper.twin_id]
