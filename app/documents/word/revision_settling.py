"""Settles tracked changes in a part of a Word file: what is decided becomes text, or goes."""

from collections.abc import Callable

from lxml import etree

from app.documents.word.paragraph_joining import join_with_next, unpaired
from app.documents.word.revision_marks import KINDS, Mark, Scope, find_marks, w

Decision = Callable[[Mark], bool | None]
"""Accept, reject, or leave as it is."""

_LIVE = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_MOVES = {w("moveFrom"): "moveFrom", w("moveTo"): "moveTo"}
_RANGES = frozenset(w(f"{move}Range{end}") for move in _MOVES.values() for end in ("Start", "End"))
_KEPT_IN_FRONT = frozenset({*KINDS, w("headerReference"), w("footerReference")})
"""What is no property itself, though it stands among properties."""
_KEPT_BEHIND = {w("pPr"): (w("rPr"), w("sectPr"))}


def settle(root: etree._Element, *, decide: Decision) -> None:
    """Accept and reject the tracked changes of ``root`` as ``decide`` says.

    All of them are decided before the first is carried out, so that no decision depends on
    another.
    """
    decided = [(mark, decide(mark)) for mark in find_marks(root)]
    chosen = [(mark, accepted) for mark, accepted in decided if accepted is not None]
    ending: list[etree._Element] = []
    # From the inside out: what is in a deletion must be settled before the deletion is.
    for mark, accepted in reversed(chosen):
        stays = mark.comes == accepted
        match mark.scope:
            case Scope.PROPERTIES:
                _settle_properties(mark.element, accepted=accepted)
            case Scope.TEXT:
                _settle_text(mark.element, stays=stays)
            case Scope.PARAGRAPH_END:
                _settle_end(mark.element, stays=stays, ending=ending)
            case Scope.ROW:
                _settle_row(mark.element, stays=stays)
            case Scope.CELL:
                _settle_cell(mark.element, stays=stays)
            case Scope.NUMBERING:
                _settle_numbering(mark.element, stays=stays)
    for paragraph in reversed(ending):
        join_with_next(paragraph)
    _drop_settled_ranges(root)


def _settle_text(element: etree._Element, *, stays: bool) -> None:
    parent = element.getparent()
    if parent is None:
        return
    kept = list(element) if stays else unpaired(element)
    for live in element.iter(*_LIVE) if stays else ():
        live.tag = _LIVE[live.tag]
    place = parent.index(element)
    parent[place : place + 1] = kept


def _settle_end(element: etree._Element, *, stays: bool, ending: list[etree._Element]) -> None:
    properties = element.getparent()
    properties.remove(element)
    above = properties.getparent()
    if len(properties) == 0:
        above.remove(properties)
    # The same mark on a formula's own properties only goes with the formula.
    paragraph = above.getparent() if above.tag == w("pPr") else None
    if not stays and paragraph is not None and paragraph not in ending:
        ending.append(paragraph)


def _settle_row(element: etree._Element, *, stays: bool) -> None:
    properties = element.getparent()
    properties.remove(element)
    if stays:
        return
    row = properties.getparent()
    table = row.getparent()
    if table is None:
        return
    table.remove(row)
    if table.find(w("tr")) is None and table.getparent() is not None:
        table.getparent().remove(table)


def _settle_cell(element: etree._Element, *, stays: bool) -> None:
    properties = element.getparent()
    properties.remove(element)
    if stays:
        return
    cell = properties.getparent()
    row = cell.getparent()
    if row is None:
        return
    span = properties.find(w("gridSpan"))
    wide = 1 if span is None else int(span.get(w("val"), "1"))
    row.remove(cell)
    if row.find(w("tc")) is None:
        row.getparent().remove(row)
        return
    # The other cells keep their columns; the place at the end stays empty.
    about = row.find(w("trPr"))
    if about is None:
        about = etree.Element(w("trPr"))
        row.insert(0 if row[0].tag != w("tblPrEx") else 1, about)
    after = about.find(w("gridAfter"))
    if after is None:
        after = etree.SubElement(about, w("gridAfter"))
        after.set(w("val"), "0")
        about.insert(0, after)
    after.set(w("val"), str(int(after.get(w("val"))) + wide))


def _settle_numbering(element: etree._Element, *, stays: bool) -> None:
    properties = element.getparent()
    properties.remove(element)
    if not stays and properties.getparent() is not None:
        properties.getparent().remove(properties)


def _settle_properties(element: etree._Element, *, accepted: bool) -> None:
    current = element.getparent()
    current.remove(element)
    if accepted or element.tag == w("numberingChange"):
        return
    before = list(element[0]) if len(element) else []
    front = [child for child in current if child.tag in _KEPT_IN_FRONT]
    behind = [child for child in current if child.tag in _KEPT_BEHIND.get(current.tag, ())]
    current[:] = [*front, *before, *behind]


def _drop_settled_ranges(root: etree._Element) -> None:
    """Remove the brackets of moves in which nothing is marked as moved any more."""
    openings: dict[tuple[str, str], etree._Element] = {}
    live: set[tuple[str, str]] = set()
    done: list[etree._Element] = []
    for element in root.iter(*_RANGES, *_MOVES):
        kind = _MOVES.get(element.tag)
        if kind is not None:
            live.update(opening for opening in openings if opening[0] == kind)
            continue
        kind = "moveFrom" if "moveFrom" in element.tag else "moveTo"
        key = (kind, element.get(w("id"), ""))
        if element.tag.endswith("Start"):
            openings[key] = element
        elif key in openings:
            opening = openings.pop(key)
            if key not in live:
                done += [opening, element]
    for element in done:
        element.getparent().remove(element)
