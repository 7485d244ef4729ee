"""The list of an agenda: items are entered, named and moved in it as in a word processor."""

from collections.abc import Hashable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.agenda.columns import NARROW, agenda_columns, empty_columns
from app.ui.agenda.sheet import NEW, AgendaLine, AgendaSheet
from app.ui.agenda.title_editor import TitleEditor
from app.ui.appearance import scaled
from app.ui.widgets.record_table import RecordTable

_NARROW_BELOW = 760
_TITLE = 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class AgendaOutline(QWidget):
    """Shows the items and takes what is done to them.

    Signals:
        added: The title of a new item, the item that it follows or ``None``, and whether below it.
        renamed: The item and its new title.
        opened: The item that shall be shown with all that can be changed in it.

    Attributes:
        table: The table itself.
    """

    added = Signal(str, object, bool)
    renamed = Signal(object, str)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_outline")
        self.table = RecordTable(
            agenda_columns(),
            name="agenda_list",
            spoken=self.tr("Agenda"),
            depth=_depth,
            movable=True,
            nests=True,
        )
        self.table.offer_links("agenda_item")
        self._sheet: AgendaSheet | None = None
        self._waiting: AgendaSheet | None = None
        self._editor: TitleEditor | None = None
        self._place: tuple[UUID | None, bool] = (None, False)
        self._wanted: UUID | None = None
        self._goes_on = False
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.table.view.installEventFilter(self)
        self.table.activated.connect(self._open)  # by the mouse: Enter enters the next item

    def show_sheet(self, sheet: AgendaSheet) -> None:
        """Show the items; while one is being typed the list waits, so that nothing is lost."""
        if self._editor is not None:
            self._waiting = sheet
            return
        self._sheet = sheet
        self._waiting = None
        self.table.set_rows(sheet.lines())
        self.table.filter_line.setEnabled(bool(sheet.outline.items))
        self._fold()
        self._go_to_wanted()

    def select_next(self, item_id: UUID) -> None:
        """Choose an item as soon as it is there, and go on typing where Enter was pressed."""
        self._wanted = item_id
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        wanted, sheet = self._wanted, self._sheet
        if wanted is None or sheet is None or sheet.item(wanted) is None:
            return
        self._wanted = None
        self.table.choose((wanted,))
        goes_on, self._goes_on = self._goes_on, False
        if goes_on:
            self.enter_new(below=False)

    def enter_new(self, *, below: bool) -> None:
        """Open a line for a new item after the current one, or below it."""
        sheet = self._sheet
        if sheet is None or not sheet.can_change:
            return
        self.finish()
        current = self._current_item()
        below = below and current is not None
        self._place = (current, below)
        lines = list(sheet.lines())
        depth, at = self._where(lines, current, below=below)
        lines.insert(at, AgendaLine(NEW, None, None, depth))
        self.table.filter_line.clear()
        self.table.model.filter("")
        self.table.set_rows(lines)
        self.table.choose((NEW,))
        self._edit(NEW, "", self.tr("Title of the new item"))

    def rename_current(self) -> None:
        """Open the title of the current item for typing."""
        item_id = self._current_item()
        item = self._sheet.item(item_id) if self._sheet is not None and item_id else None
        if item is not None and self._sheet is not None and self._sheet.can_change:
            self._edit(item.id, item.title, self.tr("Title of item {n}").format(n=item.label))

    def finish(self) -> None:
        """Keep what is being typed."""
        if self._editor is not None:
            self._editor.finish()

    def is_typing(self) -> bool:
        """Say whether a title is being typed."""
        return self._editor is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that a list of other things uses otherwise."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Show the columns that have something to say and for which there is room."""
        hidden = NARROW if self.width() < scaled(_NARROW_BELOW) else frozenset()
        if self._sheet is not None:
            hidden |= empty_columns(self._sheet.lines())
        for place, column in enumerate(self.table.model.columns):
            self.table.view.setColumnHidden(place, column.key in hidden)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and modifiers == _ALT:
            self._open()
        elif (key in _ENTER or key == Qt.Key.Key_Insert) and modifiers in (
            Qt.KeyboardModifier.NoModifier,
            _CTRL,
        ):
            self.enter_new(below=modifiers == _CTRL)
        elif key == Qt.Key.Key_F2 and not modifiers:
            self.rename_current()
        else:
            return False
        return True

    def _edit(self, key: Hashable, title: str, spoken: str) -> None:
        view = self.table.view
        index = self.table.model.index(self.table.model.place_of(key), _TITLE)
        editor = TitleEditor(title, spoken=spoken)
        editor.setTextMargins(scaled(22) * self.table.model.depth(index.row()), 0, 0, 0)
        editor.entered.connect(self._take_title)
        editor.given_up.connect(self._give_up)
        self._editor = editor
        view.setIndexWidget(index, editor)
        view.scrollTo(index)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_title(self, title: str, goes_on: bool) -> None:  # noqa: FBT001 - a slot
        key = self._current_key()
        self._close_editor()
        if key == NEW and title:
            self._goes_on = goes_on
            self.added.emit(title, *self._place)
        elif key != NEW and self._sheet is not None and key is not None:
            item = self._sheet.item(key)
            if item is not None and title and title != item.title:
                self.renamed.emit(item.id, title)

    def _give_up(self) -> None:
        self._close_editor()

    def _close_editor(self) -> None:
        """Take the editor away and show the items as they are by now."""
        editor, self._editor = self._editor, None
        had_keyboard = editor is not None and (editor.hasFocus() or self.isAncestorOf(editor))
        sheet = self._waiting or self._sheet
        current = self._place[0] if self._current_key() == NEW else self._current_key()
        if editor is not None:
            editor.setObjectName("")  # it stays for a moment, and is not the one to be found
            editor.hide()
            editor.deleteLater()
        if sheet is not None:
            self.show_sheet(sheet)
        if current is not None:
            self.table.choose((current,))
        if had_keyboard:
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, _line: AgendaLine | None = None) -> None:
        item_id = self._current_item()
        if item_id is not None:
            self.opened.emit(item_id)

    def _current_key(self) -> Any:
        line = self.table.current()
        return line.id if line is not None else None

    def _current_item(self) -> UUID | None:
        """Return the item that the keyboard is on, if one is chosen."""
        line = self.table.current()
        if line is None or line.item is None or line not in self.table.selected():
            return None
        return line.item.id

    def _where(
        self, lines: list[AgendaLine], current: UUID | None, *, below: bool
    ) -> tuple[int, int]:
        """Return how deep and at which place the line for a new item stands."""
        if current is None:
            return 0, len(lines)
        at = next(place for place, line in enumerate(lines) if line.id == current)
        depth = lines[at].depth
        end = at + 1
        while end < len(lines) and lines[end].depth > depth:
            end += 1
        return depth + below, end


def _depth(line: AgendaLine) -> int:
    return line.depth
