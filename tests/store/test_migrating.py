import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.domain.agenda import AgendaItem
from app.domain.body import Body
from app.domain.journal import ChangeSetEntry
from app.domain.meeting import AgendaNumbering, Meeting
from app.domain.minutes import MinutesParagraph
from app.domain.party import Party
from app.domain.preparation import PreparationOffset, TaskSide
from app.store.backup_folder import Reason, backup_files
from app.store.engine import Access, connect
from app.store.faults import DiskFull
from app.store.lock import WorkspaceLock
from app.store.schema import oldest_reader
from app.store.search import find_records
from app.store.verify import verify
from app.store.version import OLDEST_READER, SCHEMA_VERSION
from app.store.workspace import Workspace
from tests.store.first_version import columns_of, make_first_version, records_of_then, rows_of


@pytest.fixture(scope="module")
def made_first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("first") / "first.jwg"
    make_first_version(path, records_of_then())
    return path


@pytest.fixture
def first(tmp_path: Path, made_first: Path) -> Path:
    """A workspace that version 1 of the program has filled."""
    path = tmp_path / "Korea–Mongolia 2025.jwg"
    shutil.copyfile(made_first, path)
    return path


def version_of(path: Path) -> int:
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_workspace_of_the_first_version_keeps_every_row(first: Path, clock: FixedClock) -> None:
    columns = columns_of(first)
    before = rows_of(first)
    assert all(before[table] for table in ("meeting", "agenda_paper", "change_set", "change"))

    with Workspace.open(first, clock=clock, actor="Bat") as opened:
        assert not opened.read_only

    assert version_of(first) == SCHEMA_VERSION
    assert rows_of(first, columns) == before


def test_its_old_rows_have_what_a_new_row_would_have(first: Path, clock: FixedClock) -> None:
    with Workspace.open(first, clock=clock, actor="Bat") as opened, opened.read() as reader:
        assert reader.find(Party)[0].weekend == [6, 7]
        assert reader.find(Meeting)[0].agenda_numbering is AgendaNumbering.DECIMAL
        assert not reader.find(AgendaItem)[0].is_late
        assert reader.find(MinutesParagraph)[0].level == 0


def test_a_task_of_one_party_stays_with_that_party(first: Path, clock: FixedClock) -> None:
    with Workspace.open(first, clock=clock, actor="Bat") as opened, opened.read() as reader:
        offsets = {offset.days: offset.side for offset in reader.find(PreparationOffset)}

    assert offsets == {60: TaskSide.ALL, 30: TaskSide.PARTY}


def test_everything_can_be_found_afterwards(first: Path, clock: FixedClock) -> None:
    with Workspace.open(first, clock=clock, actor="Bat") as opened, opened.read() as reader:
        found = find_records(reader, query="합동작업반", language="ko")

    assert [hit.entity for hit in found.records] == ["meeting"]


def test_the_journal_goes_on_where_it_was(first: Path, clock: FixedClock) -> None:
    with Workspace.open(first, clock=clock, actor="Bat") as opened:
        with opened.write("Rename the body") as work:
            (body,) = work.find(Body)
            body.topic = "Carbon"
            assert work.commit().number == 8
        with opened.read() as reader:
            sets = reader.find(ChangeSetEntry)

    assert [entry.use_case for entry in sets] == ["Plan a meeting", "Rename the body"]


def test_it_is_sound_and_backed_up_as_it_was(first: Path, clock: FixedClock) -> None:
    before = rows_of(first)
    with Workspace.open(first, clock=clock, actor="Bat"):
        pass

    kept = [file for file in backup_files(first) if file.reason is Reason.BEFORE_MIGRATION]
    assert [version_of(file.path) for file in kept] == [1]
    assert rows_of(kept[0].path) == before
    assert verify(first) == ()


def test_a_sound_file_of_an_older_version_is_found_sound(first: Path) -> None:
    assert verify(first) == ()


def test_an_earlier_program_is_told_that_it_cannot_read_the_file(
    first: Path, clock: FixedClock
) -> None:
    """It would take the hashes of texts for something else, and find no text of another version."""
    with Workspace.open(first, clock=clock, actor="Bat"):
        pass

    assert oldest_reader(first) == OLDEST_READER == 3


def test_it_is_read_without_being_touched_where_it_was_asked_for_reading(
    first: Path, clock: FixedClock
) -> None:
    before = first.read_bytes()

    with Workspace.open(first, clock=clock, actor="Bat", read_only=True) as opened:
        assert opened.read_only
        assert opened.path == first
        with opened.read() as reader:
            assert reader.find(Meeting)[0].agenda_numbering is AgendaNumbering.DECIMAL
            assert find_records(reader, query="합동작업반", language="ko").count == 1

    assert first.read_bytes() == before
    assert [file.name for file in first.parent.iterdir()] == [first.name]


def test_the_copy_that_is_read_goes_on_closing(first: Path, clock: FixedClock) -> None:
    opened = Workspace.open(first, clock=clock, actor="Bat", read_only=True)
    assert opened._copy is not None
    copy = opened._copy.path
    assert copy.exists()

    opened.close()

    assert not copy.parent.exists()


def test_it_is_read_while_somebody_else_is_writing_it(first: Path, clock: FixedClock) -> None:
    held = WorkspaceLock.take(first, user="Сарнай", clock=clock)
    try:
        with Workspace.open(first, clock=clock, actor="Bat") as opened:
            assert opened.holder is not None
            assert "Сарнай" in opened.why_read_only
            with opened.read() as reader:
                assert len(reader.find(Meeting)) == 1
    finally:
        held.release()
    assert version_of(first) == 1


def test_it_is_read_where_its_folder_cannot_be_written(
    first: Path, clock: FixedClock, unwritable: Callable[[Path], Any]
) -> None:
    with unwritable(first.parent), Workspace.open(first, clock=clock, actor="Bat") as opened:
        assert "cannot be written" in opened.why_read_only
        with opened.read() as reader:
            assert len(reader.find(Meeting)) == 1


def test_without_room_for_the_copy_it_is_refused_in_words(
    first: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 100})
    monkeypatch.setattr("app.store.space.shutil.disk_usage", lambda _folder: usage)

    with pytest.raises(DiskFull):
        Workspace.open(first, clock=clock, actor="Bat", read_only=True)


def test_a_workspace_of_today_is_read_as_it_is(path: Path, clock: FixedClock) -> None:
    with Workspace.open(path, clock=clock, actor="Bat", read_only=True) as opened:
        assert opened._copy is None
