"""Measures how soon the window is painted and filled, for the start-up benchmark.

With ``JWG_STARTUP_REPORT`` naming a file, ``{"painted_ms": …, "filled_ms": …}`` is written there:
milliseconds since the process began, or since this module was loaded where the system does not
tell when a process began.
"""

import json
import os
import time
from pathlib import Path

_VARIABLE = "JWG_STARTUP_REPORT"
_LOADED = time.monotonic()


class StartupReport:
    """Notes the two moments and writes them once both are known."""

    def __init__(self) -> None:
        target = os.environ.get(_VARIABLE)
        self._target = Path(target) if target else None
        self._moments: dict[str, float] = {}

    def note(self, name: str) -> None:
        """Note a moment, ``painted_ms`` or ``filled_ms``; the second one writes the file."""
        if self._target is None:
            return
        self._moments.setdefault(name, round(milliseconds_since_start(), 1))
        if len(self._moments) == 2:
            self._target.write_text(json.dumps(self._moments), encoding="utf-8")


def milliseconds_since_start() -> float:
    """Return how long this process has been running."""
    try:
        began = _ticks_at_start() / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000
    except (OSError, AttributeError, ValueError):
        return (time.monotonic() - _LOADED) * 1000


def _ticks_at_start() -> int:
    told = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace")
    return int(told.rpartition(")")[2].split()[19])
