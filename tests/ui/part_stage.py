"""A part of a meeting over a real workspace, for tests that act on it as people do."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.clock import FixedClock
from app.services import meetings
from app.settings.settings_file import Settings
from app.store.workspace import Workspace
from app.ui import services
from app.ui.changes import ChangeBus
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.tasks import ImmediateTasks
from tests.builders import World, a_meeting, key_of, set_up_world
from tests.ui.ui_fakes import RecordingNotifier

NOW = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)


@dataclass
class PartStage:
    """What a part stands on.

    Attributes:
        meeting: A meeting ahead, which follows on the one that was held.
        gone_to: Where the window was asked to turn.
        mistakes: What was reported as our mistake.
    """

    workspace: Workspace
    world: World
    meeting: UUID
    needs: Needs
    notifier: RecordingNotifier
    gone_to: list[tuple[str, UUID]] = field(default_factory=list)
    mistakes: list[BaseException] = field(default_factory=list)

    def show(self, part: Any, qtbot: Any, *, meeting_id: UUID | None = None) -> Any:
        """Show a part, turned to the meeting ahead, as a window would."""
        qtbot.addWidget(part.widget)
        part.widget.resize(1000, 700)
        part.widget.show()
        qtbot.waitExposed(part.widget)
        part.open(services.load(), self.workspace, language="en")
        self.turn(part, meeting_id or self.meeting)
        part.looked_at(shown=True)
        part.focus()
        return part

    def turn(self, part: Any, meeting_id: UUID) -> None:
        """Turn a part to a meeting."""
        part.show_meeting(meetings.show(self.workspace, meeting_id=meeting_id))


@pytest.fixture(scope="session")
def part_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World, UUID]:
    """A workspace with a body of two sides, a meeting that was held, and one ahead."""
    path = tmp_path_factory.mktemp("part") / "Part.jwg"
    with Workspace.create(path, clock=FixedClock(NOW), actor="Bat") as opened:
        world = set_up_world(opened)
        draft = a_meeting(
            world.body,
            ordinal=2,
            code="JWG-2",
            titles={"en": "Second meeting"},
            languages=["en", "ko"],
            planned_starts_on=date(2026, 5, 12),
            starts_at=datetime(2026, 5, 12, 1, 30, tzinfo=UTC),
            ends_at=datetime(2026, 5, 12, 9, 30, tzinfo=UTC),
        )
        return path, world, key_of(meetings.plan(opened, draft))


@pytest.fixture
def stage(
    part_file: tuple[Path, World, UUID],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qapp: Any,
) -> Iterator[PartStage]:
    """A workspace of the test's own, with everything that a part needs."""
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    source, world, meeting = part_file
    path = Path(shutil.copyfile(source, tmp_path / "Part.jwg"))
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        yield _set(opened, world, meeting, tmp_path)


@pytest.fixture
def read_only_stage(
    part_file: tuple[Path, World, UUID], tmp_path: Path, qapp: Any
) -> Iterator[PartStage]:
    """The same, but it can only be read."""
    source, world, meeting = part_file
    path = Path(shutil.copyfile(source, tmp_path / "Read.jwg"))
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat", read_only=True) as opened:
        yield _set(opened, world, meeting, tmp_path)


def _set(workspace: Workspace, world: World, meeting: UUID, tmp_path: Path) -> PartStage:
    notifier = RecordingNotifier()
    tasks, changes = ImmediateTasks(), ChangeBus()
    gone_to: list[tuple[str, UUID]] = []
    mistakes: list[BaseException] = []
    operations = Operations(
        tasks=tasks, changes=changes, notifier=notifier, report_mistake=mistakes.append
    )
    needs = Needs(
        tasks=tasks,
        operations=operations,
        changes=changes,
        notifier=notifier,
        report_failure=operations.fail,
        clock=FixedClock(NOW),
        settings=Settings(tmp_path / "settings.ini"),
        go_to=lambda kind, record_id: gone_to.append((kind, record_id)),
    )
    return PartStage(workspace, world, meeting, needs, notifier, gone_to, mistakes)
