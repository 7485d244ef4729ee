"""Says days and hours as people do, in the language of the interface."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_LONG = "dddd d MMMM yyyy"
_MIDDLE = "d MMMM yyyy"
_SHORT = "d MMM"


def long_day(day: date) -> str:
    """Return a day with its weekday, such as "Tuesday 27 May 2025"."""
    return _format(day, _LONG)


def day_and_year(day: date) -> str:
    """Return a day such as "27 May 2025"."""
    return _format(day, _MIDDLE)


def short_day(day: date) -> str:
    """Return a day without its year, such as "27 May"."""
    return _format(day, _SHORT)


def brief_day(day: date) -> str:
    """Return a day with its year in short, such as "27 May 2025"."""
    return _format(day, "d MMM yyyy")


def short_weekday(day: date) -> str:
    """Return the weekday of a day in short, such as "Tue"."""
    return _format(day, "ddd")


def whole_day(day: date) -> str:
    """Return a day with everything in short, such as "Tue 27 May 2025"."""
    return _format(day, "ddd d MMM yyyy")


def weekday_and_day(day: date) -> str:
    """Return a day with its weekday in short, such as "Tue 27 May"."""
    return _format(day, "ddd d MMM")


def month_and_year(day: date) -> str:
    """Return a month such as "May 2025"."""
    return _format(day, "MMMM yyyy")


def short_month(day: date) -> str:
    """Return a month in short, such as "May"."""
    return _format(day, "MMM")


def long_month(day: date) -> str:
    """Return a month without its year, such as "September"."""
    return _format(day, "MMMM")


def days(first: date, last: date | None) -> str:
    """Return one day, or a stretch of days without saying the month or year twice."""
    if last is None or last == first:
        return day_and_year(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_and_year(last)}"
    if first.year == last.year:
        return f"{_format(first, 'd MMMM')} – {day_and_year(last)}"
    return f"{day_and_year(first)} – {day_and_year(last)}"


def long_days(first: date, last: date | None) -> str:
    """Return one day with its weekday, or a stretch of days."""
    return long_day(first) if last is None or last == first else days(first, last)


def hour(instant: datetime, zone: str) -> str:
    """Return the hour that clocks show at a zone, such as "09:30"."""
    return f"{instant.astimezone(ZoneInfo(zone)):%H:%M}"


def hours(start: datetime, end: datetime | None, zone: str) -> str:
    """Return the hours from and to that clocks show at a zone."""
    if end is None:
        return hour(start, zone)
    return f"{hour(start, zone)}–{hour(end, zone)}"


def moment(instant: datetime) -> str:
    """Return a day and an hour as the computer's own clock shows them."""
    local = instant.astimezone()
    return f"{day_and_year(local.date())}, {local:%H:%M}"


def city_of(zone: str) -> str:
    """Return the place a time zone is named after: ``Asia/Ulaanbaatar`` → "Ulaanbaatar"."""
    return zone.rpartition("/")[2].replace("_", " ")


def year_heading(year: int | None) -> str:
    """Return the heading of a year's group in a list."""
    return str(year) if year is not None else QCoreApplication.translate("Dates", "No date yet")


def _format(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
