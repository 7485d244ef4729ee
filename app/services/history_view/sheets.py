"""Shows what one intention changed, field by field, with the values before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.errors import NotFound
from app.domain.journal import Operation
from app.services.history_view.pages import HistoryRow, row_of
from app.services.history_view.values import Place, Sort, Value, read_values, refs_in
from app.services.rule_wording import Piece, PieceKind, compare_words
from app.store.journal_entries import Entry, entries_of_set
from app.store.past_images import fill_in
from app.store.queries.record_marks import MARKS, rank_of
from app.store.queries.record_names import Named, RecordNames, Ref
from app.store.workspace import Workspace

__all__ = [
    "ChangeSheet",
    "FieldChange",
    "Operation",
    "Piece",
    "PieceKind",
    "RecordSheet",
    "Sort",
    "Value",
    "show",
]

_LEFT_OUT = frozenset({"attachment_blob", "seal"})
_LEAST_COMPARED = 24
_MOST_COMPARED = 40_000
"""Longer texts, which nobody writes by hand, are shown before and after."""


@dataclass(frozen=True)
class FieldChange:
    """One field that changed.

    Attributes:
        name: The field.
        language: The language of the text, where there is one for each.
        part: Which part of it, as the family name.
        before, after: What it said and says; ``None`` where it said nothing.
        pieces: Of a text both, as one: what stayed, what went and what came.
    """

    name: str
    language: str
    part: str
    before: Value | None
    after: Value | None
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class RecordSheet:
    """What was done to one record."""

    named: Named
    operation: Operation
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class ChangeSheet:
    """What one intention did.

    Attributes:
        records: What it did to each record, those that people speak of first.
        is_more: It did more than was asked for.
    """

    row: HistoryRow
    records: tuple[RecordSheet, ...]
    is_more: bool


@dataclass
class _Net:
    """What became of one record from the first to the last step."""

    operation: Operation
    before: dict[str, Any]
    after: dict[str, Any]


def show(
    workspace: Workspace, *, number: int, limit: int = 200, language: str = "en"
) -> ChangeSheet:
    """Return what a change set changed.

    Args:
        workspace: The workspace.
        number: The change set.
        limit: How many steps are looked at; a text of rules brought in has tens of thousands.
        language: For the names of records.

    Raises:
        NotFound: if there is none of that number.
    """
    with workspace.read() as reader:
        row = row_of(reader, number, language=language)
        if row is None:
            raise NotFound("change", number)
        steps = entries_of_set(reader, number, limit=limit)[:limit]
        known = [step for step in steps if step.entity in MARKS and step.entity not in _LEFT_OUT]
        nets = _sum_up(fill_in(reader, known))
        names = RecordNames(reader, language)
        refs = list(nets)
        for (kind, _key), net in nets.items():
            refs += [*refs_in(kind, net.before), *refs_in(kind, net.after)]
        names.load(refs)
        sheets = [_sheet(ref, net, names) for ref, net in nets.items()]
    sheets.sort(key=lambda sheet: rank_of(sheet.named.kind))
    return ChangeSheet(row, tuple(sheets), is_more=sum(row.kinds.values()) > limit)


def _sum_up(steps: Iterable[Entry]) -> dict[Ref, _Net]:
    found: dict[Ref, _Net] = {}
    for step in steps:
        ref = (step.entity, step.pk)
        before, after = dict(step.before or {}), dict(step.after or {})
        known = found.get(ref)
        if known is None:
            found[ref] = _Net(step.operation, before, after)
            continue
        known.before = {**before, **known.before}
        if step.operation is Operation.DELETE:
            if known.operation is Operation.INSERT:
                del found[ref]
                continue
            known.operation, known.after = Operation.DELETE, {}
        else:
            known.after = {**known.after, **after}
            if known.operation is Operation.DELETE:
                known.operation = Operation.UPDATE
    for net in found.values():
        if net.operation is Operation.INSERT:
            net.before = {}
    return found


def _sheet(ref: Ref, net: _Net, names: RecordNames) -> RecordSheet:
    kind = ref[0]
    before, after = read_values(kind, net.before, names), read_values(kind, net.after, names)
    places = [place for place in _in_order(before, after) if before.get(place) != after.get(place)]
    return RecordSheet(
        names.name(ref),
        net.operation,
        tuple(_change(place, before.get(place), after.get(place)) for place in places),
    )


def _in_order(*values: Mapping[Place, Value]) -> list[Place]:
    return list(dict.fromkeys(place for each in values for place in each))


def _change(place: Place, before: Value | None, after: Value | None) -> FieldChange:
    return FieldChange(
        place.name, place.language, place.part, before, after, _compared(before, after)
    )


def _compared(before: Value | None, after: Value | None) -> tuple[Piece, ...]:
    """Return two longer texts as one; nothing where that would not be easier to read."""
    if before is None or after is None or {before.sort, after.sort} != {Sort.TEXT}:
        return ()
    longer, whole = max(len(before.text), len(after.text)), len(before.text) + len(after.text)
    if longer < _LEAST_COMPARED or whole > _MOST_COMPARED:
        return ()
    pieces = compare_words(before.text, after.text, ({}, {}))
    kinds = {piece.kind for piece in pieces}
    # Only spaces differ, or nothing was kept.
    return pieces if PieceKind.KEPT in kinds and len(kinds) > 1 else ()
