"""What the rules page says in words: states, modes, steps of a provision's history."""

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui.dates import day_and_year
from app.ui.rules.asked import Asked
from app.ui.rules.choice import Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.rule_library.language_gaps import LanguageGap
    from app.services.rule_library.reliances import TouchedProvision
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


def status(
    version: "VersionRow", today: date, versions: "Sequence[VersionRow]" = ()
) -> tuple[str, str]:
    """Return the state of a version and its hue; what counts is the day, not the entry."""
    stands = version.status not in {"draft", "withdrawn"}
    if stands and version.in_force_from is not None:
        if version.in_force_from > today:
            return say("In force from {day}").format(
                day=day_and_year(version.in_force_from)
            ), "info"
        if version.in_force_to is None or version.in_force_to > today:
            later = any(_is_in_force(row, today) for row in versions if row.number > version.number)
            return (say("In force for old cases"), "info") if later else (say("In force"), "ok")
    names = {
        "draft": say("Draft"),
        "adopted": say("Adopted"),
        "effective": say("In force"),
        "superseded": say("Superseded"),
        "withdrawn": say("Withdrawn"),
        "repealed": say("Repealed"),
    }
    return names.get(version.status, version.status), _HUES.get(version.status, "neutral")


def _is_in_force(version: "VersionRow", today: date) -> bool:
    begins, ends = version.in_force_from, version.in_force_to
    stands = version.status not in {"draft", "withdrawn"}
    return stands and begins is not None and begins <= today and (ends is None or ends > today)


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


def facts(version: "VersionRow") -> tuple[str, ...]:
    """Return what there is to say of a version, a line each."""
    return tuple(line for line in (adopted_by(version), *remarks(version)) if line)


def remarks(version: "VersionRow") -> tuple[str, ...]:
    """Return what there is to say of a version beside its adoption."""
    told = []
    if version.ad_referendum:
        day = version.confirmed_on
        told.append(
            say("Capitals consented on {day}").format(day=day_and_year(day))
            if day is not None
            else say("Ad referendum: the capitals have still to consent")
        )
    if version.is_provisional:
        told.append(say("Applied provisionally"))
    if version.applies_to:
        told.append(say("Applies to: {scope}").format(scope=version.applies_to))
    if not version.text_held:
        told.append(say("Text not held"))
    return tuple(told)


def touched(row: "TouchedProvision") -> str:
    """Return what a decision did to a provision."""
    names = {
        "insert": say("{name} inserted"),
        "replace": say("{name} reworded"),
        "repeal": say("{name} repealed"),
        "renumber": say("{name} renumbered"),
        "move": say("{name} moved"),
    }
    return names.get(row.kind, "{name}").format(name=row.name)


def gap(one: "LanguageGap") -> str:
    """Return where two languages of a provision differ."""
    names = {
        "missing": say("{label}: no text in {language}"),
        "empty": say("{label}: no words in {language}"),
        "stale": say("{label}: the {language} text translates an earlier text"),
        "unnumbered": say("{label}: no number in {language}"),
        "numbers": say("{label}: numbers differ{what}"),
        "dates": say("{label}: dates differ{what}"),
        "amounts": say("{label}: amounts differ{what}"),
        "references": say("{label}: references differ{what}"),
    }
    signs = tuple(
        ", ".join(_spoken(sign) for sign in own) or "–" for own in (one.only_first, one.only_second)
    )
    what = f": {signs[0]} | {signs[1]}" if any(sign != "–" for sign in signs) else ""
    return names[str(getattr(one.kind, "value", one.kind))].format(
        label=one.name, what=what, language=language_name(one.language)
    )


def asked(which: Asked) -> str:
    """Return what can be asked for, as the menu of the page calls it."""
    return {
        Asked.NEW_RULES: say("New rules…"),
        Asked.RULE_SETTINGS: say("About these rules…"),
        Asked.NEW_VERSION: say("Record a version without text…"),
        Asked.VERSION_SETTINGS: say("About this version…"),
        Asked.DRAFT: say("Draft the next version…"),
        Asked.ADOPT: say("Adopt the draft…"),
        Asked.AUTHENTIC: say("Declare a language authentic…"),
        Asked.COMPARE: say("Compare with other rules…"),
        Asked.LINK_DECISION: say("Link a decision…"),
    }[which]


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


def _spoken(sign: str) -> str:
    """Return a day as it is read; numbers, amounts and names of provisions as they are."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", sign):
        return day_and_year(date.fromisoformat(sign))
    return sign
