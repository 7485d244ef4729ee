"""Joins the dialogs of packs with their presenter, and says which menu entries open them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.packs.presenter import PacksPresenter
from app.ui.packs.view import PacksView
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services


class Packs:
    """Packs as the window knows them."""

    def __init__(self, window: QWidget, needs: Needs) -> None:
        self.view = PacksView(window=window, notifier=needs.notifier)
        self.presenter = PacksPresenter(
            self.view,
            tasks=needs.tasks,
            operations=needs.operations,
            report_failure=needs.report_failure,
            clock=needs.clock,
        )
        view, presenter = self.view, self.presenter
        view.changed.connect(presenter.preview)
        view.submitted.connect(presenter.make)
        view.passphrase_given.connect(presenter.check_file)
        view.key_wanted.connect(presenter.make_key)
        view.trust_wanted.connect(presenter.trust)
        view.revoke_wanted.connect(presenter.revoke)
        view.back_up_wanted.connect(presenter.back_up)
        view.bring_back_wanted.connect(presenter.bring_back)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.view.save_beside(Path(workspace.path).parent)
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Hear which meeting is in hand."""
        self.presenter.show_meeting(meeting_id)

    def commands(self) -> dict[Command, Callable[[], object]]:
        """Return what each menu entry does."""
        return {
            Command.MAKE_PACK: self.presenter.start_making,
            Command.CHECK_PACK: self.presenter.check,
            Command.KEYS: self.presenter.show_keys,
            Command.REGISTER: self.presenter.register,
        }
