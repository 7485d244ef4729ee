"""Puts the values of minutes into words: whose word a paragraph is, how far the minutes are."""

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.parties import PartyChip
    from app.services.signing import Obstacle

_CONTEXT = "Minutes"
_TWO = 2

_KINDS: Mapping[str, str] = {
    "statement": QT_TRANSLATE_NOOP("Minutes", "Statement"),
    "discussion": QT_TRANSLATE_NOOP("Minutes", "Discussion"),
    "conclusion": QT_TRANSLATE_NOOP("Minutes", "Conclusion"),
    "note": QT_TRANSLATE_NOOP("Minutes", "Note"),
}
_DECISION_KINDS: Mapping[str, str] = {
    "conclusion": QT_TRANSLATE_NOOP("Minutes", "Concludes"),
    "adoption-of-rules": QT_TRANSLATE_NOOP("Minutes", "Adopts rules"),
    "approval": QT_TRANSLATE_NOOP("Minutes", "Approves"),
    "registration": QT_TRANSLATE_NOOP("Minutes", "Registers"),
    "issuance": QT_TRANSLATE_NOOP("Minutes", "Issues"),
    "designation": QT_TRANSLATE_NOOP("Minutes", "Designates"),
    "recommendation": QT_TRANSLATE_NOOP("Minutes", "Recommends"),
    "other": QT_TRANSLATE_NOOP("Minutes", "Something else"),
}
_STEPS: Mapping[str, str] = {
    "pre-drafted": QT_TRANSLATE_NOOP("Minutes", "Draft"),
    "exchanged": QT_TRANSLATE_NOOP("Minutes", "Sent round"),
    "negotiated": QT_TRANSLATE_NOOP("Minutes", "Negotiated"),
    "approved": QT_TRANSLATE_NOOP("Minutes", "Approved"),
    "signed": QT_TRANSLATE_NOOP("Minutes", "Signed"),
    "confirmed": QT_TRANSLATE_NOOP("Minutes", "Confirmed"),
    "distributed": QT_TRANSLATE_NOOP("Minutes", "Distributed"),
    "published": QT_TRANSLATE_NOOP("Minutes", "Published"),
    "corrected": QT_TRANSLATE_NOOP("Minutes", "Corrected"),
}
_VERBS: Mapping[str, str] = {
    "exchanged": QT_TRANSLATE_NOOP("Minutes", "Mark as sent round"),
    "negotiated": QT_TRANSLATE_NOOP("Minutes", "Mark as being negotiated"),
    "approved": QT_TRANSLATE_NOOP("Minutes", "Mark as approved"),
    "signed": QT_TRANSLATE_NOOP("Minutes", "Mark as signed"),
    "confirmed": QT_TRANSLATE_NOOP("Minutes", "Mark as confirmed"),
    "distributed": QT_TRANSLATE_NOOP("Minutes", "Mark as distributed"),
    "published": QT_TRANSLATE_NOOP("Minutes", "Mark as published"),
}
_ANSWERS: Mapping[str, tuple[str, str]] = {
    "agreed": (QT_TRANSLATE_NOOP("Minutes", "Agreed"), "ok"),
    "changes-proposed": (QT_TRANSLATE_NOOP("Minutes", "Changes proposed"), "warn"),
    "no-objection": (QT_TRANSLATE_NOOP("Minutes", "No objection"), "ok"),
    "": (QT_TRANSLATE_NOOP("Minutes", "No answer yet"), "warn"),
}
_OBSTACLES: Mapping[str, str] = {
    "no-paragraphs": QT_TRANSLATE_NOOP("Minutes", "The minutes say nothing yet"),
    "not-confirmed": QT_TRANSLATE_NOOP("Minutes", "Not confirmed as having happened: “{words}”"),
    "gap-in-words": QT_TRANSLATE_NOOP("Minutes", "Still to be filled in: “{words}”"),
    "no-words": QT_TRANSLATE_NOOP("Minutes", "Not written in every language: “{words}”"),
    "day-missing": QT_TRANSLATE_NOOP("Minutes", "The meeting has no date"),
    "place-missing": QT_TRANSLATE_NOOP("Minutes", "The meeting has no place"),
    "decision-not-adopted": QT_TRANSLATE_NOOP("Minutes", "Decision “{words}” has no number yet"),
    "no-signatories": QT_TRANSLATE_NOOP("Minutes", "Nobody is named to sign"),
    "side-without-signatory": QT_TRANSLATE_NOOP("Minutes", "Nobody signs for {words}"),
    "name-missing": QT_TRANSLATE_NOOP("Minutes", "The signatory of {words} has no name"),
    "not-signed": QT_TRANSLATE_NOOP("Minutes", "{words} has not signed"),
}

STEPS = tuple(key for key in _STEPS if key != "corrected")
"""The steps of minutes, in their order."""
KINDS = tuple(_KINDS)
"""What a paragraph may do."""
ANSWERS = tuple(key for key in _ANSWERS if key)
"""What a side may answer."""
GRADES = ("both-sides", "one-side", "noted")
"""Whose word a paragraph may be."""


def say_kind(kind: str) -> str:
    """Return what a paragraph does."""
    return _said(_KINDS.get(kind, kind))


def say_decision_kind(kind: str) -> str:
    """Return what a decision does."""
    return _said(_DECISION_KINDS.get(kind, kind))


def say_step(status: object) -> str:
    """Return how far minutes are."""
    key = _key(status)
    return _said(_STEPS.get(key, key))


def say_verb(status: object) -> str:
    """Return what the button says that takes minutes to a step."""
    key = _key(status)
    return _said(_VERBS.get(key, key))


def say_answer(answer: str) -> str:
    """Return what a side answered."""
    return _said(_ANSWERS.get(answer, (answer, ""))[0])


def hue_of_answer(answer: str) -> str:
    """Return the hue of the chip that says an answer."""
    return _ANSWERS.get(answer, ("", "neutral"))[1]


def say_grade(grade: str, party: "PartyChip | None", *, sides: int = _TWO) -> str:
    """Return whose word a paragraph is; ``sides`` is how many there are."""
    if grade == "one-side" and party is not None:
        return _said("The {side} side stated").format(side=party.adjective)
    if grade == "noted" and party is not None:
        return _said("The {side} side noted").format(side=party.adjective)
    return _said("All sides agreed") if sides > _TWO else _said("Both sides agreed")


def say_obstacle(obstacle: "Obstacle") -> str:
    """Return what is still to be done."""
    form = _said(_OBSTACLES.get(_key(obstacle.kind), _key(obstacle.kind)))
    return form.format(words=obstacle.words)


def in_language(names: Mapping[str, str], language: str) -> str:
    """Return a name in a language, else in English, else in any."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")


def not_signed() -> str:
    """Return what stands where a signature is still to come."""
    return _said("Not signed yet")


def short_hash(sha256: str) -> str:
    """Return the beginning and the end of a hash, by which it is told from others."""
    return f"{sha256[:4]}…{sha256[-4:]}"


def _said(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def _key(value: Any) -> str:
    return str(value.value if isinstance(value, Enum) else value)
