"""Knows which file on the disk was written by whom: us, a person, or a person after us."""

from pathlib import Path

from app.domain.issued import IssuedDocument
from app.services import attachments, disk
from app.services.hand_changes import ChangedByHand, DiskState, IfChanged
from app.store.reader import Reader
from app.store.workspace import Workspace


def look_on_disk(workspace: Workspace, *, path: Path) -> DiskState:
    """Return how the file at ``path`` stands to what this workspace wrote there."""
    with workspace.read() as reader:
        return _look(path, _written_to(reader, path))


def settle(reader: Reader, path: Path, content: bytes, if_changed: IfChanged) -> Path:
    """Return where to write: ``path``, or beside it where a changed file is to be kept.

    Raises:
        ChangedByHand: There is a file that is not as JWG Desk wrote it, and nobody said what to do.
    """
    record = _written_to(reader, path)
    state = _look(path, record)
    if state in {DiskState.ABSENT, DiskState.AS_WRITTEN} or if_changed is IfChanged.REPLACE:
        return path
    if attachments.hash_of(disk.read_file(path)) == attachments.hash_of(content):
        return path
    if if_changed is IfChanged.KEEP_BOTH:
        return disk.free_name(path)
    raise ChangedByHand(path.name, path=path, document_id=record.id if record else None)


def note_path(path: Path) -> str:
    """Return how a place on the disk is remembered."""
    return str(path.absolute())


def _look(path: Path, record: IssuedDocument | None) -> DiskState:
    if not path.exists():
        return DiskState.ABSENT
    if record is None:
        return DiskState.UNKNOWN
    same = attachments.hash_of(disk.read_file(path)) == record.sha256
    return DiskState.AS_WRITTEN if same else DiskState.CHANGED


def _written_to(reader: Reader, path: Path) -> IssuedDocument | None:
    """Return what was written to ``path`` last."""
    found = reader.find(IssuedDocument, written_to=note_path(path))
    return max(found, key=lambda record: record.updated_at or record.issued_at, default=None)
