"""The fields and instructions in a form, as docxtpl writes them: ``{{ … }}``, ``{%tr … %}``."""

import re
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from app.documents.forms.markup import BRACE_CLOSES, BRACE_OPENS, FIELD_CLOSES, FIELD_OPENS, NUMBER
from app.documents.forms.places import Place

_OPENS = re.compile(r"\{\{|\{%|\{#")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
EDGE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
LONGEST = 500

_LEVEL = re.compile(r"(tr|tc|p|r)\s", re.DOTALL)
_CURLY = str.maketrans(
    {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'"), "\u00a0": " ", "\u2007": " "}
)


class TagKind(StrEnum):
    """What a tag does."""

    PRINT = "{{"
    STATEMENT = "{%"
    COMMENT = "{#"


@dataclass(frozen=True, slots=True)
class Tag:
    """One of them.

    Attributes:
        number: By which it is known while the form is filled.
        kind: What it does.
        level: What it takes the place of: a paragraph, a row, a cell; empty for itself alone.
        body: What stands in it, with plain quotation marks and single spaces.
        place: Where it stands.
        paragraph: The paragraph that it stands in.
        is_pending: Whether a tracked change is in it or around it.
        is_alone: Whether nothing else stands in what it takes the place of.
    """

    number: int
    kind: TagKind
    level: str
    body: str
    place: Place
    paragraph: etree._Element
    is_pending: bool = False
    is_alone: bool = True

    @property
    def written(self) -> str:
        """How it is written, in short."""
        opens = self.kind.value + self.level
        return f"{opens} {self.body} {_CLOSES[self.kind.value]}"

    @property
    def word(self) -> str:
        """The first word of an instruction: ``for``, ``endif``."""
        return self.body.partition(" ")[0]


def find_tags(text: str) -> list[tuple[int, int]]:
    """Return where the tags of a text begin and end; one that has no end is none."""
    found, absent, at = [], set(), 0
    while (opened := _OPENS.search(text, at)) is not None:
        closes = _CLOSES[opened.group()]
        end = -1 if closes in absent else text.find(closes, opened.end())
        if end < 0:
            absent.add(closes)
            at = opened.end()
        else:
            at = end + len(closes)
            found.append((opened.start(), at))
    return found


def read_tag(written: str) -> tuple[TagKind, str, str]:
    """Return the kind, the level and the body of a tag as it stands in a form.

    Word puts curly quotation marks and spaces that do not break where they were not meant.
    """
    kind = TagKind(written[:2])
    inside = written[2:-2].translate(_CURLY)
    level = ""
    found = _LEVEL.match(inside)
    if found:
        level, inside = found[1], inside[found.end() :]
    body = " ".join(inside.split()).strip("-+ ")
    # The run that a tag stands in keeps its looks, so that a tag of a run is like any other.
    return kind, "" if level == "r" or (kind is TagKind.PRINT and level == "p") else level, body


def encode(tag: Tag) -> str:
    """Return a tag as it stands in the form while other braces are put aside."""
    if tag.kind is TagKind.COMMENT:
        return f"{FIELD_OPENS}#{tag.level}  #{FIELD_CLOSES}" if tag.level else ""
    number = "" if tag.word in {"vm", "hm"} else f"{NUMBER}{tag.number}{NUMBER}"
    opens, closes = ("{", "}") if tag.kind is TagKind.PRINT else ("%", "%")
    return f"{FIELD_OPENS}{opens}{tag.level} {tag.body} {number}{closes}{FIELD_CLOSES}"


def hide_braces(written: str) -> str:
    """Return the text of a part in which only its fields have braces."""
    hidden = written.replace("{", BRACE_OPENS).replace("}", BRACE_CLOSES)
    shown = hidden.replace(FIELD_OPENS + BRACE_OPENS, "{{").replace(
        BRACE_CLOSES + FIELD_CLOSES, "}}"
    )
    return shown.replace(FIELD_OPENS, "{").replace(FIELD_CLOSES, "}")


def show_braces(written: str) -> str:
    """Return the text of a filled part with the braces that its own words have."""
    return written.replace(BRACE_OPENS, "{").replace(BRACE_CLOSES, "}")
