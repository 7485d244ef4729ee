"""Shows two texts as one page with the changes marked, and says each of them in words beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.documents.preview import sheet
from app.documents.preview.changed_units import Line, Rows, lines_of, rows_in
from app.documents.preview.marked_lines import MarkedLines
from app.documents.preview.sheet import Face, Sheet
from app.documents.preview.tables import (
    write_barred,
    write_beside,
    write_inside,
    write_notice,
    write_paragraph,
)
from app.documents.preview.wording import mark_unit, write_words
from app.texts.blocks import (
    Contents,
    Form,
    Heading,
    Level,
    Paragraph,
    Provision,
    Role,
    Signatures,
    Table,
)
from app.texts.outcomes import Comparison, Entry, Outcome, Side, UnitComparison
from app.texts.units import Unit

_BETWEEN = " … "
_QUIET = frozenset({Outcome.UNCHANGED, Outcome.RENUMBERED})
_PLAIN = 'width="100%" cellspacing="0" cellpadding="0" border="0"'


@dataclass(frozen=True, slots=True)
class Change:
    """One change, in values.

    Attributes:
        anchor: Where it stands on the page.
        outcome: What became of the unit.
        where: The number of the unit; empty where it has none.
        was: The number that it had where it moved from.
        removed: The words that went.
        added: The words that came.
        beginning: How the line begins in which it is, where the unit has no number.
    """

    anchor: str
    outcome: Outcome
    where: str
    was: str
    removed: str
    added: str
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Two texts on one page, and what differs."""

    html: str
    changes: tuple[Change, ...]


def write_changes(comparison: Comparison, *, scale: float = 1.0) -> ChangesPage:
    """Return a page for QTextBrowser that shows what a comparison found.

    Args:
        comparison: The two texts.
        scale: How large; as for ``app.documents.preview.html``.
    """
    return _Writer(comparison, Sheet(scale)).write()


class _Writer:
    def __init__(self, comparison: Comparison, page: Sheet) -> None:
        self._comparison = comparison
        self._sheet = page
        self._lines = MarkedLines(old=comparison.old_numbering, new=comparison.new_numbering)
        self._changes: list[Change] = []

    def write(self) -> ChangesPage:
        entries = "".join([self._entry(entry) for entry in self._comparison.entries])
        face = f"font-family:{sheet.FONTS};color:{sheet.INK};background-color:#ffffff;"
        html = f'<html><body style="{face}">{entries}</body></html>'
        return ChangesPage(html, tuple(self._changes))

    def _entry(self, entry: Entry) -> str:
        block = entry.unit.block
        match block:
            case Contents():
                return ""
            case Table() | Signatures():
                rows = rows_in(entry, block)
                lines = [line for row in rows for cell in row for line in cell]
                return self._table(block, rows, anchor=self._note(entry, lines))
            case Paragraph() | Heading() | Provision():
                marked = lines_of(entry)
                return self._unit(entry.unit, marked, anchor=self._note(entry, marked))

    def _note(self, entry: Entry, lines: Iterable[Line]) -> str:
        """Add the entry to the list of changes if it is one; return its mark on the page."""
        compared = entry.comparison
        left_behind = entry.side is Side.OLD and compared.new is not None
        if compared.outcome in _QUIET or left_behind:
            return ""
        anchor = f"change-{len(self._changes) + 1}"
        told = compared.lines if compared.moved else lines
        marked = [line for line in told if line]
        self._changes.append(
            Change(
                anchor,
                compared.outcome,
                where=entry.unit.name,
                was=_was(compared),
                removed=_BETWEEN.join(filter(None, map(self._lines.removed, marked))),
                added=_BETWEEN.join(filter(None, map(self._lines.added, marked))),
                beginning="" if entry.unit.name else self._beginning(marked),
            )
        )
        return mark_unit(anchor)

    def _beginning(self, marked: Iterable[Line]) -> str:
        """Return how the first line begins in which something changed and something stayed."""
        changed = (line for line in marked if any(not segment.kept for segment in line))
        first = next(changed, ())
        return self._lines.beginning(first) if any(segment.kept for segment in first) else ""

    def _unit(self, unit: Unit, lines: tuple[Line, ...], *, anchor: str) -> str:
        heading, text = (self._lines.write(line) for line in lines)
        match unit.block:
            case Heading(level=level):
                return write_paragraph(sheet.HEADINGS[level], anchor + heading, on=self._sheet)
            case Provision():
                return self._provision(unit.block, unit.label, anchor, (heading, text))
            case Paragraph(role=Role.NOTICE):
                face = sheet.ROLES[Role.NOTICE]
                return write_notice(anchor + text, on=self._sheet, face=face)
            case Paragraph(role=Role.DECISION):
                face = sheet.ROLES[Role.DECISION]
                return write_barred(anchor + text, on=self._sheet, face=face)
            case Paragraph(role=role):
                return write_paragraph(sheet.ROLES[role], anchor + text, on=self._sheet)
            case _:
                return ""

    def _provision(self, block: Provision, label: str, anchor: str, lines: tuple[str, str]) -> str:
        heading, text = lines
        face, below = sheet.LEVELS[block.level], sheet.TEXT_BELOW.get(block.level)
        number = anchor + write_words(label)
        if below is None:
            between = f'<span style="{sheet.BOLD}">{heading}. </span>' if heading else ""
            return write_paragraph(face, between + text, on=self._sheet, label=number)
        if block.level is Level.ARTICLE:
            column = max(sheet.ARTICLE, 9 * len(label) + 16)
            written = write_beside(face, number, heading, on=self._sheet, column=column)
        elif face.align == "center":
            between = "<br>" if block.level is Level.ANNEX else " "
            written = write_paragraph(face, number + between + heading, on=self._sheet)
        else:
            written = write_paragraph(face, heading, on=self._sheet, label=number)
        return written + (write_paragraph(below, text, on=self._sheet) if text else "")

    def _table(self, block: Table | Signatures, rows: Rows, *, anchor: str) -> str:
        on = self._sheet
        margin = f"margin-top:{on.space(5, 14)}px;"
        style = f"padding:{on.length(5)}px {on.length(7)}px;"
        if isinstance(block, Table) and block.form is Form.RULED:
            style += f"border-bottom:1px solid {sheet.HAIR};"
        heads = len(block.head) if isinstance(block, Table) else 0
        written = ""
        for place, row in enumerate(rows):
            face = sheet.TABLE_HEAD if place < heads else sheet.TABLE_TEXT
            cells = "".join(
                f'<td style="{style}">{self._cell(cell, face, anchor if not place else "")}</td>'
                for cell in row
            )
            written += f"<tr>{cells}</tr>"
        return f'<table {_PLAIN} style="border-collapse:collapse;{margin}">{written}</table>'

    def _cell(self, lines: tuple[Line, ...], face: Face, anchor: str) -> str:
        plain = replace(face, left=0)
        written = [self._lines.write(line) for line in lines]
        return "".join(
            write_inside(plain, (anchor if not place else "") + words, on=self._sheet)
            for place, words in enumerate(written)
        )


def _was(compared: UnitComparison) -> str:
    moved = compared.moved and compared.old is not None and compared.new is not None
    return compared.old.name if moved and compared.old is not None else ""
