"""What was deleted and can be brought back, newest first: whole intentions, as they were done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from app.domain.journal import ChangeEntry, ChangeSetEntry, Operation
from app.store.queries.history import NOT_UNDONE
from app.store.queries.record_marks import MARKS, rank_of
from app.store.queries.record_names import Ref, is_present, target_of
from app.store.reader import Reader

_AT_ONCE = 200
_TELLING = 60
NOT_SOUGHT = frozenset(
    {
        "agenda_paper",
        "amendment",
        "attachment",
        "attachment_blob",
        "meeting_action",
        "meeting_step",
        "organisation_distinction",
        "person_distinction",
        "project_decision",
        "provision_revision",
        "provision_text",
        "seal",
        "statement",
        "store_meta",
    }
)
"""What goes and comes with the work on other records; nobody looks for it in the trash."""


@dataclass(frozen=True)
class DeletedSet:
    """What one intention deleted.

    Attributes:
        number: The change set.
        roots: What was meant, without what hung on it; of very many only the first.
        count: How many those are.
        hung: How many records of which kind went with them.
    """

    number: int
    at: datetime
    actor: str
    use_case: str
    roots: tuple[Ref, ...]
    count: int
    hung: Mapping[str, int]


def list_deleted(
    reader: Reader, *, before: int | None = None, limit: int = 100
) -> tuple[DeletedSet, ...]:
    """Return the newest deletions that still hold, of those before a change set."""
    found: list[DeletedSet] = []
    last = before
    while len(found) < limit:
        sets = _sets(reader, last)
        if not sets:
            break
        last = sets[-1].id
        found += _described(reader, sets)
    return tuple(found[:limit])


def is_taken_back(reader: Reader, number: int) -> bool:
    """Return whether a change set was undone, or is not known."""
    known = reader.scalar(select(col(ChangeSetEntry.id)).where(col(ChangeSetEntry.id) == number))
    undone = select(col(ChangeSetEntry.id)).where(col(ChangeSetEntry.undo_of) == number)
    return known is None or reader.scalar(undone) is not None


def _sets(reader: Reader, before: int | None) -> Sequence[Any]:
    undoing = aliased(ChangeSetEntry)
    deleting = exists().where(
        col(ChangeEntry.change_set_id) == col(ChangeSetEntry.id),
        col(ChangeEntry.operation) == Operation.DELETE,
    )
    statement = (
        select(
            col(ChangeSetEntry.id),
            col(ChangeSetEntry.at),
            col(ChangeSetEntry.actor),
            col(ChangeSetEntry.use_case),
        )
        .where(
            deleting,
            col(ChangeSetEntry.use_case).not_in(NOT_UNDONE),
            ~exists().where(col(undoing.undo_of) == col(ChangeSetEntry.id)),
        )
        .order_by(col(ChangeSetEntry.id).desc())
        .limit(_AT_ONCE)
    )
    if before is not None:
        statement = statement.where(col(ChangeSetEntry.id) < before)
    return reader.execute(statement)


def _described(reader: Reader, sets: Sequence[Any]) -> list[DeletedSet]:
    counts, telling = _counts(reader, [row.id for row in sets])
    roots = {
        number: _roots(reader, number, kind) for number, kind in telling.items() if kind is not None
    }
    present = is_present(reader, [ref for refs in roots.values() for ref in refs])
    described = []
    for row in sets:
        gone = [ref for ref in roots.get(row.id, ()) if ref not in present]
        if gone:
            hung = counts[row.id] - Counter({gone[0][0]: len(gone)})
            described.append(
                DeletedSet(
                    row.id, row.at, row.actor, row.use_case, tuple(gone[:_TELLING]), len(gone), hung
                )
            )
    return described


def _counts(
    reader: Reader, numbers: Sequence[int]
) -> tuple[dict[int, Counter[str]], dict[int, str | None]]:
    """Return how many of each kind went, and the most telling kind of each change set."""
    rows = reader.execute(
        select(col(ChangeEntry.change_set_id), col(ChangeEntry.entity)).where(
            col(ChangeEntry.change_set_id).in_(numbers),
            col(ChangeEntry.operation) == Operation.DELETE,
        )
    )
    counts: dict[int, Counter[str]] = {number: Counter() for number in numbers}
    for number, kind in rows:
        counts[number][kind] += 1
    telling = {
        number: min(kinds.keys() & MARKS.keys() - NOT_SOUGHT, key=rank_of, default=None)
        for number, kinds in counts.items()
    }
    return counts, telling


def _roots(reader: Reader, number: int, kind: str) -> list[Ref]:
    """Return the records of a kind that went, but for those that went with another of them."""
    rows = reader.execute(
        select(col(ChangeEntry.pk), col(ChangeEntry.before))
        .where(
            col(ChangeEntry.change_set_id) == number,
            col(ChangeEntry.entity) == kind,
            col(ChangeEntry.operation) == Operation.DELETE,
        )
        .order_by(col(ChangeEntry.id))
    )
    keys = {key for key, _before in rows}
    return [(kind, key) for key, before in rows if not _lies_below(kind, before or {}, keys, key)]


def _lies_below(kind: str, image: Mapping[str, Any], keys: set[str], own: str) -> bool:
    above = image.get("parent_id")
    return target_of(kind, "parent_id") == kind and above in keys and above != own
