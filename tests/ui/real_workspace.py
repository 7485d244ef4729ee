"""A real workspace under a part or a page, for tests that act on widgets as people do."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.clock import FixedClock
from app.settings.settings_file import Settings
from app.store.workspace import Workspace
from app.ui.changes import ChangeBus
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.tasks import ImmediateTasks
from tests.builders import World, set_up_world
from tests.ui.ui_fakes import NOW, RecordingNotifier

_made: dict[Path, tuple[Path, World]] = {}


@dataclass
class Around:
    """What a part or a page works with, and what it has told and asked."""

    workspace: Workspace
    world: World
    needs: Needs
    notifier: RecordingNotifier
    changes: ChangeBus
    settings: Settings
    mistakes: list[BaseException] = field(default_factory=list)
    gone_to: list[tuple[str, Any]] = field(default_factory=list)


def copy_of_world(folder: Path, shared: Path) -> tuple[Path, World]:
    """Return a copy in ``folder`` of a workspace with a body, two parties and a held meeting."""
    if shared not in _made:
        path = shared / "World.jwg"
        with Workspace.create(path, clock=FixedClock(NOW), actor="Bat") as workspace:
            _made[shared] = (path, set_up_world(workspace, languages=["en", "ko"]))
    path, world = _made[shared]
    return Path(shutil.copyfile(path, folder / "Korea–Mongolia.jwg")), world


def surround(workspace: Workspace, world: World, folder: Path) -> Around:
    """Return what a part or a page works with over ``workspace``."""
    notifier, changes, settings = RecordingNotifier(), ChangeBus(), Settings(folder / "s.ini")
    mistakes: list[BaseException] = []
    gone_to: list[tuple[str, Any]] = []
    tasks = ImmediateTasks()
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
        settings=settings,
        go_to=lambda kind, key: gone_to.append((kind, key)),
    )
    return Around(workspace, world, needs, notifier, changes, settings, mistakes, gone_to)
