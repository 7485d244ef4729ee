import logging
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app import __version__
from app.ui.crash import log, report
from app.ui.crash.dialog import CrashDialog
from app.ui.crash.hooks import CrashReporter, install, log_qt_message


@pytest.fixture
def logged(tmp_path):
    handler = log.start(tmp_path / "log")
    yield tmp_path / "log"
    logging.getLogger("app").removeHandler(handler)
    handler.close()


@pytest.fixture
def hooks(monkeypatch):
    """Keep whatever catches exceptions now, and put it back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(before)


def a_mistake():
    try:
        raise ZeroDivisionError("a mistake")
    except ZeroDivisionError as problem:
        return problem


def dialogs():
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CrashDialog)]


def test_a_mistake_is_logged_and_shown_once_at_a_time(logged, notifier, qtbot):
    reporter = CrashReporter(notifier=notifier, folder=logged)

    reporter.report(a_mistake())
    reporter.report(a_mistake())
    qtbot.waitUntil(lambda: bool(dialogs()))

    assert len(dialogs()) == 1
    assert "ZeroDivisionError" in log.last_lines(logged)
    dialogs()[0].accept()


def test_a_mistake_on_another_thread_is_shown_on_the_windows(logged, notifier, qtbot):
    reporter = CrashReporter(notifier=notifier, folder=logged)
    thread = threading.Thread(target=reporter.report, args=(a_mistake(),))

    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(dialogs()))

    dialogs()[0].accept()
    assert "ZeroDivisionError" in log.last_lines(logged)


def test_whatever_nobody_caught_is_reported(hooks):
    caught = []
    install(caught.append)
    problem = a_mistake()

    sys.excepthook(type(problem), problem, problem.__traceback__)
    threading.excepthook(
        threading.ExceptHookArgs((type(problem), problem, problem.__traceback__, None))
    )

    assert caught == [problem, problem]


def test_leaving_with_ctrl_c_is_no_mistake(hooks, capsys):
    caught = []
    install(caught.append)

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert caught == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_what_qt_says_goes_to_the_log_but_not_what_is_harmless(caplog):
    with caplog.at_level(logging.INFO):
        log_qt_message(QtMsgType.QtWarningMsg, None, "QPainter: not active")
        log_qt_message(QtMsgType.QtWarningMsg, None, "This plugin does not support raise()")

    assert [entry.getMessage() for entry in caplog.records] == ["Qt: QPainter: not active"]


def test_the_report_names_versions_and_the_place_of_the_mistake():
    told = report.compose(a_mistake(), log="the last line")

    assert f"JWG Desk {__version__}" in told
    assert "PySide6-Essentials 6." in told
    assert "in a_mistake" in told
    assert "the last line" in told


def test_a_log_folder_that_cannot_be_written_does_not_stop_the_program(tmp_path):
    occupied = tmp_path / "a file"
    occupied.write_text("")
    handler = log.start(occupied / "log")

    logging.getLogger("app").removeHandler(handler)
    assert type(handler) is logging.StreamHandler
    assert log.catch_faults(occupied / "log") is None
    assert log.last_lines(occupied) == ""


def test_a_crash_of_the_interpreter_leaves_its_stack_in_a_file(tmp_path):
    program = (
        "import faulthandler, pathlib; from app.ui.crash import log;"
        f"kept = log.catch_faults(pathlib.Path({str(tmp_path)!r})); faulthandler._sigabrt()"
    )
    subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    told = (tmp_path / log.FAULT_NAME).read_text(encoding="utf-8")
    assert "Fatal Python error: Aborted" in told


def test_a_log_that_grew_large_is_put_aside_and_only_the_last_few_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "_LARGEST", 10)
    for number in range(6):
        (tmp_path / log.LOG_NAME).write_text(f"the log of run {number}", encoding="utf-8")
        handler = log.start(tmp_path)
        logging.getLogger("app").removeHandler(handler)
        handler.close()

    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == [log.LOG_NAME, *(f"{log.LOG_NAME}.{number}" for number in (1, 2, 3))]
    assert (tmp_path / f"{log.LOG_NAME}.1").read_text(encoding="utf-8") == "the log of run 5"
