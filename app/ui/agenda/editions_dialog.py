"""The editions of an agenda: look at one, compare two, make one the working agenda again."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.ui import dates, phrases
from app.ui.agenda import words
from app.ui.agenda.edition_words import changes_page, edition_page
from app.ui.agenda.sheet import AgendaSheet
from app.ui.appearance import scaled
from app.ui.notify import Notifier
from app.ui.widgets.card import rule
from app.ui.widgets.fields import OptionField
from app.ui.widgets.label import ElidingLabel, text_label
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.record_table import Column, RecordTable

if TYPE_CHECKING:
    from app.domain.errors import Misfortune
    from app.services.agenda_editions import AgendaChange, AgendaLine, EditionRow

_NOW = "now"
_ALONE = "alone"
_SIZE = (980, 600)


class EditionsDialog(QDialog):
    """Lists the editions beside the one that is looked at.

    Signals:
        shown_wanted: The edition that shall be shown.
        compare_wanted: The older and the newer edition; ``None`` is the agenda as it is now.
        restore_wanted: The edition that shall be the agenda again.
    """

    shown_wanted = Signal(object)
    compare_wanted = Signal(object, object)
    restore_wanted = Signal(object)

    def __init__(self, sheet: AgendaSheet, *, notifier: Notifier, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("editions_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Editions of the agenda"))
        self.setModal(True)
        room = parent.window().size()
        self.resize(
            min(scaled(_SIZE[0]), room.width() - 60), min(scaled(_SIZE[1]), room.height() - 60)
        )
        self._sheet = sheet
        self._notifier = notifier
        self._list = self._make_list()
        self._heading = ElidingLabel("", "h2")
        self._beside = OptionField()
        self._beside.setAccessibleName(self.tr("Compare with"))
        self._beside.editor.setObjectName("edition_beside")
        self._beside.changed.connect(self._ask)
        self._page = QTextBrowser()
        self._page.setObjectName("edition_page")
        self._page.setAccessibleName(self.tr("The edition"))
        self._page.setOpenLinks(False)
        self._page.document().setDocumentMargin(12)
        self._banner = ProblemBanner(name="editions_problem")
        self._lay_out()
        self._list.chosen.connect(self._choose)
        self._list.set_rows(sheet.editions)

    def start(self) -> None:
        """Open, and show the latest edition."""
        self._list.choose((self._sheet.editions[0].id,))
        self.open()

    def show_edition(self, lines: "tuple[AgendaLine, ...]") -> None:
        """Show an edition as it stood."""
        self._page.setHtml(edition_page(lines))

    def show_changes(self, changes: "tuple[AgendaChange, ...]") -> None:
        """Show what differs between two editions."""
        self._page.setHtml(changes_page(changes))

    def show_refused(self, problem: "Misfortune") -> None:
        """Say why the edition was not restored."""
        self._banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def _make_list(self) -> RecordTable:
        table = RecordTable(
            (
                Column("number", self.tr("No."), lambda row: str(row.number), width=52),
                Column("status", self.tr("Edition"), _state, chip=_state_hue),
                Column("dated_on", self.tr("Of"), _day, width=104),
            ),
            name="editions_list",
            spoken=self.tr("Editions"),
            filtered=False,
        )
        table.setFixedWidth(scaled(330))
        return table

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(text_label(self.tr("Compare with"), "small"))
        beside.addWidget(self._beside, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._heading)
        right.addLayout(beside)
        right.addWidget(self._banner)
        right.addWidget(self._page, 1)
        across = QHBoxLayout()
        across.setContentsMargins(20, 18, 20, 14)
        across.setSpacing(16)
        across.addWidget(self._list)
        across.addLayout(right, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(across, 1)
        down.addWidget(rule())
        down.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self._restore = QPushButton(self.tr("Restore as the working agenda…"))
        self._restore.setObjectName("edition_restore")
        self._restore.setEnabled(self._sheet.can_change)
        self._restore.clicked.connect(self._ask_restore)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("close")
        close.clicked.connect(self.reject)
        across = QHBoxLayout()
        across.setContentsMargins(20, 12, 20, 14)
        across.addWidget(self._restore)
        across.addStretch(1)
        across.addWidget(close)
        return across

    def _row(self) -> "EditionRow | None":
        rows = self._list.selected()
        return rows[0] if rows else None

    def _choose(self, _rows: tuple[Any, ...]) -> None:
        row = self._row()
        if row is None:
            return
        self._heading.setText(f"{_state(row)}, {_day(row)}")
        self._heading.setToolTip(row.note)
        others = [other for other in self._sheet.editions if other.id != row.id]
        self._beside.offer(
            [
                (_ALONE, self.tr("Nothing")),
                (_NOW, self.tr("The agenda as it is now")),
                *((other.id, _named(other)) for other in others),
            ]
        )
        self._ask()

    def _ask(self) -> None:
        row, beside = self._row(), self._beside.value()
        if row is None:
            return
        self._banner.say("")
        if beside == _ALONE:
            self.shown_wanted.emit(row.id)
        elif beside == _NOW:
            self.compare_wanted.emit(row.id, None)
        elif isinstance(beside, UUID):
            older = self._number(beside) < row.number
            self.compare_wanted.emit(*((beside, row.id) if older else (row.id, beside)))

    def _number(self, edition_id: UUID) -> int:
        return next(row.number for row in self._sheet.editions if row.id == edition_id)

    def _ask_restore(self) -> None:
        row = self._row()
        if row is not None and self._notifier.ask(
            self.tr("Restore {edition}?").format(edition=words.edition(row)),
            self.tr(
                "The agenda becomes again what it was then: items that came later are taken out,"
                " those that went come back. Every edition stays, and this can be undone."
            ),
            agree=self.tr("Restore"),
        ):
            self.restore_wanted.emit(row.id)


def _state(row: "EditionRow") -> str:
    return phrases.say("agenda status", row.status)


def _state_hue(row: "EditionRow") -> str:
    return phrases.hue("agenda status", row.status)


def _day(row: "EditionRow") -> str:
    return dates.day_and_year(row.dated_on)


def _named(row: "EditionRow") -> str:
    return f"{row.number}: {_state(row)}, {_day(row)}"
