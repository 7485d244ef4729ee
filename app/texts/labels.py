"""How each language writes its numbers: the one table that the page, Word and references share."""

import re
from dataclasses import dataclass

from app.domain.errors import Misfortune
from app.texts.blocks import Level
from app.texts.counting import Count
from app.texts.harmony import choose_ending

_INSERTED = {"bis": 2, "ter": 3, "quater": 4, "quinquies": 5, "sexies": 6, "septies": 7}
_NUMBER_OF_INSERTED = re.compile(r"(\d+) (" + "|".join(_INSERTED) + ")")
_SEVERAL_PARTS = re.compile(r"\w\s*[.(]\s*\w")
_RAISED = "⁰¹²³⁴⁵⁶"
_LEADING_NUMBER = re.compile(r"\d+")


class NoLabels(Misfortune):
    """A document was asked for in a language whose numbering is not known."""

    def __init__(self, language: str) -> None:
        super().__init__(
            f"There is no numbering style for the language “{language}”.",
            f"Choose one of: {', '.join(LABELS)}.",
        )
        self.language = language


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """How one level writes its number.

    Attributes:
        count: The digits or letters.
        pattern: The label in the text, with ``%`` for the number.
        before: What a composed reference puts before the number: Article 2 **(** 2 ).
        after: What a composed reference puts after it.
        front: The label after numbers that are read with front vowels, where that differs.
        inserted: The label of “2 bis” where the language counts such units in its own way, with
            ``^`` for the place among those that were inserted, which begins at 2.
        raised: Whether the language writes “2 bis” as 2¹, and reads the small figure last.
        takes_whole: Whether a number of several parts, such as 3.1, is written as it is.
    """

    count: Count
    pattern: str
    before: str = ""
    after: str = ""
    front: str = ""
    inserted: str = ""
    raised: bool = False
    takes_whole: bool = False

    @property
    def agrees(self) -> bool:
        """Whether the label changes with the number, which no list of Word can do."""
        return bool(self.front)

    def write(self, number: str) -> str:
        """Return the label as it stands in the text."""
        if self.takes_whole and _SEVERAL_PARTS.search(number):
            return number
        found = _NUMBER_OF_INSERTED.fullmatch(number)
        place = _INSERTED[found[2]] if found else 0
        if found and self.inserted:
            return self.inserted.replace("%", found[1]).replace("^", str(place))
        if found and self.raised:
            return self._agree(place - 1).replace("%", f"{found[1]}{_RAISED[place - 1]}")
        leading = _LEADING_NUMBER.match(number)
        pattern = self._agree(int(leading[0])) if leading else self.pattern
        return pattern.replace("%", number)

    def write_bare(self, number: str) -> str:
        """Return what Word's REF field shows for the label: the same without full stops."""
        return self.write(number).rstrip(".")

    def _agree(self, number: int) -> str:
        """Return the pattern whose ending agrees with ``number``."""
        return choose_ending(number, back=self.pattern, front=self.front or self.pattern)


@dataclass(frozen=True, slots=True)
class Series:
    """A list of its own: its levels, highest first, are counted together."""

    name: str
    levels: tuple[Level, ...]


# Three lists for rules, not one: LibreOffice restarts articles in every chapter otherwise.
SERIES: tuple[Series, ...] = (
    Series("parts", (Level.PART,)),
    Series("chapters", (Level.CHAPTER,)),
    Series("articles", (Level.ARTICLE, Level.PARAGRAPH, Level.ITEM, Level.SUBITEM)),
    Series("points", (Level.POINT, Level.SUBPOINT)),
    Series("agenda", (Level.AGENDA_ITEM, Level.AGENDA_SUBITEM)),
    Series("annexes", (Level.ANNEX,)),
    Series("topics", (Level.TOPIC,)),
)

PLACE_IN_SERIES: dict[Level, tuple[Series, int]] = {
    level: (series, depth) for series in SERIES for depth, level in enumerate(series.levels)
}


def styles_for(language: str) -> dict[Level, LabelStyle]:
    """Return the label style of every level in ``language``.

    Raises:
        NoLabels: The language has none.
    """
    try:
        return LABELS[language]
    except KeyError:
        raise NoLabels(language) from None


def _labels(
    *,
    chapters: Count = Count.DECIMAL,
    part: str,
    chapter: str,
    article: str,
    annex: str,
    items: Count,
    item: LabelStyle,
    subitem: LabelStyle,
    paragraph: LabelStyle,
    points: str = "%.",
    front: tuple[str, str] = ("", ""),
    inserted: str = "",
) -> dict[Level, LabelStyle]:
    return {
        Level.PART: LabelStyle(Count.UPPER_ROMAN, part),
        Level.CHAPTER: LabelStyle(chapters, chapter, front=front[0]),
        Level.ARTICLE: LabelStyle(
            Count.DECIMAL, article, front=front[1], inserted=inserted, raised=bool(front[1])
        ),
        Level.PARAGRAPH: paragraph,
        Level.ITEM: item,
        Level.SUBITEM: subitem,
        Level.POINT: LabelStyle(Count.DECIMAL, points),
        Level.SUBPOINT: LabelStyle(items, "(%)"),
        Level.AGENDA_ITEM: LabelStyle(Count.DECIMAL, "%.", takes_whole=True),
        Level.AGENDA_SUBITEM: LabelStyle(items, "(%)", takes_whole=True),
        Level.ANNEX: LabelStyle(Count.DECIMAL, annex),
        Level.TOPIC: LabelStyle(Count.UPPER_ROMAN, "%."),
    }


LABELS: dict[str, dict[Level, LabelStyle]] = {
    "en": _labels(
        part="Part %.",
        chapter="Chapter %.",
        chapters=Count.UPPER_ROMAN,
        article="Article %",
        annex="Annex %",
        paragraph=LabelStyle(Count.DECIMAL, "%.", before="(", after=")"),
        items=Count.LOWER_LETTER,
        item=LabelStyle(Count.LOWER_LETTER, "(%)"),
        subitem=LabelStyle(Count.LOWER_ROMAN, "(%)"),
    ),
    "ko": _labels(
        part="제%편",
        chapter="제%장",
        article="제%조",
        inserted="제%조의^",
        annex="부속서 %",
        paragraph=LabelStyle(Count.DECIMAL, "%.", before=" 제", after="항"),
        items=Count.GANADA,
        item=LabelStyle(Count.GANADA, "%.", before=" ", after="목"),
        subitem=LabelStyle(Count.DECIMAL, "%)", before=" "),
    ),
    "ja": _labels(
        part="第%編",
        chapter="第%章",
        article="第%条",
        inserted="第%条の^",
        annex="附属書%",
        paragraph=LabelStyle(Count.DECIMAL, "%.", before="第", after="項"),
        items=Count.AIUEO,
        item=LabelStyle(Count.AIUEO, "(%)"),
        subitem=LabelStyle(Count.LOWER_ROMAN, "(%)"),
    ),
    "mn": _labels(
        part="% хэсэг",
        chapter="% дугаар бүлэг",
        article="% дугаар зүйл",
        front=("% дүгээр бүлэг", "% дүгээр зүйл"),
        annex="Хавсралт %",
        paragraph=LabelStyle(Count.DECIMAL, "%.", before=" (", after=")"),
        items=Count.RUSSIAN_LOWER,
        item=LabelStyle(Count.RUSSIAN_LOWER, "%)", before="("),
        subitem=LabelStyle(Count.LOWER_ROMAN, "(%)"),
    ),
}
