"""The pane with a body's meetings: how many, a filter, and the list itself."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.meetings import list_sheet
from app.ui.meetings.list_view import MeetingsList
from app.ui.meetings.narrow_button import NarrowButton
from app.ui.meetings.narrowing import Narrowing
from app.ui.meetings.row_delegate import MeetingDelegate
from app.ui.meetings.table import MeetingsTable, Role
from app.ui.widgets import chip
from app.ui.widgets.blank import Blank
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label

if TYPE_CHECKING:
    from app.services.meetings import MeetingRow

WIDTH = 280


class ListPane(QFrame):
    """Lets the user find and choose a meeting; several are chosen to be copied or printed.

    Signals:
        chosen: The id of the one meeting that is chosen now.
        opened: The user pressed Enter or double-clicked: go on to the meeting itself.
        filtered: The words typed into the filter.
        narrowed: Which states and hosts the list shall be narrowed to.
        new_requested: A meeting shall be planned.
    """

    chosen = Signal(object)
    opened = Signal()
    filtered = Signal(str)
    narrowed = Signal(object)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_pane")
        self.setFixedWidth(scaled(WIDTH))
        self._total = 0
        self._count = chip.count(0)
        self._narrow = NarrowButton()
        self._narrow.chosen.connect(self.narrowed)
        self._new = IconButton("plus", self.tr("New meeting (Ctrl+Shift+N)"), name="meetings_new")
        self._new.clicked.connect(self.new_requested)
        self._filter = self._make_filter()
        self.table = MeetingsTable(self)
        self._list = self._make_list()
        self._blank = Blank("landmark", name="list_blank")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._blank)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._heading())
        layout.addWidget(self._stack, 1)

    def show_rows(self, rows: "tuple[MeetingRow, ...]", *, total: int, chosen: UUID | None) -> None:
        """Show meetings; ``total`` counts them before filtering."""
        selection, flags = self._list.selectionModel(), QItemSelectionModel.SelectionFlag
        several = [row.id for row in self._chosen()]
        selection.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.table.set_rows(rows)
        place = self.table.index_of(chosen)
        if place.isValid():
            selection.setCurrentIndex(place, flags.ClearAndSelect)
        for key in several if chosen in several else ():
            selection.select(self.table.index_of(key), flags.Select)
        selection.blockSignals(False)  # noqa: FBT003
        self._total = total
        self._say_how_many()
        if rows:
            self._stack.setCurrentWidget(self._list)
            self._list.scrollTo(place)
            self._list.viewport().update()
        else:
            self._say_empty(filtered=bool(total))

    def offer_narrowing(self, offer: Narrowing) -> None:
        """Offer the states and hosts that there are among the meetings."""
        self._narrow.offer(offer)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be planned, or everything."""
        self._new.setVisible(not read_only)

    def show_reading(self) -> None:
        """Say that the list is being read, and forget the filter of another body."""
        self._filter.blockSignals(True)  # noqa: FBT003
        self._filter.clear()
        self._filter.blockSignals(False)  # noqa: FBT003
        self._count.setText("…")

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def print_here(self) -> None:
        """Show how the meetings will be printed: those chosen, or all that are shown."""
        if self.table.meetings():
            list_sheet.print_list(self._in_hand(), parent=self.window())

    def copy(self) -> None:
        """Copy the meetings as a table: those chosen, or all that are shown."""
        if self.table.meetings():
            list_sheet.copy_list(self._in_hand())

    def find_here(self) -> None:
        """Put the keyboard into the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard on the list, or on the filter if the list is empty."""
        target = self._list if self.table.rowCount() else self._filter
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _heading(self) -> QVBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(text_label(self.tr("Meetings"), "h2"))
        title.addWidget(self._count)
        title.addStretch(1)
        title.addWidget(self._narrow)
        title.addWidget(self._new)
        heading = QVBoxLayout()
        heading.setContentsMargins(16, 14, 12, 6)
        heading.setSpacing(10)
        heading.addLayout(title)
        heading.addWidget(self._filter)
        return heading

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("meetings_filter")
        field.setAccessibleName(self.tr("Filter meetings by title, number, host, place or year"))
        field.setPlaceholderText(self.tr("Filter by title, place or year"))
        field.setClearButtonEnabled(True)
        field.addAction(icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self.filtered)
        return field

    def _make_list(self) -> MeetingsList:
        view = MeetingsList()
        view.setObjectName("meetings_list")
        view.setAccessibleName(self.tr("Meetings"))
        view.setModel(self.table)
        view.setItemDelegate(MeetingDelegate(view))
        view.selectionModel().selectionChanged.connect(self._tell_chosen)
        view.activated.connect(self._tell_opened)
        view.copy_wanted.connect(self.copy)
        self._copying = QAction(self.tr("Copy the list as a table"), view)
        self._copying.triggered.connect(self.copy)
        self._printing = QAction(self.tr("Print the list…"), view)
        self._printing.triggered.connect(self.print_here)
        view.addActions([self._copying, self._printing])
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return view

    def _chosen(self) -> "tuple[MeetingRow, ...]":
        rows = (self.table.index(place).data(Role.ROW) for place in self._list.chosen_places())
        return tuple(row for row in rows if row is not None)

    def _in_hand(self) -> "tuple[MeetingRow, ...]":
        chosen = self._chosen()
        return chosen if len(chosen) > 1 else self.table.meetings()

    def _say_how_many(self) -> None:
        """Say how many there are, and of how many the menu speaks."""
        several = len(self._chosen()) if len(self._chosen()) > 1 else 0
        self._count.setText(
            self.tr("{chosen} of {total}").format(chosen=several, total=self._total)
            if several
            else str(self._total)
        )
        told = self.tr("{number} meetings are chosen").format(number=several) if several else ""
        self._count.setAccessibleName(told)
        self._count.setToolTip(told)
        self._copying.setText(
            self.tr("Copy the chosen meetings as a table")
            if several
            else self.tr("Copy the list as a table")
        )
        self._printing.setText(
            self.tr("Print the chosen meetings…") if several else self.tr("Print the list…")
        )

    def _say_empty(self, *, filtered: bool) -> None:
        if filtered:
            self._blank.say(self.tr("No meeting has these words"), icon="search")
        else:
            self._blank.say(self.tr("No meetings yet"), icon="landmark")
        self._stack.setCurrentWidget(self._blank)

    def _tell_chosen(self) -> None:
        """Show the one that is chosen; while several are, the one shown before stays."""
        self._say_how_many()
        chosen = self._chosen()
        if len(chosen) == 1:
            self.chosen.emit(chosen[0].id)

    def _tell_opened(self, index: QModelIndex) -> None:
        if index.data(Role.ROW_ID) is not None:
            self.opened.emit()
