"""The agenda as it is worked on: every item in all its languages, with its papers and links."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlmodel import col, select

from app.domain.agenda import AgendaItem, AgendaPaper, ItemOutcome, ItemStatus, StandardItem
from app.domain.body import Body
from app.domain.decision import Decision
from app.domain.meeting import HELD, AgendaNumbering, AgendaStatus, Meeting
from app.domain.minutes import Minutes, MinutesParagraph
from app.domain.names import Names, in_language
from app.domain.paper import Paper, PaperFile
from app.store.queries.bodies import seats_of
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


@dataclass(frozen=True)
class PaperTag:
    """A paper before an item, in brief."""

    id: UUID
    symbol: str
    title: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class OutlineItem:
    """An agenda item with everything that can be changed in it; ``depth`` counts from 0.

    Attributes:
        title: Its title in the language asked for, or in another where there is none.
        carried_from: The code of the meeting it was carried from; empty if from none.
        carried_to: The code of the meeting it was carried to; empty if to none.
        minutes_of: The code of the meeting whose minutes it adopts; empty if none.
        paragraphs: How many paragraphs of minutes speak of it.
        version: Counts its changes, to notice those that somebody else made.
    """

    id: UUID
    parent_id: UUID | None
    depth: int
    label: str
    title: str
    titles: Names
    annotations: Names
    lead: PartyChip | None
    starts_at: time | None
    minutes_planned: int | None
    status: ItemStatus
    outcome: ItemOutcome | None
    outcomes: Names
    note: str
    standard: StandardItem | None
    is_late: bool
    carried_from: str
    carried_to: str
    minutes_of: str
    papers: tuple[PaperTag, ...]
    decisions: tuple[tuple[UUID, str], ...]
    paragraphs: int
    version: int


@dataclass(frozen=True)
class Outline:
    """The agenda of a meeting, and what its hours and languages follow from.

    Attributes:
        starts_at, ends_at: Instants, where the hours are known.
        days: On how many days the meeting sits.
        parties: The sides of the body, in the order of their seats.
        languages: The languages it is written in.
        was_held: Whether the meeting is over.
    """

    meeting_id: UUID
    body_id: UUID | None
    code: str
    status: AgendaStatus
    numbering: AgendaNumbering
    breaks: tuple[str, ...]
    starts_at: datetime | None
    ends_at: datetime | None
    zone: str
    days: int
    first_day: date | None
    parties: tuple[PartyChip, ...]
    languages: tuple[str, ...]
    was_held: bool
    items: tuple[OutlineItem, ...]


def read_outline(reader: Reader, *, meeting_id: UUID, language: str) -> Outline:
    """Return the agenda of a meeting, each item followed by those below it."""
    meeting = reader.get(Meeting, meeting_id)
    body = reader.get(Body, meeting.body_id) if meeting.body_id else None
    seats = seats_of(reader, body_id=meeting.body_id)
    known = chips(reader, language=language, seats=seats)
    return Outline(
        meeting_id=meeting_id,
        body_id=meeting.body_id,
        code=meeting.code,
        status=meeting.agenda_status,
        numbering=meeting.agenda_numbering,
        breaks=tuple(meeting.breaks),
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        zone=meeting.zone,
        days=_days(meeting),
        first_day=meeting.first_day,
        parties=tuple(known[key] for key in sorted(seats, key=seats.__getitem__)),
        languages=languages_of(meeting, body),
        was_held=meeting.status in HELD,
        items=_Gatherer(reader, meeting_id, known, language).items(),
    )


def languages_of(meeting: Meeting, body: Body | None) -> tuple[str, ...]:
    """Return the languages in which the texts of a meeting are written."""
    return tuple(meeting.languages or (body.languages if body else ()) or ["en"])


def _days(meeting: Meeting) -> int:
    first = meeting.starts_on or meeting.planned_starts_on
    last = meeting.ends_on or meeting.planned_ends_on
    return (last - first).days + 1 if first and last else 1


class _Gatherer:
    """Reads what belongs to the items of one meeting: one query for each kind of thing."""

    def __init__(
        self, reader: Reader, meeting_id: UUID, known: dict[UUID, PartyChip], language: str
    ) -> None:
        self._reader = reader
        self._known = known
        self._language = language
        self._below: dict[UUID | None, list[AgendaItem]] = defaultdict(list)
        for item in reader.find(AgendaItem, meeting_id=meeting_id):
            self._below[item.parent_id].append(item)
        keys = [item.id for items in self._below.values() for item in items]
        self._papers = papers_before(reader, keys, language=language)
        self._paragraphs = _count_paragraphs(reader, keys)
        self._decisions = _decisions_under(reader, meeting_id)
        self._codes = self._codes_of_elsewhere()

    def items(self) -> tuple[OutlineItem, ...]:
        rows: list[OutlineItem] = []

        def walk(parent_id: UUID | None, depth: int) -> None:
            for item in sorted(self._below[parent_id], key=lambda item: item.ordinal):
                rows.append(self._row(item, depth))
                walk(item.id, depth + 1)

        walk(None, 0)
        return tuple(rows)

    def _codes_of_elsewhere(self) -> dict[UUID, str]:
        """Return, for items and minutes of other meetings that are spoken of, those meetings."""
        codes: dict[UUID, str] = {}
        for items in self._below.values():
            for item in items:
                for key in (item.carried_from_id, item.carried_to_id):
                    if key is not None:
                        codes[key] = self._code(self._reader.get(AgendaItem, key).meeting_id)
                if item.minutes_id is not None:
                    minutes = self._reader.get(Minutes, item.minutes_id)
                    codes[item.minutes_id] = self._code(minutes.meeting_id)
        return codes

    def _code(self, meeting_id: UUID) -> str:
        meeting = self._reader.get(Meeting, meeting_id)
        return meeting.code or in_language(meeting.titles, self._language)

    def _row(self, item: AgendaItem, depth: int) -> OutlineItem:
        return OutlineItem(
            id=item.id,
            parent_id=item.parent_id,
            depth=depth,
            label=item.label,
            title=in_language(item.titles, self._language),
            titles=dict(item.titles),
            annotations=dict(item.annotations),
            lead=self._known.get(item.lead_party_id) if item.lead_party_id else None,
            starts_at=item.starts_at,
            minutes_planned=item.minutes_planned,
            status=item.status,
            outcome=item.outcome,
            outcomes=dict(item.outcomes),
            note=item.note,
            standard=item.standard,
            is_late=item.is_late,
            carried_from=self._codes.get(item.carried_from_id, "") if item.carried_from_id else "",
            carried_to=self._codes.get(item.carried_to_id, "") if item.carried_to_id else "",
            minutes_of=self._codes.get(item.minutes_id, "") if item.minutes_id else "",
            papers=self._papers.get(item.id, ()),
            decisions=tuple(sorted(self._decisions[item.id], key=lambda decision: decision[1])),
            paragraphs=self._paragraphs.get(item.id, 0),
            version=item.row_version,
        )


def papers_before(
    reader: Reader, item_ids: Iterable[UUID], *, language: str
) -> dict[UUID, tuple[PaperTag, ...]]:
    """Return the papers before each of some items, in the order in which they are taken."""
    keys = list(item_ids)
    links = (
        select(col(AgendaPaper.agenda_item_id), col(AgendaPaper.ordinal), Paper)
        .join(Paper, col(Paper.id) == col(AgendaPaper.paper_id))
        .where(col(AgendaPaper.agenda_item_id).in_(keys))
    )
    found = list(reader.execute(links))
    tongues: dict[UUID, set[str]] = defaultdict(set)
    files = select(col(PaperFile.paper_id), col(PaperFile.language)).where(
        col(PaperFile.paper_id).in_({paper.id for _, _, paper in found})
    )
    for paper_id, tag in reader.execute(files):
        tongues[paper_id].add(tag)
    papers: dict[UUID, list[PaperTag]] = defaultdict(list)
    for item_id, _ordinal, paper in sorted(found, key=lambda link: (link[1], link[2].symbol)):
        papers[item_id].append(
            PaperTag(
                id=paper.id,
                symbol=paper.symbol,
                title=in_language(paper.titles, language),
                languages=tuple(sorted(tongues[paper.id])),
            )
        )
    return {key: tuple(tags) for key, tags in papers.items()}


def _count_paragraphs(reader: Reader, item_ids: list[UUID]) -> dict[UUID, int]:
    statement = select(col(MinutesParagraph.agenda_item_id)).where(
        col(MinutesParagraph.agenda_item_id).in_(item_ids)
    )
    counts: dict[UUID, int] = defaultdict(int)
    for (key,) in reader.execute(statement):
        counts[key] += 1
    return counts


def _decisions_under(reader: Reader, meeting_id: UUID) -> dict[UUID | None, list[tuple[UUID, str]]]:
    taken: dict[UUID | None, list[tuple[UUID, str]]] = defaultdict(list)
    for decision in reader.find(Decision, meeting_id=meeting_id):
        symbol = decision.symbol or decision.temporary_symbol
        taken[decision.agenda_item_id].append((decision.id, symbol))
    return taken
