"""Takes a folder of old papers from the disk to the record: read, looked through, approved."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.past.view import PastSetup, PastView

if TYPE_CHECKING:
    from app.services.past.proposals import MeetingProposal
    from app.services.past.reading import FolderReading, Proposals
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


class PastPresenter:
    """Knows the folder in hand, what was found in it, and what of it is wanted."""

    def __init__(
        self,
        view: PastView,
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
        self._reading: FolderReading | None = None
        self._found: Proposals | None = None
        self._groups: dict[int, MeetingProposal] = {}
        self._sides: Mapping[Any, str] = {}
        self._waiting: list[int] = []
        self._stored: list[int] = []
        self._problem: Misfortune | None = None
        self._stop = threading.Event()
        self._turn = 0

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._body_id = None
        self.leave()

    def show_body(self, body_id: UUID | None) -> None:
        """Hear which body the window is about."""
        self._body_id = body_id

    def start(self) -> None:
        """Open the window."""
        if self._services is None:
            return
        work = partial(self._read_setup, self._services)
        self._tasks.run(work, self._view.open_past, self._report_failure)

    def read(self, folder: Path, body_id: UUID) -> None:
        """Read a folder for a body, file by file."""
        if self._services is None:
            return
        self._turn += 1
        self._stop = threading.Event()
        self._body_id = body_id
        self._stored = []
        self._groups = {}
        self._view.show_reading(done=0, total=0, name="")
        work = partial(self._begin, self._services, folder, body_id)
        self._tasks.run(work, partial(self._go_on, self._turn), partial(self._fail, self._turn))

    def leave(self) -> None:
        """Stop reading, or storing further; what was found and not stored is forgotten."""
        self._stop.set()
        self._turn += 1
        self._reading = self._found = None
        self._groups = {}
        self._waiting = []

    def tick(self, group_id: int, proposal_id: int, *, wanted: bool) -> None:
        """Want one proposal, or not."""
        self._change(group_id, "tick", proposal_id, wanted=wanted)

    def turn_group(self, group_id: int) -> None:
        """Want nothing of a meeting; or, where nothing is wanted, all that stands in no doubt."""
        services, group = self._services, self._groups.get(group_id)
        if services is None or group is None:
            return
        wanted = not group.is_wanted
        for each in group.proposals:
            hinders = {remark.value for remark in each.remarks} & _NEVER_TOGETHER
            if each.standing.value == "same" or (wanted and hinders):
                continue
            group = services.past_reading.tick(group, each.id, wanted=wanted)
        self._show(group)

    def choose_use(self, group_id: int, proposal_id: int, use: str) -> None:
        """Enter a proposal, keep it as a statement, or leave it."""
        if self._services is not None:
            self._change(group_id, "choose", proposal_id, self._services.past_reading.Use(use))

    def change_values(self, group_id: int, proposal_id: int, values: Mapping[str, Any]) -> None:
        """Correct what would be stored of a proposal."""
        group = self._groups.get(group_id)
        if group is None:
            return
        known = next(each for each in group.proposals if each.id == proposal_id)
        changed = replace(known, values={**known.values, **values})
        self._show(group.with_proposal(changed))

    def approve(self) -> None:
        """Store what is ticked, meeting by meeting."""
        services = self._services
        if services is None or self._found is None:
            return
        wanted = [group for group in self._groups.values() if group.is_wanted]
        hurdles = services.past_storing.find_hurdles(wanted)
        if hurdles:
            self._view.show_hurdle(hurdles[0])
            return
        sealed = sum(
            1
            for group in wanted
            for each in group.proposals
            if each.is_wanted and each.becomes_sealed
        )
        if sealed and not self._view.ask_sealed(sealed):
            return
        self._stop = threading.Event()
        self._waiting = [group.id for group in wanted]
        self._stored = []
        self._store_next(len(wanted))

    def stop(self) -> None:
        """Store no further meeting; those that are stored stay."""
        self._stop.set()

    def _read_setup(self, services: "Services") -> PastSetup:
        rows = services.bodies.list_all(self._workspace, language=self._language)
        bodies = tuple((row.id, row.name) for row in rows)
        return PastSetup(bodies=bodies, body_id=self._body_id)

    def _begin(self, services: "Services", folder: Path, body_id: UUID) -> "FolderReading":
        parties = services.parties.list_all(self._workspace, language=self._language)
        self._sides = {row.id: row.name for row in parties}
        return services.past_reading.begin(self._workspace, folder=folder, body_id=body_id)

    def _go_on(self, turn: int, reading: "FolderReading") -> None:
        if turn != self._turn:
            return
        self._reading = reading
        failed = partial(self._fail, turn)
        if reading.done >= reading.total:
            self._tasks.run(reading.propose, partial(self._take, turn), failed)
            return
        self._view.show_reading(done=reading.done, total=reading.total, name=reading.next_name)
        work = partial(_read_one, reading, self._stop.is_set)
        self._tasks.run(work, partial(self._go_on, turn), failed)

    def _take(self, turn: int, found: "Proposals") -> None:
        if turn != self._turn:
            return
        if self._services is not None and self._groups:
            carried = self._services.past_reading.carry_over(
                found.groups, self._groups.values(), stored=self._stored
            )
            found = replace(found, groups=carried)
        self._found = found
        self._groups = {group.id: group for group in found.groups}
        self._view.show_proposals(found, self._sides)
        if self._stored:
            self._view.show_stored(len(self._stored))
        problem, self._problem = self._problem, None
        if problem is not None:
            self._view.show_refused(problem)

    def _change(self, group_id: int, verb: str, *args: Any, **how: Any) -> None:
        group = self._groups.get(group_id)
        if group is not None and self._services is not None:
            self._show(getattr(self._services.past_reading, verb)(group, *args, **how))

    def _show(self, group: "MeetingProposal") -> None:
        self._groups[group.id] = group
        self._view.show_group(group)

    def _store_next(self, total: int) -> None:
        services, found = self._services, self._found
        if services is None or found is None:
            return
        if not self._waiting or self._stop.is_set():
            self._look_again()
            return
        self._view.show_storing(done=total - len(self._waiting), total=total)
        group = self._groups[self._waiting.pop(0)]
        work = partial(
            services.past_storing.store,
            self._workspace,
            body_id=self._body_id,
            group=group,
            papers=found.papers,
        )
        noted = partial(self._note_stored, group.id, total)
        self._operations.run("Bring in the past", work, noted, self._refuse)

    def _note_stored(self, group_id: int, total: int, _change: Any) -> None:
        self._stored.append(group_id)
        self._store_next(total)

    def _refuse(self, problem: Misfortune) -> None:
        self._waiting = []
        self._problem = problem
        self._look_again()

    def _look_again(self) -> None:
        """Compare everything with the record anew: what was stored is there now."""
        if self._reading is not None:
            take = partial(self._take, self._turn)
            self._tasks.run(self._reading.propose, take, partial(self._fail, self._turn))

    def _fail(self, turn: int, problem: Exception) -> None:
        if not isinstance(problem, Misfortune):
            self._report_failure(problem)
        elif turn == self._turn:
            self._view.show_unreadable(problem)


_NEVER_TOGETHER = frozenset({"contested", "backwards", "twice", "no-side", "no-number"})


def _read_one(reading: "FolderReading", is_stopped: Callable[[], bool]) -> "FolderReading":
    reading.read_next(is_stopped=is_stopped)
    return reading
