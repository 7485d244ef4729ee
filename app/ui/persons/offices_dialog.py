"""Lays two organisations side by side that may be one, and lets one be made of them."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.ui import people_words
from app.ui.appearance import scaled
from app.ui.persons.offices_html import write_offices
from app.ui.widgets.card import rule
from app.ui.widgets.fields import RecordField
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.room import fit

if TYPE_CHECKING:
    from app.services.doubles.organisations import LikelyPair, OrganisationSheet

_WIDTH, _HEIGHT = 940, 660
_PAIRS = 168


class OfficesDialog(QDialog):
    """Pairs of organisations, and the two that are compared.

    Signals:
        compare_requested: The ids of two organisations that shall be laid side by side.
        apart_requested: The ids of two organisations that are not the same.
        merge_requested: The id of the organisation that is kept, and that of the one that goes.
    """

    compare_requested = Signal(object, object)
    apart_requested = Signal(object, object)
    merge_requested = Signal(object, object)

    def __init__(self, *, can_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offices_dialog")
        self.setWindowTitle(self.tr("Organisations on record twice"))
        self.setModal(True)
        fit(self, _WIDTH, _HEIGHT)
        self._can_change = can_change
        self._compared: tuple[OrganisationSheet, OrganisationSheet] | None = None
        self._banner = ProblemBanner(name="offices_problem")
        self.table = RecordTable(
            self._columns(),
            name="offices",
            spoken=self.tr("Organisations that may be one"),
            key=_key,
            filtered=False,
        )
        self.table.say_empty(
            self.tr("No organisation seems to be on record twice"),
            detail=self.tr("Any two can be compared below."),
        )
        self.table.setFixedHeight(scaled(_PAIRS))
        self.table.chosen.connect(self._take_pair)
        self.first, self.second = self._field("offices_first"), self._field("offices_second")
        self.text = QTextBrowser()
        self.text.setObjectName("offices_text")
        self.text.setAccessibleName(self.tr("The two organisations side by side"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self._apart = self._button(self.tr("Not the same"), "offices_apart", self._tell_apart)
        self._keep_first = self._button(
            self.tr("Keep the left one"), "offices_keep_first", self._keep_left
        )
        self._keep_second = self._button(
            self.tr("Keep the right one"), "offices_keep_second", self._keep_right
        )
        self._close = self._button(self.tr("Close"), "close", self.accept)
        self._lay_out()
        self._show_compared()

    def show_pairs(
        self,
        pairs: "tuple[LikelyPair, ...]",
        offered: tuple[tuple[UUID, str, str], ...],
    ) -> None:
        """Show which may be one, and offer all that can be compared: id, name, other words."""
        named = [(key, name) for key, name, _also in offered]
        for field in (self.first, self.second):
            field.offer(named, also=[also for _key, _name, also in offered])
        known = {key for key, _name in named}
        if self._compared is not None and not {each.id for each in self._compared} <= known:
            self.show_none()
        self.table.set_rows(pairs)
        if self._compared is None and pairs:
            self.table.choose([_key(pairs[0])])
            self._take_pair((pairs[0],))

    def show_sheets(self, first: "OrganisationSheet", second: "OrganisationSheet") -> None:
        """Show two organisations side by side."""
        self._compared = (first, second)
        self.first.set_value(first.id)
        self.second.set_value(second.id)
        self._banner.say("")
        self._show_compared()

    def show_none(self) -> None:
        """Show that no two are compared."""
        self._compared = None
        for field in (self.first, self.second):
            field.set_value(None)
        self._show_compared()

    def show_refused(self, sentence: str, remedy: str) -> None:
        """Say why the two were not made one, or told apart."""
        self._banner.say(" ".join(part for part in (sentence, remedy) if part))

    def changeEvent(self, event: QEvent) -> None:
        """Write the two again in the colours and the size of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._compared is not None:
            self._show_compared()

    def _show_compared(self) -> None:
        compared = self._compared
        self.text.setHtml(write_offices(*compared) if compared is not None else "")
        for button in (self._apart, self._keep_first, self._keep_second):
            button.setEnabled(self._can_change and compared is not None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("first", self.tr("One"), lambda row: row.first),
            Column("second", self.tr("The other"), lambda row: row.second),
            Column("why", self.tr("Why"), _say_why, sort=lambda row: -row.score, width=270),
        )

    def _field(self, name: str) -> RecordField:
        field = RecordField()
        field.editor.setObjectName(name)
        field.setAccessibleName(self.tr("Organisation to compare"))
        field.set_placeholder(self.tr("Type the name of an organisation"))
        field.changed.connect(self._take_typed)
        return field

    def _button(self, text: str, name: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        told = self.tr(
            "What refers to the one that goes then refers to the one that is kept. Its names stay,"
            " with their dates. This can be undone, and it is kept in the trash."
        )
        two = QGridLayout()
        two.setHorizontalSpacing(16)
        for column, (label, field) in enumerate(
            ((self.tr("Left"), self.first), (self.tr("Right"), self.second))
        ):
            two.addWidget(text_label(label, "micro"), 0, column)
            two.addWidget(field, 1, column)
            two.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._keep_first, self._keep_second, self._apart):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 16)
        down.setSpacing(10)
        down.addWidget(wrapped_label(told, "muted"))
        down.addWidget(self._banner)
        down.addWidget(self.table)
        down.addLayout(two)
        down.addWidget(self.text, 1)
        down.addWidget(rule())
        down.addLayout(buttons)

    def _take_pair(self, rows: tuple[Any, ...]) -> None:
        for pair in rows[:1]:
            self.compare_requested.emit(pair.first_id, pair.second_id)

    def _take_typed(self) -> None:
        first, second = self.first.value(), self.second.value()
        if isinstance(first, UUID) and isinstance(second, UUID) and first != second:
            self.compare_requested.emit(first, second)

    def _keep_left(self) -> None:
        self._merge(kept=0)

    def _keep_right(self) -> None:
        self._merge(kept=1)

    def _merge(self, *, kept: int) -> None:
        if self._compared is not None:
            self.merge_requested.emit(self._compared[kept].id, self._compared[1 - kept].id)

    def _tell_apart(self) -> None:
        if self._compared is not None:
            first, second = self._compared
            self.apart_requested.emit(first.id, second.id)


def _key(pair: "LikelyPair") -> tuple[UUID, UUID]:
    return pair.first_id, pair.second_id


def _say_why(pair: "LikelyPair") -> str:
    return f"{people_words.say_reason(pair.reason)}: {pair.spelling}"
