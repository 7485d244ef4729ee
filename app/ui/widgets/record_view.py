"""The grid of a table of records: whole rows are chosen, and every key does what people expect."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui.appearance import scale, scaled
from app.ui.widgets.record_delegate import RecordDelegate
from app.ui.widgets.record_model import RecordModel

_ROW = 34
_HEAD = 32
_NARROWEST = 48
_SHIFTED = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class RecordView(QTableView):
    """A grid of rows.

    Signals:
        copy_wanted: Ctrl+C was pressed.
        delete_wanted: Delete was pressed.
        opened: Enter was pressed on a row, or it was clicked twice.
        step_wanted: Alt+Shift+Up (-1) or Alt+Shift+Down (1) was pressed.
        indent_wanted: Alt+Shift+Left (-1) or Alt+Shift+Right (1) was pressed.
    """

    copy_wanted = Signal()
    delete_wanted = Signal()
    opened = Signal()
    step_wanted = Signal(int)
    indent_wanted = Signal(int)

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self._scale = scale()
        self._records = model
        self.setModel(model)
        self.setItemDelegate(RecordDelegate(self, hovered=lambda: self.hovered))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.opened)
        self._set_up_headers()

    def let_move(self, *, nests: bool) -> None:
        """Let rows be moved by dragging and by keys."""
        self._records.movable = True
        self._records.nests = nests
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.horizontalHeader().setSectionsClickable(False)

    def chosen_places(self) -> list[int]:
        """Return the places of the chosen rows, from top to bottom."""
        # Not selectedRows(): that asks the model about every cell of every row.
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def choose_places(self, places: list[int]) -> None:
        """Choose the rows at these places, and no others; the keyboard goes to the first."""
        selection = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        chosen, last = QItemSelection(), self._records.columnCount() - 1
        for begin, end in _runs(places):
            chosen.select(self._records.index(begin, 0), self._records.index(end, last))
        selection.select(chosen, flags.ClearAndSelect | flags.Rows)
        if places:
            first = self._records.index(places[0], 0)
            selection.setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)

    def set_current_place(self, place: int) -> None:
        """Put the keyboard on the row at a place, and choose nothing by it; -1 for no row."""
        if place >= 0:
            self.selectionModel().setCurrentIndex(
                self._records.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for; letters look for a row that begins with them."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif key == Qt.Key.Key_Delete and not modifiers:
            self.delete_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self.opened.emit()
        elif modifiers == _SHIFTED and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif modifiers == _SHIFTED and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.indent_wanted.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on a row, if it is on none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._records.rowCount():
            first = self._records.index(0, 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Light up no row."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.verticalHeader().setDefaultSectionSize(scaled(_ROW))
            self.horizontalHeader().setFixedHeight(scaled(_HEAD))
            self._scale_columns()

    def _scale_columns(self) -> None:
        """Let the columns grow with the text, those made wider by hand as well."""
        head, growth = self.horizontalHeader(), scale() / self._scale
        if growth == 1:
            return
        self._scale = scale()
        head.setMinimumSectionSize(scaled(_NARROWEST))
        for place, column in enumerate(self._records.columns):
            if column.width:
                width = head.sectionSize(place) * growth
                hidden = head.isSectionHidden(place)
                head.resizeSection(place, scaled(column.width) if hidden else round(width))

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self.hovered:
            self.hovered = index.row()
            self.viewport().update()

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(_ROW))
        head = self.horizontalHeader()
        head.setFixedHeight(scaled(_HEAD))
        head.setHighlightSections(False)
        # With the rows' own it would ask, each time it is drawn, whether all of them are chosen.
        head.setSelectionModel(QItemSelectionModel(self._records, head))
        head.setMinimumSectionSize(scaled(_NARROWEST))
        head.setSectionsClickable(True)
        for place, column in enumerate(self._records.columns):
            if column.width:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                head.resizeSection(place, scaled(column.width))
            else:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Return rising places as runs of neighbours: a thousand rows are chosen as quickly as one."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
