"""Decides what the page of the trash shows, and has things restored."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from app.ui.needs import Needs
from app.ui.record_history.change_list import ChangeList

if TYPE_CHECKING:
    from app.ui.record_history.view import TrashPageView
    from app.ui.services import Services


class TrashPresenter(ChangeList):
    """Keeps a TrashPageView in step with the workspace while it is looked at."""

    def __init__(self, view: "TrashPageView", needs: Needs) -> None:
        super().__init__(view, needs)
        self._view = view
        self._operations = needs.operations

    def restore(self, number: int) -> None:
        """Bring back what was deleted by a change."""
        if self._services is None or self._workspace.read_only:
            return
        verb = self._services.trash_restoring.restore
        work = partial(verb, self._workspace, number=number, language=self._language)
        self._operations.run("Restore", work)

    def _ask_for_rows(
        self, services: "Services", *, before: int | None, limit: int
    ) -> Callable[[], Any]:
        asked = {"before": before, "limit": limit, "language": self._language}
        return partial(services.trash.list_page, self._workspace, **asked)

    def _show_rows(self) -> None:
        if not self._is_listed():
            self.choose(None)
        can_change = not self._workspace.read_only
        self._view.show_rows(self._rows, chosen=self._chosen, can_change=can_change)
