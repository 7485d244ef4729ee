"""The button that offers what may lawfully be done next with a meeting."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.ui.meetings.step_words import menu_words
from app.ui.widgets.menu_button import MenuButton

if TYPE_CHECKING:
    from app.services.meetings import NextStep


_ASIDE = frozenset({"proposed", "postponed", "cancelled"})
"""Steps that lead off the straight way from proposal to archive."""


class StepsButton(MenuButton):
    """Offers the next steps of a meeting; one that is hindered says by what.

    Signals:
        chosen: The NextStep that the user wants to take.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setText(self.tr("Next step"))
        self.setObjectName("meeting_next_step")
        self.setAccessibleName(self.tr("Next step of the meeting"))
        self.setToolTip(self.tr("Convene, open, close, postpone: what may be done next"))
        self.choices.setObjectName("meeting_steps")
        self.choices.setAccessibleName(self.tr("Next steps"))
        self._has_steps = False
        self._read_only = False

    def offer(self, steps: "tuple[NextStep, ...]") -> None:
        """Fill the menu; where nothing can follow there is no button."""
        self.choices.clear()
        aside = [step for step in steps if step.status.value in _ASIDE]
        for step in steps:
            if step not in aside:
                self._add(step)
        if aside:
            self.choices.addSeparator()
        for step in aside:
            self._add(step)
        self._has_steps = bool(steps)
        self._show_or_hide()

    def set_read_only(self, *, read_only: bool) -> None:
        """Take the button away where nothing can be changed."""
        self._read_only = read_only
        self._show_or_hide()

    def _add(self, step: "NextStep") -> None:
        action = QAction(menu_words(step), self.choices)
        action.setObjectName(f"step_{step.status.value}")
        action.setEnabled(not step.hindrances)
        action.triggered.connect(partial(self.chosen.emit, step))
        self.choices.addAction(action)

    def _show_or_hide(self) -> None:
        self.setVisible(self._has_steps and not self._read_only)
