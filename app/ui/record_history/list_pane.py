"""The list of what was done in the workspace, or to one record: one line for each intention."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.record_history import words
from app.ui.record_history.narrowing import Narrowing
from app.ui.widgets.label import ElidingLabel, text_label
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from app.services.history_view.pages import HistoryRow, Named

_PAGES_AHEAD = 2


class HistoryPane(QWidget):
    """The list.

    Signals:
        chosen: The number of the change that shall be shown, or ``None``.
        opened: The user wants to go on to the change.
        narrowed: The conditions that must hold, by name.
        more_requested: The end of what was read is near.
        whole_requested: The history of everything shall be shown, not that of one record.
        retry_requested: What could not be read shall be read again.
    """

    chosen = Signal(object)
    opened = Signal()
    narrowed = Signal(dict)
    more_requested = Signal()
    whole_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_pane")
        self.narrowing = Narrowing()
        self.narrowing.narrowed.connect(self.narrowed)
        self.table = RecordTable(
            self._columns(),
            name="history",
            spoken=self.tr("History"),
            filtered=False,
            empty_icon="history",
        )
        self.table.find_here = self.narrowing.words.setFocus
        self.narrowing.left_down.connect(self.table.setFocus)
        self.table.chosen.connect(self._tell)
        self.table.activated.connect(lambda _row: self.opened.emit())
        self.table.retry_requested.connect(self.retry_requested)
        bar = self.table.view.verticalScrollBar()
        bar.valueChanged.connect(self._look_ahead)
        bar.rangeChanged.connect(self._look_ahead)
        self._about = self._make_about()
        self._count = text_label("", "muted", name="history_count")
        self._lay_out()
        self.setFocusProxy(self.table)

    def show_reading(self) -> None:
        """Show that the list is being read."""
        self.table.set_busy(True)

    def show_rows(
        self, rows: "tuple[HistoryRow, ...]", *, chosen: int | None, is_more: bool
    ) -> None:
        """Show what was read so far; ``is_more`` says that there is more to be read."""
        self.table.set_busy(False)
        told = (
            self.tr("The newest {count}; more come as you scroll")
            if is_more
            else self.tr("{count} in all")
        )
        self._count.setText(told.format(count=f"{len(rows):,}") if rows else "")
        self.table.say_empty(
            self.tr("Nothing was changed yet")
            if not self.narrowing.is_narrow()
            else self.tr("No change fits all of this"),
        )
        self.table.set_rows(rows)
        if chosen is not None and not self.table.selected():
            self.table.choose([chosen])

    def show_record(self, named: "Named | None") -> None:
        """Say whose history it is; ``None`` for that of the whole workspace."""
        self._about.setVisible(named is not None)
        if named is not None:
            told = self.tr("About {record}, and what belongs to it")
            self._about_words.setText(told.format(record=words.say_record(named)))

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.table.set_busy(False)
        self.table.say_problem(sentence, remedy)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("at", self.tr("When"), words.say_moment, lambda row: row.at, 148),
            Column("actor", self.tr("Who"), words.say_actor, width=110),
            Column("what", self.tr("What was done"), words.say_use_case, width=200),
            Column("records", self.tr("To what"), words.say_records),
        )

    def _make_about(self) -> QFrame:
        about = QFrame()
        about.setObjectName("history_about")
        about.setProperty("cls", "banner")
        self._about_words = ElidingLabel("", "small")
        self._about_words.setObjectName("history_about_words")
        whole = QPushButton(self.tr("All changes"))
        whole.setObjectName("history_whole")
        whole.setToolTip(self.tr("Show the history of the whole workspace"))
        whole.clicked.connect(self.whole_requested)
        across = QHBoxLayout(about)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._about_words, 1)
        across.addWidget(whole)
        about.hide()
        return about

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(text_label(self.tr("History"), "h1"))
        head.addWidget(self._count)
        head.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 18, 24, 16)
        down.setSpacing(12)
        down.addLayout(head)
        down.addWidget(self._about)
        down.addWidget(self.narrowing)
        down.addWidget(self.table, 1)

    def _tell(self, rows: tuple[Any, ...]) -> None:
        self.chosen.emit(rows[0].id if len(rows) == 1 else None)

    def _look_ahead(self, *_place: int) -> None:
        bar = self.table.view.verticalScrollBar()
        if bar.value() >= bar.maximum() - _PAGES_AHEAD * bar.pageStep():
            self.more_requested.emit()
