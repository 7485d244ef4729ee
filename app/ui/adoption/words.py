"""What the window of an adoption says: decisions, meetings, changes."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui.adoption.filling import By, Earlier
from app.ui.dates import day_and_year

if TYPE_CHECKING:
    from app.services.adoption.sheets import DecisionChoice, MeetingChoice, VersionChange


def say(text: str) -> str:
    """Return a sentence of the window in the user's language."""
    return QCoreApplication.translate("Adoption", text)


def ways() -> list[tuple[Any, str]]:
    """Return by what a text can be adopted."""
    return [
        (By.TAKEN, say("A decision that was taken")),
        (By.MEETING, say("A new decision of a meeting")),
        (By.ELECTRONIC, say("A new electronic decision")),
    ]


def earlier(label: str) -> list[tuple[Any, str]]:
    """Return what can become of the version before."""
    return [
        (Earlier.SUPERSEDED, say("{label} is superseded").format(label=label)),
        (Earlier.KEPT, say("{label} stays in force for old cases").format(label=label)),
    ]


def decision(one: "DecisionChoice") -> str:
    """Return a decision as it is chosen by: number, day, title."""
    day = day_and_year(one.taken_on) if one.taken_on else ""
    return " · ".join(part for part in (one.symbol, day, one.title or one.meeting) if part)


def meeting(one: "MeetingChoice") -> str:
    """Return a meeting as it is chosen by: title and day."""
    day = day_and_year(one.starts_on) if one.starts_on else say("no day yet")
    return f"{one.title} · {day}"


def change(one: "VersionChange") -> str:
    """Return what became of a provision."""
    told = {
        "inserted": say("{name} was inserted"),
        "reworded": say("{name} was reworded"),
        "moved": say("{name} was moved"),
        "repealed": say("{name} was repealed"),
        "renumbered": say("{name} was renumbered"),
    }[str(one.done.value)]
    return told.format(name=one.name)
