"""The minutes of a meeting as they stand, paragraph by paragraph."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.minutes import Minutes, MinutesKind, MinutesParagraph, Signature
from app.domain.names import in_language
from app.domain.provenance import Provenance
from app.store.queries.parties import PartyChip, chips
from app.store.reader import Reader


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


@dataclass(frozen=True)
class SignatureRow:
    """A signature, or the place for one that is still to be given."""

    party: PartyChip
    name: str
    capacity: str
    place: str
    signed_on: date | None


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


def _paragraphs(
    reader: Reader, minutes: Minutes, known: dict[UUID, PartyChip], language: str
) -> tuple[ParagraphRow, ...]:
    found = reader.find(MinutesParagraph, minutes_id=minutes.id)
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
        )
        for paragraph in sorted(found, key=lambda paragraph: paragraph.ordinal)
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
        )
        for signature in sorted(found, key=lambda signature: signature.ordinal)
    )
