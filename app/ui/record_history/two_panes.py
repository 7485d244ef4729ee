"""Lays a list and the chosen change side by side, or shows one of them where it is narrow."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.record_history.change_pane import ChangePane

_FOLDS_BELOW = 1000
_CHANGE = 470
_WIDEST = 16_777_215


class TwoPanes:
    """The two parts of a page."""

    def __init__(self, page: QWidget, rows: QWidget, change: ChangePane) -> None:
        self._page, self._rows, self._change = page, rows, change
        self._has_gone_on = False
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(rows, 1)
        across.addWidget(change)
        change.back_requested.connect(self._go_back)

    def go_on(self) -> None:
        """Go to the change that is chosen."""
        self._has_gone_on = True
        self.fold()
        self._change.setFocus()

    def stay(self) -> None:
        """Stay with the list: there is no change to go to."""
        self._has_gone_on = False
        self.fold()

    def fold(self) -> None:
        """Show both side by side, or where there is no room one of them."""
        narrow = self._page.width() < scaled(_FOLDS_BELOW)
        self._change.offer_back(offered=narrow)
        self._rows.setVisible(not narrow or not self._has_gone_on)
        self._change.setVisible(not narrow or self._has_gone_on)
        if narrow:
            self._change.setMinimumWidth(0)
            self._change.setMaximumWidth(_WIDEST)
        else:
            self._change.setFixedWidth(scaled(_CHANGE))

    def _go_back(self) -> None:
        self.stay()
        self._rows.setFocus()
