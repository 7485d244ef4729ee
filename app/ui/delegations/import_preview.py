"""What would become of a list: how it is laid out, and each row with the reason beside it."""

from collections import Counter
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.delegations.import_columns import ImportColumns
from app.ui.delegations.import_layout import ImportLayout
from app.ui.delegations.import_view import ImportSetup, TableShown
from app.ui.delegations.import_words import hue_of, say_role, say_verdict, say_why
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import wrapped_label
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.import_rows import ImportRow

_SIDE, _ROLE, _POST = 4, 5, 6
_HIDES_BELOW = ((_POST, 860), (_ROLE, 720))
_ALL, _CREATE, _MATCH, _DOUBTFUL, _REFUSE = "all", "create", "match", "doubtful", "refuse"


class ImportPreview(QWidget):
    """The preview.

    Signals:
        created, left_out, taken_back: The numbers of rows about which that was decided.
        matched: The number of a row, and the id of the person it is about.
        joined: The number of a row, and that of the row above about the same person.
        person_wanted: The number of a row that is about a person still to be chosen.
        counted: How many rows would be imported.
    """

    created = Signal(tuple)
    left_out = Signal(tuple)
    taken_back = Signal(tuple)
    matched = Signal(int, object)
    joined = Signal(int, int)
    person_wanted = Signal(int)
    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ImportRow, ...] = ()
        self._sides: dict[UUID, str] = {}
        self._kind = _ALL
        self._segments: tuple[Segment, ...] = ()
        self.banner = ProblemBanner(name="import_problem")
        self.layout_line = ImportLayout()
        self.columns = ImportColumns()
        self._kinds = Segments(name="import_kinds")
        self._kinds.chosen.connect(self._choose_kind)
        self._decide = MenuButton(self.tr("It is…"))
        self._decide.setObjectName("import_decide")
        self._decide.choices.aboutToShow.connect(self._fill_decisions)
        self._copy = QPushButton(self.tr("Copy refused rows"))
        self._copy.setObjectName("copy_refused")
        self._copy.clicked.connect(self.copy_refused)
        self._note = wrapped_label("", "small", name="import_row_note")
        self.table = self._make_table()
        self.progress = QProgressBar()
        self.progress.setObjectName("import_progress")
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self._lay_out()

    def offer(self, setup: ImportSetup) -> None:
        """Know what can be chosen for the whole list."""
        self._sides = dict(setup.sides)
        self.columns.offer(setup.uses)
        self.layout_line.offer(setup)

    def show_table(self, table: TableShown) -> None:
        """Show how the list is laid out."""
        self.layout_line.show_table(table)
        self.columns.show_columns(table.columns)

    def show_reading(self, done: int, total: int) -> None:
        """Show how much has been looked through."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()
        self.counted.emit(0)

    def show_rows(self, rows: "tuple[ImportRow, ...]") -> None:
        """Show what becomes of each row."""
        self._rows = rows
        self.progress.hide()
        self.banner.say("")
        counts = Counter(row.verdict.value for row in rows)
        words = {
            _ALL: self.tr("All {n}").format(n=len(rows)),
            _CREATE: self.tr("New {n}").format(n=counts[_CREATE]),
            _MATCH: self.tr("Known {n}").format(n=counts[_MATCH]),
            _DOUBTFUL: self.tr("Alike {n}").format(n=len(self.doubtful())),
            _REFUSE: self.tr("Refused {n}").format(n=counts[_REFUSE]),
        }
        if not self.doubtful():
            del words[_DOUBTFUL]
            self._kind = _ALL if self._kind == _DOUBTFUL else self._kind
        self._segments = tuple(Segment(kind, text, text) for kind, text in words.items())
        self._kinds.offer(self._segments, self._kind)
        self._copy.setEnabled(bool(counts[_REFUSE]))
        self._show_kind()
        self.counted.emit(sum(row.is_seated for row in rows))

    def doubtful(self) -> "tuple[ImportRow, ...]":
        """Return the rows that may be about the same person as one above them."""
        return tuple(row for row in self._rows if row.is_doubtful)

    def show_doubtful(self) -> None:
        """Show those alone, so that they can be decided one after another."""
        self._choose_kind(_DOUBTFUL)
        self.table.setFocus()

    def copy_refused(self) -> None:
        """Copy the refused rows as they came, with the reason in front: nothing is lost."""
        refused = [row for row in self._rows if row.verdict.value == _REFUSE]
        lines = ["\t".join(_plain(cell) for cell in (say_why(row), *row.cells)) for row in refused]
        carried = QMimeData()
        carried.setText("\n".join(lines))
        QGuiApplication.clipboard().setMimeData(carried)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room: why a row is refused comes first."""
        super().resizeEvent(event)
        for place, width in _HIDES_BELOW:
            self.table.view.setColumnHidden(place, self.width() < scaled(width))

    def _make_table(self) -> RecordTable:
        table = RecordTable(
            self._columns(),
            name="import_rows",
            spoken=self.tr("Rows of the list"),
            key=attrgetter("number"),
            empty_icon="users",
        )
        for text, name, tell in (
            (self.tr("Somebody new"), "import_create", self._tell_created),
            (self.tr("Leave out"), "import_leave_out", self._tell_left_out),
            (self.tr("As it was found"), "import_take_back", self._tell_taken_back),
        ):
            action = QAction(text, self)
            action.setObjectName(name)
            action.triggered.connect(tell)
            table.add_action(action)
        table.delete_requested.connect(self._tell_left_out)
        table.activated.connect(self._tell_wanted)
        table.chosen.connect(self._note_chosen)
        table.say_empty(self.tr("The list has no rows with names"))
        return table

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                "number",
                self.tr("Row"),
                lambda row: str(row.number),
                sort=attrgetter("number"),
                width=58,
                align_right=True,
            ),
            Column("verdict", self.tr("What happens"), say_verdict, chip=hue_of, width=124),
            Column("name", self.tr("Name"), _say_name, width=170),
            Column("why", self.tr("Why"), say_why),
            Column("side", self.tr("Side"), self._say_side, width=120),
            Column("role", self.tr("Role"), say_role, width=112),
            Column("post", self.tr("Post"), _post, width=170),
        )

    def _lay_out(self) -> None:
        line = FlowLayout(spacing=8)
        for widget in (self._kinds, self._decide, self._copy):
            line.addWidget(widget)
        over = QHBoxLayout()
        over.addLayout(line, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        down.addWidget(self.banner)
        down.addWidget(self.layout_line)
        down.addWidget(self.columns)
        down.addWidget(self.progress)
        down.addLayout(over)
        down.addWidget(self.table, 1)
        down.addWidget(self._note)
        self._note_chosen()

    def _choose_kind(self, kind: str) -> None:
        self._kind = kind
        self._kinds.offer(self._segments, kind)
        self._show_kind()

    def _show_kind(self) -> None:
        rows = self._rows
        if self._kind == _DOUBTFUL:
            rows = self.doubtful()
        elif self._kind != _ALL:
            rows = tuple(row for row in rows if row.verdict.value == self._kind)
        sides = {row.party_id for row in rows}
        self.table.view.setColumnHidden(_SIDE, len(sides) < 2)
        self.table.set_rows(rows)
        self._note_chosen()

    def _note_chosen(self) -> None:
        rows = self.table.selected()
        self._decide.setEnabled(bool(rows))
        told = say_why(rows[0]) if len(rows) == 1 else ""
        words = self.tr("Row {number}: {why}")
        self._note.setText(words.format(number=rows[0].number, why=told) if told else "")

    def _fill_decisions(self) -> None:
        """Offer the persons who may be meant by the row that is chosen."""
        menu = self._decide.choices
        menu.clear()
        rows = self.table.selected()
        if len(rows) == 1:
            row = rows[0]
            for likely in row.likely:
                menu.addAction(likely.name, partial(self.matched.emit, row.number, likely.id))
            for alike in row.alike:
                words = self.tr("Whom row {n} is about: {name}")
                menu.addAction(
                    words.format(n=alike.number, name=alike.name),
                    partial(self.joined.emit, row.number, alike.number),
                )
            other = menu.addAction(self.tr("Another person…"))
            other.setObjectName("import_other_person")
            other.triggered.connect(partial(self._want, row))
            menu.addSeparator()
        menu.addAction(self.tr("Somebody new"), self._tell_created)
        menu.addAction(self.tr("Leave out"), self._tell_left_out)
        menu.addAction(self.tr("As it was found"), self._tell_taken_back)

    def _numbers(self) -> tuple[int, ...]:
        return tuple(row.number for row in self.table.selected())

    def _tell_created(self) -> None:
        self.created.emit(self._numbers())

    def _tell_left_out(self) -> None:
        self.left_out.emit(self._numbers())

    def _tell_taken_back(self) -> None:
        self.taken_back.emit(self._numbers())

    def _tell_wanted(self, row: "ImportRow") -> None:
        self._want(row)

    def _want(self, row: "ImportRow") -> None:
        self.person_wanted.emit(row.number)

    def _say_side(self, row: "ImportRow") -> str:
        if row.party_id is None:
            return row.reading.party
        return self._sides.get(row.party_id, row.reading.party)


def _say_name(row: "ImportRow") -> str:
    """Return the name, or where there is none all that the row says."""
    return row.reading.name or " · ".join(cell for cell in row.cells if cell)


def _post(row: "ImportRow") -> str:
    posts = next(iter(row.reading.posts.values()), "")
    offices = next(iter(row.reading.organisations.values()), "")
    return ", ".join(part for part in (posts, offices) if part).replace("\n", " ")


def _plain(cell: str) -> str:
    return cell.replace("\t", " ").replace("\n", " ")
