"""Says in an official's words why a value does not fit its field, and what to enter instead."""

from collections.abc import Mapping
from typing import Any

_BY_TYPE: Mapping[str, str] = {
    "missing": "This must be filled in.",
    "string_type": "Enter words here.",
    "int_type": "Enter a whole number in figures, such as 3.",
    "int_parsing": "Enter a whole number in figures, such as 3.",
    "int_parsing_size": "This number is too large.",
    "int_from_float": "Enter a whole number in figures, such as 3.",
    "bool_type": "Answer with yes or no.",
    "bool_parsing": "Answer with yes or no.",
    "list_type": "Enter a list of entries.",
    "dict_type": "Enter the words for each language.",
    "uuid_type": "Choose a record from the list.",
    "uuid_parsing": "Choose a record from the list.",
    "bytes_type": "Choose a file.",
    "decimal_type": "Enter a number in figures, such as 12.5.",
    "decimal_parsing": "Enter a number in figures, such as 12.5.",
}
_BY_BEGINNING: tuple[tuple[str, str], ...] = (
    ("datetime", "Enter a date and a time, such as 27 May 2025, 09:30."),
    ("timezone", "Enter a time together with its time zone."),
    ("date", "Enter a date, such as 27 May 2025."),
    ("time", "Enter a time, such as 09:30."),
)


def explain(told: Mapping[str, Any]) -> str:
    """Return the sentence for one error as pydantic tells it."""
    kind, context = str(told["type"]), told.get("ctx") or {}
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    counted = _about_size(kind, context)
    if counted:
        return counted
    if kind in ("enum", "literal_error"):
        return f"Choose one of these: {context.get('expected', 'those offered')}."
    if kind == "string_pattern_mismatch":
        return f"“{told.get('input')}” is not written in the form that is needed here."
    for beginning, sentence in _BY_BEGINNING:
        if kind.startswith(beginning):
            return sentence
    return _as_said(str(told["msg"]))


def _about_size(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "string_too_short":
        least = context["min_length"]
        return "This must be filled in." if least == 1 else f"Enter at least {least} characters."
    if kind == "string_too_long":
        return f"Enter at most {context['max_length']} characters."
    if kind == "greater_than_equal":
        return f"Enter a number that is {context['ge']} or more."
    if kind == "greater_than":
        return f"Enter a number that is more than {context['gt']}."
    if kind == "less_than_equal":
        return f"Enter a number that is {context['le']} or less."
    if kind == "less_than":
        return f"Enter a number that is less than {context['lt']}."
    return ""


def _as_said(message: str) -> str:
    """Return a sentence of our own validators: they are written for people already."""
    words = message.removeprefix("Value error, ").strip().rstrip(".")
    return f"{words[:1].upper()}{words[1:]}."
