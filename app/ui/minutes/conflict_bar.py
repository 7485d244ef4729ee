"""What stands below a paragraph that was changed elsewhere: compare, keep mine, take theirs."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.card import link_button
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel


class ConflictBar(QFrame):
    """Says that two people wrote the same paragraph, and loses neither.

    Signals:
        settled: ``compare``, ``mine`` or ``theirs``.
    """

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        self.setProperty("cls", "warning")
        self._sentence = ElidingLabel("", "medium")
        self._sentence.setObjectName("conflict_sentence")
        self._compare = link_button(self.tr("Compare"), name="compare_words")
        self._mine = link_button(self.tr("Keep mine"), name="keep_mine")
        self._theirs = link_button(self.tr("Take theirs"), name="take_theirs")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(12)
        row.addWidget(IconLabel("triangle-alert", "warn"))
        row.addWidget(self._sentence, 1)
        for how, link in (
            ("compare", self._compare),
            ("mine", self._mine),
            ("theirs", self._theirs),
        ):
            link.clicked.connect(partial(self._tell, how))
            row.addWidget(link)

    def say(self, *, is_gone: bool) -> None:
        """Say what happened to the paragraph."""
        if is_gone:
            self._sentence.setText(self.tr("Removed elsewhere"))
            self._mine.setText(self.tr("Put it back"))
            self._theirs.setText(self.tr("Let it go"))
        else:
            self._sentence.setText(self.tr("Changed elsewhere too"))
            self._mine.setText(self.tr("Keep mine"))
            self._theirs.setText(self.tr("Take theirs"))
        self._compare.setVisible(not is_gone)

    def _tell(self, how: str) -> None:
        self.settled.emit(how)
