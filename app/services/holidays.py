"""Verbs for holidays: the days on which the offices of a party are closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidValue
from app.domain.holiday import Holiday
from app.domain.names import Names, in_language
from app.domain.party import Party
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.holiday_lines import HolidayLine, read_holidays, write_holidays

__all__ = [
    "CalendarDraft",
    "HolidayLine",
    "HolidayRow",
    "PartyCalendar",
    "list_calendars",
    "save_calendar",
    "save_calendars",
]


@dataclass(frozen=True)
class HolidayRow:
    """A holiday of a party."""

    on: date
    name: str


@dataclass(frozen=True)
class PartyCalendar:
    """When the offices of a party are closed.

    Attributes:
        weekend: The free weekdays, from Monday as 1.
        lines: The holidays as text, a line for each, as ``save_calendar`` takes them.
    """

    party_id: UUID
    code: str
    name: str
    weekend: tuple[int, ...]
    holidays: tuple[HolidayRow, ...]
    lines: str


@dataclass(frozen=True)
class CalendarDraft:
    """What staff enter about when the offices of a party are closed."""

    party_id: UUID
    weekend: tuple[int, ...]
    lines: str


def list_calendars(
    workspace: Workspace, *, party_ids: tuple[UUID, ...], language: str = "en"
) -> tuple[PartyCalendar, ...]:
    """Return the calendars of parties, in the order asked for."""
    with workspace.read() as reader:
        found = []
        for party_id in party_ids:
            party = reader.get(Party, party_id)
            days = sorted(reader.find(Holiday, party_id=party_id), key=lambda each: each.on)
            rows = tuple(HolidayRow(day.on, in_language(day.names, language)) for day in days)
            found.append(
                PartyCalendar(
                    party_id=party_id,
                    code=party.code,
                    name=in_language(party.names, language),
                    weekend=tuple(party.weekend),
                    holidays=rows,
                    lines=write_holidays((row.on, row.name) for row in rows),
                )
            )
        return tuple(found)


def save_calendar(
    workspace: Workspace,
    *,
    party_id: UUID,
    weekend: tuple[int, ...],
    lines: str,
    language: str = "en",
) -> ChangeSet:
    """Make these the free weekdays and the holidays of a party, one holiday to a line.

    Raises:
        InvalidValue: naming the lines that name no day, or if no working day is left.
    """
    draft = CalendarDraft(party_id, weekend, lines)
    return save_calendars(workspace, drafts=(draft,), language=language)


def save_calendars(
    workspace: Workspace, *, drafts: Sequence[CalendarDraft], language: str = "en"
) -> ChangeSet:
    """Do the same for several parties at once: all of them, or none.

    Raises:
        InvalidValue: naming the field of the party, such as ``lines_0`` for the first one.
    """
    problems = [
        (f"{name}_{place}", sentence)
        for place, draft in enumerate(drafts)
        for name, sentence in _problems(draft)
    ]
    if problems:
        raise InvalidValue("calendar", tuple(problems))
    with workspace.write("Change holidays") as work:
        for draft in drafts:
            _save(work, draft, language)
        return work.commit(subject=drafts[0].party_id if drafts else None)


def _save(work: UnitOfWork, draft: CalendarDraft, language: str) -> None:
    party = work.get(Party, draft.party_id)
    party.weekend = sorted(set(draft.weekend))
    days = {day: line.name for line in read_holidays(draft.lines) for day in line.days}
    present = {holiday.on: holiday for holiday in work.find(Holiday, party_id=party.id)}
    for gone in present.keys() - days.keys():
        work.delete(present[gone])
    for on, name in days.items():
        holiday = present.get(on)
        names: Names = {language: name} if name else {}
        if holiday is None:
            work.add(Holiday(party_id=party.id, on=on, names=names))
        elif in_language(holiday.names, language) != name:
            holiday.names = names


def _problems(draft: CalendarDraft) -> list[tuple[str, str]]:
    problems = []
    read = read_holidays(draft.lines)
    wrong = [line for line in read if not line.is_read]
    if wrong:
        told = ", ".join(f"{line.number} (“{line.name[:40]}”)" for line in wrong[:5])
        sentence = f"These lines name no day: {told}. Write each like “2026-10-03 Foundation Day”."
        problems.append(("lines", sentence))
    if len(set(draft.weekend)) > 6:
        problems.append(("weekend", "Leave at least one working day in the week."))
    return problems
