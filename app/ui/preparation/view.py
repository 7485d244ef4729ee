"""The tab that lists what is to be done before and after a meeting."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui import icons, phrases
from app.ui.appearance import scaled
from app.ui.notify import Notifier
from app.ui.preparation import words
from app.ui.preparation.presenter import Preparation
from app.ui.widgets.fields import DateField, LongTextField, OptionField, TextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.record_table import Column, RecordTable

if TYPE_CHECKING:
    from app.services.preparation import TaskRow

_HIDDEN_BELOW = {"side": 420, "state": 520, "calendars": 720, "term": 1000}
"""How wide the list must be, in pixels of normal text, for a column to have room."""


class PreparationTab(QWidget):
    """The list, and what can be done with its rows.

    Signals:
        begin_requested: The meeting shall get its list.
        add_requested: A task shall be added.
        edit_requested: The task that shall be changed.
        mark_requested: The tasks that shall be marked, and whether as done.
        working_day_requested: The tasks that shall be due on the working day before.
        remove_requested: The tasks that shall be taken off the list.
        retry_requested: What failed shall be tried again.
        submitted: What was filled in about a task.
    """

    begin_requested = Signal()
    add_requested = Signal()
    edit_requested = Signal(object)
    mark_requested = Signal(tuple, bool)
    working_day_requested = Signal(tuple)
    remove_requested = Signal(tuple)
    retry_requested = Signal()
    submitted = Signal(object)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preparation_tab")
        self.setProperty("bg", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notifier = notifier
        self._dialog: FormDialog | None = None
        self._shown: Preparation | None = None
        self.table = RecordTable(
            self._columns(),
            name="preparation",
            spoken=self.tr("Preparation"),
            empty_icon="list-checks",
        )
        self._done = self._button(self.tr("Mark as done"), "circle-check", "preparation_done")
        self._add = self._button(self.tr("Add a task"), "plus", "preparation_add")
        self._not_done = QAction(self.tr("Mark as not done"), self)
        self._edit = QAction(self.tr("Edit…"), self)
        self._working_day = QAction(self.tr("Make it due on the working day before"), self)
        self._remove = QAction(self.tr("Remove"), self)
        self._connect()
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 16, 24, 16)
        down.addWidget(self.table, 1)
        self._show_what_applies()

    def show_list(self, shown: Preparation) -> None:
        """Show the tasks."""
        self._shown = shown
        self.table.set_rows(shown.rows)
        self._say_empty(shown)
        self._show_what_applies()

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why they cannot be shown."""
        self.table.say_problem(sentence, remedy)

    def show_task(self, shown: Preparation, row: "TaskRow | None") -> None:
        """Open the form for a task, or for a new one."""
        form = self._task_form(shown)
        if row is not None:
            form.set_values(
                {
                    "titles": row.title,
                    "party_id": row.side.id if row.side is not None else None,
                    "due_on": row.due_on,
                    "note": row.note,
                    "done_on": row.done_on,
                    "done_by": row.done_by,
                }
            )
        dialog = FormDialog(
            self.tr("New task") if row is None else self.tr("Task"),
            form,
            save=self.tr("Add the task") if row is None else self.tr("Save"),
            notifier=self._notifier,
            parent=self.window(),
        )
        dialog.submitted.connect(self.submitted)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the open form could not be saved; what was entered stays."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        if self._dialog is not None:
            self._dialog.close_saved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show fewer columns where there is no room for all."""
        super().resizeEvent(event)
        for place, column in enumerate(self._columns()):
            narrow = self.width() < scaled(_HIDDEN_BELOW.get(column.key, 0))
            self.table.view.setColumnHidden(place, narrow)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                "title", self.tr("What is to be done"), lambda row: row.title, icon=words.state_icon
            ),
            Column(
                "state",
                self.tr("State"),
                words.state_words,
                sort=lambda row: (row.done_on is not None, -row.days_late),
                width=130,
            ),
            Column(
                "side",
                self.tr("Side"),
                words.side_code,
                width=66,
                chip=lambda row: phrases.party_hue(row.side.seat) if row.side else "neutral",
                spoken=words.side_words,
            ),
            Column(
                "due",
                self.tr("Due"),
                words.due_words,
                sort=lambda row: row.due_on,
                width=158,
                icon=words.due_icon,
                spoken=words.due_spoken,
            ),
            Column("calendars", self.tr("Offices closed"), words.calendar_words, width=226),
            Column("term", self.tr("Worked out as"), words.term_words, width=124),
        )

    def _connect(self) -> None:
        table = self.table
        table.add_beside_filter(self._done)
        table.add_beside_filter(self._add)
        self._done.clicked.connect(self._tell_done)
        self._add.clicked.connect(self.add_requested)
        done = QAction(self.tr("Mark as done"), self)
        done.triggered.connect(self._tell_done)
        self._done_action = done
        self._not_done.triggered.connect(
            lambda: self.mark_requested.emit(table.selected(), False)  # noqa: FBT003
        )
        self._edit.triggered.connect(self._tell_edit)
        self._working_day.triggered.connect(
            lambda: self.working_day_requested.emit(table.selected())
        )
        self._remove.triggered.connect(lambda: self.remove_requested.emit(table.selected()))
        for action in (done, self._not_done, self._edit, self._working_day, self._remove):
            table.add_action(action)
        table.activated.connect(self.edit_requested)
        table.delete_requested.connect(self._tell_remove)
        table.start_requested.connect(self.begin_requested)
        table.retry_requested.connect(self.retry_requested)
        table.chosen.connect(self._show_what_applies)

    def _say_empty(self, shown: Preparation) -> None:
        if shown.read_only or not shown.is_ahead:
            self.table.say_empty(
                self.tr("Nothing is on record about the preparation of this meeting")
            )
        elif shown.has_terms:
            self.table.say_empty(
                self.tr("This meeting has no preparation list yet"),
                self.tr("Make the list"),
                detail=self.tr("It is worked out from the terms of the body and the dates."),
            )
        else:
            self.table.say_empty(
                self.tr("This body has no preparation list yet"),
                self.tr("Begin with the usual list"),
                detail=self.tr(
                    "Every meeting then gets it; “Preparation terms…” in the Body menu changes it."
                ),
            )

    def _show_what_applies(self) -> None:
        rows = self.table.selected()
        may = self._shown is not None and not self._shown.read_only
        self._add.setEnabled(may)
        can_do = may and any(row.done_on is None for row in rows)
        self._done.setEnabled(can_do)
        self._done_action.setEnabled(can_do)
        self._not_done.setEnabled(may and any(row.done_on is not None for row in rows))
        self._edit.setEnabled(may and len(rows) == 1)
        self._working_day.setEnabled(may and len(rows) == 1 and rows[0].working_day is not None)
        self._remove.setEnabled(may and bool(rows))

    def _tell_done(self) -> None:
        self.mark_requested.emit(self.table.selected(), True)  # noqa: FBT003

    def _tell_edit(self) -> None:
        rows = self.table.selected()
        if rows:
            self.edit_requested.emit(rows[0])

    def _tell_remove(self, rows: "tuple[TaskRow, ...]") -> None:
        if self._shown is not None and not self._shown.read_only:
            self.remove_requested.emit(rows)

    def _task_form(self, shown: Preparation) -> Form:
        form = Form(name="task")
        form.add("titles", self.tr("What is to be done"), TextField(max_length=200))
        sides: list[tuple[Any, str]] = [(None, self.tr("Every side"))]
        sides += [(side.id, side.name) for side in shown.sides]
        form.add("party_id", self.tr("Whose task"), OptionField(sides))
        form.add("due_on", self.tr("Due"), DateField(), beside=True)
        form.add("note", self.tr("Notes"), LongTextField(lines=2))
        form.add("done_on", self.tr("Done on"), DateField())
        form.add("done_by", self.tr("By"), TextField(), beside=True)
        return form

    def _button(self, text: str, icon: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setIcon(icons.icon(icon, "text2"))
        return button

    def _forget(self) -> None:
        self._dialog = None
