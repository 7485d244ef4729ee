"""Says who is perhaps meant by a new name, with a button to take that person instead."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import people_words
from app.ui.widgets.card import link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.alike_persons import LikelyPerson

_MOST = 4


class LikelyList(QFrame):
    """Persons who are known and may be meant.

    Signals:
        taken: The id of the one that the user says it is.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("likely_persons")
        self.setProperty("cls", "flat")
        self.hide()
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(12, 8, 12, 8)
        self._down.setSpacing(4)

    def show_found(self, found: "tuple[LikelyPerson, ...]") -> None:
        """Show who may be meant; nothing where it is nobody."""
        clear(self._down)
        self.setVisible(bool(found))
        if not found:
            return
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("users", "warn"))
        head.addWidget(text_label(self.tr("Perhaps known already:"), "medium"), 1)
        self._down.addLayout(head)
        for place, likely in enumerate(found[:_MOST]):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(wrapped_label(people_words.say_likely(likely), "small"), 1)
            take = link_button(self.tr("It is this person"), name=f"take_likely_{place}")
            take.setAccessibleName(self.tr("It is {name}").format(name=likely.name))
            take.clicked.connect(partial(self._tell, likely.id))
            line.addWidget(take)
            self._down.addLayout(line)

    def _tell(self, key: UUID) -> None:
        self.taken.emit(key)
