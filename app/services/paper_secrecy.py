"""Keeps what is confidential apart: its bytes are never those of a paper that others may see."""

from uuid import UUID

from app.domain.attachment import AttachmentLink
from app.domain.errors import RuleBroken
from app.domain.paper import Confidentiality, Paper, PaperFile
from app.store.reader import Reader


class SameFile(RuleBroken):
    """One file was to be both in a paper that is kept back and in one that others may see."""

    def __init__(self, kept_back: Paper, shown: Paper) -> None:
        why = (
            "confidential"
            if kept_back.confidentiality is Confidentiality.CONFIDENTIAL
            else "for our side only"
        )
        super().__init__(
            f"This is the very file of {kept_back.symbol}, which is {why};"
            f" it cannot be a file of {shown.symbol} too.",
            "Take out what is not to be seen, save the file under another name, and add that one.",
            field="file",
        )
        self.kept_back = kept_back.symbol
        self.shown = shown.symbol


class TwinsNotApart(RuleBroken):
    """Two papers were to be twins of which not one is confidential and the other redacted."""

    def __init__(self, one: Paper, other: Paper) -> None:
        super().__init__(
            f"{one.symbol} and {other.symbol} cannot be twins.",
            "Choose a confidential paper and another one of the same body, without a twin.",
            field="twin_id",
        )


def require_apart(reader: Reader, paper: Paper, attachment_id: UUID) -> None:
    """Refuse a file that another paper of the other kind has already, or the paper's own twin.

    Raises:
        SameFile: if there is one.
    """
    for other in papers_with(reader, attachment_id):
        is_alike = other.is_kept_back is paper.is_kept_back and other.id != paper.twin_id
        if other.id != paper.id and not is_alike:
            raise SameFile(*sorted((paper, other), key=_openness))


def _openness(paper: Paper) -> tuple[bool, bool]:
    return (paper.confidentiality is not Confidentiality.CONFIDENTIAL, not paper.is_kept_back)


def require_all_apart(reader: Reader, paper: Paper) -> None:
    """Refuse what would make a file of this paper one that is both kept back and shown.

    Raises:
        SameFile: if there is such a file.
    """
    for attachment_id in attachments_of(reader, paper.id):
        require_apart(reader, paper, attachment_id)


def attachments_of(reader: Reader, paper_id: UUID) -> frozenset[UUID]:
    """Return the stored files that a paper has, in whatever language and revision."""
    held = {file.attachment_id for file in reader.find(PaperFile, paper_id=paper_id)}
    linked = {link.attachment_id for link in reader.find(AttachmentLink, paper_id=paper_id)}
    return frozenset(held | linked)


def papers_with(reader: Reader, attachment_id: UUID) -> tuple[Paper, ...]:
    """Return the papers that have a stored file."""
    keys = {file.paper_id for file in reader.find(PaperFile, attachment_id=attachment_id)}
    keys |= {
        link.paper_id
        for link in reader.find(AttachmentLink, attachment_id=attachment_id)
        if link.paper_id is not None
    }
    return tuple(reader.get(Paper, key) for key in sorted(keys))
