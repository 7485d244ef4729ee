"""Verbs for the editions of minutes: keep one as it is, compare two, restore one, correct one."""

from uuid import UUID

from app.domain.errors import Misfortune
from app.domain.identity import new_id
from app.domain.minutes import (
    MINUTES_LIFE,
    SEALED_MINUTES,
    Minutes,
    MinutesAnswer,
    MinutesParagraph,
    MinutesStatus,
    Signature,
)
from app.domain.names import in_language
from app.services.comparisons import Change, ShownComparison
from app.services.minutes_order import in_row, require_open
from app.store.change_set import ChangeSet
from app.store.queries.agenda import list_agenda
from app.store.queries.minutes import in_order, latest_edition
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.blocks import Block, Document, Heading, Level, Provision, Section, Text


class ReasonMissing(Misfortune):
    """Signed minutes were to be opened again without saying why."""

    def __init__(self) -> None:
        super().__init__(
            "To open signed minutes again, say why.",
            "The reason is kept with the new edition.",
            field="why",
        )


class NotSigned(Misfortune):
    """Minutes were to be opened again that are not signed."""

    def __init__(self) -> None:
        super().__init__(
            "These minutes are not signed, so there is nothing to open again.",
            "Change them as they are.",
        )


class SameEdition(Misfortune):
    """An edition was to be compared with itself."""

    def __init__(self) -> None:
        super().__init__("An edition does not differ from itself.", "Choose two editions.")


def keep(workspace: Workspace, *, minutes_id: UUID) -> ChangeSet:
    """Keep the edition as it is, and go on in the next one.

    What is being written keeps its records, so that a Word file that was sent round still finds
    its way home; the edition that is kept is a copy of them.

    Raises:
        Sealed: if the minutes are signed, and kept already.
    """
    with workspace.write("Keep edition of minutes") as work:
        minutes = require_open(work, minutes_id)
        keep_within(work, minutes)
        return work.commit(subject=minutes_id)


def keep_within(work: UnitOfWork, minutes: Minutes) -> Minutes:
    """Keep a copy of an edition within ``work``; return it, with the number that it had."""
    number = minutes.edition
    minutes.edition = _next_number(work, minutes)
    work.flush()
    kept = minutes.copied()
    kept.id = new_id()
    kept.edition = number
    work.add(kept)
    work.flush()
    _copy_paragraphs(work, minutes.id, kept.id)
    for answer in work.find(MinutesAnswer, minutes_id=minutes.id):
        answer.minutes_id = kept.id  # a side answers to what it was sent
    return kept


def restore(workspace: Workspace, *, minutes_id: UUID) -> ChangeSet:
    """Make the next edition with the words of an earlier one; all editions stay.

    Raises:
        Sealed: if the latest edition is signed.
    """
    with workspace.write("Restore edition of minutes") as work:
        earlier = work.get(Minutes, minutes_id)
        latest = latest_edition(work, meeting_id=earlier.meeting_id)
        if latest is not None:
            require_open(work, latest.id)
        made = _next_edition(work, earlier)
        return work.commit(subject=made.id)


def reopen(workspace: Workspace, *, minutes_id: UUID, why: str) -> ChangeSet:
    """Open signed minutes again: the next edition corrects them, and they stay as signed.

    Raises:
        NotSigned: if they are not signed.
        UnlawfulTransition: if a later edition corrects them already.
        ReasonMissing: if it is not said why.
    """
    with workspace.write("Open signed minutes again") as work:
        signed = work.get(Minutes, minutes_id)
        if signed.status not in SEALED_MINUTES:
            raise NotSigned
        if not why.strip():
            raise ReasonMissing
        MINUTES_LIFE.require(signed.status, MinutesStatus.CORRECTED)
        made = _next_edition(work, signed)
        made.corrects_id = signed.id
        made.reopened_why = why.strip()
        _copy_signatories(work, signed.id, made.id)
        signed.status = MinutesStatus.CORRECTED
        return work.commit(subject=made.id)


def compare(
    workspace: Workspace, *, older_id: UUID, newer_id: UUID, language: str, scale: float = 1.0
) -> ShownComparison:
    """Return two editions on one page, with what differs, in one language.

    Raises:
        SameEdition: if they are one and the same.
    """
    from app.documents import preview
    from app.documents.preview.changes import write_changes
    from app.texts.comparison import compare as compare_texts

    if older_id == newer_id:
        raise SameEdition
    with workspace.read() as reader:
        older = _as_document(reader, older_id, language)
        newer = _as_document(reader, newer_id, language)
    page = write_changes(compare_texts(older, newer, by="text"), scale=scale)
    changes = tuple(
        Change(one.anchor, one.outcome.value, one.where, one.was, one.removed, one.added)
        for one in page.changes
    )
    return ShownComparison(page.html, changes, "", round(preview.page_width(newer) * scale))


def _as_document(reader: Reader, minutes_id: UUID, language: str) -> Document:
    """Return an edition as a text that can be compared: headings, points and sub-points."""
    minutes = reader.get(Minutes, minutes_id)
    agenda = list_agenda(reader, meeting_id=minutes.meeting_id, language=language)
    titles = {row.id: f"{row.label} {row.title}".strip() for row in agenda}
    blocks: list[Block] = []
    heading = ""
    for paragraph in in_order(in_row(reader, minutes_id), agenda):
        title = titles.get(paragraph.agenda_item_id, "") if paragraph.agenda_item_id else ""
        if title and title != heading:
            blocks.append(Heading((Text(title),)))
        heading = title
        _add_point(blocks, paragraph, language)
    return Document((Section(tuple(blocks)),), language=_numbered_in(language))


def _add_point(blocks: list[Block], paragraph: MinutesParagraph, language: str) -> None:
    """Add a paragraph as a point, or as a sub-point of the point before it."""
    text = (Text(in_language(paragraph.texts, language)),)
    key = str(paragraph.id)
    above = blocks[-1] if blocks else None
    if paragraph.level and isinstance(above, Provision):
        below = (*above.children, Provision(Level.SUBPOINT, key, text=text))
        blocks[-1] = Provision(Level.POINT, above.id, text=above.text, children=below)
    else:
        blocks.append(Provision(Level.POINT, key, text=text))


def _numbered_in(language: str) -> str:
    from app.texts.labels import LABELS

    return language if language in LABELS else "en"


def _next_edition(work: UnitOfWork, source: Minutes) -> Minutes:
    """Add the next edition within ``work``, a draft with the words of ``source``."""
    made = source.copied()
    made.id = new_id()
    made.edition = _next_number(work, source)
    made.status = MinutesStatus.PRE_DRAFTED
    made.corrects_id = None
    made.reopened_why = ""
    work.add(made)
    work.flush()
    _copy_paragraphs(work, source.id, made.id)
    return made


def _next_number(work: UnitOfWork, minutes: Minutes) -> int:
    there = work.find(Minutes, meeting_id=minutes.meeting_id, kind=minutes.kind)
    return max(each.edition for each in there) + 1


def _copy_paragraphs(work: UnitOfWork, source_id: UUID, target_id: UUID) -> None:
    for paragraph in in_row(work, source_id):
        copy = paragraph.copied()
        copy.id = new_id()
        copy.minutes_id = target_id
        work.add(copy)


def _copy_signatories(work: UnitOfWork, source_id: UUID, target_id: UUID) -> None:
    """Let the same persons sign the new edition; where and when is still to come."""
    for signature in work.find(Signature, minutes_id=source_id):
        copy = signature.copied()
        copy.id = new_id()
        copy.minutes_id = target_id
        copy.place = ""
        copy.signed_on = None
        work.add(copy)
