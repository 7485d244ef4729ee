"""Reads lists in text: comma-separated files, rows pasted from a table, lines of addresses."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from app.exchange.refusals import EmptyTable, TooLarge
from app.exchange.tables import Sheet, SheetRow, SourceKind, Table
from app.texts.invisible import clear_invisible

MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_CELL = 4_000
_SEPARATORS = "\t;,|"
_NO_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ADDRESS = re.compile(r"[^\s<>,;\"]+@[^\s<>,;\"]+\.[^\s<>,;\"]+")
_CORRESPONDENT = re.compile(
    r"(?P<name>\"[^\"\n]*\"|[^\"<>;\n@]*?)\s*<\s*(?:mailto:)?(?P<address>[^\s<>]+@[^\s<>]+?)\s*>[;,\s]*"
)
_BULLET = re.compile(r"^\s*(?:\(?\d{1,4}[.)]|[-•*·–—▪◦])\s+")
_LINES_TO_LOOK_AT = 40


def read_text(text: str, *, name: str = "") -> Table:
    """Return the list that a text holds.

    Raises:
        EmptyTable: if there is nothing in it.
        TooLarge: if it has more rows than any list of people.
    """
    if not text.strip():
        raise EmptyTable(name)
    if _is_addresses(text):
        sheet = Sheet("", _addresses(text))
        return Table(SourceKind.ADDRESSES, (sheet,))
    separator = _separator(text)
    rows = _rows(text, separator) if separator else [[line] for line in text.splitlines()]
    return Table(SourceKind.TEXT, (Sheet("", numbered(_without_bullets(rows), name=name)),))


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a comma-separated file that Excel opens in the right letters.

    A cell that Excel would take for a formula begins with an apostrophe; ``read_text`` takes it
    away again.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_shielded(cell) for cell in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def numbered(rows: Iterable[Sequence[str]], *, name: str) -> tuple[SheetRow, ...]:
    """Return rows with their numbers, without those in which nothing stands.

    Raises:
        TooLarge: if there are more of them than any list of people has.
    """
    kept: list[SheetRow] = []
    for number, cells in enumerate(rows, 1):
        if len(kept) >= MOST_ROWS:
            raise TooLarge(name, limit=f"{MOST_ROWS:,} rows")
        row = SheetRow(number, trimmed([clear_cell(cell) for cell in cells[:MOST_COLUMNS]]))
        if not row.is_empty:
            kept.append(row)
    return tuple(kept)


def trimmed(cells: list[str]) -> tuple[str, ...]:
    """Return cells without the empty ones at the end."""
    last = max((place for place, cell in enumerate(cells, 1) if cell), default=0)
    return tuple(cells[:last])


def clear_cell(text: str) -> str:
    """Return what a cell says, without what nobody sees and without a shield against formulas."""
    plain = clear_invisible(text[:LONGEST_CELL])
    return plain[1:] if plain.startswith("'") and plain[1:].startswith(_NO_FORMULA) else plain


def _shielded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_NO_FORMULA) else cell


def _rows(text: str, separator: str) -> list[list[str]]:
    # A quotation mark that is never closed would swallow the rest of the list.
    has_pairs = text.count('"') % 2 == 0
    csv.field_size_limit(max(len(text), 1))
    lines = io.StringIO(text, newline="")
    if has_pairs:
        return list(csv.reader(lines, delimiter=separator))
    return list(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))


def _without_bullets(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows of a list that was numbered by hand, without the numbers."""
    filled = [cells for cells in rows if any(cells)]
    marked = sum(1 for cells in filled if _BULLET.match(cells[0]))
    if not filled or marked < len(filled) - 1 or not marked:
        return rows
    return [[_BULLET.sub("", cell) for cell in cells[:1]] + cells[1:] for cells in rows]


def _separator(text: str) -> str:
    """Return the sign between the cells: the one that most lines have equally often."""
    lines = [line for line in text.splitlines() if line.strip()][:_LINES_TO_LOOK_AT]
    best, worth = "", 0.0
    for sign in _SEPARATORS:
        counts = Counter(_outside_quotes(line).count(sign) for line in lines)
        counts.pop(0, None)
        if not counts:
            continue
        _often, most = max(counts.items(), key=lambda pair: pair[1])
        share = most / len(lines) + (0.5 if sign == "\t" else 0)
        if share > max(worth, 0.34):
            best, worth = sign, share
    return best


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _is_addresses(text: str) -> bool:
    """Return whether a text is the line of a message that says who gets it."""
    if "\t" in text:
        return False
    if _CORRESPONDENT.search(text):
        return True
    words = re.split(r"[\s;,]+", text.strip(" ;,\n"))
    return all(_ADDRESS.fullmatch(word) for word in words)


def _addresses(text: str) -> tuple[SheetRow, ...]:
    rows = [["Name", "E-mail"]]
    at = 0
    for found in _CORRESPONDENT.finditer(text):
        rows += [["", address] for address in _ADDRESS.findall(text[at : found.start()])]
        rows.append([found["name"].strip(" \t\n\"'"), found["address"]])
        at = found.end()
    rows += [["", address] for address in _ADDRESS.findall(text[at:])]
    return numbered(rows, name="")
