"""Reads the numbers of a Word file that counting would not give, such as that of Article 2 bis."""

import re

from lxml import etree

from app.documents.gate import WordFile
from app.documents.word.revision_marks import w
from app.texts.blocks import Level
from app.texts.labels import LabelStyle, styles_for

_PART = "word/numbering.xml"
_INSERTED = ("", " bis", " ter", " quater", " quinquies", " sexies", " septies")
_DIGITS = re.compile(r"\d+")


class Numbers:
    """The lists of one file in which a number is written out letter by letter."""

    def __init__(self, file: WordFile, *, language: str) -> None:
        self._styles = styles_for(language)
        self._patterns: dict[tuple[str, str], str] = {}
        content = file.parts.get(_PART)
        if content is not None:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            self._read_lists(etree.fromstring(content, parser))

    def read(self, paragraph: etree._Element, level: Level) -> str:
        """Return the number that a paragraph was given; nothing where it is counted."""
        found = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        if found is None:
            return ""
        number, depth = (
            "" if part is None else part.get(w("val"), "")
            for part in (found.find(w("numId")), found.find(w("ilvl")))
        )
        label = self._patterns.get((number, depth or "0"), "")
        return _number_of(label, self._styles[level]) if label and "%" not in label else ""

    def _read_lists(self, root: etree._Element) -> None:
        patterns: dict[str, dict[str, str]] = {}
        for abstract in root.iterchildren(w("abstractNum")):
            levels = patterns.setdefault(abstract.get(w("abstractNumId"), ""), {})
            for level in abstract.iterchildren(w("lvl")):
                text = level.find(w("lvlText"))
                levels[level.get(w("ilvl"), "")] = "" if text is None else text.get(w("val"), "")
        for listed in root.iterchildren(w("num")):
            abstract_id = listed.find(w("abstractNumId"))
            key = "" if abstract_id is None else abstract_id.get(w("val"), "")
            for depth, pattern in patterns.get(key, {}).items():
                self._patterns[listed.get(w("numId"), ""), depth] = pattern


def _number_of(label: str, style: LabelStyle) -> str:
    """Return the number that a language writes as ``label``."""
    for digits in _DIGITS.findall(label):
        for ending in _INSERTED:
            if style.write(f"{digits}{ending}") == label:
                return f"{digits}{ending}"
    before, _, after = style.pattern.partition("%")
    return label.removeprefix(before).removesuffix(after).strip() or label
