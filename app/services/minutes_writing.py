"""Verbs for the paragraphs of minutes: write, cut, join, move, describe, confirm, remove one."""

from collections.abc import Sequence
from uuid import UUID

from app.domain.agenda import AgendaItem, StandardItem
from app.domain.errors import Misfortune, RuleBroken
from app.domain.minutes import Grade, MinutesParagraph, ParagraphKind
from app.domain.names import Names
from app.services.minutes_order import last_of, make_room, require_open
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.paragraph_cutting import join as join_words

DEEPEST = 1
"""Points have sub-points, and these have none: the page numbers no deeper."""


class ChangedMeanwhile(Misfortune):
    """The words of a paragraph are not those that were on the screen when it was rewritten.

    Attributes:
        theirs: What the record says now.
        mine: What was to be written.
    """

    def __init__(self, *, theirs: str, mine: str) -> None:
        super().__init__(
            "This paragraph was changed elsewhere after you opened it.",
            "Compare the two, then keep yours or take the other.",
        )
        self.theirs = theirs
        self.mine = mine


class TwoRecords(RuleBroken):
    """Two paragraphs were to become one, and each has a decision or an action item of its own."""

    def __init__(self) -> None:
        super().__init__(
            "Each of the two paragraphs has a decision or an action item of its own.",
            "Leave them apart, or undo one of the links first.",
        )


class SideMissing(RuleBroken):
    """One side's word was to be recorded without saying whose."""

    def __init__(self) -> None:
        super().__init__("A paragraph that is one side’s word needs that side.", "Choose the side.")


class TooDeep(RuleBroken):
    """A paragraph was to stand deeper than the page can number it."""

    def __init__(self) -> None:
        super().__init__(
            "A sub-point has no points below it.", "Make the paragraph before it a point first."
        )


def write(
    workspace: Workspace, drafts: Sequence[MinutesParagraph], *, after_id: UUID | None = None
) -> ChangeSet:
    """Write paragraphs after another one, or at the end where none is named.

    Raises:
        Sealed: if the minutes are signed.
    """
    name = "Write paragraph" if len(drafts) == 1 else f"Write {len(drafts)} paragraphs"
    with workspace.write(name) as work:
        minutes = require_open(work, drafts[0].minutes_id)
        after = after_id or last_of(work, minutes.id)
        places = make_room(work, minutes.id, after_id=after, count=len(drafts))
        for draft, ordinal in zip(drafts, places, strict=True):
            _require_agenda(work, minutes.meeting_id, draft.agenda_item_id)
            _require_described(draft)
            paragraph = draft.copied()
            paragraph.ordinal = ordinal
            work.add(paragraph)
        return work.commit(subject=drafts[0].id)


def rewrite(
    workspace: Workspace,
    *,
    paragraph_id: UUID,
    language: str,
    words: str,
    was: str | None = None,
) -> ChangeSet:
    """Put other words into a paragraph in one language; whether it is confirmed stays as it is.

    Args:
        workspace: The workspace.
        paragraph_id: Which paragraph.
        language: In which language.
        words: The new words.
        was: What it said when it was opened; ``None`` to overwrite whatever it says.

    Raises:
        Sealed: if the minutes are signed.
        ChangedMeanwhile: if it does not say any more what it said when it was opened.
    """
    with workspace.write("Rewrite paragraph") as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        require_open(work, paragraph.minutes_id)
        now = paragraph.texts.get(language, "")
        if was is not None and now not in (was, words):
            raise ChangedMeanwhile(theirs=now, mine=words)
        paragraph.texts = with_words(paragraph.texts, language, words)
        return work.commit(subject=paragraph_id)


def cut(
    workspace: Workspace,
    *,
    paragraph_id: UUID,
    language: str,
    before: str,
    after: str,
    new_id: UUID,
    was: str | None = None,
) -> ChangeSet:
    """Cut a paragraph in two in one language; other languages stay with the first part.

    The second part is said by the same side and is as much confirmed as the whole was.

    Raises:
        Sealed: if the minutes are signed.
        ChangedMeanwhile: if ``was`` is given and is not what the paragraph says.
    """
    with workspace.write("Cut paragraph in two") as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        require_open(work, paragraph.minutes_id)
        now = paragraph.texts.get(language, "")
        if was is not None and now != was:
            raise ChangedMeanwhile(theirs=now, mine=was)
        (ordinal,) = make_room(work, paragraph.minutes_id, after_id=paragraph_id)
        paragraph.texts = with_words(paragraph.texts, language, before)
        work.add(
            MinutesParagraph(
                id=new_id,
                minutes_id=paragraph.minutes_id,
                agenda_item_id=paragraph.agenda_item_id,
                ordinal=ordinal,
                grade=paragraph.grade,
                kind=paragraph.kind,
                party_id=paragraph.party_id,
                texts=with_words({}, language, after),
                confirmed=paragraph.confirmed,
                level=paragraph.level,
                standard=paragraph.standard,
            )
        )
        return work.commit(subject=new_id)


