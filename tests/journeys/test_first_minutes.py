"""Somebody opens JWG Desk for the first time and saves the minutes of the first meeting as Word."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

# app.ui first: it keeps None and its like alive under CPython 3.11 before anything calls Qt.
import app.ui  # noqa: F401
from app.clock import SystemClock
from app.paths import data_folder, log_folder, sample_workspace_path, settings_file
from app.settings.options import ThemeChoice
from app.settings.settings_file import Settings
from app.ui import fonts, services, translation
from app.ui.desk import Desk, Surroundings
from app.ui.pictures import NobodyAnswers
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window.frame import Frame

PICTURES = Path(__file__).parents[2] / "build" / "journeys"


class Saver(NobodyAnswers):
    """A user who takes the name that is suggested, in a folder of choice."""

    def __init__(self, folder):
        super().__init__()
        self.folder = folder

    def choose_new_file(self, kind, *, title, suggestion):
        return self.folder / suggestion.name


@pytest.fixture
def mistakes():
    return []


@pytest.fixture
def desk(qtbot, qapp, tmp_path, mistakes):
    fonts.load()
    translation.install(qapp)
    theme = Theme(qapp)
    theme.wear(ThemeChoice.LIGHT)
    window = Frame(clock=SystemClock())
    qtbot.addWidget(window)
    tasks = Tasks(window)
    data_folder()
    desk = Desk(
        window,
        Surroundings(
            theme=theme,
            settings=Settings(settings_file()),
            tasks=tasks,
            clock=SystemClock(),
            actor="secretariat",
            notifier=Saver(tmp_path),
            report_mistake=mistakes.append,
            load_services=services.load,
            sample_path=sample_workspace_path(),
            log_folder=log_folder(),
        ),
    )
    window.show()
    return desk


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_first_minutes_are_saved_as_word(desk, qtbot, tmp_path, mistakes):
    window = desk.window
    with qtbot.waitSignal(desk.filled, timeout=60_000):
        desk.start(None)
    title = window.findChild(QLabel, "meeting_title").text()
    assert title.startswith("First Joint Working Group Meeting on Climate Change Cooperation")

    button = window.findChild(QPushButton, "save_as_word")
    qtbot.waitUntil(button.isEnabled, timeout=60_000)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button.choices, Qt.Key.Key_Down)
    qtbot.keyClick(button.choices, Qt.Key.Key_Return)
    notice = window.findChild(QLabel, "saved_sentence")
    qtbot.waitUntil(lambda: bool(notice.text()) or bool(mistakes), timeout=60_000)
    PICTURES.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(PICTURES / "first-minutes.png"))

    (saved,) = tmp_path.glob("*.docx")
    told = docx.Document(str(saved)).element.xpath("string(.)")
    assert "Cho Gye-yeon" in told
    assert "Batkhishig Purevdoo" in told
    assert saved.name in notice.text()

    with qtbot.waitSignal(desk.closed, timeout=60_000):
        window.close()
    assert mistakes == []
