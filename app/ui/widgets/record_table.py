"""A table of records with its filter line: chosen, sorted, moved, copied and printed alike."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.ui.steps import Steps
from app.ui.widgets.blank import Blank
from app.ui.widgets.filter_line import FilterLine
from app.ui.widgets.progress import BusyBar
from app.ui.widgets.record_columns import Column as Column
from app.ui.widgets.record_model import RecordModel
from app.ui.widgets.record_moves import RecordMoves
from app.ui.widgets.record_sheet import copied
from app.ui.widgets.record_view import RecordView

_AT_ONCE = 1_000
_OF_THE_WINDOW = ("copy_link", "record_history")
"""The window's own actions on the record that the keyboard is on, by their names."""


class RecordTable(QWidget):
    """Rows with a filter line above them.

    Signals:
        chosen: The rows that are chosen now, from top to bottom.
        activated: The row that the user wants to open.
        delete_requested: The rows that the user wants to delete.
        moved: The ids of rows, the id of the row at which they shall stand, and whether above it
            (``True``) or below it (``False``).
        nested: The ids of rows, and the id of the row that they shall belong to.
        indented: The ids of rows, and whether they go out (-1) or in (1) by one level.
        start_requested: The button of the empty table was pressed.
        retry_requested: The user wants to try again what failed.
    """

    chosen = Signal(tuple)
    activated = Signal(object)
    delete_requested = Signal(tuple)
    moved = Signal(tuple, object, bool)
    nested = Signal(tuple, object)
    indented = Signal(tuple, int)
    start_requested = Signal()
    retry_requested = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        spoken: str,
        key: Callable[[Any], Hashable] = attrgetter("id"),
        depth: Callable[[Any], int] | None = None,
        movable: bool = False,
        nests: bool = False,
        filtered: bool = True,
        empty_icon: str = "list-ordered",
        parent: QWidget | None = None,
    ) -> None:
        """Make the table.

        Args:
            columns: The columns, from left to right.
            name: Its object name; the grid, the filter and the blank get names made from it.
            spoken: What it lists, as "Delegates"; its printed title too.
            key: Gives the id of a row.
            depth: Gives how deep a row lies below others, from 0.
            movable: Rows can be moved; they are then never sorted by a column.
            nests: A row can also be dropped into another, and moved in and out by keys.
            filtered: It has a filter line.
            empty_icon: The icon of the empty table.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.model = RecordModel(columns, key=key, depth=depth, parent=self)
        self.view = RecordView(self.model)
        self.view.setObjectName(f"{name}_grid")
        self.view.setAccessibleName(spoken)
        self._spoken = spoken
        self._steps = Steps(self)
        self._is_settling = False
        self._link_kind = ""
        self._actions: list[QAction | None] = []
        self._make_blank(empty_icon)
        self.filter_line = FilterLine(
            self.tr("Filter: {what}").format(what=spoken), name=f"{name}_filter"
        )
        self.filter_line.setVisible(filtered)
        # What the window's Ctrl+F and Ctrl+P look for.
        self.find_here = self.focus_filter if filtered else None
        self.print_here = self.print_rows
        self._moves = RecordMoves(self.view, self.model)
        self._lay_out()
        self._connect()
        if movable:
            self.view.let_move(nests=nests)
        self.setFocusProxy(self.view)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; those that were chosen stay chosen, and the keyboard where it was."""
        self._settle(partial(self.model.set_rows, rows))
        self._show_state()

    def rows(self) -> tuple[Any, ...]:
        """Return the rows that are shown, from top to bottom."""
        return self.model.rows()

    def selected(self) -> tuple[Any, ...]:
        """Return the rows that are chosen, from top to bottom."""
        return tuple(self.model.row(place) for place in self.view.chosen_places())

    def current(self) -> Any:
        """Return the row that the keyboard is on, or ``None``."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def offer_links(self, kind: str) -> None:
        """Let the link of the row that the keyboard is on be copied: it is a record of a kind."""
        self._link_kind = kind

    def link_here(self) -> tuple[str, Any] | None:
        """Return the kind and the id of the record that the keyboard is on."""
        row = self.current()
        return (self._link_kind, row.id) if self._link_kind and row is not None else None

    def choose(self, ids: Iterable[Hashable]) -> None:
        """Choose rows by their ids; those that are not shown are passed over."""
        self.view.choose_places(self.model.places_of(ids))

    def add_action(self, action: QAction) -> None:
        """Put an action into the menu of the rows; its shortcut works in the table."""
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        self._actions.append(action)

    def add_separator(self) -> None:
        """Put a line into the menu of the rows."""
        self._actions.append(None)

    def add_beside_filter(self, widget: QWidget) -> None:
        """Put a widget at the right of the filter line, such as a button that adds a row."""
        self._top.addWidget(widget)

    def say_empty(self, sentence: str, button: str = "", *, detail: str = "") -> None:
        """Say what stands where there are no rows, and on the button that makes the first."""
        self._empty = (sentence, button, detail)
        self._show_state()

    def say_problem(self, sentence: str, remedy: str) -> None:
        """Say why the rows could not be read; ``set_rows`` takes it away."""
        self._start.hide()
        self._retry.show()
        self._blank.say(sentence, remedy, icon="circle-alert")
        self._stack.setCurrentWidget(self._blank)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a slot
        """Show that the rows are being read, if it takes long."""
        self._busy.set_busy(busy)

    def focus_filter(self) -> None:
        """Put the keyboard into the filter line."""
        self.filter_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_line.selectAll()

    def copy(self) -> None:
        """Copy the chosen rows as a table."""
        rows = self.selected()
        if rows:
            QGuiApplication.clipboard().setMimeData(copied(self.model.columns, rows))

    def print_rows(self) -> None:
        """Show how the rows that are shown will be printed, and let them be printed."""
        # Imported when asked for: printing would slow the start.
        from app.ui.widgets.print_preview import PrintPreview
        from app.ui.widgets.record_sheet import PRINT_EDGE, is_wide, make_pages

        columns, rows = self.model.columns, self.rows()
        PrintPreview(
            partial(make_pages, self._spoken, columns, rows),
            title=self._spoken,
            name=f"{self.objectName()}_print_preview",
            landscape=is_wide(columns),
            edge=PRINT_EDGE,
            parent=self.window(),
        ).open_next()

    def menu(self) -> QMenu:
        """Return the menu of the rows as it would open now."""
        menu = QMenu(self)
        for action in self._actions:
            menu.addSeparator() if action is None else menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self.copy).setEnabled(bool(self.selected()))
        menu.addAction(self.tr("Print…"), self.print_rows)
        if self.link_here() is not None:  # what the window does with the record in hand
            menu.addSeparator()
            menu.addActions([each for each in self._window_actions() if each.isEnabled()])
        if not self.model.movable:
            sorting = menu.addMenu(self.tr("Sort by"))
            for place, column in enumerate(self.model.columns):
                if column.title:
                    sorting.addAction(column.title, partial(self._sort_by_click, place))
        return menu

    def _window_actions(self) -> list[QAction]:
        actions = (self.window().findChild(QAction, name) for name in _OF_THE_WINDOW)
        return [action for action in actions if isinstance(action, QAction)]

    def _make_blank(self, icon: str) -> None:
        name = self.objectName()
        self._empty = ("", "", "")
        self._empty_icon = icon
        self._blank = Blank(icon, name=f"{name}_blank")
        self._start = self._blank.add_button("", name=f"{name}_start", primary=True)
        self._start.clicked.connect(self.start_requested)
        self._retry = self._blank.add_button(self.tr("Try again"), name=f"{name}_retry")
        self._retry.clicked.connect(self.retry_requested)

    def _lay_out(self) -> None:
        self._busy = BusyBar(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._blank)
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        self._top.addWidget(self.filter_line, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(self._top)
        down.addSpacing(5)
        down.addWidget(self._busy)
        down.addWidget(self._stack, 1)

    def _connect(self) -> None:
        view = self.view
        self.filter_line.filtered.connect(self._filter)
        self.filter_line.left_down.connect(self._enter_rows)
        view.selectionModel().selectionChanged.connect(self._tell_chosen)
        view.opened.connect(self._tell_activated)
        view.copy_wanted.connect(self.copy)
        view.delete_wanted.connect(self._tell_delete)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.horizontalHeader().sectionClicked.connect(self._sort_by_click)
        self._moves.moved.connect(self.moved)
        self._moves.nested.connect(self.nested)
        self._moves.indented.connect(self.indented)

    def _filter(self, words: str) -> None:
        """Show the rows with some words; a great many are read in steps, and the window answers."""
        self._steps.take(self._filter_in_steps(words))
        if self.model.count() <= _AT_ONCE:
            self._steps.finish()

    def _filter_in_steps(self, words: str) -> Iterator[None]:
        if words.strip():
            yield from self.model.read_through()
        self._settle(partial(self.model.filter, words))
        self._show_state()

    def _sort_by_click(self, place: int) -> None:
        """Sort up, then down, then as the rows were given."""
        head = self.view.horizontalHeader()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if self.model.sorted_by() != (place, up):
            order = up
            place = -1 if self.model.sorted_by() == (place, down) else place
        else:
            order = down
        head.setSortIndicatorShown(place >= 0)
        head.setSortIndicator(place, down if order == up else up)  # Fusion draws them upside down
        self._settle(partial(self.model.sort, place, order))

    def _settle(self, change: Callable[[], None]) -> None:
        """Change the model; what was chosen stays chosen, and the keyboard where it was."""
        before = self.selected()
        kept = [self.model.key(row) for row in before]
        current = self.current()
        here = self.view.verticalScrollBar().value()
        self._is_settling = True
        change()
        self.choose(kept)
        place = self.model.place_of(self.model.key(current)) if current is not None else -1
        self.view.set_current_place(place)
        self._is_settling = False
        self.view.verticalScrollBar().setValue(here)
        if self.selected() != before:
            self._tell_chosen()

    def _show_state(self) -> None:
        """Show the rows, or what there is to say where there are none."""
        sentence, button, detail = self._empty
        is_empty = not self.model.count()
        self._retry.hide()
        self._start.setText(button)
        self._start.setVisible(is_empty and bool(button))
        if self.model.rows():
            self._stack.setCurrentWidget(self.view)
            return
        if is_empty:
            self._blank.say(sentence, detail, icon=self._empty_icon)
        else:
            self._blank.say(self.tr("Nothing here has these words"), icon="search")
        self._stack.setCurrentWidget(self._blank)

    def _tell_chosen(self) -> None:
        if not self._is_settling:
            self.chosen.emit(self.selected())

    def _tell_activated(self) -> None:
        row = self.current()
        if row is not None:
            self.activated.emit(row)

    def _tell_delete(self) -> None:
        rows = self.selected()
        if rows:
            self.delete_requested.emit(rows)

    def _enter_rows(self) -> None:
        self._steps.finish()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))
