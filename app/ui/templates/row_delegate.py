"""Draws one entry of the Templates page: its language, its name, and whose it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui import icons, phrases
from app.ui.appearance import font, scaled
from app.ui.templates import words
from app.ui.templates.entries import Entry, EntryKind
from app.ui.templates.table import Role
from app.ui.widgets import painted

_MARGIN = 8
_PADDING = 8
_ROW = 32
_HEADING = 34
_LETTERS = {"en": "EN", "ko": "KO", "mn": "MN", "ja": "JA"}
_ICONS = {EntryKind.STYLE: "palette", EntryKind.LETTERHEAD: "stamp"}


class EntryDelegate(QStyledItemDelegate):
    """Paints the rows of an EntriesTable."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size that shows everything."""
        return QSize(0, scaled(_ROW if index.data(Role.ENTRY) is not None else _HEADING))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        painter.save()
        entry = index.data(Role.ENTRY)
        area = QRectF(option.rect)
        if entry is None:
            low = area.adjusted(_MARGIN + _PADDING, 10, -_MARGIN, 0)
            painted.text(painter, low, index.data(), "chip", "text3")
        else:
            painted.ground(painter, option, area.adjusted(_MARGIN, 1, -_MARGIN, -1))
            self._paint_entry(painter, area, entry)
        painter.restore()

    def _paint_entry(self, painter: QPainter, area: QRectF, entry: Entry) -> None:
        left = area.left() + _MARGIN + _PADDING
        right = area.right() - _MARGIN - _PADDING
        middle = area.center().y()
        top = middle - painted.chip_height() / 2
        width = scaled(30)
        if entry.language:
            letters = _LETTERS.get(entry.language, entry.language.upper())
            painted.chip(painter, QPointF(left, top), letters, "neutral")
        else:
            size = scaled(16)
            icon = QRectF(left + 5, middle - size / 2, size, size)
            icons.paint(painter, _ICONS[entry.kind], "text2", icon)
        for told, hue in reversed(_chips(entry)):
            right -= QFontMetricsF(font("chip")).horizontalAdvance(told) + 16
            painted.chip(painter, QPointF(right, top), told, hue)
            right -= 6
        name = QRectF(left + width + 8, area.top(), right - left - width - 8, area.height())
        painted.text(painter, name, words.title(entry), "medium", "text")


def _chips(entry: Entry) -> list[tuple[str, str]]:
    told = []
    if entry.kind is not EntryKind.LETTERHEAD and entry.body_code:
        told.append((entry.body_code, "violet"))
    if entry.kind is EntryKind.LETTERHEAD:
        told.append((entry.body_code, phrases.party_hue(entry.seat)))
    if mark := words.mark(entry):
        told.append((mark, "info"))
    return told
