"""What the values of decisions and of silence procedures are called on the page."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.ui import dates
from app.ui.translation import QT_TRANSLATE_NOOP

_CONTEXT = "DecisionsPage"
_STANDING = {
    "in-force": (QT_TRANSLATE_NOOP("DecisionsPage", "In force"), "ok"),
    "amended": (QT_TRANSLATE_NOOP("DecisionsPage", "In force, amended"), "ok"),
    "not-yet": (QT_TRANSLATE_NOOP("DecisionsPage", "Not yet in force"), "violet"),
    "to-confirm": (QT_TRANSLATE_NOOP("DecisionsPage", "To be confirmed"), "warn"),
    "done": (QT_TRANSLATE_NOOP("DecisionsPage", "Done"), "neutral"),
    "superseded": (QT_TRANSLATE_NOOP("DecisionsPage", "Superseded"), "neutral"),
    "lapsed": (QT_TRANSLATE_NOOP("DecisionsPage", "Lapsed"), "neutral"),
    "draft": (QT_TRANSLATE_NOOP("DecisionsPage", "Draft"), "info"),
    "withdrawn": (QT_TRANSLATE_NOOP("DecisionsPage", "Withdrawn"), "neutral"),
    "reserved": (QT_TRANSLATE_NOOP("DecisionsPage", "Number reserved"), "info"),
    "void": (QT_TRANSLATE_NOOP("DecisionsPage", "Number void"), "neutral"),
}
_KIND = {
    "adoption-of-rules": (QT_TRANSLATE_NOOP("DecisionsPage", "Adoption of rules"), ""),
    "registration": (QT_TRANSLATE_NOOP("DecisionsPage", "Registration"), ""),
    "approval": (QT_TRANSLATE_NOOP("DecisionsPage", "Approval"), ""),
    "issuance": (QT_TRANSLATE_NOOP("DecisionsPage", "Issuance"), ""),
    "designation": (QT_TRANSLATE_NOOP("DecisionsPage", "Designation"), ""),
    "recommendation": (QT_TRANSLATE_NOOP("DecisionsPage", "Recommendation"), ""),
    "conclusion": (QT_TRANSLATE_NOOP("DecisionsPage", "Conclusion"), ""),
    "other": (QT_TRANSLATE_NOOP("DecisionsPage", "Other"), ""),
}
_CHANNEL = {
    "meeting": (QT_TRANSLATE_NOOP("DecisionsPage", "In a meeting"), ""),
    "electronic": (QT_TRANSLATE_NOOP("DecisionsPage", "In writing"), ""),
}
_METHOD = {
    "consensus": (QT_TRANSLATE_NOOP("DecisionsPage", "By consensus"), ""),
    "vote": (QT_TRANSLATE_NOOP("DecisionsPage", "By vote"), ""),
    "silence": (QT_TRANSLATE_NOOP("DecisionsPage", "By silence"), ""),
    "written": (QT_TRANSLATE_NOOP("DecisionsPage", "By written consent"), ""),
}
_OUTWARD = {
    "amends": (QT_TRANSLATE_NOOP("DecisionsPage", "Amends"), ""),
    "supersedes": (QT_TRANSLATE_NOOP("DecisionsPage", "Supersedes"), ""),
    "confirms": (QT_TRANSLATE_NOOP("DecisionsPage", "Confirms"), ""),
    "implements": (QT_TRANSLATE_NOOP("DecisionsPage", "Carries out"), ""),
}
_INWARD = {
    "amends": (QT_TRANSLATE_NOOP("DecisionsPage", "Amended by"), ""),
    "supersedes": (QT_TRANSLATE_NOOP("DecisionsPage", "Superseded by"), ""),
    "confirms": (QT_TRANSLATE_NOOP("DecisionsPage", "Confirmed by"), ""),
    "implements": (QT_TRANSLATE_NOOP("DecisionsPage", "Carried out by"), ""),
}
_POSITION = {
    "reservation": (QT_TRANSLATE_NOOP("DecisionsPage", "Reservation"), "warn"),
    "for": (QT_TRANSLATE_NOOP("DecisionsPage", "For"), "ok"),
    "against": (QT_TRANSLATE_NOOP("DecisionsPage", "Against"), "warn"),
    "abstain": (QT_TRANSLATE_NOOP("DecisionsPage", "Abstained"), "neutral"),
    "absent": (QT_TRANSLATE_NOOP("DecisionsPage", "Absent"), "neutral"),
}
_TOUCH = {
    "adopts": (QT_TRANSLATE_NOOP("DecisionsPage", "Adopts"), ""),
    "insert": (QT_TRANSLATE_NOOP("DecisionsPage", "Inserts"), ""),
    "replace": (QT_TRANSLATE_NOOP("DecisionsPage", "Changes"), ""),
    "repeal": (QT_TRANSLATE_NOOP("DecisionsPage", "Repeals"), ""),
    "renumber": (QT_TRANSLATE_NOOP("DecisionsPage", "Renumbers"), ""),
    "move": (QT_TRANSLATE_NOOP("DecisionsPage", "Moves"), ""),
    "concerns": (QT_TRANSLATE_NOOP("DecisionsPage", "Concerns"), ""),
}
_PROCEDURE = {
    "prepared": (QT_TRANSLATE_NOOP("DecisionsPage", "Being prepared"), "info"),
    "circulated": (QT_TRANSLATE_NOOP("DecisionsPage", "Circulated"), "violet"),
    "no-objection": (QT_TRANSLATE_NOOP("DecisionsPage", "No objection"), "ok"),
    "adopted": (QT_TRANSLATE_NOOP("DecisionsPage", "Adopted"), "ok"),
    "announced": (QT_TRANSLATE_NOOP("DecisionsPage", "Announced"), "ok"),
    "recorded": (QT_TRANSLATE_NOOP("DecisionsPage", "Recorded in minutes"), "neutral"),
    "objected": (QT_TRANSLATE_NOOP("DecisionsPage", "Objection"), "warn"),
    "consultation": (QT_TRANSLATE_NOOP("DecisionsPage", "In consultation"), "warn"),
    "withdrawn": (QT_TRANSLATE_NOOP("DecisionsPage", "Withdrawn"), "neutral"),
    "referred": (QT_TRANSLATE_NOOP("DecisionsPage", "On the next agenda"), "neutral"),
}
_EVENT = {
    "circulated": (QT_TRANSLATE_NOOP("DecisionsPage", "Circulated to every side"), "mail"),
    "received": (QT_TRANSLATE_NOOP("DecisionsPage", "Receipt confirmed"), "check"),
    "affirmed": (QT_TRANSLATE_NOOP("DecisionsPage", "Affirmed"), "circle-check"),
    "comment": (QT_TRANSLATE_NOOP("DecisionsPage", "Comment"), "message-square"),
    "extended": (QT_TRANSLATE_NOOP("DecisionsPage", "Period extended"), "clock"),
    "objection": (QT_TRANSLATE_NOOP("DecisionsPage", "Objection"), "circle-alert"),
    "late-objection": (
        QT_TRANSLATE_NOOP("DecisionsPage", "Objection after the deadline: does not stop it"),
        "circle-alert",
    ),
    "consultation": (QT_TRANSLATE_NOOP("DecisionsPage", "Consultation begun"), "handshake"),
    "settled": (QT_TRANSLATE_NOOP("DecisionsPage", "Objection withdrawn"), "handshake"),
    "withdrawn": (QT_TRANSLATE_NOOP("DecisionsPage", "Given up"), "x"),
    "referred": (QT_TRANSLATE_NOOP("DecisionsPage", "Put on the next agenda"), "list-ordered"),
    "no-objection": (
        QT_TRANSLATE_NOOP("DecisionsPage", "Period ended without objection"),
        "circle-check",
    ),
    "adopted": (QT_TRANSLATE_NOOP("DecisionsPage", "Adopted under its number"), "gavel"),
    "announced": (QT_TRANSLATE_NOOP("DecisionsPage", "Announced to every side"), "bell"),
    "recorded": (QT_TRANSLATE_NOOP("DecisionsPage", "Recorded in the minutes"), "file-text"),
}
_COUNTS = {
    "calendar": (QT_TRANSLATE_NOOP("DecisionsPage", "Calendar days"), ""),
    "working": (QT_TRANSLATE_NOOP("DecisionsPage", "Working days of every side"), ""),
}
_STARTS = {
    "dispatch": (QT_TRANSLATE_NOOP("DecisionsPage", "From dispatch"), ""),
    "receipt": (QT_TRANSLATE_NOOP("DecisionsPage", "From the last receipt"), ""),
}
_NUMBER = {
    "reserved": (QT_TRANSLATE_NOOP("DecisionsPage", "Reserved"), "info"),
    "void": (QT_TRANSLATE_NOOP("DecisionsPage", "Void"), "neutral"),
}
TABLES = {
    "standing": _STANDING,
    "kind": _KIND,
    "channel": _CHANNEL,
    "method": _METHOD,
    "outward": _OUTWARD,
    "inward": _INWARD,
    "position": _POSITION,
    "touch": _TOUCH,
    "procedure": _PROCEDURE,
    "event": _EVENT,
    "counts": _COUNTS,
    "starts": _STARTS,
    "number": _NUMBER,
}


def say(table: str, value: str) -> str:
    """Return the words for a value of one of the tables."""
    found = TABLES[table].get(str(value))
    return QCoreApplication.translate(_CONTEXT, found[0]) if found else str(value)


def hue(table: str, value: str) -> str:
    """Return the hue of its chip, or the icon of an event."""
    found = TABLES[table].get(str(value))
    return found[1] if found else "neutral"


def pairs(table: str) -> list[tuple[str, str]]:
    """Return every value of a table with its words, to choose from."""
    return [(value, say(table, value)) for value in TABLES[table]]


def say_moment(instant: datetime, zone: str) -> str:
    """Return a day and an hour as a clock in a zone shows them, with its city."""
    local = instant.astimezone(ZoneInfo(zone or "UTC"))
    city = dates.city_of(zone) or "UTC"
    return f"{dates.whole_day(local.date())}, {local:%H:%M} {city}"


def say_end(instant: datetime, zone: str) -> str:
    """Return the day and hour at which a period ends, with the city of the clock."""
    local = instant.astimezone(ZoneInfo(zone or "UTC"))
    city = dates.city_of(zone) or "UTC"
    return f"{say_end_there(local)} {city}"


def say_end_there(local: datetime) -> str:
    """Return the day and hour at which a period ends; midnight ends the day before."""
    if local.time() == time():
        return f"{dates.whole_day(local.date() - timedelta(days=1))}, 24:00"
    return f"{dates.whole_day(local.date())}, {local:%H:%M}"


def say_left(left: timedelta) -> str:
    """Return how long a period still runs: in days, and in hours on the last one."""
    translate = QCoreApplication.translate
    if left >= timedelta(days=1):
        return translate(_CONTEXT, "%n day(s) left", "", left.days)
    hours = max(1, round(left.total_seconds() / 3600))
    return translate(_CONTEXT, "%n hour(s) left", "", hours)
