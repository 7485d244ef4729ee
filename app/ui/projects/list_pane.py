"""The list of projects, of the body in hand or of all."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import dates, icons
from app.ui.appearance import scaled
from app.ui.projects import words
from app.ui.widgets import chip
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import text_label
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.saved_notice import SavedNotice
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from app.services.projects import ProjectListRow

_BODY, _PROPOSER, _REVIEWED = 2, 3, 6
_HIDES_BELOW = ((_REVIEWED, 820), (_PROPOSER, 700))
_ROOM_FOR_BODIES = 1000


class ProjectsPane(QWidget):
    """The list.

    Signals:
        chosen: The id of the project that shall be shown, or ``None``.
        opened: The user wants to go on to the project.
        add_requested: A project shall be entered.
        paper_requested: The review of the projects shall be saved as Word.
        every_chosen: Those of all bodies shall be listed, or of one.
        retry_requested: What could not be read shall be read again.
    """

    chosen = Signal(object)
    opened = Signal()
    add_requested = Signal()
    paper_requested = Signal()
    every_chosen = Signal(object)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("projects_pane")
        self._every = False
        self._count = QHBoxLayout()
        self._whose = Segments(name="projects_whose")
        self._whose.chosen.connect(self.every_chosen)
        self._paper = QPushButton(self.tr("Review paper…"))
        self._paper.setObjectName("projects_paper")
        self._paper.setIcon(icons.icon("file-text"))
        self._paper.setToolTip(self.tr("Save the review of the body’s projects as Word"))
        self._paper.clicked.connect(self.paper_requested)
        self._add = QPushButton(self.tr("New project…"))
        self._add.setObjectName("add_project")
        self._add.setIcon(icons.icon("plus", "on_accent"))
        self._add.setProperty("kind", "primary")
        self._add.clicked.connect(self.add_requested)
        self.saved = SavedNotice(name="projects_saved")
        self.saved.hide()
        self.table = RecordTable(
            _columns(), name="projects", spoken=self.tr("Projects"), empty_icon="folder-kanban"
        )
        self.table.offer_links("project")
        self.table.chosen.connect(self._tell)
        self.table.activated.connect(self._tell_opened)
        self.table.start_requested.connect(self.add_requested)
        self.table.retry_requested.connect(self.retry_requested)
        self._lay_out()
        self.setFocusProxy(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room."""
        super().resizeEvent(event)
        self._fold()

    def show_reading(self) -> None:
        """Show that the list is being read."""
        self.table.set_busy(True)

    def show_rows(
        self,
        rows: "tuple[ProjectListRow, ...]",
        *,
        chosen: UUID | None,
        every: bool,
        can_change: bool,
    ) -> None:
        """Show the projects."""
        self._every = every
        self.table.set_busy(False)
        clear(self._count)
        self._count.addWidget(chip.count(len(rows)))
        names = {False: self.tr("This body"), True: self.tr("All bodies")}
        self._whose.offer([Segment(value, name, name) for value, name in names.items()], every)
        self._add.setEnabled(can_change)
        self._paper.setEnabled(bool(rows) and not every and can_change)
        self.table.say_empty(
            self.tr("No project is on record"),
            self.tr("New project…") if can_change else "",
            detail=self.tr("What the sides do together is kept here, with what meetings found."),
        )
        self.table.set_rows(rows)
        if chosen is not None and not self.table.selected():
            self.table.choose([chosen])
        self._fold()

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.table.set_busy(False)
        self.table.say_problem(sentence, remedy)

    def _fold(self) -> None:
        for place, width in _HIDES_BELOW:
            self.table.view.setColumnHidden(place, self.width() < scaled(width))
        self.table.view.setColumnHidden(_BODY, not self._every)
        if self._every and self.width() < scaled(_ROOM_FOR_BODIES):
            self.table.view.setColumnHidden(_PROPOSER, True)  # noqa: FBT003 - Qt's own signature

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(self.tr("Projects"), "h1"))
        head.addLayout(self._count)
        head.addStretch(1)
        for widget in (self._whose, self._paper, self._add):
            head.addWidget(widget)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 18, 24, 16)
        down.setSpacing(12)
        down.addLayout(head)
        down.addWidget(self.saved)
        down.addWidget(self.table, 1)

    def _tell(self, rows: tuple[Any, ...]) -> None:
        self.chosen.emit(rows[0].id if len(rows) == 1 else None)

    def _tell_opened(self, _row: Any) -> None:
        self.opened.emit()


def _columns() -> tuple[Column, ...]:
    def say(told: str) -> str:
        return QCoreApplication.translate("Projects", told)

    return (
        Column("code", say("Code"), lambda row: row.code, width=96),
        Column("title", say("Project"), words.say_title),
        Column("body", say("Body"), lambda row: row.body, width=150),
        Column(
            "proposer",
            say("Proposed by"),
            lambda row: row.proposer.name if row.proposer else "",
            width=140,
        ),
        Column(
            "status",
            say("Status"),
            lambda row: words.say_status(row.status),
            width=110,
            chip=lambda row: words.status_hue(row.status),
        ),
        Column(
            "rating",
            say("Rating"),
            lambda row: words.say_rating(row.rating),
            width=96,
            chip=lambda row: words.rating_hue(row.rating),
        ),
        Column(
            "reviewed",
            say("Reviewed"),
            lambda row: dates.brief_day(row.reviewed_on) if row.reviewed_on else "",
            sort=lambda row: row.reviewed_on,
            width=110,
        ),
    )
