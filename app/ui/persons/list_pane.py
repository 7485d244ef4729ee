"""The list of everybody who is known, with what tells namesakes apart."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import dates, icons
from app.ui.appearance import scaled
from app.ui.widgets import chip
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from app.services.persons import PersonRow


_SPELLINGS, _MEETINGS = 1, 4
_HIDES_BELOW = ((_SPELLINGS, 740), (_MEETINGS, 600))


class PersonsPane(QWidget):
    """The list.

    Signals:
        chosen: The id of the person who shall be shown, or ``None``.
        opened: The user wants to go on to the person.
        add_requested: Somebody new shall be entered.
        doubles_requested: The possible doubles shall be shown.
        offices_requested: Organisations that may be one shall be shown.
        retry_requested: What could not be read shall be read again.
    """

    chosen = Signal(object)
    opened = Signal()
    add_requested = Signal()
    doubles_requested = Signal()
    offices_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("persons_pane")
        self._count = QHBoxLayout()
        self._add = QPushButton(self.tr("Add person…"))
        self._add.setObjectName("add_person")
        self._add.setIcon(icons.icon("user-plus", "on_accent"))
        self._add.setProperty("kind", "primary")
        self._add.clicked.connect(self.add_requested)
        self._doubles = QPushButton()
        self._doubles.setObjectName("show_doubles")
        self._doubles.setIcon(icons.icon("users"))
        self._doubles.clicked.connect(self.doubles_requested)
        self._doubles.hide()
        self._offices = IconButton(
            "building-2",
            self.tr("Compare two organisations, and make one of them"),
            name="show_offices",
        )
        self._offices.clicked.connect(self.offices_requested)
        self.table = RecordTable(
            self._columns(), name="persons", spoken=self.tr("Delegates"), empty_icon="users"
        )
        self.table.offer_links("person")
        self.table.chosen.connect(self._tell)
        self.table.activated.connect(self._tell_opened)
        self.table.start_requested.connect(self.add_requested)
        self.table.retry_requested.connect(self.retry_requested)
        self._lay_out()
        self.setFocusProxy(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room; the filter finds by them all the same."""
        super().resizeEvent(event)
        for place, width in _HIDES_BELOW:
            self.table.view.setColumnHidden(place, self.width() < scaled(width))

    def show_reading(self) -> None:
        """Show that the list is being read."""
        self.table.set_busy(True)

    def show_rows(
        self, rows: "tuple[PersonRow, ...]", *, chosen: UUID | None, can_change: bool
    ) -> None:
        """Show everybody."""
        self.table.set_busy(False)
        clear(self._count)
        self._count.addWidget(chip.count(len(rows)))
        self._add.setEnabled(can_change)
        self.table.say_empty(
            self.tr("Nobody is on record yet"),
            self.tr("Add person…") if can_change else "",
            detail=self.tr(
                "Whoever is added to a delegation is kept here once, for every meeting."
            ),
        )
        self.table.set_rows(rows)
        if chosen is not None and chosen not in {row.id for row in self.table.selected()}:
            self.table.choose([chosen])

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.table.set_busy(False)
        self.table.say_problem(sentence, remedy)

    def show_doubles(self, count: int) -> None:
        """Show how many pairs may be one person each."""
        self._doubles.setText(self.tr("%n possible double(s)…", "", count))
        self._doubles.setVisible(count > 0)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("Name"), lambda row: row.name, width=190),
            Column("spellings", self.tr("Other spellings"), lambda row: " · ".join(row.spellings)),
            Column("post", self.tr("Latest post"), lambda row: row.post or row.organisation),
            Column("side", self.tr("Side"), lambda row: row.side, width=64),
            Column(
                "meetings",
                self.tr("Meetings"),
                lambda row: str(row.meetings or ""),
                sort=lambda row: row.meetings or None,
                width=86,
                align_right=True,
            ),
            Column(
                "last",
                self.tr("Last one"),
                lambda row: dates.day_and_year(row.last_on) if row.last_on else "",
                sort=lambda row: row.last_on,
                width=128,
            ),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(self.tr("Delegates"), "h1"))
        head.addLayout(self._count)
        head.addStretch(1)
        head.addWidget(self._doubles)
        head.addWidget(self._offices)
        head.addWidget(self._add)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 18, 24, 16)
        down.setSpacing(12)
        down.addLayout(head)
        down.addWidget(self.table, 1)

    def _tell(self, rows: "tuple[PersonRow, ...]") -> None:
        self.chosen.emit(rows[0].id if len(rows) == 1 else None)

    def _tell_opened(self, _row: "PersonRow") -> None:
        self.opened.emit()
