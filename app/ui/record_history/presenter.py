"""Decides what the page of the history shows: of everything, or of one record."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.needs import Needs
from app.ui.record_history.change_list import STEPS, ChangeList

if TYPE_CHECKING:
    from app.services.history_view.pages import HistoryPage, Named
    from app.ui.record_history.view import HistoryPageView
    from app.ui.services import Services


class RecordHistoryPresenter(ChangeList):
    """Keeps a HistoryPageView in step with the workspace while it is looked at."""

    def __init__(self, view: "HistoryPageView", needs: Needs) -> None:
        super().__init__(view, needs)
        self._view = view
        self._conditions: dict[str, Any] = {}
        self._record: tuple[str, UUID] | None = None
        self._is_other_list = False

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._record = None
        self._view.show_record(None)
        super().open(services, workspace, language=language)

    def narrow(self, conditions: dict[str, Any]) -> None:
        """Show only what meets all the conditions."""
        if conditions != self._conditions:
            self._conditions = conditions
            self._start_over()

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Show the history of one record, and of what belongs to it."""
        self._record = (kind, record_id)
        if self._services is not None:
            verb = self._services.history_pages.name_record
            asked = {"kind": kind, "record_id": record_id, "language": self._language}
            name = partial(verb, self._workspace, **asked)
            self._tasks.run(name, partial(self._take_name, self._record), self._report_failure)
        self._start_over()

    def show_whole(self) -> None:
        """Show the history of everything again."""
        self._record = None
        self._view.show_record(None)
        self._start_over()

    def show_change(self, number: int) -> None:
        """Show one change, in the history of everything."""
        self._record = None
        self._view.show_record(None)
        self._chosen, self._steps = number, STEPS
        self._refresh()

    def _take_name(self, record: tuple[str, UUID], named: "Named") -> None:
        if record == self._record:
            self._view.show_record(named)

    def _start_over(self) -> None:
        self._rows, self._is_other_list = (), True
        self._refresh()

    def _ask_for_rows(
        self, services: "Services", *, before: int | None, limit: int
    ) -> Callable[[], "HistoryPage"]:
        verbs = services.history_pages
        conditions = {**self._conditions, "record": self._record}
        workspace, language = self._workspace, self._language

        def read() -> "HistoryPage":
            page: HistoryPage = verbs.list_page(
                workspace,
                sought=verbs.Sought(**conditions),
                before=before,
                limit=limit,
                language=language,
            )
            return page

        return read

    def _refresh_beside(self, services: "Services") -> None:
        actors = partial(services.history_pages.list_actors, self._workspace)
        self._tasks.run(actors, self._view.offer_actors, self._report_failure)
        self._read_sheet()

    def _show_rows(self) -> None:
        if self._is_other_list and not self._is_listed():
            self.choose(None)
        self._is_other_list = False
        self._view.show_rows(self._rows, chosen=self._chosen, is_more=self._next is not None)
