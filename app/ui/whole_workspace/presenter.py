"""Exports the open workspace as a whole, and makes a new one of an export."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.clock import Clock
    from app.services.whole_workspace.exporting import Exported
    from app.services.whole_workspace.importing import ExportSummary, Imported
    from app.ui.operations import OperationRunner
    from app.ui.services import Services

Progress = Callable[[int, int], bool]


class WholeWorkspaceView(Protocol):
    """What the presenter asks of the window."""

    def show_export(self, name: str, suggestion: str) -> None:
        """Open the dialog that exports a workspace, and say what the export may be called."""
        ...

    def show_exported(self, made: "Exported") -> None:
        """Say what was written, and where."""
        ...

    def show_export_refused(self, problem: Misfortune) -> None:
        """Say why nothing was written."""
        ...

    def export_progress(self) -> Progress:
        """Return what the export tells its progress to, from any thread."""
        ...

    def choose_export(self) -> Path | None:
        """Ask for an exported workspace."""
        ...

    def show_found(self, path: Path, summary: "ExportSummary") -> None:
        """Open the dialog that makes a workspace of an export, and show what is in it."""
        ...

    def show_opening_refused(self, problem: Misfortune) -> None:
        """Say why no workspace was made."""
        ...

    def opening_progress(self) -> Progress:
        """Return what the opening tells its progress to, from any thread."""
        ...

    def show_made(self, made: "Imported") -> None:
        """Say that a workspace was made of an export."""
        ...


class WholeWorkspacePresenter:
    """Knows the workspace that is open, if one is."""

    def __init__(
        self,
        view: WholeWorkspaceView,
        *,
        load_services: "Callable[[], Services]",
        operations: "OperationRunner",
        clock: "Clock",
        actor: str,
        open_workspace: Callable[[Path], None],
    ) -> None:
        self._view = view
        self._load_services = load_services
        self._operations = operations
        self._clock = clock
        self._actor = actor
        self._open_workspace = open_workspace
        self._services: Services | None = None
        self._workspace: Any = None

    def open(self, services: "Services", workspace: Any) -> None:
        """Turn to another workspace."""
        self._services = services
        self._workspace = workspace

    def start_export(self) -> None:
        """Open the dialog for what is open."""
        if self._services is None:
            return
        suggestion = self._services.whole_export.suggest_name(self._workspace)
        self._view.show_export(Path(self._workspace.path).stem, suggestion)

    def export(self, target: Path, as_zip: bool) -> None:  # noqa: FBT001
        """Write the whole workspace."""
        if self._services is None:
            return
        work = partial(
            self._services.whole_export.export,
            self._workspace,
            target=target,
            as_zip=as_zip,
            progress=self._view.export_progress(),
        )
        self._operations.run(
            "Export workspace", work, self._view.show_exported, self._view.show_export_refused
        )

    def start_opening(self) -> None:
        """Ask for an export and show what is in it."""
        path = self._view.choose_export()
        if path is not None:
            self._operations.run(
                "Look at exported workspace",
                partial(self._look_at, path),
                partial(self._view.show_found, path),
            )

    def bring_in(self, path: Path, target: Path) -> None:
        """Make a workspace of an export, and open it."""
        self._operations.run(
            "Open exported workspace",
            partial(self._bring_in, path, target, self._view.opening_progress()),
            self._take,
            self._view.show_opening_refused,
        )

    def _look_at(self, path: Path) -> "ExportSummary":
        found: ExportSummary = self._load_services().whole_import.look_at(path)
        return found

    def _bring_in(self, path: Path, target: Path, progress: Progress) -> "Imported":
        made: Imported = self._load_services().whole_import.bring_in(
            path, target=target, clock=self._clock, actor=self._actor, progress=progress
        )
        return made

    def _take(self, made: "Imported") -> None:
        self._view.show_made(made)
        self._open_workspace(made.path)
