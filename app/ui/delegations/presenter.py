"""Decides what the tab of delegations shows, and does what its user asks for there."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.party_order import PartyOrder
from app.ui.delegations.in_hand import InHand
from app.ui.delegations.lists import ListsPresenter
from app.ui.delegations.seats import SeatPresenter
from app.ui.delegations.view import Shown

if TYPE_CHECKING:
    from app.services.delegations import DelegationRow
    from app.services.meetings import MeetingDetail
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.delegations.view import DelegationsView
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

KINDS = frozenset({"delegation", "delegate", "person", "organisation", "party", "body_party"})


class DelegationsPresenter:
    """Keeps a DelegationsView in step with the workspace while it is looked at.

    Attributes:
        hand: The meeting in hand.
        seat: Fills in one seat.
        lists: Copies, and writes lists.
    """

    def __init__(
        self,
        view: "DelegationsView",
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
        order: PartyOrder,
        keep_order: Callable[[PartyOrder], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._keep_order = keep_order
        self.hand = InHand()
        self.seat = SeatPresenter(
            view, self.hand, tasks=tasks, operations=operations, report_failure=report_failure
        )
        self.lists = ListsPresenter(
            view,
            self.hand,
            tasks=tasks,
            operations=operations,
            report_failure=report_failure,
            order=self.order,
        )
        self._order = order
        self._first: UUID | None = None
        self._turn = 0
        self._is_watched = False
        self._is_stale = True
        changes.subscribe(self._read_again, kinds=KINDS)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is shown yet."""
        self.hand.services, self.hand.workspace = services, workspace
        self.hand.language = language
        self.hand.detail = None
        self.hand.rows = ()
        self._turn += 1

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Turn to a meeting, or show the one in hand anew."""
        before, self.hand.detail = self.hand.detail, detail
        if detail is not None and before is not None and _is_as_before(detail, before):
            return  # what changes in a delegation is heard of apart
        if detail is None or before is None or detail.row.id != before.row.id:
            self.hand.rows = ()
            self._first = None
            if self._order is PartyOrder.ONE_FIRST:
                self._order = PartyOrder.HOST_FIRST
        self._refresh()

    def enter(self) -> None:
        """Begin to show: the tab is looked at now."""
        self._is_watched = True
        if self._is_stale:
            self._refresh()

    def leave(self) -> None:
        """Rest: the tab is not looked at any more."""
        self._is_watched = False

    def order(self) -> tuple[PartyOrder, UUID | None]:
        """Return the rule by which the parties follow one another, and whose original it is."""
        return self._order, self._first

    def choose_order(self, order: PartyOrder, first: UUID | None = None) -> None:
        """Let the parties follow one another by another rule."""
        self._order, self._first = order, first
        if order is not PartyOrder.ONE_FIRST:
            self._keep_order(order)
        self._refresh()

    def try_again(self) -> None:
        """Read anew what could not be read."""
        self._refresh()

    def open_delegations(self) -> None:
        """Open a delegation for every party of the body that has none."""
        if self.hand.services is not None and self.hand.detail is not None:
            verb = self.hand.services.delegations.open_for_body
            self._run("Open delegations", verb, meeting_id=self.hand.detail.row.id)

    def remove_delegation(self, delegation_id: UUID) -> None:
        """Take a party's delegation out of the meeting."""
        if self.hand.services is not None:
            verb = self.hand.services.delegations.remove_delegation
            self._run("Remove delegation", verb, delegation_id=delegation_id)

    def remove(self, delegate_ids: Sequence[UUID]) -> None:
        """Take delegates out of their delegation."""
        if self.hand.services is not None:
            verb = self.hand.services.delegations.remove
            self._run("Remove delegates", verb, delegate_ids=tuple(delegate_ids))

    def mark(self, delegate_ids: Sequence[UUID], attendance: str) -> None:
        """Follow the nomination of several on."""
        if self.hand.services is not None:
            verbs = self.hand.services.attendance
            wanted = {"attendance": verbs.Attendance(attendance)}
            self._run("Mark delegates", verbs.mark, delegate_ids=tuple(delegate_ids), **wanted)

    def mark_presence(self, delegate_ids: Sequence[UUID], presence: str) -> None:
        """Record for several where they take part from."""
        if self.hand.services is not None:
            verbs = self.hand.services.attendance
            wanted = {"presence": verbs.Presence(presence)}
            keys = tuple(delegate_ids)
            self._run("Mark delegates", verbs.mark_presence, delegate_ids=keys, **wanted)

    def move(self, delegate_ids: Sequence[UUID], target_id: UUID, *, above: bool) -> None:
        """Give delegates another place in the precedence of their delegation.

        Delegates of several delegations are not moved: each has its own precedence.
        """
        row = self.hand.delegation_of(target_id)
        if self.hand.services is None or row is None:
            return
        order = [seat.id for seat in row.delegates]
        moving = [key for key in order if key in set(delegate_ids)]
        if len(moving) != len(delegate_ids) or target_id in moving:
            return
        left = [key for key in order if key not in moving]
        at = left.index(target_id) + (0 if above else 1)
        self._run(
            "Change order of delegates",
            self.hand.services.delegations.arrange,
            delegation_id=row.id,
            delegate_ids=[*left[:at], *moving, *left[at:]],
        )

    def _run(self, name: str, verb: Callable[..., Any], **asked: Any) -> None:
        self._operations.run(name, partial(verb, self.hand.workspace, **asked))

    def _read_again(self, _change: "ChangeSet") -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        services, detail = self.hand.services, self.hand.detail
        if not self._is_watched or services is None or detail is None:
            return
        self._is_stale = False
        self._view.show_reading()
        work = partial(self._read, services, detail.row.id, self._order, self._first)
        self._tasks.run(work, partial(self._take, self._turn), partial(self._fail, self._turn))

    def _read(
        self, services: "Services", meeting_id: UUID, order: PartyOrder, first: UUID | None
    ) -> "tuple[tuple[DelegationRow, ...], bool]":
        verbs, workspace = services.delegations, self.hand.workspace
        asked = {"meeting_id": meeting_id, "language": self.hand.language}
        rows = verbs.list_for_meeting(workspace, **asked, order=order, first=first)
        return rows, verbs.can_open(workspace, meeting_id=meeting_id)

    def _take(self, turn: int, read: "tuple[tuple[DelegationRow, ...], bool]") -> None:
        if turn != self._turn:
            return
        self.hand.rows, can_open = read
        can_change = not self.hand.workspace.read_only
        self._view.show_delegations(
            Shown(
                self.hand.rows,
                order=self._order,
                first=self._first,
                can_change=can_change,
                can_open=can_open and can_change,
            )
        )

    def _fail(self, turn: int, problem: Exception) -> None:
        sentence = getattr(problem, "sentence", "")
        if not sentence:
            self._report_failure(problem)
        elif turn == self._turn:
            self._view.show_problem(sentence, getattr(problem, "remedy", ""))


def _is_as_before(detail: "MeetingDetail", before: "MeetingDetail") -> bool:
    """Say whether nothing has changed in a meeting that its delegations depend on."""
    now, then = detail.row, before.row
    return (now.id, now.body_id, now.host, now.starts_on) == (
        then.id,
        then.body_id,
        then.host,
        then.starts_on,
    )
