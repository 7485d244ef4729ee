"""Joins the dialogs of whole workspaces with their presenter, and with the menu."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.whole_workspace.presenter import WholeWorkspacePresenter
from app.ui.whole_workspace.view import WholeWorkspaceView
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services


class WholeWorkspaces:
    """Whole workspaces as the window knows them."""

    def __init__(
        self,
        window: QWidget,
        needs: Needs,
        *,
        load_services: "Callable[[], Services]",
        actor: str,
        open_workspace: Callable[[Path], None],
    ) -> None:
        self._view = WholeWorkspaceView(window=window, notifier=needs.notifier)
        self._presenter = WholeWorkspacePresenter(
            self._view,
            load_services=load_services,
            operations=needs.operations,
            clock=needs.clock,
            actor=actor,
            open_workspace=open_workspace,
        )
        self._view.export_wanted.connect(self._presenter.export)
        self._view.opening_wanted.connect(self._presenter.bring_in)

    def open(self, services: "Services", workspace: Any) -> None:
        """Turn to another workspace."""
        self._view.save_beside(Path(workspace.path).parent)
        self._presenter.open(services, workspace)

    def commands(self) -> dict[Command, Callable[[], object]]:
        """Return what each menu entry does."""
        return {
            Command.EXPORT_WORKSPACE: self._presenter.start_export,
            Command.OPEN_EXPORT: self._presenter.start_opening,
        }
