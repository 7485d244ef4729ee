"""A desk with a fresh workspace for each system."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.store.workspace import Workspace
from tests.systems.desk import Desk

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "Empty.jwg"
    Workspace.create(path, clock=FixedClock(NOW), actor="Bat").close()
    return path


@pytest.fixture
def desk(empty_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path = Path(shutil.copyfile(empty_desk, tmp_path / "System.jwg"))
    folder = tmp_path / "printed"
    folder.mkdir()
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        yield Desk(workspace, folder)
