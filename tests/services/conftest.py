"""A workspace to work in, made once and copied for each test, and ways to ask what changed."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.store.workspace import Workspace
from tests.builders import World, set_up_world

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture(scope="session")
def fresh_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fresh") / "Fresh.jwg"
    Workspace.create(path, clock=FixedClock(NOW), actor="Bat").close()
    return path


@pytest.fixture(scope="session")
def world_in_file(
    fresh_workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, World]:
    path = tmp_path_factory.mktemp("world") / "World.jwg"
    shutil.copyfile(fresh_workspace, path)
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        return path, set_up_world(opened)


@pytest.fixture
def without_backup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Close without the backup, which is tested with the store and would double the time."""
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)


@pytest.fixture
def workspace(
    request: pytest.FixtureRequest,
    fresh_workspace: Path,
    tmp_path: Path,
    clock: FixedClock,
    without_backup: None,
) -> Iterator[Workspace]:
    """A workspace of the test's own: empty, or with what ``world`` tells if that is asked for."""
    source = fresh_workspace
    if "world" in request.fixturenames:
        source = request.getfixturevalue("world_in_file")[0]
    path = Path(shutil.copyfile(source, tmp_path / "Korea–Mongolia.jwg"))
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        yield opened


@pytest.fixture
def world(world_in_file: tuple[Path, World]) -> World:
    """A body, two parties and a held meeting, which are then in ``workspace``."""
    return world_in_file[1]


Unchanged = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def unchanged(workspace: Workspace) -> Unchanged:
    """Check that the file, the journal in it included, is byte for byte as before a ``with``."""

    @contextmanager
    def watch() -> Iterator[None]:
        before = workspace.path.read_bytes()
        yield
        assert workspace.path.read_bytes() == before

    return watch
