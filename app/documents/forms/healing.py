"""Finds the fields in the text of a form, and puts together what Word has torn into pieces.

Word spreads a field over several runs where its spelling was marked, a letter was set bold or the
writer paused. Each field is put into the run in which it begins; nothing else is touched.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from app.documents.forms.findings import Finding, Problem
from app.documents.forms.markup import (
    CELL,
    DELETED_TEXT,
    PARAGRAPH,
    ROW,
    SPACE,
    TEXT,
    w,
)
from app.documents.forms.places import Place, Placing, shorten
from app.documents.forms.tags import EDGE, Tag, encode, find_tags, read_tag

_CHANGES = frozenset({w("ins"), w("del"), w("moveFrom"), w("moveTo")})
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_PROPERTIES = {
    PARAGRAPH: f"{w('pPr')}/{w('rPr')}",
    ROW: w("trPr"),
    CELL: w("tcPr"),
}
_CELL_CHANGES = (w("cellIns"), w("cellDel"), w("cellMerge"))
_WHOLE = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}


@dataclass
class Healed:
    """The fields of one part, and what is wrong with the way they are written."""

    tags: list[Tag] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class _Leaf:
    """A text in a paragraph, or a sign that stands for one, and where in the whole it begins."""

    element: etree._Element
    text: str
    start: int
    is_changed: bool
    is_deleted: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass
class _Span:
    """A field from its first sign to its last, and what takes its place."""

    start: int
    end: int
    code: str


def heal(root: etree._Element, *, first: int, most: int) -> Healed:
    """Find the fields of a part; its tree is changed so that each stands in one text.

    Args:
        root: The part.
        first: The number of its first field.
        most: After how many fields to give up.
    """
    return _Healing(root, first, most).heal()


class _Healing:
    def __init__(self, root: etree._Element, first: int, most: int) -> None:
        self._root = root
        self._first = first
        self._most = most
        self._told: dict[etree._Element, str] = {}
        self._placing = Placing(root)
        self._healed = Healed()

    def heal(self) -> Healed:
        for paragraph in list(self._root.iter(PARAGRAPH)):
            leaves = _read(paragraph)
            self._find_deleted(paragraph, leaves)
            whole = "".join([leaf.text for leaf in leaves if not leaf.is_deleted])
            if EDGE.search(whole) is not None:
                self._heal_paragraph(paragraph, leaves, whole)
            if len(self._healed.tags) >= self._most:
                break
        return self._healed

    def _heal_paragraph(self, paragraph: etree._Element, leaves: list[_Leaf], whole: str) -> None:
        found = find_tags(whole)
        self._find_torn(paragraph, whole, found)
        found = found[: self._most - len(self._healed.tags)]
        spans = []
        row = _Row(leaves)
        for start, end in found:
            kind, level, body = read_tag(whole[start:end])
            tag = Tag(
                number=self._first + len(self._healed.tags),
                kind=kind,
                level=level,
                body=body,
                place=self._place(paragraph, whole, start, end),
                paragraph=paragraph,
                is_pending=row.is_changed(start, end) or _is_around(paragraph),
                is_alone=self._is_alone(paragraph, level, whole[start:end]),
            )
            self._healed.tags.append(tag)
            spans.append(_Span(start, end, encode(tag)))
        row.rewrite(whole, spans)

    def _is_alone(self, paragraph: etree._Element, level: str, written: str) -> bool:
        """Tell whether nothing else stands in the paragraph, row or cell that a tag replaces."""
        if not level:
            return True
        above = (paragraph, *paragraph.iterancestors())
        whole = next((each for each in above if each.tag == _WHOLE[level]), None)
        if whole is None:
            return False
        if whole not in self._told:
            self._told[whole] = "".join(text.text or "" for text in whole.iter(TEXT)).strip()
        return self._told[whole] == written.strip()

    def _find_torn(
        self, paragraph: etree._Element, whole: str, found: list[tuple[int, int]]
    ) -> None:
        """Find what begins or ends a field without its other end."""
        for start, end in _between(found, len(whole)):
            edge = EDGE.search(whole, start, end)
            if edge is None:
                continue
            detail = (
                "begins a field that does not end in the same paragraph"
                if edge.group().startswith("{")
                else "ends a field that does not begin in the same paragraph"
            )
            place = self._place(paragraph, whole, edge.start(), edge.end())
            finding = Finding(Problem.MARKUP, edge.group(), place, detail=detail)
            self._healed.findings.append(finding)

    def _find_deleted(self, paragraph: etree._Element, leaves: list[_Leaf]) -> None:
        deleted = "".join([leaf.text for leaf in leaves if leaf.is_deleted])
        edge = EDGE.search(deleted)
        if edge is None:
            return
        for start, end in find_tags(deleted) or [edge.span()]:
            place = self._place(paragraph, deleted, start, end)
            self._healed.findings.append(Finding(Problem.PENDING, deleted[start:end], place))

    def _place(self, paragraph: etree._Element, whole: str, start: int, end: int) -> Place:
        return self._placing.place_of(paragraph, around=shorten(whole, start=start, end=end))


def _between(found: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are no tags."""
    at = 0
    for start, end in found:
        yield at, start
        at = end
    yield at, length


