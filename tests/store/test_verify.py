from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.body import Body
from app.store.backup import back_up
from app.store.backup_folder import Reason
from app.store.engine import Access, connect
from app.store.faults import SearchIndexDamaged
from app.store.health import NotAWorkspace
from app.store.search import find_provisions, find_records
from app.store.verify import Trouble, verify
from app.store.workspace import Workspace


def test_a_workspace_in_order_has_no_findings(
    workspace: Workspace, path: Path, add_body: Callable[..., Body]
) -> None:
    with workspace.write("Set up a body") as work:
        add_body(work)
        work.commit()
    assert verify(path) == ()


def test_a_broken_reference_is_found(path: Path) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(
            "INSERT INTO instrument_party VALUES (?, ?, 1, '', '', '', '')",
            ("a" * 32, "b" * 32),
        )
    assert [(told.trouble, told.detail) for told in verify(path)] == [
        (Trouble.BROKEN_REFERENCE, "instrument_party → instrument"),
        (Trouble.BROKEN_REFERENCE, "instrument_party → party"),
    ]


def test_a_search_index_that_lacks_a_text_is_found(path: Path) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute(
            "INSERT INTO search_entry (id, entity, pk, language) VALUES (7, 'body', 'x', 'en')"
        )
    (finding,) = verify(path)
    assert finding.trouble is Trouble.SEARCH_INDEX
    assert finding.detail == "search_entry: 1 missing, 0 too many"


def test_a_search_index_that_holds_too_much_is_found(path: Path) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("INSERT INTO search_rest (rowid, title, text) VALUES (9, 'a', 'b')")
    (finding,) = verify(path)
    assert finding.detail == "provision_text: 0 missing, 1 too many"


def test_a_text_that_the_search_index_holds_twice_is_found(path: Path) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        for table in ("search_now", "search_rest"):
            connection.execute(f"INSERT INTO {table} (rowid, title, text) VALUES (9, 'a', 'b')")
    (finding,) = verify(path)
    assert finding.detail == "provision_text: 0 missing, 2 too many"


def ruin_index(path: Path) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("INSERT INTO search_now (rowid, title, text) VALUES (1, 'a', 'b')")
        connection.execute("DELETE FROM search_now_data")


def test_a_search_index_that_cannot_be_read_is_found(path: Path) -> None:
    ruin_index(path)
    assert {finding.trouble for finding in verify(path)} == {Trouble.SEARCH_INDEX}


def test_a_search_index_that_cannot_be_read_is_made_anew_on_opening(
    path: Path, clock: FixedClock, add_body: Callable[..., Body]
) -> None:
    with Workspace.open(path, clock=clock, actor="Bat") as opened, opened.write("Try") as work:
        add_body(work)
        work.commit()
    ruin_index(path)
    with Workspace.open(path, clock=clock, actor="Bat") as opened, opened.read() as reader:
        assert find_provisions(reader, query="a").count == 0
        assert find_records(reader, query="합동").count == 1
    assert verify(path) == ()


def test_a_damaged_search_index_is_no_reason_to_go_without_backups(
    path: Path, clock: FixedClock
) -> None:
    ruin_index(path)
    assert back_up(path, reason=Reason.ASKED, clock=clock).is_file()


def test_a_query_of_a_damaged_index_says_that_the_records_are_whole(
    path: Path, clock: FixedClock
) -> None:
    ruin_index(path)
    with (
        Workspace.open(path, clock=clock, actor="Bat", read_only=True) as opened,
        opened.read() as reader,
        pytest.raises(SearchIndexDamaged, match="records themselves are whole"),
    ):
        find_provisions(reader, query="a")


def test_what_is_no_workspace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.jwg").write_text("a list")
    with pytest.raises(NotAWorkspace):
        verify(tmp_path / "list.jwg")
