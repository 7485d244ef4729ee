"""Keeps a list and the sheet of what is chosen in step with the workspace while they are shown."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.decisions.asks import Ask, Material

if TYPE_CHECKING:
    from app.ui.changes import ChangeSet
    from app.ui.decisions.view import ListView
    from app.ui.needs import Needs
    from app.ui.services import Services

_LANGUAGES = ("en", "ko", "mn", "ja")


class ListPresenter:
    """What the presenters of both halves of the page have in common.

    Attributes:
        kinds: Which kinds of record the half shows.
    """

    kinds: frozenset[str] = frozenset()

    def __init__(self, view: "ListView", needs: "Needs") -> None:
        self.view = view
        self.needs = needs
        self.services: Services | None = None
        self.workspace: Any = None
        self.language = "en"
        self.body_id: UUID | None = None
        self.all_bodies = False
        self.sheet: Any = None
        self._chosen: UUID | None = None
        self._turn = 0
        self._is_watched = False
        self._is_stale = True
        needs.changes.subscribe(self._read_again, kinds=self.kinds)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.services, self.workspace, self.language = services, workspace, language
        self.body_id = None
        self._forget()

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        if body_id == self.body_id:
            return
        self.body_id = body_id
        if not self.all_bodies:
            self._forget()

    def choose_bodies(self, *, all_bodies: bool) -> None:
        """Show what is of all bodies, or of the one in hand."""
        self.all_bodies = all_bodies
        self.refresh()

    def enter(self) -> None:
        """Begin to show: the half is looked at now."""
        self._is_watched = True
        if self._is_stale:
            self.refresh()

    def leave(self) -> None:
        """Rest: the half is not looked at any more."""
        self._is_watched = False

    def choose(self, record_id: UUID | None) -> None:
        """Show a record, or nothing."""
        self._chosen = record_id
        if record_id is None:
            self.sheet = None
            self.view.show_nothing()
        else:
            self._read_sheet()

    def show_record(self, record_id: UUID) -> None:
        """Turn to a record from elsewhere."""
        self._chosen = record_id
        self.refresh()
        self.view.open_sheet()

    def refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        if not self._is_watched or self.services is None:
            return
        self._is_stale = False
        if self.body_id is None and not self.all_bodies:
            self.view.show_rows((), chosen=None, can_change=False)
            return
        self.view.show_reading()
        body_id = None if self.all_bodies else self.body_id
        work = partial(self.read_rows, body_id)
        taken, failed = partial(self._take, self._turn), partial(self._fail, self._turn)
        self.needs.tasks.run(work, taken, failed)
        if self._chosen is not None:
            self._read_sheet()

    def can_change(self) -> bool:
        """Return whether the workspace can be written."""
        return self.workspace is not None and not self.workspace.read_only

    def save(
        self, name: str, verb: Callable[..., Any], *, choose: bool = False, **told: Any
    ) -> None:
        """Do what a form asks for; it closes when all is saved."""
        done = partial(self._end, choose=choose)
        work = partial(verb, self.workspace, **told)
        self.needs.operations.run(name, work, done, self.view.show_refused)

    def save_file(self, verb: Callable[..., Any], suggestion: str, kind: str, **told: Any) -> None:
        """Ask for a file, write it and say where it is."""
        path = self.view.choose_file(suggestion, kind)
        if path is not None:
            work = partial(verb, self.workspace, path=path, language=self.language, **told)
            self.needs.operations.run("Save file", work, self.view.show_saved)

    def ask(self, ask: Ask, gather: Callable[[], Material]) -> None:
        """Read what can be chosen in a form, and open it."""
        opened = partial(self.view.ask, ask)
        self.needs.tasks.run(gather, opened, self.needs.report_failure)

    def languages(self, body_id: UUID | None) -> tuple[str, ...]:
        """Return the languages of a body, in which words are entered; all where it names none."""
        if self.services is None or body_id is None:
            return _LANGUAGES
        sheet = self.services.bodies.show_sheet(self.workspace, body_id=body_id)
        return tuple(sheet.languages) or _LANGUAGES

    def read_rows(self, body_id: UUID | None) -> Any:
        """Read the list; away from the window's thread."""
        raise NotImplementedError

    def read_sheet(self, record_id: UUID) -> Any:
        """Read a record; away from the window's thread."""
        raise NotImplementedError

    def key_of(self, sheet: Any) -> UUID:
        """Return the id of the record of a sheet."""
        raise NotImplementedError

    def _forget(self) -> None:
        self._chosen = self.sheet = None
        self.view.show_nothing()
        self.refresh()

    def _end(self, change: Any, *, choose: bool) -> None:
        self.view.close_saved()
        if choose:
            self._chosen = change.subject
            self.refresh()
            self.view.open_sheet()

    def _read_again(self, _change: "ChangeSet") -> None:
        self.refresh()

    def _take(self, turn: int, rows: Any) -> None:
        if turn == self._turn:
            self.view.show_bodies(shown=self.all_bodies)
            self.view.show_rows(rows, chosen=self._chosen, can_change=self.can_change())

    def _read_sheet(self) -> None:
        if self._chosen is None or self.services is None or not self._is_watched:
            return
        work = partial(self.read_sheet, self._chosen)
        self.needs.tasks.run(work, self._take_sheet, partial(self._lose, self._chosen))

    def _take_sheet(self, sheet: Any) -> None:
        if self.key_of(sheet) == self._chosen:
            self.sheet = sheet
            self.view.show_sheet(sheet, can_change=self.can_change())

    def _lose(self, record_id: UUID, problem: Exception) -> None:
        """Show nothing where the record has gone in the meantime."""
        if not hasattr(problem, "sentence"):
            self.needs.report_failure(problem)
        elif record_id == self._chosen:
            self.choose(None)

    def _fail(self, turn: int, problem: Exception) -> None:
        sentence = getattr(problem, "sentence", "")
        if not sentence:
            self.needs.report_failure(problem)
        elif turn == self._turn:
            self.view.show_problem(sentence, getattr(problem, "remedy", ""))
