"""Decides which body the window is about, and finds one among many by any of its names."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from app.services.bodies import BodyRow
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

_USUAL_KIND = "joint-working-group"


class BodiesView(Protocol):
    """What the presenter asks of the switcher."""

    def show_body(self, row: "BodyRow") -> None:
        """Show the body that the window is about."""
        ...

    def show_no_body(self) -> None:
        """Show that the workspace has no bodies yet."""
        ...

    def show_found(self, rows: "tuple[BodyRow, ...]", *, chosen: UUID | None) -> None:
        """Show the bodies that fit what was typed."""
        ...


class BodiesPresenter:
    """Keeps the switcher in step with the workspace.

    Attributes:
        chosen: The body the window is about.
    """

    def __init__(
        self,
        view: BodiesView,
        *,
        tasks: "TaskRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
        turned_to: "Callable[[BodyRow | None], None]",
    ) -> None:
        self.chosen: BodyRow | None = None
        self._view = view
        self._tasks = tasks
        self._report_failure = report_failure
        self._turned_to = turned_to
        self._rows: tuple[BodyRow, ...] = ()
        self._words: tuple[str, ...] = ()
        self._read: Callable[[], Any] | None = None
        self._wanted = ""
        changes.subscribe(self._read_again, kinds=frozenset({"body", "body_membership", "party"}))

    def open(
        self, services: "Services", workspace: Any, *, language: str, wanted_code: str
    ) -> None:
        """Read a workspace's bodies and turn to the wanted one, or to the likeliest."""
        self._wanted = wanted_code
        self.chosen = None
        self._read = partial(services.bodies.list_all, workspace, language=language)
        self._start_reading()

    def search(self, text: str) -> None:
        """Show the bodies that have every word of a text in one of their names."""
        self._words = tuple(text.casefold().split())
        self._show_found()

    def choose(self, body_id: UUID) -> None:
        """Turn the window to a body."""
        row = next((row for row in self._rows if row.id == body_id), None)
        if row is None or row == self.chosen:
            return
        self.chosen = row
        self._view.show_body(row)
        self._turned_to(row)

    def _read_again(self, change: "ChangeSet") -> None:
        self._start_reading()

    def _start_reading(self) -> None:
        if self._read is not None:
            self._tasks.run(self._read, self._take, self._report_failure)

    def _take(self, rows: "tuple[BodyRow, ...]") -> None:
        self._rows = rows
        self._show_found()
        if not rows:
            self.chosen = None
            self._view.show_no_body()
            self._turned_to(None)
        elif self.chosen is None:
            self.choose(first_choice(rows, self._wanted).id)

    def _show_found(self) -> None:
        found = tuple(row for row in self._rows if fits(row, self._words))
        self._view.show_found(found, chosen=self.chosen.id if self.chosen else None)


def first_choice(rows: "tuple[BodyRow, ...]", wanted_code: str) -> "BodyRow":
    """Return the body with a code; failing that, a joint working group that has met."""
    return min(
        rows,
        key=lambda row: (row.code != wanted_code, not row.meetings, row.kind != _USUAL_KIND),
    )


def fits(row: "BodyRow", words: tuple[str, ...]) -> bool:
    """Say whether one of the names, or a party, has every one of the words."""
    parties = (f"{party.code} {party.name}" for party in row.parties)
    told = " ".join((row.name, row.short_name, row.code, *row.aliases, *parties)).casefold()
    return all(word in told for word in words)
