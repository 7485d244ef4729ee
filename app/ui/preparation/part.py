"""Joins the preparation list with the meetings page."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.ui.needs import Needs
from app.ui.preparation.presenter import PreparationPresenter
from app.ui.preparation.view import PreparationTab

if TYPE_CHECKING:
    from app.services.meetings import MeetingDetail
    from app.ui.services import Services


class PreparationPart(QObject):
    """The tab “Preparation”, with how much of it is done in its title."""

    retitled = Signal()
    key = "preparation"

    def __init__(self, needs: Needs) -> None:
        super().__init__()
        self._done = self._total = 0
        tab = PreparationTab(notifier=needs.notifier)
        self.widget = tab
        self._presenter = presenter = PreparationPresenter(
            tab,
            tasks=needs.tasks,
            operations=needs.operations,
            report_failure=needs.report_failure,
        )
        tab.begin_requested.connect(presenter.begin)
        tab.add_requested.connect(presenter.start_adding)
        tab.edit_requested.connect(presenter.start_editing)
        tab.mark_requested.connect(lambda rows, done: presenter.mark(rows, done=done))
        tab.working_day_requested.connect(presenter.take_working_day)
        tab.remove_requested.connect(presenter.remove)
        tab.retry_requested.connect(presenter.read_again)
        tab.submitted.connect(presenter.save)

    def title(self) -> str:
        """Return the text of the tab."""
        if not self._total:
            return self.tr("Preparation")
        return self.tr("Preparation  {done}/{total}").format(done=self._done, total=self._total)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is shown yet."""
        self._presenter.open(services, workspace, language=language)

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Turn to a meeting, or show the one in hand anew."""
        tasks = detail.row.tasks if detail is not None else None
        self._done = tasks.done if tasks is not None else 0
        self._total = tasks.total if tasks is not None else 0
        self.retitled.emit()
        self._presenter.show_meeting(detail)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether the tab is the one that is looked at."""
        self._presenter.looked_at(shown=shown)

    def focus(self) -> None:
        """Put the keyboard on the list."""
        self.widget.table.setFocus()

    def leave(self) -> None:
        """Nothing is typed in the list itself; its form asks before anything is lost."""
