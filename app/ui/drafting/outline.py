"""The outline of the draft, with marks of what changed against the version in force."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.drafting import words
from app.ui.widgets.label import text_label
from app.ui.widgets.record_table import Column, RecordTable

if TYPE_CHECKING:
    from app.services.drafting.draft_sheets import DraftLine

_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class DraftOutline(QWidget):
    """Lists the provisions; moves, inserts and repeals them by the keys of an outline.

    Signals:
        chosen: The identity of the provision that the keyboard is on.
        opened: The words of that provision shall be written.
        insert_wanted: Where a provision shall be inserted: before, after or inside.
        renumber_wanted: The provision in hand shall bear another number.
    """

    chosen = Signal(str)
    opened = Signal()
    insert_wanted = Signal(str)
    renumber_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drafting_outline_pane")
        self.table = RecordTable(
            (
                Column("words", words.say("Provision"), words.line_text, spoken=words.spoken),
                Column("mark", "", words.mark, width=108, chip=words.mark_hue),
            ),
            name="drafting_outline",
            spoken=words.say("Provisions of the draft"),
            key=lambda line: line.eid,
            depth=lambda line: line.depth,
            movable=True,
            nests=True,
            empty_icon="scale",
        )
        self._listens = True
        self.table.chosen.connect(self._tell)
        self.table.activated.connect(lambda _line: self.opened.emit())
        self.table.view.installEventFilter(self)
        foot = text_label(
            words.say("Ins inserts · F2 numbers · Del repeals · Alt+Shift+arrows move"), "micro"
        )
        foot.setContentsMargins(4, 6, 4, 0)
        down = QVBoxLayout(self)
        down.setContentsMargins(12, 12, 8, 10)
        down.setSpacing(0)
        down.addWidget(self.table, 1)
        down.addWidget(foot)
        self.setFocusProxy(self.table)

    def show_lines(self, lines: "tuple[DraftLine, ...]", eid: str) -> None:
        """Show the provisions, of which one is in hand."""
        self._listens = False
        self.table.set_rows(lines)
        if eid:
            self.table.choose((eid,))
        self._listens = True

    def choose(self, eid: str) -> None:
        """Go to a provision."""
        self._listens = False
        if not any(line.eid == eid for line in self.table.rows()):
            self.table.filter_line.clear()
            self.table.model.filter("")
        self.table.choose((eid,))
        self._listens = True

    def chosen_eids(self) -> tuple[str, ...]:
        """Return the provisions that are chosen, from top to bottom."""
        return tuple(line.eid for line in self.table.selected())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that a list of other things uses otherwise."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        where = {_PLAIN: "after", _SHIFT: "before", _CTRL: "inside"}.get(held)
        if key == Qt.Key.Key_Insert and where is not None:
            self.insert_wanted.emit(where)
        elif key == Qt.Key.Key_F2 and held == _PLAIN:
            self.renumber_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == _PLAIN:
            self.opened.emit()
        else:
            return False
        return True

    def _tell(self, lines: "tuple[DraftLine, ...]") -> None:
        if self._listens and lines:
            current = self.table.current()
            self.chosen.emit(current.eid if current in lines else lines[-1].eid)
