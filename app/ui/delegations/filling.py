"""What a seat in a delegation is filled in with, and how it is read from the fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.services.delegations import DelegateDetail, DelegationRow
    from app.services.meetings import MeetingDetail
    from app.ui.services import Services

Values = Mapping[str, Any]
HEAD, DELEGATE = "head", "delegate"
_EVERY_LANGUAGE = ("en", "ko", "mn", "ja")


class Who(StrEnum):
    """Who takes a seat."""

    KNOWN = "known"
    NEW = "new"
    OFFICE = "office"
    THERE = "there"


@dataclass(frozen=True)
class Choice:
    """A record to choose.

    Attributes:
        also: Other words by which it is found.
    """

    id: UUID
    label: str
    also: str = ""


@dataclass(frozen=True)
class Side:
    """A delegation to choose."""

    id: UUID
    name: str
    has_head: bool


@dataclass(frozen=True)
class Filling:
    """All that a seat is filled in with.

    Attributes:
        detail: The seat that is changed; ``None`` for a new one.
        replaced: Who is replaced by the new one: the seat's id and the name.
        others: Who of the delegation may come instead.
        steps: What the attendance can become, what it is first.
    """

    languages: tuple[str, ...]
    sides: tuple[Side, ...]
    persons: tuple[Any, ...]
    offices: tuple[Choice, ...]
    delegation_id: UUID
    steps: tuple[str, ...] = ()
    detail: "DelegateDetail | None" = None
    replaced: tuple[UUID, str] | None = None
    others: tuple[Choice, ...] = ()

    def role(self, delegation_id: UUID) -> str:
        """Return the role to propose: the first one in a delegation leads it."""
        side = next((side for side in self.sides if side.id == delegation_id), None)
        return HEAD if side is not None and not side.has_head else DELEGATE


def languages_of(detail: "MeetingDetail") -> tuple[str, ...]:
    """Return the languages in which names and posts are asked for."""
    return detail.languages or _EVERY_LANGUAGE


def sides_of(rows: "tuple[DelegationRow, ...]") -> tuple[Side, ...]:
    """Return the delegations to choose from."""
    return tuple(
        Side(row.id, row.party.name, any(seat.role == HEAD for seat in row.delegates))
        for row in rows
    )


def read_choices(
    services: "Services", workspace: Any, *, language: str
) -> tuple[tuple[Any, ...], tuple[Choice, ...]]:
    """Read the persons and the organisations that can be chosen."""
    persons = services.persons.list_all(workspace, language=language)
    offices = services.organisations.list_all(workspace, language=language)
    return persons, tuple(
        Choice(office.id, office.name, " ".join((office.code, *office.former_names)))
        for office in offices
    )


def changes_of(values: Values) -> dict[str, Any]:
    """Return what a form says of a seat that is there already."""
    return {
        "role": values["role"],
        "organisation_id": values["organisation_id"],
        "printed_names": values["printed_names"],
        "printed_posts": values["printed_posts"],
        "printed_organisations": values["printed_organisations"],
        "attendance": values["attendance"],
        "presence": values["presence"],
        "sessions": sessions_of(values["sessions"]),
    }


def sessions_of(text: str) -> list[str]:
    """Return the sessions that a line names, between commas."""
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
