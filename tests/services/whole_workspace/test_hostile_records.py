"""Whatever is put into a record: it is refused, or stored and told again just as it was read."""

import copy
import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from app.domain.errors import Misfortune
from app.domain.tables import METADATA
from app.domain.workspace_facts import StoreMeta
from app.exchange.whole_workspace import values
from app.exchange.whole_workspace.layout import BYTES_OF, kinds
from app.exchange.whole_workspace.lines import Unreadable, is_alike, read_object, write_line
from app.store.engine import Access, Begin, open_engine
from app.store.schema import create_fresh
from app.store.whole_workspace import arriving

TELLING = settings(max_examples=60, suppress_health_check=list(HealthCheck))
KINDS = [kind for kind in kinds() if kind != BYTES_OF]
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
)
STRANGE = st.one_of(
    st.sampled_from(
        [
            *("2026-02-30", "0001-01-01", "9999-12-31", "2026-05-27T00:00:00", "24:00:00"),
            *("9999-12-31T23:59:59.999999+00:00", "0001-01-01T00:00:00+14:00", "12:00:00+09:00"),
            *("NaN", "1E+400", "-0", "1e5", "٣", "{00000000-0000-0000-0000-000000000000}"),
            *("\u1112\u116c", "a\r\nb", "\u2028", "\ufffe", "\x00", "'; DROP TABLE meeting;--"),
            *(2**63 - 1, -(2**63), 2**53 + 1, 0.0, -0.0, 1e300, True, None),
        ]
    ),
    LEAVES,
    st.lists(LEAVES | st.lists(LEAVES, max_size=2), max_size=3),
    st.dictionaries(st.text(max_size=3), LEAVES | st.lists(LEAVES, max_size=2), max_size=3),
)


@pytest.fixture(scope="module")
def records(there_and_back):
    folder = there_and_back[0].path / "records"
    return {
        kind: [json.loads(line) for line in (folder / f"{kind}.jsonl").read_bytes().splitlines()]
        for kind in KINDS
        if (folder / f"{kind}.jsonl").stat().st_size
    }


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """An empty workspace file in a transaction that is never finished."""
    path = tmp_path_factory.mktemp("store") / "Store.jwg"
    engine = open_engine(path, access=Access.CREATE, begin=Begin.WRITING)
    create_fresh(engine, now=datetime(2026, 3, 2, tzinfo=UTC))
    with engine.connect() as connection:
        connection.execute(delete(StoreMeta))
        yield connection
        connection.rollback()
    engine.dispose()


@TELLING
@given(data=st.data())
def test_a_strange_value_is_refused_or_comes_back_as_it_was(records, store, data):
    kind = data.draw(st.sampled_from(sorted(records)))
    told = copy.deepcopy(data.draw(st.sampled_from(records[kind][:20])))
    field = data.draw(st.sampled_from(sorted(told)))
    told[field] = data.draw(STRANGE)
    try:
        line = write_line(told)
        read = values.read(kind, read_object(line), raw=line, of_older=False)
    except (Unreadable, UnicodeEncodeError, values.Misfit):
        return
    savepoint = store.begin_nested()
    try:
        arriving._insert(store, arriving._insertion(METADATA.tables[kind]), [("here", read)])
        (row,) = store.execute(select(METADATA.tables[kind])).mappings()
        assert is_alike(values.tell(dict(row)), told)
    except Misfortune:
        return  # a rule of the tables refused it, in its own words
    finally:
        savepoint.rollback()


@TELLING
@given(data=st.data())
def test_a_line_that_was_damaged_is_refused_or_still_a_record(records, data):
    kind = data.draw(st.sampled_from(sorted(records)))
    line = bytearray(write_line(data.draw(st.sampled_from(records[kind][:20]))))
    for _time in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(line) - 2))
        with_what = data.draw(st.binary(max_size=6) | st.sampled_from([b"{", b'",', b"\\ud800"]))
        line[place : place + data.draw(st.integers(0, 6))] = with_what
    try:
        told = read_object(bytes(line))
        read = values.read(kind, told, raw=bytes(line), of_older=False)
    except (Unreadable, values.Misfit):
        return
    assert is_alike(values.tell(read), told)
