"""Shows who may be one person, and lets each pair be told apart or made one."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import people_words
from app.ui.widgets.card import rule
from app.ui.widgets.label import wrapped_label
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.room import fit

if TYPE_CHECKING:
    from app.services.alike_persons import LikelyPair

_WIDTH, _HEIGHT = 820, 520


class DoublesDialog(QDialog):
    """Pairs of persons.

    Signals:
        apart_requested: The ids of two persons who are not the same.
        merge_requested: The id and name of one person, and those of the other.
    """

    apart_requested = Signal(object, object)
    merge_requested = Signal(object, str, object, str)

    def __init__(
        self, pairs: "tuple[LikelyPair, ...]", *, can_change: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("doubles_dialog")
        self.setWindowTitle(self.tr("Possible doubles"))
        self.setModal(True)
        fit(self, _WIDTH, _HEIGHT)
        self._can_change = can_change
        self.table = RecordTable(
            self._columns(), name="doubles", spoken=self.tr("Possible doubles"), key=_key
        )
        self.table.say_empty(self.tr("Nobody seems to be on record twice"))
        self.table.chosen.connect(self._note_chosen)
        self._apart = self._button(
            self.tr("Not the same person"), "doubles_apart", self._tell_apart
        )
        self._merge = self._button(self.tr("Make one person…"), "doubles_merge", self._tell_merge)
        close = self._button(self.tr("Close"), "close", self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._apart, self._merge):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        words = self.tr("Their names are alike. Whoever is told apart is not suggested again.")
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 16)
        down.setSpacing(12)
        down.addWidget(wrapped_label(words, "muted"))
        down.addWidget(self.table, 1)
        down.addWidget(rule())
        down.addLayout(buttons)
        self.show_pairs(pairs)
        self.table.choose([_key(pair) for pair in pairs[:1]])

    def show_pairs(self, pairs: "tuple[LikelyPair, ...]") -> None:
        """Show these pairs."""
        self.table.set_rows(pairs)
        self._note_chosen()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("first", self.tr("One"), lambda row: row.first, width=210),
            Column("second", self.tr("The other"), lambda row: row.second, width=210),
            Column(
                "why",
                self.tr("Why"),
                lambda row: people_words.say_reason(row.reason),
                sort=lambda row: -row.score,
            ),
        )

    def _button(self, text: str, name: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _note_chosen(self) -> None:
        alone = self._can_change and len(self.table.selected()) == 1
        self._apart.setEnabled(self._can_change and bool(self.table.selected()))
        self._merge.setEnabled(alone)

    def _tell_apart(self) -> None:
        for pair in self.table.selected():
            self.apart_requested.emit(pair.first_id, pair.second_id)

    def _tell_merge(self) -> None:
        for pair in self.table.selected()[:1]:
            self.merge_requested.emit(pair.first_id, pair.first, pair.second_id, pair.second)


def _key(pair: "LikelyPair") -> tuple[UUID, UUID]:
    return pair.first_id, pair.second_id
