"""The provision in hand in every language, one beneath the other."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.drafting import words
from app.ui.drafting.language_block import LanguageBlock
from app.ui.widgets import chip
from app.ui.widgets.card import rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.drafting.draft_sheets import DraftLine, DraftSheet, ProvisionSheet

_EDGE = 20


class TextPane(QScrollArea):
    """Writes a provision.

    Signals:
        heading_typed: The language and the heading.
        text_typed: The language and the words.
        left: The keyboard left a field.
        composed: What was being composed is written.
        settled: The language, the place of brackets, and the alternative or ``None``.
        bracket_wanted: The language, where words begin and end, and the side that puts them so.
        renumber_requested: The number shall be changed.
        restore_requested: What is repealed shall stand again.
    """

    heading_typed = Signal(str, str)
    text_typed = Signal(str, str)
    left = Signal()
    composed = Signal()
    settled = Signal(str, int, object)
    bracket_wanted = Signal(str, int, int, str)
    renumber_requested = Signal()
    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drafting_text_pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._blocks: dict[str, LanguageBlock] = {}
        self._has_typeface = False
        self._title = wrapped_label("", "h2", name="drafting_provision")
        self._mark = chip.chip("", "neutral", name="drafting_mark")
        self._renumber = QPushButton(words.say("Number…"))
        self._renumber.setObjectName("drafting_renumber")
        self._renumber.setToolTip(words.say("Give it another number (F2)"))
        self._renumber.clicked.connect(self.renumber_requested)
        self._restore = QPushButton(words.say("Let it stand again"))
        self._restore.setObjectName("drafting_restore")
        self._restore.clicked.connect(self.restore_requested)
        inside = QWidget()
        inside.setProperty("bg", "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(_EDGE, 14, _EDGE, 20)
        self._column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._renumber, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._languages = QVBoxLayout()
        self._languages.setSpacing(12)
        self._column.addLayout(self._languages)
        self._column.addStretch(1)
        self.setWidget(inside)

    def show_provision(
        self,
        draft: "DraftSheet",
        sheet: "ProvisionSheet",
        *,
        typed: Callable[[str], tuple[str | None, str | None]],
        can_write: bool,
    ) -> None:
        """Show a provision.

        Args:
            draft: The draft that it stands in.
            sheet: The provision.
            typed: Gives, for a language, the heading and the words to show; ``None`` for what is
                being typed and stays.
            can_write: Whether the draft can be changed.
        """
        self._load_typeface()
        line = sheet.line
        is_gone = _is_repealed(line)
        self._show_head(line, can_write=can_write, is_gone=is_gone)
        self._make_blocks(draft)
        for wording in sheet.wordings:
            heading, text = typed(wording.language)
            self._blocks[wording.language].show_wording(
                wording,
                heading=heading,
                text=text,
                is_headed=line.kind in words.HEADED,
                against=draft.against,
                can_write=can_write and not is_gone,
            )

    def _show_head(self, line: "DraftLine", *, can_write: bool, is_gone: bool) -> None:
        """Show what the provision is called, and what became of it."""
        self._title.setText(words.name_of(line))
        told = words.change(line.change)
        was = words.say("was {label}").format(label=line.was.rstrip(".")) if line.was else ""
        self._mark.setText(" · ".join(part for part in (told, was) if part))
        self._mark.setVisible(bool(told))
        self._mark.setProperty("chip", words.mark_hue(line) or "neutral")
        self._mark.style().polish(self._mark)
        self._renumber.setVisible(not is_gone)
        self._renumber.setEnabled(can_write)
        self._restore.setVisible(is_gone)
        self._restore.setEnabled(can_write)

    def block(self, language: str) -> LanguageBlock:
        """Return the block of a language."""
        return self._blocks[language]

    def is_composing(self) -> bool:
        """Say whether an input method is in the middle of a syllable."""
        return any(
            block.editor.isVisible() and block.editor.is_composing() for block in self._all()
        )

    def focus_text(self, language: str = "") -> None:
        """Put the keyboard into the words of a language, or of the first."""
        block = self._blocks.get(language) or next(iter(self._all()), None)
        if block is not None:
            block.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _all(self) -> tuple[LanguageBlock, ...]:
        return tuple(self._blocks.values())

    def _load_typeface(self) -> None:
        """Load the typeface of texts when one is first written: the window opens without it."""
        if not self._has_typeface:
            self._has_typeface = True
            fonts.load(fonts.TEXT_FILES)

    def _make_blocks(self, draft: "DraftSheet") -> None:
        if tuple(self._blocks) == draft.languages:
            return
        clear(self._languages)
        self._blocks = {}
        for place, language in enumerate(draft.languages):
            block = LanguageBlock(language)
            block.heading_typed.connect(partial(self.heading_typed.emit, language))
            block.text_typed.connect(partial(self.text_typed.emit, language))
            block.left.connect(self.left)
            block.composed.connect(self.composed)
            block.settled.connect(partial(self.settled.emit, language))
            block.bracket_wanted.connect(partial(self.bracket_wanted.emit, language))
            block.offer_sides(draft.sides)
            if place:
                self._languages.addWidget(rule())
            self._languages.addWidget(block)
            self._blocks[language] = block


def _is_repealed(line: "DraftLine") -> bool:
    return str(getattr(line.change, "value", line.change)) == "repealed"
