"""Works out when every agenda item is taken, and where the plan does not fit into the sitting.

An hour that somebody entered wins over the one that follows from the items before; where the two
do not go together, that is told and nothing is moved.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

_DAY = 24 * 60


@dataclass(frozen=True)
class Hours:
    """When a meeting sits, by the clock at its place.

    Attributes:
        opens: When each day begins; ``None`` if that is not known.
        closes: When each day ends; ``None`` if that is not known.
        days: On how many days it sits.
        breaks: Pauses of every day, each from one hour to another.
    """

    opens: time | None = None
    closes: time | None = None
    days: int = 1
    breaks: tuple[tuple[time, time], ...] = ()


@dataclass(frozen=True)
class Slot:
    """What is planned for an item: perhaps an hour, perhaps how long it takes."""

    key: Hashable
    depth: int
    starts_at: time | None
    minutes: int | None


class ClashKind(StrEnum):
    """In what way an item does not fit."""

    BEFORE_THE_LAST_ENDS = "before-the-last-ends"
    INTO_A_BREAK = "into-a-break"
    OVER_THE_DAY = "over-the-day"
    AFTER_THE_END = "after-the-end"
    LONGER_THAN_THE_ITEM_ABOVE = "longer-than-the-item-above"


@dataclass(frozen=True)
class Clash:
    """Where an item does not fit: by how many minutes, and past which hour."""

    kind: ClashKind
    minutes: int
    at: time | None = None


@dataclass(frozen=True)
class Taken:
    """When an item is taken.

    Attributes:
        day: The day of the sitting, from 1; 0 where no hour is known.
        starts_at: The hour it begins, entered or worked out.
        ends_at: The hour it ends.
        is_entered: Whether somebody entered the hour.
        is_certain: Whether the hour is known: not where an item before it has no time planned.
        clashes: Where it does not fit.
    """

    key: Hashable
    day: int = 0
    starts_at: time | None = None
    ends_at: time | None = None
    is_entered: bool = False
    is_certain: bool = False
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True)
class Course:
    """How a sitting runs as it is planned.

    Attributes:
        items: When each item is taken, in the order of the agenda.
        planned: How many minutes are planned in all.
        unplanned: How many items have no time planned.
        day, ends_at: When the last item ends.
        overrun: By how many minutes that is after the end of the sitting.
    """

    items: tuple[Taken, ...] = ()
    planned: int = 0
    unplanned: int = 0
    day: int = 0
    ends_at: time | None = None
    overrun: int = 0


def run_through(slots: Sequence[Slot], hours: Hours) -> Course:
    """Work out when each item is taken; those below an item share its time."""
    return _Clock(hours).run(_tree(slots))


@dataclass
class _Node:
    slot: Slot
    below: "list[_Node]" = field(default_factory=list)

    @property
    def minutes(self) -> int:
        return max(self.slot.minutes or 0, sum(node.minutes for node in self.below))


def _tree(slots: Sequence[Slot]) -> list[_Node]:
    top: list[_Node] = []
    above: list[_Node] = []
    for slot in slots:
        node = _Node(slot)
        del above[slot.depth :]
        (above[-1].below if above else top).append(node)
        above.append(node)
    return top


class _Clock:
    """Counts minutes from midnight of the first day."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours
        self._opens = _minute(hours.opens)
        self._closes = _minute(hours.closes)
        self._items: list[Taken] = []
        self._last_end: int | None = None
        self._is_certain = True

    def run(self, top: list[_Node]) -> Course:
        now = self._opens
        for node in top:
            now = self._take(node, now)
        return Course(
            items=tuple(self._items),
            planned=sum(node.minutes for node in top),
            unplanned=sum(1 for node in top if not node.minutes),
            day=_day_of(self._last_end),
            ends_at=_hour(self._last_end),
            overrun=self._overrun(),
        )

    def _take(self, node: _Node, now: int | None) -> int | None:
        """Take an item and those below it; return the minute at which it is over."""
        slot, clashes = node.slot, list[Clash]()
        start = now if now is None else self._in_session(now)
        if slot.starts_at is not None:
            start = self._nearest(slot.starts_at, now)
            if now is not None and start < now:
                clashes.append(Clash(ClashKind.BEFORE_THE_LAST_ENDS, now - start, _hour(now)))
            self._is_certain = True
        is_certain = self._is_certain
        place = len(self._items)
        self._items.append(Taken(slot.key))
        if start is None:
            for below in node.below:
                now = self._take(below, now)
            return now
        end = start + (slot.minutes or 0)
        over = start
        for below in node.below:
            over = self._take(below, over) or over
        if slot.minutes and over > end:
            clashes.append(Clash(ClashKind.LONGER_THAN_THE_ITEM_ABOVE, over - end, _hour(end)))
        end = max(end, over)
        if not node.below:
            clashes += self._clashes(start, end)
        if not node.minutes:
            self._is_certain = False
        self._last_end = end if self._last_end is None else max(self._last_end, end)
        self._items[place] = Taken(
            key=slot.key,
            day=_day_of(start),
            starts_at=_hour(start),
            ends_at=_hour(end) if end > start else None,
            is_entered=slot.starts_at is not None,
            is_certain=is_certain,
            clashes=tuple(clashes),
        )
        return end

    def _in_session(self, minute: int) -> int:
        """Return the first minute from ``minute`` on at which the meeting sits."""
        for begins, ends in self._breaks_of_day(minute):
            if begins <= minute < ends:
                minute = ends
        return self._next_day(minute) if self._is_over_for_the_day(minute) else minute

    def _is_over_for_the_day(self, minute: int) -> bool:
        last_day = _day_of(minute) >= self._hours.days
        return not last_day and self._closes is not None and minute % _DAY >= self._closes

    def _next_day(self, minute: int) -> int:
        return (minute // _DAY + 1) * _DAY + (self._opens or 0)

    def _nearest(self, hour: time, now: int | None) -> int:
        """Return the minute that an hour means: on the day on which least sitting time is between.

        On the afternoon of the first of two days, 09:30 is the next morning.
        """
        wanted = _minute(hour) or 0
        if now is None:
            return wanted
        today = now - now % _DAY + wanted
        if today >= now or _day_of(now) >= self._hours.days or self._closes is None:
            return today
        ahead = (self._closes - now % _DAY) + (wanted - (self._opens or 0))
        return today + _DAY if ahead < now - today else today

    def _clashes(self, start: int, end: int) -> list[Clash]:
        """Return where an item that lasts from ``start`` to ``end`` leaves the sitting."""
        found = [
            Clash(ClashKind.INTO_A_BREAK, min(end, ends) - max(start, begins), _hour(begins))
            for begins, ends in self._breaks_of_day(start)
            if start < ends and begins < end
        ]
        if self._closes is None:
            return found
        closes = start - start % _DAY + self._closes
        last_day = _day_of(start) >= self._hours.days
        if start >= closes and last_day:
            found.append(Clash(ClashKind.AFTER_THE_END, start - closes, _hour(closes)))
        elif end > closes:
            found.append(Clash(ClashKind.OVER_THE_DAY, end - closes, _hour(closes)))
        return found

    def _breaks_of_day(self, minute: int) -> list[tuple[int, int]]:
        midnight = minute - minute % _DAY
        pauses = sorted(
            (_minute(begins) or 0, _minute(ends) or 0) for begins, ends in self._hours.breaks
        )
        return [(midnight + begins, midnight + ends) for begins, ends in pauses]

    def _overrun(self) -> int:
        if self._last_end is None or self._closes is None:
            return 0
        return max(0, self._last_end - ((self._hours.days - 1) * _DAY + self._closes))


def _minute(hour: time | None) -> int | None:
    return None if hour is None else hour.hour * 60 + hour.minute


def _hour(minute: int | None) -> time | None:
    return None if minute is None else time(minute % _DAY // 60, minute % 60)


def _day_of(minute: int | None) -> int:
    return 0 if minute is None else minute // _DAY + 1
