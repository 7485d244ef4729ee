"""Keeps the full-text index in step with the records, in the same transaction.

Three contentless FTS5 tables hold pieces only, never the text itself: ``search_now`` the provisions
that stand today, ``search_rest`` those of all other versions, ``search_misc`` all other records.
They are written here and not by triggers, because only Python can cut the texts into pieces.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import DatabaseError
from sqlmodel import SQLModel, col

from app.domain.checked import kind_of
from app.domain.rules import ProvisionRevision, ProvisionText, RuleVersion
from app.domain.workspace_facts import SearchEntry
from app.store.current_text import fetch_rows, standing_text_ids, text_ids
from app.store.journal import key_of
from app.store.searchable import SEARCHABLE, Searchable
from app.texts.segments import index_text

# The ASCII tokenizer cuts at our spaces and leaves every other script as it is; the pieces are
# folded already. A title weighs four times as much as a text, which comes first because only what
# comes later is marked at each word with the number of its column.
_OPTIONS = "text, title, content='', contentless_delete=1, tokenize='ascii'"
NOW, REST = "search_now", "search_rest"
_NAMES = (NOW, REST, "search_misc")
CREATE_TABLES = (
    *(f"CREATE VIRTUAL TABLE {name} USING fts5({_OPTIONS})" for name in _NAMES),
    *(f"INSERT INTO {name}({name}, rank) VALUES ('rank', 'bm25(1.0, 4.0)')" for name in _NAMES),
)
SEVERAL_LANGUAGES = "mul"
"""ISO 639-2 for a record that holds its names in several languages."""

_BATCH = 500


@dataclass
class PendingIndex:
    """What a transaction will have to index when it is committed.

    Attributes:
        entries: For each record the title, text and language to index, or None if it is gone.
        texts: The same for provision texts, by their key.
        revisions, documents: Of which it may have changed which of their texts stand today.
    """

    entries: dict[tuple[str, str], tuple[str, str, str] | None] = field(default_factory=dict)
    texts: dict[int, tuple[str, str] | None] = field(default_factory=dict)
    revisions: set[int] = field(default_factory=set)
    documents: set[UUID] = field(default_factory=set)

    def note(self, records: Iterable[SQLModel], *, gone: bool = False) -> None:
        """Remember ``records`` that were written or, if ``gone``, deleted."""
        for record in records:
            if isinstance(record, ProvisionText):
                assert record.id is not None
                self.texts[record.id] = None if gone else (record.heading, record.text)
                self.revisions.add(record.revision_id)
            elif isinstance(record, ProvisionRevision):
                assert record.id is not None
                self.revisions.add(record.id)
            elif isinstance(record, RuleVersion):
                self.documents.add(record.document_id)
            searchable = SEARCHABLE.get(kind_of(type(record)))
            if searchable is not None:
                key = (searchable.entity, key_of(record))
                self.entries[key] = None if gone else _entry_of(record, searchable)

    def copy(self) -> "PendingIndex":
        """Return a copy, to come back to if an inner unit of work is rolled back."""
        return PendingIndex(
            dict(self.entries), dict(self.texts), set(self.revisions), set(self.documents)
        )

    def write(self, connection: Connection, *, today: date) -> None:
        """Bring the index up to date."""
        for entity in sorted({entity for entity, _ in self.entries}):
            wanted = {key: told for (kind, key), told in self.entries.items() if kind == entity}
            _write_entries(connection, entity, wanted)
        for document_id in self.documents:
            index_texts(connection, document_id, today=today, changed=self.texts)
        for document_id, revisions in _by_document(connection, self.revisions).items():
            for some in _parts([] if document_id in self.documents else revisions):
                index_texts(
                    connection, document_id, today=today, changed=self.texts, revisions=some
                )
        gone = [key for key, told in self.texts.items() if told is None]
        for table in (NOW, REST):
            _delete_rows(connection, table, gone)


def remake(connection: Connection, *, today: date) -> None:
    """Throw the index away and make it anew, as after damage to it."""
    for name in _NAMES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for statement in CREATE_TABLES:
        connection.exec_driver_sql(statement)
    rebuild(connection, today=today)


def can_be_read(connection: Connection) -> bool:
    """Return whether the index answers at all."""
    try:
        for name in _NAMES:
            connection.exec_driver_sql(f"SELECT 1 FROM {name} WHERE {name} MATCH 'a' LIMIT 1").all()
    except DatabaseError:
        return False
    return True


def rebuild(connection: Connection, *, today: date) -> None:
    """Index every record anew, as after a change of the segmenter."""
    connection.execute(delete(SearchEntry))
    for name in _NAMES:
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('delete-all')")
    for searchable in SEARCHABLE.values():
        for rows in _batches(connection, select(_table(searchable.model))):
            told = {_row_key(row, searchable): _entry_of(row, searchable) for row in rows}
            _insert_entries(connection, searchable.entity, told)
    documents = fetch_rows(connection, select(col(RuleVersion.document_id)).distinct())
    standing = {
        key for row in documents for key in standing_text_ids(connection, row[0], today=today)
    }
    texts = select(col(ProvisionText.id), col(ProvisionText.heading), col(ProvisionText.text))
    for batch in _batches(connection, texts):
        rows = _cut({row[0]: (row[1], row[2]) for row in batch})
        _insert_rows(connection, NOW, [row for row in rows if row[0] in standing])
        _insert_rows(connection, REST, [row for row in rows if row[0] not in standing])


def index_texts(
    connection: Connection,
    document_id: UUID,
    *,
    today: date,
    changed: Iterable[int],
    revisions: list[int] | None = None,
) -> None:
    """Make ``search_now`` hold the texts of a document that stand today, ``search_rest`` others.

    Args:
        connection: The store.
        document_id: The rule document.
        today: The day.
        changed: The texts whose words have changed.
        revisions: Look at the texts of these alone, as nothing else has changed.
    """
    every = text_ids(connection, document_id, revisions=revisions)
    standing = set(standing_text_ids(connection, document_id, today=today, revisions=revisions))
    touched = set(changed)
    for table, wanted in ((NOW, standing), (REST, set(every) - standing)):
        present = _rows_present(connection, table, every)
        _delete_rows(connection, table, present - wanted)
        _index_anew(connection, table, sorted(wanted - present | wanted & touched))


def _index_anew(connection: Connection, table: str, wanted: list[int]) -> None:
    columns = (col(ProvisionText.id), col(ProvisionText.heading), col(ProvisionText.text))
    for keys in _parts(wanted):
        rows = fetch_rows(connection, select(*columns).where(columns[0].in_(keys)))
        _write_texts(connection, table, {row[0]: (row[1], row[2]) for row in rows})


def words_of(value: Any) -> str:
    """Return all the words in a field: a text, a list, or one text per language."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "\n".join(words_of(inner) for inner in value.values())
    if isinstance(value, list):
        return "\n".join(words_of(inner) for inner in value)
    return ""


