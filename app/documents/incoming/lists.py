"""Works out the number that Word prints before a paragraph, which its text does not hold.

Word counts per abstract list and level: a level starts again after any higher one, a list that
overrides its start begins anew at its first paragraph, and a label may show the numbers of the
levels above (``1.2.``), in digits if the level is a legal one.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from app.documents.incoming.counting import spell
from app.documents.word.revision_marks import w

_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LEVELS = 9


@dataclass(slots=True)
class _Level:
    start: int = 1
    way: str = "decimal"
    pattern: str = ""
    restarts: int | None = None
    is_legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of one Word file, counted on from paragraph to paragraph."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._abstract = _abstract_lists(numbering) if numbering is not None else {}
        self._lists = self._read_lists(numbering) if numbering is not None else {}
        self._styles = _numbered_styles(styles) if styles is not None else {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: etree._Element) -> str:
        """Return the number printed before a paragraph, counting it; nothing where none is."""
        found = self._place_of(paragraph)
        if found is None:
            return ""
        number, depth = found
        numbered = self._lists.get(number)
        if numbered is None:
            return ""
        level = numbered.levels.get(depth)
        if level is None:
            return ""
        counts = self._count(number, numbered, depth)
        return _written(level, numbered.levels, counts)

    def _place_of(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Return the list and level of a paragraph: its own, else those of its style."""
        properties = paragraph.find(w("pPr"))
        own = properties.find(w("numPr")) if properties is not None else None
        style = _value(properties.find(w("pStyle"))) if properties is not None else ""
        number, depth = self._styles.get(style, ("", None))
        if own is not None:
            number = _value(own.find(w("numId"))) or number
            given = _value(own.find(w("ilvl")))
            depth = int(given) if given.isdecimal() else depth
        if not number or number == "0":
            return None
        if depth is None:
            depth = self._depth_of_style(number, style)
        return number, min(depth, _LEVELS - 1)

    def _depth_of_style(self, number: str, style: str) -> int:
        levels = self._lists[number].levels if number in self._lists else {}
        return next((depth for depth, level in levels.items() if level.style == style != ""), 0)

    def _count(self, number: str, numbered: _List, depth: int) -> list[int | None]:
        counts = self._counts.setdefault(numbered.abstract, [None] * _LEVELS)
        start = numbered.starts.get(depth)
        if start is not None and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            counts[depth] = start
        else:
            before = counts[depth]
            counts[depth] = numbered.levels[depth].start if before is None else before + 1
        for below in range(depth + 1, _LEVELS):
            level = numbered.levels.get(below)
            if level is None or level.restarts is None or 0 < depth + 1 <= level.restarts:
                counts[below] = None
        return counts

    def _read_lists(self, numbering: etree._Element) -> dict[str, _List]:
        lists: dict[str, _List] = {}
        for each in numbering.iterfind(w("num")):
            abstract = _value(each.find(w("abstractNumId")))
            made = _List(abstract, dict(self._abstract.get(abstract, {})))
            for override in each.iterfind(w("lvlOverride")):
                depth = int(override.get(w("ilvl"), "0"))
                start = _value(override.find(w("startOverride")))
                if start.lstrip("-").isdecimal():
                    made.starts[depth] = int(start)
                own = override.find(w("lvl"))
                if own is not None:
                    made.levels[depth] = _level(own)
            lists[each.get(w("numId"), "")] = made
        return lists


def _abstract_lists(numbering: etree._Element) -> dict[str, dict[int, _Level]]:
    found: dict[str, dict[int, _Level]] = {}
    by_style: dict[str, str] = {}
    links: dict[str, str] = {}
    for each in numbering.iterfind(w("abstractNum")):
        key = each.get(w("abstractNumId"), "")
        found[key] = {int(lvl.get(w("ilvl"), "0")): _level(lvl) for lvl in each.iterfind(w("lvl"))}
        if named := _value(each.find(w("styleLink"))):
            by_style[named] = key
        if link := _value(each.find(w("numStyleLink"))):
            links[key] = link
    for key, link in links.items():
        if not found[key] and link in by_style:
            found[key] = found[by_style[link]]
    return found


def _level(element: etree._Element) -> _Level:
    start = _value(element.find(w("start")))
    restarts = _value(element.find(w("lvlRestart")))
    legal = element.find(w("isLgl"))
    return _Level(
        start=int(start) if start.isdecimal() else 0 if not start else 1,
        way=_value(element.find(w("numFmt"))) or "decimal",
        pattern=_value(element.find(w("lvlText"))),
        restarts=int(restarts) if restarts.isdecimal() else None,
        is_legal=legal is not None and legal.get(w("val"), "1") not in {"0", "false", "off"},
        style=_value(element.find(w("pStyle"))),
    )


def _numbered_styles(styles: etree._Element) -> dict[str, tuple[str, int | None]]:
    """Return the list and level that each style gives its paragraphs, or the one it rests on."""
    own: dict[str, tuple[str, int | None]] = {}
    rests_on: dict[str, str] = {}
    for style in styles.iterfind(w("style")):
        key = style.get(w("styleId"), "")
        rests_on[key] = _value(style.find(w("basedOn")))
        number = style.find(f"{w('pPr')}/{w('numPr')}")
        if number is not None:
            depth = _value(number.find(w("ilvl")))
            own[key] = (
                _value(number.find(w("numId"))),
                int(depth) if depth.isdecimal() else None,
            )
    return {key: found for key in rests_on if (found := _inherited(key, own, rests_on)) is not None}


def _inherited(
    key: str, own: dict[str, tuple[str, int | None]], rests_on: dict[str, str]
) -> tuple[str, int | None] | None:
    seen: set[str] = set()
    depth: int | None = None
    while key and key not in seen:
        seen.add(key)
        if key in own:
            number, its_depth = own[key]
            depth = its_depth if depth is None else depth
            if number:
                return number, depth
        key = rests_on.get(key, "")
    return None


def _written(level: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    if level.way == "bullet":
        return _PRIVATE.sub("•", level.pattern)

    def spelled(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        shown = levels.get(depth)
        if shown is None:
            return ""
        count = counts[depth]
        way = "decimal" if level.is_legal and shown.way != "none" else shown.way
        return spell(shown.start if count is None else count, way=way)

    return _PLACE.sub(spelled, level.pattern).strip()


def _value(element: etree._Element | None) -> str:
    return element.get(w("val"), "") if element is not None else ""
