"""What other meetings left unfinished, to be taken up on this agenda."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.appearance import scaled
from app.ui.widgets.card import rule
from app.ui.widgets.label import wrapped_label
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.record_table import Column, RecordTable

if TYPE_CHECKING:
    from app.domain.errors import Misfortune
    from app.services.agenda_carrying import LeftOver

_SIZE = (720, 460)


class LeftOverDialog(QDialog):
    """Lists the items; several can be chosen.

    Signals:
        taken_up: The ids of the items.
    """

    taken_up = Signal(tuple)

    def __init__(self, rows: "tuple[LeftOver, ...]", *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("left_over_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Items left over from other meetings"))
        self.setModal(True)
        room = parent.window().size()
        self.resize(
            min(scaled(_SIZE[0]), room.width() - 60), min(scaled(_SIZE[1]), room.height() - 60)
        )
        self._banner = ProblemBanner(name="left_over_problem")
        self._table = RecordTable(
            (
                Column("title", self.tr("Item"), _title),
                Column("meeting", self.tr("Meeting"), lambda row: row.meeting),
                Column("status", self.tr("State"), _state, width=120, chip=_hue),
            ),
            name="left_over_list",
            spoken=self.tr("Items left over"),
        )
        self._table.say_empty(self.tr("No other meeting of this body left anything unfinished"))
        self._take = QPushButton(self.tr("Take up on this agenda"))
        self._lay_out()
        self._table.chosen.connect(self._allow)
        self._table.activated.connect(self._tell)
        self._table.set_rows(rows)
        self._allow(())

    def show_refused(self, problem: "Misfortune") -> None:
        """Say why they were not taken up."""
        self._banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def _lay_out(self) -> None:
        self._take.setObjectName("take_up")
        self._take.setProperty("kind", "primary")
        self._take.clicked.connect(self._tell)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.reject)
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 18, 20, 14)
        inside.setSpacing(10)
        told = self.tr(
            "Deferred items, and items of past meetings that were never concluded. Both agendas"
            " then say where they went and where they came from."
        )
        inside.addWidget(wrapped_label(told, "muted"))
        inside.addWidget(self._banner)
        inside.addWidget(self._table, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 12, 20, 14)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._take)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(inside, 1)
        down.addWidget(rule())
        down.addLayout(buttons)

    def _allow(self, rows: tuple[Any, ...]) -> None:
        self._take.setEnabled(bool(rows))

    def _tell(self, _row: Any = None) -> None:
        ids = tuple(row.id for row in self._table.selected())
        if ids:
            self.taken_up.emit(ids)


def _title(row: "LeftOver") -> str:
    return " ".join(part for part in (row.label, row.title) if part)


def _state(row: "LeftOver") -> str:
    return phrases.say("item status", row.status)


def _hue(row: "LeftOver") -> str:
    return phrases.hue("item status", row.status)
