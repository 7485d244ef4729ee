import os
import shutil
from pathlib import Path

import pytest

from app import selftest

ROOT = Path(__file__).parent.parent
REPORT = """
import os

def test_of_the_domain():
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert os.environ["QT_FONT_DPI"] == "96"
"""


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone with our own pytest settings, one test without windows and one with."""
    root = tmp_path / "clone"
    for folder in ("domain", "ui", "journeys"):
        (root / "tests" / folder).mkdir(parents=True)
    shutil.copy(ROOT / "pyproject.toml", root)
    shutil.copy(ROOT / "tests" / "conftest.py", root / "tests")
    (root / "tests" / "domain" / "test_domain.py").write_text(REPORT)
    for folder in ("ui", "journeys"):
        (root / "tests" / folder / "test_window.py").write_text("import PySide6.QtNowhere\n")
    for name in selftest.SCREENLESS:
        monkeypatch.delenv(name, raising=False)
    for name in ("JWG_REQUIRE_QT", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    return root


@pytest.fixture
def window_tests(request):
    """Leave a test out where Qt cannot start; JWG_REQUIRE_QT makes that a failure of the run."""
    if not request.config.pluginmanager.hasplugin("pytest-qt"):
        pytest.skip("Qt cannot start on this machine")


@pytest.mark.usefixtures("window_tests")
def test_the_tests_run_without_a_screen(clone, capfd):
    code = selftest.run(["-q", "tests/domain"], root=clone, obstacle=lambda: None)

    assert code == 0
    assert "1 passed" in capfd.readouterr().out


@pytest.mark.usefixtures("window_tests")
def test_the_exit_code_is_that_of_pytest(clone, capfd):
    code = selftest.run(["-q", "tests"], root=clone, obstacle=lambda: None)

    assert code == 2
    assert "QtNowhere" in capfd.readouterr().out


def test_without_qt_the_other_tests_run_and_the_reason_is_said(clone, capfd):
    code = selftest.run(["-q"], root=clone, obstacle=lambda: "libEGL.so.1 is missing.")

    printed = capfd.readouterr()
    assert code == 0, printed.out
    assert "1 passed" in printed.out
    assert "left out, because libEGL.so.1 is missing." in printed.err


def test_without_qt_the_run_fails_where_qt_is_required(clone, capfd, monkeypatch):
    monkeypatch.setenv("JWG_REQUIRE_QT", "1")

    code = selftest.run(["-q"], root=clone, obstacle=lambda: "libEGL.so.1 is missing.")

    printed = capfd.readouterr()
    assert code == 1
    assert "libEGL.so.1 is missing." in printed.err
    assert "passed" not in printed.out


@pytest.mark.usefixtures("window_tests")
def test_the_whole_suite_is_spread_over_the_cores_and_a_named_file_is_not(
    clone, capfd, monkeypatch
):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for folder in ("ui", "journeys"):
        (clone / "tests" / folder / "test_window.py").unlink()

    assert selftest.run([], root=clone, obstacle=lambda: None) == 0
    assert "2 workers" in capfd.readouterr().out
    assert selftest.run(["tests/domain"], root=clone, obstacle=lambda: None) == 0
    assert "workers" not in capfd.readouterr().out


def test_an_installed_copy_says_that_it_has_no_tests(tmp_path, capfd):
    assert selftest.run([], root=tmp_path, obstacle=lambda: None) == 2
    assert "not part of an installed copy" in capfd.readouterr().err


def test_qt_was_told_before_it_was_loaded():
    for name, value in selftest.SCREENLESS.items():
        assert os.environ[name] == value
