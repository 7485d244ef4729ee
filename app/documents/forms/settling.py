"""Makes a filled part of a form whole: gaps in amber, lines broken, nothing double or empty."""

import re
from copy import deepcopy

from lxml import etree

from app.documents.forms.markup import (
    CELL,
    GAP_CLOSES,
    GAP_OPENS,
    PARAGRAPH,
    ROW,
    RUN,
    SPACE,
    STRANGE,
    TABLE,
    TEXT,
    w,
)

_PIECES = re.compile(f"({GAP_OPENS}[^{GAP_CLOSES}]*{GAP_CLOSES}|\n|\t)")
_INK, _GROUND = "7A4B00", "FFE3A3"
# What stands behind the colour and the ground of a run, in the order that Word keeps.
_AFTER_COLOUR = (
    *("spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr"),
    "shd",
)
_AFTER_GROUND = (
    *("fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
)
_ONCE = ("{http://schemas.microsoft.com/office/word/2010/wordml}paraId",)
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def settle(root: etree._Element) -> None:
    """Settle a part in which the fields have been filled."""
    for text in list(root.iter(TEXT)):
        if text.text and _PIECES.search(text.text):
            _split(text)
    _clear_attributes(root)
    _drop_empty(root)
    _make_single(root)


def _split(text: etree._Element) -> None:
    """Put gaps and breaks, which stand in a text as signs, into runs and elements of their own."""
    run = text.getparent()
    holder = None if run is None or run.tag != RUN else run.getparent()
    if run is None or holder is None:
        text.text = STRANGE.sub("", text.text or "")
        return
    look = run.find(w("rPr"))
    after = list(text.itersiblings())
    place = run.index(text)
    run.remove(text)
    current, at = run, place
    for piece in filter(None, _PIECES.split(text.text or "")):
        if piece.startswith(GAP_OPENS):
            holder.insert(
                holder.index(current) + 1, _gap(piece.strip(GAP_OPENS + GAP_CLOSES), look)
            )
            current, at = _run_after(holder.index(current) + 1, holder, look), 0
            at = len(current)
        else:
            current.insert(at, _break(piece) if piece in "\n\t" else _text(piece))
            at += 1
    if current is not run:
        for sibling in after:
            current.append(sibling)
    for made in (run, current):
        if all(child.tag == w("rPr") for child in made) and made.getparent() is not None:
            holder.remove(made)


def _run_after(place: int, holder: etree._Element, look: etree._Element | None) -> etree._Element:
    made = etree.Element(RUN)
    if look is not None:
        made.append(deepcopy(look))
    holder.insert(place + 1, made)
    return made


def _gap(words: str, look: etree._Element | None) -> etree._Element:
    made = etree.Element(RUN)
    face = deepcopy(look) if look is not None else etree.Element(w("rPr"))
    _set(face, "color", {"val": _INK}, before=_AFTER_COLOUR + _AFTER_GROUND)
    _set(face, "shd", {"val": "clear", "color": "auto", "fill": _GROUND}, before=_AFTER_GROUND)
    made.append(face)
    made.append(_text(words))
    return made


def _set(
    face: etree._Element, name: str, values: dict[str, str], *, before: tuple[str, ...]
) -> None:
    """Give a run a property, in the place that Word wants it in."""
    for there in face.findall(w(name)):
        face.remove(there)
    made = etree.Element(w(name), {w(key): value for key, value in values.items()})
    followers = {w(each) for each in before}
    place = next((at for at, each in enumerate(face) if each.tag in followers), len(face))
    face.insert(place, made)


def _text(words: str) -> etree._Element:
    made = etree.Element(TEXT, {SPACE: "preserve"})
    made.text = words
    return made


def _break(sign: str) -> etree._Element:
    return etree.Element(w("br") if sign == "\n" else w("tab"))


def _clear_attributes(root: etree._Element) -> None:
    """Take out what a field was to say of a cell, where nothing is known of it."""
    for element in list(root.iter("{*}*")):
        if any(STRANGE.search(value) for value in element.attrib.values()):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def _drop_empty(root: etree._Element) -> None:
    """Take out rows without cells and tables without rows; a cell ends with a paragraph."""
    for row in list(root.iter(ROW)):
        if row.find(f".//{CELL}") is None:
            _remove(row)
    for table in list(root.iter(TABLE)):
        if table.find(f".//{ROW}") is None:
            _remove(table)
    for cell in root.iter(CELL):
        if not len(cell) or cell[-1].tag not in {PARAGRAPH, w("sdt")}:
            cell.append(etree.Element(PARAGRAPH))


def _make_single(root: etree._Element) -> None:
    """Have what was repeated by a loop not bear the same mark more than once."""
    seen: set[tuple[str, str]] = set()
    for element in list(root.iter("{*}*")):
        for name in _ONCE:
            key = (name, element.get(name, ""))
            if key[1] and key in seen:
                del element.attrib[name]
            seen.add(key)
    _drop_repeated_bookmarks(root)
    numbers: set[str] = set()
    known = (each.get("id", "0") for each in root.iter(_DRAWN))
    highest = max((int(number) for number in known if number.isdecimal()), default=0)
    for drawing in root.iter(_DRAWN):
        if drawing.get("id", "0") in numbers:
            highest += 1
            drawing.set("id", str(highest))
        numbers.add(drawing.get("id", "0"))
    controls: set[str] = set()
    for mark in list(root.iter(w("id"))):
        value = mark.get(w("val"), "")
        if value in controls:
            _remove(mark)
        controls.add(value)


def _drop_repeated_bookmarks(root: etree._Element) -> None:
    for kind in ("bookmarkStart", "bookmarkEnd"):
        seen: set[str] = set()
        for mark in list(root.iter(w(kind))):
            number = mark.get(w("id"), "")
            if number in seen:
                _remove(mark)
            seen.add(number)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
