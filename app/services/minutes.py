"""Verbs for minutes: show the latest edition, open one, write and rewrite its paragraphs."""

from uuid import UUID

from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesParagraph
from app.domain.names import Names
from app.services.minutes_order import last_of, make_room, require_open
from app.store.change_set import ChangeSet
from app.store.queries import minutes as queries
from app.store.queries.minutes import MinutesRow, ParagraphRow, SignatureRow
from app.store.workspace import Workspace

__all__ = [
    "MinutesRow",
    "ParagraphRow",
    "SignatureRow",
    "open_edition",
    "rewrite_paragraph",
    "show",
    "write_paragraph",
]


def show(workspace: Workspace, *, meeting_id: UUID, language: str = "en") -> MinutesRow | None:
    """Return the latest edition of a meeting's minutes, or ``None`` before there is one."""
    with workspace.read() as reader:
        return queries.latest_minutes(reader, meeting_id=meeting_id, language=language)


def open_edition(workspace: Workspace, draft: Minutes) -> ChangeSet:
    """Open the next edition of a meeting's minutes."""
    with workspace.write("Open minutes") as work:
        work.get(Meeting, draft.meeting_id)
        edition = draft.copied()
        edition.edition = len(work.find(Minutes, meeting_id=draft.meeting_id, kind=draft.kind)) + 1
        work.add(edition)
        return work.commit(subject=edition.id)


def write_paragraph(workspace: Workspace, draft: MinutesParagraph) -> ChangeSet:
    """Write a paragraph at the end of the minutes.

    Raises:
        Sealed: if the minutes are signed.
    """
    with workspace.write("Write paragraph") as work:
        require_open(work, draft.minutes_id)
        paragraph = draft.copied()
        last = last_of(work, draft.minutes_id)
        (paragraph.ordinal,) = make_room(work, draft.minutes_id, after_id=last)
        work.add(paragraph)
        return work.commit(subject=paragraph.id)


def rewrite_paragraph(workspace: Workspace, *, paragraph_id: UUID, texts: Names) -> ChangeSet:
    """Put other words into a paragraph.

    Raises:
        Sealed: if the minutes are signed.
    """
    with workspace.write("Rewrite paragraph") as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        require_open(work, paragraph.minutes_id)
        paragraph.texts = texts
        return work.commit(subject=paragraph_id)
