"""Looks for what is typed on the search page, shows it by kind, and keeps searches under names."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.search.view import SearchView, Shown

if TYPE_CHECKING:
    from app.services.finding.kept import SavedRow
    from app.services.finding.search import Answer
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

MOST = 300


class SearchPresenter:
    """Keeps a SearchView in step with what is typed and with the workspace."""

    def __init__(
        self,
        view: SearchView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
        tell_saved: "Callable[[tuple[SavedRow, ...]], None]",
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._tell_saved = tell_saved
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._line = ""
        self._kind = ""
        self._all_versions = False
        self._is_asking = False
        self._is_looked_at = False
        self._is_stale = False
        self._found: tuple[Answer, int] | None = None
        self._saved: tuple[SavedRow, ...] = ()
        changes.subscribe(self._hear)

    @property
    def line(self) -> str:
        """What is looked for now."""
        return self._line

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace: nothing is looked for, its searches are read."""
        self._services, self._workspace, self._language = services, workspace, language
        self._body_id, self._line, self._kind, self._found = None, "", "", None
        self._view.show_line("")
        self._view.show_hints()
        self._read_saved()

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body: “the last meeting” is another one now."""
        self._body_id = body_id
        self._is_stale = True

    def enter(self) -> None:
        """Hear that the page is looked at; what has changed meanwhile is looked for anew."""
        self._is_looked_at = True
        if self._is_stale:
            self._ask()

    def leave(self) -> None:
        """Hear that nobody looks any more."""
        self._is_looked_at = False

    def look_for(self, line: str) -> None:
        """Look for a text that comes from elsewhere: the palette, or a saved search."""
        self._view.show_line(line)
        self._kind = ""
        self.type(line)

    def type(self, line: str) -> None:
        """Look for a text; of several that come quickly only the last."""
        self._line = line
        self._show_what_is_saved()
        if not self._is_asking:
            self._ask()

    def choose_kind(self, kind: str) -> None:
        """Show records of one kind alone; all for an empty one."""
        self._kind = kind
        self._show()

    def choose_versions(self, *, every: bool) -> None:
        """Look through superseded texts of rules too, or not."""
        self._all_versions = every
        self._ask()

    def save(self, name: str) -> None:
        """Keep the search under a name."""
        if self._services is None:
            return
        work = partial(
            self._services.kept_searches.save, self._workspace, name=name, line=self._line
        )
        self._operations.run("Save search", work, self._end_saving, self._view.show_refused)

    def rename(self, search_id: UUID, name: str) -> None:
        """Call a saved search otherwise."""
        if self._services is not None:
            work = partial(
                self._services.kept_searches.rename,
                self._workspace,
                search_id=search_id,
                name=name,
            )
            self._operations.run(
                "Rename saved search", work, self._end_saving, self._view.show_refused
            )

    def remove(self, search_id: UUID) -> None:
        """Let a saved search go."""
        if self._services is not None:
            work = partial(
                self._services.kept_searches.remove, self._workspace, search_id=search_id
            )
            self._operations.run("Remove saved search", work)

    def choose_saved(self, search_id: UUID) -> None:
        """Make a saved search."""
        line = next((row.line for row in self._saved if row.id == search_id), None)
        if line is not None:
            self.look_for(line)

    def _end_saving(self, _change: Any) -> None:
        self._view.close_saved()

    def _ask(self) -> None:
        self._is_stale = False
        if self._services is None:
            return
        if not self._line.strip():
            self._found = None
            self._view.show_hints()
            return
        self._is_asking = True
        line = self._line
        work = partial(self._find, self._services, line)
        self._tasks.run(work, partial(self._take, line), self._fail)

    def _find(self, services: "Services", line: str) -> "tuple[Answer, int]":
        begun = perf_counter()
        found = services.search.find(
            self._workspace,
            query=line,
            body_id=self._body_id,
            language=self._language,
            limit=MOST,
            all_versions=self._all_versions,
        )
        return found, round((perf_counter() - begun) * 1000)

    def _take(self, line: str, found: "tuple[Answer, int]") -> None:
        self._is_asking = False
        if line != self._line:
            self._ask()
            return
        self._found = found
        self._show()

    def _show(self) -> None:
        if self._found is None:
            return
        answer, milliseconds = self._found
        counted = Counter(str(record.card.kind.value) for record in answer.records)
        kind = self._kind if self._kind in counted else ""
        shown = Shown(self._line, answer, tuple(counted.items()), kind, milliseconds, self._body_id)
        self._view.show_found(shown)

    def _hear(self, change: "ChangeSet") -> None:
        if "saved_search" in change.kinds:
            self._read_saved()
        self._is_stale = True
        if self._is_looked_at and not self._is_asking:
            self._ask()

    def _read_saved(self) -> None:
        if self._services is not None:
            work = partial(self._services.kept_searches.list_all, self._workspace)
            self._tasks.run(work, self._take_saved, self._report_failure)

    def _take_saved(self, rows: "tuple[SavedRow, ...]") -> None:
        self._saved = rows
        self._tell_saved(rows)
        self._show_what_is_saved()

    def _show_what_is_saved(self) -> None:
        can_change = self._workspace is not None and not self._workspace.read_only
        self._view.show_saved(self._saved, line=self._line, can_change=can_change)

    def _fail(self, problem: Exception) -> None:
        self._is_asking = False
        if isinstance(problem, Misfortune):
            self._view.show_problem(problem.sentence, problem.remedy)
        else:
            self._report_failure(problem)
