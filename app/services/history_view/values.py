"""Reads a stored value as what it says to people: a day, a choice, the name of a record."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.store.field_sorts import FieldSort, sort_of
from app.store.queries.record_names import Named, RecordNames, Ref, target_of

_PARTIAL_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_DAY_FIELDS = ("_on", "_from", "_to", "_until")
_LANGUAGE_FIELDS = frozenset({"language", "prevailing_language"})
_LANGUAGES_FIELDS = frozenset({"languages", "authentic_languages"})
_WEEKDAYS = "weekend"
HIDDEN = frozenset(
    {
        "content_root",
        "created_at",
        "data",
        "entity",
        "ical_sequence",
        "ical_uid",
        "id",
        "pk",
        "row_version",
        "sealed_from",
        "sha256",
        "sort_key",
        "source_sha256",
        "target_sha256",
        "updated_at",
    }
)
"""What the program keeps for itself, and nobody has ever entered."""


class Sort(StrEnum):
    """What a value says."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    HOUR = "hour"
    CHOICE = "choice"
    YES_NO = "yes-no"
    RECORD = "record"
    LANGUAGES = "languages"
    WEEKDAYS = "weekdays"
    FILE = "file"


@dataclass(frozen=True)
class Value:
    """A value of a field.

    Attributes:
        text: The words, the day as ``2025-05-27``, the member of a choice, the size of a file.
        moment: Of a moment, when.
        record: Of a reference, the record.
        parts: Of several languages or weekdays, each.
    """

    sort: Sort
    text: str = ""
    moment: datetime | None = None
    record: Named | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """A field of a record, or its text in one language, or one part of it."""

    name: str
    language: str = ""
    part: str = ""


def refs_in(kind: str, image: Mapping[str, Any]) -> Iterator[Ref]:
    """Yield the records that an image names."""
    for name, value in image.items():
        target = target_of(kind, name)
        if target and value is not None:
            yield target, str(value)
    if image.get("entity") and image.get("pk"):
        yield str(image["entity"]), str(image["pk"])


def read_values(kind: str, image: Mapping[str, Any], names: RecordNames) -> dict[Place, Value]:
    """Return what an image says, place by place; what is empty is left out."""
    found: dict[Place, Value] = {}
    for name, value in image.items():
        if name in HIDDEN or value in (None, "", {}, []):
            continue
        if isinstance(value, dict) and "sha256" not in value:
            found.update(_texts(name, value))
        else:
            found[Place(name)] = _value(kind, name, value, names)
    return found


def _texts(name: str, value: Mapping[str, Any]) -> Iterator[tuple[Place, Value]]:
    """Yield the text of each language, and of each part of a name in it."""
    for tag, text in value.items():
        if isinstance(text, dict):
            for part, words in text.items():
                if words:
                    yield Place(name, str(tag), str(part)), Value(Sort.TEXT, str(words))
        elif text not in (None, ""):
            yield Place(name, str(tag)), Value(Sort.TEXT, _plain(text))


def _value(kind: str, name: str, value: Any, names: RecordNames) -> Value:
    if isinstance(value, dict):
        return Value(Sort.FILE, str(value.get("size", "")))
    if isinstance(value, list):
        return _list(name, value)
    target = target_of(kind, name)
    if target:
        return Value(Sort.RECORD, record=names.name((target, str(value))))
    return _simple(sort_of(kind, name), name, value)


def _simple(sort: FieldSort, name: str, value: Any) -> Value:
    text = str(value)
    if isinstance(value, bool) or sort is FieldSort.YES_NO:
        return Value(Sort.YES_NO, "yes" if value else "no")
    if sort is FieldSort.CHOICE:
        return Value(Sort.CHOICE, text)
    if sort is FieldSort.MOMENT:
        moment = _moment(text)
        return Value(Sort.MOMENT, text, moment) if moment else Value(Sort.TEXT, text)
    if sort is FieldSort.HOUR:
        return Value(Sort.HOUR, text[:5])
    is_day = name == "on" or name.endswith(_DAY_FIELDS)
    if sort is FieldSort.DAY or (is_day and _PARTIAL_DATE.fullmatch(text)):
        return Value(Sort.DAY, text)
    if name in _LANGUAGE_FIELDS:
        return Value(Sort.LANGUAGES, text, parts=(text,))
    return Value(Sort.TEXT, text)


def _list(name: str, value: list[Any]) -> Value:
    parts = tuple(_plain(each) for each in value)
    if name in _LANGUAGES_FIELDS:
        return Value(Sort.LANGUAGES, parts=parts)
    if name == _WEEKDAYS:
        return Value(Sort.WEEKDAYS, parts=parts)
    return Value(Sort.TEXT, "\n".join(parts))


def _plain(value: Any) -> str:
    """Return a value that lies inside another, such as an item of a kept agenda, as a line."""
    if isinstance(value, dict):
        inner = (_plain(each) for each in value.values())
        return " · ".join(part for part in inner if part)
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value)
    return "" if value is None else str(value)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
