"""Sums up a change set: how each record stood before it and after it, whatever lay between."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.journal import ChangeEntry, Operation
from app.store.journal_entries import Entry, Image

__all__ = ["Image", "NetChange", "sum_up"]


@dataclass
class NetChange:
    """What a change set did to one record.

    Attributes:
        entity, key: The record's kind and key, as the journal names them.
        before: The fields that it changed, as they were; ``None`` if there was no record.
        after: The same fields as they were left; ``None`` if there is no record any more.
        is_whole: ``before`` holds every field that had a value, and not only the changed ones.
    """

    entity: str
    key: str
    before: Image | None
    after: Image | None
    is_whole: bool = False


def sum_up(entries: Iterable[ChangeEntry | Entry]) -> tuple[NetChange, ...]:
    """Return one change for each record, in the order in which they were last touched.

    Args:
        entries: The entries of one change set, in the order of their keys, with what each left.
    """
    found: dict[tuple[str, str], NetChange] = {}
    for entry in entries:
        key = (entry.entity, entry.pk)
        present = found.get(key)
        if present is None:
            before = None if entry.operation is Operation.INSERT else dict(entry.before or {})
            after = None if entry.operation is Operation.DELETE else dict(entry.after or {})
            is_whole = entry.operation is Operation.DELETE
            found[key] = NetChange(entry.entity, entry.pk, before, after, is_whole)
        elif entry.operation is Operation.DELETE and present.before is None:
            del found[key]  # made and taken away again
        else:
            found[key] = found.pop(key)
            _follow(present, entry)
    return tuple(change for change in found.values() if change.before != change.after)


def _follow(change: NetChange, entry: ChangeEntry | Entry) -> None:
    if entry.operation is Operation.INSERT:
        change.after = dict(entry.after or {})
        return
    if change.before is not None and not change.is_whole:
        change.before = {**(entry.before or {}), **change.before}
    if entry.operation is Operation.DELETE:
        change.after = None
        change.is_whole = True
    else:
        change.after = {**(change.after or {}), **(entry.after or {})}
