"""The left pane of the rules page: the rule documents of the body, and the contents of the text."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import colour, font, scaled
from app.ui.rules.found_list import FoundList
from app.ui.rules.outline import Line
from app.ui.widgets import chip, painted
from app.ui.widgets.filter_line import FilterLine
from app.ui.widgets.label import text_label
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.rule_library.finding import Findings
    from app.services.rules import RuleDocumentRow

WIDTH = 280
_ROW = 30
_DOT = 3.5
_KEY = Qt.ItemDataRole.UserRole + 1
_LABEL = Qt.ItemDataRole.UserRole + 2
_CHANGED = Qt.ItemDataRole.UserRole + 3
_FORM = Qt.ItemDataRole.UserRole + 4
_NOTES = Qt.ItemDataRole.UserRole + 5


class _Where(StrEnum):
    """Where words are looked for."""

    HERE = "here"
    EVERYWHERE = "everywhere"


class TreePane(QFrame):
    """Lets the reader choose rules and a place in them.

    Signals:
        document_chosen: The key of rules.
        provision_chosen: The identity of a provision.
        find_requested: Words that are looked for in the text.
        import_requested: A text of rules shall be brought in.
        find_all_requested: Words that are looked for in the rules of every body.
        found_chosen: A FoundProvision that shall be read.
    """

    document_chosen = Signal(object)
    provision_chosen = Signal(str)
    find_requested = Signal(str)
    import_requested = Signal()
    find_all_requested = Signal(str)
    found_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_pane")
        self.setFixedWidth(scaled(WIDTH))
        self._count = chip.count(0)
        self._items: dict[str, QStandardItem] = {}
        self._documents: dict[UUID, QStandardItem] = {}
        self._notes: dict[UUID, int] = {}
        self._find = FilterLine(self.tr("Find in this text"), name="rules_find")
        self._find.setPlaceholderText(self.tr("Find in this text"))
        self._find.filtered.connect(self._look)
        self._find.left_down.connect(self._go_on)
        self._where = Segments(name="rules_find_where")
        self._where.offer(
            [
                Segment(_Where.HERE, self.tr("This text"), self.tr("Find in this text")),
                Segment(
                    _Where.EVERYWHERE,
                    self.tr("All rules"),
                    self.tr("Find in the rules of every body"),
                ),
            ],
            _Where.HERE,
        )
        self._where.chosen.connect(self._look_elsewhere)
        self._everywhere = False
        self._found = FoundList()
        self._found.chosen.connect(self.found_chosen)
        self._bring_in = QPushButton(self.tr("Bring in a text…"))
        self._bring_in.setObjectName("rules_import")
        self._bring_in.setIcon(icons.icon("file-up"))
        self._bring_in.clicked.connect(self.import_requested)
        self._model = QStandardItemModel(self)
        self._tree = self._make_tree()
        self.setFocusProxy(self._tree)
        self._lay_out()

    def show_documents(self, rows: "tuple[RuleDocumentRow, ...]", chosen: UUID | None) -> None:
        """Show the rule documents; their contents follow when one is read."""
        self._listen(on=False)
        self._model.clear()
        self._items.clear()
        self._documents.clear()
        for row in rows:
            item = _item(row.title, row.id, row.latest)
            item.setToolTip(row.title)
            item.setData(row.kind == "form", _FORM)
            self._documents[row.id] = item
        self._nest(rows)
        self.show_note_counts(self._notes)
        self._count.setText(str(len(rows)))
        if chosen in self._documents:
            self._tree.setCurrentIndex(self._documents[chosen].index())
        self._listen(on=True)

    def show_note_counts(self, counts: "Mapping[UUID, int]") -> None:
        """Show at rules how many notes there are on them."""
        self._notes = dict(counts)
        for key, item in self._documents.items():
            count = self._notes.get(key, 0)
            item.setData(count, _NOTES)
            told = self.tr("{title}, notes: {count}").format(title=item.text(), count=count)
            item.setData(told if count else item.text(), Qt.ItemDataRole.AccessibleTextRole)

    def show_contents(self, document_id: UUID, lines: tuple[Line, ...], *, label: str) -> None:
        """Show the contents of the text that is read."""
        item = self._documents.get(document_id)
        if item is None:
            return
        self._listen(on=False)
        here = self._tree.currentIndex().data(_KEY)
        for other in self._documents.values():
            _take_contents(other)
        self._items.clear()
        item.setData(label, _LABEL)
        belonging = [item.takeRow(0)[0] for _ in range(item.rowCount())]
        self._add(item, lines)
        for other in belonging:  # what belongs to a set of rules stands after its contents
            item.appendRow(other)
        self._tree.expandRecursively(item.index())
        self._tree.expand(item.index())
        self._tree.setCurrentIndex((self._items.get(str(here)) or item).index())
        self._listen(on=True)

    def show_provision(self, eid: str) -> None:
        """Mark the line of a provision."""
        item = self._items.get(eid)
        if item is not None:
            self._listen(on=False)
            self._tree.setCurrentIndex(item.index())
            self._tree.scrollTo(item.index())
            self._listen(on=True)

    def allow_import(self, *, allowed: bool) -> None:
        """Offer to bring in a text, or not."""
        self._bring_in.setEnabled(allowed)

    def focus_find(self) -> None:
        """Put the keyboard on the field to find words with."""
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def show_found(self, found: "Findings", words: str) -> None:
        """Show where the words are in the rules of every body."""
        self._found.show_found(found, words)

    def find_text(self, words: str) -> None:
        """Show other words in the field, as if they were typed."""
        self._find.setText(words)

    def _nest(self, rows: "tuple[RuleDocumentRow, ...]") -> None:
        """Put every document below the set of rules that it belongs to."""
        for row in rows:
            item = self._documents[row.id]
            parent = self._documents.get(row.parent_id) if row.parent_id else None
            if parent is None or parent is item:
                self._model.appendRow(item)
            else:
                parent.appendRow(item)
        for item in self._documents.values():
            if item.hasChildren():
                self._tree.expand(item.index())

    def _look(self, words: str) -> None:
        if self._everywhere:
            self.find_all_requested.emit(words)
        else:
            self.find_requested.emit(words)

    def _look_elsewhere(self, where: "_Where") -> None:
        everywhere = self._everywhere = where is _Where.EVERYWHERE
        told = self.tr("Find in all rules") if everywhere else self.tr("Find in this text")
        self._find.setPlaceholderText(told)
        self._find.setAccessibleName(told)
        self._below.setCurrentWidget(self._found if everywhere else self._tree)
        if everywhere:
            self.find_all_requested.emit(self._find.text())
        self._find.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if self._everywhere:
            self._found.go_in()
        else:
            self.find_requested.emit(self._find.text())

    def _add(self, above: QStandardItem, lines: Any) -> None:
        for line in lines:
            item = _item(line.text, line.eid, "")
            item.setData(line.changed, _CHANGED)
            spoken = self.tr("{text}, changed") if line.changed else "{text}"
            item.setData(spoken.format(text=line.text), Qt.ItemDataRole.AccessibleTextRole)
            self._items[line.eid] = item
            above.appendRow(item)
            self._add(item, line.below)

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setObjectName("rules_tree")
        tree.setAccessibleName(self.tr("Rules and their contents"))
        tree.setModel(self._model)
        tree.setItemDelegate(_LineDelegate(tree))
        tree.setHeaderHidden(True)
        tree.setIndentation(scaled(16))
        tree.setUniformRowHeights(True)
        tree.setMouseTracking(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.selectionModel().currentChanged.connect(self._tell)
        return tree

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        key = index.data(_KEY)
        if isinstance(key, UUID):
            self.document_chosen.emit(key)
        elif key:
            self.provision_chosen.emit(str(key))

    def _listen(self, *, on: bool) -> None:
        self._tree.selectionModel().blockSignals(not on)

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(text_label(self.tr("Adopted rules"), "h2"))
        title.addWidget(self._count)
        title.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 12, 6)
        head.setSpacing(10)
        head.addLayout(title)
        head.addWidget(self._find)
        head.addWidget(self._where)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self._below = QStackedWidget()
        self._below.addWidget(self._tree)
        self._below.addWidget(self._found)
        layout.addWidget(self._below, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 12, 12)
        foot.addWidget(self._bring_in, 1)
        layout.addLayout(foot)


class _LineDelegate(QStyledItemDelegate):
    """Paints a line: rules in bold with their version, a dot where something changed."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line."""
        return QSize(0, scaled(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        painter.save()
        area = QRectF(option.rect)
        painted.ground(painter, option, area.adjusted(0, 1, -8, -1))
        inner = area.adjusted(6, 0, -16, 0)
        is_document = isinstance(index.data(_KEY), UUID)
        if is_document:
            size = scaled(15)
            icons.paint(
                painter,
                "file-text" if index.data(_FORM) else "scale",
                "text2",
                QRectF(inner.left(), inner.center().y() - size / 2, size, size),
            )
            inner.setLeft(inner.left() + size + 8)
        label = index.data(_LABEL) or ""
        if label:
            wanted = QFontMetricsF(font("micro")).horizontalAdvance(label) + 2
            width = min(wanted, inner.width() / 3)
            where = QRectF(inner.right() - width, inner.top(), width, inner.height())
            painted.text(painter, where, label, "micro", "text2")
            inner.setRight(inner.right() - width - 6)
        if index.data(_NOTES):
            inner.setRight(_paint_notes(painter, inner, str(index.data(_NOTES))))
        if index.data(_CHANGED):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(QPointF(inner.right() - 2, inner.center().y()), _DOT, _DOT)
            inner.setRight(inner.right() - 12)
        role = "medium" if is_document else "body"
        painted.text(painter, inner, index.data() or "", role, "text")
        painter.restore()


def _paint_notes(painter: QPainter, inner: QRectF, count: str) -> float:
    """Draw how many notes there are at the right end; return where that begins."""
    width = QFontMetricsF(font("micro")).horizontalAdvance(count) + 2
    size = scaled(12)
    where = QRectF(inner.right() - width, inner.top(), width, inner.height())
    painted.text(painter, where, count, "micro", "accent")
    left = where.left() - size - 3
    icon = QRectF(left, inner.center().y() - size / 2, size, size)
    icons.paint(painter, "message-square", "accent", icon)
    return left - 6


def _item(text: str, key: Any, label: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(key, _KEY)
    item.setData(label, _LABEL)
    item.setEditable(False)
    return item


def _take_contents(item: QStandardItem) -> None:
    """Take away the contents below rules; what belongs to the rules as a text stays."""
    for at in range(item.rowCount() - 1, -1, -1):
        if not isinstance(item.child(at).data(_KEY), UUID):
            item.removeRow(at)
