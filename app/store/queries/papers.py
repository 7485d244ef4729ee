"""Papers as lists show them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.attachment import AttachmentLink
from app.domain.names import in_language
from app.domain.paper import Paper, PaperFile, PaperStatus
from app.store.reader import Reader


@dataclass(frozen=True)
class PaperRow:
    """A paper; ``sealed`` when it is final and its file is held, which can then not change."""

    id: UUID
    symbol: str
    title: str
    category: str
    status: str
    distribution: str
    languages: tuple[str, ...]
    issued_on: date | None
    has_file: bool
    sealed: bool


def list_papers(reader: Reader, *, meeting_id: UUID, language: str) -> tuple[PaperRow, ...]:
    """Return the papers of a meeting by symbol."""
    papers = sorted(reader.find(Paper, meeting_id=meeting_id), key=lambda paper: paper.symbol)
    return tuple(_row(reader, paper, language) for paper in papers)


def _row(reader: Reader, paper: Paper, language: str) -> PaperRow:
    files = reader.find(PaperFile, paper_id=paper.id)
    attached = reader.first(AttachmentLink, paper_id=paper.id) is not None
    languages = {file.language for file in files}
    return PaperRow(
        id=paper.id,
        symbol=paper.symbol,
        title=in_language(paper.titles, language),
        category=paper.category.value,
        status=paper.status.value,
        distribution=paper.distribution.value,
        languages=tuple(sorted(languages)),
        issued_on=paper.issued_on,
        has_file=bool(files) or attached,
        sealed=paper.status is PaperStatus.FINAL and (bool(files) or attached),
    )
