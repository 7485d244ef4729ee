"""Completes the lists of the house style: the language's labels, and numbers given by hand.

A number such as "2 bis" gets a list of its own in which that level is written out. Overriding the
start of the shared list instead would spoil the numbers that follow, and a paragraph without a
list could not be the target of a REF field.
"""

from copy import deepcopy

from docx.oxml.ns import qn
from lxml import etree

from app.documents.word.house import House, HouseStyleUnusable
from app.documents.word.tongues import TONGUES
from app.texts.blocks import Level
from app.texts.labels import PLACE_IN_SERIES, styles_for


class Lists:
    """The lists of one document."""

    def __init__(self, house: House, *, language: str) -> None:
        self._house = house
        self._root = house.numbering
        self._place = {level: house.list_of(level) for level in PLACE_IN_SERIES}
        for level, label in styles_for(language).items():
            number, depth = self._place[level]
            _write_level(
                self._level(self._abstract(number), depth),
                count=label.count.value,
                pattern=label.pattern.replace("%", f"%{depth + 1}"),
            )
            # 제1조 and 第1条 are too short for the tab behind "Article 1".
            if level is Level.ARTICLE and TONGUES[language].font:
                _follow_with_space(self._level(self._abstract(number), depth))

    def depth_of(self, level: Level) -> int:
        """Return the depth at which ``level`` stands in its list."""
        return self._place[level][1]

    def add_literal(self, level: Level, *, label: str) -> str:
        """Return the number of a new list in which ``level`` is always ``label``."""
        number, depth = self._place[level]
        abstract = deepcopy(self._abstract(number))
        # Two lists must not both claim a style, or a template, as theirs.
        for tag in ("w:pStyle", "w:nsid", "w:tmpl", "w:name", "w:styleLink", "w:numStyleLink"):
            for element in list(abstract.iter(qn(tag))):
                element.getparent().remove(element)
        _write_level(self._level(abstract, depth), count="decimal", pattern=_escape(label))
        abstract_number = self._next_number("w:abstractNum", "w:abstractNumId")
        abstract.set(qn("w:abstractNumId"), abstract_number)
        last = self._root.findall(qn("w:abstractNum"))[-1]
        last.addnext(abstract)
        return self._add_list(abstract_number)

    def _add_list(self, abstract_number: str) -> str:
        number = self._next_number("w:num", "w:numId")
        added = etree.SubElement(self._root, qn("w:num"))
        added.set(qn("w:numId"), number)
        etree.SubElement(added, qn("w:abstractNumId")).set(qn("w:val"), abstract_number)
        lists = self._root.findall(qn("w:num"))
        lists[-2].addnext(added)
        return number

    def _next_number(self, tag: str, attribute: str) -> str:
        numbers = (int(each.get(qn(attribute))) for each in self._root.iterchildren(qn(tag)))
        return str(max(numbers, default=0) + 1)

    def _abstract(self, number: str) -> etree._Element:
        for each in self._root.iterchildren(qn("w:num")):
            if each.get(qn("w:numId")) == number:
                wanted = each.find(qn("w:abstractNumId")).get(qn("w:val"))
                for abstract in self._root.iterchildren(qn("w:abstractNum")):
                    if abstract.get(qn("w:abstractNumId")) == wanted:
                        return abstract
        raise HouseStyleUnusable(self._house.path, f"it has no list {number}")

    def _level(self, abstract: etree._Element, depth: int) -> etree._Element:
        for level in abstract.iterchildren(qn("w:lvl")):
            if level.get(qn("w:ilvl")) == str(depth):
                return level
        raise HouseStyleUnusable(self._house.path, f"one of its lists has no level {depth + 1}")


def _write_level(level: etree._Element, *, count: str, pattern: str) -> None:
    form = level.find(qn("w:numFmt"))
    text = level.find(qn("w:lvlText"))
    if form is not None:
        form.set(qn("w:val"), count)
    if text is not None:
        text.set(qn("w:val"), pattern)


def _follow_with_space(level: etree._Element) -> None:
    for element in level.findall(qn("w:suff")):
        level.remove(element)
    text = level.find(qn("w:lvlText"))
    if text is not None:
        suffix = etree.Element(qn("w:suff"))
        suffix.set(qn("w:val"), "space")
        text.addprevious(suffix)


def _escape(label: str) -> str:
    # A percent sign and a digit would be taken for a counter.
    return label.replace("%", "\N{FULLWIDTH PERCENT SIGN}")
