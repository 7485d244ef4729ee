"""The editions of the minutes: what was sent, what was signed, and what is being written."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui import dates
from app.ui.minutes import words
from app.ui.widgets import chip
from app.ui.widgets.card import Card, link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.services.minutes_sheets import SheetEdition

_HUES = {"signed": "ok", "confirmed": "ok", "distributed": "ok", "published": "ok"}


class EditionsCard(Card):
    """Lists the editions, the latest first.

    Signals:
        look_wanted: The key of the edition to look at.
        compare_wanted: The keys of an edition and of the one after it.
        restore_wanted: The edition whose words shall be the next one's.
    """

    look_wanted = Signal(object)
    compare_wanted = Signal(object, object)
    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, title=self.tr("Editions"), icon="history")
        self.setObjectName("editions_card")
        self.body.setSpacing(10)

    def show_editions(
        self, rows: "Sequence[SheetEdition]", *, looked_at: "UUID | None", may_restore: bool
    ) -> None:
        """Show the editions, and which of them is looked at."""
        clear(self.body)
        for place, row in enumerate(rows):
            before = rows[place + 1] if place + 1 < len(rows) else None
            self.body.addWidget(
                self._row(row, before, is_shown=row.id == looked_at, may_restore=may_restore)
            )

    def _row(
        self,
        row: "SheetEdition",
        before: "SheetEdition | None",
        *,
        is_shown: bool,
        may_restore: bool,
    ) -> QWidget:
        holder = QWidget()
        down = QVBoxLayout(holder)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        down.addLayout(self._first_line(row, is_shown=is_shown))
        if row.reopened_why:
            told = self.tr("Corrects edition {n}: {why}")
            down.addWidget(
                wrapped_label(told.format(n=row.corrects, why=row.reopened_why), "small")
            )
        offered: list[tuple[str, str, Any]] = []
        if not is_shown:
            offered.append((self.tr("Look at it"), "look", partial(self._look, row)))
        if before is not None:
            told = self.tr("Compare with edition {n}").format(n=before.number)
            offered.append((told, "compare", partial(self._compare, before, row)))
        if not row.is_latest and may_restore:
            told = self.tr("Restore as the next edition")
            offered.append((told, "restore", partial(self._restore, row)))
        below = QHBoxLayout()
        below.setSpacing(14)
        for told, key, slot in offered:
            link = link_button(told, name=f"{key}_edition_{row.number}")
            link.clicked.connect(slot)
            below.addWidget(link)
        below.addStretch(1)
        down.addLayout(below)
        return holder

    def _first_line(self, row: "SheetEdition", *, is_shown: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        told = self.tr("Edition {n}").format(n=row.number)
        line.addWidget(text_label(told, "strong"))
        hue = _HUES.get(str(row.status.value), "neutral")
        line.addWidget(chip.chip(words.say_step(row.status), hue))
        if is_shown:
            line.addWidget(chip.chip(self.tr("Shown"), "info"))
        line.addStretch(1)
        if row.changed_at is not None:
            line.addWidget(_faint(dates.moment(row.changed_at)))
        return line

    def _look(self, row: "SheetEdition") -> None:
        self.look_wanted.emit(None if row.is_latest else row.id)

    def _compare(self, older: "SheetEdition", newer: "SheetEdition") -> None:
        self.compare_wanted.emit(older.id, newer.id)

    def _restore(self, row: "SheetEdition") -> None:
        self.restore_wanted.emit(row)


def _faint(told: str) -> QLabel:
    return text_label(told, "faint")
