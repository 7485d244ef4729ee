import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.domain.body import Body
from app.domain.errors import Mistake
from app.store.backup_folder import backup_files
from app.store.engine import Access, connect
from app.store.faults import CannotWrite, DiskFull, WorkspaceDamaged
from app.store.health import NotAWorkspace, TooNew, WorkspaceCutShort, WorkspaceMissing
from app.store.lock import lock_path
from app.store.version import SCHEMA_VERSION
from app.store.workspace import OpenedReadOnly, Workspace, WorkspaceExists

AddBody = Callable[..., Body]
ROOT = Path(__file__).parents[2]

HOLD = """
import sys
from pathlib import Path
from app.clock import SystemClock
from app.domain.body import Body, BodyKind
from app.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1]), clock=SystemClock(), actor="Сарнай") as opened:
    print(opened.read_only, flush=True)
    sys.stdin.readline()
    with opened.write("Set up a body") as work:
        work.add(Body(code="FROM-ELSEWHERE", kind=BodyKind.COMMISSION))
        work.commit()
    print("written", flush=True)
    sys.stdin.readline()
"""


def codes(workspace: Workspace) -> list[str]:
    with workspace.read() as reader:
        return [body.code for body in reader.find(Body)]


def make_newer(path: Path, *, oldest_reader: int) -> None:
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 3}")
        connection.execute(
            "UPDATE store_meta SET value = ? WHERE key = 'oldest_reader'", (str(oldest_reader),)
        )


