"""The silence procedures of a body: what runs, until when, who has objected."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.decisions import words
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from app.services.register.silence_sheets import ProcedureLine

_BODY, _RECEIVED = 2, 4
_HIDES_BELOW = ((_RECEIVED, 640),)


class SilencePane(QWidget):
    """Lists silence procedures.

    Signals:
        chosen: The id of the procedure that shall be shown, or ``None``.
        opened: The user wants to go on to it.
        new_requested: One shall be opened.
        retry_requested: What could not be read shall be read again.
    """

    chosen = Signal(object)
    opened = Signal()
    new_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("silence_pane")
        self._shows_bodies = False
        self.table = RecordTable(
            self._columns(),
            name="procedures",
            spoken=self.tr("Silence procedures"),
            empty_icon="mail",
        )
        self.table.chosen.connect(self._tell)
        self.table.activated.connect(self._tell_opened)
        self.table.start_requested.connect(self.new_requested)
        self.table.retry_requested.connect(self.retry_requested)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 14, 24, 16)
        down.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room."""
        super().resizeEvent(event)
        self._hide_columns()

    def show_bodies(self, *, shown: bool) -> None:
        """Name the body of each line, where there are those of several."""
        self._shows_bodies = shown
        self._hide_columns()

    def show_reading(self) -> None:
        """Show that the list is being read."""
        self.table.set_busy(True)

    def show_rows(
        self, rows: "tuple[ProcedureLine, ...]", *, chosen: UUID | None, can_change: bool
    ) -> None:
        """Show the procedures."""
        self.table.set_busy(False)
        self.table.say_empty(
            self.tr("Nothing has been decided in writing yet"),
            self.tr("New silence procedure") if can_change else "",
            detail=self.tr(
                "A text is sent round; if no side objects within the period, it is adopted."
            ),
        )
        self.table.set_rows(rows)
        if chosen is not None and [row.id for row in self.table.selected()] != [chosen]:
            self.table.choose([chosen])

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.table.set_busy(False)
        self.table.say_problem(sentence, remedy)

    def _hide_columns(self) -> None:
        view = self.table.view
        for place, width in _HIDES_BELOW:
            view.setColumnHidden(place, self.width() < scaled(width))
        view.setColumnHidden(_BODY, not self._shows_bodies)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("symbol", self.tr("Number"), lambda row: row.symbol, width=112),
            Column("title", self.tr("Title"), lambda row: row.title),
            Column("body", self.tr("Body"), lambda row: row.body, width=150),
            Column(
                "deadline",
                self.tr("Deadline"),
                lambda row: words.say_end(row.deadline_at, row.zone) if row.deadline_at else "",
                sort=lambda row: row.deadline_at,
                width=218,
            ),
            Column(
                "received",
                self.tr("Received"),
                lambda row: f"{row.received} / {row.sides}" if row.sides else "",
                sort=lambda row: row.received,
                width=84,
                align_right=True,
            ),
            Column(
                "status",
                self.tr("State"),
                lambda row: words.say("procedure", row.status),
                chip=lambda row: words.hue("procedure", row.status),
                width=158,
            ),
        )

    def _tell(self, rows: "tuple[ProcedureLine, ...]") -> None:
        self.chosen.emit(rows[0].id if len(rows) == 1 else None)

    def _tell_opened(self, _row: "ProcedureLine") -> None:
        self.opened.emit()
