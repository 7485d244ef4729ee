"""What list delegates draw in the same way: a rounded ground, lines of text, a chip."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.ui.appearance import colour, font, scaled


def ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
    """Draw the ground of an entry: chosen, under the pointer, focused, or nothing."""
    state = option.state
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(colour("selection"))
        painter.drawRoundedRect(rect, 6, 6)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(colour("hover"))
        painter.drawRoundedRect(rect, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("focus"), 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)


def line_height(role: str) -> float:
    """Return the height of one line in a type role."""
    return QFontMetricsF(font(role)).height()


def text(painter: QPainter, where: QRectF, words: str, role: str, token: str) -> None:
    """Draw one line, shortened to fit."""
    face = font(role)
    painter.setFont(face)
    painter.setPen(colour(token))
    shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def chip_height() -> int:
    """Return the height of a painted chip."""
    return scaled(18)


def chip_width(words: str) -> float:
    """Return the width of a painted chip."""
    return QFontMetricsF(font("chip")).horizontalAdvance(words) + 16


def chip(painter: QPainter, at: QPointF, words: str, hue: str) -> float:
    """Draw a chip with its left upper corner at a point; return its width."""
    face = font("chip")
    width = chip_width(words)
    rect = QRectF(at.x(), at.y(), width, chip_height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{hue}_soft"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setFont(face)
    painter.setPen(colour(hue))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)
    return width
