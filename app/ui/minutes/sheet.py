"""The paragraphs of one agenda item, one below the other, each in a block of its own.

While an input method composes a syllable nothing is rebuilt: what comes from the record waits.
"""

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.ui import fonts
from app.ui.minutes.block import Block
from app.ui.minutes.block_column import BlockColumn

if TYPE_CHECKING:
    from app.domain.errors import Misfortune
    from app.ui.minutes.block_editor import BlockEditor
    from app.ui.minutes.view import BlockRow, Shown


class Sheet(BlockColumn):
    """Shows the paragraphs of one place and lets them be written.

    Signals:
        typed: The key of a paragraph, a language, and its words now.
        cut: The key, the language and the place at which Enter was pressed.
        joined: The key and the language of a paragraph that goes to the one before.
        pasted: The key, the language and the further lines of a pasted text.
        described: The key, and what is to be changed about the paragraph.
        shifted: The key, and one up (-1) or down (1).
        dropped: The key, and that of the paragraph it was dropped after; ``None`` for the top.
        confirmed: The key, and whether it happened.
        confirmed_on: The key of a paragraph confirmed by Ctrl+Enter: go on to the next.
        conflict_settled: The key, and how its conflict is settled.
        record_wanted: The kind and the key of a record that a chip leads to.
        menu_wanted: The key of a paragraph and its menu, before it opens.
        words_menu_wanted: The same for the menu of its words, and the word under the mouse.
        composed: A syllable is written: what came meanwhile can be shown.
        came: The key of the paragraph that the keyboard came into.
        left: The keyboard left a paragraph.
    """

    typed = Signal(object, str, str)
    cut = Signal(object, str, int)
    joined = Signal(object, str)
    pasted = Signal(object, str, tuple)
    described = Signal(object, dict)
    shifted = Signal(object, int)
    dropped = Signal(object, object)
    confirmed = Signal(object, bool)
    confirmed_on = Signal(object)
    conflict_settled = Signal(object, str)
    record_wanted = Signal(str, object)
    menu_wanted = Signal(object, object)
    words_menu_wanted = Signal(object, object, object)
    composed = Signal()
    came = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAccessibleName(self.tr("Paragraphs"))
        self._shown: Shown | None = None
        self._sides: tuple[Any, ...] = ()
        self._target: tuple[UUID, str, int, int, bool] | None = None
        self._current: tuple[UUID, str] | None = None
        self._pointed: BlockEditor | None = None
        self._has_fonts = False
        self.settled.connect(self._serve_target)

    def name_sides(self, sides: tuple[Any, ...]) -> None:
        """Say which sides a paragraph may be the word of."""
        self._sides = sides

    def show_blocks(self, shown: "Shown") -> None:
        """Show the paragraphs of a place; those shown already keep their editors and cursors.

        Nothing is shown while a syllable is composed; ``composed`` tells when it can be.
        """
        if self.is_composing():
            return
        if not self._has_fonts:
            self._has_fonts = True
            fonts.load(fonts.TEXT_FILES)
        is_other = self._shown is None or shown.place != self._shown.place
        self._shown = shown
        self.show_rows(shown.blocks, from_top=is_other)

    def is_composing(self) -> bool:
        """Say whether an input method is in the middle of a syllable in one of the blocks."""
        return any(block.is_composing() for block in self.blocks)

    def focus_block(
        self, key: UUID, language: str, at: int, length: int = 0, *, keyboard: bool = True
    ) -> None:
        """Put the keyboard into a paragraph; as soon as it is built, if it is not yet.

        Without ``keyboard`` the words are only shown as chosen.
        """
        self._target = (key, language, at, length, keyboard)
        if self.bring(key):
            self._serve_target()

    def focus_first(self) -> bool:
        """Put the keyboard where it was last, or into the first paragraph; say if there is one."""
        current = self._current
        target = self.block_for(current[0]) if current else None
        if target is None and self.blocks:
            target = self.blocks[0]
        if target is None:
            return False
        language = current[1] if current else target.editors[0].language
        target.editor_for(language).setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def current(self) -> tuple[UUID, "BlockEditor"] | None:
        """Return the paragraph in which the keyboard is or was last, and its editor."""
        if self._current is None:
            return None
        block = self.block_for(self._current[0])
        return (block.key, block.editor_for(self._current[1])) if block is not None else None

    def show_refused(self, key: UUID, problem: "Misfortune") -> None:
        """Say below a paragraph what was refused."""
        block = self.block_for(key)
        if block is not None:
            block.show_refused(problem)

    def make_block(self) -> Block:
        """Return a new block, connected to whoever listens."""
        block = Block()
        self._connect(block)
        return block

    def fill_block(self, block: Block, row: "BlockRow") -> None:
        """Show a paragraph in a block."""
        shown = self._shown
        if shown is not None and block.show_row(
            row, self._sides, languages=shown.languages, is_sealed=shown.is_sealed
        ):
            for editor in block.editors:
                self._connect_editor(block, editor)

    def _serve_target(self) -> None:
        """Put the keyboard where it is wanted, if that is built."""
        if self._target is None:
            return
        key, language, at, length, keyboard = self._target
        block = self.block_for(key)
        if block is None:
            return
        self._target = None
        editor = block.editor_for(language)
        self._current = (key, editor.language)
        if self._pointed is not None and isValid(self._pointed):
            self._pointed.put_cursor(0)  # words are shown as chosen in one place at a time
        self._pointed = editor if length else None
        if keyboard:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.put_cursor(at, length)
        QTimer.singleShot(0, self, partial(self._bring_into_view, key))

    def _bring_into_view(self, key: UUID) -> None:
        block = self.block_for(key)
        if block is not None:
            self.ensureWidgetVisible(block, 0, 40)

    def _connect(self, block: Block) -> None:
        block.confirmed.connect(partial(self._tell, self.confirmed, block))
        block.settled.connect(partial(self._tell, self.conflict_settled, block))
        block.head.described.connect(partial(self._tell, self.described, block))
        block.head.record_wanted.connect(self.record_wanted)
        block.head.menu_wanted.connect(partial(self._tell, self.menu_wanted, block))
        block.head.grip.dragged.connect(self._show_drop)
        block.head.grip.dropped.connect(partial(self._drop, block))
        self._connect_editor(block, block.editors[0])

    def _connect_editor(self, block: Block, editor: "BlockEditor") -> None:
        if editor.property("connected"):
            return
        editor.setProperty("connected", True)  # noqa: FBT003 - Qt's own signature
        editor.typed.connect(partial(self._tell_typed, block, editor))
        editor.entered.connect(partial(self._tell_in_language, self.cut, block, editor))
        editor.joined.connect(partial(self._tell_in_language, self.joined, block, editor))
        editor.pasted.connect(partial(self._tell_in_language, self.pasted, block, editor))
        editor.levelled.connect(partial(self._level, block))
        editor.shifted.connect(partial(self._tell, self.shifted, block))
        editor.left_by.connect(partial(self._go_on, block, editor))
        editor.confirmed.connect(partial(self._tell, self.confirmed_on, block))
        editor.came.connect(partial(self._note_current, block, editor))
        editor.gone.connect(self.left)
        editor.composed.connect(self._tell_composed)
        editor.menu_wanted.connect(partial(self._tell, self.words_menu_wanted, block))

    def _tell(self, signal: Any, block: Block, *told: Any) -> None:
        signal.emit(block.key, *told)

    def _tell_in_language(
        self, signal: Any, block: Block, editor: "BlockEditor", *told: Any
    ) -> None:
        signal.emit(block.key, editor.language, *told)

    def _tell_typed(self, block: Block, editor: "BlockEditor", words: str) -> None:
        block.show_refused(None)
        self.typed.emit(block.key, editor.language, words)

    def _level(self, block: Block, step: int) -> None:
        shown = self._shown
        row = next((each for each in shown.blocks if each.id == block.key), None) if shown else None
        if row is not None:
            self.described.emit(block.key, {"level": row.level + step})

    def _go_on(self, block: Block, editor: "BlockEditor", step: int) -> None:
        """Go on to the paragraph above or below, as one text goes on."""
        rows = self._shown.blocks if self._shown else ()
        keys = [row.id for row in rows]
        place = keys.index(block.key) + step if block.key in keys else -1
        if 0 <= place < len(rows):
            language = editor.language
            at = 0 if step > 0 else len(rows[place].texts.get(language, ""))
            self.focus_block(rows[place].id, language, at)

    def _note_current(self, block: Block, editor: "BlockEditor") -> None:
        self._current = (block.key, editor.language)
        self.came.emit(block.key)

    def _tell_composed(self) -> None:
        """Tell it when the input method has done what it has to do."""
        QTimer.singleShot(0, self, self.composed.emit)

    def _show_drop(self, at: QPoint) -> None:
        place = self._inside.mapFromGlobal(at)
        self.ensureVisible(0, place.y(), 0, 30)
        self.mark(self._line_at(self._drop_position(place.y())))

    def _drop(self, block: Block, at: QPoint) -> None:
        self.mark(None)
        position = self._drop_position(self._inside.mapFromGlobal(at).y())
        there = [each for each in self.blocks if each is not block]
        before = [each for each in self.blocks[:position] if each is not block]
        if there and self.blocks.index(block) not in (position, position - 1):
            self.dropped.emit(block.key, before[-1].key if before else None)

    def _drop_position(self, height: int) -> int:
        return sum(each.geometry().center().y() < height for each in self.blocks)

    def _line_at(self, position: int) -> int:
        there = self.blocks
        if not there:
            return 0
        if position < len(there):
            return there[position].geometry().top() - 1
        return there[-1].geometry().bottom() + 2
