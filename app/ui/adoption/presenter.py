"""Adopts a draft of rules: gathers what is known of it, and hands over what was entered."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.adoption.filling import adoption_of

if TYPE_CHECKING:
    from app.services.adoption.sheets import AdoptionSheet, VersionChange
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


class AdoptionView(Protocol):
    """What the presenter asks of the window."""

    def open_adoption(self, sheet: "AdoptionSheet") -> None:
        """Open the window for a draft."""
        ...

    def show_undeclared(self, changes: "tuple[VersionChange, ...]") -> None:
        """List the changes that the note leaves out."""
        ...

    def agrees(self, label: str, left_out: int) -> bool:
        """Ask whether the text shall be adopted, which cannot be undone."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the text was not adopted; what was entered stays."""
        ...

    def take_back(self) -> None:
        """Let the user go on editing."""
        ...

    def close_saved(self) -> None:
        """Close: the text is adopted."""
        ...


class AdoptionPresenter:
    """Knows the draft in hand."""

    def __init__(
        self,
        view: AdoptionView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
        adopted: Callable[[UUID], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._adopted = adopted
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._sheet: AdoptionSheet | None = None

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._sheet = None

    def start(self, document_id: UUID) -> None:
        """Open the window for the draft of rules; that there is none is told in a sentence."""
        if self._services is not None:
            work = partial(self._look, self._services, document_id)
            self._tasks.run(work, self._show, self._report_failure)

    def look_at_notes(self, notes: Mapping[str, str]) -> None:
        """List what the note leaves out as it reads now."""
        self._view.show_undeclared(self._left_out(notes))

    def submit(self, values: Mapping[str, Any]) -> None:
        """Adopt the draft as the fields say."""
        sheet, services = self._sheet, self._services
        if sheet is None or services is None:
            return
        left_out = self._left_out(values["change_notes"])
        if not self._view.agrees(values["label"], len(left_out)):
            self._view.take_back()
            return
        adoption = adoption_of(values, sheet, services.adoption)
        work = partial(services.adopting.adopt, self._workspace, adoption)
        self._operations.run("Adopt rules", work, self._end, self._view.show_refused)

    def _look(self, services: "Services", document_id: UUID) -> "AdoptionSheet":
        verbs, workspace, language = services.adoption, self._workspace, self._language
        draft = verbs.find_draft(workspace, document_id=document_id, language=language)
        sheet: AdoptionSheet = verbs.look_at(workspace, version_id=draft, language=language)
        return sheet

    def _show(self, sheet: "AdoptionSheet") -> None:
        self._sheet = sheet
        self._view.open_adoption(sheet)
        self.look_at_notes(sheet.declared or sheet.drafted)

    def _left_out(self, notes: Mapping[str, str]) -> "tuple[VersionChange, ...]":
        if self._sheet is None or self._services is None:
            return ()
        found: tuple[VersionChange, ...] = self._services.adoption.undeclared(self._sheet, notes)
        return found

    def _end(self, _change: Any) -> None:
        self._view.close_saved()
        if self._sheet is not None:
            self._adopted(self._sheet.document_id)
            self._sheet = None
