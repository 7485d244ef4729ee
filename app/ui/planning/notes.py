"""Lines beneath a field that say something and offer to take it over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.card import link_button
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label


class Note(QWidget):
    """A sentence with an icon, and perhaps a link that does what it proposes.

    Signals:
        taken: The user wants what is proposed.
    """

    taken = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = IconLabel("info", "text3", size=14)
        self._words = wrapped_label("", "small", name=f"{name}_words")
        self.link = link_button("", name=f"{name}_take")
        self.link.clicked.connect(self.taken)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1)
        across.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.say("")

    def say(self, words: str, *, take: str = "", warns: bool = False, icon: str = "info") -> None:
        """Show a sentence; nothing takes the line away."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.link.setText(take)
        self.link.setVisible(bool(take))
        self._icon.show_icon("triangle-alert" if warns else icon, "warn" if warns else "text3")
        self.setVisible(bool(words or take))

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()
