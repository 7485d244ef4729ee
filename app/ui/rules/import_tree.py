"""The text that came: its provisions as a tree, the lines beside it, and what is doubtful."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.appearance import colour, scaled
from app.ui.rules import import_words as words
from app.ui.rules.import_rows import ImportRows
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.rule_imports import Alignment, ImportPreview

_LINE = Qt.ItemDataRole.UserRole + 1
_PLACE = Qt.ItemDataRole.UserRole + 2
_KIND = 130
_ROW = 26
_TAB = 20
_REMARKS = 132
_MOST_REMARKS = 2000


class ImportTree(QWidget):
    """Shows how a text was read, and lets a person put it right.

    Signals:
        step_wanted: What shall be done with which provision: ``lift`` and a place.
        kind_wanted: What a provision is: its place and the kind.
    """

    step_wanted = Signal(str, int)
    kind_wanted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ImportRows(self)
        self._remarks: list[tuple[str, int | None, int | None]] = []
        self._tree = self._make_tree()
        self._lines = self._make_lines()
        self._list = QListWidget()
        self._list.setObjectName("rule_import_remarks")
        self._list.setAccessibleName(self.tr("What should be looked at"))
        self._list.setWordWrap(True)
        self._list.currentItemChanged.connect(self._go_to_remark)
        self._list.itemActivated.connect(self._go_to_remark)
        self._heading = text_label("", "h3")
        self._kind = ChoiceField(name="rule_import_kind", spoken=self.tr("What the provision is"))
        self._kind.setFixedWidth(scaled(_KIND))
        self._kind.chosen.connect(self._tell_kind)
        self._steps = {
            step: self._step_button(icon, spoken, step)
            for step, icon, spoken in (
                ("lift", "chevron-left", self.tr("One level higher (Alt+Shift+Left)")),
                ("lower", "chevron-right", self.tr("One level lower (Alt+Shift+Right)")),
                ("join", "merge", self.tr("Join to the one before")),
                ("leave-out", "eye-off", self.tr("Leave out: it is no part of the rules")),
            )
        }
        self._steps["lift"].setShortcut("Alt+Shift+Left")
        self._steps["lower"].setShortcut("Alt+Shift+Right")
        self._lay_out()
        self.setFocusProxy(self._tree)

    def show_preview(self, preview: "ImportPreview") -> None:
        """Show another text."""
        self._lines.setPlainText("\n".join(preview.lines))
        self._remarks = [
            (words.left_out(kind, number), None, None) for kind, number in preview.source.left
        ]
        self._remarks += [
            (words.remark(each), each.line, None) for each in preview.remarks[:_MOST_REMARKS]
        ]
        self.show_rows(preview.rows, 0)
        self.show_alignment(None)

    def show_rows(self, rows: tuple[Any, ...], place: int) -> None:
        """Show the provisions, one of which is in hand."""
        top = self._tree.verticalScrollBar().value()
        self._model.show_rows(rows)
        self._tree.verticalScrollBar().setValue(top)
        if rows:
            self._tree.setCurrentIndex(self._model.index(max(place, 0), 0))

    def show_alignment(self, alignment: "Alignment | None") -> None:
        """Show, after the other remarks, where the text differs from another language."""
        told = list(self._remarks)
        if alignment is not None:
            told += [(sentence, None, place) for sentence, place in words.disagreements(alignment)]
        self._list.clear()
        for sentence, line, place in told:
            item = QListWidgetItem(
                self.tr("Line {number}: {sentence}").format(number=line, sentence=sentence)
                if line
                else sentence
            )
            item.setData(_LINE, line)
            item.setData(_PLACE, place)
            self._list.addItem(item)
        self._heading.setText(
            self.tr("To be looked at: {number}").format(number=len(told))
            if told
            else self.tr("Nothing doubtful was found")
        )
        self._list.setVisible(bool(told))
        needed = self._list.sizeHintForRow(0) * len(told) + 2 * scaled(4)
        self._list.setFixedHeight(min(scaled(_REMARKS), max(needed, 0)))

    def _make_tree(self) -> QTableView:
        tree = QTableView()
        tree.setObjectName("rule_import_tree")
        tree.setAccessibleName(self.tr("Provisions as they were read"))
        tree.setModel(self._model)
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setTabKeyNavigation(False)
        tree.setShowGrid(False)
        tree.setWordWrap(False)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.verticalHeader().hide()
        tree.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        tree.verticalHeader().setDefaultSectionSize(scaled(_ROW))
        head = tree.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(1, scaled(110))
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        tree.selectionModel().currentChanged.connect(self._follow)
        return tree

    def _make_lines(self) -> QPlainTextEdit:
        lines = QPlainTextEdit()
        lines.setObjectName("rule_import_lines")
        lines.setAccessibleName(self.tr("The text as it came"))
        lines.setReadOnly(True)
        lines.setTabStopDistance(scaled(_TAB))
        lines.setProperty("cls", "field")
        lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return lines

    def _step_button(self, icon: str, spoken: str, step: str) -> IconButton:
        button = IconButton(icon, spoken, name=f"rule_import_{step}")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._tell_step, step))
        return button

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(self._kind)
        for button in self._steps.values():
            tools.addWidget(button)
        tools.addStretch(1)
        left = QWidget()
        down = QVBoxLayout(left)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        down.addLayout(tools)
        down.addWidget(self._tree, 1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(wrapped_label(self.tr("The text as it came"), "small"))
        beside.addWidget(self._lines, 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(left)
        across.addWidget(right)
        across.setSizes([scaled(380), scaled(280)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(across, 1)
        column.addWidget(self._heading)
        column.addWidget(self._list)

    def _place(self) -> int:
        return self._tree.currentIndex().row()

    def _follow(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Show the line that a provision was read from, and what can be done with it."""
        if not index.isValid():
            return
        row = self._model.row(index.row())
        self._kind.offer([(name, kind) for kind, name in words.kinds()], row.kind.value)
        if row.line:
            self._show_line(row.line)

    def _show_line(self, line: int) -> None:
        block = self._lines.document().findBlockByNumber(line - 1)
        if not block.isValid():
            return
        cursor = QTextCursor(block)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        format_ = mark.format
        format_.setBackground(colour("accent_soft"))
        format_.setProperty(QTextBlockFormat.Property.FullWidthSelection, True)  # noqa: FBT003
        self._lines.setExtraSelections([mark])
        self._lines.setTextCursor(cursor)
        self._lines.centerCursor()

    def _go_to_remark(self, item: QListWidgetItem | None, *_: object) -> None:
        if item is None:
            return
        line, place = item.data(_LINE), item.data(_PLACE)
        if place is None and line:
            place = self._model.place_of_line(line)
        if place is not None and self._model.rowCount():
            index = self._model.index(min(place, self._model.rowCount() - 1), 0)
            self._tree.setCurrentIndex(index)
            self._tree.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        if line:
            self._show_line(line)

    def _tell_step(self, step: str) -> None:
        if self._place() >= 0:
            self.step_wanted.emit(step, self._place())

    def _tell_kind(self, kind: str) -> None:
        if self._place() >= 0:
            self.kind_wanted.emit(self._place(), kind)
