"""Takes delegates over from the last meeting, and writes the list of participants to a file."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.domain.party_order import PartyOrder
    from app.ui.delegations.in_hand import InHand
    from app.ui.delegations.view import DelegationsView
    from app.ui.operations import OperationRunner
    from app.ui.tasks import TaskRunner


class ListsPresenter:
    """Does what is asked of whole lists."""

    def __init__(
        self,
        view: "DelegationsView",
        hand: "InHand",
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
        order: "Callable[[], tuple[PartyOrder, UUID | None]]",
    ) -> None:
        self._view = view
        self._hand = hand
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._order = order

    def start_copying(self) -> None:
        """Show who sat at the last meeting."""
        if self._hand.services is not None and self._hand.detail is not None:
            work = partial(
                self._hand.services.earlier_delegations.preview,
                self._hand.workspace,
                meeting_id=self._hand.detail.row.id,
                language=self._hand.language,
            )
            self._tasks.run(work, self._view.ask_whom_to_copy, self._report_failure)

    def copy(self, delegate_ids: Sequence[UUID], *, with_new_posts: bool) -> None:
        """Nominate some of those who sat at the last meeting."""
        if self._hand.services is not None and self._hand.detail is not None:
            work = partial(
                self._hand.services.earlier_delegations.copy,
                self._hand.workspace,
                meeting_id=self._hand.detail.row.id,
                delegate_ids=tuple(delegate_ids),
                with_new_posts=with_new_posts,
            )
            name = "Copy delegates from an earlier meeting"
            self._operations.run(name, work, self._close, self._view.show_refused)

    def export(self, *, as_workbook: bool, language: str) -> None:
        """Write the list to a file, where the user says."""
        services, detail = self._hand.services, self._hand.detail
        if services is None or detail is None:
            return
        suggest = partial(
            services.participants_export.suggest_name,
            self._hand.workspace,
            meeting_id=detail.row.id,
            language=language,
        )
        done = partial(self._export_as, as_workbook=as_workbook, language=language)
        self._tasks.run(suggest, done, self._report_failure)

    def _export_as(self, name: str, *, as_workbook: bool, language: str) -> None:
        path = self._view.choose_export_file(name, as_workbook=as_workbook)
        if path is None or self._hand.services is None or self._hand.detail is None:
            return
        verbs = self._hand.services.participants_export
        order, first = self._order()
        work = partial(
            verbs.save_workbook if as_workbook else verbs.save_csv,
            self._hand.workspace,
            meeting_id=self._hand.detail.row.id,
            path=path,
            language=language,
            order=order,
            first=first,
        )
        self._operations.run("Export list of participants", work, self._view.show_saved)

    def _close(self, _change: Any) -> None:
        self._view.close_saved()
