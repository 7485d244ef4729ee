"""What the command line does with the notes of delegates: show a file of them, or take it in."""

import argparse
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app import bootstrap
from app.answers import WrongUse
from app.clock import SystemClock
from app.workspace_commands import Line


@dataclass(frozen=True)
class NoteLine:
    """A note of a file, as it is listed."""

    arrival: str
    rules: str
    provision: str
    placing: str
    author: str
    side: str
    text: str


def add(commands: Any, line: Line) -> None:
    """Add the sub-command."""
    about = "take in the notes that a delegate sent (.jwgn, or a comment sheet in Word)"
    parser = line.command(commands, "notes", partial(run_notes, line), about)
    parser.add_argument("notes", type=Path, help="the file that was sent")
    parser.add_argument("--look", action="store_true", help="only show what would be taken in")


def run_notes(line: Line, asked: argparse.Namespace) -> int:
    """Take a file of notes into a workspace, or show what is in it."""
    if asked.look:
        line.tell(asked, _look(line, asked))
        return 0
    from app.services import workspaces
    from app.services.notes import notes_in

    if asked.workspace is None:
        raise WrongUse("Notes are taken into a workspace, and none is named.", "Add --workspace.")
    with workspaces.open(
        asked.workspace, clock=SystemClock(), actor=bootstrap.actor()
    ) as workspace:
        done = notes_in.merge(workspace, path=asked.notes)
    counts = {"new": done.new, "revised": done.revised, "here": done.here}
    told = f"{done.new} new, {done.revised} revised, {done.here} here already"
    line.tell(asked, counts if asked.json else told)
    return 0


def _look(line: Line, asked: argparse.Namespace) -> list[NoteLine]:
    from app.services.notes import notes_in

    with line.opened(asked) as workspace:
        shown = notes_in.look(workspace, path=asked.notes)
    return [
        NoteLine(
            arrival=row.arrival.value,
            rules=row.place.code,
            provision=row.place.name,
            placing=row.placing.value,
            author=row.author,
            side=row.side,
            text=row.text,
        )
        for row in shown.rows
    ]
