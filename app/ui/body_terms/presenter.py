"""Has the preparation terms of a body and the holidays of its parties entered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.holidays import PartyCalendar
    from app.services.preparation import OffsetRow, Preset
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

Values = Mapping[str, Any]


@dataclass(frozen=True)
class TermsFilling:
    """All that the terms of a body are filled in with."""

    body_id: UUID
    rows: "tuple[OffsetRow, ...]"
    presets: "tuple[Preset, ...]"
    parties: tuple[tuple[UUID, str], ...]


class BodyTermsView(Protocol):
    """What the presenter asks of the dialogs."""

    def show_terms(self, filling: TermsFilling) -> None:
        """Open the form for the terms of a body."""
        ...

    def show_holidays(self, calendars: "tuple[PartyCalendar, ...]") -> None:
        """Open the form for the holidays of its parties."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the open form could not be saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        ...


class BodyTermsPresenter:
    """Enters terms and holidays."""

    def __init__(
        self,
        view: BodyTermsView,
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
        self._terms: TermsFilling | None = None
        self._calendars: tuple[PartyCalendar, ...] = ()

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services = services
        self._workspace = workspace
        self._language = language
        self._body_id = None

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id

    def start_terms(self) -> None:
        """Open the form for the terms of the body in hand."""
        if self._services is not None and self._body_id is not None:
            work = partial(self._read_terms, self._body_id)
            self._tasks.run(work, self._show_terms, self._report_failure)

    def start_holidays(self) -> None:
        """Open the form for the holidays of the parties of the body in hand."""
        if self._services is not None and self._body_id is not None:
            work = partial(self._read_calendars, self._body_id)
            self._tasks.run(work, self._show_calendars, self._report_failure)

    def save_terms(self, values: Values) -> None:
        """Make these the terms of the body."""
        services, filling = self._services, self._terms
        if services is None or filling is None:
            return
        verbs = services.preparation
        before = {row.id: row for row in filling.rows}
        sides = {side.value for side in verbs.TaskSide}
        drafts = tuple(
            verbs.OffsetDraft(
                titles=_titles(before.get(term.id), term.title, self._language),
                anchor=verbs.OffsetAnchor(term.anchor),
                days=term.days,
                side=verbs.TaskSide(term.side if term.side in sides else "party"),
                party_id=None if term.side in sides else term.side,
                precedent=term.precedent,
                id=term.id,
            )
            for term in values["offsets"]
        )
        work = partial(verbs.save_offsets, self._workspace, body_id=filling.body_id, drafts=drafts)
        self._operations.run("Change preparation terms", work, self._end, self._view.show_refused)

    def save_holidays(self, values: Values) -> None:
        """Make these the free days of the parties."""
        if self._services is None:
            return
        verbs = self._services.holidays
        drafts = tuple(
            verbs.CalendarDraft(
                party_id=calendar.party_id,
                weekend=values[f"weekend_{place}"],
                lines=values[f"lines_{place}"],
            )
            for place, calendar in enumerate(self._calendars)
        )
        work = partial(
            verbs.save_calendars, self._workspace, drafts=drafts, language=self._language
        )
        self._operations.run("Change holidays", work, self._end, self._view.show_refused)

    def _read_terms(self, body_id: UUID) -> TermsFilling:
        assert self._services is not None
        verbs = self._services.preparation
        rows = verbs.list_offsets(self._workspace, body_id=body_id, language=self._language)
        return TermsFilling(
            body_id=body_id,
            rows=rows,
            presets=verbs.list_presets(),
            parties=self._parties(body_id),
        )

    def _read_calendars(self, body_id: UUID) -> "tuple[PartyCalendar, ...]":
        assert self._services is not None
        found: tuple[PartyCalendar, ...] = self._services.holidays.list_calendars(
            self._workspace,
            party_ids=tuple(key for key, _name in self._parties(body_id)),
            language=self._language,
        )
        return found

    def _parties(self, body_id: UUID) -> tuple[tuple[UUID, str], ...]:
        assert self._services is not None
        rows = self._services.bodies.list_all(self._workspace, language=self._language)
        body = next(row for row in rows if row.id == body_id)
        return tuple((party.id, party.name) for party in body.parties)

    def _show_terms(self, filling: TermsFilling) -> None:
        self._terms = filling
        self._view.show_terms(filling)

    def _show_calendars(self, calendars: "tuple[PartyCalendar, ...]") -> None:
        self._calendars = calendars
        self._view.show_holidays(calendars)

    def _end(self, change: Any) -> None:
        self._view.close_saved()


def _titles(before: "OffsetRow | None", title: str, language: str) -> dict[str, str]:
    """Return the names of a task: a new one in the language of the window, the others as before."""
    if before is None:
        return {language: title}
    if before.title == title:
        return dict(before.titles)
    return dict(before.titles) | {language: title}
