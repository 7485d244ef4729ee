"""Draws one line of text in which some places are marked, and shortens it to fit."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from app.ui.appearance import colour, font

Span = tuple[int, int]
_ELLIPSIS = "…"
_HEAVIER = 100


def marked(
    painter: QPainter,
    where: QRectF,
    words: str,
    spans: Sequence[Span],
    *,
    role: str = "medium",
    token: str = "text",
    mark: str = "accent",
) -> float:
    """Draw a line with some places in another weight and colour; return where it ends."""
    plain = font(role)
    bold = QFont(plain)
    bold.setWeight(QFont.Weight(min(900, int(plain.weight()) + _HEAVIER)))
    left = where.left()
    for part, is_marked in parts(words, spans):
        face = bold if is_marked else plain
        metrics = QFontMetricsF(face)
        room = where.right() - left
        shown = part
        if metrics.horizontalAdvance(part) > room:
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.setPen(colour(mark if is_marked else token))
        box = QRectF(left, where.top(), room + 1, where.height())
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown
        )
        left += metrics.horizontalAdvance(shown)
        if shown != part:
            break
    return left


def parts(words: str, spans: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """Return the pieces of a line, each with whether it is marked."""
    found: list[tuple[str, bool]] = []
    at = 0
    for start, end in spans:
        if start > at:
            found.append((words[at:start], False))
        if end > start:
            found.append((words[start:end], True))
        at = max(at, end)
    if at < len(words):
        found.append((words[at:], False))
    return tuple(found)
