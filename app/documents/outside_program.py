"""Runs a program that lays documents out; one that takes too long is ended with all it started."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from app.domain.errors import Misfortune


class NotLaidOut(Misfortune):
    """The program that was asked did not make a PDF of a document."""

    def __init__(self, reason: str, *, program: str = "LibreOffice") -> None:
        super().__init__(
            f"{program} did not make the PDF: {reason}.",
            "Try again, or save as Word and export the PDF from there.",
        )
        self.reason = reason


def run(
    command: Sequence[str],
    *,
    folder: Path,
    seconds: float,
    called: str,
    settings: Mapping[str, str] | None = None,
    given_up: Callable[[], None] = lambda: None,
) -> str:
    """Run a command in ``folder`` and return the last line it said.

    Args:
        command: The program and what it is asked.
        folder: Where it works.
        seconds: How long it may take.
        called: What the user knows the program as.
        settings: Variables it sees beside those of this process.
        given_up: What else is to be ended when it took too long.

    Raises:
        NotLaidOut: It could not be started, or took too long.
    """
    try:
        # A session of its own, because the program that is found may only start another one.
        running = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise NotLaidOut(error.strerror or str(error), program=called) from error
    try:
        told, _ = running.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        _stop(running)
        given_up()
        reason = f"it took longer than {seconds:.0f} seconds"
        raise NotLaidOut(reason, program=called) from error
    lines = told.decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def end(process_id: int) -> None:
    """End a process with those that it has started; one that is gone already is no misfortune."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process_id)], check=False, capture_output=True
        )
        return
    try:
        os.killpg(process_id, signal.SIGKILL)
    except ProcessLookupError:
        return


def _stop(running: subprocess.Popen[bytes]) -> None:
    end(running.pid)
    running.communicate()
