"""Patterns for the numbers of meetings and decisions, such as ``JWG-{ordinal}``."""

import re

_FIELD = re.compile(r"\{([^{}]*)\}")

MEETING_FIELDS = ("ordinal", "year")
DECISION_FIELDS = ("number", "ordinal", "year")


def fill(pattern: str, **values: object) -> str:
    """Return a pattern with its fields filled in; nothing where one of them is not known yet."""
    told = {name: value for name, value in values.items() if value is not None}
    wanted = _FIELD.findall(pattern)
    if any(name not in told for name in wanted):
        return ""
    return _FIELD.sub(lambda found: str(told[found[1]]), pattern)


def unknown_fields(pattern: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return what stands in braces in a pattern and cannot be filled in; a stray brace too."""
    unknown = [name or "{}" for name in _FIELD.findall(pattern) if name not in known]
    rest = _FIELD.sub("", pattern)
    return (*unknown, *(brace for brace in "{}" if brace in rest))
