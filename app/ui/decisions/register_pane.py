"""The lines of the register, with the choices that narrow them."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui import dates
from app.ui.appearance import scaled
from app.ui.decisions import words
from app.ui.decisions.filters import RegisterFilters
from app.ui.decisions.number_lines import NumberLine
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from app.services.register.sheets import RegisterRow

_BODY, _KIND, _MEETING, _EFFECT, _TEXT = 2, 3, 5, 6, 8
_HIDES_BELOW = ((_EFFECT, 960), (_KIND, 820), (_MEETING, 560))


class RegisterPane(QWidget):
    """Lists decisions.

    Signals:
        chosen: The id of the decision that shall be shown, or ``None``.
        opened: The user wants to go on to it.
        new_requested: A decision shall be entered.
        retry_requested: What could not be read shall be read again.
    """

    chosen = Signal(object)
    opened = Signal()
    new_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register_pane")
        self._rows: tuple[RegisterRow, ...] = ()
        self._shows_bodies = False
        self.filters = RegisterFilters()
        self.filters.narrowed.connect(self._narrow)
        self.table = RecordTable(
            self._columns(), name="decisions", spoken=self.tr("Decisions"), empty_icon="gavel"
        )
        self.table.offer_links("decision")
        self.table.chosen.connect(self._tell)
        self.table.activated.connect(self._tell_opened)
        self.table.start_requested.connect(self.new_requested)
        self.table.retry_requested.connect(self.retry_requested)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 14, 24, 16)
        down.setSpacing(10)
        down.addWidget(self.filters)
        down.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room; the filter finds by them all the same."""
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
        self, rows: "tuple[RegisterRow, ...]", *, chosen: UUID | None, can_change: bool
    ) -> None:
        """Show the register."""
        self._rows = rows
        self.table.set_busy(False)
        self.filters.offer(rows)
        self.table.say_empty(
            self.tr("No decision is on record yet"),
            self.tr("New decision") if can_change else "",
            detail=self.tr("Those of meetings and those taken in writing are kept here alike."),
        )
        self._show()
        if chosen is not None and [row.id for row in self.table.selected()] != [chosen]:
            self.table.choose([chosen])

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.table.set_busy(False)
        self.table.say_problem(sentence, remedy)

    def _show(self) -> None:
        self.table.set_rows([row for row in self._rows if self.filters.narrowing.keeps(row)])

    def _narrow(self, _narrowing: object) -> None:
        if self._rows:
            self.table.say_empty(
                self.tr("No decision is like that"), detail=self.tr("Choose something wider above.")
            )
        self._show()

    def _hide_columns(self) -> None:
        view = self.table.view
        for place, width in _HIDES_BELOW:
            view.setColumnHidden(place, self.width() < scaled(width))
        view.setColumnHidden(_BODY, not self._shows_bodies)
        view.hideColumn(_TEXT)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("symbol", self.tr("Number"), lambda row: row.symbol, width=112),
            Column("title", self.tr("Title"), lambda row: row.title),
            Column("body", self.tr("Body"), lambda row: row.body, width=150),
            Column("kind", self.tr("Kind"), lambda row: words.say("kind", row.kind), width=132),
            Column(
                "taken",
                self.tr("Taken"),
                lambda row: dates.brief_day(row.taken_on) if row.taken_on else "",
                sort=lambda row: row.taken_on,
                width=104,
            ),
            Column(
                "meeting",
                self.tr("Where"),
                lambda row: row.meeting or words.say("channel", row.channel),
                width=96,
            ),
            Column(
                "effect",
                self.tr("In effect"),
                lambda row: dates.brief_day(row.effective_on) if row.effective_on else "",
                sort=lambda row: row.effective_on,
                width=104,
            ),
            Column(
                "standing",
                self.tr("Standing"),
                lambda row: words.say("standing", row.standing),
                chip=lambda row: words.hue("standing", row.standing),
                width=140,
            ),
            # Never shown: it is found, copied and printed all the same.
            Column("text", self.tr("Text"), lambda row: f"{row.words} {row.alias}".strip()),
        )

    def _tell(self, rows: "tuple[RegisterRow | NumberLine, ...]") -> None:
        chosen = [row for row in rows if not isinstance(row, NumberLine)]
        self.table.offer_links("decision" if len(chosen) == len(rows) else "")
        self.chosen.emit(rows[0].id if len(rows) == len(chosen) == 1 else None)

    def _tell_opened(self, row: "RegisterRow | NumberLine") -> None:
        if not isinstance(row, NumberLine):
            self.opened.emit()
