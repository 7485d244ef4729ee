"""The papers of a meeting and whether each can still be exchanged."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.widgets import chip
from app.ui.widgets.card import Card
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel, wrapped_label

if TYPE_CHECKING:
    from app.services.papers import PaperRow


class PapersCard(Card):
    """Lists papers with their symbols, languages and state."""

    def __init__(self, rows: "tuple[PaperRow, ...]", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Documents"), "files", count=len(rows), parent=parent)
        self.setObjectName("papers_card")
        self._rows = rows

    def add_lines(self) -> Iterator[None]:
        """Add the lines, one in each step."""
        for row in self._rows:
            self.body.addWidget(self._line(row))
            yield

    def _line(self, row: "PaperRow") -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 6, 0, 6)
        across.setSpacing(10)
        icon = IconLabel("file-check" if row.sealed else "file-text")
        across.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(1)
        down.addWidget(wrapped_label(row.title))
        languages = ", ".join(phrases.say("language", tag) for tag in row.languages)
        told = " · ".join(part for part in (row.symbol, languages) if part)
        if told:
            down.addWidget(ElidingLabel(told, "micro"))
        across.addLayout(down, 1)
        status = phrases.say("paper status", row.status)
        if row.sealed:
            across.addWidget(chip.chip(self.tr("Sealed"), "ok"))
        else:
            across.addWidget(chip.chip(status, phrases.hue("paper status", row.status)))
        return line
