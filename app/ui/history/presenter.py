"""Knows what an undo would take back at any moment, and has it done."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.ui.changes import ChangeBus, ChangeSet
from app.ui.history.view import HistoryView
from app.ui.operations import OperationRunner
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.services.history import UndoRow
    from app.ui.services import Services


class HistoryPresenter:
    """Asks after every change what is next, as every change alters it."""

    def __init__(
        self,
        view: HistoryView,
        *,
        tasks: TaskRunner,
        operations: OperationRunner,
        changes: ChangeBus,
        report_failure: Callable[[Exception], None],
        leave: Callable[[], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._leave = leave
        self._history: Any = None
        self._workspace: Any = None
        changes.subscribe(self._follow)
        view.show_next("", "")

    def open(self, services: "Services", workspace: Any) -> None:
        """Turn to another workspace."""
        self._history = services.history
        self._workspace = workspace
        self._view.show_next("", "")
        self._ask()

    def undo(self) -> None:
        """Take the newest change back."""
        self._run("Undo", "undo")

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._run("Redo", "redo")

    def _run(self, name: str, verb: str) -> None:
        workspace, history = self._workspace, self._history
        if workspace is None or workspace.read_only:
            return
        self._leave()  # what is being typed becomes a change of its own, which is then the newest
        self._operations.run(name, lambda: getattr(history, verb)(workspace))

    def _follow(self, change: ChangeSet) -> None:
        self._ask()

    def _ask(self) -> None:
        workspace, history = self._workspace, self._history
        if workspace is None or workspace.read_only:
            return

        def ask() -> "tuple[UndoRow | None, UndoRow | None]":
            return history.next_undo(workspace), history.next_redo(workspace)

        def show(found: "tuple[UndoRow | None, UndoRow | None]") -> None:
            if workspace is self._workspace:
                undo, redo = found
                self._view.show_next(
                    undo.use_case if undo is not None else "",
                    redo.use_case if redo is not None else "",
                )

        self._tasks.run(ask, show, self._report_failure)
