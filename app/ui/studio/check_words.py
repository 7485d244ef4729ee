"""Puts into words what the checks found: what is in order, what is to be mended, and where."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.checks import Check, Finding

_CONTEXT = "Checks"
_SHOWN = 3
_LONGEST = 60
_LISTED = 20
_FAILED = "failed"
_NOT_APPLICABLE = "not-applicable"

_IN_ORDER: dict[str, str] = {
    "facts": QT_TRANSLATE_NOOP("Checks", "Nothing is left open"),
    "names": QT_TRANSLATE_NOOP("Checks", "Names match the delegation list"),
    "party-order": QT_TRANSLATE_NOOP("Checks", "{first} is named first"),
    "decisions": QT_TRANSLATE_NOOP("Checks", "Decisions are numbered in order"),
    "annexes": QT_TRANSLATE_NOOP("Checks", "Annexes are attached"),
    "confirmed": QT_TRANSLATE_NOOP("Checks", "Every paragraph is confirmed"),
    "languages": QT_TRANSLATE_NOOP("Checks", "Complete in every language"),
}
_TO_MEND: dict[str, str] = {
    "facts": "%n thing(s) left open",
    "names": "%n name(s) to look at",
    "party-order": "%n place(s) with the parties in the wrong order",
    "decisions": "%n decision(s) to look at",
    "annexes": "%n annex(es) to look at",
    "confirmed": "%n paragraph(s) not confirmed",
    "languages": "%n text(s) not translated",
}
_FOUND: dict[str, str] = {
    "missing": QT_TRANSLATE_NOOP("Checks", "{what}"),
    "spelled-otherwise": QT_TRANSLATE_NOOP("Checks", "“{what}” is listed as “{meant}”"),
    "not-on-the-list": QT_TRANSLATE_NOOP("Checks", "{what} is not on the list"),
    "named-first": QT_TRANSLATE_NOOP("Checks", "{what} is named first, not {meant}"),
    "signs-first": QT_TRANSLATE_NOOP("Checks", "{what} signs on the left, not {meant}"),
    "no-number": QT_TRANSLATE_NOOP("Checks", "{what} has no number"),
    "out-of-order": QT_TRANSLATE_NOOP("Checks", "{what} comes after {meant}"),
    "leaves-a-gap": QT_TRANSLATE_NOOP("Checks", "A number is missing between {meant} and {what}"),
    "not-in-the-document": QT_TRANSLATE_NOOP("Checks", "{what} is not in the document"),
    "not-attached": QT_TRANSLATE_NOOP("Checks", "{what} is mentioned and not there"),
    "empty": QT_TRANSLATE_NOOP("Checks", "{what} is empty"),
    "not-confirmed": QT_TRANSLATE_NOOP("Checks", "No. {what}"),
    "not-translated": QT_TRANSLATE_NOOP("Checks", "“{what}” is not there in {language}"),
}


def applies(check: "Check") -> bool:
    """Return whether the check has anything to say about the document."""
    return check.outcome != _NOT_APPLICABLE


def failed(check: "Check") -> bool:
    """Return whether there is something to mend."""
    return check.outcome == _FAILED


def passed(check: "Check") -> bool:
    """Return whether there is nothing to mend."""
    return not failed(check)


def title(check: "Check") -> str:
    """Return what was looked at, and how it came out."""
    if failed(check):
        return _translate(_TO_MEND[check.key.value], len(check.findings))
    return _translate(_IN_ORDER[check.key.value]).format(first=check.first)


def detail(check: "Check") -> str:
    """Return what there is to add: what was counted, or what is to be mended."""
    if not failed(check):
        return _ADDITIONS[check.key.value](check)
    if check.key.value == "confirmed":
        numbers = _stretches([int(finding.what) for finding in check.findings])
        return _translate("No. {numbers}: whether it happened so").format(numbers=numbers)
    if check.key.value == "languages":
        tags = Counter(finding.meant for finding in check.findings)
        return ", ".join(f"{phrases.say('language', tag)}: {n}" for tag, n in tags.items())
    told = [_tell(finding) for finding in check.findings]
    shown = told[:_SHOWN]
    if len(told) > _SHOWN:
        shown.append(_translate("and %n more", len(told) - _SHOWN))
    words = "; ".join(dict.fromkeys(shown))
    if check.key.value == "facts":
        return _translate("{things}. Shown in amber on the page.").format(things=_capital(words))
    return _capital(words)


def everything(check: "Check") -> str:
    """Return what is to be mended, a line each: more than there is room for."""
    lines = [_capital(_tell(finding)) for finding in check.findings[:_LISTED]]
    if len(check.findings) > _LISTED:
        lines.append(_translate("and %n more", len(check.findings) - _LISTED))
    return "\n".join(lines)


def _tell(finding: "Finding") -> str:
    what = finding.what if len(finding.what) <= _LONGEST else f"{finding.what[:_LONGEST]}…"
    language = phrases.say("language", finding.meant) if finding.meant else ""
    words = _translate(_FOUND[finding.problem.value])
    return words.format(what=what, meant=finding.meant, language=language)


def _stretches(numbers: list[int]) -> str:
    """Return numbers such as "1–4, 6"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = (f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return ", ".join(told)


def _people(check: "Check") -> str:
    return _translate("%n person(s) on the list", check.total)


def _original(check: "Check") -> str:
    return _translate("As this is its original")


def _stretch(check: "Check") -> str:
    if check.first == check.last:
        return check.first
    return _translate("{first} to {last}").format(first=check.first, last=check.last)


def _all_of(check: "Check") -> str:
    return _translate("{n} of {n}").format(n=check.total)


def _languages(check: "Check") -> str:
    if check.total > 1:
        return _translate("%n language(s)", check.total)
    return phrases.say("language", check.first)


def _facts(check: "Check") -> str:
    return _translate("No place on the page is marked in amber")


_ADDITIONS: dict[str, Callable[["Check"], str]] = {
    "facts": _facts,
    "names": _people,
    "party-order": _original,
    "decisions": _stretch,
    "annexes": _all_of,
    "confirmed": _all_of,
    "languages": _languages,
}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _translate(text: str, number: int = -1) -> str:
    return QCoreApplication.translate(_CONTEXT, text, "", number)
