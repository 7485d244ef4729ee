"""Shows what was done in the workspace, or to one record, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from app.store.finding.found import find as find_records
from app.store.queries import change_pages as queries
from app.store.queries.change_pages import Backwards, SetRow, Touched, Wanted
from app.store.queries.history import is_backwards
from app.store.queries.record_families import family_of
from app.store.queries.record_names import Named, RecordNames
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.query.reading import read

__all__ = [
    "Backwards",
    "HistoryPage",
    "HistoryRow",
    "Named",
    "Sought",
    "list_actors",
    "list_kinds",
    "list_page",
    "name_record",
    "row_of",
]

_MOST_NAMED = 200


@dataclass(frozen=True)
class Sought:
    """What the history is looked through for; each condition that is given must hold.

    Attributes:
        words: Words of what was done, of the record's name, or of what was replaced or deleted.
        actor: Who did it; ``None`` for everybody.
        kinds: Kinds of record of which it touched one; none for all.
        first, last: From which day to which, both included.
        record: The record whose history it is, with all that belongs to it.
    """

    words: str = ""
    actor: str | None = None
    kinds: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    record: tuple[str, UUID] | None = None


@dataclass(frozen=True)
class HistoryRow:
    """One intention of somebody.

    Attributes:
        id: Its number.
        use_case: What was done, in the user's words.
        names: The first records that it was about.
        count: How many it was about.
        is_backwards: It only undid something else, or brought it back.
        undone_by: What took it back in its turn.
    """

    id: int
    at: datetime
    actor: str
    use_case: str
    names: tuple[Named, ...]
    count: int
    kinds: Mapping[str, int]
    undo_of: int | None
    is_backwards: bool
    undone_by: Backwards | None


@dataclass(frozen=True)
class HistoryPage:
    """Some of what was done, the newest first.

    Attributes:
        next: Before which change set the next page begins; ``None`` at the end.
    """

    rows: tuple[HistoryRow, ...]
    next: int | None


def list_page(
    workspace: Workspace,
    *,
    sought: Sought,
    before: int | None = None,
    limit: int = 200,
    language: str = "en",
) -> HistoryPage:
    """Return what was done and is sought, the newest first.

    Args:
        workspace: The workspace.
        sought: What is looked for.
        before: Where the page begins: what an earlier page said.
        limit: How many rows a page has.
        language: For the names of records.
    """
    with workspace.read() as reader:
        wanted = _wanted(reader, workspace, sought, language)
        sets = queries.list_sets(reader, wanted, before=before, limit=limit)
        rows = _rows(reader, sets, language)
    return HistoryPage(rows, sets[-1].number if len(sets) == limit else None)


def row_of(reader: Reader, number: int, *, language: str) -> HistoryRow | None:
    """Return the row of one change set; ``None`` if there is none of that number."""
    found = queries.show_set(reader, number)
    return _rows(reader, (found,), language)[0] if found is not None else None


def name_record(workspace: Workspace, *, kind: str, record_id: UUID, language: str = "en") -> Named:
    """Return what a record is called, even one that is gone."""
    with workspace.read() as reader:
        names, ref = RecordNames(reader, language), (kind, _key(kind, record_id))
        names.load([ref])
        return names.name(ref)


def list_actors(workspace: Workspace) -> tuple[str, ...]:
    """Return everybody who has ever changed something."""
    with workspace.read() as reader:
        return queries.list_actors(reader)


def list_kinds(workspace: Workspace) -> frozenset[str]:
    """Return the kinds of record that were ever changed."""
    with workspace.read() as reader:
        return queries.list_kinds(reader)


def _wanted(reader: Reader, workspace: Workspace, sought: Sought, language: str) -> Wanted:
    words = tuple(sought.words.split())
    named: frozenset[int] = frozenset()
    if words:
        named = _named_so(reader, workspace, sought.words, language)
    numbers: frozenset[int] | None = None
    if sought.record is not None:
        kind, record_id = sought.record
        numbers = queries.numbers_of(reader, family_of(reader, kind, _key(kind, record_id)))
    return Wanted(
        words=words,
        named=named,
        actor=sought.actor,
        kinds=sought.kinds,
        since=_midnight(sought.first) if sought.first else None,
        until=_midnight(sought.last + timedelta(days=1)) if sought.last else None,
        numbers=numbers,
    )


def _named_so(reader: Reader, workspace: Workspace, words: str, language: str) -> frozenset[int]:
    """Return the change sets that touched a record which a search by these words finds."""
    today = workspace.clock.now().date()
    answer = find_records(
        reader,
        read(words, today=today, is_typing=True),
        body_id=None,
        today=today,
        language=language,
        limit=_MOST_NAMED,
        titles_first=True,
    )
    refs = [
        (record.card.kind.value, _key(record.card.kind.value, record.card.id))
        for record in answer.records
    ]
    return queries.numbers_of(reader, refs)


def _rows(reader: Reader, sets: tuple[SetRow, ...], language: str) -> tuple[HistoryRow, ...]:
    touched = queries.describe_sets(reader, [each.number for each in sets])
    names = RecordNames(reader, language)
    names.load(ref for each in touched.values() for ref in each.refs)
    return tuple(_row(each, touched[each.number], names) for each in sets)


def _row(found: SetRow, touched: Touched, names: RecordNames) -> HistoryRow:
    return HistoryRow(
        id=found.number,
        at=found.at,
        actor=found.actor,
        use_case=found.use_case,
        names=tuple(names.name(ref) for ref in touched.refs),
        count=touched.count,
        kinds=touched.kinds,
        undo_of=found.undo_of,
        is_backwards=is_backwards(found.undo_of, found.use_case),
        undone_by=found.undone_by,
    )


def _key(kind: str, record_id: UUID) -> str:
    """Return a key as the journal writes it; a provision has a number for one."""
    return str(record_id.int) if kind in _NUMBERED else str(record_id)


_NUMBERED = frozenset({"provision"})


def _midnight(day: date) -> datetime:
    """Return when a day begins by the computer's own clock, as the screens show times."""
    return datetime.combine(day, time.min).astimezone()
