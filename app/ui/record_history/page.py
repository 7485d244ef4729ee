"""The page of the history: what was done, and beside it the change that is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.record_history.change_pane import ChangePane
from app.ui.record_history.list_pane import HistoryPane
from app.ui.record_history.two_panes import TwoPanes

if TYPE_CHECKING:
    from app.services.history_view.pages import HistoryRow, Named
    from app.services.history_view.sheets import ChangeSheet


class RecordHistoryPage(QWidget):
    """Shows who changed what and when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_page")
        self.setProperty("bg", "window")
        self.list_pane = HistoryPane()
        self.change = ChangePane(name="history_change")
        self._panes = TwoPanes(self, self.list_pane, self.change)
        self.list_pane.opened.connect(self._panes.go_on)
        self.setFocusProxy(self.list_pane)

    def show_reading(self) -> None:
        """Say that the list is being read."""
        self.list_pane.show_reading()

    def show_rows(
        self, rows: "tuple[HistoryRow, ...]", *, chosen: int | None, is_more: bool
    ) -> None:
        """Show what was read so far."""
        self.list_pane.show_rows(rows, chosen=chosen, is_more=is_more)

    def show_record(self, named: "Named | None") -> None:
        """Say whose history it is; ``None`` for that of the whole workspace."""
        self.list_pane.show_record(named)

    def offer_actors(self, actors: tuple[str, ...]) -> None:
        """Offer everybody who has ever changed something."""
        self.list_pane.narrowing.offer_actors(actors)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.list_pane.show_problem(sentence, remedy)

    def show_sheet(self, sheet: "ChangeSheet") -> None:
        """Show what a change did."""
        self.change.show_sheet(sheet)

    def show_none(self) -> None:
        """Show that no change is chosen."""
        self.change.show_none()
        self._panes.stay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._panes.fold()
