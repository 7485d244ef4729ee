"""The page of the trash: what was deleted, and beside it all that each of them held."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.record_history.change_pane import ChangePane
from app.ui.record_history.trash_pane import TrashPane
from app.ui.record_history.two_panes import TwoPanes

if TYPE_CHECKING:
    from app.services.history_view.sheets import ChangeSheet
    from app.services.trash.contents import TrashRow


class TrashPage(QWidget):
    """Shows what was deleted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trash_page")
        self.setProperty("bg", "window")
        self.list_pane = TrashPane()
        self.change = ChangePane(name="trash_change")
        self._panes = TwoPanes(self, self.list_pane, self.change)
        self.list_pane.opened.connect(self._panes.go_on)
        self.setFocusProxy(self.list_pane)

    def show_reading(self) -> None:
        """Say that the list is being read."""
        self.list_pane.show_reading()

    def show_rows(
        self,
        rows: "tuple[TrashRow, ...]",
        *,
        chosen: int | None,
        can_change: bool,
    ) -> None:
        """Show what was deleted."""
        self.list_pane.show_rows(rows, chosen=chosen, can_change=can_change)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.list_pane.show_problem(sentence, remedy)

    def show_sheet(self, sheet: "ChangeSheet") -> None:
        """Show what was deleted, field by field."""
        self.change.show_sheet(sheet)

    def show_none(self) -> None:
        """Show that none is chosen."""
        self.change.show_none()
        self._panes.stay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._panes.fold()
