"""Makes every test run alike: no screen, no folder of the user's, one measure for all pictures."""

import os
import shutil
import sys
from pathlib import Path

# Before anything can import Qt, which reads these once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("QT_FONT_DPI", "96")

import pytest
from hypothesis import settings

# Trials on real texts need a folder of them; a newcomer has only the clone.
collect_ignore = [] if os.environ.get("JWG_CORPUS") else ["trials"]

settings.register_profile("anywhere", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable" if os.environ.get("CI") else "anywhere")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    if pluginmanager.hasplugin("pytest-qt"):
        return
    # Without Qt its plugin is left out, and its options in pyproject.toml must still be known.
    for option in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
        parser.addini(option, "left to pytest-qt")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("libreoffice") is None or shutil.which("soffice"):
        return
    if os.environ.get("JWG_REQUIRE_LIBREOFFICE") == "1":
        pytest.fail("JWG_REQUIRE_LIBREOFFICE is 1, but there is no soffice on PATH.")
    pytest.skip("needs LibreOffice on the machine")


def pytest_sessionfinish() -> None:
    """Empty the clipboard: Qt's offscreen plugin crashes on leaving while it holds a table."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the tests away from the data folder of whoever runs them."""
    folder = tmp_path / "home"
    monkeypatch.setenv("JWG_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workspace, built once for all tests; to be copied by those that write."""
    from datetime import UTC, datetime

    from app.clock import FixedClock
    from app.services import sample

    clock = FixedClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    return sample.build(tmp_path_factory.mktemp("sample") / "Sample.jwg", clock=clock, actor="Bat")


@pytest.fixture
def sample_copy(sample_path: Path, tmp_path: Path) -> Path:
    """A sample workspace of the test's own."""
    return Path(shutil.copyfile(sample_path, tmp_path / "Sample workspace.jwg"))
