"""What conditions are about, of every record at once, so that no keystroke has to read it again.

A register of ten thousand decisions with their texts is tens of thousands of rows to join. That is
done once, when the palette opens; a condition is then a walk along columns in memory.
"""

import threading
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import String, func, select, type_coerce
from sqlmodel import col

from app.domain.journal import ChangeSetEntry
from app.store.finding.facts import subquery_of
from app.store.finding.leads import LEADS
from app.store.reader import Reader
from app.texts.query.asked import Kind

_COLUMNS = ("id", "code", "body_id", "meeting_id", "party_id", "day", "due", "status")
_BETWEEN = "\x1f"  # the unit separator, which no text of ours can hold


@dataclass(frozen=True)
class Ground:
    """The facts of every record, the latest first; a record is its place in these columns.

    Keys and days are kept as they are stored; what a record has not is an empty text.

    Attributes:
        places: The places of the records of each kind.
        place_of: The place of the record with a key.
        place_of_entry: The place of the record that an entry of the index leads to.
        met: Which records met conditions that were asked for.
    """

    kinds: list[Kind]
    ids: list[str]
    bodies: list[str]
    meetings: list[str]
    parties: list[str]
    days: list[str]
    dues: list[str]
    statuses: list[str]
    places: dict[Kind, list[int]]
    place_of: dict[str, int]
    place_of_entry: dict[int, int | None]
    met: dict[Hashable, set[int]] = field(default_factory=dict)


@dataclass
class Grounds:
    """Keeps the ground of a workspace until anything in it changes."""

    _known: tuple[int | None, Ground] | None = None
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def of(self, reader: Reader) -> Ground:
        """Return the ground as a reader sees the workspace."""
        if reader.is_within_work:  # what it sees may never be saved
            return _lay(reader)
        changes = reader.scalar(select(func.max(col(ChangeSetEntry.id))))
        with self._one_at_a_time:
            if self._known is None or self._known[0] != changes:
                self._known = (changes, _lay(reader))
            return self._known[1]


def _lay(reader: Reader) -> Ground:
    kinds: list[Kind] = []
    columns: list[list[str]] = [[] for _ in _COLUMNS]
    for kind in sorted(set(Kind) - {Kind.PROVISION}):
        facts: Any = subquery_of(kind).c
        for column, told in zip(
            columns, _read(reader, [facts[name] for name in _COLUMNS]), strict=True
        ):
            column += told
        kinds += [kind] * (len(columns[0]) - len(kinds))
    order = _latest_first(*(columns[_COLUMNS.index(name)] for name in ("code", "day", "due")))
    kinds = [kinds[place] for place in order]
    ids, _, bodies, meetings, parties, days, dues, statuses = (
        [column[place] for place in order] for column in columns
    )
    places: dict[Kind, list[int]] = {kind: [] for kind in Kind}
    for place, kind in enumerate(kinds):
        places[kind].append(place)
    place_of = dict(zip(ids, range(len(ids)), strict=True))
    return Ground(
        kinds=kinds,
        ids=ids,
        bodies=bodies,
        meetings=meetings,
        parties=parties,
        days=days,
        dues=dues,
        statuses=statuses,
        places=places,
        place_of=place_of,
        place_of_entry=_entries(reader, place_of),
    )


def _latest_first(codes: list[str], days: list[str], dues: list[str]) -> list[int]:
    whens = [due or day for day, due in zip(days, dues, strict=True)]
    by_code = sorted(range(len(codes)), key=codes.__getitem__)
    return sorted(by_code, key=whens.__getitem__, reverse=True)


def _entries(reader: Reader, place_of: dict[str, int]) -> dict[int, int | None]:
    found: dict[int, int | None] = {}
    for lead in LEADS.values():
        targets: Any = lead.targets.c
        entries, keys = _read(reader, (targets.entry_id, targets.target_id))
        found |= zip(map(int, entries), map(place_of.get, keys), strict=True)
    return found


def _read(reader: Reader, columns: Sequence[Any]) -> list[list[str]]:
    """Return whole columns as text, nothing as an empty one; each comes as one value.

    A row of its own for each of a hundred thousand would take ten times as long.
    """
    whole = (
        func.aggregate_strings(func.coalesce(type_coerce(column, String), ""), _BETWEEN)
        for column in columns
    )
    count, *told = reader.execute(select(func.count(), *whole))[0]
    return [text.split(_BETWEEN) for text in told] if count else [[] for _ in columns]
