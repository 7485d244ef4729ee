"""The quiet line above a pack: whose it is, as of which day, and what is proved of it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel, text_label


@dataclass(frozen=True)
class PackTold:
    """What is told of the pack that is open.

    Attributes:
        title: What it is called.
        about: Whose it is, and as of which day.
        proof: What is proved of it, in a few words.
        detail: The same in full.
        is_fine: Whether somebody known signed it.
    """

    title: str
    about: str
    proof: str
    detail: str
    is_fine: bool


class PackLine(QFrame):
    """One line beside a seal, and two buttons for the size of the text.

    Signals:
        larger_requested: The text shall be larger.
        smaller_requested: The text shall be smaller.
    """

    larger_requested = Signal()
    smaller_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pack_line")
        self._icon = IconLabel("shield-check", "ok", size=16)
        self._title = text_label("", "strong", name="pack_line_title")
        self._about = ElidingLabel("", "muted")
        self._about.setObjectName("pack_line_about")
        self._proof = text_label("", "muted", name="pack_line_proof")
        smaller = IconButton("zoom-out", self.tr("Smaller text"), name="pack_smaller")
        smaller.clicked.connect(self.smaller_requested)
        larger = IconButton("zoom-in", self.tr("Larger text"), name="pack_larger")
        larger.clicked.connect(self.larger_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self._about, 1)
        row.addWidget(self._icon)
        row.addWidget(self._proof)
        row.addSpacing(8)
        row.addWidget(smaller)
        row.addWidget(larger)
        self.hide()

    def show_pack(self, pack: PackTold | None) -> None:
        """Show what is told of a pack; nothing where none is open."""
        self.setVisible(pack is not None)
        if pack is None:
            return
        self._title.setText(pack.title)
        self._about.setText(pack.about)
        self._proof.setText(pack.proof)
        for widget in (self._proof, self._icon):
            widget.setToolTip(pack.detail)
        self._proof.setAccessibleDescription(pack.detail)
        if pack.is_fine:
            self._icon.show_icon("shield-check", "ok")
        else:
            self._icon.show_icon("triangle-alert", "warn")
