"""The forms in which a proposal is corrected, one for each kind of thing that was found."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.past import words
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.fields import (
    CheckField,
    DateField,
    LongTextField,
    NumberField,
    OptionField,
    TextField,
)
from app.ui.widgets.form import Form

_CATEGORIES = ("minutes", "agenda", "list", "rules", "report", "press-release", "other")
_LANGUAGES = ("en", "ko", "mn", "ja")
_LABELS = {
    "number": QT_TRANSLATE_NOOP("Past", "Number of the meeting"),
    "text": QT_TRANSLATE_NOOP("Past", "Words"),
    "first": QT_TRANSLATE_NOOP("Past", "First day"),
    "last": QT_TRANSLATE_NOOP("Past", "Last day"),
    "town": QT_TRANSLATE_NOOP("Past", "Place"),
    "land": QT_TRANSLATE_NOOP("Past", "Country"),
    "choice": QT_TRANSLATE_NOOP("Past", "What it was"),
    "party_id": QT_TRANSLATE_NOOP("Past", "Side"),
    "title": QT_TRANSLATE_NOOP("Past", "Title"),
    "category": QT_TRANSLATE_NOOP("Past", "What it is"),
    "language": QT_TRANSLATE_NOOP("Past", "Language"),
    "symbol": QT_TRANSLATE_NOOP("Past", "Number as printed"),
    "taken_on": QT_TRANSLATE_NOOP("Past", "Taken on"),
    "words": QT_TRANSLATE_NOOP("Past", "What is to be done"),
    "due_on": QT_TRANSLATE_NOOP("Past", "Due on"),
    "name": QT_TRANSLATE_NOOP("Past", "Name as printed"),
    "post": QT_TRANSLATE_NOOP("Past", "Post as printed"),
    "office": QT_TRANSLATE_NOOP("Past", "Office as printed"),
    "is_head": QT_TRANSLATE_NOOP("Past", "Head of the delegation"),
    "code": QT_TRANSLATE_NOOP("Past", "Short name"),
    "label": QT_TRANSLATE_NOOP("Past", "Version as printed"),
    "adopted_on": QT_TRANSLATE_NOOP("Past", "Adopted on"),
    "in_force_from": QT_TRANSLATE_NOOP("Past", "In force from"),
    "body": QT_TRANSLATE_NOOP("Past", "Text"),
}
_FORMS: Mapping[str, tuple[str, ...]] = {
    "ordinal": ("number",),
    "days": ("first", "last"),
    "planned-days": ("first", "last"),
    "title": ("text",),
    "next": ("text",),
    "place": ("town", "land"),
    "mode": ("choice",),
    "happening": ("choice",),
    "host": ("party_id",),
    "paper": ("title", "category", "language"),
    "decision": ("symbol", "taken_on", "title", "text"),
    "action": ("words", "party_id", "due_on"),
    "delegate": ("name", "post", "office", "party_id", "is_head"),
    "rules": ("title", "code", "label", "adopted_on", "in_force_from"),
}
_BESIDE = frozenset({"last", "land", "taken_on", "due_on", "language", "in_force_from", "label"})
_DAYS = frozenset({"first", "last", "taken_on", "due_on", "adopted_on", "in_force_from"})
_LONG = frozenset({"words"})
_LONG_TEXTS = frozenset({"decision", "next", "title"})
_MODES = ("in-person", "hybrid", "online")
_HAPPENINGS = ("held", "ahead")


def kind_of(proposal: Any) -> str:
    """Return which form a proposal is corrected in."""
    return str(proposal.field or proposal.kind.value)


def make_form(kind: str, sides: Mapping[Any, str]) -> Form:
    """Return an empty form for one kind of thing."""
    form = Form(name=f"past_{kind}")
    for name in _FORMS[kind]:
        label = "body" if kind == "decision" and name == "text" else name
        form.add(name, _say(_LABELS[label]), _field(kind, name, sides), beside=name in _BESIDE)
    return form


def values_for(kind: str, proposal: Any) -> dict[str, Any]:
    """Return the values of a proposal that its form shows."""
    return {name: proposal.values.get(name) for name in _FORMS[kind]}


def _field(kind: str, name: str, sides: Mapping[Any, str]) -> Any:
    if name in _DAYS:
        return DateField()
    if name in _LONG or (kind in _LONG_TEXTS and name == "text"):
        return LongTextField(lines=2, most=8)
    makers: Mapping[str, Callable[[], Any]] = {
        "number": lambda: NumberField(minimum=1, maximum=300, optional=False),
        "party_id": lambda: OptionField([(None, "–"), *sides.items()]),
        "choice": lambda: OptionField(
            [(each, words.choice(each)) for each in (_MODES if kind == "mode" else _HAPPENINGS)]
        ),
        "category": lambda: OptionField(
            [(each, phrases.say("paper category", each)) for each in _CATEGORIES]
        ),
        "language": lambda: OptionField(
            [(each, phrases.say("language", each)) for each in _LANGUAGES]
        ),
        "is_head": CheckField,
    }
    return makers.get(name, TextField)()


def _say(text: str) -> str:
    return QCoreApplication.translate("Past", text)
