"""The page of action items: its head, the three ways to look at them, and the one that is open."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.action import BoardColumn
from app.domain.errors import Misfortune
from app.ui.actions.board import Board
from app.ui.actions.by_meeting import ByMeetingView
from app.ui.actions.figures import FiguresLine
from app.ui.actions.forms import ActionForm, LineForm
from app.ui.actions.sheet_pane import SheetPane
from app.ui.actions.table import CARRIES, LAST, ORIGIN, RESPONSIBLE, columns
from app.ui.actions.toolbar import ActionsToolbar
from app.ui.actions.view import ByMeeting, Mode, Shown, Values
from app.ui.appearance import scaled
from app.ui.notify import FileKind, Notifier
from app.ui.widgets.blank import Blank
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from app.services.follow_up.sheets import ActionSheet, FollowUp

_FOLDS_BELOW = 1000
_SHEET = 360
_HIDES_BELOW = ((LAST, 1100), (ORIGIN, 980), (RESPONSIBLE, 860), (CARRIES, 760))


class ActionsPage(QWidget):
    """Shows what was promised, and by whom.

    Signals:
        chosen: The id of the action item that the keyboard is on, or ``None``.
        opened: The id of the action item that shall be shown beside the others.
        sheet_closed: The one beside the others shall be closed.
        action_submitted, line_submitted: What the open form says.
        remove_agreed: The open action item shall be removed, and the user was asked.
        report_requested: The chosen action item shall get a line.
        badge_told: How many action items are overdue.
    """

    chosen = Signal(object)
    opened = Signal(object)
    sheet_closed = Signal()
    action_submitted = Signal(object)
    line_submitted = Signal(object)
    remove_agreed = Signal()
    report_requested = Signal()
    badge_told = Signal(int)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actions_page")
        self.setProperty("bg", "window")
        self._notifier = notifier
        self._folder = Path.home()
        self._form: FormDialog | None = None
        self._shown: Shown | None = None
        self.toolbar = ActionsToolbar()
        self.figures = FiguresLine()
        report = QAction(self.tr("Report…"), self)
        report.setObjectName("report_chosen")
        report.triggered.connect(self.report_requested)
        show = QAction(self.tr("Open"), self)
        show.triggered.connect(self._open_chosen)
        self.board = Board((show, report))
        self.table = self._make_table(report)
        self.by_meeting = ByMeetingView()
        self.sheet = SheetPane()
        self.sheet.hide()
        self._saved = SavedNotice(name="actions_saved")
        self._saved.open_requested.connect(notifier.open_outside)
        self._saved.hide()
        self.blank = Blank("square-kanban", name="actions_blank")
        self.start = self.blank.add_button(
            self.tr("New action…"), name="start_action", primary=True
        )
        self.retry = self.blank.add_button(self.tr("Try again"), name="retry_actions")
        for button in (self.start, self.retry):
            button.hide()
        self._lay_out()
        self._join()
        self.find_here = self._find

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is saved."""
        self._folder = folder

    def show_reading(self) -> None:
        """Say that the action items are being read."""
        self.table.set_busy(True)

    def show_no_body(self) -> None:
        """Show that there is no body whose action items could be shown."""
        self._shown = None
        self._say(self.tr("Choose a body first"), self.tr("Action items belong to a body."))

    def show_actions(self, shown: Shown) -> None:
        """Show the action items."""
        self._shown = shown
        follow_up = shown.follow_up
        self.table.set_busy(False)
        self.toolbar.show_choices(shown)
        offers_late = shown.mode is not Mode.BY_MEETING
        self.figures.show_figures(follow_up, shown.narrowing, offers_late=offers_late)
        self.figures.show_words(shown.narrowing.words)
        self.figures.setVisible(True)
        if not follow_up.rows:
            self._say(
                self.tr("Nothing is being followed up yet"),
                self.tr("What a side promises in the minutes, or between meetings, is kept here."),
                offers_start=follow_up.can_change,
            )
            return
        self.figures.filter_line.setVisible(shown.mode is not Mode.BY_MEETING)
        views = {Mode.BOARD: self.board, Mode.TABLE: self.table, Mode.BY_MEETING: self.by_meeting}
        if shown.mode is Mode.BOARD:
            self.board.show_rows(follow_up, shown.rows)
        elif shown.mode is Mode.TABLE:
            self.table.set_rows(shown.rows)
        self._stack.setCurrentWidget(views[shown.mode])
        self.setFocusProxy(views[shown.mode])

    def show_by_meeting(self, shown: ByMeeting) -> None:
        """Show the action items of one meeting, and the meetings to choose from."""
        self.by_meeting.show_by_meeting(shown)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        self._say(sentence, remedy, icon="circle-alert", offers_retry=True)

    def show_sheet(self, sheet: "ActionSheet | None") -> None:
        """Show one action item with its lines beside the others, or close it."""
        had_focus = self.sheet.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if sheet is None or self._shown is None:
            self.sheet.hide()
            self._fold()
            if had_focus:
                self.setFocus()
            return
        follow_up = self._shown.follow_up
        self.sheet.show_sheet(sheet, follow_up.today, can_change=follow_up.can_change)
        self.sheet.show()
        self._fold()

    def choose(self, action_id: UUID) -> None:
        """Put the keyboard on an action item."""
        if self._shown is not None and self._shown.mode is Mode.TABLE:
            self.table.choose([action_id])
        elif self._shown is not None and self._shown.mode is Mode.BOARD:
            self.board.choose(action_id)

    def ask_for_action(
        self, follow_up: "FollowUp", sheet: "ActionSheet | None", column: BoardColumn
    ) -> None:
        """Open the form for an action item; without a sheet for a new one."""
        title = self.tr("New action item") if sheet is None else sheet.row.code
        save = self.tr("Add") if sheet is None else self.tr("Save")
        self._ask(title, ActionForm(follow_up, sheet), self.action_submitted, save=save)

    def ask_for_line(self, follow_up: "FollowUp", sheet: "ActionSheet", values: Values) -> None:
        """Open the form for a status line."""
        title = self.tr("Report on {code}").format(code=sheet.row.code)
        form = LineForm(follow_up, sheet, values)
        self._ask(title, form, self.line_submitted, save=self.tr("Add the line"))

    def show_refused(self, problem: Misfortune) -> None:
        """Show why what is open could not be saved; what was entered stays."""
        if self._form is not None:
            self._form.show_refused(problem)
        else:
            self._notifier.tell_misfortune(problem.sentence, problem.remedy)

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        if self._form is not None:
            self._form.close_saved()

    def choose_new_file(self, kind: FileKind, name: str) -> Path | None:
        """Ask where a file shall be written."""
        chosen = self._notifier.choose_new_file(
            kind, title=self.tr("Save"), suggestion=self._folder / f"{name}.{kind}"
        )
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        self._saved.show_path(path)

    def show_badge(self, late: int) -> None:
        """Show at the side of the window how many are overdue."""
        self.badge_told.emit(late)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def _make_table(self, report: QAction) -> RecordTable:
        table = RecordTable(
            columns(),
            name="actions",
            spoken=self.tr("Action items"),
            filtered=False,
            empty_icon="square-kanban",
        )
        table.say_empty(self.tr("No action item is like this"))
        table.add_action(report)
        table.offer_links("action_item")
        table.chosen.connect(self._tell_chosen)
        table.activated.connect(self._tell_opened)
        return table

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for view in (self.blank, self.board, self.table, self.by_meeting):
            self._stack.addWidget(view)
        inside = QHBoxLayout()
        inside.setContentsMargins(24, 4, 16, 14)
        inside.setSpacing(12)
        inside.addWidget(self._stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addLayout(inside, 1)
        across.addWidget(self.sheet)
        notice = QHBoxLayout()
        notice.setContentsMargins(24, 0, 16, 0)
        notice.addWidget(self._saved)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.toolbar)
        down.addWidget(self.figures)
        down.addLayout(notice)
        down.addLayout(across, 1)

    def _join(self) -> None:
        for source in (self.board, self.by_meeting):
            source.chosen.connect(self.chosen)
            source.opened.connect(self.opened)
        self.sheet.closed.connect(self.sheet_closed)
        self.sheet.remove_requested.connect(self._ask_to_remove)
        self.figures.filter_left.connect(self.setFocus)

    def _say(
        self,
        sentence: str,
        detail: str,
        *,
        icon: str = "square-kanban",
        offers_start: bool = False,
        offers_retry: bool = False,
    ) -> None:
        self.blank.say(sentence, detail, icon=icon)
        self.start.setVisible(offers_start)
        self.retry.setVisible(offers_retry)
        self._stack.setCurrentWidget(self.blank)
        self.figures.setVisible(False)
        self.setFocusProxy(self.blank)

    def _ask(self, title: str, form: Form, submitted: Any, *, save: str) -> None:
        dialog = FormDialog(
            title, form, save=save, notifier=self._notifier, width=620, parent=self.window()
        )
        dialog.submitted.connect(submitted)
        dialog.finished.connect(partial(self._forget_form, dialog))
        self._form = dialog
        dialog.open()

    def _forget_form(self, dialog: FormDialog, _result: int) -> None:
        if self._form is dialog:
            self._form = None

    def _ask_to_remove(self) -> None:
        agreed = self._notifier.ask(
            self.tr("Remove this action item?"),
            self.tr("It was entered by mistake and has no lines. This can be undone."),
            agree=self.tr("Remove"),
        )
        if agreed:
            self.remove_agreed.emit()

    def _open_chosen(self) -> None:
        key = self.board.current_id()
        if key is not None:
            self.opened.emit(key)

    def _tell_chosen(self, rows: tuple[Any, ...]) -> None:
        self.chosen.emit(rows[0].id if len(rows) == 1 else None)

    def _tell_opened(self, row: Any) -> None:
        self.opened.emit(row.id)

    def _find(self) -> None:
        self.figures.filter_line.setFocus()
        self.figures.filter_line.selectAll()

    def _fold(self) -> None:
        """Show the open one beside the others, or where there is no room in their place."""
        narrow = self.width() < scaled(_FOLDS_BELOW)
        is_open = not self.sheet.isHidden()
        self._stack.setVisible(not (narrow and is_open))
        if narrow:
            self.sheet.setMinimumWidth(0)
            self.sheet.setMaximumWidth(16_777_215)
        else:
            self.sheet.setFixedWidth(scaled(_SHEET))
        room = self.width() - (scaled(_SHEET) if is_open and not narrow else 0)
        for place, width in _HIDES_BELOW:
            self.table.view.setColumnHidden(place, room < scaled(width))
