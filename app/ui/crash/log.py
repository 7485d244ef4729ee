"""Keeps a log that is there when something went wrong and never grows without end."""

import faulthandler
import logging
from pathlib import Path
from typing import TextIO

LOG_NAME = "jwg-desk.log"
FAULT_NAME = "fault.log"
_LARGEST = 500_000
_KEPT = 3
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start(folder: Path) -> logging.Handler:
    """Begin to log into a folder; where it cannot be written, log to the error stream."""
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _put_aside(folder / LOG_NAME)
        handler = logging.FileHandler(folder / LOG_NAME, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(_FORM))
    root = logging.getLogger("app")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def catch_faults(folder: Path) -> TextIO | None:
    """Let a crash of the interpreter itself leave its stack in a file; keep the file open."""
    try:
        stream = (folder / FAULT_NAME).open("w", encoding="utf-8")
    except OSError:
        return None
    faulthandler.enable(stream)
    return stream


def last_lines(folder: Path, count: int = 200) -> str:
    """Return the end of the log, for the crash report."""
    try:
        text = (folder / LOG_NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-count:])


def _put_aside(log: Path) -> None:
    """Begin a new log when the old one is large, keeping the last few.

    Not ``logging.handlers``: it brings in sockets and pickle, which every start would wait for.
    """
    if not log.exists() or log.stat().st_size < _LARGEST:
        return
    for number in range(_KEPT, 0, -1):
        older = log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number + 1}"))
    log.replace(log.with_name(f"{log.name}.1"))
    log.with_name(f"{log.name}.{_KEPT + 1}").unlink(missing_ok=True)
