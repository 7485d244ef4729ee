"""Finds records the slow way: every text is read, every condition asked of every record in turn."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from sqlmodel import SQLModel

from app.domain.action import ActionItem, ActionUpdate
from app.domain.agenda import AgendaItem
from app.domain.agenda_edition import AgendaEdition
from app.domain.attachment import Attachment
from app.domain.body import Body, BodyName, BodyParty
from app.domain.decision import Decision, DecisionPosition, DecisionText
from app.domain.delegation import Delegate, Delegation
from app.domain.instrument import Instrument, InstrumentParty
from app.domain.meeting import Meeting
from app.domain.meeting_step import MeetingStep
from app.domain.minutes import Minutes, MinutesParagraph, Signature
from app.domain.paper import Paper, PaperFile
from app.domain.party import Party
from app.domain.person import Person, PersonName, Post
from app.domain.preparation import PreparationTask
from app.domain.project import Project, ProjectParty, ProjectReview
from app.domain.provision_proposal import ProvisionProposal
from app.domain.rules import Provision, ProvisionRevision, ProvisionText, RuleDocument, RuleVersion
from app.domain.written_procedure import (
    WrittenProcedure,
    WrittenProcedureEvent,
    WrittenProcedureSide,
)
from app.store.reader import Reader
from app.store.search_index import words_of
from app.store.searchable import SEARCHABLE
from app.texts.segments import Ending, Term, index_text, terms

OF: dict[type[SQLModel], dict[type[SQLModel], str]] = {
    ActionItem: {ActionUpdate: "action_id"},
    AgendaItem: {},
    Body: {BodyName: "body_id"},
    Decision: {
        DecisionText: "decision_id",
        DecisionPosition: "decision_id",
        WrittenProcedure: "decision_id",
    },
    Instrument: {},
    Meeting: {
        AgendaEdition: "meeting_id",
        MeetingStep: "meeting_id",
        Minutes: "meeting_id",
        PreparationTask: "meeting_id",
    },
    MinutesParagraph: {},
    Paper: {PaperFile: "paper_id"},
    Person: {PersonName: "person_id", Post: "person_id", Delegate: "person_id"},
    Project: {ProjectReview: "project_id"},
    RuleDocument: {RuleVersion: "document_id"},
}
"""The records that are searched here, and what else tells of them."""

BEHIND: dict[type[SQLModel], dict[type[SQLModel], str]] = {
    Minutes: {Signature: "minutes_id"},
    RuleVersion: {ProvisionProposal: "version_id"},
    WrittenProcedure: {
        WrittenProcedureEvent: "procedure_id",
        WrittenProcedureSide: "procedure_id",
    },
}

OPEN = {
    ActionItem: {"open", "in-progress", "partly-done"},
    Decision: {"draft", "bracketed", "agreed"},
    Project: {"proposed", "active", "suspended"},
    Instrument: {"negotiated", "initialled"},
    Paper: {"draft", "circulated"},
}


class SlowScan:
    """A workspace that is read from end to end for every question."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.records = [record for model in OF for record in reader.find(model)]
        self.texts = {record.id: list(self._texts(record)) for record in self.records}
        self.meetings = {each.id: each for each in reader.find(Meeting)}
        self.seats = {(each.body_id, each.party_id) for each in reader.find(BodyParty)}
        self.parties = {party.code: party.id for party in reader.find(Party)}

    def find(self, words: str, conditions: tuple[str, ...]) -> set[tuple[str, Any]]:
        """Return the kinds and keys of the records that hold the words and meet the conditions."""
        return {
            (record.__tablename__, record.id)
            for record in self.records
            if self._holds(record, words)
            and all(self._is_met(record, condition) for condition in conditions)
        }

    def find_provisions(self, words: str, today: tuple[Any, ...]) -> set[Any]:
        """Return the provisions of which one of the texts standing today holds the words."""
        of_revision = {each.id: each for each in self.reader.find(ProvisionRevision)}
        found = set()
        for text in self.reader.find(ProvisionText):
            provision = self.reader.get(Provision, of_revision[text.revision_id].provision_id)
            if text.id in today and _all_in(words, (text.heading, text.text)):
                found.add(provision.id)
        return found

    def _holds(self, record: Any, words: str) -> bool:
        return not words or any(_all_in(words, columns) for columns in self.texts[record.id])

    def _texts(self, record: Any) -> Iterator[tuple[str, str]]:
        for one in (record, *self._belongings(record)):
            yield self._words(one, "titles"), self._words(one, "texts")

    def _belongings(self, record: Any) -> Iterator[Any]:
        for model, field in OF[type(record)].items():
            for told in self.reader.find(model, **{field: record.id}):
                yield from self._told_in(told)

    def _told_in(self, record: Any) -> Iterator[Any]:
        """Yield what holds words of its own: a file for its place, and what lies behind."""
        if isinstance(record, PaperFile):
            yield self.reader.get(Attachment, record.attachment_id)
            return
        yield record
        for model, field in BEHIND.get(type(record), {}).items():
            yield from self.reader.find(model, **{field: record.id})

    def _words(self, record: Any, which: str) -> str:
        searchable = SEARCHABLE[str(type(record).__tablename__)]
        return "\n".join(words_of(getattr(record, name)) for name in getattr(searchable, which))

    def _is_met(self, record: Any, condition: str) -> bool:
        told = condition.removeprefix("-")
        name, _, value = told.partition(":")
        met = getattr(self, f"_{name}")(record, value)
        return bool(met) is not condition.startswith("-")

    def _type(self, record: Any, value: str) -> bool:
        kinds = {"minutes": "minutes_paragraph", "action": "action_item", "rule": "rule_document"}
        return record.__tablename__ == kinds.get(value, value)

    def _status(self, record: Any, value: str) -> bool:
        status = getattr(record, "status", "")
        if isinstance(record, RuleDocument):
            versions = self.reader.find(RuleVersion, document_id=record.id)
            latest = max(versions, key=lambda version: version.number, default=None)
            status = latest.status if latest else ""
        if value == "open" and type(record) in OPEN:
            return status in OPEN[type(record)]
        if value == "open":
            return isinstance(record, Meeting | AgendaItem) and self._is_unfinished(status)
        return status == value

    @staticmethod
    def _is_unfinished(status: str) -> bool:
        over = {"closed", "record-agreed", "archived", "cancelled", "concluded", "withdrawn"}
        return status not in over

    def _party(self, record: Any, value: str) -> bool:
        key = self.parties[value]
        return any(self._of_party(record, key))

    def _of_party(self, record: Any, key: Any) -> Iterator[bool]:
        if isinstance(record, Meeting | Decision | RuleDocument):
            yield (record.body_id, key) in self.seats
        elif isinstance(record, Body):
            yield (record.id, key) in self.seats
        elif isinstance(record, ActionItem):
            shared = record.party_id is None and (record.body_id, key) in self.seats
            yield record.party_id == key or shared
        elif isinstance(record, Person):
            yield any(post.party_id == key for post in self.reader.find(Post, person_id=record.id))
            yield any(each.party_id == key for each in self._delegations(record))
        elif isinstance(record, Project):
            yield record.proposer_party_id == key
            yield bool(self.reader.find(ProjectParty, project_id=record.id, party_id=key))
        elif isinstance(record, Instrument):
            yield bool(self.reader.find(InstrumentParty, instrument_id=record.id, party_id=key))
        else:
            owners = {AgendaItem: "lead_party_id", Paper: "submitted_by_id"}
            yield getattr(record, owners.get(type(record), "party_id")) == key

    def _delegations(self, person: Person) -> Iterator[Delegation]:
        for seat in self.reader.find(Delegate, person_id=person.id):
            yield self.reader.get(Delegation, seat.delegation_id)

    def _meeting(self, record: Any, value: str) -> bool:
        if isinstance(record, Person):
            return any(
                self._is_called(each.meeting_id, value) for each in self._delegations(record)
            )
        if isinstance(record, RuleDocument):
            versions = self.reader.find(RuleVersion, document_id=record.id)
            adopted = [self.reader.get(Decision, v.decision_id) for v in versions if v.decision_id]
            return any(self._is_called(decision.meeting_id, value) for decision in adopted)
        if isinstance(record, Body | Project | Instrument):
            return False
        return self._is_called(self._meeting_of(record), value)

    def _is_called(self, meeting_id: Any, value: str) -> bool:
        meeting = self.meetings.get(meeting_id)
        return meeting is not None and str(meeting.ordinal) == value

    def _meeting_of(self, record: Any) -> Any:
        if isinstance(record, Meeting):
            return record.id
        if isinstance(record, MinutesParagraph):
            return self.reader.get(Minutes, record.minutes_id).meeting_id
        field = "origin_meeting_id" if isinstance(record, ActionItem) else "meeting_id"
        return getattr(record, field)

    def _on(self, record: Any, value: str) -> bool:
        day = self._day(record)
        return bool(day) and _compared(day, value)

    def _day(self, record: Any) -> date | None:
        own = {Decision: "taken_on", Paper: "issued_on", Project: "starts_on"}
        own[Instrument] = "signed_on"
        if type(record) in own:
            day: date | None = getattr(record, own[type(record)])
            return day
        if isinstance(record, Person | Body):
            return None
        if isinstance(record, RuleDocument):
            versions = self.reader.find(RuleVersion, document_id=record.id)
            latest = max(versions, key=lambda version: version.number, default=None)
            return latest.in_force_from if latest else None
        meeting = self.meetings.get(self._meeting_of(record))
        return (meeting.starts_on or meeting.planned_starts_on) if meeting else None

    def _due(self, record: Any, value: str) -> bool:
        dues = {ActionItem: "due_on", Instrument: "in_force_to"}
        due = getattr(record, dues[type(record)]) if type(record) in dues else None
        return bool(due) and _compared(due, value)

    def _owner(self, record: Any, value: str) -> bool:
        return isinstance(record, ActionItem) and record.party_id == self.parties[value]


def _compared(day: Any, value: str) -> bool:
    told = value.lstrip("<>=")
    if value.startswith("<"):
        return str(day) < told and not told.startswith(str(day))  # “2020” is not before 2020
    if value.startswith(">="):
        return str(day) >= told
    return f"{told}-01-01" <= str(day) <= f"{told}-12-31"


def _all_in(words: str, columns: tuple[str, ...]) -> bool:
    pieces = [_pieces(column) for column in columns]
    return all(any(_is_in(term, column) for column in pieces) for term in terms(words))


@cache
def _pieces(column: str) -> list[str]:
    return index_text(column).split()


def _is_in(term: Term, pieces: list[str]) -> bool:
    count = len(term.segments)
    return any(
        tuple(pieces[at : at + count - 1]) == term.segments[:-1]
        and _ends(term, pieces[at + count - 1])
        for at in range(len(pieces) - count + 1)
    )


def _ends(term: Term, piece: str) -> bool:
    if term.ending is Ending.CLOSED:
        return piece == term.segments[-1]
    return any(piece.startswith(beginning) for beginning in term.beginnings())
