"""The pop-up that lets one choose a body by typing any part of any of its names."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.bodies.row_delegate import BodyDelegate
from app.ui.bodies.table import BodiesTable, Role
from app.ui.widgets.card import rule
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label

if TYPE_CHECKING:
    from app.services.bodies import BodyRow

_SIZE = (420, 460)
_TO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class BodySwitcher(QFrame):
    """A search field over a list of bodies.

    Signals:
        searched: What was typed.
        body_chosen: The id of the body that was chosen.
        new_requested: A body shall be entered.
    """

    searched = Signal(str)
    body_chosen = Signal(object)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("body_popup")
        self.setProperty("cls", "popup")
        self.setAccessibleName(self.tr("Choose a body"))
        self.table = BodiesTable(self)
        self._field = self._make_field()
        self._list = self._make_list()
        self._nothing = text_label(self.tr("No body has these words"), "muted")
        self._nothing.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(10, 10, 10, 10)
        down.setSpacing(8)
        down.addWidget(self._field)
        down.addWidget(self._nothing)
        down.addWidget(self._list, 1)
        down.addWidget(rule())
        down.addWidget(self._make_new())
        self.resize(scaled(_SIZE[0]), scaled(_SIZE[1]))

    def show_found(self, rows: "tuple[BodyRow, ...]", *, chosen: UUID | None) -> None:
        """Show the bodies that fit what was typed."""
        self.table.set_rows(rows)
        place = self.table.index_of(chosen)
        self._list.setCurrentIndex(place if place.isValid() else self.table.index(0))
        self._list.scrollTo(self._list.currentIndex())
        self._nothing.setVisible(not rows)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let no body be entered, or let it."""
        self._new.setVisible(not read_only)

    def drop_down(self, corner: QPoint) -> None:
        """Open with the left upper corner at a point of the screen."""
        self._field.clear()
        self.searched.emit("")
        self.resize(scaled(_SIZE[0]), scaled(_SIZE[1]))
        self.move(corner)
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send the arrow keys of the search field to the list."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TO_THE_LIST
        ):
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            QCoreApplication.sendEvent(self._list, event)
            return True
        return super().eventFilter(watched, event)

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("body_search")
        field.setAccessibleName(self.tr("Search bodies by name, acronym or party"))
        field.setPlaceholderText(self.tr("Search by name, acronym or party"))
        field.addAction(icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self.searched)
        field.returnPressed.connect(self._choose_current)
        field.installEventFilter(self)
        return field

    def _make_new(self) -> IconButton:
        self._new = IconButton("plus", "", name="body_new", text=self.tr("New body…"))
        self._new.say(self.tr("Enter a joint committee, a working group or another body"))
        self._new.clicked.connect(self._tell_new)
        return self._new

    def _tell_new(self) -> None:
        self.close()
        self.new_requested.emit()

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("body_list")
        view.setAccessibleName(self.tr("Bodies"))
        view.setModel(self.table)
        view.setItemDelegate(BodyDelegate(view))
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        return view

    def _choose_current(self) -> None:
        self._choose(self._list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            body_id = index.data(Role.ROW_ID)
            self.close()
            self.body_chosen.emit(body_id)
