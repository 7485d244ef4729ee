"""A file whose pages are whole may still hold a value that is not what was written."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.body import Body
from app.domain.errors import Misfortune
from app.store.backup import back_up
from app.store.backup_folder import Reason
from app.store.engine import Access, connect
from app.store.faults import UnreadableValue, WorkspaceDamaged
from app.store.verify import Trouble, verify
from app.store.workspace import Workspace

SPOILING = {
    "an id that is none": "UPDATE body SET id = 'z' || substr(id, 2)",
    "a date that is none": "UPDATE body SET created_at = '2026-13-41 99:00:00'",
    "letters that are none": "UPDATE body SET code = CAST(x'4bff4d' AS TEXT)",
    "a kind that nobody knows": "UPDATE body SET kind = 'joint workinh group'",
    "names that are no names": "UPDATE body SET names = '{en'",
}


@pytest.fixture(params=SPOILING.values(), ids=SPOILING)
def spoilt(
    request: pytest.FixtureRequest, path: Path, clock: FixedClock, add_body: Callable[..., Body]
) -> Path:
    with (
        Workspace.open(path, clock=clock, actor="Bat") as opened,
        opened.write("Set up a body") as work,
    ):
        add_body(work)
        work.commit()
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(request.param)
    return path


def test_a_value_that_cannot_be_read_is_told_as_damage(spoilt: Path, clock: FixedClock) -> None:
    before = spoilt.read_bytes()
    with (
        Workspace.open(spoilt, clock=clock, actor="Bat", read_only=True) as opened,
        opened.read() as reader,
        pytest.raises(UnreadableValue) as told,
    ):
        reader.find(Body)
    assert spoilt.name in told.value.sentence
    assert "backup" in told.value.remedy
    assert spoilt.read_bytes() == before


def test_looking_through_the_workspace_finds_the_table(spoilt: Path) -> None:
    damaged = [told.detail for told in verify(spoilt) if told.trouble is Trouble.DAMAGED]
    assert "body: a value cannot be read" in damaged


def test_an_error_while_something_waits_to_be_written_is_not_called_damage(
    workspace: Workspace, add_body: Callable[..., Body], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise ValueError("ours")

    with workspace.write("Set up a body") as work:
        add_body(work)
        monkeypatch.setattr("app.store.guard.Guard.check", fail)
        with pytest.raises(ValueError, match="ours"):
            work.find(Body)


@pytest.mark.parametrize("place", range(0, 100, 3))
def test_no_byte_of_the_head_can_be_wrong_without_a_sentence(
    path: Path, clock: FixedClock, place: int
) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 0x55
    path.write_bytes(bytes(content))
    assert told_or_read(path, clock)
    assert path.read_bytes() == bytes(content)


def told_or_read(path: Path, clock: FixedClock) -> str:
    """Return what is wrong with an empty workspace, or that it could be read; raise all else."""
    try:
        with (
            Workspace.open(path, clock=clock, actor="Bat", read_only=True) as opened,
            opened.read() as reader,
        ):
            return f"holds {len(reader.find(Body))} bodies"
    except Misfortune as told:
        return told.remedy


@pytest.mark.parametrize("value", ["ninety", "", "9" * 5])
def test_a_newer_file_that_does_not_say_who_can_read_it_is_refused(
    path: Path, clock: FixedClock, value: str
) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("PRAGMA user_version=99")
        connection.execute("UPDATE store_meta SET value=? WHERE key='oldest_reader'", (value,))
    with pytest.raises(Misfortune, match="newer JWG Desk"):
        Workspace.open(path, clock=clock, actor="Bat")


def test_a_newer_file_that_keeps_its_facts_elsewhere_is_refused(
    path: Path, clock: FixedClock
) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("DROP TABLE store_meta")
        connection.execute("PRAGMA user_version=99")
    with pytest.raises(Misfortune, match="newer JWG Desk"):
        Workspace.open(path, clock=clock, actor="Bat")


def test_a_damaged_file_that_is_backed_up_names_the_way_back(path: Path, clock: FixedClock) -> None:
    good = back_up(path, reason=Reason.ASKED, clock=clock)
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 6] = b"\xa7" * 4096 * 4
    path.write_bytes(bytes(content))
    with pytest.raises(WorkspaceDamaged) as told:
        back_up(path, reason=Reason.ASKED, clock=clock)
    assert good.name in told.value.remedy
