"""Fills in one seat of a delegation: who takes it, with which post, instead of whom."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.delegations.filling import (
    Choice,
    Filling,
    Values,
    Who,
    changes_of,
    languages_of,
    read_choices,
    sides_of,
)

if TYPE_CHECKING:
    from app.services.delegations import DelegateRow
    from app.services.meetings import MeetingDetail
    from app.ui.delegations.in_hand import InHand
    from app.ui.delegations.view import DelegationsView
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

Work = Callable[[], Any]


class SeatPresenter:
    """Opens the form for a seat, proposes what is known, and saves what the form says."""

    def __init__(
        self,
        view: "DelegationsView",
        hand: "InHand",
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._hand = hand
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._filling: Filling | None = None
        self._asked = 0

    def start_adding(self, delegation_id: UUID | None = None) -> None:
        """Open the form for a new delegate of a delegation, of the first one if none is named."""
        chosen = delegation_id or next((row.id for row in self._hand.rows), None)
        if chosen is not None:
            self._ask(chosen)

    def start_editing(self, delegate_id: UUID) -> None:
        """Open the form for a delegate."""
        row = self._hand.delegation_of(delegate_id)
        if row is not None:
            self._ask(row.id, delegate_id=delegate_id)

    def start_replacing(self, delegate_id: UUID) -> None:
        """Open the form for who came instead of a delegate."""
        row, gone = self._hand.delegation_of(delegate_id), self._hand.delegate(delegate_id)
        if row is not None and gone is not None:
            self._ask(row.id, replaced=(gone.id, gone.name))

    def choose_person(self, person_id: UUID) -> None:
        """Propose the names and posts of the person that was chosen in the form."""
        services, detail = self._hand.services, self._hand.detail
        if services is None or detail is None:
            return
        self._asked += 1
        work = partial(_read_person, services, self._hand.workspace, person_id, detail.row.id)
        self._tasks.run(work, partial(self._propose, self._asked), self._report_failure)

    def look_for_like(self, name: str) -> None:
        """Look whether somebody new is perhaps known already."""
        self._asked += 1
        if self._hand.services is None or not name:
            self._view.show_likely(())
            return
        find = self._hand.services.alike_persons.list_like
        work = partial(find, self._hand.workspace, name=name)
        self._tasks.run(work, partial(self._show_likely, self._asked), self._report_failure)

    def save(self, values: Values, *, another: bool = False) -> None:
        """Save what the form says; ``another`` opens it again for the next one."""
        filling, services = self._filling, self._hand.services
        if filling is None or services is None:
            return
        if filling.detail is not None:
            name, work = "Edit delegate", self._editing(services, filling, values)
        elif filling.replaced is not None:
            name, work = "Replace delegate", self._replacing(services, filling, values)
        else:
            name, work = "Add delegate", self._adding(services, values)
        done = partial(self._end, values["delegation_id"], another=another)
        self._operations.run(name, work, done, self._view.show_refused)

    def _ask(
        self,
        delegation_id: UUID,
        *,
        delegate_id: UUID | None = None,
        replaced: tuple[UUID, str] | None = None,
    ) -> None:
        if self._hand.services is not None and self._hand.detail is not None:
            work = partial(
                self._read,
                self._hand.services,
                self._hand.detail,
                delegation_id,
                delegate_id=delegate_id,
                replaced=replaced,
            )
            self._tasks.run(work, self._show, self._report_failure)

    def _read(
        self,
        services: "Services",
        detail: "MeetingDetail",
        delegation_id: UUID,
        *,
        delegate_id: UUID | None,
        replaced: tuple[UUID, str] | None,
    ) -> Filling:
        workspace = self._hand.workspace
        persons, offices = read_choices(services, workspace, language=self._hand.language)
        seat = None
        if delegate_id is not None:
            seat = services.delegations.show_delegate(workspace, delegate_id=delegate_id)
        row = next(row for row in self._hand.rows if row.id == delegation_id)
        gone = replaced[0] if replaced else None
        return Filling(
            languages=languages_of(detail),
            sides=sides_of(self._hand.rows),
            persons=persons,
            offices=offices,
            delegation_id=delegation_id,
            steps=_steps(services, seat.attendance if seat else ""),
            detail=seat,
            replaced=replaced,
            others=tuple(_choice(each) for each in row.delegates if each.id != gone),
        )

    def _show(self, filling: Filling) -> None:
        self._filling = filling
        self._view.ask_for_delegate(filling)
        if filling.detail is not None and filling.detail.person_id is not None:
            self.choose_person(filling.detail.person_id)

    def _propose(self, asked: int, read: tuple[Any, Any]) -> None:
        if asked == self._asked:
            person, posts = read
            self._view.propose_names(dict(person.names))
            self._view.propose_posts(posts)

    def _show_likely(self, asked: int, found: Any) -> None:
        if asked == self._asked:
            self._view.show_likely(found)

    def _editing(self, services: "Services", filling: Filling, values: Values) -> Work:
        detail = filling.detail
        assert detail is not None
        return partial(
            services.delegations.change,
            self._hand.workspace,
            delegate_id=detail.id,
            row_version=detail.row_version,
            values=changes_of(values),
        )

    def _replacing(self, services: "Services", filling: Filling, values: Values) -> Work:
        assert filling.replaced is not None
        gone, verbs, workspace = filling.replaced[0], services.attendance, self._hand.workspace
        if values["who"] == Who.THERE:
            return partial(verbs.replace, workspace, delegate_id=gone, by_id=values["other_id"])

        def work() -> Any:
            draft, person = _draft(services, values), _new_person(services, values)
            return verbs.replace_by_new(workspace, draft, delegate_id=gone, person=person)

        return work

    def _adding(self, services: "Services", values: Values) -> Work:
        def work() -> Any:
            return services.delegations.nominate(
                self._hand.workspace,
                _draft(services, values),
                person=_new_person(services, values),
                organisation=_new_office(services, values),
            )

        return work

    def _end(self, delegation_id: UUID, _change: Any, *, another: bool) -> None:
        self._filling = None
        self._view.close_saved()
        if another:
            self.start_adding(delegation_id)


def _read_person(
    services: "Services", workspace: Any, person_id: UUID, meeting_id: UUID
) -> tuple[Any, Any]:
    asked = {"person_id": person_id}
    person = services.persons.show(workspace, **asked)
    return person, services.persons.list_posts(workspace, **asked, meeting_id=meeting_id)


def _steps(services: "Services", now: str) -> tuple[str, ...]:
    """Return what the attendance can be: of a new seat anything, else what may follow."""
    verbs = services.attendance
    if not now:
        return tuple(each.value for each in verbs.Attendance if each != "replaced")
    following = verbs.list_steps(verbs.Attendance(now))
    return (now, *(each.value for each in following if each != "replaced"))


def _choice(seat: "DelegateRow") -> Choice:
    return Choice(seat.id, f"{seat.name} · {seat.post}" if seat.post else seat.name)


def _draft(services: "Services", values: Values) -> Any:
    is_known = values["who"] == Who.KNOWN
    return services.delegations.Delegate(
        **changes_of(values),
        delegation_id=values["delegation_id"],
        person_id=values["person_id"] if is_known else None,
        ordinal=1,
    )


def _new_person(services: "Services", values: Values) -> Any:
    """Return the person to be entered, under the name as it is printed; ``None`` for none."""
    if values["who"] != Who.NEW:
        return None
    names = values["printed_names"]
    return services.persons.Person(printed_name=next(iter(names.values()), ""), names=names)


def _new_office(services: "Services", values: Values) -> Any:
    """Return the organisation to be entered; ``None`` for none."""
    name = values.get("new_office", "")
    if values["who"] != Who.OFFICE or not name:
        return None
    return services.delegations.draft_office(name=name)
