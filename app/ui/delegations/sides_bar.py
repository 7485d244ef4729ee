"""The sides of a meeting in a line that wraps: all of them, or the one that is looked at."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from app.ui import phrases
from app.ui.appearance import colour, font, scaled
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from app.services.delegations import DelegationRow

_HEIGHT = 34
_WIDEST = 230
_BADGE = 30
_EDGE = 8


class SidesBar(QWidget):
    """Buttons for all delegations and for each of them.

    Signals:
        chosen: The id of the delegation that the user wants to see, or ``None`` for all.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("delegation_sides")
        self.setAccessibleName(self.tr("Delegations"))
        self._flow = FlowLayout(self, spacing=8, line_spacing=8)
        self._told: tuple[object, ...] = ()
        self._buttons: dict[UUID | None, _SideButton] = {}

    def show_sides(self, rows: "tuple[DelegationRow, ...]", chosen: UUID | None) -> None:
        """Offer these delegations; the same ones keep their buttons, and so the keyboard."""
        told = tuple((row.id, row.party, row.is_host, len(row.delegates)) for row in rows)
        if told != self._told:
            self._told = told
            self._make(rows)
        for key, button in self._buttons.items():
            button.setChecked(key == chosen)

    def _make(self, rows: "tuple[DelegationRow, ...]") -> None:
        had_focus = next((key for key, each in self._buttons.items() if each.hasFocus()), 0)
        clear(self._flow)
        everybody = sum(len(row.delegates) for row in rows)
        whole = _SideButton("", "neutral", self.tr("All sides"), str(everybody))
        self._buttons = {None: whole}
        for row in rows:
            count = str(len(row.delegates))
            words = self.tr("{count} · Host").format(count=count) if row.is_host else count
            hue = phrases.party_hue(row.party.seat)
            self._buttons[row.id] = _SideButton(row.party.code, hue, row.party.name, words)
        for key, button in self._buttons.items():
            code = next((row.party.code for row in rows if row.id == key), "all")
            button.setObjectName(f"side_{code}")
            button.clicked.connect(partial(self._tell, key))
            self._flow.addWidget(button)
            if key == had_focus:
                button.setFocus()

    def _tell(self, key: UUID | None) -> None:
        self.chosen.emit(key)


class _SideButton(QRadioButton):
    """One side: its code, its name, and how many came for it."""

    def __init__(self, code: str, hue: str, name: str, count: str) -> None:
        super().__init__(name)
        self._code = code
        self._hue = hue
        self._count = count
        self.setAccessibleName(f"{name}, {count}")
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        name = QFontMetricsF(font("medium")).horizontalAdvance(self.text())
        count = QFontMetricsF(font("small")).horizontalAdvance(self._count)
        badge = self._badge_width() + 8 if self._code else 0
        width = 2 * _EDGE + badge + name + 8 + count + 4
        return QSize(min(round(width), scaled(_WIDEST)), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "accent" if self.isChecked() else "border"
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else "surface"
        painter.setPen(
            QPen(colour("focus" if self.hasFocus() else edge), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(area, 7, 7)
        inside = area.adjusted(_EDGE, 0, -_EDGE, 0)
        if self._code:
            self._paint_badge(painter, inside)
            inside.setLeft(inside.left() + self._badge_width() + 8)
        self._paint_words(painter, inside)

    def _paint_badge(self, painter: QPainter, inside: QRectF) -> None:
        height = scaled(20)
        badge = QRectF(inside.left(), inside.center().y() - height / 2, self._badge_width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"{self._hue}_soft"))
        painter.drawRoundedRect(badge, 5, 5)
        painter.setFont(font("chip"))
        painter.setPen(colour(self._hue))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), self._code)

    def _paint_words(self, painter: QPainter, inside: QRectF) -> None:
        count = QFontMetricsF(font("small")).horizontalAdvance(self._count)
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        room = QRectF(inside.left(), inside.top(), inside.width() - count - 8, inside.height())
        face = QFontMetricsF(font("medium"))
        shown = face.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font("medium"))
        painter.setPen(colour("text"))
        painter.drawText(room, int(left | middle), shown)
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | middle), self._count)

    def _badge_width(self) -> float:
        return max(scaled(_BADGE), QFontMetricsF(font("chip")).horizontalAdvance(self._code) + 10)
