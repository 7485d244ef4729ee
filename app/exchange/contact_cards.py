"""Reads contact cards (vCard), one person each, as the rows of a list with known headings."""

from typing import Any

import vobject

from app.exchange.delimited import numbered
from app.exchange.refusals import Damaged, EmptyTable
from app.exchange.tables import Sheet, SourceKind, Table

HEADINGS = (
    "Name",
    "Family name",
    "Given name",
    "Honorific",
    "Post",
    "Organisation",
    "E-mail",
    "Phone",
    "Note",
)


def read_cards(text: str, *, name: str) -> Table:
    """Return the persons whose cards stand in a text; pictures and keys are passed over.

    Raises:
        Damaged: if it cannot be read as cards.
        EmptyTable: if there is no card in it.
    """
    try:
        cards = list(vobject.readComponents(text, validate=False, ignoreUnreadable=True))
    except Exception as error:  # what is broken in a card breaks the library in many ways
        raise Damaged(name) from error
    rows = [list(HEADINGS), *(_row(card) for card in cards if card.name == "VCARD")]
    if len(rows) == 1:
        raise EmptyTable(name)
    return Table(SourceKind.CARDS, (Sheet("", numbered(rows, name=name)),))


def _row(card: Any) -> list[str]:
    parts = _first(card, "n")
    family, given = _part(parts, "family"), _part(parts, "given")
    shown = _said(_first(card, "fn")) or " ".join(each for each in (given, family) if each)
    return [
        shown,
        family,
        " ".join(each for each in (given, _part(parts, "additional")) if each),
        _part(parts, "prefix"),
        _said(_first(card, "title")) or _said(_first(card, "role")),
        _said(_first(card, "org")),
        _said(_first(card, "email")),
        _said(_first(card, "tel")),
        _said(_first(card, "note")),
    ]


def _first(card: Any, name: str) -> Any:
    found = card.contents.get(name)
    return found[0].value if found else ""


def _part(name: Any, part: str) -> str:
    return _said(getattr(name, part, ""))


def _said(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value if each)
    return str(value or "").removeprefix("tel:").removeprefix("mailto:")
