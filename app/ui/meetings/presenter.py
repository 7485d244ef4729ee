"""Decides what the meetings page shows, and does what its user asks for."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.meetings import record
from app.ui.meetings.narrowing import Narrowing, narrowing_of
from app.ui.meetings.record import DocumentChoice, MeetingRecord

if TYPE_CHECKING:
    from app.services.meetings import MeetingRow
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


class MeetingsView(Protocol):
    """What the presenter asks of the page."""

    def show_reading(self) -> None:
        """Say that the meetings are being read."""
        ...

    def show_rows(self, rows: "tuple[MeetingRow, ...]", *, total: int, chosen: UUID | None) -> None:
        """Show the list; ``total`` counts the meetings before filtering."""
        ...

    def show_record(self, shown: MeetingRecord) -> None:
        """Show everything about one meeting."""
        ...

    def offer_documents(self, choices: tuple[DocumentChoice, ...]) -> None:
        """Offer the documents that can be saved of the meeting that is shown."""
        ...

    def show_no_meeting(self) -> None:
        """Show that no meeting is chosen, because there is none to choose."""
        ...

    def show_no_body(self) -> None:
        """Show that there is no body whose meetings could be shown."""
        ...

    def offer_narrowing(self, offer: Narrowing) -> None:
        """Offer the states and hosts that the list can be narrowed to."""
        ...

    def show_late(self, count: int) -> None:
        """Show how many tasks are overdue in all."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        ...

    def choose_word_file(self, shown: MeetingRecord, choice: DocumentChoice) -> Path | None:
        """Ask where the Word file shall be written."""
        ...

    def show_saved(self, path: Path) -> None:
        """Show that the Word file was written."""
        ...


