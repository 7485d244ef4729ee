"""Verbs for minutes: open an edition, write and confirm paragraphs, answer, sign."""

from uuid import UUID

from app.domain.errors import Misfortune, Sealed
from app.domain.meeting import Meeting
from app.domain.minutes import (
    MINUTES_LIFE,
    SEALED_MINUTES,
    Minutes,
    MinutesAnswer,
    MinutesParagraph,
    MinutesStatus,
    Signature,
)
from app.domain.names import Names
from app.store.change_set import ChangeSet
from app.store.queries import minutes as queries
from app.store.queries.minutes import MinutesRow, ParagraphRow, SignatureRow
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "MinutesRow",
    "ParagraphRow",
    "SignatureRow",
    "add_signatory",
    "answer",
    "change_status",
    "confirm_paragraph",
    "open_edition",
    "rewrite_paragraph",
    "show",
    "write_paragraph",
]


class Unconfirmed(Misfortune):
    """Minutes were to be approved or signed with paragraphs not confirmed as having happened."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count} paragraph(s) of the minutes are not yet confirmed as having happened.",
            "Confirm or remove each of them; what was drafted beforehand may not have happened.",
        )
        self.count = count


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
        _require_open(work, draft.minutes_id)
        paragraph = draft.copied()
        paragraph.ordinal = len(work.find(MinutesParagraph, minutes_id=draft.minutes_id)) + 1
        work.add(paragraph)
        return work.commit(subject=paragraph.id)


def rewrite_paragraph(workspace: Workspace, *, paragraph_id: UUID, texts: Names) -> ChangeSet:
    """Put other words into a paragraph.

    Raises:
        Sealed: if the minutes are signed.
    """
    with workspace.write("Rewrite paragraph") as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        _require_open(work, paragraph.minutes_id)
        paragraph.texts = texts
        return work.commit(subject=paragraph_id)


def confirm_paragraph(workspace: Workspace, *, paragraph_id: UUID) -> ChangeSet:
    """Confirm that what a paragraph says did happen."""
    with workspace.write("Confirm paragraph") as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        _require_open(work, paragraph.minutes_id)
        paragraph.confirmed = True
        return work.commit(subject=paragraph_id)


def answer(workspace: Workspace, draft: MinutesAnswer) -> ChangeSet:
    """Record a side's dated answer to an edition."""
    with workspace.write("Record answer to minutes") as work:
        work.get(Minutes, draft.minutes_id)
        given = work.add(draft.copied())
        return work.commit(subject=given.id)


def add_signatory(workspace: Workspace, draft: Signature) -> ChangeSet:
    """Add a signatory, with the place and date of the signature once it is given.

    Raises:
        Sealed: if the minutes are signed.
    """
    with workspace.write("Add signatory") as work:
        _require_open(work, draft.minutes_id)
        signature = draft.copied()
        signature.ordinal = len(work.find(Signature, minutes_id=draft.minutes_id)) + 1
        work.add(signature)
        return work.commit(subject=signature.id)


def change_status(workspace: Workspace, *, minutes_id: UUID, status: MinutesStatus) -> ChangeSet:
    """Take minutes a lawful step on; approval and signing need every paragraph confirmed.

    Raises:
        UnlawfulTransition: if the step does not follow from where the minutes stand.
        Unconfirmed: if a paragraph is not confirmed as having happened.
    """
    with workspace.write(f"Mark minutes as {status.value}") as work:
        minutes = work.get(Minutes, minutes_id)
        MINUTES_LIFE.require(minutes.status, status)
        if status in {MinutesStatus.APPROVED, MinutesStatus.SIGNED}:
            open_ones = work.find(MinutesParagraph, minutes_id=minutes_id, confirmed=False)
            if open_ones:
                raise Unconfirmed(len(open_ones))
        minutes.status = status
        return work.commit(subject=minutes_id)


def _require_open(work: UnitOfWork, minutes_id: UUID) -> None:
    minutes = work.get(Minutes, minutes_id)
    if minutes.status in SEALED_MINUTES:
        raise Sealed(
            "This edition of the minutes", "Open a new edition and mark this one corrected."
        )
