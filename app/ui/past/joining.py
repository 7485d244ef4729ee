"""Opens the window that brings the past in, and says which menu entry does."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.needs import Needs
from app.ui.past.dialog import PastDialog
from app.ui.past.presenter import PastPresenter
from app.ui.past.view import PastSetup
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.services.past.obstacles import Hurdle
    from app.services.past.proposals import MeetingProposal
    from app.services.past.reading import Proposals
    from app.ui.services import Services


class Past:
    """Is the view of the presenter; between two folders there is no window."""

    def __init__(self, window: QWidget, needs: Needs) -> None:
        self._window = window
        self._notifier = needs.notifier
        self._folder = Path.home()
        self._dialog: PastDialog | None = None
        self.presenter = PastPresenter(
            self,
            tasks=needs.tasks,
            operations=needs.operations,
            report_failure=needs.report_failure,
        )

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._folder = Path(workspace.path).parent
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def commands(self) -> dict[Command, Callable[[], object]]:
        """Return what the menu entry does."""
        return {Command.BRING_IN_PAST: self.presenter.start}

    def open_past(self, setup: PastSetup) -> None:
        """Open the window, with nothing read yet."""
        if self._dialog is not None:
            return
        presenter = self.presenter
        dialog = PastDialog(setup, notifier=self._notifier, parent=self._window.window())
        self._dialog = dialog
        dialog.start.look_beside(self._folder)
        dialog.read_wanted.connect(presenter.read)
        dialog.ticked.connect(self._tick)
        dialog.use_chosen.connect(presenter.choose_use)
        dialog.values_changed.connect(presenter.change_values)
        dialog.approved.connect(presenter.approve)
        dialog.stop_wanted.connect(presenter.stop)
        dialog.detail.file_wanted.connect(self._open_file)
        dialog.finished.connect(self._forget)
        dialog.open()

    def show_reading(self, *, done: int, total: int, name: str) -> None:
        """Show how far the reading is."""
        if self._dialog is not None:
            self._dialog.show_reading(done=done, total=total, name=name)

    def show_unreadable(self, problem: Misfortune) -> None:
        """Show why a folder cannot be read."""
        if self._dialog is not None:
            self._dialog.show_unreadable(problem)

    def show_proposals(self, proposals: "Proposals", sides: Mapping[Any, str]) -> None:
        """Show what was found."""
        if self._dialog is not None:
            self._dialog.show_proposals(proposals, sides)

    def show_group(self, group: "MeetingProposal") -> None:
        """Show one meeting as it is now."""
        if self._dialog is not None:
            self._dialog.show_group(group)

    def show_hurdle(self, hurdle: "Hurdle") -> None:
        """Show what must be settled first."""
        if self._dialog is not None:
            self._dialog.show_hurdle(hurdle)

    def ask_sealed(self, count: int) -> bool:
        """Ask before something is stored that cannot be undone."""
        question = QCoreApplication.translate("Past", "Enter adopted decisions and rules?")
        detail = QCoreApplication.translate(
            "Past",
            "Adopted: {count}. What is adopted stays on record and cannot be undone. Without their"
            " days they come in as drafts.",
        )
        agree = QCoreApplication.translate("Past", "Enter as adopted")
        return self._notifier.ask(question, detail.format(count=count), agree=agree)

    def show_storing(self, *, done: int, total: int) -> None:
        """Show how many meetings have been stored."""
        if self._dialog is not None:
            self._dialog.show_storing(done=done, total=total)

    def show_refused(self, problem: Misfortune) -> None:
        """Show why one meeting was not stored."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def show_stored(self, count: int) -> None:
        """Show how many meetings and papers have been brought in."""
        if self._dialog is not None:
            self._dialog.show_stored(count)

    def _tick(self, group_id: int, proposal_id: int, wanted: bool) -> None:  # noqa: FBT001 - a slot
        if proposal_id:
            self.presenter.tick(group_id, proposal_id, wanted=wanted)
        else:
            self.presenter.turn_group(group_id)

    def _open_file(self, name: str) -> None:
        path = self._dialog.file_of(name) if self._dialog is not None else None
        if path is not None:
            self._notifier.open_outside(path)

    def _forget(self) -> None:
        self._dialog = None
        self.presenter.leave()
