"""The tab of delegations: the sides, what can be done, and the delegates in their precedence."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.delegations import columns as seen
from app.ui.delegations.columns import SeatRow, columns, rows_of
from app.ui.delegations.sides_bar import SidesBar
from app.ui.delegations.toolbar import DelegationsToolbar
from app.ui.delegations.view import Shown
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from app.services.delegations import DelegationRow

_LOWEST = 220
_HIDES_BELOW = ((seen.SESSIONS, 1020), (seen.PLACE, 880), (seen.ROLE, 700), (seen.NUMBER, 620))


class DelegationsTab(QWidget):
    """Shows the delegations of a meeting.

    Signals:
        moved: The ids of delegates, the id of the one at which they shall stand, whether above it.
        edit_requested: The id of the delegate that shall be changed.
        remove_requested: The rows that shall be removed.
        add_requested: The id of the delegation that gets another delegate, or ``None``.
        open_requested: Delegations shall be opened.
        retry_requested: What could not be read shall be read again.
    """

    moved = Signal(tuple, object, bool)
    edit_requested = Signal(object)
    remove_requested = Signal(tuple)
    add_requested = Signal(object)
    open_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("delegations_part")
        self.setAccessibleName(self.tr("Delegations"))
        self.setProperty("bg", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: Shown | None = None
        self._side: UUID | None = None
        self.sides = SidesBar()
        self.toolbar = DelegationsToolbar()
        self.notice = SavedNotice(name="delegations")
        self.notice.hide()
        self.table = RecordTable(
            columns(),
            name="delegates",
            spoken=self.tr("Delegates"),
            movable=True,
            empty_icon="users",
        )
        # The order of precedence can be left for a moment, to look at the list by another column.
        self.table.view.horizontalHeader().setSectionsClickable(True)
        for action in self.toolbar.row_actions():
            self.table.add_separator() if action is None else self.table.add_action(action)
        self.addAction(self.toolbar.add)
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.table)

    def show_reading(self) -> None:
        """Show that the delegations are being read."""
        self.table.set_busy(True)

    def show_delegations(self, shown: Shown) -> None:
        """Show these delegations."""
        self._shown = shown
        if self._side not in {row.id for row in shown.rows}:
            self._side = None
        self.table.set_busy(False)
        self.toolbar.show_state(shown, side=self.delegation())
        self._fill()

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why they cannot be shown."""
        self.table.set_busy(False)
        self.table.say_problem(sentence, remedy)

    def show_saved(self, path: Path) -> None:
        """Say that the list was written."""
        self.notice.show_path(path)

    def forget(self) -> None:
        """Show nothing: another meeting comes."""
        self._shown = None
        self._side = None
        self.notice.hide()
        self.table.say_empty("")
        self.table.set_rows(())

    def delegation(self) -> "DelegationRow | None":
        """Return the delegation that is looked at alone."""
        rows = self._shown.rows if self._shown is not None else ()
        return next((row for row in rows if row.id == self._side), None)

    def selected(self) -> tuple[SeatRow, ...]:
        """Return the delegates that are chosen."""
        return self.table.selected()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setProperty("bg", "window")
        self._down = QVBoxLayout(self._inside)
        self._down.setContentsMargins(24, 16, 24, 16)
        self._down.setSpacing(12)
        for widget in (self.sides, self.toolbar, self.notice):
            self._down.addWidget(widget)
        self._down.addWidget(self.table, 1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _fit(self) -> None:
        for place, width in _HIDES_BELOW:
            self.table.view.setColumnHidden(place, self.width() < scaled(width))
        # In a low window with large letters the whole tab scrolls, and nothing is cut off.
        self.table.setMinimumHeight(scaled(_LOWEST))
        self._inside.setMinimumHeight(self._down.minimumHeightForWidth(self.width()))

    def _connect(self) -> None:
        self.sides.chosen.connect(self._choose_side)
        self.table.moved.connect(self._tell_moved)
        self.table.activated.connect(self._tell_edit)
        self.table.delete_requested.connect(self._tell_remove)
        self.table.chosen.connect(self._note_chosen)
        self.table.start_requested.connect(self._start)
        self.table.retry_requested.connect(self.retry_requested)

    def _choose_side(self, key: UUID | None) -> None:
        self._side = key
        if self._shown is not None:
            self.toolbar.show_state(self._shown, side=self.delegation())
            self._fill()

    def _fill(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self.sides.setVisible(bool(shown.rows))
        self.sides.show_sides(shown.rows, self._side)
        side = self.delegation()
        self._say_what_is_missing(shown)
        rows = rows_of((side,) if side is not None else shown.rows)
        self.table.view.setColumnHidden(seen.SIDE, side is not None)
        self.table.set_rows(rows)
        self._fit()
        self._note_chosen()

    def _say_what_is_missing(self, shown: Shown) -> None:
        if not shown.rows:
            button = self.tr("Open delegations of all parties") if shown.can_open else ""
            self.table.say_empty(
                self.tr("No delegation is open for this meeting"),
                button,
                detail=self.tr("A delegation is opened for every party of the body at once."),
            )
            return
        button = self.tr("Add delegate…") if shown.can_change else ""
        self.table.say_empty(
            self.tr("No names are on record yet"),
            button,
            detail=self.tr("Add delegates one by one, import a list, or copy the last meeting."),
        )

    def _start(self) -> None:
        if self._shown is not None and self._shown.rows:
            self.add_requested.emit(self._side)
        else:
            self.open_requested.emit()

    def _note_chosen(self) -> None:
        can_change = self._shown is not None and self._shown.can_change
        self.toolbar.note_chosen(self.table.selected(), can_change=can_change)

    def _tell_moved(self, keys: tuple[UUID, ...], target: UUID, above: bool) -> None:  # noqa: FBT001
        may_move = self._shown is not None and self._shown.can_change
        if may_move and self.table.model.sorted_by() is None:
            self.moved.emit(keys, target, above)

    def _tell_edit(self, row: SeatRow) -> None:
        self.edit_requested.emit(row.id)

    def _tell_remove(self, rows: tuple[SeatRow, ...]) -> None:
        if self._shown is not None and self._shown.can_change:
            self.remove_requested.emit(rows)
