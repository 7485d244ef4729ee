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
_KINDS = frozenset({"body", "body_name", "body_party", "party"})


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
        self._turning_to: UUID | None = None
        changes.subscribe(self._read_again, kinds=_KINDS)

    def open(
        self, services: "Services", workspace: Any, *, language: str, wanted_code: str
    ) -> None:
        """Read a workspace's bodies and turn to the wanted one, or to the likeliest."""
        self._wanted = wanted_code
        self._turning_to = None
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

    def turn_to(self, body_id: UUID) -> None:
        """Turn the window to a body that has just been entered."""
        self._turning_to = body_id
        self._start_reading()

    def _read_again(self, change: "ChangeSet") -> None:
        self._start_reading()

    def _start_reading(self) -> None:
        if self._read is not None:
            self._tasks.run(self._read, self._take, self._report_failure)

    def _take(self, rows: "tuple[BodyRow, ...]") -> None:
        self._rows = rows
        self._show_found()
        known = {row.id: row for row in rows}
        wanted = known.get(self._turning_to) if self._turning_to else None
        self._turning_to = None if wanted else self._turning_to
        now = known.get(self.chosen.id) if self.chosen is not None else None
        if not rows:
            self.chosen = None
            self._view.show_no_body()
            self._turned_to(None)
        elif wanted is not None:
            self.choose(wanted.id)
        elif now is None:
            self.choose(first_choice(rows, self._wanted).id)
        elif now != self.chosen:  # it is called otherwise now, or has other parties
            self.chosen = now
            self._view.show_body(now)

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
