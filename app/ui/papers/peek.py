"""The files of the paper that is chosen, each with what can be done with it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.papers import words
from app.ui.widgets.card import link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import ElidingLabel

if TYPE_CHECKING:
    from app.services.papers import FileRow, PaperDetail

_MOST = 4


class PaperPeek(QFrame):
    """A line for each file, the latest first, and one for the twin.

    Signals:
        opened, saved, removed: The file that shall be opened, saved or deleted.
        details_wanted: The paper that shall be shown with all that can be changed in it.
    """

    opened = Signal(object)
    saved = Signal(object)
    removed = Signal(object)
    details_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_peek")
        self.setProperty("cls", "card")
        self._can_change = False
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(14, 10, 14, 10)
        self._down.setSpacing(3)
        self.hide()

    def show_paper(self, paper: "PaperDetail | None", *, can_change: bool) -> None:
        """Show the files of a paper, or nothing."""
        clear(self._down)
        self._can_change = can_change
        self.setVisible(paper is not None)
        if paper is None:
            return
        self._down.addLayout(self._heading(paper))
        for file in paper.files[:_MOST]:
            self._down.addLayout(self._line(file))
        if len(paper.files) > _MOST:
            told = self.tr("and %n more", "", len(paper.files) - _MOST)
            self._down.addWidget(ElidingLabel(told, "small"))
        if not paper.files:
            self._down.addWidget(ElidingLabel(self.tr("No file is kept of it."), "small"))
        if paper.twin is not None:
            self._down.addWidget(ElidingLabel(self._twin(paper), "small"))

    def _heading(self, paper: "PaperDetail") -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(ElidingLabel(f"{paper.symbol}  {paper.title}", "strong"), 1)
        details = link_button(self.tr("Details…"), name="paper_details")
        details.clicked.connect(partial(self.details_wanted.emit, paper.id))
        across.addWidget(details)
        return across

    def _line(self, file: "FileRow") -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(10)
        told = ElidingLabel(words.file(file), "small")
        across.addWidget(told, 1)
        for text, name, signal in (
            (self.tr("Open"), "open", self.opened),
            (self.tr("Save as…"), "save", self.saved),
        ):
            link = link_button(text, name=f"paper_{name}_{file.language}_{file.revision}")
            link.setAccessibleName(f"{text}: {words.file(file)}")
            link.clicked.connect(partial(signal.emit, file.id))
            across.addWidget(link)
        if self._can_change:
            away = IconButton(
                "x",
                self.tr("Delete this file…"),
                name=f"paper_delete_{file.language}_{file.revision}",
                kind="small_ghost",
            )
            away.clicked.connect(partial(self.removed.emit, file.id))
            across.addWidget(away)
        return across

    def _twin(self, paper: "PaperDetail") -> str:
        symbol = paper.twin[1] if paper.twin is not None else ""
        if str(paper.confidentiality) == "confidential":
            return self.tr("Its redacted form is {symbol}.").format(symbol=symbol)
        return self.tr("It is the redacted form of a confidential paper, {symbol}.").format(
            symbol=symbol
        )
