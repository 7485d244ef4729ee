"""The list of what was deleted: one line for each intention, with what went along."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.record_history import words
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from app.services.trash.contents import TrashRow

_PAGES_AHEAD = 2
_WHAT, _HUNG = 3, 1
_HIDES_BELOW = ((_WHAT, 860), (_HUNG, 620))


class TrashPane(QWidget):
    """The list.

    Signals:
        chosen: The number of the deletion that shall be shown, or ``None``.
        opened: The user wants to go on to what was deleted.
        restore_requested: The number of the deletion that shall be taken back.
        more_requested: The end of what was read is near.
        retry_requested: What could not be read shall be read again.
    """

    chosen = Signal(object)
    opened = Signal()
    restore_requested = Signal(int)
    more_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trash_pane")
        self._can_change = False
        self.table = RecordTable(
            self._columns(), name="trash", spoken=self.tr("Trash"), empty_icon="trash-2"
        )
        self.table.say_empty(
            self.tr("The trash is empty"),
            detail=self.tr("What is deleted stays here until it is restored; nothing is emptied."),
        )
        self.table.chosen.connect(self._tell)
        self.table.activated.connect(lambda _row: self.opened.emit())
        self.table.retry_requested.connect(self.retry_requested)
        self._restore = QPushButton(self.tr("Restore"))
        self._restore.setObjectName("trash_restore")
        self._restore.setIcon(icons.icon("rotate-ccw", "on_accent"))
        self._restore.setProperty("kind", "primary")
        self._restore.setToolTip(self.tr("Bring it back with all that went along"))
        self._restore.clicked.connect(self._tell_restore)
        self._action = QAction(self.tr("Restore"), self)
        self._action.triggered.connect(self._tell_restore)
        self.table.add_action(self._action)
        bar = self.table.view.verticalScrollBar()
        bar.valueChanged.connect(self._look_ahead)
        bar.rangeChanged.connect(self._look_ahead)
        self._lay_out()
        self._show_can_restore()
        self.setFocusProxy(self.table)

    def show_reading(self) -> None:
        """Show that the list is being read."""
        self.table.set_busy(True)

    def show_rows(
        self, rows: "tuple[TrashRow, ...]", *, chosen: int | None, can_change: bool
    ) -> None:
        """Show what was deleted."""
        self._can_change = can_change
        self.table.set_busy(False)
        self.table.set_rows(rows)
        if chosen is not None and not self.table.selected():
            self.table.choose([chosen])
        self._show_can_restore()

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.table.set_busy(False)
        self.table.say_problem(sentence, remedy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room; the filter finds by them all the same."""
        super().resizeEvent(event)
        for place, width in _HIDES_BELOW:
            self.table.view.setColumnHidden(place, self.width() < scaled(width))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("records", self.tr("What was deleted"), words.say_records),
            Column("hung", self.tr("Went along"), words.say_hung, width=190),
            Column("at", self.tr("When"), words.say_moment, lambda row: row.at, 148),
            Column("what", self.tr("By"), lambda row: row.use_case, width=160),
            Column("actor", self.tr("Who"), words.say_actor, width=100),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(self.tr("Trash"), "h1"))
        head.addStretch(1)
        head.addWidget(self._restore)
        told = self.tr(
            "Whatever is restored comes back with all that went along. Ctrl+Z undoes it."
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 18, 24, 16)
        down.setSpacing(12)
        down.addLayout(head)
        down.addWidget(wrapped_label(told, "muted"))
        down.addWidget(self.table, 1)

    def _tell(self, rows: tuple[Any, ...]) -> None:
        self._show_can_restore()
        self.chosen.emit(rows[0].id if len(rows) == 1 else None)

    def _tell_restore(self) -> None:
        for row in self.table.selected()[:1]:
            self.restore_requested.emit(row.id)

    def _show_can_restore(self) -> None:
        alone = self._can_change and len(self.table.selected()) == 1
        self._restore.setEnabled(alone)
        self._action.setEnabled(alone)

    def _look_ahead(self, *_place: int) -> None:
        bar = self.table.view.verticalScrollBar()
        if bar.value() >= bar.maximum() - _PAGES_AHEAD * bar.pageStep():
            self.more_requested.emit()
