"""A workspace to work in, made once and copied for each test, and a clock that stands still."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.body import Body, BodyKind
from app.domain.meeting import Meeting, MeetingKind
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "Empty.jwg"
    Workspace.create(path, clock=FixedClock(NOON), actor="Bat").close()
    return path


@pytest.fixture
def path(tmp_path: Path, empty_workspace: Path) -> Path:
    """A closed, empty workspace with a name that a secretariat would give it."""
    folder = tmp_path / "Хурал 회의 #1"
    folder.mkdir()
    path = folder / "Korea–Mongolia 50%.jwg"
    shutil.copyfile(empty_workspace, path)
    return path


@pytest.fixture
def workspace(path: Path, clock: FixedClock) -> Iterator[Workspace]:
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        yield opened


@pytest.fixture
def add_body() -> Callable[..., Body]:
    def add(work: UnitOfWork, code: str = "KM-JWG", **fields: object) -> Body:
        names = {"en": f"Joint Working Group {code}", "ko": "한몽 합동위원회"}
        values = {"kind": BodyKind.JOINT_WORKING_GROUP, "names": names} | fields
        return work.add(Body(code=code, **values))

    return add


@pytest.fixture
def add_meeting() -> Callable[..., Meeting]:
    def add(work: UnitOfWork, body: Body, ordinal: int = 1, **fields: object) -> Meeting:
        values = {"kind": MeetingKind.ORDINARY, "titles": {"en": f"Meeting {ordinal}"}} | fields
        return work.add(Meeting(body_id=body.id, ordinal=ordinal, **values))

    return add


@pytest.fixture
def unwritable() -> Callable[[Path], object]:
    """Make a folder one that this process may not write, for as long as a ``with`` lasts."""

    @contextmanager
    def make(folder: Path) -> Iterator[None]:
        if os.name == "nt":
            pytest.skip("a folder's read-only mark does not bind on Windows")
        is_root = os.geteuid() == 0
        if is_root:  # to whom no mark applies: be nobody for a while
            for parent in (folder, *folder.parents):
                if parent.stat().st_mode & 0o005 != 0o005:
                    parent.chmod(0o755)
            os.seteuid(65534)
        else:
            folder.chmod(0o555)
        try:
            yield
        finally:
            if is_root:
                os.seteuid(0)
            else:
                folder.chmod(0o755)

    return make
