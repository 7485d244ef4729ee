"""Writes a text of rules for QTextBrowser: what went is struck through, what came underlined."""

from collections.abc import Callable, Iterator
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.services.rule_reading import Piece, ReadProvision, ReadRules, Wording

Colour = Callable[[str], str]
PIECE, LATER_PIECE = 24, 72
"""How many provisions are laid out at once: of what is seen first few, then ten milliseconds of
work each time, as every piece costs something for itself.
"""
_HEADED = frozenset({"annex", "part", "chapter", "section"})
_OPENING = _HEADED | {"article"}
_INDENT = 22
_PLACE = "\x00"


class TextPage:
    """The page of one text."""

    def __init__(
        self,
        read: "ReadRules",
        *,
        colour: Colour,
        scale: float,
        untranslated: Callable[[str], str],
    ) -> None:
        self._read = read
        self._colour = colour
        self._scale = scale
        self._untranslated = untranslated
        self._columns = len(read.languages)

    def pieces(self) -> Iterator[str]:
        """Yield the page in pieces of a few provisions each."""
        rows = self._read.provisions
        starts = [0, *range(PIECE, len(rows), LATER_PIECE)] if rows else []
        for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
            inside = "".join(self._row(row) for row in rows[start:end])
            if self._columns > 1:
                yield f'<table width="100%" cellspacing="0" cellpadding="0">{inside}</table>'
            else:
                yield inside

    def _row(self, row: "ReadProvision") -> str:
        cells = [self._cell(row, wording, place) for place, wording in enumerate(row.wordings)]
        if self._columns == 1:
            return cells[0]
        width, above = 100 // self._columns, 16 if row.kind in _OPENING else 3
        return (
            "<tr>"
            + "".join(
                f'<td width="{width}%" style="padding: {above}px 14px 0 '
                f'{0 if place == 0 else 14}px">{cell}</td>'
                for place, cell in enumerate(cells)
            )
            + "</tr>"
        )

    def _cell(self, row: "ReadProvision", wording: "Wording", place: int) -> str:
        anchor = _anchor(row.eid) if place == 0 else ""
        return self._worded(row, wording).replace(_PLACE, anchor, 1)

    def _worded(self, row: "ReadProvision", wording: "Wording") -> str:
        face = "Source Serif 4" if wording.language in {"en", "mn"} else "Pretendard JP"
        if row.kind in _HEADED:
            return self._heading(row, wording)
        left = _INDENT * self._depth_in_article(row)
        style = (
            f"font-family: '{face}'; font-size: {self._px(15.5)}px; color: {self._colour('text')};"
            f" margin-left: {left}px; margin-top: 3px; margin-bottom: 5px; line-height: 120%"
        )
        head = self._article_head(row, wording) if row.kind == "article" else ""
        label = "" if row.kind == "article" else self._label(row, wording)
        mark = "" if head else _PLACE
        text = self._words(wording.text)
        if not text and not label and head:
            return head + self._note(row, wording)
        return f'{head}<p style="{style}">{mark}{label}{text}{self._note(row, wording)}</p>'

    def _heading(self, row: "ReadProvision", wording: "Wording") -> str:
        label = escape(wording.label)
        words = " ".join(part for part in (label, self._words(wording.heading)) if part)
        text = self._words(wording.text)
        below = f'<p style="color: {self._colour("text")}">{text}</p>' if text else ""
        return (
            f"<p style=\"font-family: 'Pretendard JP'; font-size: {self._px(13)}px; "
            f"font-weight: 600; color: {self._colour('text2')}; margin-top: 22px; "
            f'margin-bottom: 4px">{_PLACE}{words}</p>{below}'
        )

    def _article_head(self, row: "ReadProvision", wording: "Wording") -> str:
        was = f" ({escape(row.was)})" if row.was else ""
        return (
            f"<p style=\"font-family: 'Pretendard JP'; margin-top: 16px; margin-bottom: 2px\">"
            f'<span style="font-size: {self._px(12)}px; color: {self._colour("text2")}">'
            f"{_PLACE}{escape(wording.label)}{was}</span>&nbsp;&nbsp;"
            f'<span style="font-size: {self._px(14)}px; font-weight: 600; '
            f'color: {self._colour("text")}">{self._words(wording.heading)}</span></p>'
        )

    def _label(self, row: "ReadProvision", wording: "Wording") -> str:
        if not wording.label:
            return ""
        change = _value(row.change)
        kind = {"inserted": "added", "repealed": "removed"}.get(change, "kept")
        marked = self._marked(escape(wording.label), kind)
        if row.was:
            marked = (
                self._marked(escape(row.was), "removed")
                + " "
                + self._marked(escape(row.label), "added")
            )
        return f"{marked}&nbsp;"

    def _words(self, pieces: "tuple[Piece, ...]") -> str:
        return "".join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: "Piece") -> str:
        words = escape(piece.words).replace("\n", "<br>")
        if piece.target:
            words = (
                f'<a href="#{escape(piece.target)}" style="color: {self._colour("accent")}; '
                f'text-decoration: none">{words}</a>'
            )
        return self._marked(words, _value(piece.kind))

    def _marked(self, words: str, kind: str) -> str:
        if kind == "added":
            return (
                f'<span style="color: {self._colour("inserted")}; background-color: '
                f'{self._colour("inserted_soft")}; text-decoration: underline">{words}</span>'
            )
        if kind == "removed":
            return (
                f'<span style="color: {self._colour("removed")}; background-color: '
                f'{self._colour("removed_soft")}; text-decoration: line-through">{words}</span>'
                "&#8201;"
            )
        return words

    def _note(self, row: "ReadProvision", wording: "Wording") -> str:
        """Say that the words are in another language, where there are none in the one asked for."""
        if wording.language.split("-")[0] == wording.asked.split("-")[0] or not wording.text:
            return ""
        return (
            f" <span style=\"font-family: 'Pretendard JP'; font-size: {self._px(11)}px; "
            f'color: {self._colour("warn")}">{escape(self._untranslated(wording.language))}</span>'
        )

    def _depth_in_article(self, row: "ReadProvision") -> int:
        return {"article": 0, "paragraph": 0, "item": 1, "subitem": 2}.get(row.kind, 0)

    def _px(self, size: float) -> int:
        return round(size * self._scale)


def _anchor(eid: str) -> str:
    """Return a place that can be scrolled to; Qt keeps none that has no sign in it."""
    return f'<a name="{escape(eid)}">&#8288;</a>'


def _value(value: Any) -> str:
    return str(getattr(value, "value", value))
