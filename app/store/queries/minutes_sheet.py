"""Everything that the writing of one meeting's minutes needs, read at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.action import ActionItem
from app.domain.agenda import AgendaItem, AgendaPaper, StandardItem
from app.domain.attachment import Attachment, AttachmentLink
from app.domain.body import Body
from app.domain.decision import ADOPTED_DECISIONS, Decision
from app.domain.meeting import HELD, Meeting, MeetingStatus
from app.domain.minutes import (
    MINUTES_LIFE,
    SEALED_MINUTES,
    Minutes,
    MinutesAnswer,
    MinutesKind,
    MinutesParagraph,
    MinutesStatus,
    Signature,
)
from app.domain.names import Names, in_language
from app.domain.paper import Paper
from app.store.queries.agenda import list_agenda
from app.store.queries.delegations import DelegationRow, list_delegations
from app.store.queries.minutes import (
    AFTER_THE_AGENDA,
    in_order,
    latest_edition,
)
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader

BEGUN = HELD | {MeetingStatus.IN_SESSION, MeetingStatus.SUSPENDED}
"""The states of a meeting in which something may already have happened."""


@dataclass(frozen=True)
class LinkedRecord:
    """A decision or an action item that a paragraph speaks of; ``is_final`` once it is adopted."""

    id: UUID
    label: str
    is_final: bool


@dataclass(frozen=True)
class SheetParagraph:
    """A paragraph with its words in every language."""

    id: UUID
    agenda_item_id: UUID | None
    standard: StandardItem | None
    grade: str
    kind: str
    party_id: UUID | None
    texts: Names
    confirmed: bool
    level: int
    source_line: str
    decision: LinkedRecord | None
    action: LinkedRecord | None

    @property
    def stands_after(self) -> bool:
        """Whether it stands after the whole agenda, under no item of it."""
        return self.agenda_item_id is None and self.standard in AFTER_THE_AGENDA


@dataclass(frozen=True)
class SheetItem:
    """An agenda item under which paragraphs are written; ``papers`` are symbol and title."""

    id: UUID
    parent_id: UUID | None
    depth: int
    label: str
    title: str
    lead: PartyChip | None
    standard: StandardItem | None
    papers: tuple[tuple[UUID, str, str], ...]


@dataclass(frozen=True)
class SheetAnswer:
    """What a side answered last; empty where it has not answered."""

    party: PartyChip
    answer: str = ""
    answered_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class SheetSignature:
    """A signatory, and the signature as far as it is given."""

    id: UUID
    party: PartyChip
    person_id: UUID | None
    printed_names: Names
    capacities: Names
    place: str
    signed_on: date | None


@dataclass(frozen=True)
class SheetScan:
    """A file attached to the minutes, such as the signed original."""

    link_id: UUID
    attachment_id: UUID
    file_name: str
    size: int
    sha256: str
    language: str


@dataclass(frozen=True)
class SheetEdition:
    """An edition in a list of them."""

    id: UUID
    number: int
    status: MinutesStatus
    is_latest: bool
    changed_at: datetime | None
    corrects: int | None
    reopened_why: str


@dataclass(frozen=True)
class MinutesSheet:
    """The minutes of a meeting as they are written; ``id`` is ``None`` before there are any.

    Attributes:
        languages: In which they are written, the first as they are shown at first.
        has_begun: Whether the meeting has, so that what is typed now has happened.
        steps: The states that they can be brought into by a step now.
        is_sealed: Whether nothing can be changed, because it is signed or an earlier edition.
        sides: The parties in the order of their delegations, with their answers.
    """

    meeting_id: UUID
    body_id: UUID | None
    id: UUID | None
    edition: int
    status: MinutesStatus
    steps: tuple[MinutesStatus, ...]
    is_latest: bool
    is_sealed: bool
    has_begun: bool
    first_day: date | None
    place: str
    languages: tuple[str, ...]
    items: tuple[SheetItem, ...]
    paragraphs: tuple[SheetParagraph, ...]
    sides: tuple[SheetAnswer, ...]
    delegations: tuple[DelegationRow, ...]
    signatures: tuple[SheetSignature, ...]
    scans: tuple[SheetScan, ...]
    editions: tuple[SheetEdition, ...]


def read_sheet(
    reader: Reader, *, meeting_id: UUID, minutes_id: UUID | None = None, language: str
) -> MinutesSheet:
    """Return the minutes of a meeting: the latest edition, or the one that is asked for."""
    meeting = reader.get(Meeting, meeting_id)
    latest = latest_edition(reader, meeting_id=meeting_id)
    minutes = reader.get(Minutes, minutes_id) if minutes_id else latest
    is_latest = minutes is None or (latest is not None and minutes.id == latest.id)
    delegations = list_delegations(reader, meeting_id=meeting_id, language=language)
    known = chips(
        reader, language=language, seats={row.party.id: row.party.seat for row in delegations}
    )
    status = minutes.status if minutes else MinutesStatus.PRE_DRAFTED
    return MinutesSheet(
        meeting_id=meeting_id,
        body_id=meeting.body_id,
        id=minutes.id if minutes else None,
        edition=minutes.edition if minutes else 0,
        status=status,
        steps=lawful_steps(status) if minutes and is_latest else (),
        is_latest=is_latest,
        is_sealed=status in SEALED_MINUTES or not is_latest,
        has_begun=meeting.status in BEGUN,
        first_day=meeting.first_day,
        place=in_language(meeting.places, language),
        languages=languages_of(reader, meeting),
        items=_items(reader, meeting_id, language),
        paragraphs=_paragraphs(reader, minutes),
        sides=_sides(reader, minutes, delegations),
        delegations=delegations,
        signatures=_signatures(reader, minutes, known),
        scans=_scans(reader, minutes),
        editions=list_editions(reader, meeting_id=meeting_id),
    )


def lawful_steps(status: MinutesStatus) -> tuple[MinutesStatus, ...]:
    """Return the states that minutes can be brought into by a step; correcting has its own verb."""
    return tuple(step for step in MINUTES_LIFE.after(status) if step is not MinutesStatus.CORRECTED)


def languages_of(reader: Reader, meeting: Meeting) -> tuple[str, ...]:
    """Return the languages of a meeting's minutes: its own, else its body's, else English."""
    body = reader.get(Body, meeting.body_id) if meeting.body_id else None
    return tuple(meeting.languages or (body.languages if body else []) or ["en"])


def list_editions(reader: Reader, *, meeting_id: UUID) -> tuple[SheetEdition, ...]:
    """Return the editions of a meeting's agreed minutes, the latest first."""
    found = reader.find(Minutes, meeting_id=meeting_id)
    agreed = [made for made in found if made.kind is MinutesKind.AGREED_MINUTES] or found
    numbers = {made.id: made.edition for made in found}
    rows = sorted(agreed, key=lambda made: made.edition, reverse=True)
    return tuple(
        SheetEdition(
            id=made.id,
            number=made.edition,
            status=made.status,
            is_latest=place == 0,
            changed_at=made.updated_at,
            corrects=numbers.get(made.corrects_id) if made.corrects_id else None,
            reopened_why=made.reopened_why,
        )
        for place, made in enumerate(rows)
    )


