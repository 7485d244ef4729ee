"""Joins the agenda's tab with its presenter and hands both to the meeting."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction

from app.clock import today
from app.ui.agenda.menu import AgendaMenu
from app.ui.agenda.page import AgendaPage
from app.ui.agenda.presenter import AgendaPresenter
from app.ui.agenda.sheet import AgendaSheet
from app.ui.agenda.small_forms import INSIDE
from app.ui.needs import Needs

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.services.meetings import MeetingDetail
    from app.ui.services import Services


class AgendaPart(QObject):
    """The agenda as a tab of a meeting.

    Signals:
        retitled: The number of items has changed.
    """

    retitled = Signal()
    key = "agenda"

    def __init__(self, needs: Needs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._count: int | None = None
        self._wanted: UUID | None = None
        self._page = AgendaPage(notifier=needs.notifier)
        self.widget: QWidget = self._page
        self._menu = AgendaMenu(self._page.head.more.choices)
        self._presenter = AgendaPresenter(
            self._page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        self._page.sheet_shown.connect(self._take_sheet)
        self._join_head()
        self._join_list()
        self._join_dialogs()

    def title(self) -> str:
        """Return the text of the tab."""
        if self._count is None:
            return self.tr("Agenda")
        return self.tr("Agenda  {n}").format(n=self._count)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is shown yet."""
        self._page.save_beside(workspace.path.parent)
        self._presenter.open(services, workspace, language=language)

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Turn to a meeting, or show the one in hand anew."""
        self._recount(detail.row.agenda_items if detail is not None else None)
        self._presenter.show_meeting(detail.row.id if detail is not None else None)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether the tab is the one that is looked at."""
        self._presenter.look(shown=shown)

    def focus(self) -> None:
        """Put the keyboard on the items."""
        self._page.outline.setFocus()

    def show_record(self, kind: str, record_id: "UUID") -> None:
        """Choose an item, as soon as its agenda is shown."""
        self._wanted = record_id
        self._choose_wanted()

    def leave(self) -> None:
        """Keep what is being typed, the syllable that is being composed with it."""
        self._page.outline.finish()

    def _take_sheet(self, sheet: AgendaSheet) -> None:
        self._recount(len(sheet.outline.items))
        self._menu.show_sheet(sheet, self._page.head.further_steps())
        self._allow()
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        table = self._page.outline.table
        if self._wanted is not None and self._wanted in {row.id for row in table.rows()}:
            table.choose((self._wanted,))
            # What is shown below the list of the chosen one takes its room from the list first.
            QTimer.singleShot(0, table.view, lambda: table.view.scrollTo(table.view.currentIndex()))
            self._wanted = None

    def _recount(self, count: int | None) -> None:
        if count != self._count:
            self._count = count
            self.retitled.emit()

    def _join_head(self) -> None:
        page, presenter, menu = self._page, self._presenter, self._menu
        page.head.add_requested.connect(self._enter)
        page.head.standard_requested.connect(presenter.insert_standard)
        page.head.step_requested.connect(self._ask_step)
        page.head.editions_requested.connect(self._show_editions)
        menu.add_requested.connect(self._enter)
        menu.step_requested.connect(self._ask_step)
        menu.left_over_requested.connect(self._ask_left_over)
        menu.breaks_requested.connect(self._ask_breaks)
        menu.numbering_chosen.connect(presenter.change_numbering)
        menu.document_requested.connect(presenter.save_document)

    def _join_list(self) -> None:
        page, presenter, menu = self._page, self._presenter, self._menu
        table = page.outline.table
        page.outline.added.connect(presenter.add)
        page.outline.renamed.connect(presenter.rename)
        page.outline.opened.connect(presenter.show_item)
        page.peek.opened.connect(presenter.show_item)
        page.peek.decision_requested.connect(self._go_to_decision)
        table.moved.connect(presenter.move)
        table.nested.connect(presenter.nest)
        table.indented.connect(presenter.indent)
        table.delete_requested.connect(self._delete)
        table.start_requested.connect(self._start)
        table.retry_requested.connect(presenter.refresh)
        table.chosen.connect(self._allow)
        for name, action in tuple(menu.of_items.items()):
            if name in {"out", "carry", "delete"}:
                table.add_separator()
            table.add_action(action)
            if name == "paper":
                table.add_action(self._outcomes())
        menu.rename_requested.connect(page.outline.rename_current)
        menu.details_requested.connect(self._show_details)
        menu.paper_requested.connect(self._ask_paper)
        menu.move_requested.connect(self._ask_place)
        menu.carry_requested.connect(self._ask_carry)
        menu.delete_requested.connect(self._delete)
        menu.shift_requested.connect(self._shift)
        menu.left_as.connect(self._leave_as)

    def _join_dialogs(self) -> None:
        dialogs, presenter = self._page.dialogs, self._presenter
        dialogs.item_saved.connect(presenter.save_item)
        dialogs.step_taken.connect(presenter.take_step)
        dialogs.breaks_changed.connect(presenter.change_breaks)
        dialogs.placed.connect(self._place)
        dialogs.carried.connect(presenter.carry)
        dialogs.paper_added.connect(presenter.add_paper)
        self._page.edition_wanted.connect(presenter.read_edition)
        self._page.compare_wanted.connect(presenter.compare)
        self._page.restore_wanted.connect(presenter.restore)
        self._page.taken_up.connect(presenter.take_up)

    def _outcomes(self) -> QAction:
        self._outcome_menu = self._menu.outcome_menu(self._page.head.more.choices)
        action = self._outcome_menu.menuAction()
        self._menu.of_items["outcome"] = action
        return action

    def _chosen(self) -> "tuple[UUID, ...]":
        lines = self._page.outline.table.selected()
        return tuple(line.item.id for line in lines if line.item is not None)

    def _allow(self) -> None:
        sheet = self._presenter.sheet
        can_change = sheet is not None and sheet.can_change
        self._menu.allow(chosen=len(self._chosen()), can_change=can_change)

    def _enter(self, below: bool) -> None:  # noqa: FBT001 - a slot
        self._page.outline.enter_new(below=below)

    def _start(self) -> None:
        self._presenter.insert_standard(None)

    def _show_details(self) -> None:
        for item_id in self._chosen()[:1]:
            self._presenter.show_item(item_id)

    def _ask_paper(self) -> None:
        for item_id in self._chosen()[:1]:
            self._presenter.ask_paper(item_id)

    def _ask_place(self) -> None:
        sheet, ids = self._presenter.sheet, self._chosen()
        if sheet is not None and ids and len(ids) < len(sheet.outline.items):
            self._page.dialogs.ask_place(ids, sheet)

    def _place(self, ids: "tuple[UUID, ...]", target: "UUID", where: str) -> None:
        self._presenter.place(ids, target, inside=where == INSIDE, above=where == "above")

    def _ask_carry(self) -> None:
        self._presenter.ask_carry(self._chosen())

    def _delete(self, _rows: Any = None) -> None:
        self._presenter.remove(self._chosen())

    def _shift(self, step: int) -> None:
        self._presenter.indent(self._chosen(), step)

    def _leave_as(self, status: str, outcome: str | None) -> None:
        self._presenter.close_items(self._chosen(), status, outcome)

    def _ask_step(self, status: str) -> None:
        sheet = self._presenter.sheet
        if sheet is not None:
            day = today(self._needs.clock)
            self._page.dialogs.ask_step(status, sheet, today=day)

    def _ask_breaks(self) -> None:
        if self._presenter.sheet is not None:
            self._page.dialogs.ask_breaks(self._presenter.sheet)

    def _show_editions(self) -> None:
        self._presenter.show_editions()

    def _ask_left_over(self) -> None:
        self._presenter.ask_left_over()

    def _go_to_decision(self, decision_id: "UUID") -> None:
        self._needs.go_to("decision", decision_id)