def test_a_new_workspace_is_empty_and_can_be_written(
    tmp_path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    path = tmp_path / "Шинэ ажлын хавтас.jwg"
    with Workspace.create(path, clock=clock, actor="Bat") as made:
        assert (made.read_only, made.why_read_only, made.holder) == (False, "", None)
        assert codes(made) == []
        with made.write("Set up a body") as work:
            add_body(work)
            work.commit()
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        assert codes(opened) == ["KM-JWG"]


def test_closing_leaves_nothing_but_the_workspace_and_its_backups(
    path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    with (
        Workspace.open(path, clock=clock, actor="Bat") as opened,
        opened.write("Set up a body") as work,
    ):
        add_body(work)
        work.commit()
    assert sorted(file.name for file in path.parent.iterdir()) == [
        f"{path.stem} backups",
        path.name,
    ]


def test_a_new_workspace_never_takes_the_place_of_a_file(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "there.jwg"
    path.write_text("mine")
    with pytest.raises(WorkspaceExists):
        Workspace.create(path, clock=clock, actor="Bat")
    assert path.read_text() == "mine"


def test_no_workspace_is_made_in_a_folder_that_cannot_be_written(
    tmp_path: Path, clock: FixedClock, unwritable: Callable[[Path], Any]
) -> None:
    folder = tmp_path / "ministry"
    folder.mkdir()
    with unwritable(folder), pytest.raises(CannotWrite, match="ministry") as refused:
        Workspace.create(folder / "new.jwg", clock=clock, actor="Bat")
    assert refused.value.remedy
    assert list(folder.iterdir()) == []


def test_no_workspace_is_made_where_there_is_no_folder(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        Workspace.create(tmp_path / "file" / "new.jwg", clock=clock, actor="Bat")


def test_a_workspace_in_a_folder_that_cannot_be_written_is_opened_for_reading(
    path: Path, clock: FixedClock, add_body: AddBody, unwritable: Callable[[Path], Any]
) -> None:
    with (
        Workspace.open(path, clock=clock, actor="Bat") as opened,
        opened.write("Set up a body") as work,
    ):
        add_body(work)
        work.commit()
    with unwritable(path.parent), Workspace.open(path, clock=clock, actor="Bat") as opened:
        assert opened.read_only
        assert path.name in opened.why_read_only
        assert "cannot be written" in opened.why_read_only
        assert codes(opened) == ["KM-JWG"]
        with pytest.raises(OpenedReadOnly, match="cannot be written"):
            opened.write("Set up a body")


def test_a_second_program_opens_for_reading_and_is_told_who_writes(
    path: Path, clock: FixedClock
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline() == "False\n"
    try:
        with Workspace.open(path, clock=clock, actor="Bat") as second:
            assert second.read_only
            assert second.holder is not None
            assert (second.holder.user, second.holder.pid) == ("Сарнай", process.pid)
            assert "Сарнай" in second.why_read_only
            with pytest.raises(OpenedReadOnly) as refused:
                second.write("Set up a body")
            assert "Сарнай" in refused.value.sentence
            assert codes(second) == []
            process.stdin.write("\n")
            process.stdin.flush()
            assert process.stdout.readline() == "written\n"
            assert codes(second) == ["FROM-ELSEWHERE"]
    finally:
        process.communicate("\n\n", timeout=30)
    assert process.returncode == 0
    assert not lock_path(path).exists()
    with Workspace.open(path, clock=clock, actor="Bat") as third:
        assert not third.read_only


def test_a_workspace_of_a_newer_version_is_opened_for_reading(
    path: Path, clock: FixedClock
) -> None:
    make_newer(path, oldest_reader=SCHEMA_VERSION)
    before = path.read_bytes()
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        assert opened.read_only
        assert "newer JWG Desk" in opened.why_read_only
        assert codes(opened) == []
        with pytest.raises(OpenedReadOnly, match="newer"):
            opened.write("Set up a body")
    assert path.read_bytes() == before


def test_a_workspace_that_only_a_newer_version_can_read_is_refused(
    path: Path, clock: FixedClock
) -> None:
    make_newer(path, oldest_reader=SCHEMA_VERSION + 1)
    before = path.read_bytes()
    with pytest.raises(TooNew, match="newer JWG Desk") as refused:
        Workspace.open(path, clock=clock, actor="Bat")
    assert refused.value.version == SCHEMA_VERSION + 3
    assert "Install the newest" in refused.value.remedy
    assert path.read_bytes() == before


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -4096 * 2])


def scribble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 8] = os.urandom(4096 * 6)
    path.write_bytes(bytes(content))


def replace_by_text(path: Path) -> None:
    path.write_text("a list of participants")


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (Path.unlink, WorkspaceMissing),
        (cut, WorkspaceCutShort),
        (scribble, WorkspaceDamaged),
        (replace_by_text, NotAWorkspace),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_cannot_be_a_workspace_is_refused_and_left_alone(
    path: Path,
    clock: FixedClock,
    spoil: Callable[[Path], None],
    refusal: type[Exception],
    read_only: bool,
) -> None:
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(refusal) as refused:
        Workspace.open(path, clock=clock, actor="Bat", read_only=read_only)
    assert refused.value.sentence
    assert refused.value.remedy
    assert (path.read_bytes() if path.exists() else None) == before
    assert not lock_path(path).exists()


def test_a_refused_workspace_names_the_backup_to_go_back_to(
    path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    with (
        Workspace.open(path, clock=clock, actor="Bat") as opened,
        opened.write("Set up a body") as work,
    ):
        add_body(work)
        work.commit()
    cut(path)
    with pytest.raises(WorkspaceCutShort) as refused:
        Workspace.open(path, clock=clock, actor="Bat")
    assert backup_files(path)[0].path.name in refused.value.remedy


def test_opened_for_reading_it_writes_nothing_at_all(path: Path, clock: FixedClock) -> None:
    before = path.read_bytes()
    with Workspace.open(path, clock=clock, actor="Bat", read_only=True) as opened:
        assert codes(opened) == []
        assert opened.back_up_if_due() is None
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_copy_is_a_workspace_of_its_own(
    workspace: Workspace, tmp_path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        add_body(work)
        work.commit()
    target = tmp_path / "copy.jwg"
    workspace.save_copy(target)
    with workspace.write("Set up a body") as work:
        add_body(work, "JM-JC")
        work.commit()
    with Workspace.open(target, clock=clock, actor="Bat") as copy:
        assert codes(copy) == ["KM-JWG"]
        assert not copy.read_only
    with pytest.raises(WorkspaceExists):
        workspace.save_copy(target)


def test_a_closed_workspace_takes_no_more_writes(workspace: Workspace) -> None:
    workspace.close()
    with pytest.raises(OpenedReadOnly, match="closed"):
        workspace.write("Set up a body")
    workspace.close()


def test_the_lock_is_given_back_though_the_closing_backup_fails(
    path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    opened = Workspace.open(path, clock=clock, actor="Bat")
    with opened.write("Set up a body") as work:
        add_body(work)
        work.commit()
    (path.parent / f"{path.stem} backups").write_text("a file where the folder should be")
    with pytest.raises(CannotWrite):
        opened.close()
    assert not lock_path(path).exists()
    with Workspace.open(path, clock=clock, actor="Bat", read_only=True) as again:
        assert codes(again) == ["KM-JWG"]


def test_a_write_that_a_crash_interrupted_is_rolled_back_on_opening(
    path: Path, clock: FixedClock, add_body: AddBody, tmp_path: Path
) -> None:
    with Workspace.open(path, clock=clock, actor="Bat") as opened, opened.write("Try") as work:
        add_body(work)
        work.commit()
    crashed = tmp_path / "crashed.jwg"
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("PRAGMA cache_size=2")  # so that it writes before it commits
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE body SET code = 'HALF', note = ?", ("x" * 400_000,))
        connection.execute("DELETE FROM store_meta")
        for suffix in ("", "-journal"):  # what a power cut would leave
            left = path.with_name(path.name + suffix).read_bytes()
            crashed.with_name(crashed.name + suffix).write_bytes(left)
        connection.execute("ROLLBACK")
    assert crashed.read_bytes() != path.read_bytes()
    with Workspace.open(crashed, clock=clock, actor="Bat") as opened:
        assert codes(opened) == ["KM-JWG"]
    assert not crashed.with_name("crashed.jwg-journal").exists()


def test_a_workspace_that_could_not_be_made_leaves_nothing(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.store.workspace.create_fresh", fail)
    with pytest.raises(DiskFull):
        Workspace.create(tmp_path / "new.jwg", clock=clock, actor="Bat")
    assert list(tmp_path.glob("new*")) == []


def test_the_lock_is_given_back_though_the_migration_fails(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise DiskFull(path.parent)

    monkeypatch.setattr("app.store.workspace.migrate", fail)
    with closing(connect(path, access=Access.READ_WRITE)) as connection:
        connection.execute("PRAGMA user_version=0")
    with pytest.raises(DiskFull):
        Workspace.open(path, clock=clock, actor="Bat")
    assert not lock_path(path).exists()


def test_units_of_work_are_closed_in_the_reverse_order(workspace: Workspace) -> None:
    outer = workspace.write("Outer")
    inner = workspace.write("Inner")
    with pytest.raises(Mistake, match="reverse order"):
        outer.__exit__(None, None, None)
    assert inner is not outer
