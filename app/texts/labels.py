"""How each language writes its numbers: the one table that the page, Word and references share."""

from dataclasses import dataclass

from app.domain.errors import Misfortune
from app.texts.blocks import Level
from app.texts.counting import Count


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
    """

    count: Count
    pattern: str
    before: str = ""
    after: str = ""

    def write(self, number: str) -> str:
        """Return the label as it stands in the text."""
        return self.pattern.replace("%", number)

    def write_bare(self, number: str) -> str:
        """Return what Word's REF field shows for the label: the same without full stops."""
        return self.write(number).rstrip(".")


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
) -> dict[Level, LabelStyle]:
    return {
        Level.PART: LabelStyle(Count.UPPER_ROMAN, part),
        Level.CHAPTER: LabelStyle(chapters, chapter),
        Level.ARTICLE: LabelStyle(Count.DECIMAL, article),
        Level.PARAGRAPH: paragraph,
        Level.ITEM: item,
        Level.SUBITEM: subitem,
        Level.POINT: LabelStyle(Count.DECIMAL, points),
        Level.SUBPOINT: LabelStyle(items, "(%)"),
        Level.AGENDA_ITEM: LabelStyle(Count.DECIMAL, "%."),
        Level.AGENDA_SUBITEM: LabelStyle(items, "(%)"),
        Level.ANNEX: LabelStyle(Count.DECIMAL, annex),
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
        annex="附属書 %",
        paragraph=LabelStyle(Count.DECIMAL, "%.", before="第", after="項"),
        items=Count.AIUEO,
        item=LabelStyle(Count.AIUEO, "(%)"),
        subitem=LabelStyle(Count.LOWER_ROMAN, "(%)"),
    ),
    "mn": _labels(
        part="% хэсэг",
        chapter="% дугаар бүлэг",
        article="% дугаар зүйл",
        annex="Хавсралт %",
        paragraph=LabelStyle(Count.DECIMAL, "%.", before=" (", after=")"),
        items=Count.RUSSIAN_LOWER,
        item=LabelStyle(Count.RUSSIAN_LOWER, "%)", before="("),
        subitem=LabelStyle(Count.LOWER_ROMAN, "(%)"),
    ),
}
