"""Builds the sample workspace, whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from app.clock import Clock
from app.services.sample import (
    bodies,
    first_meeting,
    meetings,
    people,
    planned_meeting,
    projects,
    rules,
    statements,
)
from app.services.sample.files import SampleFiles
from app.services.sample.keys import Keys
from app.store.faults import translated
from app.store.lock import WorkspaceLock
from app.store.workspace import Workspace

Progress = Callable[[str, int, int], None]
"""Told what is being entered, the number of the step, and the number of steps."""

_STEPS: tuple[tuple[str, Callable[[Workspace, SampleFiles, Keys], None]], ...] = (
    ("sources", people.enter_sources),
    ("parties", people.enter_parties),
    ("organisations", people.enter_organisations),
    ("persons", people.enter_persons),
    ("instruments", bodies.enter_instruments),
    ("bodies", bodies.enter_bodies),
    ("meetings", meetings.enter_meetings),
    ("projects", projects.enter_projects),
    ("first meeting", first_meeting.enter_first_meeting),
    ("adopted rules", rules.enter_rules),
    ("illustrative rules", rules.enter_illustrative_rules),
    ("illustrative meeting", planned_meeting.enter_planned_meeting),
    ("statements of sources", statements.enter_statements),
)


def build(
    path: Path,
    *,
    clock: Clock,
    actor: str = "JWG Desk",
    progress: Progress | None = None,
) -> Path:
    """Build the sample workspace at ``path``; nothing is left there if it does not succeed.

    Args:
        path: Where it shall be; a file that is there is replaced, its backups are kept.
        clock: Tells the times of making.
        actor: In whose name the journal records it.
        progress: Told of every step before it begins.

    Returns:
        ``path``.

    Raises:
        DiskFull, CannotWrite: if it cannot be written there.
        WorkspaceInUse: if the file that is there is being worked in.
    """
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # On the same disk, so that the finished file takes its place in one step.
        folder = TemporaryDirectory(prefix=".being-built-", dir=path.parent)
    with folder:
        unfinished = Path(folder.name) / path.name
        with Workspace.create(unfinished, clock=clock, actor=actor) as workspace:
            fill(workspace, progress=progress)
        _put_in_place(unfinished, path, clock=clock, actor=actor)
    return path


def fill(workspace: Workspace, *, progress: Progress | None = None) -> None:
    """Enter the whole sample into an empty workspace, in one transaction."""
    files, keys = SampleFiles(), Keys()
    with workspace.write("Build the sample workspace") as work:
        for number, (name, enter) in enumerate(_STEPS, start=1):
            if progress is not None:
                progress(name, number, len(_STEPS))
            enter(workspace, files, keys)
        work.commit()


def _put_in_place(unfinished: Path, path: Path, *, clock: Clock, actor: str) -> None:
    with translated(path):
        lock = WorkspaceLock.take(path, user=actor, clock=clock)
        try:
            # A journal left over from the old file would be played back into the new one.
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
            os.replace(unfinished, path)
        finally:
            lock.release()
