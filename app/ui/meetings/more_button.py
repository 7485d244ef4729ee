"""The button with three points: what else can be done with a meeting."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.widgets.icon_button import IconButton

EDIT, CALENDAR, DEADLINES = "edit", "calendar", "deadlines"


class MoreButton(IconButton):
    """Offers what is done less often.

    Signals:
        chosen: What the user wants: ``edit``, ``calendar`` or ``deadlines``.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ellipsis", "", name="meeting_more", parent=parent)
        self.say(self.tr("More about this meeting"))
        self.choices = QMenu(self)
        self.choices.setObjectName("meeting_more_choices")
        self._edit = self._add(EDIT, self.tr("Edit meeting…"))
        self.choices.addSeparator()
        self._add(CALENDAR, self.tr("Save calendar file…"))
        self._add(DEADLINES, self.tr("Save calendar file of the deadlines…"))
        self.clicked.connect(self.drop_down)

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer only what leaves the meeting as it is, or everything."""
        self._edit.setVisible(not read_only)

    def drop_down(self) -> None:
        """Open the menu below the button, its right edge under the button's."""
        width = self.choices.sizeHint().width()
        self.choices.popup(self.mapToGlobal(QPoint(self.width() - width, self.height() + 4)))

    def _add(self, name: str, words: str) -> QAction:
        action = QAction(words, self.choices)
        action.setObjectName(f"meeting_{name}")
        action.triggered.connect(partial(self.chosen.emit, name))
        self.choices.addAction(action)
        return action
