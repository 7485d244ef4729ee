"""The minutes of a meeting as they stand, paragraph by paragraph."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.agenda import StandardItem
from app.domain.minutes import Minutes, MinutesKind, MinutesParagraph, Signature
from app.domain.names import in_language
from app.domain.provenance import Provenance
from app.store.queries.agenda import AgendaRow, list_agenda
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader

AFTER_THE_AGENDA = frozenset(
    {
        StandardItem.ACTION_REVIEW,
        StandardItem.OTHER_BUSINESS,
        StandardItem.NEXT_MEETING,
        StandardItem.CLOSING,
    }
)
"""What a paragraph under no agenda item says where it stands after all of them."""


@dataclass(frozen=True)
class ParagraphRow:
    """A paragraph: whose word it is, and whether it was confirmed as having happened."""

    id: UUID
    agenda_item_id: UUID | None
    decision_id: UUID | None
    grade: str
    kind: str
    side: PartyChip | None
    text: str
    confirmed: bool
    level: int = 0
    standard: StandardItem | None = None


@dataclass(frozen=True)
class SignatureRow:
    """A signature, or the place for one that is still to be given."""

    party: PartyChip
    name: str
    capacity: str
    place: str
    signed_on: date | None
    person_id: UUID | None = None


@dataclass(frozen=True)
class MinutesRow:
    """An edition of the minutes with its paragraphs and signatures in order."""

    id: UUID
    edition: int
    status: str
    symbol: str
    next_meeting: str
    status_sentence: str
    provenance: Provenance
    provenance_note: str
    paragraphs: tuple[ParagraphRow, ...]
    signatures: tuple[SignatureRow, ...]


def latest_edition(reader: Reader, *, meeting_id: UUID) -> Minutes | None:
    """Return the latest edition of a meeting's agreed minutes, else of its summary record."""
    editions = reader.find(Minutes, meeting_id=meeting_id)
    agreed = [made for made in editions if made.kind is MinutesKind.AGREED_MINUTES]
    return max(agreed or editions, key=lambda made: made.edition, default=None)


def latest_minutes(reader: Reader, *, meeting_id: UUID, language: str) -> MinutesRow | None:
    """Return the latest edition of a meeting's minutes, or ``None`` before there is one."""
    minutes = latest_edition(reader, meeting_id=meeting_id)
    if minutes is None:
        return None
    known = chips(reader, language=language)
    return MinutesRow(
        id=minutes.id,
        edition=minutes.edition,
        status=minutes.status.value,
        symbol=minutes.symbol,
        next_meeting=in_language(minutes.next_meetings, language),
        status_sentence=in_language(minutes.status_sentences, language),
        provenance=minutes.provenance,
        provenance_note=minutes.provenance_note,
        paragraphs=_paragraphs(reader, minutes, known, language),
        signatures=_signatures(reader, minutes, known, language),
    )


def in_order(
    paragraphs: Iterable[MinutesParagraph], agenda: Sequence[AgendaRow]
) -> list[MinutesParagraph]:
    """Return paragraphs in the order of the agenda, and under each item in their own.

    What was written under an item after all that is written under the items below it concludes
    these, and follows them.

    Args:
        paragraphs: Those of one edition.
        agenda: The items of the meeting, each followed by those below it.
    """
    found = list(paragraphs)
    places = {row.id: place for place, row in enumerate(agenda)}
    after = len(places)
    concluding = _concluding(found, agenda, places)

    def place(paragraph: MinutesParagraph) -> tuple[int, int, int]:
        key = paragraph.agenda_item_id
        if paragraph.id in concluding:
            return concluding[paragraph.id], 1, paragraph.ordinal
        if key is not None:
            return places.get(key, after), 0, paragraph.ordinal
        standing = after + 1 if paragraph.standard in AFTER_THE_AGENDA else -1
        return standing, 0, paragraph.ordinal

    return sorted(found, key=place)


def _concluding(
    paragraphs: list[MinutesParagraph], agenda: Sequence[AgendaRow], places: Mapping[UUID, int]
) -> dict[UUID, int]:
    """Return the paragraphs that conclude the items below theirs, and the last place of these."""
    parents = {row.id: row.parent_id for row in agenda}
    last_word: dict[UUID, int] = {}
    last_place: dict[UUID, int] = {}
    for paragraph in paragraphs:
        below = paragraph.agenda_item_id
        place = places.get(below, 0) if below else 0
        above = parents.get(below) if below else None
        while above is not None:
            last_word[above] = max(last_word.get(above, 0), paragraph.ordinal)
            last_place[above] = max(last_place.get(above, 0), place)
            above = parents.get(above)
    return {
        paragraph.id: last_place[paragraph.agenda_item_id]
        for paragraph in paragraphs
        if paragraph.agenda_item_id in last_word
        and paragraph.ordinal > last_word[paragraph.agenda_item_id]
    }


def _paragraphs(
    reader: Reader, minutes: Minutes, known: dict[UUID, PartyChip], language: str
) -> tuple[ParagraphRow, ...]:
    found = reader.find(MinutesParagraph, minutes_id=minutes.id)
    agenda = list_agenda(reader, meeting_id=minutes.meeting_id, language=language)
    return tuple(
        ParagraphRow(
            id=paragraph.id,
            agenda_item_id=paragraph.agenda_item_id,
            decision_id=paragraph.decision_id,
            grade=paragraph.grade.value,
            kind=paragraph.kind.value,
            side=known.get(paragraph.party_id) if paragraph.party_id else None,
            text=in_language(paragraph.texts, language),
            confirmed=paragraph.confirmed,
            level=paragraph.level,
            standard=paragraph.standard,
        )
        for paragraph in in_order(found, agenda)
    )


def _signatures(
    reader: Reader, minutes: Minutes, known: dict[UUID, PartyChip], language: str
) -> tuple[SignatureRow, ...]:
    found = reader.find(Signature, minutes_id=minutes.id)
    return tuple(
        SignatureRow(
            party=known[signature.party_id],
            name=in_language(signature.printed_names, language),
            capacity=in_language(signature.capacities, language),
            place=signature.place,
            signed_on=signature.signed_on,
            person_id=signature.person_id,
        )
        for signature in sorted(found, key=lambda signature: signature.ordinal)
    )
