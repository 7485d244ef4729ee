"""How long an instrument lasts: its end as it was written, and as tacit extensions carry it on."""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.instrument import InstrumentStatus
from app.domain.names import PartialDate

LIVE = frozenset(
    {
        InstrumentStatus.ADOPTED,
        InstrumentStatus.SIGNED,
        InstrumentStatus.IN_FORCE,
        InstrumentStatus.RENEWED,
    }
)
"""The states in which an instrument still binds, or is about to."""

_LAPSE_WARNING_MONTHS = 6
_NOTICE_WARNING_MONTHS = 3
_MOST_EXTENSIONS = 1_000


class TermWarning(StrEnum):
    """What is to be looked at."""

    PAST_END = "past-end"
    LAPSES_SOON = "lapses-soon"
    NOTICE_SOON = "notice-soon"


@dataclass(frozen=True)
class Term:
    """How long an instrument lasts, seen from one day.

    Attributes:
        ends_on: The day on which the present term ends; ``None`` where no end is known.
        extensions: How often it was extended without a word until then.
        notice_by: The last day on which notice keeps it from being extended once more.
        warning: What is to be looked at, if anything is.
    """

    ends_on: date | None = None
    extensions: int = 0
    notice_by: date | None = None
    warning: TermWarning | None = None


def term_on(
    today: date,
    *,
    status: InstrumentStatus,
    in_force_to: PartialDate | None,
    extends_by_months: int | None = None,
    notice_months: int | None = None,
) -> Term:
    """Return how long an instrument lasts; only one that binds is extended, or lapses.

    Args:
        today: The day from which it is looked at.
        status: Where it stands.
        in_force_to: The end of its first term, as exactly as it is known.
        extends_by_months: For how long it is extended each time, where nobody has to do anything.
        notice_months: How long before the end notice must be given.
    """
    if in_force_to is None:
        return Term()
    first_end = last_day_of(in_force_to)
    if status not in LIVE:
        return Term(first_end)
    ends_on, extensions = first_end, 0
    while extends_by_months and ends_on < today and extensions < _MOST_EXTENSIONS:
        extensions += 1
        following = months_after(first_end, extends_by_months * extensions)
        if following is None:
            break
        ends_on = following
    notice_by = None
    if extends_by_months:
        notice_by = months_after(ends_on, -(notice_months or 0))
    return Term(ends_on, extensions, notice_by, _warn(today, ends_on, notice_by))


def last_day_of(partial: PartialDate) -> date:
    """Return the last day of a year, a month or a day that is known only so exactly."""
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
    return date(*parts)


def first_day_of(partial: PartialDate) -> date:
    """Return the first day of a year, a month or a day that is known only so exactly."""
    parts = [int(part) for part in partial.split("-")]
    return date(*(parts + [1] * (3 - len(parts))))


def months_after(day: date, months: int) -> date | None:
    """Return the day so many months later; the last of a month stays the last of one.

    ``None`` where there is no such day.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    longest = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, longest if is_last else min(day.day, longest))


def _warn(today: date, ends_on: date, notice_by: date | None) -> TermWarning | None:
    if notice_by is not None:
        soon = months_after(notice_by, -_NOTICE_WARNING_MONTHS)
        is_near = soon is not None and soon <= today <= notice_by
        return TermWarning.NOTICE_SOON if is_near else None
    if ends_on < today:
        return TermWarning.PAST_END
    soon = months_after(ends_on, -_LAPSE_WARNING_MONTHS)
    return TermWarning.LAPSES_SOON if soon is not None and soon <= today else None
