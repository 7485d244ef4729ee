"""Takes a text of rules from a file to the record: read, arranged, described, taken over."""

import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.rules.import_view import ImportSetup, ImportView

if TYPE_CHECKING:
    from app.services.rule_imports import Alignment, ImportPreview
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


class ImportPresenter:
    """Knows the text in hand and what shall become of it."""

    def __init__(
        self,
        view: ImportView,
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
        self._body_id: UUID | None = None
        self._preview: ImportPreview | None = None
        self._rows: tuple[Any, ...] = ()
        self._beside: tuple[UUID, int] | None = None
        self._stop = threading.Event()
        self._turn = 0

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language

    def start(self, body_id: UUID | None, chosen: UUID | None) -> None:
        """Open the window for the rules of a body."""
        if self._services is None:
            return
        self._body_id = body_id
        self._preview, self._rows, self._beside = None, (), None
        work = partial(self._read_setup, self._services, body_id, chosen)
        self._tasks.run(work, self._view.open_import, self._report_failure)

    def read_file(self, path: Path, language: str, *, encoding: str = "") -> None:
        """Read a file, in the encoding that was chosen if one was."""
        self._look_into(path, language, encoding)

    def read_text(self, text: str, language: str) -> None:
        """Read what was pasted."""
        self._look_into(text, language, "")

    def arrange(self, step: str, place: int, *, kind: str = "") -> None:
        """Lift, lower, join, leave out or rename a provision."""
        if self._services is None:
            return
        verbs = self._services.rule_imports
        self._rows, place = verbs.arrange(self._rows, step, place, kind=kind)
        self._view.show_rows(self._rows, place)
        self._look_beside()

    def choose_beside(self, document_id: UUID | None, number: int | None) -> None:
        """Lay the text beside a version in another language, or beside none."""
        known = document_id is not None and number is not None
        self._beside = (document_id, number) if known else None  # type: ignore[assignment]
        self._look_beside()

    def submit(self, values: Mapping[str, Any]) -> None:
        """Take the text over as what the values say."""
        services, preview = self._services, self._preview
        if services is None or preview is None:
            return
        verbs = services.rule_imports
        asked = {name: value for name, value in values.items() if value is not None}
        asked["kind"] = verbs.RuleKind(asked["kind"])
        asked["status"] = verbs.TextStatus(asked["status"])
        taking = verbs.Taking(
            source=preview.source,
            rows=self._rows,
            language=preview.language,
            body_id=self._body_id,
            **asked,
        )
        self._stop.clear()
        self._view.show_storing()
        work = partial(
            verbs.take_over,
            self._workspace,
            taking,
            progress=self._view.report_progress,
            is_stopped=self._stop.is_set,
        )
        self._operations.run("Bring in rules", work, self._end, self._view.show_refused)

    def stop(self) -> None:
        """Stop storing; nothing is stored then."""
        self._stop.set()
        self._turn += 1

    def _read_setup(
        self, services: "Services", body_id: UUID | None, chosen: UUID | None
    ) -> ImportSetup:
        language, workspace = self._language, self._workspace
        documents = services.rules.list_documents(workspace, body_id=body_id, language=language)
        rules = tuple(
            (row, services.rules.list_versions(workspace, document_id=row.id, language=language))
            for row in documents
        )
        decisions = (
            services.decisions.list_for_body(workspace, body_id=body_id, language=language)
            if body_id is not None
            else ()
        )
        return ImportSetup(language=language, rules=rules, chosen=chosen, decisions=decisions)

    def _look_into(self, path_or_text: Path | str, language: str, encoding: str) -> None:
        if self._services is None:
            return
        self._turn += 1
        self._view.show_reading()
        look = self._services.rule_imports.look_into
        work = partial(look, path_or_text, language=language, encoding=encoding)
        turn = self._turn
        self._tasks.run(work, partial(self._take, turn), partial(self._fail, turn))

    def _take(self, turn: int, preview: "ImportPreview") -> None:
        if turn == self._turn:
            self._preview, self._rows = preview, preview.rows
            self._view.show_preview(preview)
            self._look_beside()

    def _look_beside(self) -> None:
        services, preview = self._services, self._preview
        if services is None or preview is None:
            return
        if self._beside is None:
            self._view.show_alignment(None)
            return
        document_id, number = self._beside
        self._turn += 1
        work = partial(
            services.rule_imports.look_beside,
            self._workspace,
            document_id=document_id,
            number=number,
            rows=self._rows,
            language=preview.language,
        )
        turn = self._turn
        self._tasks.run(work, partial(self._take_alignment, turn), partial(self._fail, turn))

    def _take_alignment(self, turn: int, alignment: "Alignment") -> None:
        if turn == self._turn:
            self._view.show_alignment(alignment)

    def _fail(self, turn: int, problem: Exception) -> None:
        if not isinstance(problem, Misfortune):
            self._report_failure(problem)
        elif turn == self._turn:
            self._view.show_unreadable(problem)

    def _end(self, _change: Any) -> None:
        self._preview, self._rows = None, ()
        self._view.close_imported()
