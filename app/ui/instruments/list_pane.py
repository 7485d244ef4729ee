"""The instruments as a list, or along the years; of all partners or of some."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.instruments import words
from app.ui.instruments.timeline import Timeline
from app.ui.instruments.view import Shown
from app.ui.widgets import chip
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import text_label
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.segments import Segment, Segments

_KIND, _PARTIES, _FORCE = 2, 3, 5
_HIDES_BELOW = ((_KIND, 1000), (_FORCE, 900), (_PARTIES, 820))


class InstrumentsPane(QWidget):
    """The list.

    Signals:
        chosen: The id of the instrument that shall be shown, or ``None``.
        opened: The user wants to go on to the instrument.
        add_requested: An instrument shall be entered.
        timeline_chosen: The timeline shall be shown, or the list.
        partners_chosen: The partners whose instruments shall be shown, or ``None`` for all.
        retry_requested: What could not be read shall be read again.
    """

    chosen = Signal(object)
    opened = Signal()
    add_requested = Signal()
    timeline_chosen = Signal(object)
    partners_chosen = Signal(object)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("instruments_pane")
        self._count = QHBoxLayout()
        self._count.setSpacing(8)
        self._how = Segments(name="instruments_how")
        self._how.chosen.connect(self.timeline_chosen)
        self._partners = MenuButton(self.tr("All partners"))
        self._partners.setObjectName("instruments_partners")
        self._partners.setMaximumWidth(scaled(260))
        self._add = QPushButton(self.tr("New…"))
        self._add.setObjectName("add_instrument")
        self._add.setAccessibleName(self.tr("New instrument"))
        self._add.setIcon(icons.icon("plus", "on_accent"))
        self._add.setProperty("kind", "primary")
        self._add.clicked.connect(self.add_requested)
        self.table = RecordTable(
            _columns(), name="instruments", spoken=self.tr("Instruments"), empty_icon="handshake"
        )
        self.table.offer_links("instrument")
        self.table.chosen.connect(self._tell)
        self.table.activated.connect(self._tell_opened)
        self.table.start_requested.connect(self.add_requested)
        self.table.retry_requested.connect(self.retry_requested)
        self.timeline = Timeline()
        self.timeline.chosen.connect(self.chosen)
        self.timeline.opened.connect(self.opened)
        self._lay_out()
        self.setFocusProxy(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room."""
        super().resizeEvent(event)
        for place, width in _HIDES_BELOW:
            self.table.view.setColumnHidden(place, self.width() < scaled(width))

    def show_reading(self) -> None:
        """Show that the list is being read."""
        self.table.set_busy(True)

    def show_instruments(self, shown: Shown, *, chosen: UUID | None) -> None:
        """Show the instruments."""
        self.table.set_busy(False)
        clear(self._count)
        self._count.addWidget(chip.count(len(shown.rows)))
        if shown.warnings:
            told = QCoreApplication.translate("Instruments", "%n to look at", "", shown.warnings)
            self._count.addWidget(chip.chip(told, "warn", name="instruments_warned"))
        names = {False: self.tr("List"), True: self.tr("Timeline")}
        segments = [Segment(value, name, name) for value, name in names.items()]
        self._how.offer(segments, shown.on_timeline)
        self._offer_partners(shown)
        self._add.setEnabled(shown.can_change)
        self.table.say_empty(
            self.tr("No instrument is on record"),
            self.tr("New instrument…") if shown.can_change else "",
            detail=self.tr("The agreements on which bodies and projects rest are kept here."),
        )
        if shown.on_timeline and shown.rows:
            self.timeline.show_rows(shown.rows, shown.today, chosen=chosen)
            self._stack.setCurrentWidget(self.timeline)
            self.setFocusProxy(self.timeline)
            return
        self.table.set_rows(shown.rows)
        if chosen is not None and not self.table.selected():
            self.table.choose([chosen])
        self._stack.setCurrentWidget(self.table)
        self.setFocusProxy(self.table)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.table.set_busy(False)
        self._stack.setCurrentWidget(self.table)
        self.table.say_problem(sentence, remedy)

    def _offer_partners(self, shown: Shown) -> None:
        menu = self._partners.choices
        menu.clear()
        group = QActionGroup(menu)
        every: tuple[Any, str] = (None, self.tr("All partners"))
        current = every[1]
        for place, (partners, name) in enumerate((every, *shown.partnerships)):
            action = menu.addAction(name.replace("&", "&&"))
            action.setObjectName(f"partners_{place}")
            action.setCheckable(True)
            action.setChecked(partners == shown.partners)
            group.addAction(action)
            action.triggered.connect(partial(self._tell_partners, partners))
            current = name if partners == shown.partners else current
        self._partners.setText(current.replace("&", "&&"))
        self._partners.setToolTip(current)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.timeline)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(self.tr("Instruments"), "h1"))
        head.addLayout(self._count)
        head.addStretch(1)
        for widget in (self._how, self._partners, self._add):
            head.addWidget(widget)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 18, 24, 16)
        down.setSpacing(12)
        down.addLayout(head)
        down.addWidget(self._stack, 1)

    def _tell(self, rows: tuple[Any, ...]) -> None:
        self.chosen.emit(rows[0].id if len(rows) == 1 else None)

    def _tell_opened(self, _row: Any) -> None:
        self.opened.emit()

    def _tell_partners(self, partners: Any) -> None:
        self.partners_chosen.emit(partners)


def _columns() -> tuple[Column, ...]:
    def say(told: str) -> str:
        return QCoreApplication.translate("Instruments", told)

    return (
        Column("code", say("Code"), lambda row: row.code, width=140),
        Column("title", say("Title"), lambda row: row.title),
        Column("kind", say("Kind"), lambda row: words.say_kind(row.kind.value), width=150),
        Column("parties", say("Parties"), lambda row: ", ".join(row.parties), width=150),
        Column("signed", say("Signed"), lambda row: row.signed_on, width=96),
        Column("force", say("In force"), lambda row: row.in_force_from, width=96),
        Column(
            "ends",
            say("Ends"),
            words.say_end,
            sort=lambda row: row.term.ends_on,
            width=146,
            icon=lambda row: ("triangle-alert", "warn") if row.term.warning else None,
            spoken=lambda row: " ".join((words.say_end(row), words.short_warning(row.term))),
        ),
        Column(
            "status",
            say("Status"),
            lambda row: words.say_status(row.status.value),
            width=104,
            chip=lambda row: words.status_hue(row.status.value),
        ),
    )
