"""Says tasks in words: how they stand, when they are due, and which offices are closed then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui import dates

if TYPE_CHECKING:
    from app.services.preparation import Closure, TaskRow

_CONTEXT = "Preparation"
_WEEK = 7


def state_words(row: "TaskRow") -> str:
    """Return how a task stands."""
    if row.done_on is not None:
        done = _tr("Done {day}").format(day=dates.short_day(row.done_on))
        return ", ".join(part for part in (done, row.done_by) if part)
    if row.is_late:
        return _count("Late by %n day(s)", row.days_late)
    return _tr("To do")


def state_icon(row: "TaskRow") -> tuple[str, str]:
    """Return the icon that goes with it."""
    if row.done_on is not None:
        return ("circle-check", "ok")
    return ("triangle-alert", "bad") if row.is_late else ("circle", "text3")


def side_words(row: "TaskRow") -> str:
    """Return whose task it is."""
    return row.side.name if row.side is not None else _tr("Every side")


def side_code(row: "TaskRow") -> str:
    """Return whose task it is, in brief."""
    return row.side.code if row.side is not None else _tr("All")


def due_words(row: "TaskRow") -> str:
    """Return the day on which it is due."""
    return dates.whole_day(row.due_on) if row.due_on is not None else ""


def due_icon(row: "TaskRow") -> tuple[str, str] | None:
    """Return the icon that marks a day on which offices are closed."""
    return ("triangle-alert", "warn") if row.closures and row.done_on is None else None


def due_spoken(row: "TaskRow") -> str:
    """Return the day on which it is due, with the offices that are closed then."""
    return ", ".join(part for part in (due_words(row), calendar_words(row)) if part)


def calendar_words(row: "TaskRow") -> str:
    """Return whose offices are closed on the day and why, with the working day before."""
    if not row.closures:
        return ""
    told = "; ".join(closure_words(row, closure) for closure in row.closures)
    if len(row.closures) > 1 and len({_why(each) for each in row.closures}) == 1:
        sides = ", ".join(each.side for each in row.closures)
        told = _tr("{why} in {sides}").format(why=_why_words(row, row.closures[0]), sides=sides)
    if row.working_day is None:
        return told
    before = dates.weekday_and_day(row.working_day)
    return _tr("By {day}: {closed}").format(day=before, closed=told)


def closure_words(row: "TaskRow", closure: "Closure") -> str:
    """Return which side's offices are closed, and why."""
    return _tr("{why} in {sides}").format(why=_why_words(row, closure), sides=closure.side)


def term_words(row: "TaskRow") -> str:
    """Return how its day was worked out."""
    if row.anchor is None:
        return _tr("Added by hand")
    if row.is_fixed:
        return _tr("Day set by hand")
    weeks, days = divmod(row.days, _WEEK)
    term = _count("%n week(s)", weeks) if weeks and not days else _count("%n day(s)", row.days)
    if row.anchor.value == "before-start":
        return _tr("{term} before").format(term=term)
    if row.anchor.value == "during":
        return _tr("On day {number}").format(number=row.days + 1)
    return _tr("{term} after").format(term=term)


def _why(closure: "Closure") -> tuple[str, str]:
    return (closure.why.value, closure.name)


def _why_words(row: "TaskRow", closure: "Closure") -> str:
    if closure.why.value == "weekend" and row.due_on is not None:
        return dates.short_weekday(row.due_on)
    return closure.name or _tr("Holiday")


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def _count(text: str, number: int) -> str:
    return QCoreApplication.translate(_CONTEXT, text, "", number)
