"""The text itself: its title and state, the line that compares, and the words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QSizeF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts
from app.ui.appearance import colour, hexadecimal, scale, scaled
from app.ui.rules import words
from app.ui.rules.choice import Choice, Mode
from app.ui.rules.gaps_panel import GapsPanel
from app.ui.rules.gutter import Gutter
from app.ui.rules.places import MarkedWords, Painted, Places
from app.ui.rules.text_html import TextPage
from app.ui.tokens import LIGHT
from app.ui.widgets import chip
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.clearing import clear
from app.ui.widgets.fields import DateField
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.rule_reading import ReadRules

_STYLE = re.compile(r'<p style="([^"]*)"')
_LENGTH = re.compile(r"(margin-\w+): (\d+)px")
_EDGE = 24
_DAY = 190


class ReadingPane(QWidget):
    """Shows a text, a few provisions at a time, so that the window never waits.

    Signals:
        provision_requested: The identity of a provision that a reference leads to.
        against_chosen: The number of the version that the redline starts from.
        day_chosen: The day whose text shall be shown; ``None`` for today's.
        step_requested: +1 for the next change, -1 for the one before.
        record_requested: The kind and key of a record that a line of the history names.
        provision_touched: The provision that the keyboard or the mouse has come to.
        note_requested: A note shall be written on what is in hand.
        words_marked: Other words are chosen in the text, or none.

    Attributes:
        gaps: What differs between the two languages that stand side by side.
        gutter: The margin where notes are marked.
    """

    provision_requested = Signal(str)
    against_chosen = Signal(object)
    day_chosen = Signal(object)
    step_requested = Signal(int)
    record_requested = Signal(str, object)
    provision_touched = Signal(str)
    note_requested = Signal()
    words_marked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules_text_pane")
        self._title = wrapped_label("", "h1")
        self._title.setObjectName("rules_title")
        self._state = chip.chip("", "ok", name="rules_state")
        self._origin = wrapped_label("", "muted")
        self._day = DateField(optional=True)
        self._day.editor.setObjectName("rules_day")
        self._day.setAccessibleName(self.tr("Text in force on"))
        self._day.finished.connect(self._tell_day)
        self._choices = QHBoxLayout()
        self._bar = self._make_bar()
        self.gaps = GapsPanel()
        self.gaps.provision_chosen.connect(self.provision_requested)
        self._heads = QHBoxLayout()
        self._heads.setContentsMargins(0, 0, 0, 0)
        self._text = self._make_text()
        self._places = Places()
        self._painted: tuple[Painted, ...] = ()
        self.gutter = Gutter(self._text, self._places, name_of=self._name_of)
        self.gutter.note_requested.connect(self.note_requested)
        self._read: ReadRules | None = None
        self._eid = ""
        self._may_note = False
        self._pending: Iterator[str] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._add_piece)
        self._wanted = ""
        self._has_typeface = False
        self.setFocusProxy(self._text)
        self._lay_out()

    def show_text(self, read: "ReadRules", choice: Choice, *, today: date) -> None:
        """Show a text from its beginning."""
        self._load_typeface()
        self._read = read if choice.mode is not Mode.HISTORY else None
        self._eid = ""
        self.gutter.show_in_hand("")
        version = read.version
        self._title.setText(read.title)
        state, hue = words.status(version, today, read.versions)
        self._state.setText(f"{words.label(version)} · {state}")
        self._state.setProperty("chip", hue)
        self._state.style().polish(self._state)
        origin = words.adopted_by(version)
        parts = (origin, *words.remarks(version), version.change_note, read.scope_note)
        self._origin.setText(" · ".join(part for part in parts if part))
        self._day.set_value(choice.on)
        if choice.mode is not Mode.SIDE_BY_SIDE:
            self.gaps.hide()
        self._show_bar(read, choice)
        self._show_heads(read)
        self._fill(self._page(read, hexadecimal, scale()).pieces())

    def add_choices(self, choices: QWidget) -> None:
        """Let fields stand at the left of the line above the text."""
        self._choices.insertWidget(0, choices)

    def show_html(self, html: str) -> None:
        """Show something else in place of the text: the history of a provision."""
        self._bar.hide()
        self.gaps.hide()
        clear(self._heads)
        self._read = None
        self._fill(iter((html,)))

    def show_provision(self, eid: str) -> None:
        """Bring a provision into sight, as soon as it is laid out."""
        self._wanted = self._eid = eid
        self.gutter.show_in_hand(eid)
        if not self._timer.isActive():
            self._text.scrollToAnchor(eid)

    def show_place(self, place: int, count: int) -> None:
        """Say at which change the reader is."""
        told = self.tr("%n change(s)", "", count)
        self._changes.setText(told)
        self._place.setText(f"{place} / {count}" if place else f"– / {count}")
        for button in (self._before, self._next):
            button.setEnabled(count > 0)

    def find_words(self, text: str) -> bool:
        """Mark the next place that has these words; from the top again after the last."""
        if not text:
            self._text.moveCursor(QTextCursor.MoveOperation.Start)
            return True
        if self._text.find(text):
            return True
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        return self._text.find(text)

    def pages(self, read: "ReadRules") -> Callable[[QSizeF], QTextDocument]:
        """Return what makes the pages that are printed, dark on white."""

        def make(size: QSizeF) -> QTextDocument:
            document = QTextDocument()
            document.setPageSize(size)
            page = self._page(read, LIGHT.__getitem__, 1.0)
            heading = f"<h2>{read.title} ({words.label(read.version)})</h2>"
            document.setHtml(heading + "".join(page.pieces()))
            return document

        return make

    def allow_notes(self, *, shown: bool, may_write: bool) -> None:
        """Have the margin for notes or not, with a button to write one or without."""
        self._may_note = may_write
        self.gutter.allow(shown=shown, may_write=may_write)

    def show_notes(self, counts: Mapping[str, int], painted: Sequence[Painted]) -> None:
        """Mark the provisions that have notes, and the words that they speak of."""
        self._painted = tuple(painted)
        self.gutter.show_counts(counts)
        self._paint_notes()

    def marked(self) -> MarkedWords | None:
        """Return the words that are chosen; without any, the provision in hand."""
        return self._places.marked(self._text.textCursor(), self._eid)

    def forget_marked(self) -> None:
        """Have no words chosen any more; the place stays."""
        cursor = self._text.textCursor()
        cursor.clearSelection()
        self._text.setTextCursor(cursor)

    def plain_text(self) -> str:
        """Return what is shown, as far as it is laid out."""
        return self._text.toPlainText()

    def is_filling(self) -> bool:
        """Say whether some of the text is still to be laid out."""
        return self._timer.isActive()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the state in the colours of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._state.style().polish(self._state)
            self._day.setFixedWidth(scaled(_DAY))

    def _load_typeface(self) -> None:
        """Load the typeface of texts when one is first read: the window opens without it."""
        if not self._has_typeface:
            self._has_typeface = True
            fonts.load(fonts.TEXT_FILES)

    def _page(self, read: "ReadRules", colour: Callable[[str], str], factor: float) -> TextPage:
        return TextPage(read, colour=colour, scale=factor, untranslated=words.untranslated)

    def _fill(self, pieces: Iterator[str]) -> None:
        self._timer.stop()
        self._text.setExtraSelections([])
        self._places.begin(self._read)
        self._text.clear()
        self._pending = pieces
        self._add_piece()
        self._timer.start()

    def _add_piece(self) -> None:
        piece = next(self._pending, None)
        if piece is None:
            self._timer.stop()
            if self._wanted:
                self._text.scrollToAnchor(self._wanted)
            self._paint_notes()
            self.gutter.settle()
            return
        bar = self._text.verticalScrollBar()
        place = bar.value()
        cursor = QTextCursor(self._text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if cursor.position() and not piece.startswith("<table"):
            # Else the first paragraph of a piece joins the last one before it.
            cursor.insertBlock(_format_of(piece))
        since = cursor.position()
        cursor.insertHtml(piece)
        self._places.note(self._text.document(), since)
        bar.setValue(place)

    def _paint_notes(self) -> None:
        ground, line = colour("warn_soft"), colour("warn")
        document = self._text.document()
        marks = self._places.paint(document, self._painted, ground, line)
        self._text.setExtraSelections(marks)

    def _name_of(self, eid: str) -> str:
        rows = self._read.provisions if self._read is not None else ()
        return next((row.name or row.label for row in rows if row.eid == eid), "")

    def _touch(self) -> None:
        """Hear where the keyboard or the mouse is."""
        cursor = self._text.textCursor()
        if self._read is None or not self._text.hasFocus():
            return
        eid = self._places.at(cursor.selectionStart(), self._text.document())
        if eid and eid != self._eid:
            self._eid = eid
            self.gutter.show_in_hand(eid)
            self.provision_touched.emit(eid)

    def _offer_here(self, where: QPoint) -> None:
        """Open the menu of the text, with a note among its entries where one can be written."""
        menu = self._text.createStandardContextMenu(where)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._may_note and self._read is not None:
            menu.addSeparator()
            add = menu.addAction(self.tr("Write a note…"))
            add.setObjectName("write_note")
            add.triggered.connect(self.note_requested)
        menu.popup(self._text.viewport().mapToGlobal(where))

    def _show_bar(self, read: "ReadRules", choice: Choice) -> None:
        self._bar.setVisible(choice.mode is Mode.REDLINE)
        if choice.mode is not Mode.REDLINE:
            return
        others = [
            (words.label(row), row.number)
            for row in read.versions
            if row.number != read.version.number and row.text_held
        ]
        self._against.offer(others, read.against.number if read.against else None)
        self._against.setEnabled(bool(others))
        self._now.setText(f"→  {words.label(read.version)}")

    def _show_heads(self, read: "ReadRules") -> None:
        clear(self._heads)
        if len(read.languages) < 2:
            return
        self._heads.setContentsMargins(
            0 if self.gutter.isHidden() else self.gutter.width(), 0, 0, 0
        )
        for place, language in enumerate(read.languages):
            statuses = {row.wordings[place].status for row in read.provisions if row.wordings}
            told = words.text_status(statuses.pop()) if len(statuses) == 1 else ""
            name = words.language_name(language)
            label = text_label(" · ".join(part for part in (name, told) if part), "micro")
            self._heads.addWidget(label, 1)

    def _make_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("rules_compare_bar")
        bar.setProperty("cls", "sunken")
        self._against = ChoiceField(name="rules_against", spoken=self.tr("Compare with version"))
        self._against.chosen.connect(self.against_chosen)
        self._now = text_label("", "medium")
        self._changes = text_label("", "small")
        self._place = text_label("", "small", name="rules_place")
        self._before = IconButton("chevron-left", self.tr("Change before"), name="rules_before")
        self._before.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next = IconButton("chevron-right", self.tr("Next change"), name="rules_next")
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(text_label(self.tr("Compare"), "small"))
        row.addWidget(self._against)
        row.addWidget(self._now)
        row.addSpacing(8)
        row.addWidget(_legend(self.tr("removed"), "removed"))
        row.addWidget(_legend(self.tr("added"), "added"))
        row.addStretch(1)
        for widget in (self._changes, self._before, self._place, self._next):
            row.addWidget(widget)
        return bar

    def _make_text(self) -> QTextBrowser:
        text = QTextBrowser()
        text.setObjectName("rules_text")
        text.setAccessibleName(self.tr("Text of the rules"))
        text.setProperty("cls", "plain")
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.setOpenLinks(False)
        text.document().setDocumentMargin(4)
        text.anchorClicked.connect(self._follow)
        text.selectionChanged.connect(self._touch)
        text.selectionChanged.connect(self.words_marked)
        text.cursorPositionChanged.connect(self._touch)
        text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        text.customContextMenuRequested.connect(self._offer_here)
        return text

    def _tell_day(self) -> None:
        if not self._day.problem():
            self.day_chosen.emit(self._day.value())

    def _follow(self, address: QUrl) -> None:
        if address.scheme() == "record":
            kind, _, key = address.path().partition("/")
            self.record_requested.emit(kind, UUID(key))
        else:
            self.provision_requested.emit(address.fragment())

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(self._title, 1)
        title.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, 16, _EDGE, 0)
        layout.setSpacing(8)
        layout.addLayout(title)
        layout.addWidget(self._origin)
        self._choices.setSpacing(8)
        self._choices.addStretch(1)
        self._choices.addWidget(text_label(self.tr("In force on"), "small"))
        self._day.setFixedWidth(scaled(_DAY))
        self._choices.addWidget(self._day)
        layout.addLayout(self._choices)
        layout.addWidget(self._bar)
        layout.addWidget(self.gaps)
        layout.addLayout(self._heads)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.gutter)
        beside.addWidget(self._text, 1)
        layout.addLayout(beside, 1)


def _legend(text: str, kind: str) -> QLabel:
    label = text_label(text, "small")
    label.setProperty("mark", kind)
    return label


def _format_of(piece: str) -> QTextBlockFormat:
    """Return the format of the first paragraph of a piece, which Qt takes from the block before."""
    made = QTextBlockFormat()
    style = _STYLE.search(piece)
    told = dict(_LENGTH.findall(style[1])) if style else {}
    made.setTopMargin(float(told.get("margin-top", 0)))
    made.setBottomMargin(float(told.get("margin-bottom", 0)))
    made.setLeftMargin(float(told.get("margin-left", 0)))
    if style and "line-height" in style[1]:
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        made.setLineHeight(120, proportional)
    return made
