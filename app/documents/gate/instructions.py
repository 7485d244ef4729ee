"""Takes out of a text the fields of Word that fetch or start something: DDE, INCLUDE, LINK.

A field may be spread over many runs and stand within another one, so its instruction is put
together first. What it showed last stays as plain text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from app.documents.gate.hazards import Hazard, Removed
from app.documents.gate.trees import attribute, local_name

_DANGEROUS = frozenset(
    {
        *("DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK"),
        *("DATABASE", "RD", "EMBED", "CONTROL", "OCX", "MACROBUTTON", "GOTOBUTTON", "PRINT"),
        *("AUTOTEXT", "AUTOTEXTLIST", "HTMLCONTROL", "MACRO"),
    }
)
_LAWFUL_LINKS = ("http://", "https://", "mailto:")
_FILE = re.compile(r"file:|\\\\|\b[a-z]:[\\/](?!/)", re.IGNORECASE)


@dataclass
class _Field:
    """A field under way: what belongs to it, and its instruction as far as it was read."""

    marks: list[etree._Element] = field(default_factory=list)
    instruction: str = ""
    is_built: bool = False
    in_result: bool = False


def strip_fields(root: etree._Element) -> list[Removed]:
    """Take the dangerous fields out of a part, and return what they were."""
    removed = [*_strip_complex(root), *_strip_simple(root)]
    return [Removed(Hazard.FIELD, word) for word in removed]


def _strip_complex(root: etree._Element) -> Iterator[str]:
    under_way: list[_Field] = []
    for element in list(root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText")):
        if local_name(element) != "fldChar":
            _read_instruction(element, under_way)
            continue
        match attribute(element, "fldCharType"):
            case "begin":
                if under_way and not under_way[-1].in_result:
                    # A word that another field makes up while the file is read.
                    under_way[-1].is_built |= not under_way[-1].instruction.strip()
                under_way.append(_Field([element]))
            case "separate" if under_way:
                under_way[-1].marks.append(element)
                under_way[-1].in_result = True
            case "end" if under_way:
                under_way[-1].marks.append(element)
                yield from _settle(under_way.pop())
    for unfinished in under_way:
        yield from _settle(unfinished)


def _read_instruction(element: etree._Element, under_way: list[_Field]) -> None:
    if under_way and not under_way[-1].in_result:
        under_way[-1].instruction += element.text or ""
        under_way[-1].marks.append(element)


def _settle(found: _Field) -> Iterator[str]:
    word = _danger_of(found.instruction, is_built=found.is_built)
    if word:
        for mark in found.marks:
            _remove(mark)
        yield word


def _strip_simple(root: etree._Element) -> Iterator[str]:
    for element in list(root.iter("{*}fldSimple")):
        word = _danger_of(attribute(element, "instr"))
        if word:
            unwrap(element)
            yield word


def _danger_of(instruction: str, *, is_built: bool = False) -> str:
    """Return the word of a dangerous instruction; nothing for any other."""
    words = instruction.split(maxsplit=1)
    if not words:
        return "QUOTE" if is_built else ""
    first = words[0].partition("\\")[0].strip("\"'“”").upper()
    if is_built or first in _DANGEROUS:
        return first
    if first == "HYPERLINK" and len(words) > 1:
        return first if _leads_elsewhere(words[1]) else ""
    return ""


def _leads_elsewhere(rest: str) -> bool:
    """Tell whether a link leads to a file; one within the document begins with a switch."""
    if _FILE.search(rest):
        return True
    return not rest.strip('"“” ').casefold().startswith(("\\", "#", *_LAWFUL_LINKS))


def unwrap(element: etree._Element) -> None:
    """Put what is in an element in its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        if not local_name(child).endswith("Pr"):
            parent.insert(place + 1, child)
    _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
