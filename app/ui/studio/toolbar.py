"""The bar above the page: how large it is, and what can be done with it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui.appearance import scaled
from app.ui.widgets.icon_button import IconButton

_HEIGHT = 48
_SHARE = 52
_BRIEF = 44


class Toolbar(QFrame):
    """Zoom at the left; at the right the ways to take the document along.

    Signals:
        larger: The user wants the page larger.
        smaller: The user wants the page smaller.
        fitted: The user wants the page as wide as there is room.
        turned: The user wants the other pane, where there is room for one only.
        print_requested: The user wants to print.
        pdf_requested: The user wants a PDF.
        word_requested: The user wants a Word file.
    """

    larger = Signal()
    smaller = Signal()
    fitted = Signal()
    turned = Signal()
    print_requested = Signal()
    pdf_requested = Signal()
    word_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_toolbar")
        self._turn_words = ("", "")
        self._make_zoom()
        self._make_ways_out()
        self._row = self._lay_out()
        self.allow_saving(allowed=False)
        self.offer_pdf(offered=False)

    def show_share(self, percent: int, *, can_shrink: bool, can_grow: bool) -> None:
        """Show how large the page is."""
        self._share.setText(self.tr("{n} %").format(n=percent))
        told = self.tr("{n} %. Fit the page to the room").format(n=percent)
        self._share.setAccessibleName(told)
        self._smaller.setEnabled(can_shrink)
        self._larger.setEnabled(can_grow)

    def allow_saving(self, *, allowed: bool) -> None:
        """Enable what takes the document along, or disable it while there is none."""
        for button in (self._print, self._pdf, self._word):
            button.setEnabled(allowed)

    def offer_pdf(self, *, offered: bool) -> None:
        """Offer a PDF, or leave the button out where none can be made."""
        self._pdf.setVisible(offered)
        self._fit()

    def show_turn(self, words: str, *, brief: str = "", icon: str = "list-checks") -> None:
        """Offer the other of two panes; no words where both are shown.

        Args:
            words: What the button says.
            brief: What it says beside its icon where there is no room for the words.
            icon: Its icon.
        """
        self._turn_words = (words, brief)
        self._turn.show_icon(icon)
        self._turn.say(words)
        self._turn.setVisible(bool(words))
        self._fit()

    def focus_share(self) -> None:
        """Put the keyboard on the size of the page."""
        self._share.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(scaled(_HEIGHT))
            self._share.setMinimumWidth(scaled(_SHARE))
            self._turn.setMinimumWidth(scaled(_BRIEF))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        words, brief = self._turn_words
        self._turn.setText(words)
        if self._row.sizeHint().width() > self.width():
            self._turn.setText(brief)

    def _make_zoom(self) -> None:
        self._smaller = IconButton(
            "zoom-out", self.tr("Show the page smaller"), name="studio_smaller"
        )
        self._smaller.clicked.connect(self.smaller)
        self._larger = IconButton("zoom-in", self.tr("Show the page larger"), name="studio_larger")
        self._larger.clicked.connect(self.larger)
        self._share = QPushButton("")
        self._share.setObjectName("studio_share")
        self._share.setProperty("kind", "ghost")
        self._share.setToolTip(self.tr("Fit the page to the room"))
        self._share.setMinimumWidth(scaled(_SHARE))
        self._share.clicked.connect(self.fitted)

    def _make_ways_out(self) -> None:
        self._turn = IconButton("list-checks", "", name="studio_turn", kind="plain")
        self._turn.setMinimumWidth(scaled(_BRIEF))  # or its words would never give way
        self._turn.hide()
        self._turn.clicked.connect(self.turned)
        self._print = IconButton("printer", self.tr("Print… (Ctrl+P)"), name="studio_print")
        self._print.setShortcut("Ctrl+P")
        self._print.clicked.connect(self.print_requested)
        self._pdf = IconButton(
            "file-check",
            self.tr("Save as PDF"),
            name="studio_pdf",
            kind="plain",
            text=self.tr("PDF"),
        )
        self._pdf.clicked.connect(self.pdf_requested)
        self._word = IconButton(
            "file-down",
            self.tr("Save as Word"),
            name="studio_word",
            kind="primary",
            token="on_accent",
            text=self.tr("Save as Word"),
        )
        self._word.clicked.connect(self.word_requested)

    def _lay_out(self) -> QHBoxLayout:
        self.setFixedHeight(scaled(_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.setSpacing(4)
        row.addWidget(self._smaller)
        row.addWidget(self._share)
        row.addWidget(self._larger)
        row.addStretch(1)
        row.addWidget(self._turn)
        row.addWidget(self._print)
        row.addSpacing(2)
        row.addWidget(self._pdf)
        row.addSpacing(2)
        row.addWidget(self._word)
        return row
