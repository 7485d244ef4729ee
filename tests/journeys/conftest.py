"""The real window over the real sample workspace, as a person finds it after installing."""

import gc

import pytest

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


class Saver(NobodyAnswers):
    """A user who takes the name that is suggested, in a folder of choice."""

    def __init__(self, folder):
        super().__init__()
        self.folder = folder
        self.answer = None
        self.agrees = False

    def choose_new_file(self, kind, *, title, suggestion):
        return self.folder / suggestion.name

    def choose(self, question, detail, *, answers):
        return answers.index(self.answer) if self.answer is not None else None

    def ask(self, question, detail, *, agree):
        return self.agrees


@pytest.fixture(scope="module", autouse=True)
def collected_here():
    """Leave no widget to be collected by another thread, which Qt does not survive."""
    yield
    gc.collect()


@pytest.fixture
def mistakes():
    return []


@pytest.fixture
def user(tmp_path):
    return Saver(tmp_path)


@pytest.fixture
def clock():
    return SystemClock()


@pytest.fixture
def desk(qtbot, qapp, user, clock, mistakes):
    fonts.load()
    translation.install(qapp)
    theme = Theme(qapp)
    theme.wear(ThemeChoice.LIGHT)
    window = Frame(clock=clock)
    qtbot.addWidget(window)
    data_folder()
    desk = Desk(
        window,
        Surroundings(
            theme=theme,
            settings=Settings(settings_file()),
            tasks=Tasks(window),
            clock=clock,
            actor="secretariat",
            notifier=user,
            report_mistake=mistakes.append,
            load_services=services.load,
            sample_path=sample_workspace_path(),
            log_folder=log_folder(),
        ),
    )
    window.show()
    return desk
