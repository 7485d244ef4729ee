"""Writes what differs between two wordings: what went is struck through, what came underlined."""

from html import escape
from typing import TYPE_CHECKING

from app.ui.appearance import hexadecimal, scaled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.services.rule_wording import Piece

_EAST_ASIAN = frozenset({"ko", "ja", "zh"})


def write_redline(
    heading: "Iterable[Piece]", text: "Iterable[Piece]", *, language: str, plain: bool = False
) -> str:
    """Return a heading and a text as one page; ``plain`` leaves the marks out."""
    east = language.partition("-")[0] in _EAST_ASIAN
    face = "Pretendard JP" if east else "Source Serif 4"
    leading = 140 if east else 120
    head = "".join(_piece(piece, plain=plain) for piece in heading)
    body = "".join(_piece(piece, plain=plain) for piece in text)
    title = (
        f"<p style=\"font-family: 'Pretendard JP'; font-size: {scaled(14)}px; font-weight: 600;"
        f' margin: 0 0 4px 0">{head}</p>'
        if head
        else ""
    )
    return (
        f'<div style="color: {hexadecimal("text")}">{title}<p style="font-family: \'{face}\';'
        f' font-size: {scaled(15)}px; line-height: {leading}%; margin: 0">{body}</p></div>'
    )


def is_changed(*texts: "Iterable[Piece]") -> bool:
    """Say whether anything differs."""
    return any(_kind(piece) != "kept" for text in texts for piece in text)


def _piece(piece: "Piece", *, plain: bool) -> str:
    words = escape(piece.words).replace("\n", "<br>")
    if plain:
        return "" if _kind(piece) == "removed" else words
    if _kind(piece) == "added":
        return (
            f'<span style="color: {hexadecimal("inserted")}; background-color: '
            f'{hexadecimal("inserted_soft")}; text-decoration: underline">{words}</span>'
        )
    if _kind(piece) == "removed":
        return (
            f'<span style="color: {hexadecimal("removed")}; background-color: '
            f'{hexadecimal("removed_soft")}; text-decoration: line-through">{words}</span>&#8201;'
        )
    return words


def _kind(piece: "Piece") -> str:
    return str(getattr(piece.kind, "value", piece.kind))
