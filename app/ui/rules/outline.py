"""The contents of a text of rules: its parts, chapters and articles, as a tree to choose from."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.services.rule_reading import ReadProvision

_LISTED = frozenset({"annex", "part", "chapter", "section", "article"})


@dataclass
class Line:
    """A line of the contents.

    Attributes:
        changed: Whether it, or something below it that has no line of its own, changed.
    """

    eid: str
    label: str
    heading: str
    depth: int
    changed: bool = False
    below: list["Line"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What the line says."""
        return "  ".join(part for part in (self.label, self.heading) if part)


def contents_of(provisions: "Iterable[ReadProvision]") -> tuple[Line, ...]:
    """Return the contents; paragraphs and items are told by the article they stand in.

    A text that has neither articles nor chapters lists its numbered paragraphs.
    """
    rows = tuple(provisions)
    listed = _LISTED if any(row.kind in _LISTED for row in rows) else frozenset({"paragraph"})
    roots: list[Line] = []
    open_lines: list[Line] = []
    last: Line | None = None
    for row in rows:
        changed = _value(row.change) not in {"none", "renumbered"}
        if row.kind not in listed:
            if last is not None and changed:
                last.changed = True
            continue
        line = Line(row.eid, row.label.rstrip("."), _words(row), row.depth, changed)
        while open_lines and open_lines[-1].depth >= row.depth:
            open_lines.pop()
        (open_lines[-1].below if open_lines else roots).append(line)
        open_lines.append(line)
        last = line
    return tuple(roots)


def line_of(eid: str, provisions: "Iterable[ReadProvision]") -> str:
    """Return the line under which a provision is listed: itself, or the one above it."""
    above = ""
    for row in provisions:
        if row.kind in _LISTED:
            above = row.eid
        if row.eid == eid:
            return above or eid
    return eid


def _words(row: "ReadProvision") -> str:
    pieces = row.wordings[0].heading if row.wordings else ()
    return "".join(piece.words for piece in pieces if _value(piece.kind) != "removed")


def _value(value: Any) -> str:
    return str(getattr(value, "value", value))
