"""The left pane of the rules page: the rule documents of the body, and the contents of the text."""

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
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import colour, font, scaled
from app.ui.rules.outline import Line
from app.ui.widgets import chip, painted
from app.ui.widgets.filter_line import FilterLine
from app.ui.widgets.label import text_label

if TYPE_CHECKING:
    from app.services.rules import RuleDocumentRow

WIDTH = 280
_ROW = 30
_DOT = 3.5
_KEY = Qt.ItemDataRole.UserRole + 1
_LABEL = Qt.ItemDataRole.UserRole + 2
_CHANGED = Qt.ItemDataRole.UserRole + 3


class TreePane(QFrame):
    """Lets the reader choose rules and a place in them.

    Signals:
        document_chosen: The key of rules.
        provision_chosen: The identity of a provision.
        find_requested: Words that are looked for in the text.
        import_requested: A text of rules shall be brought in.
    """

    document_chosen = Signal(object)
    provision_chosen = Signal(str)
    find_requested = Signal(str)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_pane")
        self.setFixedWidth(scaled(WIDTH))
        self._count = chip.count(0)
        self._items: dict[str, QStandardItem] = {}
        self._documents: dict[UUID, QStandardItem] = {}
        self._find = FilterLine(self.tr("Find in this text"), name="rules_find")
        self._find.setPlaceholderText(self.tr("Find in this text"))
        self._find.filtered.connect(self.find_requested)
        self._find.left_down.connect(lambda: self.find_requested.emit(self._find.text()))
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
            self._documents[row.id] = item
            self._model.appendRow(item)
        self._count.setText(str(len(rows)))
        if chosen in self._documents:
            self._tree.setCurrentIndex(self._documents[chosen].index())
        self._listen(on=True)

    def show_contents(self, document_id: UUID, lines: tuple[Line, ...], *, label: str) -> None:
        """Show the contents of the text that is read."""
        item = self._documents.get(document_id)
        if item is None:
            return
        self._listen(on=False)
        here = self._tree.currentIndex().data(_KEY)
        for other in self._documents.values():
            other.removeRows(0, other.rowCount())
        self._items.clear()
        item.setData(label, _LABEL)
        self._add(item, lines)
        self._tree.expandRecursively(item.index())
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._tree, 1)
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
                "scale",
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
        if index.data(_CHANGED):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(QPointF(inner.right() - 2, inner.center().y()), _DOT, _DOT)
            inner.setRight(inner.right() - 12)
        role = "medium" if is_document else "body"
        painted.text(painter, inner, index.data() or "", role, "text")
        painter.restore()


def _item(text: str, key: Any, label: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(key, _KEY)
    item.setData(label, _LABEL)
    item.setEditable(False)
    return item
