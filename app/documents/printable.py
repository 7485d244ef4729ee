"""Makes a record of facts fit to print: clean characters, and one way only to be missing."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from types import NoneType
from typing import Any

from app.domain.names import Untranslated
from app.texts.blocks import Provision
from app.texts.characters import clean


def make_printable(value: Any) -> Any:
    """Return ``value`` with its texts cleaned; a text of nothing but spaces becomes ``None``."""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, tuple):
        cleaned = tuple([make_printable(each) for each in value])
        unchanged = all(after is before for after, before in zip(cleaned, value, strict=True))
        return value if unchanged else cleaned
    changed = {}
    for name in _field_names(value):
        before = getattr(value, name)
        if type(before) in _AS_IT_IS:  # most of what a record holds
            continue
        after = make_printable(before)
        if after is not before:
            changed[name] = after
    return replace(value, **changed) if changed else value


def _clean(text: str) -> str | None:
    cleaned = clean(text).strip()
    if not isinstance(text, Untranslated):
        return cleaned or None
    if cleaned == text:
        return text
    return Untranslated(cleaned, text.language) if cleaned else None


_AS_IT_IS = frozenset({date, time, int, bool, NoneType})
_names: dict[type, tuple[str, ...]] = {Provision: ()}


def _field_names(value: Any) -> tuple[str, ...]:
    """Return the fields to look into; provisions are texts already, and cleaned as such."""
    kind = type(value)
    if kind not in _names:
        _names[kind] = tuple(each.name for each in fields(value)) if is_dataclass(value) else ()
    return _names[kind]
