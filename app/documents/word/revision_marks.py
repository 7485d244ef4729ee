"""Knows every form in which Word keeps a tracked change, and which of them are one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from app.documents.word.namespaces import W


def w(name: str) -> str:
    """Return ``name`` in Word's namespace."""
    return f"{{{W}}}{name}"


class RevisionKind(StrEnum):
    """What a tracked change does."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVED_AWAY = "moved-away"
    MOVED_HERE = "moved-here"
    FORMATTING = "formatting"


class Scope(StrEnum):
    """To what a tracked change is attached."""

    TEXT = "text"
    PARAGRAPH_END = "paragraph-end"
    ROW = "row"
    CELL = "cell"
    PROPERTIES = "properties"
    NUMBERING = "numbering"


KINDS = {
    w("ins"): RevisionKind.INSERTION,
    w("del"): RevisionKind.DELETION,
    w("moveFrom"): RevisionKind.MOVED_AWAY,
    w("moveTo"): RevisionKind.MOVED_HERE,
    w("cellIns"): RevisionKind.INSERTION,
    w("cellDel"): RevisionKind.DELETION,
}
COMES = frozenset({RevisionKind.INSERTION, RevisionKind.MOVED_HERE})
"""What stands in the text if the change is accepted; the others do if it is rejected."""
PROPERTY_CHANGES = frozenset(
    w(f"{name}Change")
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
_SCOPES = {
    w("trPr"): Scope.ROW,
    w("tcPr"): Scope.CELL,
    w("rPr"): Scope.PARAGRAPH_END,
    w("numPr"): Scope.NUMBERING,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One tracked change as it stands in the file."""

    element: etree._Element
    kind: RevisionKind
    scope: Scope

    @property
    def comes(self) -> bool:
        """Whether what is marked stays if the change is accepted, and goes if it is rejected."""
        return self.kind in COMES


def find_marks(root: etree._Element) -> Iterator[Mark]:
    """Yield the tracked changes in ``root`` in reading order, those in others after them."""
    for element in root.iter(*KINDS, *PROPERTY_CHANGES):
        if element.tag in PROPERTY_CHANGES:
            yield Mark(element, RevisionKind.FORMATTING, Scope.PROPERTIES)
            continue
        if _is_past(element):
            continue
        parent = element.getparent()
        scope = _SCOPES.get(parent.tag, Scope.TEXT) if parent is not None else Scope.TEXT
        yield Mark(element, KINDS[element.tag], scope)


def _is_past(element: etree._Element) -> bool:
    """Say whether ``element`` only tells of properties that were changed."""
    return any(above.tag in PROPERTY_CHANGES for above in element.iterancestors())