def _entry_of(record: Any, searchable: Searchable) -> tuple[str, str, str]:
    title = "\n".join(words_of(getattr(record, name)) for name in searchable.titles)
    text = "\n".join(words_of(getattr(record, name)) for name in searchable.texts)
    return title, text, getattr(record, "language", None) or SEVERAL_LANGUAGES


def _write_entries(
    connection: Connection, entity: str, wanted: dict[str, tuple[str, str, str] | None]
) -> None:
    present: dict[str, int] = {}
    for keys in _parts(sorted(wanted)):
        found = select(col(SearchEntry.pk), col(SearchEntry.id)).where(
            col(SearchEntry.entity) == entity, col(SearchEntry.pk).in_(keys)
        )
        present.update({row[0]: row[1] for row in fetch_rows(connection, found)})
    gone = [present[key] for key, told in wanted.items() if told is None and key in present]
    _delete_rows(connection, "search_misc", gone)
    for keys_gone in _parts(gone):
        connection.execute(delete(SearchEntry).where(col(SearchEntry.id).in_(keys_gone)))
    kept = {present[key]: told for key, told in wanted.items() if told and key in present}
    for row_id, told in kept.items():
        connection.execute(
            update(SearchEntry)
            .where(col(SearchEntry.id) == row_id, col(SearchEntry.language) != told[2])
            .values(language=told[2])
        )
    _write_texts(connection, "search_misc", {key: told[:2] for key, told in kept.items()})
    _insert_entries(
        connection,
        entity,
        {key: told for key, told in wanted.items() if told and key not in present},
    )


def _insert_entries(
    connection: Connection, entity: str, told: dict[str, tuple[str, str, str]]
) -> None:
    if not told:
        return
    rows = [{"entity": entity, "pk": key, "language": text[2]} for key, text in told.items()]
    made: Any = connection.execute(
        insert(SearchEntry).returning(
            col(SearchEntry.id), col(SearchEntry.pk), sort_by_parameter_order=True
        ),
        rows,
    )
    _write_texts(connection, "search_misc", {row[0]: told[row[1]][:2] for row in made})


def _write_texts(
    connection: Connection, table: str, texts: Mapping[int, tuple[str, str] | None]
) -> None:
    """Index texts under their keys, in place of what was there; None takes one out."""
    _delete_rows(connection, table, [key for key, told in texts.items() if told is None])
    _insert_rows(connection, table, _cut(texts))


def _cut(texts: Mapping[int, tuple[str, str] | None]) -> list[tuple[int, str, str]]:
    return [(key, index_text(told[0]), index_text(told[1])) for key, told in texts.items() if told]


def _insert_rows(connection: Connection, table: str, rows: list[tuple[int, str, str]]) -> None:
    if rows:
        connection.exec_driver_sql(
            f"INSERT OR REPLACE INTO {table}(rowid, title, text) VALUES (?, ?, ?)", rows
        )


def _delete_rows(connection: Connection, table: str, keys: Iterable[int]) -> None:
    rows = [(key,) for key in keys]
    if rows:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", rows)


def _rows_present(connection: Connection, table: str, keys: list[int]) -> set[int]:
    present: set[int] = set()
    for part in _parts(keys):
        marks = ",".join("?" * len(part))
        found = connection.exec_driver_sql(
            f"SELECT id FROM {table}_docsize WHERE id IN ({marks})", tuple(part)
        )
        present.update(row[0] for row in found)
    return present


def _by_document(connection: Connection, revisions: set[int]) -> dict[UUID, list[int]]:
    found: dict[UUID, list[int]] = {}
    for keys in _parts(sorted(revisions)):
        statement = select(col(ProvisionRevision.document_id), col(ProvisionRevision.id)).where(
            col(ProvisionRevision.id).in_(keys)
        )
        for document_id, key in fetch_rows(connection, statement):
            found.setdefault(document_id, []).append(key)
    return found


def _batches(connection: Connection, statement: Any) -> Iterator[list[Any]]:
    found = fetch_rows(connection, statement)
    for at in range(0, len(found), _BATCH):
        yield list(found[at : at + _BATCH])


def _parts(keys: list[Any]) -> Iterator[list[Any]]:
    for at in range(0, len(keys), _BATCH):
        yield keys[at : at + _BATCH]


def _table(model: type[SQLModel]) -> Any:
    return model.__table__  # type: ignore[attr-defined]


def _row_key(row: Any, searchable: Searchable) -> str:
    columns = _table(searchable.model).primary_key.columns
    return "/".join(str(getattr(row, column.name)) for column in columns)
