"""Lists the fields that templates may print of one record of facts, with what is in each now."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from app.documents.facts import Facts
from app.texts.blocks import Provision
from app.texts.letterhead import Letterhead

_ROOT = "facts"


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    DAY = "day"
    HOUR = "hour"
    NUMBER = "number"
    CHOICE = "choice"
    MISSING = "missing"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record of facts.

    Attributes:
        path: How a template writes it: ``facts.meeting.place``; of a list also with the place of
            the entry, ``facts.parties[1].name``, which a template reaches with a loop.
        kind: What it holds.
        value: What is in it, as plain words; nothing where it is missing.
        record: The identifier of the record that it is a fact of; empty where it has none.
    """

    path: str
    kind: FieldKind
    value: str
    record: str = ""


def list_fields(facts: Facts) -> tuple[Field, ...]:
    """Return every field of ``facts`` in the order in which they are declared.

    Texts of rules and letterheads are left out: they never pass through a template.
    """
    return tuple(_walk(facts, _ROOT, record=""))


def list_form_fields(facts: Any) -> tuple[Field, ...]:
    """Return every field of ``facts`` as a ministry's own Word form writes it: without a root."""
    return tuple(
        field
        for each in fields(facts)
        for field in _walk(getattr(facts, each.name), each.name, record="")
    )


def _walk(value: Any, path: str, *, record: str) -> Iterator[Field]:
    if isinstance(value, Provision | Letterhead):
        return
    if is_dataclass(value):
        record = str(getattr(value, "id", "") or record)
        for each in fields(value):
            yield from _walk(getattr(value, each.name), f"{path}.{each.name}", record=record)
    elif isinstance(value, tuple):
        yield Field(path, FieldKind.LIST, str(len(value)), record)
        for place, each in enumerate(value, start=1):
            yield from _walk(each, f"{path}[{place}]", record=record)
    else:
        yield Field(path, _kind_of(value), _words_of(value), record)


def _kind_of(value: Any) -> FieldKind:
    if value is None or value == "":
        return FieldKind.MISSING
    kinds: tuple[tuple[type, FieldKind], ...] = (
        (bool, FieldKind.CHOICE),
        (date, FieldKind.DAY),
        (time, FieldKind.HOUR),
        (int, FieldKind.NUMBER),
    )
    return next((kind for model, kind in kinds if isinstance(value, model)), FieldKind.TEXT)


def _words_of(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date | time) else str(value)
