"""Decides what is proposed for a meeting while it is filled in, and has it entered."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.planning.filling import (
    BEGUN,
    Filling,
    Hints,
    Person,
    Proposals,
    Values,
    day_of,
    sheet_of,
    values_of,
)

if TYPE_CHECKING:
    from app.services.meetings import MeetingDetail
    from app.services.planning import MeetingSheet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


class PlanningView(Protocol):
    """What the presenter asks of the dialogs."""

    def show_meeting(self, filling: Filling) -> None:
        """Open the form for a meeting."""
        ...

    def fill(self, values: Values) -> None:
        """Put proposals into fields of the open form."""
        ...

    def show_hints(self, filling: Filling, hints: Hints) -> None:
        """Show what there is to say beside the fields."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the open dialog could not be saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the open dialog: all is saved."""
        ...


class PlanningPresenter:
    """Fills in meetings and takes them on."""

    def __init__(
        self,
        view: PlanningView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
        planned: Callable[[UUID], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._planned = planned
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._detail: MeetingDetail | None = None
        self._filling: Filling | None = None
        self._version: int | None = None
        self._proposals = Proposals()
        self._host: UUID | None = None

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services = services
        self._workspace = workspace
        self._language = language
        self._body_id = None
        self._detail = None

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Hear which meeting is in hand."""
        self._detail = detail

    def start_planning(self) -> None:
        """Open the form for a new meeting of the body in hand."""
        if self._services is not None and self._body_id is not None:
            self._tasks.run(
                partial(self._read_new, self._body_id), self._show, self._report_failure
            )

    def start_editing(self) -> None:
        """Open the form for the meeting in hand."""
        if self._services is not None and self._detail is not None:
            row = self._detail.row
            work = partial(self._read_known, row.id, row.body_id)
            self._tasks.run(work, self._show_known, self._report_failure)

    def begin_from(self, basis: Any) -> None:
        """Fill the form anew from another beginning; the number that was entered stays."""
        filling = self._filling
        if filling is None or self._services is None:
            return
        sheet = self._services.planning.draft(filling.plan, basis=basis)
        proposed = values_of(sheet)
        kept = {name: proposed[name] for name in BEGUN if name in proposed}
        self._host = sheet.host_party_id
        self._proposals.note(zone=sheet.zone, places=sheet.places)
        self._view.fill(kept)

    def follow(self, values: Values) -> None:
        """Say what there is to say about what is being filled in, and propose what follows."""
        filling = self._filling
        if filling is None or self._services is None:
            return
        proposals = self._propose(filling, values)
        if proposals:
            self._view.fill(proposals)
        sheet = sheet_of({**values, **proposals}, filling.sheet)
        self._view.show_hints(filling, self._hints(filling, sheet))

    def save(self, values: Values) -> None:
        """Enter what was filled in."""
        filling, services = self._filling, self._services
        if filling is None or services is None:
            return
        sheet = sheet_of(values, filling.sheet)
        if filling.editing is None:
            extras = services.planning.Extras(
                delegations=bool(values.get("copy_delegations")),
                standing_agenda=bool(values.get("standing_agenda")),
                held=bool(values.get("held")),
            )
            work = partial(
                services.planning.plan,
                self._workspace,
                body_id=filling.plan.body_id,
                sheet=sheet,
                extras=extras,
            )
            self._operations.run("Plan meeting", work, self._end_planning, self._view.show_refused)
        else:
            work = partial(
                services.meetings.change,
                self._workspace,
                meeting_id=filling.editing,
                sheet=sheet,
                version=self._version,
            )
            self._operations.run("Change meeting", work, self._end, self._view.show_refused)

    def _read_new(self, body_id: UUID) -> Filling:
        assert self._services is not None
        planning = self._services.planning
        plan = planning.prepare(self._workspace, body_id=body_id, language=self._language)
        bases = tuple(planning.Basis)
        if plan.last is None:
            bases = tuple(basis for basis in bases if basis != planning.Basis.LAST)
        return Filling(
            plan=plan,
            sheet=planning.draft(plan, basis=bases[0]),
            persons=self._read_persons(),
            bases=bases,
        )

    def _read_known(self, meeting_id: UUID, body_id: UUID | None) -> tuple[Filling, int]:
        assert self._services is not None
        sheet, version = self._services.meetings.show_sheet(self._workspace, meeting_id=meeting_id)
        plan = self._services.planning.prepare(
            self._workspace, body_id=body_id, language=self._language, except_id=meeting_id
        )
        return Filling(plan, sheet, self._read_persons(), editing=meeting_id), version

    def _read_persons(self) -> tuple[Person, ...]:
        assert self._services is not None
        rows = self._services.persons.list_all(self._workspace, language=self._language)
        return tuple(Person(row.id, row.name) for row in rows)

    def _show_known(self, read: tuple[Filling, int]) -> None:
        filling, self._version = read
        self._show(filling)

    def _show(self, filling: Filling) -> None:
        self._filling = filling
        self._host = filling.sheet.host_party_id
        self._proposals = Proposals(zone=filling.sheet.zone, places=filling.sheet.places)
        self._view.show_meeting(filling)
        self._view.show_hints(filling, self._hints(filling, filling.sheet))

    def _propose(self, filling: Filling, values: Values) -> dict[str, Any]:
        """Return what follows from what is entered, for fields the user has not filled in."""
        if filling.editing is not None:
            return {}
        assert self._services is not None
        verbs = self._services.planning
        entered, day = values.get("ordinal"), day_of(values)
        ordinal = entered if isinstance(entered, int) and entered > 0 else None
        wanted: dict[str, Any] = {
            "code": verbs.propose_code(filling.plan, ordinal=ordinal, day=day),
            "titles": verbs.propose_titles(
                filling.plan, ordinal=ordinal, languages=values["languages"], day=day
            )
            if ordinal is not None
            else {},
        }
        if values["host_party_id"] != self._host:
            self._host = values["host_party_id"]
            at = verbs.propose_place(filling.plan, host=self._host)
            wanted |= {"zone": at.zone, "places": at.places}
        return self._proposals.follow(values, wanted)

    def _hints(self, filling: Filling, sheet: "MeetingSheet") -> Hints:
        assert self._services is not None
        verbs = self._services.planning
        ordinal = sheet.ordinal
        turn = verbs.propose_turn(filling.plan, kind=sheet.kind, ordinal=ordinal)
        return Hints(
            suggested=verbs.suggest_number(filling.plan, kind=sheet.kind)
            if ordinal is None
            else None,
            findings=verbs.look_at_number(
                filling.plan, kind=sheet.kind, ordinal=ordinal, day=sheet.first_day
            )
            if ordinal is not None
            else (),
            turn=turn,
            hosts=turn is not None and turn.host == sheet.host_party_id,
            clocks=verbs.clocks(filling.plan, sheet),
        )

    def _end_planning(self, change: Any) -> None:
        self._end(change)
        self._planned(change.subject)

    def _end(self, change: Any) -> None:
        self._filling = None
        self._view.close_saved()
