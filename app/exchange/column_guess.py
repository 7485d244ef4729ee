"""Guesses which column of a list holds what: from its heading, else from what stands in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.exchange.headings import IN_LANGUAGES, Meaning, Use, find_headings, read_heading
from app.exchange.list_words import read_presence, read_role
from app.exchange.tables import Sheet, SheetRow

_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
_PHONE = re.compile(r"^\+?[\d\s().\-/]{6,}$")
_NUMBER = re.compile(r"^\d{1,5}[.)]?$")
_ROWS_TO_LOOK_AT = 60
_MOST = 0.6
_IN_TURN = (Meaning.NAME, Meaning.POST, Meaning.ORGANISATION)


@dataclass(frozen=True)
class Layout:
    """How a list is laid out.

    Attributes:
        heading: The place of the row that heads the columns; ``None`` where none does.
        uses: What each column is used for.
    """

    heading: int | None
    uses: tuple[Use, ...]


def guess_layout(sheet: Sheet) -> Layout:
    """Return how a sheet is probably laid out."""
    cells = [row.cells for row in sheet.rows]
    heading = find_headings(cells)
    width = sheet.width
    told: list[Use | None] = [None] * width
    if heading is not None:
        for place, text in enumerate(cells[heading]):
            told[place] = read_heading(text)
    rows = rows_below(sheet, heading)[:_ROWS_TO_LOOK_AT]
    found = [told[place] or _of_content(rows, place) for place in range(width)]
    return Layout(heading, _once_each(_with_names(found, headed=heading is not None)))


def rows_below(sheet: Sheet, heading: int | None) -> tuple[SheetRow, ...]:
    """Return the rows that hold people: those below the headings, or all of them."""
    return sheet.rows[heading + 1 :] if heading is not None else sheet.rows


def _of_content(rows: Sequence[SheetRow], place: int) -> Use | None:
    cells = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]
    if not cells:
        return Use(Meaning.NOTHING)
    tests = (
        (Meaning.EMAIL, lambda cell: bool(_EMAIL.match(cell))),
        (Meaning.NOTHING, lambda cell: bool(_NUMBER.match(cell))),
        (Meaning.PHONE, lambda cell: bool(_PHONE.match(cell))),
        (Meaning.ROLE, lambda cell: read_role(cell) is not None),
        (Meaning.PRESENCE, lambda cell: read_presence(cell) is not None),
    )
    for meaning, holds in tests:
        if sum(map(holds, cells)) >= _MOST * len(cells):
            return Use(meaning)
    return None


def _with_names(found: list[Use | None], *, headed: bool) -> list[Use]:
    """Return the uses with the text columns that nothing is known of as name, post, ministry.

    Only a list without headings is read so: where there are headings, one that says nothing is
    left alone, unless the name itself would then be missing.
    """
    known = {use.meaning for use in found if use is not None}
    has_name = bool(known & {Meaning.NAME, Meaning.FAMILY, Meaning.GIVEN})
    wanted = [meaning for meaning in _IN_TURN if meaning not in known]
    if headed:
        wanted = [Meaning.NAME] if not has_name else []
    elif has_name and Meaning.NAME in wanted:
        wanted.remove(Meaning.NAME)
    uses = []
    for use in found:
        if use is None and wanted:
            use = Use(wanted.pop(0))
        uses.append(use or Use(Meaning.NOTHING))
    return uses


def _once_each(uses: list[Use]) -> tuple[Use, ...]:
    """Return the uses with what may stand only once left out where it comes again."""
    seen: set[Use] = set()
    once = []
    for use in uses:
        is_again = use in seen and use.meaning is not Meaning.NOTHING
        may_come_again = use.meaning in IN_LANGUAGES and use.language != ""
        once.append(Use(Meaning.NOTHING) if is_again and not may_come_again else use)
        seen.add(use)
    return tuple(once)
