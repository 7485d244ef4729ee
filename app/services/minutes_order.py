"""Keeps the paragraphs of minutes in their order, with room left between them for further ones."""

from uuid import UUID

from app.domain.errors import Misfortune, Sealed
from app.domain.minutes import SEALED_MINUTES, Minutes, MinutesParagraph
from app.store.queries.minutes import latest_edition
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork

STEP = 1000
"""How far apart paragraphs are put, so that one between two of them moves no other."""


class EarlierEdition(Misfortune):
    """Somebody tried to change an edition that a later one has taken the place of."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Edition {number} of these minutes is kept as it was; a later one is being written.",
            "Change the latest edition, or restore this one as a new edition.",
        )
        self.number = number


class ElsewhereThanBefore(Misfortune):
    """A paragraph was to be put after one that is not in the same minutes any more."""

    def __init__(self) -> None:
        super().__init__(
            "The paragraph before it is not there any more.", "Choose its place once more."
        )


def require_open(work: Reader, minutes_id: UUID) -> Minutes:
    """Return the minutes if they may be changed.

    Raises:
        Sealed: They are signed.
        EarlierEdition: A later edition has taken their place.
    """
    minutes = work.get(Minutes, minutes_id)
    if minutes.status in SEALED_MINUTES:
        raise Sealed(
            "This edition of the minutes", "Open a new edition and mark this one corrected."
        )
    latest = latest_edition(work, meeting_id=minutes.meeting_id)
    if latest is not None and latest.kind is minutes.kind and latest.id != minutes.id:
        raise EarlierEdition(minutes.edition)
    return minutes


def in_row(work: Reader, minutes_id: UUID) -> list[MinutesParagraph]:
    """Return the paragraphs of an edition as they follow one another."""
    found = work.find(MinutesParagraph, minutes_id=minutes_id)
    return sorted(found, key=lambda each: each.ordinal)


def make_room(
    work: UnitOfWork, minutes_id: UUID, *, after_id: UUID | None, count: int = 1
) -> list[int]:
    """Return free places for ``count`` paragraphs after one of them, or before all of them.

    Where there is no room left the others are put further apart.

    Raises:
        ElsewhereThanBefore: if the paragraph is not in these minutes.
    """
    row = in_row(work, minutes_id)
    position = _position(row, after_id)
    low = row[position - 1].ordinal if position else 0
    if position == len(row):
        return [low + STEP * (place + 1) for place in range(count)]
    width = (row[position].ordinal - low) // (count + 1)
    if width < 1:
        _spread(work, row, gap_at=position, count=count)
        low = row[position - 1].ordinal if position else 0
        width = STEP
    return [low + width * (place + 1) for place in range(count)]


def last_of(work: Reader, minutes_id: UUID) -> UUID | None:
    """Return the key of the last paragraph, if there is any."""
    row = in_row(work, minutes_id)
    return row[-1].id if row else None


def _position(row: list[MinutesParagraph], after_id: UUID | None) -> int:
    if after_id is None:
        return 0
    for place, paragraph in enumerate(row, start=1):
        if paragraph.id == after_id:
            return place
    raise ElsewhereThanBefore


def _spread(work: UnitOfWork, row: list[MinutesParagraph], *, gap_at: int, count: int) -> None:
    """Put paragraphs ``STEP`` apart, and leave a gap for ``count`` of them at one position.

    By way of negative numbers, so that no two ever have one place.
    """
    for place, paragraph in enumerate(row, start=1):
        paragraph.ordinal = -place
    work.flush()
    for place, paragraph in enumerate(row, start=1):
        shift = count if place > gap_at else 0
        paragraph.ordinal = STEP * (place + shift)
    work.flush()
