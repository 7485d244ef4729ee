"""Verbs for documents: what can be made of a meeting or of rules, and saving it as Word."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from uuid import UUID

from app.documents.facts import Facts
from app.documents.kinds import DocumentKind
from app.domain.agenda import AgendaItem
from app.domain.delegation import Delegation
from app.domain.errors import Misfortune
from app.domain.meeting import AgendaStatus, Meeting
from app.domain.minutes import Minutes
from app.domain.names import in_language
from app.domain.party import Party
from app.domain.rules import RuleDocument, RuleVersion, VersionStatus
from app.services.facts.agenda import agenda_facts
from app.services.facts.meetings import body_of
from app.services.facts.minutes import minutes_facts, participants_facts
from app.services.facts.rules import rules_facts
from app.store.queries.minutes import latest_minutes
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.blocks import Document

# The template and Word libraries are imported when the first document is made, so that they do not
# keep the window waiting.

__all__ = [
    "DocumentKind",
    "compose_for_meeting",
    "compose_rules",
    "list_kinds",
    "list_originals",
    "save_as_word",
]

_AGREED = frozenset({"approved", "signed", "confirmed", "distributed", "published", "corrected"})
_LONGEST_NAME = 180
_FORBIDDEN_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class FileNotWritten(Misfortune):
    """A Word file could not be written where the user wanted it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"“{path.name}” could not be written: {reason}.",
            "Close it in Word if it is open there, or choose another folder.",
        )
        self.path = path


class NoOriginalFor(Misfortune):
    """An original was asked for a party that has no seat in the body."""

    def __init__(self, code: str, parties: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no original for {code}.", f"The parties are: {', '.join(parties)}."
        )


class NoTextOf(Misfortune):
    """The rules of a body were asked for of which the workspace holds no text."""

    def __init__(self, body: str) -> None:
        super().__init__(
            f"The workspace holds no adopted text of rules of the {body}.",
            "It can be saved once a text was entered and adopted.",
        )


@dataclass(frozen=True)
class ComposedDocument:
    """A document ready to be written, with the name its file should bear."""

    document: Document
    file_name: str


def list_kinds(workspace: Workspace, *, meeting_id: UUID) -> tuple[DocumentKind, ...]:
    """Return which documents the records of a meeting are enough for."""
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        if meeting.body_id is None:
            return ()
        there = {
            DocumentKind.AGREED_MINUTES: reader.first(Minutes, meeting_id=meeting_id),
            DocumentKind.PARTICIPANTS: reader.first(Delegation, meeting_id=meeting_id),
            DocumentKind.AGENDA: reader.first(AgendaItem, meeting_id=meeting_id),
            DocumentKind.RULES: _latest_text(reader, meeting.body_id),
        }
    return tuple(kind for kind, found in there.items() if found is not None)


def list_originals(
    workspace: Workspace, *, meeting_id: UUID, kind: DocumentKind
) -> tuple[UUID | None, ...]:
    """Return whose originals there are: of minutes one for each side, else of nobody's."""
    if kind is not DocumentKind.AGREED_MINUTES:
        return (None,)
    with workspace.read() as reader:
        opened = reader.find(Delegation, meeting_id=meeting_id)
    return tuple(row.party_id for row in sorted(opened, key=lambda row: row.seat)) or (None,)


def compose_for_meeting(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    kind: DocumentKind,
    original_of: UUID | None = None,
    language: str = "en",
) -> ComposedDocument:
    """Make a document of a meeting's records; what is not yet agreed comes out as a draft.

    Args:
        workspace: The workspace.
        meeting_id: Which meeting.
        kind: Which document; for the rules, the latest text of the meeting's body.
        original_of: The party whose original it is: named first, signs on the left.
        language: The language of the document.

    Raises:
        NoMinutes, NoTextOf, NoBody: if the records are not enough for it.
        NoOriginalFor: if the party has no seat in the body.
    """
    kind = DocumentKind(kind)
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        if kind is DocumentKind.RULES:
            return _rules(reader, _text_for(reader, meeting), language)
        code = reader.get(Party, original_of).code if original_of else None
        facts = _facts(reader, workspace, meeting_id, kind, language)
        draft = _is_draft(reader, meeting, kind, language)
        name = meeting.code or in_language(meeting.titles, language)
    _require_seat(facts, code)
    document = _compose(kind, facts, language=language, original_of=code, draft=draft)
    return ComposedDocument(document, _file_name(kind, name, code, draft=draft))


def compose_rules(
    workspace: Workspace, *, document_id: UUID, number: int | None = None, language: str = "en"
) -> ComposedDocument:
    """Make the text of rules: one version, by default the latest that was adopted.

    Raises:
        TextNotHeld: if the workspace does not hold its text.
    """
    with workspace.read() as reader:
        versions = sorted(
            reader.find(RuleVersion, document_id=document_id), key=lambda made: made.number
        )
        chosen = [version for version in versions if number in {None, version.number}]
        if not chosen:
            raise Misfortune(
                f"These rules have no version {number}.",
                f"They have {len(versions)} version(s), counted from 1.",
            )
        return _rules(reader, chosen[-1], language)


