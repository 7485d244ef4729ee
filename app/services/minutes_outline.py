"""Decides which sentences the minutes of a meeting still lack, by what its records say."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.documents.draft_facts import Says
from app.domain.action import UNFINISHED, ActionItem, ActionUpdate
from app.domain.agenda import AgendaItem, ItemOutcome, ItemStatus, StandardItem
from app.domain.decision import Channel, Decision, DecisionStatus
from app.domain.meeting import Meeting
from app.domain.minutes import Grade, MinutesParagraph, ParagraphKind
from app.store.queries.agenda import list_agenda
from app.store.reader import Reader

_OUTCOMES = {
    ItemOutcome.ADOPTED: Says.ADOPTED,
    ItemOutcome.ADOPTED_AS_AMENDED: Says.ADOPTED_AS_AMENDED,
    ItemOutcome.AGREED: Says.AGREED,
    ItemOutcome.NOTED: Says.NOTED,
    ItemOutcome.DEFERRED: Says.DEFERRED,
    ItemOutcome.EXCHANGED_VIEWS: Says.VIEWS_EXCHANGED,
}
_CONCLUDING = frozenset({Says.ADOPTED, Says.ADOPTED_AS_AMENDED, Says.AGREED, Says.DECISION})
_NOT_TAKEN = frozenset({DecisionStatus.WITHDRAWN, DecisionStatus.LAPSED})


@dataclass(frozen=True)
class Sentence:
    """A paragraph that the minutes lack, by its sense."""

    says: Says
    standard: StandardItem | None = None
    item: AgendaItem | None = None
    decision: Decision | None = None
    action: ActionItem | None = None
    party_id: UUID | None = None
    level: int = 0

    @property
    def key(self) -> str:
        """By what its wording is found again."""
        about = next((each.id for each in (self.action, self.decision, self.item) if each), "")
        return f"{self.says.value}-{about}" if about else self.says.value

    @property
    def grade(self) -> Grade:
        """Whose word it is."""
        return Grade.ONE_SIDE if self.says is Says.INTRODUCED else Grade.BOTH_SIDES

    @property
    def kind(self) -> ParagraphKind:
        """What it does."""
        if self.says in _CONCLUDING:
            return ParagraphKind.CONCLUSION
        discussing = {Says.INTRODUCED, Says.VIEWS_EXCHANGED}
        return ParagraphKind.DISCUSSION if self.says in discussing else ParagraphKind.STATEMENT


class Outline:
    """What the records of one meeting say that its minutes do not say yet."""

    def __init__(self, reader: Reader, meeting: Meeting, there: list[MinutesParagraph]) -> None:
        self._reader = reader
        self._meeting = meeting
        self._said = {each.standard for each in there}
        self._written = {each.agenda_item_id for each in there}
        self._spoken_of = {each.decision_id for each in there}
        rows = list_agenda(reader, meeting_id=meeting.id, language="en")
        self._items = [reader.get(AgendaItem, row.id) for row in rows]
        self._parents = {item.parent_id for item in self._items}
        self._own = {item.standard: item for item in self._items if item.standard}
        self._decisions: dict[UUID | None, list[Decision]] = defaultdict(list)
        for decision in reader.find(Decision, meeting_id=meeting.id):
            taken = decision.channel is Channel.MEETING and decision.status not in _NOT_TAKEN
            if taken and decision.id not in self._spoken_of:
                self._decisions[decision.agenda_item_id].append(decision)

    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences in the order of the page."""
        return (
            *self._opening(),
            *(sentence for item in self._items for sentence in self._about(item)),
            *self._without_item(),
            *self._end(),
        )

    def _opening(self) -> Iterator[Sentence]:
        yield from self._standing(StandardItem.OPENING, Says.OPENING, Says.DELEGATIONS)
        if self._items:
            yield from self._standing(StandardItem.ADOPTION_OF_AGENDA, Says.AGENDA_ADOPTED)

    def _end(self) -> Iterator[Sentence]:
        if StandardItem.ACTION_REVIEW not in self._own:
            yield from self._review(None)
        yield from self._standing(StandardItem.NEXT_MEETING, Says.NEXT_MEETING)
        yield from self._standing(StandardItem.CLOSING, Says.CLOSING)

    def _standing(self, standard: StandardItem, *says: Says) -> Iterator[Sentence]:
        """Yield what every record says, under the agenda item for it if there is one."""
        item = self._own.get(standard)
        if standard in self._said or (item is not None and item.id in self._written):
            return
        if item is None and standard is StandardItem.ADOPTION_OF_AGENDA:
            item = self._own.get(StandardItem.OPENING)
        for each in says:
            yield Sentence(each, standard, item)

    def _about(self, item: AgendaItem) -> Iterator[Sentence]:
        if item.status is ItemStatus.WITHDRAWN:
            return
        decisions = [Sentence(Says.DECISION, None, item, each) for each in self._decisions[item.id]]
        if item.standard is StandardItem.ACTION_REVIEW:
            yield from self._review(item)
        elif item.standard is StandardItem.PREVIOUS_MINUTES:
            yield from self._standing(item.standard, Says.PREVIOUS_MINUTES)
        elif item.standard is StandardItem.OTHER_BUSINESS and not decisions:
            yield from self._standing(item.standard, Says.NOTHING_RAISED)
        elif item.standard is None and item.id not in self._written | self._parents:
            yield from self._discussion(item, decided=bool(decisions))
        yield from decisions

    def _discussion(self, item: AgendaItem, *, decided: bool) -> Iterator[Sentence]:
        if item.lead_party_id is not None:
            yield Sentence(Says.INTRODUCED, item=item, party_id=item.lead_party_id)
        if item.outcome is not None:
            yield Sentence(_OUTCOMES[item.outcome], item=item)
        elif not decided:
            yield Sentence(Says.VIEWS_EXCHANGED, item=item)

    def _review(self, item: AgendaItem | None) -> Iterator[Sentence]:
        open_ones = self._open_actions()
        standard = StandardItem.ACTION_REVIEW
        written = item is not None and item.id in self._written
        if standard in self._said or written or not open_ones:
            return
        yield Sentence(Says.ACTIONS_REVIEWED, standard, item)
        for action in open_ones:
            yield Sentence(Says.ACTION, standard, item, action=action, level=1)

    def _open_actions(self) -> list[ActionItem]:
        """Return what earlier meetings left to be done, and what was seen done at this one."""
        if self._meeting.body_id is None:
            return []
        lines = self._reader.find(ActionUpdate, meeting_id=self._meeting.id)
        reported = {line.action_id for line in lines}
        owed = [
            action
            for action in self._reader.find(ActionItem, body_id=self._meeting.body_id)
            if (action.status in UNFINISHED or action.id in reported)
            and action.origin_meeting_id != self._meeting.id
        ]
        return sorted(owed, key=lambda action: action.code)

    def _without_item(self) -> Iterator[Sentence]:
        for decision in self._decisions[None]:
            yield Sentence(Says.DECISION, StandardItem.OTHER_BUSINESS, decision=decision)
