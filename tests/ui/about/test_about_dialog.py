import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app import __version__
from app.ui.about.components import components
from app.ui.about.dialog import AboutDialog, Places

PLACES = Places(workspace=Path("ours.jwg"), settings=Path("settings.ini"), log=Path("log"))


@pytest.fixture
def told(qtbot):
    dialog = AboutDialog(PLACES)
    qtbot.addWidget(dialog)
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_version_folders_and_licences_are_there(told):
    assert f"JWG Desk {__version__}" in told
    assert {"ours.jwg", "settings.ini", "log"} <= set(told)
    assert {"Pretendard JP", "OFL-1.1", "Lucide", "LGPL-3.0"} <= set(told)


def test_without_a_workspace_none_is_named(qtbot):
    dialog = AboutDialog(Places(workspace=None, settings=Path("s"), log=Path("l")))
    qtbot.addWidget(dialog)

    assert "Workspace" not in [label.text() for label in dialog.findChildren(QLabel)]


def test_libraries_are_named_with_the_version_that_is_installed():
    versions = {component.name: component.version for component in components()}

    assert versions["PySide6-Essentials"].startswith("6.")
    assert all(component.licence for component in components())


def test_a_library_that_is_missing_has_no_version(monkeypatch):
    monkeypatch.setattr("app.ui.about.components._LIBRARIES", (("no-such-library", "MIT"),))

    assert components()[0].version == "–"


def test_the_dialog_is_freed_when_it_is_closed(qtbot):
    dialog = AboutDialog(PLACES)
    remembered = weakref.ref(dialog)
    dialog.open()

    qtbot.mouseClick(dialog.findChild(QPushButton, "close_about"), Qt.MouseButton.LeftButton)
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert remembered() is None
