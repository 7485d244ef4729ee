"""Joins a paragraph whose end is gone with the one after it, as Word does."""

from collections.abc import Iterator

from lxml import etree

from app.documents.word.revision_marks import w

_PAIRED = {
    w(f"{kind}{end}"): kind
    for kind in (
        "bookmark",
        "commentRange",
        "moveFromRange",
        "moveToRange",
        "perm",
        "customXmlInsRange",
        "customXmlDelRange",
    )
    for end in ("Start", "End")
}
_BETWEEN = frozenset({*_PAIRED, w("proofErr")})
"""What may stand among paragraphs and runs without being text."""


def join_with_next(paragraph: etree._Element) -> None:
    """Put what ``paragraph`` holds at the beginning of the next one, which keeps its own style.

    Without anything in it the paragraph goes. The last paragraph of a text or a cell stays: there
    is nothing for it to be joined with.
    """
    parent = paragraph.getparent()
    if parent is None:
        return
    if not _has_substance(paragraph):
        if not _is_needed(paragraph):
            place = parent.index(paragraph)
            parent[place : place + 1] = unpaired(paragraph)
            _drop_if_empty(parent)
        return
    following = _next_paragraph(paragraph)
    if following is None:
        return
    start = 1 if len(following) and following[0].tag == w("pPr") else 0
    following[start:start] = [child for child in paragraph if child.tag != w("pPr")]
    parent.remove(paragraph)
    _drop_if_empty(parent)


def unpaired(element: etree._Element) -> list[etree._Element]:
    """Return the beginnings and ends in ``element`` whose other half is outside of it."""
    halves: dict[tuple[str, str], list[etree._Element]] = {}
    for half in element.iter(*_PAIRED):
        halves.setdefault((_PAIRED[half.tag], half.get(w("id"), "")), []).append(half)
    return [found[0] for found in halves.values() if len(found) == 1]


def _has_substance(paragraph: etree._Element) -> bool:
    for child in paragraph:
        if child.tag == w("pPr") or child.tag in _BETWEEN:
            continue
        if child.tag != w("r") or any(inside.tag != w("rPr") for inside in child):
            return True
    return False


def _is_needed(paragraph: etree._Element) -> bool:
    """Say whether nothing would be where a paragraph must be."""
    before = _neighbour(paragraph, forward=False)
    after = _neighbour(paragraph, forward=True)
    tables_would_touch = before is not None and before.tag == w("tbl") == getattr(after, "tag", "")
    if tables_would_touch:
        return True
    if paragraph.getparent().tag == w("sdtContent"):
        return False
    return after is None or after.tag == w("sectPr")


def _neighbour(element: etree._Element, *, forward: bool) -> etree._Element | None:
    beside = element.getnext() if forward else element.getprevious()
    while beside is not None and beside.tag in _BETWEEN:
        beside = beside.getnext() if forward else beside.getprevious()
    return beside


def _next_paragraph(paragraph: etree._Element) -> etree._Element | None:
    """Return the paragraph after ``paragraph``, in or out of a control, but not past a table."""
    after = _neighbour(paragraph, forward=True)
    above = paragraph.getparent()
    while after is None and above is not None and above.tag == w("sdtContent"):
        control = above.getparent()
        after, above = _neighbour(control, forward=True), control.getparent()
    while after is not None and after.tag == w("sdt"):
        after = next(_blocks(after), None)
    return after if after is not None and after.tag == w("p") else None


def _blocks(control: etree._Element) -> Iterator[etree._Element]:
    content = control.find(w("sdtContent"))
    return (child for child in (() if content is None else content) if child.tag not in _BETWEEN)


def _drop_if_empty(container: etree._Element) -> None:
    """Remove a control in which nothing is left; Word refuses an empty one."""
    if container.tag == w("sdtContent") and not any(
        child.tag not in _BETWEEN for child in container
    ):
        control = container.getparent()
        above = control.getparent()
        place = above.index(control)
        above[place : place + 1] = unpaired(control)
