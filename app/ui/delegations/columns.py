"""The columns of the list of delegates, and the row that they are read from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.widgets.record_columns import Column

if TYPE_CHECKING:
    from app.services.delegations import DelegateRow, DelegationRow
    from app.services.parties import PartyChip

NUMBER, SIDE, NAME, ROLE, POST, ATTENDANCE, PLACE, SESSIONS = range(8)
_ROLES = (
    "head",
    "alternate",
    "delegate",
    "adviser",
    "expert",
    "interpreter",
    "secretariat",
    "observer",
)


@dataclass(frozen=True)
class SeatRow:
    """A delegate as the list shows one.

    Attributes:
        place: The place in the precedence of the delegation, from 1.
        rank: The place among all delegates of the meeting.
    """

    id: UUID
    delegation_id: UUID
    party: "PartyChip"
    seat: "DelegateRow"
    place: int
    rank: int


def rows_of(delegations: "tuple[DelegationRow, ...]") -> tuple[SeatRow, ...]:
    """Return all delegates in the order of the parties, each delegation in its precedence."""
    seats = (
        (delegation, place, seat)
        for delegation in delegations
        for place, seat in enumerate(delegation.delegates, 1)
    )
    return tuple(
        SeatRow(seat.id, delegation.id, delegation.party, seat, place, rank)
        for rank, (delegation, place, seat) in enumerate(seats)
    )


def columns() -> tuple[Column, ...]:
    """Return the columns, from left to right."""
    translate = QCoreApplication.translate
    return (
        Column(
            "place",
            translate("Delegates", "No."),
            lambda row: str(row.place),
            sort=lambda row: row.rank,
            width=48,
        ),
        Column(
            "side",
            translate("Delegates", "Side"),
            lambda row: row.party.code,
            chip=lambda row: phrases.party_hue(row.party.seat),
            spoken=lambda row: row.party.name,
            width=62,
        ),
        Column(
            "name",
            translate("Delegates", "Name"),
            lambda row: row.seat.name,
            icon=_icon,
            spoken=_say_name,
        ),
        Column(
            "role",
            translate("Delegates", "Role"),
            lambda row: phrases.say("delegate role", row.seat.role),
            sort=lambda row: _ROLES.index(row.seat.role) if row.seat.role in _ROLES else 9,
            chip=_hue_of_role,
            width=120,
        ),
        Column("post", translate("Delegates", "Post as printed"), _post),
        Column(
            "attendance",
            translate("Delegates", "Attendance"),
            say_attendance,
            chip=lambda row: phrases.hue("attendance", row.seat.attendance),
            width=132,
        ),
        Column(
            "mode",
            translate("Delegates", "From"),
            lambda row: phrases.say("mode", row.seat.mode),
            width=92,
        ),
        Column(
            "sessions",
            translate("Delegates", "Sessions"),
            lambda row: ", ".join(row.seat.sessions),
            width=96,
        ),
    )


def say_attendance(row: SeatRow) -> str:
    """Return how far a nomination has come, and who came instead."""
    words = phrases.say("attendance", row.seat.attendance)
    if not row.seat.replaced_by:
        return words
    told = QCoreApplication.translate("Delegates", "Replaced by {name}")
    return told.format(name=row.seat.replaced_by)


def _post(row: SeatRow) -> str:
    parts = (row.seat.post, row.seat.organisation)
    return ", ".join(part.replace("\n", " ") for part in parts if part)


def _icon(row: SeatRow) -> tuple[str, str] | None:
    hue = phrases.party_hue(row.party.seat)
    if row.seat.is_institution:
        return ("building-2", hue)
    return ("star", hue) if row.seat.role == "head" else None


def _say_name(row: SeatRow) -> str:
    if row.seat.role != "head":
        return row.seat.name
    return f"{row.seat.name}, {phrases.say('delegate role', row.seat.role)}"


def _hue_of_role(row: SeatRow) -> str:
    return "" if row.seat.role == "delegate" else phrases.hue("delegate role", row.seat.role)