def save_as_word(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    kind: DocumentKind,
    folder_or_path: Path,
    original_of: UUID | None = None,
    language: str = "en",
) -> Path:
    """Write a document of a meeting as Word; return the path of the file.

    Into a folder it is written under a name that is still free; a path that names a file is the
    user's own choice and is replaced, in one step, so that no half-written file is ever left.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    made = compose_for_meeting(
        workspace, meeting_id=meeting_id, kind=kind, original_of=original_of, language=language
    )
    return write(made, folder_or_path)


def save_all(workspace: Workspace, *, meeting_id: UUID, folder: Path) -> tuple[Path, ...]:
    """Write every document of a meeting, every original of its minutes, into a folder."""
    return tuple(
        save_as_word(
            workspace,
            meeting_id=meeting_id,
            kind=kind,
            original_of=party_id,
            folder_or_path=folder,
        )
        for kind in list_kinds(workspace, meeting_id=meeting_id)
        for party_id in list_originals(workspace, meeting_id=meeting_id, kind=kind)
    )


def write(made: ComposedDocument, folder_or_path: Path) -> Path:
    """Write a composed document as Word into a folder or to a path; return the path."""
    from app.documents import word

    content = word.write(made.document)
    path = folder_or_path
    try:
        if path.is_dir():
            path = _free_name(path / made.file_name)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_in_one_step(path, content)
    except OSError as error:
        raise FileNotWritten(path, error.strerror or str(error)) from error
    return path


def _compose(
    kind: DocumentKind,
    facts: Facts,
    *,
    language: str,
    original_of: str | None = None,
    draft: bool,
) -> Document:
    from app.documents.compose import compose

    return compose(kind, facts, language=language, original_of=original_of, draft=draft)


def _write_in_one_step(path: Path, content: bytes) -> None:
    descriptor, name = mkstemp(dir=path.parent, suffix=".part")
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        unfinished.chmod(0o666 & ~mask)  # temporary files are private; this one is to be shared
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def _facts(
    reader: Reader, workspace: Workspace, meeting_id: UUID, kind: DocumentKind, language: str
) -> Facts:
    if kind is DocumentKind.AGREED_MINUTES:
        return minutes_facts(reader, workspace, meeting_id=meeting_id, language=language)
    if kind is DocumentKind.PARTICIPANTS:
        return participants_facts(reader, meeting_id=meeting_id, language=language)
    return agenda_facts(reader, meeting_id=meeting_id, language=language)


def _is_draft(reader: Reader, meeting: Meeting, kind: DocumentKind, language: str) -> bool:
    if kind is DocumentKind.AGENDA:
        return meeting.agenda_status not in {AgendaStatus.ADOPTED, AgendaStatus.AMENDED}
    if kind is DocumentKind.PARTICIPANTS:
        return meeting.starts_on is None
    minutes = latest_minutes(reader, meeting_id=meeting.id, language=language)
    return minutes is None or minutes.status not in _AGREED


def _latest_text(reader: Reader, body_id: UUID) -> RuleVersion | None:
    """Return the latest adopted version of the body's rules whose text is held."""
    held = [
        version
        for document in reader.find(RuleDocument, body_id=body_id)
        for version in reader.find(RuleVersion, document_id=document.id)
        if version.text_held
        and version.status not in {VersionStatus.DRAFT, VersionStatus.WITHDRAWN}
    ]
    return max(held, key=lambda version: (version.adopted_on, version.number), default=None)


def _text_for(reader: Reader, meeting: Meeting) -> RuleVersion:
    body = body_of(reader, meeting)
    version = _latest_text(reader, body.id)
    if version is None:
        raise NoTextOf(in_language(body.names, "en"))
    return version


def _rules(reader: Reader, version: RuleVersion, language: str) -> ComposedDocument:
    code = reader.get(RuleDocument, version.document_id).code
    facts = rules_facts(
        reader, document_id=version.document_id, number=version.number, language=language
    )
    draft = version.status is VersionStatus.DRAFT
    document = _compose(DocumentKind.RULES, facts, language=language, draft=draft)
    name = _file_name(DocumentKind.RULES, f"{code} version {version.label}", None, draft=draft)
    return ComposedDocument(document, name)


def _require_seat(facts: Facts, code: str | None) -> None:
    seats = tuple(party.code for party in facts.parties)
    if code is not None and code not in seats:
        raise NoOriginalFor(code, seats)


def _file_name(kind: DocumentKind, name: str, code: str | None, *, draft: bool) -> str:
    """Return a name such as “Agreed minutes - JWG-1 - MN original (draft).docx”."""
    parts = [kind.words.capitalize(), name, f"{code} original" if code else ""]
    words = _FORBIDDEN_IN_NAMES.sub("-", " - ".join(part for part in parts if part))
    # File systems count bytes, and a sign of Korean or Mongolian takes two or three.
    short = words.encode()[:_LONGEST_NAME].decode(errors="ignore").strip()
    return f"{short} (draft).docx" if draft else f"{short}.docx"


def _free_name(path: Path) -> Path:
    """Return ``path``, or the like with a number where there is a file already."""
    free, count = path, 1
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem} ({count}){path.suffix}")
    return free
