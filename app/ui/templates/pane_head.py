"""The bar above the middle of the Templates page: what is shown, and whose it is."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.templates import words
from app.ui.templates.entries import Entry, EntryKind
from app.ui.widgets import chip
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import ElidingLabel

_HEIGHT = 48


class PaneHead(QFrame):
    """Shows the name of what is shown.

    Signals:
        turned: The user wants the fields, where there is room for one pane beside this only.
    """

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templates_head")
        self.setFixedHeight(scaled(_HEIGHT))
        self._title = ElidingLabel("", "h2")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._turn = IconButton(
            "braces",
            self.tr("Show the fields"),
            name="turn_fields",
            kind="",
            text=self.tr("Fields"),
        )
        self._turn.clicked.connect(self.turned)
        self._turn.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 12, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._title, 1)
        self._row.addLayout(self._chips)
        self._row.addWidget(self._turn)

    def add(self, widget: QWidget) -> None:
        """Put something at the right of the name."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def show_entry(self, entry: Entry) -> None:
        """Show what an entry is called, and whose it is."""
        self._title.setText(words.whole_title(entry))
        clear(self._chips)
        if entry.kind is not EntryKind.LETTERHEAD and entry.body_code:
            self._chips.addWidget(chip.chip(entry.body_code, "violet"))
        if mark := words.mark(entry):
            self._chips.addWidget(chip.chip(mark, "info"))

    def offer_turn(self, *, offered: bool, fields_shown: bool) -> None:
        """Offer the pane that there is no room for."""
        self._turn.setVisible(offered)
        self._turn.say(self.tr("Show the list") if fields_shown else self.tr("Show the fields"))
        self._turn.setText(self.tr("List") if fields_shown else self.tr("Fields"))
        self._turn.show_icon("files" if fields_shown else "braces")

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(scaled(_HEIGHT))
