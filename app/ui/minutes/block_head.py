"""The line above a paragraph: whose word it is, what it does, what came of it, what can be done."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from app.ui import icons, phrases
from app.ui.appearance import colour, font, scaled
from app.ui.minutes import words
from app.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from app.ui.minutes.view import BlockRow

_HEIGHT = 24


class GradeButton(QPushButton):
    """Says whose word a paragraph is, beside a dot in the hue of the side; opens the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hue = "neutral"
        self.setObjectName("grade")
        self.setProperty("kind", "small_ghost")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, told: str, hue: str, spoken: str) -> None:
        """Show whose word it is."""
        self._hue = hue
        self.setText(told)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + scaled(38), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        return QSize(scaled(60), scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.underMouse() or self.hasFocus():
            painter.setPen(colour("focus") if self.hasFocus() else colour("hover"))
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(area, 5, 5)
        dot = scaled(8)
        middle = area.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._hue))
        left = scaled(6)
        painter.drawEllipse(QRectF(left, middle - dot / 2, dot, dot))
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        rect = QRectF(left + dot + scaled(6), 0, self.width() - scaled(36), self.height())
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(rect.width()) + 1
        )
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(flags), shown)
        if self.isEnabled():
            size = scaled(12)
            right = min(rect.left() + painter.fontMetrics().horizontalAdvance(shown), rect.right())
            place = QRectF(right + scaled(3), (self.height() - size) / 2, size, size)
            icons.paint(painter, "chevron-down", "text3", place)


class LinkChip(QPushButton):
    """The number of a decision or the code of an action item, which leads to it."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "small_ghost")
        self.setProperty("cls", "record_chip")
        self.setIcon(icons.icon(icon, "accent"))
        self.setIconSize(QSize(scaled(14), scaled(14)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def say(self, label: str, spoken: str) -> None:
        """Show what it leads to."""
        self.setText(label)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setVisible(bool(label))


class Grip(QLabel):
    """What a paragraph is dragged by; the keys Alt+Shift+Up and Down do the same.

    Signals:
        dragged: Where the mouse is now, on the screen.
        dropped: Where it was let go.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grip")
        self.setFixedSize(scaled(16), scaled(_HEIGHT))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to move the paragraph (Alt+Shift+Up and Down)"))
        self._is_dragging = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        size = scaled(14)
        place = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        icons.paint(QPainter(self), "grip-vertical", "text3", place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._is_dragging = event.button() == Qt.MouseButton.LeftButton
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where it goes."""
        if self._is_dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._is_dragging:
            self._is_dragging = False
            self.dropped.emit(event.globalPosition().toPoint())


class BlockHead(QWidget):
    """The line above a paragraph.

    Signals:
        described: What is to be changed about the paragraph, by name.
        record_wanted: The kind and the key of the record that a chip leads to.
        menu_wanted: The menu behind the three dots, to be filled before it opens.
    """

    described = Signal(dict)
    record_wanted = Signal(str, object)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: BlockRow | None = None
        self._sides: tuple[Any, ...] = ()
        self.grip = Grip()
        self.grade = GradeButton()
        self.grade.clicked.connect(self._offer_grades)
        self._decision = LinkChip("gavel", "decision_chip")
        self._decision.clicked.connect(partial(self._lead, "decision"))
        self._action = LinkChip("list-checks", "action_chip")
        self._action.clicked.connect(partial(self._lead, "action_item"))
        self._more = IconButton(
            "ellipsis", self.tr("More about this paragraph"), name="more", kind="small_ghost"
        )
        self._more.clicked.connect(self._offer_more)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self.grip)
        across.addWidget(self.grade)
        across.addStretch(1)
        across.addWidget(self._decision)
        across.addWidget(self._action)
        across.addWidget(self._more)

    def show_row(self, row: "BlockRow", sides: tuple[Any, ...], *, is_sealed: bool) -> None:
        """Show whose word a paragraph is and what came of it."""
        self._row = row
        self._sides = sides
        told = words.say_grade(row.grade, row.party, sides=len(sides))
        if row.kind != "statement":
            told = f"{told} · {words.say_kind(row.kind)}"
        hue = phrases.party_hue(row.party.seat) if row.party else "text3"
        spoken = self.tr("Whose word it is and what it does: {told}").format(told=told)
        self.grade.say(told, hue, spoken)
        self.grade.setEnabled(not is_sealed)
        self.grip.setVisible(not is_sealed)
        self._more.setVisible(not is_sealed)
        label = row.decision.label if row.decision else ""
        self._decision.say(label, self.tr("Decision {label}").format(label=label))
        code = row.action.label if row.action else ""
        self._action.say(code, self.tr("Action item {label}").format(label=code))

    def grade_menu(self) -> QMenu:
        """Return the choice of whose word the paragraph is and what it does."""
        menu = QMenu(self)
        menu.setObjectName("grade_menu")
        row = self._row
        for grade in words.GRADES:
            for side in self._sides if grade != "both-sides" else (None,):
                told = words.say_grade(grade, side, sides=len(self._sides))
                action = menu.addAction(told)
                action.setCheckable(True)
                key = side.id if side else None
                mine = row.party.id if row and row.party else None
                action.setChecked(bool(row and row.grade == grade and mine == key))
                action.triggered.connect(partial(self._describe, {"grade": grade, "party_id": key}))
        menu.addSeparator()
        for kind in words.KINDS:
            action = menu.addAction(words.say_kind(kind))
            action.setCheckable(True)
            action.setChecked(bool(row and row.kind == kind))
            action.triggered.connect(partial(self._describe, {"kind": kind}))
        return menu

    def _offer_grades(self) -> None:
        menu = self.grade_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.grade.mapToGlobal(QPoint(0, self.grade.height() + 2)))

    def _offer_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("more_menu")
        self.menu_wanted.emit(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        width = menu.sizeHint().width()
        corner = QPoint(self._more.width() - width, self._more.height() + 2)
        menu.popup(self._more.mapToGlobal(corner))

    def _describe(self, how: dict[str, Any]) -> None:
        self.described.emit(how)

    def _lead(self, kind: str) -> None:
        row = self._row
        record = (row.decision if kind == "decision" else row.action) if row else None
        if record is not None:
            self.record_wanted.emit(kind, record.id)
