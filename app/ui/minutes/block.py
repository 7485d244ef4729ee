"""One paragraph of the minutes: its tick, the line above it, and its editors."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import icons, phrases
from app.ui.appearance import colour, scaled
from app.ui.minutes.block_editor import BlockEditor
from app.ui.minutes.block_head import BlockHead
from app.ui.minutes.conflict_bar import ConflictBar
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.domain.errors import Misfortune
    from app.ui.minutes.view import BlockRow

_INDENT = 28


class Tick(QPushButton):
    """Whether a paragraph is confirmed as having happened; a check or an open circle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tick")
        self.setProperty("kind", "small_ghost")
        self.setCheckable(True)
        self.setFixedSize(scaled(26), scaled(26))
        self.toggled.connect(self._say)
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(colour("focus") if self.hasFocus() else colour("hover"))
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        size = scaled(18)
        place = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        if self.isChecked():
            icons.paint(painter, "circle-check", "ok", place)
        else:
            icons.paint(painter, "circle-dashed", "warn", place)

    def _say(self) -> None:
        told = (
            self.tr("Confirmed as having happened")
            if self.isChecked()
            else self.tr("To confirm: did it happen? (Ctrl+Enter)")
        )
        self.setAccessibleName(told)
        self.setToolTip(told)


class Block(QFrame):
    """Shows one paragraph and lets it be written.

    Signals:
        confirmed: Whether it happened, as the user says.
        settled: How a conflict is settled: ``compare``, ``mine`` or ``theirs``.
    """

    confirmed = Signal(bool)
    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paragraph")
        self.key = UUID(int=0)
        self._row: BlockRow | None = None
        self._showing: Any = None
        self.tick = Tick()
        self.tick.clicked.connect(self._tell_confirmed)
        self.head = BlockHead()
        self.editors = [BlockEditor()]
        self._note: Any = None
        self._conflict: ConflictBar | None = None
        self._words = QHBoxLayout()
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(10)
        self._words.addWidget(self.editors[0], 1)
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(1)
        self._right.addWidget(self.head)
        self._right.addLayout(self._words)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(8, 5, 8, 5)
        self._across.setSpacing(4)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.tick)
        left.addStretch(1)
        self._across.addLayout(left)
        self._across.addLayout(self._right, 1)

    def link_here(self) -> tuple[str, UUID] | None:
        """Return the kind and the key of the paragraph; nothing before it is kept."""
        return ("minutes_paragraph", self.key) if self.key.int else None

    def show_row(
        self,
        row: "BlockRow",
        sides: tuple[Any, ...],
        *,
        languages: tuple[str, ...],
        is_sealed: bool,
    ) -> bool:
        """Show a paragraph; what is being typed in it stays. Say whether anything has changed."""
        showing = (row, sides, languages, is_sealed)
        if showing == self._showing and self._shows(row):
            return False
        if self._row is None or row.id != self._row.id:
            self.show_refused(None)
        self._showing = showing
        self.key = row.id
        self._row = row
        self._make_editors(len(languages))
        self._across.setContentsMargins(8 + row.level * scaled(_INDENT), 5, 8, 5)
        self.head.show_row(row, sides, is_sealed=is_sealed)
        self.tick.setChecked(row.confirmed)
        self.tick.setEnabled(not is_sealed)
        told = row.texts
        for editor, language in zip(self.editors, languages, strict=True):
            editor.setReadOnly(is_sealed)
            editor.show_words(told.get(language, ""), language)
            editor.setPlaceholderText(self._placeholder(language, is_sealed=is_sealed))
            spoken = self.tr("Paragraph in {language}").format(
                language=phrases.say("language", language)
            )
            editor.setAccessibleName(spoken)
            editor.setAccessibleDescription(row.source_line)
        self._show_conflict(row)
        self.update()
        return True

    def editor_for(self, language: str) -> BlockEditor:
        """Return the editor of a language; the first where it is not shown."""
        return next((each for each in self.editors if each.language == language), self.editors[0])

    def is_composing(self) -> bool:
        """Say whether something is being composed in one of its editors."""
        return any(editor.is_composing() for editor in self.editors)

    def show_refused(self, problem: "Misfortune | None") -> None:
        """Say below the words what was refused, or nothing any more."""
        if problem is None:
            if self._note is not None:
                self._note.hide()
            return
        if self._note is None:
            self._note = wrapped_label("", "bad", name="paragraph_problem")
            self._right.addWidget(self._note)
        self._note.setText(f"{problem.sentence} {problem.remedy}".strip())
        self._note.show()

    def refused_words(self) -> str:
        """Return what is said to have been refused."""
        return self._note.text() if self._note is not None and not self._note.isHidden() else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar at the left in the hue of the side whose word it is."""
        super().paintEvent(event)
        if self._row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("border"))
        painter.drawLine(12, self.height() - 1, self.width() - 12, self.height() - 1)
        party = self._row.party
        if party is not None:
            left = self._across.contentsMargins().left() - 7
            painter.setPen(colour(phrases.party_hue(party.seat)))
            painter.setBrush(colour(phrases.party_hue(party.seat)))
            painter.drawRoundedRect(QRectF(left, 7, 2, self.height() - 14), 1, 1)

    def _shows(self, row: "BlockRow") -> bool:
        return all(each.words() == row.texts.get(each.language, "") for each in self.editors)

    def _make_editors(self, count: int) -> None:
        """Have one editor for each language that is shown."""
        while len(self.editors) < count:
            editor = BlockEditor()
            self.editors.append(editor)
            self._words.addWidget(editor, 1)
        while len(self.editors) > count:
            editor = self.editors.pop()
            self._words.removeWidget(editor)
            editor.deleteLater()

    def _show_conflict(self, row: "BlockRow") -> None:
        if not row.theirs and not row.is_gone:
            if self._conflict is not None:
                self._conflict.hide()
            return
        if self._conflict is None:
            self._conflict = ConflictBar()
            self._conflict.settled.connect(self.settled)
            self._right.addWidget(self._conflict)
        self._conflict.say(is_gone=row.is_gone)
        self._conflict.show()

    def _placeholder(self, language: str, *, is_sealed: bool) -> str:
        if is_sealed:
            return self.tr("Not written in {language}").format(
                language=phrases.say("language", language)
            )
        return self.tr("Write in {language}").format(language=phrases.say("language", language))

    def _tell_confirmed(self) -> None:
        self.confirmed.emit(self.tick.isChecked())
