"""Writes what is asked for beside the board: reminders, the list as Word, and a calendar file."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.notify import FileKind

if TYPE_CHECKING:
    from app.ui.actions.presenter import ActionsPresenter
    from app.ui.actions.view import ActionsView
    from app.ui.operations import OperationRunner
    from app.ui.services import Services


class ActionFiles:
    """Asks where a file shall be, and has it written from what the presenter has in hand."""

    def __init__(
        self, view: "ActionsView", shown: "ActionsPresenter", *, operations: "OperationRunner"
    ) -> None:
        self._view = view
        self._shown = shown
        self._operations = operations
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language

    def save_letter(self, party_id: UUID | None, language: str) -> None:
        """Write a reminder as Word."""
        self._save_reminder(FileKind.WORD, "save_letter", party_id, language)

    def save_message(self, party_id: UUID | None, language: str) -> None:
        """Write a reminder as a draft of a message."""
        self._save_reminder(FileKind.MESSAGE, "save_message", party_id, language)

    def save_list(self) -> None:
        """Write the list of action items as Word."""
        if self._services is not None:
            verb = self._services.follow_up_papers.save_action_list
            self._save("Save as Word", FileKind.WORD, "List of action items", verb)

    def save_calendar(self) -> None:
        """Write the days by which they are due as a calendar file."""
        if self._services is not None:
            keys = self._shown.narrowed_ids()
            verb = partial(self._services.action_deadlines.save_calendar, action_ids=keys)
            self._save("Save calendar file", FileKind.CALENDAR, "Action items", verb)

    def _save_reminder(
        self, kind: FileKind, verb: str, party_id: UUID | None, language: str
    ) -> None:
        services, body_id = self._services, self._shown.body_in_hand()
        if services is None or body_id is None:
            return
        asked = {"body_id": body_id, "party_id": party_id}
        name = services.reminders.suggest_name(self._workspace, **asked)
        write = partial(getattr(services.reminders, verb), party_id=party_id)
        self._save("Save reminder", kind, name, write, language=language)

    def _save(
        self,
        use_case: str,
        kind: FileKind,
        name: str,
        verb: Callable[..., Any],
        *,
        language: str = "",
    ) -> None:
        path = self._view.choose_new_file(kind, name)
        if path is None:
            return
        asked = {
            "body_id": self._shown.body_in_hand(),
            "path": path,
            "language": language or self._language,
        }
        work = partial(verb, self._workspace, **asked)
        self._operations.run(use_case, work, self._view.show_saved)
