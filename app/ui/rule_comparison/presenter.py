"""Compares the rules of one body with those of another, and saves the comparison."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.rule_library.counterparts import RulesChoice, RulesComparison
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


@dataclass(frozen=True)
class Pair:
    """Which two texts are compared, and in which language."""

    left_id: UUID
    right_id: UUID
    left_number: int | None = None
    right_number: int | None = None
    language: str = "en"


class ComparisonView(Protocol):
    """What the presenter asks of the window."""

    def open_comparison(self, choices: "Sequence[RulesChoice]", first: UUID | None) -> None:
        """Open the window with the rules that can be compared."""
        ...

    def show_comparison(self, compared: "RulesComparison") -> None:
        """Show two texts side by side."""
        ...

    def show_problem(self, problem: Misfortune) -> None:
        """Say why the two cannot be compared."""
        ...

    def choose_file(self, suggestion: str) -> Path | None:
        """Ask where the Word file shall be written."""
        ...

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        ...

    def tell_too_few(self) -> None:
        """Say that there are no two texts to compare."""
        ...


class ComparisonPresenter:
    """Knows which two texts are compared."""

    def __init__(
        self,
        view: ComparisonView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._pair: Pair | None = None
        self._compared: RulesComparison | None = None

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._pair = self._compared = None

    def start(self, document_id: UUID | None) -> None:
        """Open the window; the rules in hand stand at the left."""
        if self._services is not None:
            verb = self._services.counterparts.list_choices
            work = partial(verb, self._workspace, language=self._language)
            self._tasks.run(work, partial(self._offer, document_id), self._report_failure)

    def compare(self, pair: Pair) -> None:
        """Lay two texts side by side."""
        if self._services is None:
            return
        self._pair = pair
        work = partial(
            self._services.counterparts.compare,
            self._workspace,
            left_id=pair.left_id,
            right_id=pair.right_id,
            left_number=pair.left_number,
            right_number=pair.right_number,
            language=pair.language,
        )
        self._tasks.run(work, partial(self._take, pair), self._fail)

    def save(self) -> None:
        """Save the comparison as a Word file, where the user says."""
        compared, services = self._compared, self._services
        if compared is None or services is None:
            return
        name = f"{compared.left.title} – {compared.right.title}"
        path = self._view.choose_file(name)
        if path is not None:
            verb = services.counterpart_files.save
            work = partial(verb, self._workspace, compared, path=path)
            self._operations.run("Save comparison of rules", work, self._view.show_saved)

    def _offer(self, first: UUID | None, choices: "Sequence[RulesChoice]") -> None:
        if len(choices) < 2:
            self._view.tell_too_few()
        else:
            self._view.open_comparison(choices, first)

    def _take(self, pair: Pair, compared: "RulesComparison") -> None:
        if pair == self._pair:
            self._compared = compared
            self._view.show_comparison(compared)

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, Misfortune):
            self._compared = None
            self._view.show_problem(problem)
        else:
            self._report_failure(problem)
