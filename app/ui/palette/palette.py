"""The palette itself: a panel over the dimmed window, which Esc takes away again."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui import record_words
from app.ui.appearance import is_dark, scaled
from app.ui.palette.commands import CommandHit
from app.ui.widgets.card import rule
from app.ui.widgets.found_list import FoundList, FoundRow
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.finding.search import Answer, Record

_WIDTH, _TOP, _MARGIN = 660, 120, 24
_LEAST_ROWS, _MOST_ROWS = 110, 380
_SCRIM = {False: QColor(20, 24, 32, 88), True: QColor(0, 0, 0, 150)}
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QWidget):
    """Covers the window while it is open.

    Signals:
        typed: What stands in the line now.
        chosen: What the chosen row stands for.
        all_requested: Everything that this line finds shall be shown on the page.
    """

    typed = Signal(str)
    chosen = Signal(object)
    all_requested = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Search records and commands"))
        self._window = window
        self._before: QWidget | None = None
        self._line = self._make_line()
        self.list = FoundList(name="palette_list", spoken=self.tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.chosen.connect(self.chosen)
        self._sentence = wrapped_label("", "muted")
        self._sentence.setObjectName("palette_sentence")
        self._told = text_label("", "micro")
        self._told.setObjectName("palette_told")
        self._panel = self._make_panel()
        self._panel.setParent(self)
        window.installEventFilter(self)
        self.hide()

    def open_palette(self, text: str = "") -> None:
        """Show the palette with the keyboard in its line."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        with QSignalBlocker(self._line):
            self._line.setText(text)
        self._cover()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._line.selectAll()
        self.typed.emit(text)

    def close_palette(self) -> None:
        """Go, and give the keyboard back to where it was."""
        if self.isVisible():
            self.hide()
            before, self._before = self._before, None
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_recent(self, records: "tuple[Record, ...]", *, body_id: UUID | None) -> None:
        """Show the records that were looked at last, and how to search."""
        rows = [FoundRow(self.tr("Looked at last"))] if records else []
        rows += [record_words.row_of(record, body_id=body_id) for record in records]
        hint = self.tr(
            "Type words from any record, in any of its languages, or what you want to do."
            " Conditions: meeting:12  party:KR  type:decision  status:open  due:<2026-12-01  -word"
        )
        self._show(rows, hint, "")

    def show_found(
        self,
        answer: "Answer",
        commands: tuple[CommandHit, ...],
        *,
        body_id: UUID | None,
        milliseconds: int,
    ) -> None:
        """Show what was found, and how quickly."""
        rows = [*_record_rows(answer, body_id), *self._command_rows(commands)]
        sentence = ""
        if answer.problem is not None:
            sentence = f"{answer.problem.sentence} {answer.problem.remedy}".strip()
        elif not rows:
            sentence = self.tr("Nothing has all of these words. Leave one out, or try another.")
        told = ""
        if answer.problem is None:
            number = self.tr("more than 1,000") if answer.is_more else str(answer.count)
            told = self.tr("{number} found in {milliseconds} ms").format(
                number=number, milliseconds=milliseconds
            )
        self._show(rows, sentence, told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window, and send the keys of the line to the list."""
        if watched is self._line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._obey(event)
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close where one clicks beside the panel."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window."""
        QPainter(self).fillRect(self.rect(), _SCRIM[is_dark()])

    def _obey(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.all_requested.emit(self._line.text())
        elif key in _ENTER:
            self.list.choose_current()
        else:  # Tab leads nowhere: the line and the list are one
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _show(self, rows: list[FoundRow], sentence: str, told: str) -> None:
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._told.setText(told)
        self._cover()

    def _command_rows(self, commands: tuple[CommandHit, ...]) -> list[FoundRow]:
        if not commands:
            return []
        rows = [FoundRow(self.tr("Commands"))]
        for hit in commands:
            entry = hit.entry
            rows.append(
                FoundRow(
                    title=entry.name,
                    what=entry.command,
                    icon="chevron-right",
                    title_spans=hit.spans,
                    detail=entry.help,
                    aside=entry.keys or entry.menu,
                    is_key=bool(entry.keys),
                )
            )
        return rows

    def _cover(self) -> None:
        """Lie over the whole window, the panel in its upper middle."""
        self.setGeometry(self._window.rect())
        width = min(scaled(_WIDTH), self.width() - 2 * _MARGIN)
        top = min(scaled(_TOP), max(_MARGIN, self.height() // 8))
        room = self.height() - top - _MARGIN - scaled(130)
        rows = min(self.list.height_of_rows() + 8, scaled(_MOST_ROWS), max(room, _LEAST_ROWS))
        self.list.setFixedHeight(max(rows, 0))
        self._panel.setFixedWidth(width)
        layout = self._panel.layout()
        assert layout is not None
        layout.activate()
        wraps = layout.hasHeightForWidth()
        height = layout.heightForWidth(width) if wraps else layout.sizeHint().height()
        self._panel.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def _make_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("palette_line")
        line.setAccessibleName(self.tr("Search records and commands"))
        line.setPlaceholderText(self.tr("Search records and commands"))
        line.textChanged.connect(self.typed)
        line.installEventFilter(self)
        return line

    def _make_panel(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("palette_panel")
        panel.setProperty("cls", "popup")
        across = QHBoxLayout()
        across.setContentsMargins(18, 8, 16, 8)
        across.setSpacing(12)
        across.addWidget(IconLabel("search", "text2", size=18))
        across.addWidget(self._line, 1)
        across.addWidget(key_cap(self.tr("Esc")))
        middle = QVBoxLayout()
        middle.setContentsMargins(8, 4, 8, 4)
        middle.addWidget(self.list)
        told = QHBoxLayout()
        told.setContentsMargins(12, 10, 12, 10)
        told.addWidget(self._sentence)
        middle.addLayout(told)
        down = QVBoxLayout(panel)
        down.setContentsMargins(1, 1, 1, 1)
        down.setSpacing(0)
        down.addLayout(across)
        down.addWidget(rule())
        down.addLayout(middle)
        down.addWidget(rule())
        down.addLayout(self._make_foot())
        return panel

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(6)
        everything = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        for keys, words in (
            ("↑ ↓", self.tr("choose")),
            (self.tr("Enter"), self.tr("open")),
            (everything, self.tr("everything found")),
        ):
            foot.addWidget(key_cap(keys))
            foot.addWidget(text_label(words, "micro"))
            foot.addSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._told)
        return foot


def key_cap(words: str) -> QLabel:
    """Return the name of a key in a small frame."""
    label = text_label(words, "keycap")
    label.setSizePolicy(label.sizePolicy().Policy.Maximum, label.sizePolicy().Policy.Fixed)
    return label


def _record_rows(answer: "Answer", body_id: UUID | None) -> list[FoundRow]:
    """Return the records in their groups; the group with the best comes first."""
    places = {
        name: at
        for at, record in reversed(list(enumerate(answer.records)))
        for name, kinds in record_words.GROUPS
        if record.card.kind.value in kinds
    }
    rows = []
    for name in sorted(places, key=lambda name: places[name]):
        kinds = dict(record_words.GROUPS)[name]
        rows.append(FoundRow(record_words.say_group(name)))
        rows += [
            record_words.row_of(record, body_id=body_id)
            for record in answer.records
            if record.card.kind.value in kinds
        ]
    return rows
