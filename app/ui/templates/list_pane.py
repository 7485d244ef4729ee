"""The left pane of the Templates page: a filter, what there is, and how to add a Word form."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.templates.entries import Entry
from app.ui.templates.row_delegate import EntryDelegate
from app.ui.templates.table import EntriesTable, Role
from app.ui.widgets.blank import Blank
from app.ui.widgets.filter_line import FilterLine
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label

WIDTH = 280


class ListPane(QFrame):
    """Lets the user find and choose a template, a form or a letterhead.

    Signals:
        chosen: The key of the entry that is current now.
        add_requested: The user wants to add a Word form.
    """

    chosen = Signal(object)
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_pane")
        self.setFixedWidth(scaled(WIDTH))
        self._key: Any = None
        self._filter = FilterLine(
            self.tr("Filter by document, language or body"), name="templates_filter"
        )
        self._filter.setPlaceholderText(self.tr("Filter by document or language"))
        self._filter.filtered.connect(self._narrow)
        self._filter.left_down.connect(self.focus_list)
        self.table = EntriesTable(self)
        self._list = self._make_list()
        self._blank = Blank("search", name="templates_list_blank")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._blank)
        self._add = IconButton(
            "plus",
            self.tr("Add a Word form of your own"),
            name="add_form",
            kind="",
            text=self.tr("Add a Word form…"),
        )
        self._add.clicked.connect(self.add_requested)
        self.setFocusProxy(self._list)
        self._lay_out()

    def show_entries(self, entries: tuple[Entry, ...], *, chosen: Any, can_add: bool) -> None:
        """Show what there is, and what of it is chosen."""
        self._key = chosen
        self._add.setEnabled(can_add)
        selection = self._list.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.table.set_entries(entries)
        self._mark()
        selection.blockSignals(False)  # noqa: FBT003
        self._show_rows()

    def focus_list(self) -> None:
        """Put the keyboard on the list, or on the filter if the list is empty."""
        target = self._list if self.table.rowCount() else self._filter
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def _narrow(self, text: str) -> None:
        selection = self._list.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003
        self.table.filter(text)
        self._mark()
        selection.blockSignals(False)  # noqa: FBT003
        self._show_rows()

    def _mark(self) -> None:
        place = self.table.index_of(self._key)
        if place.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._list.selectionModel().setCurrentIndex(place, flags)
            self._list.scrollTo(place)

    def _show_rows(self) -> None:
        if self.table.rowCount():
            self._stack.setCurrentWidget(self._list)
            self._list.viewport().update()
        else:
            self._blank.say(self.tr("No template has these words"), icon="search")
            self._stack.setCurrentWidget(self._blank)

    def _tell_chosen(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        places = selected.indexes()
        entry = places[0].data(Role.ENTRY) if places else None
        if entry is not None:
            self._key = entry.key
            self.chosen.emit(entry.key)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("templates_list")
        view.setAccessibleName(self.tr("Templates"))
        view.setModel(self.table)
        view.setItemDelegate(EntryDelegate(view))
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.selectionModel().selectionChanged.connect(self._tell_chosen)
        return view

    def _lay_out(self) -> None:
        self._add.setIcon(icons.icon("plus", "text2"))
        heading = QVBoxLayout()
        heading.setContentsMargins(16, 14, 12, 6)
        heading.setSpacing(10)
        heading.addWidget(text_label(self.tr("Templates"), "h2"))
        heading.addWidget(self._filter)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.addWidget(self._add, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(heading)
        down.addWidget(self._stack, 1)
        down.addLayout(foot)
