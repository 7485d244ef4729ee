"""The pane with what helps to write: phrases, names, papers and terms to put in by Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.minutes.aids_table import Aid, AidDelegate, AidKind, AidsTable
from app.ui.widgets.filter_line import FilterLine

if TYPE_CHECKING:
    from app.ui.minutes.view import Aids

WIDTH = 236


class AidsPane(QFrame):
    """Offers words to put in, and records to go to.

    Signals:
        chosen: The Aid whose words shall be put in.
        record_wanted: The entry of a decision or an action item that the user wants to see.
    """

    chosen = Signal(object)
    record_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes_aids")
        self.setFixedWidth(scaled(WIDTH))
        self.table = AidsTable(self)
        self.filter = FilterLine(self.tr("Find words to put in"), name="aids_filter")
        self.filter.setPlaceholderText(self.tr("Phrase, name, paper, term"))
        self.filter.filtered.connect(self.table.filter)
        self.filter.left_down.connect(self._go_into_list)
        self.list = self._make_list()
        self.setFocusProxy(self.filter)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 10, 0, 8)
        down.setSpacing(4)
        above = QVBoxLayout()
        above.setContentsMargins(12, 0, 12, 2)
        above.addWidget(self.filter)
        down.addLayout(above)
        down.addWidget(self.list, 1)

    def show_aids(self, aids: "Aids") -> None:
        """Show what helps here."""
        self.table.set_aids(aids)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("aids_list")
        view.setAccessibleName(self.tr("Words to put in, and what came of the meeting"))
        view.setModel(self.table)
        view.setItemDelegate(AidDelegate(view))
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.activated.connect(self._choose)
        return view

    def _go_into_list(self) -> None:
        place = self.table.first()
        if place.isValid():
            self.list.setCurrentIndex(place)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, index: QModelIndex) -> None:
        self._tell(self.table.aid_at(index))

    def _tell(self, aid: Aid | None) -> None:
        if aid is None:
            return
        if aid.kind is AidKind.RECORD:
            self.record_wanted.emit(aid)
        else:
            self.chosen.emit(aid)
