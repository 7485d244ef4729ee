"""Brings the search index up to date on opening: after damage, a new segmenter, or a new day.

Which provisions stand today may change overnight without anybody changing a record.
"""

from datetime import date

from sqlalchemy import Connection, Engine, text

from app.store.current_text import documents_changing_between
from app.store.search_index import can_be_read, index_texts, rebuild, remake
from app.texts.segments import SEGMENTER_VERSION


def keep_index_current(engine: Engine, *, today: date) -> None:
    """Make the index anew if it is damaged or cut differently now; else follow the calendar."""
    with engine.connect() as connection:
        facts = _facts(connection)
        if not can_be_read(connection):
            remake(connection, today=today)
        elif facts.get("segmenter_version") != SEGMENTER_VERSION:
            rebuild(connection, today=today)
        elif facts.get("search_day", "") < today.isoformat():
            _follow_calendar(connection, after=_day(facts.get("search_day")), today=today)
        else:
            return
        _remember(connection, "segmenter_version", SEGMENTER_VERSION)
        _remember(connection, "search_day", today.isoformat())
        connection.commit()


def _follow_calendar(connection: Connection, *, after: date, today: date) -> None:
    for document_id in documents_changing_between(connection, after=after, until=today):
        index_texts(connection, document_id, today=today, changed=())


def _facts(connection: Connection) -> dict[str, str]:
    return {row[0]: row[1] for row in connection.execute(text("SELECT key, value FROM store_meta"))}


def _day(told: str | None) -> date:
    return date.fromisoformat(told) if told else date.min


def _remember(connection: Connection, key: str, value: str) -> None:
    connection.execute(
        text("INSERT OR REPLACE INTO store_meta(key, value) VALUES (:key, :value)"),
        {"key": key, "value": value},
    )
