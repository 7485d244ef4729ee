"""The right pane of the Templates page: the meeting to try with, and what can be put in."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.appearance import scaled
from app.ui.templates import field_words
from app.ui.widgets import painted
from app.ui.widgets.blank import Blank
from app.ui.widgets.card import rule
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.filter_line import FilterLine
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.meetings import MeetingRow

WIDTH = 300
_HEAD = 48
_ROW = 62
_FIELD = Qt.ItemDataRole.UserRole + 1
_KNOWN = "missing"


class FieldsPane(QFrame):
    """Lets the user choose the meeting that templates are tried with, and put fields in.

    Signals:
        meeting_chosen: The id of a meeting.
        field_chosen: What is put in for a field.
    """

    meeting_chosen = Signal(object)
    field_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templates_fields")
        self.setFixedWidth(scaled(WIDTH))
        self._fields: tuple[Any, ...] = ()
        self._meeting = ChoiceField(name="templates_meeting", spoken=self.tr("Try with meeting"))
        self._meeting.chosen.connect(self.meeting_chosen)
        self._filter = FilterLine(self.tr("Find a field"), name="fields_filter")
        self._filter.setPlaceholderText(self.tr("Find a field"))
        self._filter.filtered.connect(self._narrow)
        self._filter.left_down.connect(self._go_down)
        self._model = QStandardItemModel(self)
        self._list = self._make_list()
        self._blank = Blank("braces", name="fields_blank")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._blank)
        self._hint = wrapped_label(
            self.tr("Enter or a double click puts a field in at the cursor."), "faint"
        )
        self.setFocusProxy(self._filter)
        self._lay_out()

    def show_meetings(self, rows: "tuple[MeetingRow, ...]", chosen: UUID | None) -> None:
        """Show the meetings that templates can be tried with."""
        named = [(" · ".join(filter(None, (row.code, row.title))), row.id) for row in rows]
        self._meeting.offer(named, chosen)
        self._meeting.setEnabled(bool(named))

    def show_fields(self, fields: tuple[Any, ...]) -> None:
        """Show what can be put in."""
        if fields == self._fields and self._model.rowCount():
            self._stack.setCurrentWidget(self._list)
            return
        self._fields = fields
        self._narrow(self._filter.text())

    def show_nothing(self, sentence: str) -> None:
        """Say why there is nothing to put in."""
        self._fields = ()
        self._model.clear()
        self._blank.say(sentence, icon="braces")
        self._stack.setCurrentWidget(self._blank)

    def say_hint(self, words: str) -> None:
        """Say what Enter and a double click do."""
        self._hint.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        self._model.clear()
        for each in self._fields:
            told = f"{each.path} {_told(each)} {each.value}".casefold()
            if all(word in told for word in words):
                self._model.appendRow(_item(each))
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0, 0))
            self._stack.setCurrentWidget(self._list)
        elif self._fields:
            self._blank.say(self.tr("No field has these words"), icon="search")
            self._stack.setCurrentWidget(self._blank)
        else:
            self.show_nothing(self.tr("Choose a template or a form to see its fields"))

    def _go_down(self) -> None:
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, index: QModelIndex) -> None:
        field = index.data(_FIELD)
        if field is not None:
            self.field_chosen.emit(field.inserted)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("fields_list")
        view.setAccessibleName(self.tr("Fields that can be put in"))
        view.setModel(self._model)
        view.setItemDelegate(_FieldDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.activated.connect(self._tell)
        return view

    def _lay_out(self) -> None:
        head = text_label(self.tr("Fields"), "h2")
        head.setFixedHeight(scaled(_HEAD) - 1)
        head.setContentsMargins(16, 0, 16, 0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(5)
        title = text_label(self.tr("Try with this meeting"), "small")
        title.setBuddy(self._meeting)
        top.addWidget(title)
        top.addWidget(self._meeting)
        top.addSpacing(8)
        top.addWidget(self._filter)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self._hint)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(head)
        down.addWidget(rule())
        down.addLayout(top)
        down.addWidget(self._stack, 1)
        down.addWidget(rule())
        down.addLayout(foot)


def _told(field: Any) -> str:
    return field_words.say(field.path, is_listed=field.is_listed)


def _item(field: Any) -> QStandardItem:
    item = QStandardItem(field.path)
    item.setData(field, _FIELD)
    told = ", ".join(filter(None, (_told(field), field.path, field.value)))
    item.setData(told, Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(field.inserted)
    return item


class _FieldDelegate(QStyledItemDelegate):
    """Paints a field: what it is, how it is written, what is in it now."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, scaled(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        field = index.data(_FIELD)
        area = QRectF(option.rect)
        painter.save()
        painted.ground(painter, option, area.adjusted(8, 1, -8, -1))
        left, width = area.left() + 16, area.width() - 32
        top = area.top() + (area.height() - _height()) / 2
        lines = (
            (_told(field), "medium", "text"),
            (field.path, "small", "accent"),
            (self._value(field), "micro", "text2" if field.kind != _KNOWN else "warn"),
        )
        for words, role, token in lines:
            height = painted.line_height(role)
            painted.text(painter, QRectF(left, top, width, height), words, role, token)
            top += height
        painter.restore()

    def _value(self, field: Any) -> str:
        if field.kind == _KNOWN:
            return self.tr("not known yet")
        if field.kind == "list" and field.value.isdecimal():
            return self.tr("{n} of them").format(n=field.value)
        return str(field.value)


def _height() -> float:
    return sum(painted.line_height(role) for role in ("medium", "small", "micro"))
