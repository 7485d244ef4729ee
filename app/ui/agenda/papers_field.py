"""A field for the papers before an item: put there, taken away, and in their order."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.widgets.field import Field
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.record_field import RecordField

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHIFTED = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_KEY = Qt.ItemDataRole.UserRole


class PapersField(Field):
    """The papers, from the first to the last; Alt+Shift+Up and Down move one, Delete takes it."""

    def __init__(self, papers: "Sequence[tuple[UUID, str]]", parent: QWidget | None = None) -> None:
        self._names = dict(papers)
        self._list = _List(self)
        self._more = RecordField()
        holder = QWidget()
        super().__init__(holder, parent)
        self.setFocusProxy(self._list)
        down = QVBoxLayout(holder)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        down.addLayout(self._upper())
        down.addWidget(self._more)
        self._more.setAccessibleName(self.tr("Add a paper"))
        self._more.set_placeholder(self.tr("Add a paper: symbol or title"))
        self._more.finished.connect(self._add)
        self._offer()

    def value(self) -> tuple[UUID, ...]:
        """Return the papers in their order."""
        return tuple(self._list.item(at).data(_KEY) for at in range(self._list.count()))

    def problem(self) -> str:
        """Return in words what is wrong with what was typed; nothing if it can be read."""
        return self._more.problem()

    def editors(self) -> tuple[QWidget, ...]:
        """Return every widget of the field that takes the keyboard."""
        return (self._list, *self._more.editors())

    def setAccessibleName(self, name: str, /) -> None:
        """Say in words what the field is for."""
        super().setAccessibleName(name)
        self._list.setAccessibleName(name)

    def shift(self, step: int) -> None:
        """Move the current paper up (-1) or down (1)."""
        at = self._list.currentRow()
        if at >= 0 and 0 <= at + step < self._list.count():
            self._list.insertItem(at + step, self._list.takeItem(at))
            self._list.setCurrentRow(at + step)
            self._tell()

    def take_away(self) -> None:
        """Take the current paper away from the item."""
        if self._list.currentRow() >= 0:
            self._list.takeItem(self._list.currentRow())
            self._offer()
            self._tell()

    def _show(self, value: Any) -> None:
        self._list.clear()
        for key in value or ():
            self._append(key)
        self._offer()

    def _append(self, key: UUID) -> None:
        entry = QListWidgetItem(self._names.get(key, ""))
        entry.setData(_KEY, key)
        self._list.addItem(entry)

    def _add(self) -> None:
        key = self._more.value()
        if isinstance(key, UUID) and key not in self.value():
            self._append(key)
            self._list.setCurrentRow(self._list.count() - 1)
            self._more.set_value(None)
            self._offer()
            self._tell()

    def _offer(self) -> None:
        held = self.value()
        self._more.offer([(key, name) for key, name in self._names.items() if key not in held])
        self._list.setVisible(bool(held))
        for button in self._buttons:
            button.setVisible(bool(held))

    def _upper(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(self._list, 1)
        told = (
            ("arrow-up", self.tr("Move the paper up"), "paper_up"),
            ("arrow-down", self.tr("Move the paper down"), "paper_down"),
            ("x", self.tr("Take the paper away"), "paper_away"),
        )
        self._buttons = [IconButton(icon, spoken, name=name) for icon, spoken, name in told]
        self._buttons[0].clicked.connect(lambda: self.shift(-1))
        self._buttons[1].clicked.connect(lambda: self.shift(1))
        self._buttons[2].clicked.connect(self.take_away)
        down = QVBoxLayout()
        down.setSpacing(2)
        for button in self._buttons:
            down.addWidget(button)
        down.addStretch(1)
        across.addLayout(down)
        return across


class _List(QListWidget):
    """The papers as a list with keys of its own."""

    def __init__(self, field: PapersField) -> None:
        super().__init__()
        self._field = field
        self.setObjectName("agenda_item_paper_list")
        self.setProperty("cls", "boxed")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setFixedHeight(scaled(104))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and take away by keys."""
        key = event.key()
        if event.modifiers() == _SHIFTED and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._field.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self._field.take_away()
        else:
            super().keyPressEvent(event)
