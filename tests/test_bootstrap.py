"""Starts the program as its user does, in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

ROOT = Path(__file__).parents[1]
WATCHED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import bootstrap

original = QApplication.exec

def watched(self=None):
    assert not {"sqlmodel", "docx", "jinja2"} & set(sys.modules), "imported before the first paint"
    return original()

QApplication.exec = watched
sys.exit(bootstrap.run_window(None))
"""


def start(home, **more):
    return subprocess.Popen(
        [sys.executable, "-c", WATCHED],
        cwd=ROOT,
        env=os.environ | {"JWG_HOME": str(home)} | more,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(path, process):
    deadline = time.monotonic() + 60
    while not (path.exists() and path.stat().st_size):
        assert process.poll() is None, process.stderr.read()
        assert time.monotonic() < deadline, f"no {path.name} after a minute"
        time.sleep(0.05)


def test_the_first_start_paints_then_builds_the_sample_and_shows_it(tmp_path):
    report = tmp_path / "startup.json"
    home = tmp_path / "home"
    process = start(home, JWG_STARTUP_REPORT=str(report))
    try:
        wait_for(report, process)
    finally:
        process.terminate()
        process.communicate()

    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["painted_ms"] < told["filled_ms"]
    assert (home / "Sample workspace.jwg").stat().st_size > 0
    assert "Open workspace" in (home / "log" / "jwg-desk.log").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such requests between programs")
@pytest.mark.parametrize("request_to_end", ["SIGINT", "SIGTERM"])
def test_a_window_that_is_asked_to_end_closes_its_workspace(tmp_path, request_to_end):
    report = tmp_path / "startup.json"
    home = tmp_path / "home"
    process = start(home, JWG_STARTUP_REPORT=str(report))
    try:
        wait_for(report, process)
        process.send_signal(getattr(signal, request_to_end))
        _, complaint = process.communicate(timeout=50)
    finally:
        process.kill()

    assert (process.returncode, complaint) == (0, "")
    assert not (home / "Sample workspace.jwg.lock").exists()
    assert len(list((home / "Sample workspace backups").iterdir())) == 1


def test_the_one_who_works_here_has_a_name(monkeypatch):
    from app import bootstrap

    assert bootstrap.actor()

    def nobody():
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert bootstrap.actor() == "unknown"


def test_a_data_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path):
    occupied = tmp_path / "a file"
    occupied.write_text("")
    program = (
        "import sys; from app.ui.notify import DialogNotifier; from app import bootstrap;"
        "DialogNotifier.tell_misfortune = lambda self, *told: print(*told, sep='|');"
        "sys.exit(bootstrap.run_window(None))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"JWG_HOME": str(occupied / "home")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 1, ran.stderr
    sentence, remedy = ran.stdout.strip().split("|")
    assert "cannot use its data folder" in sentence
    assert str(occupied) in sentence
    assert "JWG_HOME" in remedy