def join(workspace: Workspace, *, paragraph_id: UUID, into_id: UUID) -> ChangeSet:
    """Put the words of a paragraph after those of another, in every language; it then goes.

    Raises:
        TwoRecords: if both have a decision or an action item.
    """
    with workspace.write("Join paragraphs") as work:
        first = work.get(MinutesParagraph, into_id)
        second = work.get(MinutesParagraph, paragraph_id)
        require_open(work, first.minutes_id)
        _take_links(first, second)
        first.texts = join_texts(first.texts, second.texts)
        first.confirmed = first.confirmed and second.confirmed
        first.source_line = "\n".join(filter(None, (first.source_line, second.source_line)))
        work.delete(second)
        return work.commit(subject=into_id)


def move(
    workspace: Workspace,
    *,
    paragraph_id: UUID,
    after_id: UUID | None,
    agenda_item_id: UUID | None,
    standard: StandardItem | None = None,
) -> ChangeSet:
    """Put a paragraph after another one, or before all, below an agenda item or below none."""
    with workspace.write("Move paragraph") as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        minutes = require_open(work, paragraph.minutes_id)
        _require_agenda(work, minutes.meeting_id, agenda_item_id)
        (ordinal,) = make_room(work, minutes.id, after_id=after_id)
        paragraph.ordinal = ordinal
        if (agenda_item_id, standard) != (paragraph.agenda_item_id, None):
            paragraph.standard = standard
        paragraph.agenda_item_id = agenda_item_id
        return work.commit(subject=paragraph_id)


def describe(
    workspace: Workspace,
    *,
    paragraph_id: UUID,
    grade: Grade | None = None,
    party_id: UUID | None = None,
    kind: ParagraphKind | None = None,
    level: int | None = None,
) -> ChangeSet:
    """Say whose word a paragraph is, what it does, or how deep it stands.

    Raises:
        SideMissing: if it is to be one side's word and no side is named.
        TooDeep: if it is to stand below a sub-point.
    """
    with workspace.write(_name_of(grade=grade, kind=kind)) as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        require_open(work, paragraph.minutes_id)
        if grade is Grade.BOTH_SIDES:
            paragraph.grade = grade
            paragraph.party_id = None
        elif grade is not None:
            if party_id is None:
                raise SideMissing
            paragraph.party_id = party_id
            paragraph.grade = grade
        if kind is not None:
            paragraph.kind = kind
        if level is not None:
            if not 0 <= level <= DEEPEST:
                raise TooDeep
            paragraph.level = level
        return work.commit(subject=paragraph_id)


def confirm(
    workspace: Workspace, *, paragraph_ids: Sequence[UUID], happened: bool = True
) -> ChangeSet:
    """Confirm that what paragraphs say did happen, or take that back."""
    name = "Confirm paragraph" if happened else "Take back confirmation"
    if len(paragraph_ids) > 1:
        name = f"Confirm {len(paragraph_ids)} paragraphs"
    with workspace.write(name) as work:
        for key in paragraph_ids:
            paragraph = work.get(MinutesParagraph, key)
            require_open(work, paragraph.minutes_id)
            paragraph.confirmed = happened
        return work.commit(subject=paragraph_ids[0])


def remove(workspace: Workspace, *, paragraph_ids: Sequence[UUID]) -> ChangeSet:
    """Remove paragraphs; the decisions and action items they spoke of stay."""
    count = len(paragraph_ids)
    with workspace.write(
        "Remove paragraph" if count == 1 else f"Remove {count} paragraphs"
    ) as work:
        for key in paragraph_ids:
            paragraph = work.get(MinutesParagraph, key)
            require_open(work, paragraph.minutes_id)
            work.delete(paragraph)
        return work.commit(subject=paragraph_ids[0])


def with_words(texts: Names, language: str, words: str) -> Names:
    """Return ``texts`` with other words in one language; a language without words is left out."""
    changed = {**texts, language: words}
    return {tag: text for tag, text in changed.items() if text}


def join_texts(first: Names, second: Names) -> Names:
    """Return the texts of two paragraphs joined, language by language."""
    return {
        tag: join_words(first.get(tag, ""), second.get(tag, ""))[0]
        for tag in dict.fromkeys((*first, *second))
    }


def _take_links(first: MinutesParagraph, second: MinutesParagraph) -> None:
    for link in ("decision_id", "action_id"):
        mine, other = getattr(first, link), getattr(second, link)
        if mine and other and mine != other:
            raise TwoRecords
        setattr(first, link, mine or other)


def _require_agenda(work: UnitOfWork, meeting_id: UUID, item_id: UUID | None) -> None:
    if item_id is not None and work.get(AgendaItem, item_id).meeting_id != meeting_id:
        raise RuleBroken(
            "This agenda item belongs to another meeting.", "Choose an item of this agenda."
        )


def _require_described(draft: MinutesParagraph) -> None:
    if draft.grade is not Grade.BOTH_SIDES and draft.party_id is None:
        raise SideMissing
    if draft.level > DEEPEST:
        raise TooDeep


def _name_of(*, grade: Grade | None, kind: ParagraphKind | None) -> str:
    if grade is not None:
        return "Say whose word a paragraph is"
    return "Say what a paragraph does" if kind is not None else "Change level of paragraph"
