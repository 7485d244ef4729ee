"""What the command line does with whole workspaces: export one as files, make one of an export."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app import bootstrap
from app.clock import SystemClock

FORMS = ("folder", "zip")


@dataclass(frozen=True)
class Line:
    """What the command line lends its commands.

    Attributes:
        command: Adds a sub-command with what all of them can be asked.
        opened: Opens the workspace asked for, for reading.
        tell: Prints an answer as it was asked for.
    """

    command: Callable[[Any, str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]
    opened: Callable[[argparse.Namespace], Any]
    tell: Callable[[argparse.Namespace, Any], None]


def add(commands: Any, line: Line) -> None:
    """Add the two sub-commands."""
    about = "write a whole workspace as files that any program can read"
    parser = line.command(commands, "export-workspace", partial(run_export, line), about)
    parser.add_argument("--form", choices=FORMS, default="folder", help="a folder or an archive")
    parser.add_argument("--into", type=Path, default=Path(), help="the folder to write it into")
    about = "make a new workspace of an exported one, once all of it was checked"
    parser = line.command(commands, "import-workspace", partial(run_import, line), about)
    parser.add_argument("export", type=Path, help="the folder or the archive of the export")
    parser.add_argument("--into", type=Path, required=True, help="the new workspace, NAME.jwg")


def run_export(line: Line, asked: argparse.Namespace) -> int:
    """Write a whole workspace; exit code 1 if something in it is not what it was."""
    from app.services.whole_workspace import exporting

    as_zip = asked.form == "zip"
    with line.opened(asked) as workspace:
        name = exporting.suggest_name(workspace)
        target = asked.into / (f"{name}{exporting.ZIP}" if as_zip else name)
        made = exporting.export(workspace, target=target, as_zip=as_zip)
    line.tell(asked, [made])
    return 1 if made.broken_seals or made.damaged_files else 0


def run_import(line: Line, asked: argparse.Namespace) -> int:
    """Make a new workspace of an export."""
    from app.services.whole_workspace import importing

    made = importing.bring_in(
        asked.export, target=asked.into, clock=SystemClock(), actor=bootstrap.actor()
    )
    line.tell(asked, [made])
    return 0
