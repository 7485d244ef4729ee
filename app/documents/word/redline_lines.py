"""Says which paragraphs of Word a unit of text becomes, so that two versions can be laid together.

A provision whose number stands beside a heading has its wording in a paragraph of its own; any
other has heading and wording in one line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.documents.word import styles
from app.texts.blocks import Heading, Inline, Level, Paragraph, Provision, Text
from app.texts.units import Unit

HEADING, WORDING = 0, 1
"""Where a unit's lines are: its heading, its wording."""
FULL_STOP: tuple[Inline, ...] = (Text(". "),)


class Place(StrEnum):
    """Which paragraph of a unit it is; the values are the beginnings of bookmarks."""

    FIRST = "Ref"
    BELOW = "Txt"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of Word.

    Attributes:
        place: Which of its unit's it is.
        style: The name of its style.
        level: Its level, if it has a number.
        holds: Which of the unit's lines stand in it.
        runs_in: Whether the heading stands in the line of the wording, in bold.
        breaks: Whether its text begins below its number.
        introduces: Whether it introduces a list and does not stay behind at the foot of a page.
    """

    place: Place
    style: str
    level: Level | None = None
    holds: tuple[int, ...] = (WORDING,)
    runs_in: bool = False
    breaks: bool = False
    introduces: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line: one of the unit's lines, or what stands between them.

    Attributes:
        line: Which of the unit's lines it is; -1 for what stands between.
        inlines: What it says.
        bold: Whether it is bold as a whole.
    """

    line: int
    inlines: tuple[Inline, ...]
    bold: bool = False


def lines_of(unit: Unit) -> tuple[Line, ...]:
    """Return the paragraphs that ``unit`` becomes."""
    match unit.block:
        case Paragraph(role=role):
            return (Line(Place.FIRST, styles.ROLES[role]),)
        case Heading(level=depth):
            return (Line(Place.FIRST, styles.HEADINGS[depth], holds=(HEADING,)),)
        case Provision() as provision:
            return tuple(_provision_lines(provision))
        case _:
            return ()


def parts_of(unit: Unit, line: Line) -> tuple[Part, ...]:
    """Return what stands in ``line`` of ``unit``, in order."""
    parts = []
    for which in line.holds:
        inlines = unit.lines[which]
        is_run_in = line.runs_in and which == HEADING
        parts.append(Part(which, inlines, bold=is_run_in))
        if is_run_in:
            parts.append(Part(-1, FULL_STOP if inlines else (), bold=True))
    return tuple(parts)


def has_text(unit: Unit, line: Line) -> bool:
    """Say whether anything stands in ``line`` of ``unit``."""
    return any(unit.lines[which] for which in line.holds)


def _provision_lines(provision: Provision) -> Iterator[Line]:
    level = provision.level
    style = styles.LEVELS[level]
    below = styles.TEXT_BELOW.get(level)
    if below is None:
        yield Line(
            Place.FIRST,
            style,
            level,
            holds=(HEADING, WORDING),
            runs_in=True,
            introduces=bool(provision.children),
        )
        return
    yield Line(Place.FIRST, style, level, holds=(HEADING,), breaks=level is Level.ANNEX)
    if provision.text:
        yield Line(Place.BELOW, below)