def _read(paragraph: etree._Element) -> list[_Leaf]:
    """Return the texts and signs of a paragraph, without those of text boxes in it."""
    leaves: list[_Leaf] = []
    at = 0
    for element, is_changed in _walk(paragraph, is_changed=False):
        is_deleted = element.tag == DELETED_TEXT
        text = _SIGNS.get(element.tag, element.text or "")
        leaves.append(_Leaf(element, text, at, is_changed, is_deleted))
        at += 0 if is_deleted else len(text)
    return leaves


def _walk(above: etree._Element, *, is_changed: bool) -> Iterator[tuple[etree._Element, bool]]:
    for element in above:
        if element.tag == TEXT or element.tag == DELETED_TEXT or element.tag in _SIGNS:
            yield element, is_changed
        elif element.tag != PARAGRAPH:
            yield from _walk(element, is_changed=is_changed or element.tag in _CHANGES)


class _Row:
    """The texts of one paragraph in a row, in which what stands at a place is found at once."""

    def __init__(self, leaves: list[_Leaf]) -> None:
        self._leaves = leaves
        self._starts = [leaf.start for leaf in leaves]
        self._ends = [leaf.end for leaf in leaves]

    def is_changed(self, start: int, end: int) -> bool:
        """Tell whether there is a tracked change from one place to another."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return any(leaf.is_changed or leaf.is_deleted for leaf in self._leaves[first:last])

    def rewrite(self, whole: str, spans: list[_Span]) -> None:
        """Put each field into the text in which it begins, and take it out of the others."""
        starts, ends = [span.start for span in spans], [span.end for span in spans]
        for leaf in self._leaves:
            first, last = bisect_right(ends, leaf.start), bisect_left(starts, leaf.end)
            if first < last and not leaf.is_deleted and leaf.text:
                _rewrite(leaf, whole, spans[first:last])


def _rewrite(leaf: _Leaf, whole: str, spans: list[_Span]) -> None:
    if leaf.element.tag != TEXT:
        parent = leaf.element.getparent()
        if parent is not None:
            parent.remove(leaf.element)
        return
    written, at = "", leaf.start
    for span in spans:
        if span.start >= leaf.start:
            written += whole[at : span.start] + span.code
        at = min(span.end, leaf.end)
    leaf.element.text = written + whole[at : leaf.end]
    leaf.element.set(SPACE, "preserve")


def _is_around(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph, its row, its cell or all of it is a tracked change."""
    for above in (paragraph, *paragraph.iterancestors(ROW, CELL, *_CHANGES)):
        if above.tag in _CHANGES:
            return True
        properties = above.find(_PROPERTIES[above.tag])
        marks = (*_CHANGES, *_CELL_CHANGES)
        if properties is not None and any(each.tag in marks for each in properties):
            return True
    return False
