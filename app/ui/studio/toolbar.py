"""The bar above the page: how large it is, and what can be done with it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui import icons
from app.ui.appearance import scaled

_HEIGHT = 48
_SHARE = 52
_ICON = 16


class Toolbar(QFrame):
    """Zoom at the left; at the right the ways to take the document along.

    Signals:
        larger: The user wants the page larger.
        smaller: The user wants the page smaller.
        fitted: The user wants the page as wide as there is room.
        turned: The user wants to see the checks where there is room for one pane only.
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
        self._smaller = _ghost("zoom-out", self.tr("Show the page smaller"), "studio_smaller")
        self._smaller.clicked.connect(self.smaller)
        self._larger = _ghost("zoom-in", self.tr("Show the page larger"), "studio_larger")
        self._larger.clicked.connect(self.larger)
        self._share = self._make_share()
        self._turn = QPushButton()
        self._turn.setObjectName("studio_turn")
        self._turn.clicked.connect(self.turned)
        self._print = _ghost("printer", self.tr("Print… (Ctrl+P)"), "studio_print")
        self._print.setShortcut("Ctrl+P")
        self._print.clicked.connect(self.print_requested)
        self._pdf = QPushButton(icons.icon("file-check"), self.tr("PDF"))
        self._pdf.setObjectName("studio_pdf")
        self._pdf.setAccessibleName(self.tr("Save as PDF"))
        self._pdf.setToolTip(self.tr("Save as PDF, laid out by LibreOffice"))
        self._pdf.clicked.connect(self.pdf_requested)
        self._word = QPushButton(icons.icon("file-down", "on_accent"), self.tr("Save as Word"))
        self._word.setObjectName("studio_word")
        self._word.setProperty("kind", "primary")
        self._word.clicked.connect(self.word_requested)
        self._lay_out()
        self._size_icons()
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

    def show_turn(self, words: str) -> None:
        """Offer the other of two panes; no words where both are shown."""
        self._turn.setText(words)
        self._turn.setVisible(bool(words))

    def focus_share(self) -> None:
        """Put the keyboard on the size of the page."""
        self._share.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(scaled(_HEIGHT))
            self._share.setMinimumWidth(scaled(_SHARE))
            self._size_icons()

    def _size_icons(self) -> None:
        for button in (self._smaller, self._larger, self._print, self._pdf, self._word):
            button.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))

    def _make_share(self) -> QPushButton:
        share = QPushButton("")
        share.setObjectName("studio_share")
        share.setProperty("kind", "ghost")
        share.setToolTip(self.tr("Fit the page to the room"))
        share.setMinimumWidth(scaled(_SHARE))
        share.clicked.connect(self.fitted)
        return share

    def _lay_out(self) -> None:
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


def _ghost(icon: str, spoken: str, name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("kind", "ghost")
    button.setIcon(icons.icon(icon))
    button.setAccessibleName(spoken)
    button.setToolTip(spoken)
    return button

