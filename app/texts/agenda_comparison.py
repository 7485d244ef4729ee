"""Compares two editions of an agenda item by item: added, removed, moved, renamed, retimed.

An item that only got another number, because one before it came or went, has not moved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from app.texts.alignment import heaviest_chain
from app.texts.blocks import Inline, Text
from app.texts.difference import find_differences
from app.texts.tokens import Token, tokenize


@dataclass(frozen=True)
class AgendaLine:
    """An item as an edition prints it; ``key`` is the same in every edition."""

    key: str
    parent: str
    depth: int
    label: str
    title: str
    annotation: str = ""
    lead: str = ""
    starts_at: time | None = None
    minutes: int | None = None
    papers: tuple[str, ...] = ()


class AgendaChangeKind(StrEnum):
    """What became of an item."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"
    ANNOTATED = "annotated"
    RETIMED = "retimed"
    LEAD = "lead"
    PAPERS = "papers"


class Mark(StrEnum):
    """Whether words stand in both editions, only in the older, or only in the newer."""

    KEPT = "kept"
    REMOVED = "removed"
    INSERTED = "inserted"


Stretch = tuple[Mark, str]
"""Some words and whether they stayed."""


@dataclass(frozen=True)
class AgendaChange:
    """One difference between two editions.

    Attributes:
        kind: What became of the item.
        old: The item before; ``None`` if it is new.
        new: The item after; ``None`` if it is gone.
        words: The words compared, where words differ.
    """

    kind: AgendaChangeKind
    old: AgendaLine | None
    new: AgendaLine | None
    words: tuple[Stretch, ...] = ()


def compare_agendas(
    old: Sequence[AgendaLine], new: Sequence[AgendaLine]
) -> tuple[AgendaChange, ...]:
    """Return what is different, in the order of the new edition, what is gone at the end."""
    before = {line.key: line for line in old}
    after = {line.key for line in new}
    moved = _moved(old, new)
    changes: list[AgendaChange] = []
    for line in new:
        was = before.get(line.key)
        if was is None:
            changes.append(AgendaChange(AgendaChangeKind.ADDED, None, line))
        else:
            changes.extend(_changes_of(was, line, has_moved=line.key in moved))
    changes.extend(
        AgendaChange(AgendaChangeKind.REMOVED, line, None) for line in old if line.key not in after
    )
    return tuple(changes)


def compare_words(old: str, new: str) -> tuple[Stretch, ...]:
    """Return two texts as one, cut into what stayed, what went and what came."""
    stretches: list[Stretch] = []
    segments = find_differences(tokenize((Text(old),)), tokenize((Text(new),)))
    for segment in segments:
        if segment.kept:
            stretches.append((Mark.KEPT, _words(segment.new)))
            continue
        stretches.extend(
            (mark, words)
            for mark, words in (
                (Mark.REMOVED, _words(segment.old)),
                (Mark.INSERTED, _words(segment.new)),
            )
            if words
        )
    return tuple(stretches)


def _changes_of(was: AgendaLine, line: AgendaLine, *, has_moved: bool) -> list[AgendaChange]:
    kinds: list[tuple[AgendaChangeKind, tuple[Stretch, ...]]] = []
    if has_moved:
        kinds.append((AgendaChangeKind.MOVED, ()))
    if was.title != line.title:
        kinds.append((AgendaChangeKind.RENAMED, compare_words(was.title, line.title)))
    if was.annotation != line.annotation:
        words = compare_words(was.annotation, line.annotation)
        kinds.append((AgendaChangeKind.ANNOTATED, words))
    if (was.starts_at, was.minutes) != (line.starts_at, line.minutes):
        kinds.append((AgendaChangeKind.RETIMED, ()))
    if was.lead != line.lead:
        kinds.append((AgendaChangeKind.LEAD, ()))
    if was.papers != line.papers:
        kinds.append((AgendaChangeKind.PAPERS, ()))
    return [AgendaChange(kind, was, line, words) for kind, words in kinds]


def _moved(old: Sequence[AgendaLine], new: Sequence[AgendaLine]) -> frozenset[str]:
    """Return the items that changed places with others, or stand below another item now."""
    places = {line.key: place for place, line in enumerate(old)}
    parents = {line.key: line.parent for line in old}
    pairs = sorted(
        (places[line.key], place) for place, line in enumerate(new) if line.key in places
    )
    staying = {place for _, place in heaviest_chain(pairs, weights=[1] * len(pairs))}
    moved = {
        line.key
        for place, line in enumerate(new)
        if line.key in places and (place not in staying or parents[line.key] != line.parent)
    }
    # What went along with the item above it has not moved by itself.
    above = {line.key: line.parent for line in new}
    return frozenset(
        key for key in moved if not (above[key] in moved and parents[key] == above[key])
    )


def _words(tokens: Sequence[Token]) -> str:
    return "".join(_text(token.inline) for token in tokens)


def _text(inline: Inline) -> str:
    return inline.text if isinstance(inline, Text) else ""
