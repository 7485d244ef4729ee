"""Decides what the page of instruments shows, and does what its user asks for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.instruments.view import Choices, Shown, Values

if TYPE_CHECKING:
    from datetime import date

    from app.services.instruments import InstrumentDetail, InstrumentListRow
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.instruments.view import InstrumentsView
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

KINDS = frozenset(
    {
        "instrument",
        "instrument_party",
        "party",
        "body",
        "project",
        "rule_document",
        "statement",
        "store_meta",
    }
)
Read = tuple["tuple[InstrumentListRow, ...]", dict[UUID, str], "date"]


class InstrumentsPresenter:
    """Keeps an InstrumentsView in step with the workspace while it is looked at."""

    def __init__(
        self,
        view: "InstrumentsView",
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._read: Read | None = None
        self._partners: frozenset[UUID] | None = None
        self._on_timeline = False
        self._chosen: UUID | None = None
        self._detail: InstrumentDetail | None = None
        self._is_new = False
        self._is_sought = False
        self._turn = 0
        self._is_watched = False
        self._is_stale = True
        changes.subscribe(self._read_again, kinds=KINDS)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._read = self._partners = self._chosen = self._detail = None
        self._view.show_none()
        self._refresh()

    def enter(self) -> None:
        """Begin to show: the page is looked at now."""
        self._is_watched = True
        if self._is_stale:
            self._refresh()

    def leave(self) -> None:
        """Rest: the page is not looked at any more."""
        self._is_watched = False

    def try_again(self) -> None:
        """Read anew what could not be read."""
        self._refresh()

    def show_record(self, instrument_id: UUID) -> None:
        """Turn to an instrument, of whichever partners it is."""
        self._partners, self._is_sought = None, True
        self._chosen = instrument_id
        self._refresh()

    def show_timeline(self, wanted: bool) -> None:  # noqa: FBT001 - a signal calls it
        """Show the timeline, or the list."""
        self._on_timeline = bool(wanted)
        self._show()

    def choose_partners(self, partners: frozenset[UUID] | None) -> None:
        """Show the instruments of these partners, or all."""
        self._partners = partners
        self._show()

    def choose(self, instrument_id: UUID | None) -> None:
        """Show an instrument, or none."""
        self._chosen = instrument_id
        if instrument_id is None:
            self._detail = None
            self._view.show_none()
        else:
            self._read_instrument()

    def start_adding(self) -> None:
        """Open the form for a new instrument."""
        self._is_new = True
        self._with_choices(partial(self._view.ask_for_instrument, None))

    def start_editing(self) -> None:
        """Open the form for the instrument that is shown."""
        if self._detail is not None:
            self._is_new = False
            self._with_choices(partial(self._view.ask_for_instrument, self._detail))

    def start_party(self, party_id: UUID | None) -> None:
        """Open the form for a party to the instrument that is shown."""
        if self._detail is not None:
            self._with_choices(partial(self._view.ask_for_party, self._detail, party_id))

    def save_instrument(self, values: Values) -> None:
        """Save what the form for an instrument says."""
        if self._services is None:
            return
        verbs, detail, told = self._services.instruments, self._detail, dict(values)
        if self._is_new or detail is None:
            named = (told.pop("first_id"), told.pop("second_id"))
            status = told.pop("status")
            parties = tuple(dict.fromkeys(key for key in named if key is not None))
            asked = {"values": told, "status": status, "party_ids": parties}
            work = partial(verbs.enter, self._workspace, **asked)
            self._save("New instrument", work, chooses=True)
        else:
            key, version = detail.row.id, detail.version
            work = partial(
                verbs.change, self._workspace, instrument_id=key, values=told, version=version
            )
            self._save("Change instrument", work)

    def save_party(self, party_id: UUID | None, values: Values) -> None:
        """Save what the form for a party says."""
        if self._services is None or self._detail is None:
            return
        told = dict(values)
        key = party_id or told.pop("party_id", None)
        verb = self._services.instruments.set_party
        asked = {"instrument_id": self._detail.row.id, "party_id": key, **told}
        self._save("Name party to instrument", partial(verb, self._workspace, **asked))

    def remove_party(self, party_id: UUID) -> None:
        """Take out a party that was named by mistake."""
        if self._services is not None and self._detail is not None:
            verb = self._services.instruments.remove_party
            asked = {"instrument_id": self._detail.row.id, "party_id": party_id}
            work = partial(verb, self._workspace, **asked)
            self._operations.run("Remove party from instrument", work)

    def change_status(self, status: Any) -> None:
        """Take the instrument that is shown a step on."""
        if self._services is not None and self._detail is not None:
            verb = self._services.instruments.change_status
            key = self._detail.row.id
            work = partial(verb, self._workspace, instrument_id=key, status=status)
            self._operations.run("Change status of instrument", work)

    def _with_choices(self, ask: Callable[[Choices], None]) -> None:
        services = self._services
        if services is None:
            return
        asked = {"language": self._language}

        def read() -> Choices:
            parties = services.parties.list_all(self._workspace, **asked)
            found = services.instruments.list_all(self._workspace, **asked)
            return Choices(
                parties=tuple((row.id, row.name) for row in parties),
                instruments=tuple((row.id, f"{row.code} · {row.title}") for row in found),
            )

        self._tasks.run(read, ask, self._report_failure)

    def _save(self, name: str, work: Callable[[], Any], *, chooses: bool = False) -> None:
        done = partial(self._end, chooses=chooses)
        self._operations.run(name, work, done, self._view.show_refused)

    def _end(self, change: Any, *, chooses: bool) -> None:
        self._view.close_saved()
        if chooses:
            self._chosen = change.subject
            self._refresh()

    def _read_again(self, _change: "ChangeSet") -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        services = self._services
        if not self._is_watched or services is None:
            return
        self._is_stale = False
        self._view.show_reading()
        asked = {"language": self._language}

        def read() -> Read:
            rows = services.instruments.list_with_terms(self._workspace, **asked)
            parties = services.parties.list_all(self._workspace, **asked)
            today = services.parties.today_of_our_side(self._workspace)
            return rows, {party.id: party.name for party in parties}, today

        failed = partial(self._fail, self._turn)
        self._tasks.run(read, partial(self._take, self._turn), failed)
        if self._chosen is not None:
            self._read_instrument()

    def _take(self, turn: int, read: Read) -> None:
        if turn == self._turn:
            self._read = read
            self._show()

    def _show(self) -> None:
        if self._read is None:
            return
        rows, names, today = self._read
        wanted = self._partners
        shown = tuple(row for row in rows if wanted is None or wanted <= set(row.states))
        self._view.show_instruments(
            Shown(
                rows=shown,
                partnerships=_partnerships(rows, names),
                partners=wanted,
                on_timeline=self._on_timeline,
                today=today,
                warnings=sum(row.term.warning is not None for row in rows),
                can_change=not self._workspace.read_only,
            ),
            chosen=self._chosen,
        )

    def _read_instrument(self) -> None:
        services, key = self._services, self._chosen
        if services is None or key is None or not self._is_watched:
            return
        work = partial(
            services.instruments.show, self._workspace, instrument_id=key, language=self._language
        )
        self._tasks.run(work, self._take_instrument, partial(self._lose, key))

    def _take_instrument(self, detail: "InstrumentDetail") -> None:
        if detail.row.id == self._chosen:
            self._detail, self._is_sought = detail, False
            self._view.show_instrument(detail, can_change=not self._workspace.read_only)

    def _lose(self, key: UUID, problem: Exception) -> None:
        """Show none where it has gone in the meantime; say so where it was sought."""
        if not isinstance(problem, Misfortune) or self._is_sought:
            self._report_failure(problem)
        self._is_sought = False
        if key == self._chosen:
            self.choose(None)

    def _fail(self, turn: int, problem: Exception) -> None:
        if not isinstance(problem, Misfortune):
            self._report_failure(problem)
        elif turn == self._turn:
            self._view.show_problem(problem.sentence, problem.remedy)


def _partnerships(
    rows: "tuple[InstrumentListRow, ...]", names: dict[UUID, str]
) -> tuple[tuple[frozenset[UUID], str], ...]:
    """Return the partners between whom there are instruments, by their names."""
    sets = {frozenset(row.states) for row in rows if len(row.states) > 1}
    named = ((each, " – ".join(sorted(names[key] for key in each))) for each in sets)
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))
