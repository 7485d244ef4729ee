"""Marks words that are not in the dictionary, and offers others; only where one is installed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from app.ui.appearance import colour

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.ui.minutes.block_editor import BlockEditor
    from app.ui.minutes.page import MinutesPage
    from app.ui.needs import Needs
    from app.ui.services import Services

_MANY = 7


class Spelling(QObject):
    """Checks the spelling of the paragraphs that are shown.

    Dictionaries are opened beside the window, because the largest takes a second.
    """

    def __init__(self, needs: "Needs", page: "MinutesPage") -> None:
        super().__init__(page)
        self._needs = needs
        self._page = page
        self._services: Services | None = None
        self._found: Mapping[str, Path] | None = None
        self._spellers: dict[str, Any] = {}
        self._waves: dict[BlockEditor, Waves] = {}
        self._is_on = False

    @property
    def is_on(self) -> bool | None:
        """Whether spelling is checked; ``None`` where no dictionary is installed."""
        return self._is_on if self._found else None

    def open(self, services: "Services") -> None:
        """Turn to the services of another workspace."""
        self._services = services

    def look(self, done: Callable[[], None]) -> None:
        """Find out, beside the window, which dictionaries are installed."""
        if self._found is None and self._services is not None:
            work = self._services.spelling.find_dictionaries
            self._needs.tasks.run(work, partial(self._take_found, done), self._needs.report_failure)

    def turn(self, *, on: bool) -> None:
        """Check spelling from now on, or no more."""
        self._is_on = on
        self.check()

    def check(self) -> None:
        """Check the words of the paragraphs that are shown, each in its language."""
        editors = self._editors() if self._is_on else []
        shown = set(editors)
        for editor in [each for each in self._waves if each not in shown]:
            waves = self._waves.pop(editor)
            if isValid(waves):
                waves.check_with(None)
        for editor in editors:
            if editor not in self._waves:
                self._waves[editor] = Waves(editor.document())
            self._waves[editor].check_with(self._speller(editor.language))

    def add_suggestions(self, menu: QMenu, at: QTextCursor, editor: "BlockEditor") -> None:
        """Offer at the top of a menu what may be meant by the word under the mouse."""
        speller = self._speller(editor.language) if self._is_on else None
        word = at.selectedText()
        if speller is None or editor.isReadOnly() or not any(speller.find_wrong(word)):
            return
        first = menu.actions()[0]
        for suggestion in speller.suggest(word)[:_MANY]:
            action = QAction(suggestion, menu)
            action.triggered.connect(partial(_put, at, suggestion))
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def go_on(self, current: "BlockEditor | None") -> None:
        """Choose the next word that is not in the dictionary, from where one writes."""
        editors = self._editors()
        start = editors.index(current) if current in editors else 0
        row = [(editor, 0) for editor in (*editors[start + 1 :], *editors[: start + 1])]
        if current in editors:
            row.insert(0, (current, current.textCursor().selectionEnd()))
        for editor, start_at in row:
            if self._choose_wrong(editor, start_at):
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _choose_wrong(self, editor: "BlockEditor", start: int) -> bool:
        speller = self._speller(editor.language)
        wrong = speller.find_wrong(editor.toPlainText()) if speller is not None else ()
        found = next(((at, length) for at, length in wrong if at >= start), None)
        if found is not None:
            editor.put_cursor(*found)
        return found is not None

    def _speller(self, language: str) -> Any:
        """Return the dictionary of a language, or ask for it and return nothing yet."""
        tag = language.partition("-")[0]
        if tag not in self._spellers and self._found and tag in self._found:
            self._spellers[tag] = None
            if self._services is not None:
                work = partial(self._services.spelling.load, self._found[tag])
                take = partial(self._take_speller, tag)
                self._needs.tasks.run(work, take, self._needs.report_failure)
        return self._spellers.get(tag)

    def _take_found(self, done: Callable[[], None], found: "Mapping[str, Path]") -> None:
        self._found = found
        done()

    def _take_speller(self, tag: str, speller: Any) -> None:
        self._spellers[tag] = speller
        self.check()

    def _editors(self) -> "list[BlockEditor]":
        return [editor for block in self._page.sheet.blocks for editor in block.editors]


class Waves(QSyntaxHighlighter):
    """Draws a wave below words; nothing of it is part of the text."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._speller: Any = None

    def check_with(self, speller: Any) -> None:
        """Check the text with a dictionary, or no more."""
        if speller is not self._speller:
            self._speller = speller
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Draw the waves of one line."""
        if self._speller is None:
            return
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wave.setUnderlineColor(colour("bad"))
        for at, length in self._speller.find_wrong(text):
            self.setFormat(at, length, wave)


def _put(at: QTextCursor, suggestion: str, _checked: object = None) -> None:
    at.insertText(suggestion)
