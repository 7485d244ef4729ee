"""Lets a person put right what the reader took for something else, without touching a word.

A reading is laid out as rows, one for each provision, each as deep as it stands. A row is lifted,
lowered, joined to the one before, or called something else; the tree is made of the rows again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.rules import ProvisionKind
from app.texts.provision_draft import ProvisionDraft
from app.texts.reading.identities import to_drafts
from app.texts.reading.outcome import Reading, ReadUnit

Rows = tuple["ReadRow", ...]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A provision as it was read.

    Attributes:
        line: Where it begins in the text; 0 for the words before the first provision.
        depth: How deep it stands, 0 for the highest.
        is_front: Whether it stands before the first provision.
    """

    kind: ProvisionKind
    label: str
    heading: str
    text: str
    line: int
    depth: int
    value: int | None = None
    inserted: int = 0
    is_front: bool = False


def lay_out(reading: Reading) -> Rows:
    """Return a reading as rows, in reading order."""
    rows = [
        ReadRow(ProvisionKind.PARAGRAPH, "", "", words, 0, 0, is_front=True)
        for words in reading.front
    ]
    pending = [(unit, 0) for unit in reversed(reading.units)]
    while pending:
        unit, depth = pending.pop()
        rows.append(
            ReadRow(
                kind=unit.kind,
                label=unit.label,
                heading=unit.heading,
                text=unit.text,
                line=unit.line,
                depth=depth,
                value=unit.value,
                inserted=unit.inserted,
            )
        )
        pending += [(child, depth + 1) for child in reversed(unit.children)]
    return tuple(rows)


def drafts_of(rows: Rows, *, language: str) -> tuple[ProvisionDraft, ...]:
    """Return the provisions that the rows are, with their identities."""
    leading = 0
    while leading < len(rows) and rows[leading].is_front and not _has_below(rows, leading):
        leading += 1
    front = tuple(row.text for row in rows[:leading])
    return to_drafts(Reading(language, front, _units(rows[leading:]), ()))


def lift(rows: Rows, place: int) -> Rows:
    """Let a row stand one level higher, with everything below it."""
    return _shifted(rows, place, -1) if can_lift(rows, place) else rows


def lower(rows: Rows, place: int) -> Rows:
    """Let a row stand below the one before it, with everything below it."""
    return _shifted(rows, place, 1) if can_lower(rows, place) else rows


def can_lift(rows: Rows, place: int) -> bool:
    """Say whether a row stands below another."""
    return rows[place].depth > 0


def can_lower(rows: Rows, place: int) -> bool:
    """Say whether there is a row of its level before it that it could stand below."""
    return place > 0 and rows[place - 1].depth >= rows[place].depth


def can_join(rows: Rows, place: int) -> bool:
    """Say whether a row can become a part of the one before: nothing may stand below it."""
    return place > 0 and not _has_below(rows, place)


def join(rows: Rows, place: int) -> Rows:
    """Put the number, heading and words of a row after the words of the one before it."""
    if not can_join(rows, place):
        return rows
    row, before = rows[place], rows[place - 1]
    words = " ".join(part for part in (row.label, row.heading, row.text) if part)
    joined = replace(before, text=f"{before.text}\n{words}" if before.text else words)
    return (*rows[: place - 1], joined, *rows[place + 1 :])


def call(rows: Rows, place: int, kind: ProvisionKind) -> Rows:
    """Let a row be a provision of another kind."""
    changed = replace(rows[place], kind=kind, is_front=False)
    return (*rows[:place], changed, *rows[place + 1 :])


def leave_out(rows: Rows, place: int) -> Rows:
    """Leave a row out that is no provision, such as a title; what stands below it moves up."""
    if len(rows) == 1:
        return rows
    end = _end(rows, place)
    below = (replace(row, depth=row.depth - 1) for row in rows[place + 1 : end])
    return (*rows[:place], *below, *rows[end:])


def _shifted(rows: Rows, place: int, step: int) -> Rows:
    end = _end(rows, place)
    moved = (replace(row, depth=row.depth + step, is_front=False) for row in rows[place:end])
    return (*rows[:place], *moved, *rows[end:])


def _end(rows: Rows, place: int) -> int:
    """Return the place after everything that stands below a row."""
    end = place + 1
    while end < len(rows) and rows[end].depth > rows[place].depth:
        end += 1
    return end


def _has_below(rows: Rows, place: int) -> bool:
    return _end(rows, place) > place + 1


def _units(rows: Iterable[ReadRow]) -> tuple[ReadUnit, ...]:
    roots: list[ReadUnit] = []
    path: list[tuple[int, ReadUnit]] = []
    for row in rows:
        unit = ReadUnit(
            kind=row.kind,
            label=row.label,
            value=row.value,
            line=row.line,
            inserted=row.inserted,
            heading=row.heading,
            text=row.text,
        )
        while path and path[-1][0] >= row.depth:
            path.pop()
        (path[-1][1].children if path else roots).append(unit)
        path.append((row.depth, unit))
    return tuple(roots)
