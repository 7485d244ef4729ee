"""Whose turn it is to host: the host follows the number of the meeting, not the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Turn(StrEnum):
    """Why it is a side's turn."""

    FIRST = "first"  # nobody has hosted yet: the sides come in the order of their seats
    ALTERNATES = "alternates"  # the other side hosted the meeting before
    BY_NUMBER = "by-number"  # meetings between are not on record: odd and even numbers tell
    ROTATES = "rotates"  # it has waited longest
    FIXED = "fixed"  # the same side always hosts


@dataclass(frozen=True)
class Hosting:
    """Who hosted one meeting; in the order in which the meetings were held."""

    ordinal: int | None
    day: date | None
    host: object | None


@dataclass(frozen=True)
class HostProposal:
    """The side whose turn it is, and what that is concluded from.

    Attributes:
        host: The side.
        turn: Why.
        last: The hosting that the conclusion rests on, where there is one.
    """

    host: object
    turn: Turn
    last: Hosting | None = None


def propose_host(
    rotation: str, *, seats: Sequence[object], held: Sequence[Hosting], ordinal: int | None = None
) -> HostProposal | None:
    """Return whose turn it is to host a meeting; ``None`` where no rule is known.

    Args:
        rotation: The rule of the body: alternating, rotating, fixed; others propose nobody.
        seats: The sides that may host, in the order of their seats.
        held: Meetings with their hosts, the earliest first; those without a host tell nothing.
        ordinal: The number of the meeting, where it is entered already.
    """
    if rotation not in {"alternating", "rotating", "fixed"} or not seats:
        return None
    known = [each for each in held if each.host in seats]
    if rotation == "fixed":
        return HostProposal(known[-1].host, Turn.FIXED, known[-1]) if known else None
    before = _before(known, ordinal)
    if not before and not known:
        return HostProposal(seats[0], Turn.FIRST)
    if rotation == "alternating" and len(seats) == 2:
        return _alternating(seats, _nearest(known, ordinal), ordinal)
    return _longest_waiting(seats, before)


def _before(known: list[Hosting], ordinal: int | None) -> list[Hosting]:
    """Return the hostings that come before a number; all of them where numbers do not tell."""
    if ordinal is None:
        return known
    return [each for each in known if each.ordinal is None or each.ordinal < ordinal]


def _nearest(known: list[Hosting], ordinal: int | None) -> Hosting:
    """Return the last hosting, or the one whose number is nearest to the wanted one."""
    if ordinal is None:
        return known[-1]
    numbered = [each for each in known if each.ordinal is not None]
    return min(numbered, key=lambda each: abs((each.ordinal or 0) - ordinal), default=known[-1])


def _alternating(seats: Sequence[object], last: Hosting, ordinal: int | None) -> HostProposal:
    other = seats[1] if last.host == seats[0] else seats[0]
    if ordinal is None or last.ordinal is None:
        return HostProposal(other, Turn.ALTERNATES, last)
    steps = abs(ordinal - last.ordinal)
    host = other if steps % 2 else last.host
    turn = Turn.ALTERNATES if ordinal - last.ordinal == 1 else Turn.BY_NUMBER
    return HostProposal(host, turn, last)


def _longest_waiting(seats: Sequence[object], before: list[Hosting]) -> HostProposal:
    """Return the side that has hosted longest ago; of those that never did, the first by seat."""
    latest = {side: place for place, each in enumerate(before) for side in (each.host,)}
    host = min(seats, key=lambda side: (latest.get(side, -1), list(seats).index(side)))
    return HostProposal(host, Turn.ROTATES, before[-1] if before else None)
