"""Answers what is typed into the palette; of several keystrokes only the last is asked about."""

from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.texts.addresses import Address, read_address
from app.ui.palette.commands import CommandEntry, find_commands
from app.ui.palette.view import PaletteView

if TYPE_CHECKING:
    from app.services.finding.search import Answer, Record
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

Ref = tuple[str, UUID]
_MOST = 12


class PalettePresenter:
    """Keeps a PaletteView in step with what is typed.

    Never more than one question is under way: what is typed meanwhile waits, and only the last of
    it is asked. So a slow answer delays the next one, and never the typing.
    """

    def __init__(
        self,
        view: PaletteView,
        *,
        tasks: "TaskRunner",
        report_failure: Callable[[Exception], None],
        commands: Callable[[], Sequence[CommandEntry]],
        recent: Callable[[], tuple[Ref, ...]],
        go_to: Callable[[str, UUID], None],
        obey: Callable[[Any], None],
        search_page: Callable[[str], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._report_failure = report_failure
        self._commands = commands
        self._recent = recent
        self._go_to = go_to
        self._obey = obey
        self._search_page = search_page
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._wanted = ""
        self._is_asking = False

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._body_id = None

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id

    def type(self, text: str) -> None:
        """Answer a text, or say what was looked at last while there is none."""
        self._wanted = text
        if not self._is_asking:
            self._ask()

    def choose(self, what: object) -> None:
        """Go to the record, or do the command, that a row stands for."""
        self._view.close_palette()
        if isinstance(what, Address):
            self._go_to(what.kind, what.key)
        elif isinstance(what, tuple):
            kind, key = what
            self._go_to(kind, key)
        else:
            self._obey(what)

    def show_all(self, text: str) -> None:
        """Go on to the page with everything that was found."""
        self._view.close_palette()
        self._search_page(text)

    def _ask(self) -> None:
        text = self._wanted
        if self._services is None:
            return
        self._is_asking = True
        if text.strip():
            work: Callable[[], Any] = partial(self._find, self._services, text)
            done: Callable[[Any], None] = partial(self._take, text)
        else:
            work = partial(
                self._services.search.recall,
                self._workspace,
                self._recent(),
                language=self._language,
            )
            done = partial(self._take_recent, text)
        self._tasks.run(work, done, self._fail)

    def _find(self, services: "Services", text: str) -> "tuple[Answer, int]":
        begun = perf_counter()
        address = read_address(text)
        if address is not None:
            refs = [(address.kind, address.key)]
            records = services.search.recall(self._workspace, refs, language=self._language)
            found = services.search.Answer(records=records, count=len(records))
        else:
            found = services.search.find(
                self._workspace,
                query=text,
                body_id=self._body_id,
                language=self._language,
                limit=_MOST,
                is_typing=True,
            )
        return found, round((perf_counter() - begun) * 1000)

    def _take(self, text: str, found: "tuple[Answer, int]") -> None:
        if self._goes_on(text):
            return
        answer, milliseconds = found
        commands = find_commands(self._commands(), text)
        self._view.show_found(answer, commands, body_id=self._body_id, milliseconds=milliseconds)

    def _take_recent(self, text: str, records: "tuple[Record, ...]") -> None:
        if not self._goes_on(text):
            self._view.show_recent(records, body_id=self._body_id)
            self._prepare()

    def _prepare(self) -> None:
        """Read what conditions are about while nothing is typed yet."""
        if self._services is not None:
            work = partial(self._services.search.prepare, self._workspace)
            self._tasks.run(work, lambda _nothing: None, self._report_failure)

    def _goes_on(self, text: str) -> bool:
        """Return whether something else has been typed meanwhile, and ask about that."""
        self._is_asking = False
        if text != self._wanted:
            self._ask()
            return True
        return False

    def _fail(self, problem: Exception) -> None:
        self._is_asking = False
        self._report_failure(problem)
