"""The timeline of a partnership: one line per instrument, from when it counts to its end."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from app.domain.instrument_term import first_day_of
from app.ui.instruments import words
from app.ui.instruments.timeline_painting import Axis, AxisLine, LineDelegate, Span

if TYPE_CHECKING:
    from app.services.instruments import InstrumentListRow

ROW = Qt.ItemDataRole.UserRole + 1
SPAN = Qt.ItemDataRole.UserRole + 2
_OVER = frozenset({"expired", "replaced", "terminated"})

_Index = QModelIndex | QPersistentModelIndex


class Timeline(QWidget):
    """Shows instruments along the years.

    Signals:
        chosen: The id of the instrument that the keyboard is on, or ``None``.
        opened: The user wants to go on to the instrument.
    """

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._lines = _Lines(self)
        self._axis = AxisLine()
        self._delegate = LineDelegate(row_role=ROW, span_role=SPAN, parent=self)
        self.view = QListView()
        self.view.setObjectName("timeline_lines")
        self.view.setAccessibleName(self.tr("Timeline"))
        self.view.setModel(self._lines)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.activated.connect(self._tell_opened)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._axis)
        down.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def show_rows(
        self, rows: "Sequence[InstrumentListRow]", today: date, *, chosen: UUID | None
    ) -> None:
        """Show these instruments, the oldest first; those without a date have a line without."""
        spans = [span_of(row, rows, today) for row in rows]
        known = [span for span in spans if span is not None]
        first = min((span.begins for span in known), default=today)
        last = max([today, *(span.ends for span in known)])
        axis = Axis(first.year, last.year + 1, today)
        self._axis.show_axis(axis)
        self._delegate.axis = axis
        place = self.view.verticalScrollBar().value()
        self._lines.show(rows, spans)
        if chosen is not None and (at := self._lines.place_of(chosen)) >= 0:
            self.view.setCurrentIndex(self._lines.index(at))
        self.view.verticalScrollBar().setValue(place)

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None:
            self.chosen.emit(row.id)

    def _tell_opened(self, _index: QModelIndex) -> None:
        self.opened.emit()


def span_of(
    row: "InstrumentListRow", rows: "Sequence[InstrumentListRow]", today: date
) -> Span | None:
    """Return from when to when a line reaches; ``None`` where no beginning is known.

    What was replaced or has expired without a known end reaches to whatever followed on it.
    """
    told = row.signed_on or row.in_force_from
    if not told:
        return None
    begins = first_day_of(told)
    in_force = first_day_of(row.in_force_from) if row.in_force_from else None
    status = row.status.value
    ends = row.term.ends_on
    is_open = ends is None and status not in _OVER
    if ends is None:
        followers = [
            each.signed_on or each.in_force_from for each in rows if each.follows == row.code
        ]
        after = [first_day_of(each) for each in followers if each]
        ends = min(after) if after and status in _OVER else max(today, begins)
    return Span(begins, max(ends, begins), in_force, is_open=is_open, is_over=status in _OVER)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[InstrumentListRow, ...] = ()
        self._spans: tuple[Span | None, ...] = ()

    def show(self, rows: "Sequence[InstrumentListRow]", spans: Sequence[Span | None]) -> None:
        self.beginResetModel()
        self._rows, self._spans = tuple(rows), tuple(spans)
        self.endResetModel()

    def place_of(self, key: UUID) -> int:
        return next((place for place, row in enumerate(self._rows) if row.id == key), -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == SPAN:
            return self._spans[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.code} {row.title}"
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return words.spoken(row)
        return None
