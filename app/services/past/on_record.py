"""What a workspace holds of a body already, so that nothing is brought in a second time."""

from dataclasses import dataclass, field
from uuid import UUID

from app.domain.action import ActionItem
from app.domain.attachment import Attachment
from app.domain.decision import Decision
from app.domain.delegation import Delegate, Delegation
from app.domain.meeting import Meeting, MeetingKind
from app.domain.names import in_language
from app.domain.paper import Paper, PaperFile
from app.domain.rules import RuleDocument, RuleVersion
from app.domain.source import Source, Statement
from app.store.queries import persons as persons_queries
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.past.body_terms import fold

NEAR = 60
"""How many days a paper may be off the record and still mean the same meeting."""


def code_of(sha256: str) -> str:
    """Return the code of the source that a file is, by its hash."""
    return f"file-{sha256[:24]}"


@dataclass(frozen=True)
class OnRecord:
    """What there is of a body.

    Attributes:
        decisions: Its decisions by number, folded.
        actions: The words of the action items of each meeting, folded.
        papers: Which files are kept with which meeting.
        seated: Who sits in which meeting, by name, folded.
        rules: Its rule documents by title, folded; the labels of their versions.
        stated: What sources say: code, record, field and quotation.
    """

    meetings: tuple[Meeting, ...] = ()
    decisions: dict[str, UUID] = field(default_factory=dict)
    actions: dict[UUID, frozenset[str]] = field(default_factory=dict)
    papers: frozenset[tuple[UUID, str]] = frozenset()
    seated: dict[UUID, frozenset[str]] = field(default_factory=dict)
    rules: dict[str, UUID] = field(default_factory=dict)
    labels: frozenset[tuple[UUID, str]] = frozenset()
    stated: frozenset[tuple[str, str, str, str]] = frozenset()


def read_record(workspace: Workspace, *, body_id: UUID) -> OnRecord:
    """Return what is on record of a body."""
    with workspace.read() as reader:
        meetings = tuple(reader.find(Meeting, body_id=body_id))
        keys = {meeting.id for meeting in meetings}
        documents = reader.find(RuleDocument, body_id=body_id)
        return OnRecord(
            meetings=meetings,
            decisions={
                fold(symbol): decision.id
                for decision in reader.find(Decision, body_id=body_id)
                for symbol in (decision.symbol or "", decision.temporary_symbol)
                if symbol
            },
            actions=_actions(reader, body_id),
            papers=_papers(reader, body_id),
            seated=_seated(reader, keys),
            rules={
                fold(title): document.id
                for document in documents
                for title in document.titles.values()
            },
            labels=frozenset(
                (document.id, fold(version.label))
                for document in documents
                for version in reader.find(RuleVersion, document_id=document.id)
            ),
            stated=_stated(reader),
        )


def name_of(meeting: Meeting) -> str:
    """Return what a meeting on record is called."""
    title = in_language(meeting.titles, "en")
    return f"{meeting.code} · {title}" if meeting.code and title else meeting.code or title


def _actions(reader: Reader, body_id: UUID) -> dict[UUID, frozenset[str]]:
    found: dict[UUID, set[str]] = {}
    for action in reader.find(ActionItem, body_id=body_id):
        if action.origin_meeting_id is not None:
            told = {fold(text) for text in action.texts.values()}
            found.setdefault(action.origin_meeting_id, set()).update(told)
    return {key: frozenset(told) for key, told in found.items()}


def _papers(reader: Reader, body_id: UUID) -> frozenset[tuple[UUID, str]]:
    kept = {each.id: each.sha256 for each in reader.find(Attachment)}
    return frozenset(
        (paper.meeting_id, kept[file.attachment_id])
        for paper in reader.find(Paper, body_id=body_id)
        if paper.meeting_id is not None
        for file in reader.find(PaperFile, paper_id=paper.id)
    )


def _seated(reader: Reader, meetings: set[UUID]) -> dict[UUID, frozenset[str]]:
    names = {person.id: person.names for person in persons_queries.list_known(reader)}
    found: dict[UUID, frozenset[str]] = {}
    for meeting_id in meetings:
        told: set[str] = set()
        for delegation in reader.find(Delegation, meeting_id=meeting_id):
            for seat in reader.find(Delegate, delegation_id=delegation.id):
                told.update(fold(name) for name in seat.printed_names.values())
                if seat.person_id is not None:
                    told.update(fold(name) for name in names.get(seat.person_id, ()))
        found[meeting_id] = frozenset(told)
    return found


def _stated(reader: Reader) -> frozenset[tuple[str, str, str, str]]:
    codes = {source.id: source.code for source in reader.find(Source)}
    return frozenset(
        (codes[each.source_id], each.pk, each.field, each.quote)
        for each in reader.find(Statement, entity="meeting")
    )


def is_ordinary(meeting: Meeting) -> bool:
    """Say whether the number of a meeting is one of the ordinary series."""
    return meeting.kind is MeetingKind.ORDINARY
