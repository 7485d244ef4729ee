"""Verbs for the files of papers: add a revision or a language, take one away, write one out."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from app.domain.attachment import Attachment
from app.domain.errors import RuleBroken
from app.domain.names import Names, in_language
from app.domain.paper import (
    Confidentiality,
    Distribution,
    Paper,
    PaperCategory,
    PaperFile,
    PaperStatus,
)
from app.services import attachments, disk, incoming_files
from app.services.incoming_files import LARGEST, Danger, IncomingFile
from app.services.paper_secrecy import require_apart
from app.services.safe_names import safe_name
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "LARGEST",
    "Danger",
    "IncomingFile",
    "PaperDraft",
    "add_file",
    "look_at",
    "name_of",
    "remove_file",
    "save",
    "titled_name_of",
]


class FinalPaper(RuleBroken):
    """A file of a final paper was to be replaced or taken away."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(
            f"{paper.symbol} is final, so its files stay as they are.",
            f"Add the new text as a paper of its own, such as {paper.symbol}/Rev.1.",
            field="file",
        )


class SameAsBefore(RuleBroken):
    """A new revision of a paper is the file that is there already."""

    def __init__(self, paper: Paper, revision: int) -> None:
        super().__init__(
            f"This is the same file as revision {revision} of {paper.symbol}.",
            "Nothing was added. Choose the file that was changed.",
            field="file",
        )


@dataclass(frozen=True, kw_only=True)
class PaperDraft:
    """A paper to be made of a file.

    Attributes:
        path: The file.
        item_id: The agenda item before which it is put, if any.
    """

    path: Path
    symbol: str
    titles: Names
    category: PaperCategory = PaperCategory.WORKING
    language: str = "en"
    submitted_by_id: UUID | None = None
    distribution: Distribution = Distribution.BOTH_SIDES
    confidentiality: Confidentiality = Confidentiality.OPEN
    issued_on: date | None = None
    item_id: UUID | None = None


def look_at(path: Path) -> IncomingFile:
    """Say what a file is and whether it can be taken, without reading it."""
    return incoming_files.look(path)


def add_file(workspace: Workspace, *, paper_id: UUID, language: str, path: Path) -> ChangeSet:
    """Add a file to a paper: a language it lacks, or the next revision beside the old one.

    Raises:
        FinalPaper: if the paper is final and has a file in that language.
        SameAsBefore: if it is the file that is there already.
        SameFile: if it is kept back in one paper and would be shown in another.
        Misfortune: if the file cannot be taken; naming it.
    """
    content = incoming_files.read(path)  # before the workspace is locked for others
    with workspace.write("Add revision of paper") as work:
        paper = work.get(Paper, paper_id)
        keep_revision(work, paper, content, name=safe_name(path.name), language=language)
        return work.commit(subject=paper_id)


def remove_file(workspace: Workspace, *, file_id: UUID) -> ChangeSet:
    """Take a file away from a paper.

    Raises:
        FinalPaper: if the paper is final.
    """
    with workspace.write("Delete file of paper") as work:
        file = work.get(PaperFile, file_id)
        paper = work.get(Paper, file.paper_id)
        if paper.status is PaperStatus.FINAL:
            raise FinalPaper(paper)
        work.delete(file)
        return work.commit(subject=paper.id)


def save(workspace: Workspace, *, file_id: UUID, folder_or_path: Path) -> Path:
    """Write a file of a paper to the disk; into a folder under a name that is still free.

    Raises:
        AttachmentDamaged: The stored bytes are not those that were stored.
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        file = reader.get(PaperFile, file_id)
        content = attachments.read(reader, file.attachment_id)
        name = name_of(reader, file)
    return disk.write_file(folder_or_path, content, name=name)


def name_of(reader: Reader, file: PaperFile) -> str:
    """Return what a file is called outside: its paper's symbol, its revision and its language."""
    paper = reader.get(Paper, file.paper_id)
    kept = reader.get(Attachment, file.attachment_id)
    revision = f"_Rev.{file.revision - 1}" if file.revision > 1 else ""
    suffix = Path(kept.file_name).suffix
    return safe_name(f"{paper.symbol}{revision}_{file.language.upper()}{suffix}")


def titled_name_of(reader: Reader, file: PaperFile) -> str:
    """Return what a file is called among others: as ``name_of``, with the title of its paper."""
    paper = reader.get(Paper, file.paper_id)
    name = Path(name_of(reader, file))
    title = in_language(paper.titles, file.language)
    return safe_name(f"{name.stem} - {title}{name.suffix}") if title else name.name


def put_file(work: UnitOfWork, paper: Paper, path: Path, *, language: str) -> PaperFile:
    """Read a file and keep it as one of a paper, within ``work``."""
    content = incoming_files.read(path)
    return keep_revision(work, paper, content, name=safe_name(path.name), language=language)


def keep_revision(
    work: UnitOfWork, paper: Paper, content: bytes, *, name: str, language: str
) -> PaperFile:
    """Keep bytes as the next revision of a paper in a language, within ``work``."""
    earlier = work.find(PaperFile, paper_id=paper.id, language=language)
    if earlier and paper.status is PaperStatus.FINAL:
        raise FinalPaper(paper)
    kept = attachments.keep(
        work, content, file_name=name, media_type=incoming_files.media_type_of(name)
    )
    for file in earlier:
        if file.attachment_id == kept.id:
            raise SameAsBefore(paper, file.revision)
    require_apart(work, paper, kept.id)
    revision = max((file.revision for file in earlier), default=0) + 1
    file = work.add(
        PaperFile(paper_id=paper.id, language=language, revision=revision, attachment_id=kept.id)
    )
    paper.version = max(paper.version, revision)
    work.flush()
    return file
