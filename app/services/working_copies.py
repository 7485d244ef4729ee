"""Verbs for copies that are looked at in another program: put one out, notice what was changed.

A copy can only be read, so that nobody works in it by mistake; where somebody has changed it all
the same, it is offered as a new revision and not lost.
"""

import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.domain.errors import Misfortune
from app.domain.paper import PaperFile
from app.services import attachments, disk, paper_files
from app.services.incoming_files import Danger, danger_of
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace

__all__ = ["OpensAProgram", "WorkingCopy", "clear_away", "put_out", "take_back", "was_changed"]

_READ_ONLY = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


class OpensAProgram(Misfortune):
    """A file was to be opened that would not be shown but run."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is a program; opening it would run it.",
            "Save it and have it looked at by whoever cares for your computers.",
        )
        self.name = name


@dataclass(frozen=True)
class WorkingCopy:
    """A copy of a paper's file, put out to be looked at.

    Attributes:
        path: Where it is.
        sha256: What it was when it was put out.
    """

    file_id: UUID
    paper_id: UUID
    language: str
    path: Path
    sha256: str


def put_out(workspace: Workspace, *, file_id: UUID, folder: Path) -> WorkingCopy:
    """Write a read-only copy of a file into a folder, named by its symbol.

    Raises:
        OpensAProgram: It is one.
        AttachmentDamaged: The stored bytes are not those that were stored.
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        file = reader.get(PaperFile, file_id)
        content = attachments.read(reader, file.attachment_id)
        name = paper_files.name_of(reader, file)
    if danger_of(name, content[:8]) is Danger.PROGRAM:
        raise OpensAProgram(name)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = _as_put_out_before(folder / name, content) or disk.write_file(folder, content, name=name)
    path.chmod(_READ_ONLY)
    return WorkingCopy(file_id, file.paper_id, file.language, path, attachments.hash_of(content))


def was_changed(copy: WorkingCopy) -> bool:
    """Return whether somebody has changed a copy since; not if it was deleted."""
    try:
        content = copy.path.read_bytes()
    except OSError:  # closed away by the other program, or gone: there is nothing to offer
        return False
    return bool(content) and attachments.hash_of(content) != copy.sha256


def clear_away(copies: Sequence[WorkingCopy]) -> None:
    """Delete copies that nobody changed, and the folders that are empty then; the others stay."""
    for copy in copies:
        if not was_changed(copy):
            with suppress(OSError):  # still open in the other program: it stays where it is
                copy.path.chmod(stat.S_IRUSR | stat.S_IWUSR)
                copy.path.unlink()
    for folder in {copy.path.parent for copy in copies}:
        with suppress(OSError):
            folder.rmdir()


def take_back(workspace: Workspace, copy: WorkingCopy) -> ChangeSet:
    """Keep a changed copy as a new revision of its paper; as ``paper_files.add_file``."""
    return paper_files.add_file(
        workspace, paper_id=copy.paper_id, language=copy.language, path=copy.path
    )


def _as_put_out_before(path: Path, content: bytes) -> Path | None:
    """Return ``path`` if the same copy is there already, so that it is not put out twice."""
    try:
        return path if path.read_bytes() == content else None
    except OSError:
        return None
