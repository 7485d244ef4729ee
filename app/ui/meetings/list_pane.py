"""The pane with a body's meetings: how many, a filter, and the list itself."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.meetings import list_sheet
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
    """Lets the user find and choose a meeting.

    Signals:
        chosen: The id of the meeting that is current now.
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
        selection = self._list.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.table.set_rows(rows)
        place = self.table.index_of(chosen)
        if place.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(place, flags)
        selection.blockSignals(False)  # noqa: FBT003
        self._count.setText(str(total))
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
        """Show how the meetings that are shown will be printed."""
        if self.table.meetings():
            list_sheet.print_list(self.table.meetings(), parent=self.window())

    def copy(self) -> None:
        """Copy the meetings that are shown as a table."""
        if self.table.meetings():
            list_sheet.copy_list(self.table.meetings())

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

    def _make_list(self) -> QListView:
        view = _List()
        view.setObjectName("meetings_list")
        view.setAccessibleName(self.tr("Meetings"))
        view.setModel(self.table)
        view.setItemDelegate(MeetingDelegate(view))
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.selectionModel().selectionChanged.connect(self._tell_chosen)
        view.activated.connect(self._tell_opened)
        copying = QAction(self.tr("Copy the list as a table"), view)
        copying.triggered.connect(self.copy)
        view.copy_wanted.connect(self.copy)
        printing = QAction(self.tr("Print the list…"), view)
        printing.triggered.connect(self.print_here)
        view.addActions([copying, printing])
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return view

    def _say_empty(self, *, filtered: bool) -> None:
        if filtered:
            self._blank.say(self.tr("No meeting has these words"), icon="search")
        else:
            self._blank.say(self.tr("No meetings yet"), icon="landmark")
        self._stack.setCurrentWidget(self._blank)

    def _tell_chosen(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        places = selected.indexes()
        if places and (meeting_id := places[0].data(Role.ROW_ID)) is not None:
            self.chosen.emit(meeting_id)

    def _tell_opened(self, index: QModelIndex) -> None:
        if index.data(Role.ROW_ID) is not None:
            self.opened.emit()


class _List(QListView):
    """A list in which the keys for copying are answered by whoever knows its rows.

    Qt's own answer is the titles alone.
    """

    copy_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)
