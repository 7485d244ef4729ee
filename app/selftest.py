"""Runs the tests as they must run everywhere: without a screen, and saying what a machine lacks."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from app.display import drawing_obstacle

ROOT = Path(__file__).resolve().parent.parent
# Pictures come out alike on every machine only if Qt measures alike.
SCREENLESS = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "QT_FONT_DPI": "96"}
# Each file of tests on one core from its first test to its last, so that what a file sets up once
# is set up once.
SPREAD = ("--dist", "loadfile", "--numprocesses")
MOST_CORES = 8
WITHOUT_WINDOWS = ("-p", "no:pytest-qt", "--ignore=tests/ui", "--ignore=tests/journeys")


def run(
    arguments: list[str],
    *,
    root: Path = ROOT,
    obstacle: Callable[[], str | None] = drawing_obstacle,
) -> int:
    """Run pytest with the arguments and return its exit code.

    Where Qt cannot start, pytest-qt would end the run with an internal error; so the tests of
    windows are then left out and the reason is said, unless ``JWG_REQUIRE_QT`` is ``1``. The
    whole suite is spread over the cores; single files that are named are not.
    """
    if not (root / "tests").is_dir():
        sys.stderr.write("The tests are not part of an installed copy; run them in the clone.\n")
        return 2
    arguments = [*_spread(arguments), *arguments]
    lacking = obstacle()
    if lacking is not None:
        if os.environ.get("JWG_REQUIRE_QT") == "1":
            sys.stderr.write(f"JWG_REQUIRE_QT is 1, but {lacking}\n")
            return 1
        sys.stderr.write(f"The tests of windows are left out, because {lacking}\n")
        arguments = [*WITHOUT_WINDOWS, *arguments]
    settings = {**os.environ, **SCREENLESS}
    code = subprocess.call([sys.executable, "-m", "pytest", *arguments], cwd=root, env=settings)
    return code if code >= 0 else 128 - code


def _spread(arguments: list[str]) -> tuple[str, ...]:
    cores = min(os.cpu_count() or 1, MOST_CORES)
    is_whole = all(argument.startswith("-") for argument in arguments)
    return (*SPREAD, str(cores)) if is_whole and cores > 1 else ()
