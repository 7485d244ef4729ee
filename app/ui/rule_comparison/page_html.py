"""Writes two texts of rules side by side for QTextBrowser; what only one says is marked."""

from collections.abc import Callable, Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.rule_library.counterparts import (
        CounterpartRow,
        Passage,
        RulesComparison,
        SideText,
    )

Colour = Callable[[str], str]
PIECE = 24
"""How many rows are laid out at once: a few milliseconds of work."""
_OPENING = frozenset({"part", "chapter", "section", "article", "annex"})
_HEADED = _OPENING - {"article"}
_INDENTS = {"item": 1, "subitem": 2}
_INDENT = 20


class ComparisonPage:
    """The page of one comparison."""

    def __init__(
        self,
        compared: "RulesComparison",
        *,
        colour: Colour,
        scale: float,
        elsewhere: str,
        only_differing: bool,
    ) -> None:
        self._compared = compared
        self._colour = colour
        self._scale = scale
        self._elsewhere = elsewhere
        self._only_differing = only_differing
        serif = compared.language in {"en", "mn"}
        self._face = "Source Serif 4" if serif else "Pretendard JP"

    def pieces(self) -> Iterator[str]:
        """Yield the page in pieces of a few rows each."""
        rows = [
            row
            for row in self._compared.rows
            if not self._only_differing or _value(row.likeness) != "same" or row.elsewhere
        ]
        for start in range(0, len(rows), PIECE):
            inside = "".join(self._row(row) for row in rows[start : start + PIECE])
            yield f'<table width="100%" cellspacing="0" cellpadding="0">{inside}</table>'

    def _row(self, row: "CounterpartRow") -> str:
        opens = any(side is not None and side.kind in _OPENING for side in (row.left, row.right))
        above = 16 if opens else 3
        cells = (
            f'<td width="50%" style="padding: {above}px 14px 0 {0 if first else 14}px">'
            f"{self._cell(row, side)}</td>"
            for first, side in ((True, row.left), (False, row.right))
        )
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, row: "CounterpartRow", side: "SideText | None") -> str:
        if side is None:
            return f'<p style="color: {self._colour("text3")}; margin-top: 3px">–</p>'
        note = ""
        if row.elsewhere and side is row.right:
            note = (
                f"<p style=\"font-family: 'Pretendard JP'; font-size: {self._px(11)}px; "
                f'color: {self._colour("warn")}; margin-top: 3px; margin-bottom: 0">'
                f"{escape(self._elsewhere)}</p>"
            )
        return note + self._worded(side)

    def _worded(self, side: "SideText") -> str:
        text = self._passages(side.text)
        if side.kind not in _OPENING and not side.heading:
            label = (
                f"<span style=\"font-family: 'Pretendard JP'; font-size: {self._px(12)}px; "
                f'color: {self._colour("text2")}">{escape(side.label)}</span>&nbsp; '
            )
            return self._paragraph(side, f"{label if side.label else ''}{text}")
        size, weight = (13, "text2") if side.kind in _HEADED else (14, "text")
        head = (
            f"<p style=\"font-family: 'Pretendard JP'; margin-top: 0; margin-bottom: 2px\">"
            f'<span style="font-size: {self._px(12)}px; color: {self._colour("text2")}">'
            f"{escape(side.label)}</span>&nbsp;&nbsp;"
            f'<span style="font-size: {self._px(size)}px; font-weight: 600; '
            f'color: {self._colour(weight)}">{self._passages(side.heading)}</span></p>'
        )
        return head + (self._paragraph(side, text) if text else "")

    def _paragraph(self, side: "SideText", words: str) -> str:
        left = _INDENT * _INDENTS.get(side.kind, 0)
        return (
            f"<p style=\"font-family: '{self._face}'; font-size: {self._px(15.5)}px; "
            f"color: {self._colour('text')}; margin-left: {left}px; margin-top: 3px; "
            f'margin-bottom: 5px; line-height: 120%">{words}</p>'
        )

    def _passages(self, passages: "tuple[Passage, ...]") -> str:
        return "".join(self._passage(each) for each in passages)

    def _passage(self, passage: "Passage") -> str:
        words = escape(passage.words).replace("\n", "<br>")
        if not passage.own:
            return words
        return (
            f'<span style="color: {self._colour("accent")}; background-color: '
            f'{self._colour("accent_soft")}; text-decoration: underline">{words}</span>'
        )

    def _px(self, size: float) -> int:
        return round(size * self._scale)


def _value(value: object) -> str:
    return str(getattr(value, "value", value))
