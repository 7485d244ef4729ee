"""Verbs for attachments: keep a file in the workspace, once, and read it back as it was."""

import hashlib
from uuid import UUID

from app.domain.attachment import Attachment, AttachmentBlob
from app.domain.errors import Misfortune
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class AttachmentDamaged(Misfortune):
    """The bytes of a stored file are not those that were stored."""

    def __init__(self, file_name: str) -> None:
        super().__init__(
            f"The stored copy of “{file_name}” was changed outside JWG Desk, or is damaged.",
            "Restore the workspace from a backup, or make the document again.",
        )
        self.file_name = file_name


def hash_of(content: bytes) -> str:
    """Return the hash by which a file is known."""
    return hashlib.sha256(content).hexdigest()


def keep(work: UnitOfWork, content: bytes, *, file_name: str, media_type: str = WORD) -> Attachment:
    """Keep a file within ``work``; one that is there already is not kept twice."""
    sha256 = hash_of(content)
    there = work.first(Attachment, sha256=sha256)
    if there is not None:
        return there
    kept = work.add(
        Attachment(sha256=sha256, size=len(content), media_type=media_type, file_name=file_name)
    )
    work.flush()
    work.add(AttachmentBlob(attachment_id=kept.id, data=content))
    work.flush()
    return kept


def read(reader: Reader, attachment_id: UUID) -> bytes:
    """Return the bytes of a stored file.

    Raises:
        AttachmentDamaged: They are not those that were stored.
    """
    known = reader.get(Attachment, attachment_id)
    content = bytes(reader.get(AttachmentBlob, attachment_id).data)
    if hash_of(content) != known.sha256:
        raise AttachmentDamaged(known.file_name)
    return content