class MeetingsPresenter:
    """Keeps a MeetingsView in step with the workspace."""

    def __init__(
        self,
        view: MeetingsView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
        heard: Callable[[MeetingRecord | None], None] | None = None,
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._heard = heard
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._rows: tuple[MeetingRow, ...] = ()
        self._words: tuple[str, ...] = ()
        self._narrowing = Narrowing()
        self._chosen: UUID | None = None
        self._shown: MeetingRecord | None = None
        self._choices: tuple[DocumentChoice, ...] = ()
        changes.subscribe(self._read_again)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; nothing is shown until a body is chosen."""
        self._services = services
        self._workspace = workspace
        self._language = language
        self._body_id = None
        self._forget()

    def show_body(self, body_id: UUID) -> None:
        """Show the meetings of a body and, of these, the latest."""
        self._body_id = body_id
        self._forget()
        self._view.show_reading()
        self._read_rows()

    def show_again(self) -> None:
        """Show the same meeting anew, because sizes or colours have changed."""
        if self._shown is not None:
            self._view.show_record(self._shown)
            self._view.offer_documents(self._choices)

    def show_no_body(self) -> None:
        """Show that there is no body whose meetings could be shown."""
        self._body_id = None
        self._forget()
        self._show_rows()
        self._view.show_no_body()
        self._tell(None)

    def choose(self, meeting_id: UUID) -> None:
        """Show one meeting."""
        self._chosen = meeting_id
        self._read_meeting()

    def turn_to(self, meeting_id: UUID) -> None:
        """Show one meeting that another page speaks of, in the list too."""
        self.choose(meeting_id)
        self._show_rows()

    def filter(self, text: str) -> None:
        """Show only the meetings whose title, place, code or year has every word of a text."""
        self._words = tuple(text.casefold().split())
        self._show_rows()

    def narrow(self, narrowing: Narrowing) -> None:
        """Show only the meetings in certain states, or of certain hosts."""
        self._narrowing = narrowing
        self._show_rows()

    def save_as_word(self, choice: DocumentChoice) -> None:
        """Write one of the meeting's documents where the user says."""
        shown = self._shown
        if shown is None or self._services is None:
            return
        path = self._view.choose_word_file(shown, choice)
        if path is None:
            return
        work = partial(
            self._services.documents.save_as_word,
            self._workspace,
            meeting_id=shown.detail.row.id,
            kind=choice.kind,
            original_of=choice.party.id if choice.party is not None else None,
            folder_or_path=path,
        )
        self._operations.run("Save as Word", work, self._view.show_saved)

    def _forget(self) -> None:
        self._rows = ()
        self._words = ()
        self._narrowing = Narrowing()
        self._view.offer_narrowing(Narrowing())
        self._view.show_late(0)
        self._chosen = None
        self._shown = None

    def _read_again(self, change: "ChangeSet") -> None:
        if self._body_id is not None:
            self._read_rows()

    def _read_rows(self) -> None:
        body_id = self._body_id
        if self._services is None or body_id is None:
            return
        work = partial(
            self._services.meetings.list_for_body,
            self._workspace,
            body_id=body_id,
            language=self._language,
        )
        self._tasks.run(work, partial(self._take_rows, body_id), self._fail)

    def _take_rows(self, body_id: UUID, rows: "tuple[MeetingRow, ...]") -> None:
        if body_id != self._body_id:
            return
        self._rows = tuple(sorted(rows, key=_latest_first))
        self._view.offer_narrowing(narrowing_of(self._rows))
        self._view.show_late(sum(row.tasks.late for row in self._rows))
        if self._chosen not in {row.id for row in rows}:
            self._chosen = self._rows[0].id if self._rows else None
        self._show_rows()
        if self._chosen is None:
            self._shown = None
            self._view.show_no_meeting()
            self._tell(None)
        else:
            self._read_meeting()

    def _show_rows(self) -> None:
        wanted = (row for row in self._rows if self._narrowing.fits(row))
        fitting = tuple(row for row in wanted if fits(row, self._words))
        self._view.show_rows(fitting, total=len(self._rows), chosen=self._chosen)

    def _read_meeting(self) -> None:
        if self._services is None or self._chosen is None:
            return
        work = partial(
            record.read,
            self._services,
            self._workspace,
            meeting_id=self._chosen,
            language=self._language,
        )
        self._tasks.run(work, self._take_record, self._fail)

    def _take_record(self, shown: MeetingRecord) -> None:
        if shown.detail.row.id != self._chosen:
            return
        self._shown = shown
        self._choices = ()
        self._view.show_record(shown)
        self._tell(shown)
        self._read_choices(shown)

    def _read_choices(self, shown: MeetingRecord) -> None:
        """Read what can be saved once the meeting is shown: it loads the document libraries."""
        if self._services is not None:
            work = partial(record.read_choices, self._services, self._workspace, shown=shown)
            self._tasks.run(work, partial(self._take_choices, shown), self._fail)

    def _take_choices(self, shown: MeetingRecord, choices: tuple[DocumentChoice, ...]) -> None:
        if shown is self._shown:
            self._choices = choices
            self._view.offer_documents(choices)

    def _tell(self, shown: MeetingRecord | None) -> None:
        if self._heard is not None:
            self._heard(shown)

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, Misfortune):
            self._view.show_problem(problem.sentence, problem.remedy)
        else:
            self._report_failure(problem)


def fits(row: "MeetingRow", words: tuple[str, ...]) -> bool:
    """Say whether a meeting has every one of the words, in its title, number, host or place."""
    year = str(row.starts_on.year) if row.starts_on is not None else ""
    number = str(row.ordinal) if row.ordinal is not None else ""
    host = f"{row.host.name} {row.host.code}" if row.host is not None else ""
    told = " ".join((row.title, row.place, row.code, host, number, year)).casefold()
    return all(word in told for word in words)


def _latest_first(row: "MeetingRow") -> tuple[bool, int, int]:
    day = row.starts_on
    return (day is not None, -day.toordinal() if day is not None else 0, -(row.ordinal or 0))
