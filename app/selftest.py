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
WITHOUT_WINDOWS = ("-p", "no:pytest-qt", "--ignore=tests/ui", "--ignore=tests/journeys")


def run(
    arguments: list[str],
    *,
    root: Path = ROOT,
    obstacle: Callable[[], str | None] = drawing_obstacle,
) -> int:
    """Run pytest with the arguments and return its exit code.

    Where Qt cannot start, pytest-qt would end the run with an internal error; so the tests of
    windows are then left out and the reason is said, unless ``JWG_REQUIRE_QT`` is ``1``.
    """
    if not (root / "tests").is_dir():
        sys.stderr.write("The tests are not part of an installed copy; run them in the clone.\n")
        return 2
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
