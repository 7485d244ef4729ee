"""Has bodies and parties entered and changed, and knows what each can be chosen from."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.body_settings.filling import (
    BodyFilling,
    PartyChoice,
    PartyFilling,
    PartyKey,
    Values,
    since_of,
)

if TYPE_CHECKING:
    from app.services.bodies import BodySheet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


class BodySettingsView(Protocol):
    """What the presenter asks of the dialogs."""

    def show_body(self, filling: BodyFilling, *, today: date) -> None:
        """Open the form for a body."""
        ...

    def show_party(self, filling: PartyFilling, *, today: date) -> None:
        """Open the form for a party, over that of the body."""
        ...

    def offer_parties(self, choices: tuple[PartyChoice, ...], *, chosen: PartyKey | None) -> None:
        """Offer other parties in the form of the body, and seat the chosen one."""
        ...

    def refuse_body(self, problem: Misfortune) -> None:
        """Show why the body could not be saved; what was entered stays."""
        ...

    def refuse_party(self, problem: Misfortune) -> None:
        """Show why the party could not be saved; what was entered stays."""
        ...

    def close_body(self) -> None:
        """Close the form of the body: all is saved."""
        ...

    def close_party(self) -> None:
        """Close the form of the party: all is saved."""
        ...


class BodySettingsPresenter:
    """Enters and changes bodies and their parties."""

    def __init__(
        self,
        view: BodySettingsView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
        made: Callable[[UUID], None],
        today: Callable[[], date],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._made = made
        self._today = today
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._body: BodyFilling | None = None
        self._party: PartyFilling | None = None

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services = services
        self._workspace = workspace
        self._language = language
        self._body_id = None

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id

    def start_new(self) -> None:
        """Open the form for a new body."""
        if self._services is not None:
            self._tasks.run(partial(self._read, None), self._show_body, self._report_failure)

    def start_settings(self) -> None:
        """Open the form for the body in hand."""
        if self._services is not None and self._body_id is not None:
            work = partial(self._read, self._body_id)
            self._tasks.run(work, self._show_body, self._report_failure)

    def save(self, values: Values) -> None:
        """Enter the body as it was filled in."""
        filling, services = self._body, self._services
        if filling is None or services is None:
            return
        sheet = self._sheet(filling, values)
        if filling.editing is None:
            offsets = services.preparation.usual_offsets() if values.get("usual_tasks") else ()
            work = partial(services.bodies.create, self._workspace, sheet, offsets=offsets)
            self._operations.run("New body", work, self._end_making, self._view.refuse_body)
        else:
            work = partial(
                services.bodies.change,
                self._workspace,
                body_id=filling.editing,
                sheet=sheet,
                since=since_of(values),
            )
            self._operations.run("Change body", work, self._end, self._view.refuse_body)

    def start_party(self, name: str) -> None:
        """Open the form for a party that is in no list."""
        if self._services is not None:
            sheet = self._services.parties.PartySheet(code="", names={self._language: name})
            self._show_party(PartyFilling(replace(sheet), self._parties_on_record()))

    def start_editing_party(self, key: PartyKey) -> None:
        """Open the form for a party that is on record."""
        if self._services is not None and key[0] == "party":
            work = partial(self._read_party, key[1])
            self._tasks.run(work, self._show_party, self._report_failure)

    def save_party(self, values: Values) -> None:
        """Enter the party as it was filled in."""
        filling, services = self._party, self._services
        if filling is None or services is None:
            return
        names = {each.name for each in fields(filling.sheet)}
        told = {name: value for name, value in values.items() if name in names}
        sheet = replace(filling.sheet, **told)
        if filling.editing is None:
            work = partial(services.parties.enter, self._workspace, sheet)
            self._operations.run("Add party", work, self._end_party, self._view.refuse_party)
        else:
            work = partial(
                services.parties.change,
                self._workspace,
                party_id=filling.editing,
                sheet=sheet,
                since=since_of(values),
            )
            self._operations.run("Change party", work, self._end_party, self._view.refuse_party)

    def _read(self, body_id: UUID | None) -> BodyFilling:
        assert self._services is not None
        bodies = self._services.bodies
        if body_id is None:
            sheet = bodies.BodySheet(code="")
        else:
            sheet = bodies.show_sheet(self._workspace, body_id=body_id)
        return BodyFilling(
            sheet=sheet,
            choices=self._choices(),
            editing=body_id,
            usual_tasks=len(self._services.preparation.usual_offsets()),
        )

    def _choices(self) -> tuple[PartyChoice, ...]:
        """Return the parties on record and, after them, the states that are not yet."""
        assert self._services is not None
        rows = self._services.parties.list_all(self._workspace, language=self._language)
        known = {row.code for row in rows}
        states = self._services.states.list_states(language=self._language)
        return (
            *(PartyChoice(("party", row.id), row.code, row.name, also=row.code) for row in rows),
            *(
                PartyChoice(
                    ("state", state.code),
                    state.code,
                    state.name(self._language),
                    also=" ".join((*state.names.values(), *state.formal_names.values())),
                )
                for state in states
                if state.code not in known
            ),
        )

    def _parties_on_record(self) -> tuple[PartyChoice, ...]:
        choices = self._body.choices if self._body is not None else ()
        return tuple(choice for choice in choices if choice.key[0] == "party")

    def _read_party(self, party_id: UUID) -> PartyFilling:
        assert self._services is not None
        sheet = self._services.parties.read_sheet(self._workspace, party_id=party_id)
        others = tuple(each for each in self._parties_on_record() if each.key[1] != party_id)
        return PartyFilling(sheet, others, editing=party_id)

    def _show_body(self, filling: BodyFilling) -> None:
        self._body = filling
        self._view.show_body(filling, today=self._today())

    def _show_party(self, filling: PartyFilling) -> None:
        self._party = filling
        self._view.show_party(filling, today=self._today())

    def _sheet(self, filling: BodyFilling, values: Values) -> "BodySheet":
        """Return what is filled in; what the form did not ask for stays as it was."""
        assert self._services is not None
        seat = self._services.bodies.SeatSheet
        names = {each.name for each in fields(filling.sheet)}
        told = {name: value for name, value in values.items() if name in names}
        ours = told.pop("our_side", None)
        told |= {
            "seats": tuple(seat(key[1], role) for key, role in values["seats"]),
            "our_side": ours[1] if ours is not None else None,
            "languages": tuple(values["languages"]),
        }
        if "established_on" in values:
            told["established_on"] = values["established_on"] or None
        return replace(filling.sheet, **told)

    def _end_making(self, change: Any) -> None:
        self._end(change)
        self._made(change.subject)

    def _end(self, change: Any) -> None:
        self._body = None
        self._view.close_body()

    def _end_party(self, change: Any) -> None:
        """Offer the party in the form of the body, where it was wanted."""
        was_new = self._party is not None and self._party.editing is None
        self._party = None
        self._view.close_party()
        key = ("party", change.subject) if was_new else None
        self._tasks.run(self._choices, partial(self._offer, key), self._report_failure)

    def _offer(self, chosen: PartyKey | None, choices: tuple[PartyChoice, ...]) -> None:
        if self._body is not None:
            self._body = replace(self._body, choices=choices)
            self._view.offer_parties(choices, chosen=chosen)