def _items(reader: Reader, meeting_id: UUID, language: str) -> tuple[SheetItem, ...]:
    standards = {item.id: item.standard for item in reader.find(AgendaItem, meeting_id=meeting_id)}
    return tuple(
        SheetItem(
            id=row.id,
            parent_id=row.parent_id,
            depth=row.depth,
            label=row.label,
            title=row.title,
            lead=row.lead,
            standard=standards[row.id],
            papers=_papers(reader, row.id, language),
        )
        for row in list_agenda(reader, meeting_id=meeting_id, language=language)
    )


def _papers(reader: Reader, item_id: UUID, language: str) -> tuple[tuple[UUID, str, str], ...]:
    papers = [
        reader.get(Paper, each.paper_id)
        for each in reader.find(AgendaPaper, agenda_item_id=item_id)
    ]
    return tuple(
        (paper.id, paper.symbol, in_language(paper.titles, language))
        for paper in sorted(papers, key=lambda paper: paper.symbol)
    )


def _paragraphs(reader: Reader, minutes: Minutes | None) -> tuple[SheetParagraph, ...]:
    if minutes is None:
        return ()
    found = reader.find(MinutesParagraph, minutes_id=minutes.id)
    agenda = list_agenda(reader, meeting_id=minutes.meeting_id, language="en")
    ordered = in_order(found, agenda)
    return tuple(
        SheetParagraph(
            id=each.id,
            agenda_item_id=each.agenda_item_id,
            standard=each.standard,
            grade=each.grade.value,
            kind=each.kind.value,
            party_id=each.party_id,
            texts=dict(each.texts),
            confirmed=each.confirmed,
            level=each.level,
            source_line=each.source_line,
            decision=_decision(reader, each.decision_id),
            action=_action(reader, each.action_id),
        )
        for each in ordered
    )


def _decision(reader: Reader, key: UUID | None) -> LinkedRecord | None:
    if key is None:
        return None
    found = reader.get(Decision, key)
    return LinkedRecord(
        key, found.symbol or found.temporary_symbol, found.status in ADOPTED_DECISIONS
    )


def _action(reader: Reader, key: UUID | None) -> LinkedRecord | None:
    return LinkedRecord(key, reader.get(ActionItem, key).code, is_final=False) if key else None


def _sides(
    reader: Reader, minutes: Minutes | None, delegations: tuple[DelegationRow, ...]
) -> tuple[SheetAnswer, ...]:
    given = reader.find(MinutesAnswer, minutes_id=minutes.id) if minutes else []
    last = {each.party_id: each for each in sorted(given, key=lambda each: each.answered_on)}
    return tuple(_answer(row.party, last.get(row.party.id)) for row in delegations)


def _answer(party: PartyChip, given: MinutesAnswer | None) -> SheetAnswer:
    if given is None:
        return SheetAnswer(party)
    return SheetAnswer(party, given.answer.value, given.answered_on, given.note)


def _signatures(
    reader: Reader, minutes: Minutes | None, known: Mapping[UUID, PartyChip]
) -> tuple[SheetSignature, ...]:
    found = reader.find(Signature, minutes_id=minutes.id) if minutes else []
    return tuple(
        SheetSignature(
            id=each.id,
            party=known[each.party_id],
            person_id=each.person_id,
            printed_names=dict(each.printed_names),
            capacities=dict(each.capacities),
            place=each.place,
            signed_on=each.signed_on,
        )
        for each in sorted(found, key=lambda each: each.ordinal)
    )


def _scans(reader: Reader, minutes: Minutes | None) -> tuple[SheetScan, ...]:
    links = reader.find(AttachmentLink, minutes_id=minutes.id) if minutes else []
    files = [(link, reader.get(Attachment, link.attachment_id)) for link in links]
    return tuple(
        SheetScan(link.id, file.id, file.file_name, file.size, file.sha256, link.language or "")
        for link, file in sorted(files, key=lambda pair: pair[1].file_name)
    )
