"""The grammar of JWG markup as data: what each element may carry and contain.

JWG markup is what templates write: a small, strict dialect of XML with HTML-like names. It has no
entities, no processing instructions and nothing of Word's, and whatever is not listed here is
refused with its file and line.
"""

import re
from dataclasses import dataclass, field

from app.texts.blocks import LAWFUL_CHILDREN, Form, ReferenceForm, Role

YES_NO = re.compile("yes|no")
_WORD = re.compile(r"\S{1,200}")
_ANYTHING = re.compile(r".*", re.DOTALL)
_SMALL_NUMBER = re.compile("[1-9]")
_WIDTHS = re.compile(r"[1-9][0-9]{0,2}( [1-9][0-9]{0,2}){0,11}")
_KEY = re.compile("[a-z][a-z0-9-]{0,39}")
_NUMBER = re.compile(r"\S.{0,38}\S|\S")


@dataclass(frozen=True)
class Element:
    """What one element may carry and contain.

    Attributes:
        children: The elements that may stand in it.
        words: Whether text may stand in it.
        required: Attributes it must have, each with the form of its value.
        optional: Attributes it may have.
        once: Children that may stand in it once only, before all others.
    """

    children: frozenset[str] = frozenset()
    words: bool = False
    required: dict[str, re.Pattern[str]] = field(default_factory=dict)
    optional: dict[str, re.Pattern[str]] = field(default_factory=dict)
    once: tuple[str, ...] = ()


def _one_of(values: type[Role] | type[ReferenceForm] | type[Form]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(value.value) for value in values))


PROVISIONS = frozenset(level.value for level in LAWFUL_CHILDREN)
BLOCKS = PROVISIONS | {"p", "heading", "table", "signatures", "contents", "control", "insert"}
FACES = frozenset({"b", "i", "lang", "fact"})
IN_NOTES = FACES | {"ref", "br", "missing"}
INLINES = IN_NOTES | {"note"}

_WORDING = Element(children=INLINES, words=True)
_RECORD = {"record": _KEY}

ELEMENTS: dict[str, Element] = {
    "document": Element(
        children=frozenset({"section"}),
        optional={
            "kind": _KEY,
            "language": _KEY,
            "draft": YES_NO,
            **dict.fromkeys(
                (
                    "title",
                    "symbol",
                    "subject",
                    "author",
                    "identifier",
                    "original-of",
                    "running-head",
                    "running-foot",
                ),
                _ANYTHING,
            ),
        },
    ),
    "section": Element(
        children=BLOCKS,
        optional=dict.fromkeys(("landscape", "line-numbers", "bare"), YES_NO),
    ),
    "p": Element(children=INLINES, words=True, optional={"role": _one_of(Role), "id": _WORD}),
    "heading": Element(
        children=INLINES, words=True, optional={"level": re.compile("[123]"), "id": _WORD}
    ),
    "control": Element(
        children=BLOCKS, required={"record": _KEY, "id": _WORD}, optional={"alias": _ANYTHING}
    ),
    "insert": Element(required={"name": _KEY}),
    "contents": Element(children=INLINES, words=True, optional={"levels": re.compile("[123]")}),
    "table": Element(
        children=frozenset({"head", "row"}),
        required={"widths": _WIDTHS},
        optional={"caption": _ANYTHING, "id": _WORD, "form": _one_of(Form)},
        once=("head",),
    ),
    "head": Element(children=frozenset({"row"})),
    "row": Element(
        children=frozenset({"cell"}), optional={"id": _WORD, "heads": YES_NO, **_RECORD}
    ),
    "cell": Element(children=INLINES, words=True, optional={"depth": _SMALL_NUMBER}),
    "signatures": Element(children=frozenset({"signatory"})),
    "signatory": Element(
        children=frozenset({"capacity", "name", "post"}),
        required={"party": _WORD},
        once=("capacity", "name", "post"),
    ),
    "capacity": _WORDING,
    "name": _WORDING,
    "post": _WORDING,
    "title": _WORDING,
    "text": _WORDING,
    "b": _WORDING,
    "i": _WORDING,
    "fact": _WORDING,
    "lang": Element(children=INLINES, words=True, required={"tag": _KEY}),
    "note": Element(children=IN_NOTES, words=True),
    "ref": Element(required={"to": _WORD}, optional={"form": _one_of(ReferenceForm)}),
    "br": Element(),
    "missing": Element(words=True),
    **{
        level.value: Element(
            children=frozenset({"title", "text"}) | {child.value for child in lawful},
            required={"id": _WORD},
            optional={"number": _NUMBER, **_RECORD},
            once=("title", "text"),
        )
        for level, lawful in LAWFUL_CHILDREN.items()
    },
}
