import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.errors import Misfortune
from app.store.backup import back_up
from app.store.backup_folder import Reason
from app.store.engine import APPLICATION_ID, Access, connect
from app.store.faults import NameTooLong, WorkspaceDamaged
from app.store.health import (
    NotAWorkspace,
    WorkspaceCutShort,
    WorkspaceMissing,
    WorkspaceUnreadable,
    check_sound,
    read_head,
)
from app.store.version import SCHEMA_VERSION
from tests.closed_folder import nobody_may_enter

Spoil = Callable[[Path], None]


def make_text(path: Path) -> None:
    path.write_text("Agreed minutes of the first meeting\n" * 20, "utf-8")


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (address TEXT)")
    connection.close()


def make_word_file(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(4000))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -4096 * 3])


def cut_in_head(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def scribble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 6] = b"\xa7" * 4096 * 4
    path.write_bytes(bytes(content))


def test_a_sound_workspace_passes(path: Path) -> None:
    check_sound(path)
    head = read_head(path)
    assert (head.version, head.length) == (SCHEMA_VERSION, head.expected_length)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (make_text, "made by another program"),
        (make_empty, "it is empty"),
        (make_foreign, "database of another program"),
        (make_word_file, "made by another program"),
    ],
)
def test_a_file_that_is_no_workspace_is_refused(path: Path, spoil: Spoil, said: str) -> None:
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(NotAWorkspace, match=said) as refused:
        read_head(path)
    assert path.name in refused.value.sentence
    assert ".jwg" in refused.value.remedy
    assert path.read_bytes() == before


def test_a_workspace_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceMissing, match="absent") as refused:
        read_head(tmp_path / "absent.jwg")
    assert refused.value.remedy


def test_a_folder_in_its_place_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspace, match="it is a folder"):
        read_head(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes on Windows")
def test_a_pipe_is_refused_instead_of_being_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jwg")
    with pytest.raises(NotAWorkspace, match="it is no file"):
        read_head(tmp_path / "pipe.jwg")


def test_a_link_that_leads_to_itself_is_a_missing_workspace(tmp_path: Path) -> None:
    link = tmp_path / "loop.jwg"
    link.symlink_to(link)
    with pytest.raises(WorkspaceMissing):
        read_head(link)


def test_a_file_in_a_folder_that_may_not_be_entered_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "ours.jwg").write_bytes(b"")
    with nobody_may_enter(folder), pytest.raises(WorkspaceUnreadable, match="Permission denied"):
        read_head(folder / "ours.jwg")


def test_a_name_that_no_file_can_have_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NameTooLong) as refused:
        read_head(tmp_path / f"{'n' * 300}.jwg")
    assert len(refused.value.sentence) < 150


def test_a_workspace_without_one_of_its_tables_is_damaged(path: Path) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DROP TABLE meeting")
    with pytest.raises(WorkspaceDamaged):
        check_sound(path)


def test_a_version_of_sqlite_that_nobody_knows_is_damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(47)  # the schema format, which is never more than 4
        file.write(b"\x41")
    with pytest.raises(WorkspaceDamaged):
        check_sound(path)


def test_letters_that_are_none_in_the_description_of_a_table_are_damage(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"FOREIGN KEY", b"FOREI\xfeN KEY"))
    with pytest.raises(WorkspaceDamaged):
        check_sound(path)


@pytest.mark.parametrize("spoil", [cut, cut_in_head])
def test_a_workspace_that_was_cut_short_is_refused(path: Path, spoil: Spoil) -> None:
    length = path.stat().st_size
    spoil(path)
    with pytest.raises(WorkspaceCutShort, match="incomplete") as refused:
        check_sound(path)
    assert refused.value.length == path.stat().st_size < length
    assert "no good backup" in refused.value.remedy


def test_a_corrupt_workspace_is_refused(path: Path) -> None:
    scribble(path)
    with pytest.raises(WorkspaceDamaged, match="damaged") as refused:
        check_sound(path)
    assert path.name in refused.value.sentence


@pytest.mark.parametrize("spoil", [cut, cut_in_head, scribble])
def test_the_newest_good_backup_is_named(path: Path, clock: FixedClock, spoil: Spoil) -> None:
    good = back_up(path, reason=Reason.ASKED, clock=clock)
    clock.instant = clock.instant.replace(hour=15)
    spoil(back_up(path, reason=Reason.CLOSING, clock=clock))
    spoil(path)
    with pytest.raises(WorkspaceDamaged) as refused:
        check_sound(path)
    assert f"“{good.name}”" in refused.value.remedy
    assert "2026-03-02 12:00 UTC" in refused.value.remedy


def test_no_misfortune_changes_the_file(path: Path) -> None:
    for spoil in (cut, scribble, make_text):
        spoil(path)
        before = path.read_bytes()
        with pytest.raises(Misfortune):
            check_sound(path)
        assert path.read_bytes() == before


def test_the_head_carries_our_application_id(path: Path) -> None:
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"JWGD"
