"""From the start of the process to the painted window, against a bare Qt window in the same run."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest

from app.clock import FixedClock
from app.services import sample
from tests.benchmarks.ledger import record

pytestmark = pytest.mark.bench

ROUNDS = 9
ROOT = Path(__file__).parents[2]

OURS = "from app import bootstrap; bootstrap.run_window(None)"
BARE = """
import os, time
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        painted = time.monotonic()
        from app.ui.startup import milliseconds_since_start
        since = milliseconds_since_start() - (time.monotonic() - painted) * 1000
        print(since, flush=True)
        os._exit(0)

application = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""


@pytest.fixture
def environment(tmp_path):
    home = tmp_path / "a home"
    home.mkdir()
    clock = FixedClock(datetime(2025, 6, 2, tzinfo=UTC))
    sample.build(home / "Sample workspace.jwg", clock=clock, actor="secretariat")
    report = tmp_path / "startup.json"
    return os.environ | {"JWG_HOME": str(home), "JWG_STARTUP_REPORT": str(report)}


def test_the_window_is_painted_within_three_times_a_bare_one(environment):
    ours(environment)  # warm
    rounds = [(ours(environment), bare(environment)) for _ in range(ROUNDS)]

    painted = median(told["painted_ms"] for told, _ in rounds)
    filled = median(told["filled_ms"] for told, _ in rounds)
    floor = median(milliseconds for _, milliseconds in rounds)
    print(f"\nstartup: filled with the sample after {filled:.0f} ms")
    assert record("startup", painted, "ms", "a bare Qt window", floor) > 1 / 3


def ours(environment):
    """Start the window on the sample and return its report."""
    report = Path(environment["JWG_STARTUP_REPORT"])
    report.unlink(missing_ok=True)
    process = subprocess.Popen([sys.executable, "-c", OURS], cwd=ROOT, env=environment)
    try:
        deadline = time.monotonic() + 60
        while not (report.exists() and report.stat().st_size):
            assert process.poll() is None, "the window has closed by itself"
            assert time.monotonic() < deadline, "no report after a minute"
            time.sleep(0.05)
        return json.loads(report.read_text(encoding="utf-8"))
    finally:
        process.terminate()
        process.wait()


def bare(environment):
    """Start a window with nothing in it and return the milliseconds."""
    ran = subprocess.run(
        [sys.executable, "-c", BARE],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(ran.stdout)
