"""A dressed application, and the whole window over the fakes, for every test of the interface."""

import gc
import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from app.settings.options import ThemeChoice
from app.settings.settings_file import Settings
from app.store.workspace import Workspace
from app.ui import fonts, translation
from app.ui.desk import Desk, Surroundings
from app.ui.preparation.part import PreparationPart
from app.ui.tasks import ImmediateTasks
from app.ui.theme import Theme
from app.ui.window.frame import Frame
from tests.ui import real_window
from tests.ui.ui_fakes import NOW, RecordingNotifier, fake_services


def pytest_collection_modifyitems(items):
    """Pass over what the offscreen plugin says it cannot do: raise windows, grab the keyboard."""
    ignore = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    for item in items:
        item.add_marker(ignore)


@pytest.fixture(scope="module", autouse=True)
def collected_here():
    """Leave no widget to be collected by another thread, which Qt does not survive."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def dressed(qapp):
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    fonts.load()
    translation.install(qapp)
    QApplication.setCursorFlashTime(0)
    return Theme(qapp)


@pytest.fixture(autouse=True)
def theme(dressed):
    dressed.wear(ThemeChoice.LIGHT)
    yield dressed
    # Widgets that pytest-qt has closed are deleted now, or each test would dress them all again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def notifier():
    return RecordingNotifier()


@pytest.fixture
def services():
    return fake_services()


@pytest.fixture
def mistakes():
    return []


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def around(theme, settings, notifier, services, mistakes, tmp_path):
    return Surroundings(
        theme=theme,
        settings=settings,
        tasks=ImmediateTasks(),
        clock=FixedClock(NOW),
        actor="secretariat",
        notifier=notifier,
        report_mistake=mistakes.append,
        load_services=lambda: services,
        sample_path=tmp_path / "Sample workspace.jwg",
        log_folder=tmp_path,
    )


@pytest.fixture
def desk(qtbot, around, mistakes):
    """Return the whole window, open on the fakes."""
    desk = Desk(Frame(clock=around.clock), around)
    qtbot.addWidget(desk.window)
    desk.window.resize(1440, 900)
    desk.window.show()
    qtbot.waitExposed(desk.window)
    desk.start(None)
    yield desk
    assert mistakes == []


@pytest.fixture(scope="session")
def committee_files(tmp_path_factory):
    """Return an empty workspace, and one with a committee and two of its meetings."""
    folder = tmp_path_factory.mktemp("real")
    empty, filled = folder / "Empty.jwg", folder / "Committee.jwg"
    Workspace.create(empty, clock=FixedClock(NOW), actor="secretariat").close()
    shutil.copyfile(empty, filled)
    with Workspace.open(filled, clock=FixedClock(NOW), actor="secretariat") as opened:
        real_window.enter_committee(opened)
    return {"empty": empty, "committee": filled}


@pytest.fixture
def open_real(qtbot, around, committee_files, tmp_path, mistakes, monkeypatch):
    """Return a function that opens the window on a copy of a real workspace, or on a file.

    Of the parts of a meeting it has the preparation; the others are tried in tests of their own.
    """
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    monkeypatch.setattr("app.ui.desk.make_parts", lambda needs: (PreparationPart(needs),))
    monkeypatch.setattr("app.ui.desk.make_library", lambda needs: ())
    monkeypatch.setattr("app.ui.desk.make_studio", lambda needs: ())
    opened = []

    def open_copy(name, **how):
        path = name
        if name in committee_files:
            path = shutil.copyfile(committee_files[name], tmp_path / f"{name}.jwg")
        opened.append(real_window.open_window(qtbot, around, path, **how))
        return opened[-1]

    yield open_copy
    for desk in opened:
        desk.window.hide()
    assert mistakes == []
