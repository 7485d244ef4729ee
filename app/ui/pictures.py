"""Takes pictures of the main screens through Qt's offscreen plugin, where no window can open."""

import os
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from app.clock import Clock, SystemClock
from app.settings.options import ThemeChoice

_SIZE = (1440, 900)
_SCREENS = ("overview", "delegations", "agenda")
_CHOICES = (ThemeChoice.LIGHT, ThemeChoice.DARK)


class NobodyAnswers:
    """Stands where the user would be asked; pictures ask nothing, and what is told is kept."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def tell(self, sentence: str, detail: str = "") -> None:
        """Keep what was said."""
        self.told.append(sentence)

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Keep what was said."""
        self.told.append(sentence)

    def ask(self, question: str, detail: str, *, agree: str) -> bool:
        """Agree to nothing."""
        return False

    def choose(self, question: str, detail: str, *, answers: tuple[str, ...]) -> int | None:
        """Choose nothing."""
        return None

    def choose_file(self, kind: Any, *, title: str, folder: Path) -> Path | None:
        """Choose nothing."""
        return None

    def choose_new_file(self, kind: Any, *, title: str, suggestion: Path) -> Path | None:
        """Choose nothing."""
        return None

    def choose_folder(self, *, title: str, folder: Path) -> Path | None:
        """Choose nothing."""
        return None

    def choose_files(self, *, title: str, folder: Path) -> tuple[Path, ...]:
        """Choose nothing."""
        return ()

    def choose_place(self, *, title: str, suggestion: Path) -> Path | None:
        """Choose nothing."""
        return None

    def open_outside(self, path: Path) -> None:
        """Open nothing."""


def take(workspace: Path, into: Path, *, clock: Clock | None = None) -> tuple[Path, ...]:
    """Write PNG pictures of the main screens, light and dark, and return their paths.

    Args:
        workspace: The workspace to show; a copy of it is opened, so that it stays as it is.
        into: The folder for the pictures; it is made if need be.
        clock: Tells the time that the status line shows; the computer's own if none is given.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_FONT_DPI", "96")
    from PySide6.QtWidgets import QApplication

    from app.ui import fonts, translation

    into.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["jwg"])
    fonts.load()
    translation.install(application)
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / workspace.name
        shutil.copyfile(workspace, copy)
        session = _Session(application, Path(scratch), clock or SystemClock())
        return session.take(copy, into)


class _Session:
    """One window that is shown, turned to each screen and closed again."""

    def __init__(self, application: Any, scratch: Path, clock: Clock) -> None:
        from app.settings.settings_file import Settings
        from app.ui import services
        from app.ui.desk import Desk, Surroundings
        from app.ui.tasks import ImmediateTasks
        from app.ui.theme import Theme
        from app.ui.window.frame import Frame

        self._theme = Theme(application)
        self._theme.wear(_CHOICES[0])
        self._window = Frame(clock=clock)
        self._mistakes: list[BaseException] = []
        self._pictures: list[Path] = []
        self._desk = Desk(
            self._window,
            Surroundings(
                theme=self._theme,
                settings=Settings(scratch / "settings.ini"),
                tasks=ImmediateTasks(),
                clock=clock,
                actor="",
                notifier=NobodyAnswers(),
                report_mistake=self._mistakes.append,
                load_services=services.load,
                sample_path=scratch / "absent.jwg",
                log_folder=scratch,
            ),
        )

    def take(self, workspace: Path, into: Path) -> tuple[Path, ...]:
        from PySide6.QtCore import QEventLoop

        window = self._window
        window.resize(*_SIZE)
        window.show()
        self._desk.start(workspace)
        loop = QEventLoop()
        self._next(self._steps(into), loop)
        loop.exec()
        window.close()
        if self._mistakes:
            raise self._mistakes[0]
        return tuple(self._pictures)

    def _steps(self, into: Path) -> list[Callable[[], None]]:
        steps: list[Callable[[], None]] = []
        for choice in _CHOICES:
            steps.append(partial(self._theme.wear, choice))
            for screen in _SCREENS:
                steps.append(partial(self._desk.show_tab, screen))
                steps.append(partial(self._picture, into / f"meeting-{screen}-{choice}.png"))
            steps.append(self._desk.go_to_studio)
            steps.append(partial(self._picture, into / f"studio-{choice}.png"))
            steps.append(self._desk.go_to_meetings)
        return steps

    def _next(self, steps: list[Callable[[], None]], loop: Any) -> None:
        """Do one step and leave the event loop time to lay out before the next."""
        from PySide6.QtCore import QTimer

        if not steps or self._mistakes:
            loop.quit()
            return
        try:
            steps[0]()
        except Exception as problem:
            self._mistakes.append(problem)
        QTimer.singleShot(30, partial(self._next, steps[1:], loop))

    def _picture(self, path: Path) -> None:
        self._window.grab().save(str(path))
        self._pictures.append(path)
