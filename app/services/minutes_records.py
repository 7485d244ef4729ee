"""Verbs that make decisions and action items of what minutes say, and keep them linked."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.action import ActionItem
from app.domain.body import Body
from app.domain.decision import Decision, DecisionKind, DecisionStatus, DecisionText
from app.domain.errors import Misfortune, RuleBroken
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesParagraph, ParagraphKind
from app.domain.sealing import text_hash
from app.services.minutes_order import require_open
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.symbol_patterns import next_symbol

_ACTIONS = "A{number}"
_DRAFTS = "Draft {number}"
_SENTENCE = re.compile(r".+?(?:[.!?](?=\s|$)|[。！？])", re.DOTALL)
_LONGEST_TITLE = 160


class AlreadyLinked(RuleBroken):
    """A paragraph has a decision, or an action item, already."""

    def __init__(self, what: str, label: str) -> None:
        super().__init__(
            f"This paragraph already has the {what} {label}.",
            "Change that one, or make another from a paragraph of its own.",
        )
        self.label = label


class NothingSaid(Misfortune):
    """A decision or an action item was to be made of no words."""

    def __init__(self, field: str) -> None:
        super().__init__("There are no words yet.", "Write what it says.", field=field)


class NoBodyForRecords(Misfortune):
    """A decision was to be made in an event that belongs to no body."""

    def __init__(self) -> None:
        super().__init__(
            "This event belongs to no body, so nothing is decided or assigned in it.",
            "Decisions and action items are those of a body’s meetings.",
        )


def make_decision(
    workspace: Workspace,
    *,
    paragraph_id: UUID,
    language: str,
    title: str,
    words: str,
    kind: DecisionKind = DecisionKind.CONCLUSION,
) -> ChangeSet:
    """Make a draft decision of words of a paragraph; it gets its number when it is adopted.

    Raises:
        AlreadyLinked: if the paragraph has a decision.
        NothingSaid: if there are no words.
    """
    with workspace.write("Make decision") as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        require_open(work, paragraph.minutes_id)
        decision = add_decision(
            work, paragraph, language=language, title=title, words=words, kind=kind
        )
        return work.commit(subject=decision.id)


def make_action(
    workspace: Workspace, *, paragraph_id: UUID, language: str, words: str, **how: Any
) -> ChangeSet:
    """Make an action item of words of a paragraph, under the next code of the body.

    Args:
        workspace: The workspace.
        paragraph_id: The paragraph.
        language: The language of the words.
        words: What is to be done.
        **how: ``party_id``, ``organisation_id``, ``person_id``, ``due_on`` and ``due_words``.

    Raises:
        AlreadyLinked: if the paragraph has an action item.
        NothingSaid: if there are no words.
    """
    with workspace.write("Make action item") as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        require_open(work, paragraph.minutes_id)
        action = add_action(work, paragraph, language=language, words=words, **how)
        return work.commit(subject=action.id)


def unlink(workspace: Workspace, *, paragraph_id: UUID) -> ChangeSet:
    """Take a paragraph apart from its decision and action item; both of them stay."""
    with workspace.write("Undo link of paragraph") as work:
        paragraph = work.get(MinutesParagraph, paragraph_id)
        require_open(work, paragraph.minutes_id)
        paragraph.decision_id = None
        paragraph.action_id = None
        return work.commit(subject=paragraph_id)


def propose_symbol(workspace: Workspace, *, decision_id: UUID) -> str:
    """Return the number that comes next by the body's own pattern; empty if it has none."""
    with workspace.read() as reader:
        decision = reader.get(Decision, decision_id)
        meeting = reader.get(Meeting, decision.meeting_id) if decision.meeting_id else None
        body = reader.get(Body, decision.body_id)
        taken = (each.symbol or "" for each in reader.find(Decision, body_id=body.id))
        return _next(body.decision_pattern, taken, meeting)


def add_decision(
    work: UnitOfWork,
    paragraph: MinutesParagraph,
    *,
    language: str,
    title: str,
    words: str,
    kind: DecisionKind = DecisionKind.CONCLUSION,
) -> Decision:
    """Add a draft decision within ``work`` and link the paragraph to it."""
    if paragraph.decision_id is not None:
        there = work.get(Decision, paragraph.decision_id)
        raise AlreadyLinked("decision", there.symbol or there.temporary_symbol)
    if not words.strip():
        raise NothingSaid("words")
    meeting, body = _where(work, paragraph)
    drafts = (each.temporary_symbol for each in work.find(Decision, meeting_id=meeting.id))
    decision = work.add(
        Decision(
            body_id=body.id,
            meeting_id=meeting.id,
            agenda_item_id=paragraph.agenda_item_id,
            kind=kind,
            status=DecisionStatus.DRAFT,
            temporary_symbol=next_symbol(_DRAFTS, taken=drafts),
        )
    )
    work.flush()
    text = words.strip()
    work.add(
        DecisionText(
            decision_id=decision.id,
            language=language,
            title=title.strip() or title_of(text),
            text=text,
            sha256=text_hash(text),
        )
    )
    paragraph.decision_id = decision.id
    paragraph.kind = ParagraphKind.CONCLUSION
    return decision


def add_action(
    work: UnitOfWork,
    paragraph: MinutesParagraph,
    *,
    language: str,
    words: str,
    party_id: UUID | None = None,
    organisation_id: UUID | None = None,
    person_id: UUID | None = None,
    due_on: date | None = None,
    due_words: str = "",
) -> ActionItem:
    """Add an action item within ``work`` and link the paragraph to it."""
    if paragraph.action_id is not None:
        there = work.get(ActionItem, paragraph.action_id)
        raise AlreadyLinked("action item", there.code)
    if not words.strip():
        raise NothingSaid("words")
    meeting, body = _where(work, paragraph)
    action = work.add(
        ActionItem(
            body_id=body.id,
            code=next_code(work, body, meeting),
            texts={language: words.strip()},
            origin_meeting_id=meeting.id,
            origin_agenda_id=paragraph.agenda_item_id,
            decision_id=paragraph.decision_id,
            party_id=party_id,
            organisation_id=organisation_id,
            person_id=person_id,
            due_on=due_on,
            due_words="" if due_on else due_words.strip(),
        )
    )
    work.flush()
    paragraph.action_id = action.id
    return action


def next_code(reader: Reader, body: Body, meeting: Meeting | None) -> str:
    """Return the code that the next action item of a body gets."""
    taken = [each.code for each in reader.find(ActionItem, body_id=body.id)]
    pattern = str(body.settings.get("action_pattern") or _ACTIONS)
    return _next(pattern, taken, meeting) or next_symbol(_ACTIONS, taken=taken)


def title_of(words: str) -> str:
    """Return what a decision is called whose words say no title: its first sentence."""
    found = _SENTENCE.match(words.strip())
    title = (found[0] if found else words).strip().rstrip(".。!?！？").replace("\n", " ")
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def _next(pattern: str, taken: Iterable[str], meeting: Meeting | None) -> str:
    day = meeting.first_day if meeting else None
    return next_symbol(
        pattern,
        taken=taken,
        ordinal=meeting.ordinal if meeting else None,
        year=day.year if day else None,
    )


def _where(work: UnitOfWork, paragraph: MinutesParagraph) -> tuple[Meeting, Body]:
    meeting = work.get(Meeting, work.get(Minutes, paragraph.minutes_id).meeting_id)
    if meeting.body_id is None:
        raise NoBodyForRecords
    return meeting, work.get(Body, meeting.body_id)
