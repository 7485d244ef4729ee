"""Puts what the agenda's tab tells into words: hours that clash, steps, what hangs on an item."""

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.running_times import ClashKind
from app.ui import dates
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.domain.running_times import Clash, Course, Taken
    from app.services.agenda import Hanging
    from app.services.agenda_editions import EditionRow

_CLASHES = {
    ClashKind.BEFORE_THE_LAST_ENDS: QT_TRANSLATE_NOOP(
        "Agenda", "begins {minutes} before the item before it is over ({at})"
    ),
    ClashKind.INTO_A_BREAK: QT_TRANSLATE_NOOP("Agenda", "runs {minutes} into the break at {at}"),
    ClashKind.OVER_THE_DAY: QT_TRANSLATE_NOOP("Agenda", "runs {minutes} over {at}"),
    ClashKind.AFTER_THE_END: QT_TRANSLATE_NOOP("Agenda", "begins after the end at {at}"),
    ClashKind.LONGER_THAN_THE_ITEM_ABOVE: QT_TRANSLATE_NOOP(
        "Agenda", "its sub-items need {minutes} more than it has"
    ),
}
_STEPS = {
    "provisional": QT_TRANSLATE_NOOP("Agenda", "Send round as provisional…"),
    "annotated": QT_TRANSLATE_NOOP("Agenda", "Send round annotated…"),
    "draft": QT_TRANSLATE_NOOP("Agenda", "Put before the meeting…"),
    "adopted": QT_TRANSLATE_NOOP("Agenda", "Adopt the agenda…"),
    "amended": QT_TRANSLATE_NOOP("Agenda", "Keep as amended…"),
}
_STEPS_EXPLAINED = {
    "provisional": QT_TRANSLATE_NOOP(
        "Agenda",
        "The agenda is kept as it stands now. What is added later is marked as late.",
    ),
    "annotated": QT_TRANSLATE_NOOP(
        "Agenda", "The agenda is kept as it stands now, with its annotations."
    ),
    "draft": QT_TRANSLATE_NOOP(
        "Agenda", "The agenda is kept as it lies before the meeting at its opening."
    ),
    "adopted": QT_TRANSLATE_NOOP(
        "Agenda", "The agenda is kept as the meeting adopted it, whatever is changed later."
    ),
    "amended": QT_TRANSLATE_NOOP(
        "Agenda", "The agenda is kept as the meeting amended it, beside the one it adopted."
    ),
}


def say(text: str) -> str:
    """Return the words of this page in the language of the interface."""
    return QCoreApplication.translate("Agenda", text)


def minutes(number: int) -> str:
    """Return a length of time, such as "25 minutes" or "1 h 10 min"."""
    if number < 60:
        return _counted(number)
    hours, rest = divmod(number, 60)
    if not rest:
        return say("{hours} h").format(hours=hours)
    return say("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def clash(found: "Clash") -> str:
    """Return in what way an item does not fit, to follow its name."""
    at = f"{found.at:%H:%M}" if found.at is not None else ""
    return say(_CLASHES[found.kind]).format(minutes=minutes(found.minutes), at=at)


def clashes(taken: "Taken | None") -> str:
    """Return all that does not fit with an item; nothing if all does."""
    return "; ".join(clash(found) for found in taken.clashes) if taken is not None else ""


def hours(taken: "Taken | None") -> str:
    """Return when an item is taken, such as "09:30–09:50"; nothing where that is not known."""
    if taken is None or taken.starts_at is None or not taken.is_certain:
        return ""
    told = span(taken.starts_at, taken.ends_at)
    return say("Day {day}, {hours}").format(day=taken.day, hours=told) if taken.day > 1 else told


def span(start: time, end: time | None) -> str:
    """Return from when to when."""
    return f"{start:%H:%M}–{end:%H:%M}" if end is not None else f"{start:%H:%M}"


def course(run: "Course") -> str:
    """Return how long everything takes, and when it is over."""
    if not run.planned:
        return say("No times are planned yet.")
    told = [say("{time} planned").format(time=minutes(run.planned))]
    if run.ends_at is not None:
        told.append(say("over at {at}").format(at=f"{run.ends_at:%H:%M}"))
    if run.unplanned:
        told.append(_unplanned(run.unplanned))
    return " · ".join(told)


def overrun(run: "Course", closes: str) -> str:
    """Return by how much the plan is too long for the sitting; nothing if it fits."""
    if not run.overrun:
        return ""
    return say("Runs {minutes} over {at}").format(minutes=minutes(run.overrun), at=closes)


def step(status: str) -> str:
    """Return the words on the button that takes a step."""
    return say(_STEPS.get(status, status))


def step_explained(status: str) -> str:
    """Return what taking a step means."""
    return say(_STEPS_EXPLAINED.get(status, ""))


def edition(row: "EditionRow") -> str:
    """Return what an edition is called in a sentence, such as "edition 2 of 12 May 2025"."""
    return say("edition {number} of {day}").format(
        number=row.number, day=dates.day_and_year(row.dated_on)
    )


def hanging(found: "Hanging") -> str:
    """Return what goes with an item, or stays without it, in sentences."""
    told = []
    if found.sub_items:
        told.append(_sub_items(found.sub_items))
    if found.papers:
        papers = ", ".join(found.papers)
        told.append(say("Papers before it stay as papers: {papers}.").format(papers=papers))
    if found.paragraphs:
        told.append(_paragraphs(found.paragraphs))
    if found.decisions:
        decisions = ", ".join(found.decisions)
        told.append(
            say("Draft decisions under it stay without an item: {decisions}.").format(
                decisions=decisions
            )
        )
    if found.carried_to:
        told.append(say("It was carried to another meeting; that item stays there."))
    return " ".join(told) or say("Nothing hangs on it.")


def _counted(number: int) -> str:
    return QCoreApplication.translate("Agenda", "%n minute(s)", "", number)


def _unplanned(number: int) -> str:
    return QCoreApplication.translate("Agenda", "%n item(s) without a time", "", number)


def _sub_items(number: int) -> str:
    return QCoreApplication.translate(
        "Agenda", "The %n item(s) below it are deleted with it.", "", number
    )


def _paragraphs(number: int) -> str:
    return QCoreApplication.translate(
        "Agenda", "%n paragraph(s) of the minutes stay without an item.", "", number
    )
