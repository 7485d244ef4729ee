"""A provision in one language: its heading and words to write, and what differs beside them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.appearance import scaled
from app.ui.drafting import words
from app.ui.drafting.provision_editor import ProvisionEditor
from app.ui.drafting.redline_html import is_changed, write_redline
from app.ui.widgets import chip
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.menu_button import MenuButton

if TYPE_CHECKING:
    from app.services.drafting.draft_sheets import SideRow, WordingSheet

_SIDE_BY_SIDE_FROM = 720
_LONGEST = 60


class LanguageBlock(QFrame):
    """Writes one language.

    Signals:
        heading_typed: The heading, after the user has changed it.
        text_typed: The words, after the user has changed them.
        left: The keyboard left a field.
        composed: What was being composed is written.
        settled: The place of brackets, and the alternative or ``None``.
        bracket_wanted: Where the chosen words begin and end, and the side that puts them so.
    """

    heading_typed = Signal(str)
    text_typed = Signal(str)
    left = Signal()
    composed = Signal()
    settled = Signal(int, object)
    bracket_wanted = Signal(int, int, str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        name = words.language(language)
        self._redline_html: tuple[WordingSheet, bool] | None = None
        self._name = text_label(name, "h3")
        self._status = text_label("", "small")
        self._stale = chip.chip(words.say("Translates an earlier text"), "warn")
        self._brackets = MenuButton(words.say("Brackets"))
        self._brackets.setObjectName(f"drafting_brackets_{language}")
        told = words.say("Put the chosen words in square brackets: {language}")
        self._brackets.setAccessibleName(told.format(language=name))
        self.heading = QLineEdit()
        self.heading.setObjectName(f"drafting_heading_{language}")
        self.heading.setAccessibleName(words.say("Heading: {language}").format(language=name))
        self.heading.setPlaceholderText(words.say("Heading"))
        self.heading.textEdited.connect(self.heading_typed)
        self.heading.editingFinished.connect(self.left)
        self.editor = ProvisionEditor(language)
        self.editor.setObjectName(f"drafting_text_{language}")
        self.editor.setAccessibleName(words.say("Text: {language}").format(language=name))
        self.editor.typed.connect(self.text_typed)
        self.editor.left.connect(self.left)
        self.editor.composed.connect(self.composed)
        self._redline = QLabel()
        self._redline.setObjectName(f"drafting_redline_{language}")
        self._redline.setTextFormat(Qt.TextFormat.RichText)
        self._redline.setWordWrap(True)
        self._redline.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._redline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._against = text_label("", "micro")
        self._choices = QVBoxLayout()
        self._choices.setSpacing(6)
        self._lay_out()

    def show_wording(
        self,
        sheet: "WordingSheet",
        *,
        text: str | None,
        heading: str | None,
        is_headed: bool,
        against: str,
        can_write: bool,
    ) -> None:
        """Show a wording; what is being typed (``None``) stays as it is."""
        status = words.status(sheet.status)
        self._status.setText(f"· {status}" if status else "")
        self._stale.setVisible(sheet.is_stale)
        self.heading.setVisible(is_headed or bool(sheet.heading))
        if heading is not None and heading != self.heading.text():
            self.heading.setText(heading)
            self.heading.setCursorPosition(0)
        if text is not None:
            self.editor.show_words(text)
        self.heading.setReadOnly(not can_write)
        self.editor.setReadOnly(not can_write)
        self._brackets.setEnabled(can_write)
        differs = is_changed(sheet.redline_heading, sheet.redline)
        self._redline_html = (sheet, differs)
        told = words.say("Against version {label}").format(label=against)
        self._against.setText(told if against else "")
        self._beside.setVisible(differs and bool(against))
        self._write_redline()
        self._show_choices(sheet, can_write=can_write)

    def offer_sides(self, sides: "tuple[SideRow, ...]") -> None:
        """Offer whom words can be put in brackets for."""
        menu = self._brackets.choices
        menu.clear()
        for side in sides:
            action = menu.addAction(words.say("As put by {side}").format(side=side.name))
            action.triggered.connect(partial(self._want_bracket, side.name))
        menu.addAction(words.say("By no side")).triggered.connect(partial(self._want_bracket, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what differs stand beside the words, or below them where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= scaled(_SIDE_BY_SIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._across.direction() != way:
            self._across.setDirection(way)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._write_redline()

    def _write_redline(self) -> None:
        if self._redline_html is not None and self._redline_html[1]:
            sheet = self._redline_html[0]
            html = write_redline(sheet.redline_heading, sheet.redline, language=self.language)
            self._redline.setText(html)

    def _show_choices(self, sheet: "WordingSheet", *, can_write: bool) -> None:
        clear(self._choices)
        for place, bracket in enumerate(sheet.brackets):
            box = QFrame()
            box.setProperty("cls", "asked")
            inside = QVBoxLayout(box)
            inside.setContentsMargins(12, 8, 12, 8)
            inside.setSpacing(6)
            inside.addWidget(wrapped_label(words.say("Not agreed: choose what shall stand here")))
            line = FlowLayout(spacing=6, line_spacing=6)
            for number, one in enumerate(bracket.alternatives):
                told = f"{one.side}: {one.words}" if one.side else one.words
                line.addWidget(self._choice(told, place, number, can_write=can_write))
            line.addWidget(
                self._choice(words.say("None of them"), place, None, can_write=can_write)
            )
            inside.addLayout(line)
            self._choices.addWidget(box)

    def _choice(self, told: str, place: int, number: int | None, *, can_write: bool) -> QPushButton:
        short = told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
        button = QPushButton(short.replace("&", "&&"))
        button.setObjectName(f"drafting_settle_{self.language}_{place}_{number}")
        button.setAccessibleName(told)
        button.setToolTip(told if short != told else "")
        button.setEnabled(can_write)
        button.clicked.connect(partial(self._settle, place, number))
        return button

    def _settle(self, place: int, number: int | None) -> None:
        self.settled.emit(place, number)

    def _want_bracket(self, side: str) -> None:
        self.bracket_wanted.emit(*self.editor.selection(), side)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._name)
        head.addWidget(self._status)
        head.addWidget(self._stale)
        head.addStretch(1)
        head.addWidget(self._brackets)
        written = QWidget()
        left = QVBoxLayout(written)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        left.addWidget(self.heading)
        left.addWidget(self.editor)
        left.addStretch(1)
        self._beside = QFrame()
        self._beside.setProperty("cls", "flat")
        self._beside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        right = QVBoxLayout(self._beside)
        right.setContentsMargins(12, 8, 12, 10)
        right.setSpacing(4)
        right.addWidget(self._against)
        right.addWidget(self._redline)
        right.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(12)
        self._across.addWidget(written, 1)
        self._across.addWidget(self._beside, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 8)
        down.setSpacing(8)
        down.addLayout(head)
        down.addLayout(self._across)
        down.addLayout(self._choices)
