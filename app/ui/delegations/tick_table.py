"""A table of records with a box to tick in every row."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable


class TickTable(QWidget):
    """Rows that are ticked by a click on their box, or by the space bar.

    Signals:
        ticks_changed: The user has ticked or unticked rows.
    """

    ticks_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        spoken: str,
        key: Callable[[Any], Hashable],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._ticked: set[Hashable] = set()
        self._rows: tuple[Any, ...] = ()
        self.table = RecordTable((self._box(), *columns), name=name, spoken=spoken, key=key)
        self.table.view.clicked.connect(self._click)
        self.table.view.installEventFilter(self)
        self._add_actions()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.table)
        self.setFocusProxy(self.table)

    def set_rows(self, rows: Sequence[Any], *, ticked: Iterable[Hashable]) -> None:
        """Show these rows, some of them ticked."""
        self._rows = tuple(rows)
        self._ticked = set(ticked)
        self.table.set_rows(rows)

    def ticked(self) -> tuple[Hashable, ...]:
        """Return the keys of the rows that are ticked, in the order in which they were given."""
        return tuple(key for key in map(self._key, self._rows) if key in self._ticked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the space bar tick the rows that are chosen."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self._toggle_chosen()
            return True
        return super().eventFilter(watched, event)

    def _box(self) -> Column:
        return Column(
            "tick",
            "",
            lambda _row: "",
            sort=lambda row: self._key(row) not in self._ticked,
            width=48,
            icon=self._icon,
            spoken=self._say,
        )

    def _icon(self, row: Any) -> tuple[str, str]:
        is_ticked = self._key(row) in self._ticked
        return ("square-check", "accent") if is_ticked else ("square", "text3")

    def _say(self, row: Any) -> str:
        return self.tr("Ticked") if self._key(row) in self._ticked else self.tr("Not ticked")

    def _add_actions(self) -> None:
        toggle = QAction(self.tr("Tick or untick\tSpace"), self)
        toggle.triggered.connect(self._toggle_chosen)
        everything = QAction(self.tr("Tick all"), self)
        everything.triggered.connect(self._tick_all)
        nothing = QAction(self.tr("Untick all"), self)
        nothing.triggered.connect(self._tick_none)
        for action in (toggle, everything, nothing):
            self.table.add_action(action)

    def _click(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._toggle([self.table.model.row(index.row())])

    def _toggle_chosen(self) -> None:
        self._toggle(self.table.selected())

    def _toggle(self, rows: Sequence[Any]) -> None:
        keys = {self._key(row) for row in rows}
        self._set(self._ticked - keys if keys <= self._ticked else self._ticked | keys)

    def _tick_all(self) -> None:
        self._set({self._key(row) for row in self._rows})

    def _tick_none(self) -> None:
        self._set(set())

    def _set(self, ticked: set[Hashable]) -> None:
        self._ticked = ticked
        self.table.view.viewport().update()
        self.ticks_changed.emit()
