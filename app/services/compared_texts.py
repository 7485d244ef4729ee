"""Finds the two texts of a comparison: what was sent, what came of it, what would be made now.

Files are read back as trees on both sides, so that only what a reader sees as changed is a change.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Literal
from uuid import UUID

from app.documents.optional_sections import OptionalSection
from app.domain.decision import Decision
from app.domain.issued import IssuedDocument
from app.domain.rules import RuleDocument, RuleVersion
from app.services import attachments, disk, rule_documents
from app.services.composing import Finish
from app.services.kept_choices import wanted_again
from app.services.wanted import Wanted, compose
from app.services.word_files import ComposedDocument
from app.store.workspace import Workspace
from app.texts.blocks import Document

_BY_HAND = "Changed by hand"


@dataclass(frozen=True, kw_only=True)
class StoredAndNow:
    """A document as it is kept, and as the records would make it now."""

    document_id: UUID


@dataclass(frozen=True, kw_only=True)
class StoredAndFile:
    """A document as it is kept, and the file as somebody changed it by hand.

    Attributes:
        document_id: What is kept.
        path: The file; without one the copy that came back, else where it was written.
    """

    document_id: UUID
    path: Path | None = None


@dataclass(frozen=True, kw_only=True)
class FileAndNow:
    """A file on the disk, and the document that would be written over it."""

    path: Path
    wanted: Wanted


@dataclass(frozen=True, kw_only=True)
class TwoVersions:
    """Two versions of rules, by their numbers."""

    document_id: UUID
    older: int
    newer: int
    language: str = "en"


Compared = StoredAndNow | StoredAndFile | FileAndNow | TwoVersions


@dataclass(frozen=True)
class Sides:
    """The two texts, and whose the changes are."""

    older: Document
    newer: Document
    name: str
    author: str
    at: datetime
    by: Literal["id", "text"] = "text"


def find_sides(workspace: Workspace, compared: Compared) -> Sides:
    """Return the two texts of a comparison.

    Raises:
        FileNotRead, WordFileRefused: A file cannot be read, or is no Word file.
        AttachmentDamaged: The stored copy is not what was stored.
        Misfortune: The document cannot be made now; as ``wanted.compose``.
    """
    match compared:
        case StoredAndNow():
            return _stored_and_now(workspace, compared)
        case StoredAndFile():
            return _stored_and_file(workspace, compared)
        case FileAndNow():
            return _file_and_now(workspace, compared)
        case TwoVersions():
            return _two_versions(workspace, compared)


def _stored_and_now(workspace: Workspace, compared: StoredAndNow) -> Sides:
    with workspace.read() as reader:
        record = reader.get(IssuedDocument, compared.document_id)
        stored = attachments.read(reader, record.attachment_id)
        wanted = wanted_again(record)
    return Sides(
        _read(stored, record.file_name, record.language),
        _made_now(workspace, wanted),
        _name(record.file_name, "changes since"),
        workspace.actor or "JWG Desk",
        workspace.clock.now(),
    )


def _stored_and_file(workspace: Workspace, compared: StoredAndFile) -> Sides:
    with workspace.read() as reader:
        record = reader.get(IssuedDocument, compared.document_id)
        stored = attachments.read(reader, record.attachment_id)
        returned_id = record.returned_attachment_id
        if compared.path is None and returned_id is not None:
            changed, at = attachments.read(reader, returned_id), workspace.clock.now()
        else:
            path = compared.path or Path(record.written_to)
            changed, at = disk.read_file(path), _changed_at(path, workspace)
    return Sides(
        _read(stored, record.file_name, record.language),
        _read(changed, record.file_name, record.language),
        _name(record.file_name, "changed by hand"),
        _BY_HAND,
        at,
    )


def _file_and_now(workspace: Workspace, compared: FileAndNow) -> Sides:
    made = compose(workspace, compared.wanted)
    content = disk.read_file(compared.path)
    return Sides(
        _read(content, compared.path.name, compared.wanted.language),
        _reread(made, compared.wanted.language),
        _name(made.file_name, "changes since"),
        workspace.actor or "JWG Desk",
        workspace.clock.now(),
    )


def _two_versions(workspace: Workspace, compared: TwoVersions) -> Sides:
    # What each version says of those before it is no part of the text.
    finish = Finish(omitted=frozenset({OptionalSection.HISTORY}))
    older, newer = (
        rule_documents.compose_version(
            workspace,
            version_id=rule_documents.find_version(
                workspace, document_id=compared.document_id, number=number
            ),
            language=compared.language,
            finish=finish,
        )
        for number in (compared.older, compared.newer)
    )
    with workspace.read() as reader:
        before, version = (
            reader.first(RuleVersion, document_id=compared.document_id, number=number)
            for number in (compared.older, compared.newer)
        )
        code = reader.get(RuleDocument, compared.document_id).code
        key = version.decision_id if version else None
        symbol = reader.get(Decision, key).symbol if key else ""
    labels = [one.label for one in (before, version) if one is not None]
    adopted = version.adopted_on if version else None
    at = datetime.combine(adopted, time(), UTC) if adopted else workspace.clock.now()
    return Sides(
        older.document,
        newer.document,
        _name(f"Rules - {code} - {' to '.join(labels)}.docx", "changes"),
        _decision_words(symbol or "") or code,
        at,
        by="id",
    )


def _decision_words(symbol: str) -> str:
    """Return how a decision is named as the author of changes: “Decision 2/JWG.2”."""
    return f"Decision {symbol}" if symbol[:1].isdigit() else symbol


def _made_now(workspace: Workspace, wanted: Wanted) -> Document:
    return _reread(compose(workspace, wanted), wanted.language)


def _reread(made: ComposedDocument, language: str) -> Document:
    """Return a document as it is read back: what is lost on the way is lost on both sides."""
    from app.documents import word

    return _read(word.write(made.document), made.file_name, language)


def _read(content: bytes, name: str, language: str) -> Document:
    from app.documents.word.tree_reading import read_tree

    return read_tree(content, name=name, language=language)


def _changed_at(path: Path, workspace: Workspace) -> datetime:
    try:
        return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    except OSError:
        return workspace.clock.now()


def _name(file_name: str, what: str) -> str:
    return f"{Path(file_name).stem} - {what}.docx"
