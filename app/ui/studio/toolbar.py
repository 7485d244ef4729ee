"""The bar above the page: how large it is, and what can be done with it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.paper.zoom import Zoom
from app.ui.widgets.icon_button import IconButton

_HEIGHT = 48
_BRIEF = 44
_NARROWEST = 300


class Toolbar(QFrame):
    """Zoom at the left; at the right the ways to take the document along.

    Signals:
        larger: The user wants the page larger.
        smaller: The user wants the page smaller.
        fitted: The user wants the page as wide as there is room.
        turned: The user wants the other pane, where there is room for one only.
        print_requested: The user wants to print.
        pdf_requested: The user wants a PDF.
        issue_requested: The user wants to issue the document for good.
        word_requested: The user wants a Word file.
    """

    larger = Signal()
    smaller = Signal()
    fitted = Signal()
    turned = Signal()
    print_requested = Signal()
    pdf_requested = Signal()
    issue_requested = Signal()
    word_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_toolbar")
        self._turn_words = ("", "")
        self._can_write = True
        self._make_zoom()
        self._make_ways_out()
        self._row = self._lay_out()
        self.setMinimumWidth(_NARROWEST)  # it says less before it pushes the panes away
        self.allow_saving(allowed=False)
        self.offer(pdf=False, issue=False, can_write=True)

    def show_share(self, percent: int, *, can_shrink: bool, can_grow: bool) -> None:
        """Show how large the page is."""
        self._zoom.show_share(percent, can_shrink=can_shrink, can_grow=can_grow)

    def allow_saving(self, *, allowed: bool) -> None:
        """Enable what takes the document along, or disable it while there is none."""
        for button in (self._print, self._pdf, self._word):
            button.setEnabled(allowed)
        self._issue.setEnabled(allowed and self._can_write)

    def offer(self, *, pdf: bool, issue: bool, can_write: bool) -> None:
        """Offer what can be done with such a document here, and leave out what cannot.

        Args:
            pdf: Whether a PDF can be made.
            issue: Whether such a document is issued at all.
            can_write: Whether the workspace can keep it.
        """
        self._pdf.setVisible(pdf)
        self._issue.setVisible(issue)
        self._can_write = can_write
        self._issue.setEnabled(can_write and self._word.isEnabled())
        told = self.tr("Issue the document: keep it for good and write it without the word DRAFT")
        sealed = self.tr("This workspace can only be read, so nothing can be issued from it")
        self._issue.say(told if can_write else sealed)
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
        self._zoom.focus_share()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(scaled(_HEIGHT))
            self._turn.setMinimumWidth(scaled(_BRIEF))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say everything where there is room; else the lesser buttons say less, one by one."""
        words, brief = self._turn_words
        self._turn.setText(words)
        self._pdf.setText(self.tr("PDF"))
        self._issue.setText(self.tr("Issue…"))
        self._word.setText(self.tr("Save as Word"))
        less_words = (
            (self._pdf, ""),
            (self._issue, ""),
            (self._word, self.tr("Word")),
            (self._turn, brief),
        )
        for button, less in less_words:
            if self._row.sizeHint().width() > self.width():
                button.setText(less)

    def print_here(self) -> None:
        """Print, if there is anything to print."""
        self._print.click()

    def _make_zoom(self) -> None:
        self._zoom = Zoom(name="studio")
        self._zoom.smaller.connect(self.smaller)
        self._zoom.larger.connect(self.larger)
        self._zoom.fitted.connect(self.fitted)

    def _make_ways_out(self) -> None:
        self._turn = IconButton("list-checks", "", name="studio_turn", kind="plain")
        self._turn.setMinimumWidth(scaled(_BRIEF))  # or its words would never give way
        self._turn.hide()
        self._turn.clicked.connect(self.turned)
        self._print = IconButton("printer", self.tr("Print… (Ctrl+P)"), name="studio_print")
        self._print.clicked.connect(self.print_requested)
        self._pdf = IconButton(
            "file-check",
            self.tr("Save as PDF"),
            name="studio_pdf",
            kind="plain",
            text=self.tr("PDF"),
        )
        self._pdf.clicked.connect(self.pdf_requested)
        self._issue = IconButton(
            "shield-check", "", name="studio_issue", kind="plain", text=self.tr("Issue…")
        )
        self._issue.clicked.connect(self.issue_requested)
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
        row.addWidget(self._zoom)
        row.addStretch(1)
        row.addWidget(self._turn)
        row.addWidget(self._print)
        row.addSpacing(2)
        row.addWidget(self._pdf)
        row.addSpacing(2)
        row.addWidget(self._issue)
        row.addSpacing(2)
        row.addWidget(self._word)
        return row
