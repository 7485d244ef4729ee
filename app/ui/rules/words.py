"""What the rules page says in words: states, modes, steps of a provision's history."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui.dates import day_and_year
from app.ui.rules.choice import Mode

if TYPE_CHECKING:
    from app.services.rule_reading import ProvisionStep
    from app.services.rules import VersionRow

_HUES = {
    "draft": "violet",
    "adopted": "info",
    "effective": "ok",
    "superseded": "neutral",
    "withdrawn": "neutral",
    "repealed": "neutral",
}


def say(text: str) -> str:
    """Return a sentence of the page in the user's language."""
    return QCoreApplication.translate("RulesPage", text)


def mode(which: Mode) -> str:
    """Return the name of a way of reading."""
    return {
        Mode.READ: say("Read"),
        Mode.SIDE_BY_SIDE: say("Side by side"),
        Mode.REDLINE: say("Redline"),
        Mode.HISTORY: say("History"),
    }[which]


def status(version: "VersionRow", today: date) -> tuple[str, str]:
    """Return the state of a version and its hue; what counts is the day, not the entry."""
    stands = version.status not in {"draft", "withdrawn"}
    if stands and version.in_force_from is not None:
        if version.in_force_from > today:
            return say("In force from {day}").format(
                day=day_and_year(version.in_force_from)
            ), "info"
        if version.in_force_to is None or version.in_force_to > today:
            return say("In force"), "ok"
    names = {
        "draft": say("Draft"),
        "adopted": say("Adopted"),
        "effective": say("In force"),
        "superseded": say("Superseded"),
        "withdrawn": say("Withdrawn"),
        "repealed": say("Repealed"),
    }
    return names.get(version.status, version.status), _HUES.get(version.status, "neutral")


def adopted_by(version: "VersionRow") -> str:
    """Return by which decision a version was adopted, and when."""
    parts = [version.decision] if version.decision else []
    if version.adopted_on is not None:
        parts.append(day_and_year(version.adopted_on))
    return " · ".join(parts)


def label(version: "VersionRow") -> str:
    """Return how a version is called: as printed, with the word where that is a number alone."""
    return f"v{version.label}" if version.label[:1].isdigit() else version.label


def text_status(value: Any) -> str:
    """Return what authority a text has."""
    names = {
        "authentic": say("authentic text"),
        "official": say("official translation"),
        "official-translation": say("official translation"),
        "working": say("working text"),
    }
    return names.get(str(getattr(value, "value", value)), "")


def step(one: "ProvisionStep") -> str:
    """Return what a version did to a provision."""
    names = {
        "insert": say("Inserted"),
        "replace": say("Reworded"),
        "repeal": say("Repealed"),
        "renumber": say("Renumbered"),
        "move": say("Moved"),
    }
    if one.is_gone:
        return say("Repealed")
    return names.get(one.kind, say("First text"))


def untranslated(language: str) -> str:
    """Return the note beside words that are in another language than the one asked for."""
    return say("[no text in this language; shown in {language}]").format(
        language=language_name(language)
    )


def language_name(tag: str) -> str:
    """Return what a language calls itself."""
    names = {"en": "English", "ko": "한국어", "mn": "Монгол", "ja": "日本語"}
    return names.get(tag.split("-")[0], tag)
