"""Verbs for a pack as a folder of Word and PDF files with an index, for those who print.

Like the page, it is made from the pack itself, so that nothing else can be in it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.agenda import AgendaItem
from app.domain.attachment import Attachment
from app.domain.delegation import Delegate
from app.domain.minutes import Minutes
from app.domain.names import name_language
from app.domain.pack_scope import PackPart
from app.domain.paper import PaperFile
from app.exchange.bundles import write_folder
from app.exchange.folder_index import FolderIndex, IndexLine, write_index
from app.services import attachments, house_styles, papers, rule_documents, rule_reading, rules
from app.services.disk import FileNotWritten
from app.services.meeting_folders import Cancelled
from app.services.packs.making import PackOrder, build
from app.services.packs.web import opened
from app.services.pdf_files import Layout, find_layout
from app.services.safe_names import safe_name
from app.services.wanted import Wanted, compose
from app.services.word_files import ComposedDocument
from app.store.workspace import Workspace

INDEX = "index.html"
_OF_MEETINGS = {
    PackPart.AGENDA: DocumentKind.AGENDA,
    PackPart.PARTICIPANTS: DocumentKind.PARTICIPANTS,
    PackPart.MINUTES: DocumentKind.AGREED_MINUTES,
}

Progress = Callable[[int, int], bool]
"""Hears how many of how many files are done, and says whether to go on."""


@dataclass(frozen=True)
class _Entry:
    """A file of the folder before it is made."""

    title: str
    language: str
    wanted: Wanted | None = None
    symbol: str = ""
    name: str = ""
    attachment_id: UUID | None = None


def make_folder(
    workspace: Workspace,
    order: PackOrder,
    *,
    target: Path,
    language: str = "en",
    progress: Progress = lambda _done, _total: True,
) -> Path:
    """Write what a pack would hold as Word files, as PDF too where it can be laid out, with papers.

    Args:
        workspace: The workspace.
        order: What is wanted; a folder is neither signed nor encrypted.
        target: The folder in which it gets its own.
        language: Of what is not rules; rules are written in every language that they are held in.
        progress: Hears how far it is, and may stop it.

    Raises:
        EmptyPack, NoMeetingChosen: as for a pack.
        Cancelled: ``progress`` said not to go on; nothing is left behind.
        NotLaidOut: A PDF could not be made.
        FileNotWritten: naming the file and the reason.
    """
    content, manifest = build(workspace, replace(order, key_id=""))
    with opened(content, workspace) as pack:
        entries = _entries(pack, order, language)
        files = _Files(pack, entries, style=workspace, progress=progress)
        told = (manifest.body_name, f"As of {manifest.on}", f"Fingerprint {manifest.root}")
        try:
            return write_folder(target / safe_name(order.title), files.write(order.title, told))
        except OSError as error:
            raise FileNotWritten.because_of(target, error) from error


class _Files:
    """Makes one file after the other, and the index of those that were made."""

    def __init__(
        self, pack: Workspace, entries: list[_Entry], *, style: Workspace, progress: Progress
    ) -> None:
        self._pack = pack
        self._entries = entries
        self._style = style
        self._progress = progress
        self._layout: Layout | None = find_layout()
        self._lines: list[IndexLine] = []
        self._taken: set[str] = set()

    def write(self, title: str, told: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        total = len(self._entries) + 1
        for done, entry in enumerate(self._entries):
            if not self._progress(done, total):
                raise Cancelled
            yield from self._make(entry)
        documents = tuple(line for line in self._lines if not line.symbol)
        kept = tuple(line for line in self._lines if line.symbol)
        made = f"Made with JWG Desk on {self._pack.today().isoformat()}."
        yield INDEX, write_index(FolderIndex(title, told, documents, kept, made))
        self._progress(total, total)

    def _make(self, entry: _Entry) -> Iterator[tuple[str, bytes]]:
        if entry.attachment_id is not None:
            with self._pack.read() as reader:
                content = attachments.read(reader, entry.attachment_id)
            yield self._name("Papers", entry.name, entry), content
            return
        if entry.wanted is None:
            return
        made = compose(self._pack, entry.wanted)
        yield self._name("Word", made.file_name, entry), self._word(made)
        if self._layout is not None:
            pdf = f"{made.file_name.removesuffix('.docx')}.pdf"
            yield self._name("PDF", pdf, entry), self._layout(self._style, made)

    def _word(self, made: ComposedDocument) -> bytes:
        from app.documents import word

        return word.write(made.document, house_style=house_styles.current(self._style))

    def _name(self, folder: str, name: str, entry: _Entry) -> str:
        """Return a free name in a folder, and remember it for the index."""
        free = safe_name(name, taken=self._taken)
        self._taken.add(free)
        path = f"{folder}/{free}"
        language = name_language(entry.language)
        self._lines.append(IndexLine(path, entry.symbol, f"{entry.title} ({folder})", language))
        return path


def _entries(pack: Workspace, order: PackOrder, language: str) -> list[_Entry]:
    return [
        *_rules(pack, order, language),
        *_decisions(order, language),
        *_of_meeting(pack, order, language),
        *_papers(pack, order, language),
    ]


def _rules(pack: Workspace, order: PackOrder, language: str) -> Iterator[_Entry]:
    for row in rules.list_documents(pack, body_id=order.scope.body_id, language=language):
        text = rule_reading.read(pack, document_id=row.id, on=order.scope.on)
        if text is None or not text.held:
            continue
        version_id = rule_documents.find_version(
            pack, document_id=row.id, number=text.version.number
        )
        for tag in text.held:
            wanted = Wanted(kind=DocumentKind.RULES, rule_version_id=version_id, language=tag)
            yield _Entry(row.title, tag, wanted)


def _decisions(order: PackOrder, language: str) -> Iterator[_Entry]:
    if PackPart.DECISIONS in order.scope.parts:
        wanted = Wanted(
            kind=DocumentKind.DECISION_REGISTER, body_id=order.scope.body_id, language=language
        )
        yield _Entry("Register of decisions", language, wanted)


def _of_meeting(pack: Workspace, order: PackOrder, language: str) -> Iterator[_Entry]:
    meeting_id = order.scope.meeting_id
    for part, kind in _OF_MEETINGS.items():
        if meeting_id is None or part not in order.scope.parts or not _has(pack, part):
            continue
        wanted = Wanted(kind=kind, meeting_id=meeting_id, language=language)
        yield _Entry(str(kind).replace("-", " ").capitalize(), language, wanted)


def _has(pack: Workspace, part: PackPart) -> bool:
    with pack.read() as reader:
        match part:
            case PackPart.AGENDA:
                return reader.first(AgendaItem) is not None
            case PackPart.PARTICIPANTS:
                return reader.first(Delegate) is not None
            case _:
                return reader.first(Minutes) is not None


def _papers(pack: Workspace, order: PackOrder, language: str) -> Iterator[_Entry]:
    if order.scope.meeting_id is None:
        return
    rows = papers.list_for_meeting(pack, meeting_id=order.scope.meeting_id, language=language)
    for row in rows:
        with pack.read() as reader:
            files = reader.find(PaperFile, paper_id=row.id)
            named = [(each, reader.get(Attachment, each.attachment_id).file_name) for each in files]
        for each, name in named:
            yield _Entry(
                row.title,
                each.language,
                symbol=row.symbol or name,
                name=f"{row.symbol} {name}".strip(),
                attachment_id=each.attachment_id,
            )
