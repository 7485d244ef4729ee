"""Decides what goes into the folder of a meeting for those who shall get it, and what does not.

For the other side and for the public nothing goes in that is kept back, whatever it is called and
wherever else the same bytes are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.attachment import Attachment, AttachmentLink
from app.domain.issued import IssuedDocument
from app.domain.meeting import Meeting
from app.domain.minutes import SEALED_MINUTES, Minutes, MinutesStatus
from app.domain.names import in_language
from app.domain.paper import Confidentiality, Distribution, Paper, PaperFile, PaperStatus
from app.services import paper_files
from app.services.facts.gathering import kinds_of_meeting
from app.services.paper_secrecy import papers_with
from app.services.safe_names import key_of, safe_name
from app.store.queries.minutes import latest_edition
from app.store.queries.paper_details import symbol_key
from app.store.reader import Reader
from app.store.workspace import Workspace

_PAPERS = "Papers"
_SCANS = "Signed minutes"
_PUBLISHED = frozenset({MinutesStatus.PUBLISHED})
_OF_MEETINGS = (
    DocumentKind.AGENDA,
    DocumentKind.PARTICIPANTS,
    DocumentKind.AGREED_MINUTES,
    DocumentKind.RUN_SHEET,
)


class LeftOutReason(StrEnum):
    """Why something does not go in."""

    OUR_SIDE = "our-side"
    CONFIDENTIAL = "confidential"
    NOT_PUBLIC = "not-public"
    NOT_PUBLISHED = "not-published"
    WITHDRAWN = "withdrawn"
    NO_FILE = "no-file"
    KEPT_BACK_ELSEWHERE = "kept-back-elsewhere"


@dataclass(frozen=True)
class FolderEntry:
    """A file that goes in.

    Attributes:
        path: What it is called there, with the folder it lies in.
        document: Which document is made for it; ``None`` for a file that is kept.
        attachment_id: The kept file; ``None`` for a document that is made.
        symbol, title, language: What the index says of it.
        is_confidential: Whether it is a confidential paper.
        size: How many bytes it has; ``None`` before it is made.
    """

    path: str
    title: str
    language: str
    document: DocumentKind | None = None
    attachment_id: UUID | None = None
    symbol: str = ""
    is_confidential: bool = False
    size: int | None = None


@dataclass(frozen=True)
class LeftOut:
    """Something that does not go in, and why; ``document`` where it is no paper."""

    symbol: str
    title: str
    reason: LeftOutReason
    document: DocumentKind | None = None


@dataclass(frozen=True)
class FolderPlan:
    """What goes into the folder of a meeting.

    Attributes:
        scope: For whom it is: our side, both sides or everybody.
        name: What the folder is called.
    """

    meeting_id: UUID
    scope: Distribution
    language: str
    name: str
    entries: tuple[FolderEntry, ...]
    left_out: tuple[LeftOut, ...]


def plan(
    workspace: Workspace, *, meeting_id: UUID, scope: Distribution, language: str = "en"
) -> FolderPlan:
    """Return what goes into the folder of a meeting, and what does not and why."""
    with workspace.read() as reader:
        meeting = reader.get(Meeting, meeting_id)
        planner = _Planner(reader, workspace, meeting, Distribution(scope), language)
        return planner.plan()


class _Planner:
    def __init__(
        self,
        reader: Reader,
        workspace: Workspace,
        meeting: Meeting,
        scope: Distribution,
        language: str,
    ) -> None:
        self._reader = reader
        self._workspace = workspace
        self._meeting = meeting
        self._scope = scope
        self._language = language
        self._taken: dict[str, set[str]] = {}
        self._left_out: list[LeftOut] = []

    def plan(self) -> FolderPlan:
        entries = (*self._documents(), *self._scans(), *self._papers())
        meeting = self._meeting
        called = meeting.code or in_language(meeting.titles, self._language) or "Meeting"
        for_whom = {
            Distribution.ONE_SIDE: "our side",
            Distribution.BOTH_SIDES: "both sides",
            Distribution.PUBLIC: "public",
        }
        return FolderPlan(
            meeting_id=meeting.id,
            scope=self._scope,
            language=self._language,
            name=safe_name(f"{called} ({for_whom[self._scope]})"[:60]),
            entries=entries,
            left_out=tuple(self._left_out),
        )

    def _documents(self) -> Iterator[FolderEntry]:
        there = kinds_of_meeting(self._reader, self._workspace, self._meeting)
        for kind in _OF_MEETINGS:
            if kind not in there:
                continue
            reason = self._why_not(kind)
            if reason is not None:
                self._left_out.append(LeftOut("", "", reason, kind))
            elif kind is DocumentKind.AGREED_MINUTES:
                yield from self._minutes()
            else:
                yield self._document(kind)

    def _why_not(self, kind: DocumentKind) -> LeftOutReason | None:
        if self._scope is Distribution.ONE_SIDE:
            return None
        if kind is DocumentKind.RUN_SHEET:
            return LeftOutReason.OUR_SIDE
        if self._scope is Distribution.BOTH_SIDES:
            return None
        if kind is DocumentKind.PARTICIPANTS:
            return LeftOutReason.NOT_PUBLIC  # names of persons
        minutes = latest_edition(self._reader, meeting_id=self._meeting.id)
        if kind is DocumentKind.AGREED_MINUTES and (
            minutes is None or minutes.status not in _PUBLISHED
        ):
            return LeftOutReason.NOT_PUBLISHED
        return None

    def _document(self, kind: DocumentKind) -> FolderEntry:
        name = f"{kind.words[:1].upper()}{kind.words[1:]} - {self._meeting.code}.docx"
        return FolderEntry(
            path=self._path("", name), title=kind.words, language=self._language, document=kind
        )

    def _minutes(self) -> Iterator[FolderEntry]:
        """Yield what was issued of the minutes last; where nothing was, the minutes as they are."""
        issued = self._reader.find(
            IssuedDocument,
            meeting_id=self._meeting.id,
            kind=DocumentKind.AGREED_MINUTES.value,
            is_draft=False,
        )
        latest = {
            (document.language, document.original_of_id): document
            for document in sorted(issued, key=lambda document: document.issued_at)
        }
        for document in latest.values():
            kept = self._reader.get(Attachment, document.attachment_id)
            yield FolderEntry(
                path=self._path("", document.file_name),
                title=DocumentKind.AGREED_MINUTES.words,
                language=document.language,
                attachment_id=kept.id,
                size=kept.size,
            )
        if not latest:
            yield self._document(DocumentKind.AGREED_MINUTES)

    def _scans(self) -> Iterator[FolderEntry]:
        """Yield the signed scans of the minutes; for the public only once these are published."""
        for minutes in self._reader.find(Minutes, meeting_id=self._meeting.id):
            wanted = _PUBLISHED if self._scope is Distribution.PUBLIC else SEALED_MINUTES
            if minutes.status not in wanted:
                continue
            for link in self._reader.find(AttachmentLink, minutes_id=minutes.id):
                if self._is_kept_back(link.attachment_id):
                    continue
                kept = self._reader.get(Attachment, link.attachment_id)
                yield FolderEntry(
                    path=self._path(_SCANS, kept.file_name),
                    title=in_language(link.captions, self._language) or kept.file_name,
                    language=link.language or self._language,
                    attachment_id=kept.id,
                    size=kept.size,
                )

    def _papers(self) -> Iterator[FolderEntry]:
        papers = self._reader.find(Paper, meeting_id=self._meeting.id)
        for paper in sorted(papers, key=lambda paper: symbol_key(paper.symbol)):
            files = self._latest(paper)
            reason = self._why_not_paper(paper, files)
            if reason is not None:
                title = in_language(paper.titles, self._language)
                self._left_out.append(LeftOut(paper.symbol, title, reason))
                continue
            for file in files:
                yield self._paper_entry(paper, file)

    def _latest(self, paper: Paper) -> list[PaperFile]:
        files = sorted(
            self._reader.find(PaperFile, paper_id=paper.id), key=lambda file: file.revision
        )
        newest = {file.language: file for file in files}
        return [newest[tag] for tag in sorted(newest)]

    def _why_not_paper(self, paper: Paper, files: list[PaperFile]) -> LeftOutReason | None:
        if paper.status is PaperStatus.WITHDRAWN:
            return LeftOutReason.WITHDRAWN
        if self._scope is not Distribution.ONE_SIDE:
            if paper.confidentiality is Confidentiality.CONFIDENTIAL:
                return LeftOutReason.CONFIDENTIAL
            if paper.distribution is Distribution.ONE_SIDE:
                return LeftOutReason.OUR_SIDE
            if any(self._is_kept_back(file.attachment_id) for file in files):
                return LeftOutReason.KEPT_BACK_ELSEWHERE
        if self._scope is Distribution.PUBLIC and paper.distribution is not Distribution.PUBLIC:
            return LeftOutReason.NOT_PUBLIC
        return None if files else LeftOutReason.NO_FILE

    def _is_kept_back(self, attachment_id: UUID) -> bool:
        """Return whether the same bytes are those of a paper that those who get this may not see.

        Papers are kept apart when they are entered; this is asked again because what went out
        cannot be called back.
        """
        if self._scope is Distribution.ONE_SIDE:
            return False
        return any(paper.is_kept_back for paper in papers_with(self._reader, attachment_id))

    def _paper_entry(self, paper: Paper, file: PaperFile) -> FolderEntry:
        kept = self._reader.get(Attachment, file.attachment_id)
        title = in_language(paper.titles, file.language) or paper.symbol
        return FolderEntry(
            path=self._path(_PAPERS, paper_files.titled_name_of(self._reader, file)),
            title=title,
            language=file.language,
            attachment_id=kept.id,
            symbol=paper.symbol,
            is_confidential=paper.confidentiality is Confidentiality.CONFIDENTIAL,
            size=kept.size,
        )

    def _path(self, folder: str, name: str) -> str:
        """Return a path that no other file has, on computers that do not tell A from a either."""
        taken = self._taken.setdefault(folder, {key_of("index.html")})
        free = safe_name(name, taken=taken)
        taken.add(key_of(free))
        return f"{folder}/{free}" if folder else free
