"""Reads what stands within a line: words in their faces, references, notes and gaps."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from app.texts.blocks import (
    Break,
    Inline,
    Note,
    Placeholder,
    Reference,
    ReferenceForm,
    Text,
)
from app.texts.characters import clean
from app.texts.spacing import tidy, tidy_words

_PLAIN = Text("")


def read_inlines(element: etree._Element) -> tuple[Inline, ...]:
    """Return what stands in ``element``, in canonical form."""
    if len(element) == 0:
        return tidy_words(element.text or "")
    return tidy(_read(element, _PLAIN))


def read_child(element: etree._Element, tag: str) -> tuple[Inline, ...]:
    """Return what stands in the child ``tag`` of ``element``; nothing if there is none."""
    child = element.find(tag)
    return () if child is None else read_inlines(child)


def _read(element: etree._Element, face: Text) -> Iterator[Inline]:
    if element.text:
        yield replace(face, text=element.text)
    for child in element:
        yield from _read_one(child, face)
        if child.tail:
            yield replace(face, text=child.tail)


def _read_one(element: etree._Element, face: Text) -> Iterator[Inline]:
    match element.tag:
        case "b":
            yield from _read(element, replace(face, bold=True))
        case "i":
            yield from _read(element, replace(face, italic=True))
        case "lang":
            yield from _read(element, replace(face, language=element.get("tag", "")))
        case "fact":
            yield from _read(element, replace(face, from_record=True))
        case "ref":
            form = ReferenceForm(element.get("form", ReferenceForm.FULL))
            yield Reference(element.get("to", ""), form)
        case "note":
            # The grammar keeps notes out of notes.
            yield Note(tuple(i for i in read_inlines(element) if not isinstance(i, Note)))
        case "missing":
            yield Placeholder(" ".join(clean(element.text or "").split()))
        case _:
            yield Break()
