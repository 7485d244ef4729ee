"""Everything that the papers' tab shows, read in one go away from the window's thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.services.papers import FileRow, PaperDetail
    from app.services.parties import PartyChip
    from app.ui.services import Services


@dataclass(frozen=True)
class PapersSheet:
    """The papers of a meeting.

    Attributes:
        code: The code of the meeting.
        parties: The sides of the body.
        languages: The languages in which the meeting works.
        can_change: Whether the workspace can be written, and the meeting can have papers.
        has_body: Whether the meeting belongs to a body, which numbers its papers.
    """

    meeting_id: UUID
    code: str
    papers: "tuple[PaperDetail, ...]"
    parties: "tuple[PartyChip, ...]"
    languages: tuple[str, ...]
    can_change: bool
    has_body: bool

    def paper(self, paper_id: UUID) -> "PaperDetail | None":
        """Return a paper, if it is there."""
        return next((paper for paper in self.papers if paper.id == paper_id), None)

    def paper_of(self, file_id: UUID) -> "tuple[PaperDetail, FileRow] | None":
        """Return the paper that has a file, and the file."""
        return next(
            ((paper, file) for paper in self.papers for file in paper.files if file.id == file_id),
            None,
        )


def read(services: "Services", workspace: Any, *, meeting_id: UUID, language: str) -> PapersSheet:
    """Read the papers of a meeting."""
    outline = services.agenda.outline(workspace, meeting_id=meeting_id, language=language)
    papers = services.papers.list_details(workspace, meeting_id=meeting_id, language=language)
    return PapersSheet(
        meeting_id=meeting_id,
        code=outline.code,
        papers=papers,
        parties=outline.parties,
        languages=outline.languages,
        can_change=not workspace.read_only and outline.body_id is not None,
        has_body=outline.body_id is not None,
    )
