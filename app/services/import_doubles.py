"""Remembers the rows of a list that were looked through, and which further ones are like them.

One person written twice, “Cho Gye-yeon” and “CHO Gye Yoen”, would become two persons. Nobody but
the user can tell, so nothing is decided here.
"""

from collections import defaultdict
from typing import TYPE_CHECKING

from app.services.import_rows import AlikeRow, ImportRow
from app.texts.alike_names import AlikeNames

if TYPE_CHECKING:
    from uuid import UUID

_LIKE_ENOUGH = 0.7
"""Less is one name alone: half a delegation may share a family name."""
_MOST_LIKELY = 5


class RowsAbove:
    """The rows further up that seat somebody."""

    def __init__(self) -> None:
        self._names: dict[UUID | None, AlikeNames[int]] = defaultdict(AlikeNames)
        self._rows: dict[int, ImportRow] = {}

    def note(self, row: ImportRow) -> None:
        """Remember a row that seats somebody."""
        self._rows[row.number] = row
        self._enter(row.number, row)

    def note_joined(self, row: ImportRow) -> ImportRow:
        """Remember a row that says more of somebody, and return it."""
        if row.joins is not None:
            self._rows[row.number] = self._rows[row.joins]
            self._enter(row.joins, row)
        return row

    def first_of(self, number: int) -> ImportRow | None:
        """Return the row that seats the person whom a row is about; ``None`` if none does."""
        return self._rows.get(number)

    def alike_to(self, row: ImportRow) -> tuple[AlikeRow, ...]:
        """Return the rows of the same side that may be about the same person, the likest first."""
        found = self._names[row.party_id].find(names=tuple(row.reading.names.values()))
        return tuple(
            AlikeRow(each.key, self._rows[each.key].reading.name, each.likeness.reason)
            for each in found[:_MOST_LIKELY]
            if each.likeness.score >= _LIKE_ENOUGH
            and _numbers(each.name) == _numbers(row.reading.name)
        )

    def _enter(self, number: int, row: ImportRow) -> None:
        self._names[row.party_id].add(number, names=tuple(row.reading.names.values()))


def _numbers(name: str) -> str:
    """Return the digits of a name: “Delegate 1” is not “Delegate 2”, alike as they sound."""
    return "".join(sign for sign in name if sign.isdigit())


def takes_role(first: ImportRow, joined: ImportRow) -> bool:
    """Say whether a row that says more of somebody says the role too, which the first does not."""
    return first.reading.role is None and joined.reading.role is not None
