"""Where bringing the past in begins: the body, the folder, and how far the reading is."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.notify import Notifier
from app.ui.past.view import PastSetup
from app.ui.widgets.fields import OptionField, TextField
from app.ui.widgets.form import Form
from app.ui.widgets.label import ElidingLabel, text_label, wrapped_label
from app.ui.widgets.problem_note import ProblemBanner

_WIDEST = 640


class StartPage(QWidget):
    """Asks for a folder.

    Signals:
        folder_given: The folder and the body, to be read.
    """

    folder_given = Signal(object, object)

    def __init__(
        self, setup: PastSetup, *, notifier: Notifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._beside = Path.home()
        self.banner = ProblemBanner(name="past_unreadable")
        self.form = Form(name="past_start")
        self._choose = self._make_choose()
        self.form.add("folder", self.tr("Folder of old papers"), TextField())
        self.form.add_widget(_at_the_left(self._choose))
        self.form.add("body", self.tr("Body that they are about"), OptionField(setup.bodies))
        known = {key for key, _name in setup.bodies}
        if setup.body_id in known:
            self.form.set_values({"body": setup.body_id})
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How many files have been read"))
        self._told = ElidingLabel("", "small")
        self._told.setObjectName("past_told")
        self._lay_out()
        self.show_reading(done=-1, total=0, name="")

    def look_beside(self, folder: Path) -> None:
        """Offer this folder first."""
        self._beside = folder

    def read(self) -> None:
        """Have the folder read that is entered."""
        values = self.form.values()
        if not str(values["folder"]).strip():
            self.form.problems({"folder": self.tr("Choose the folder first.")})
        elif values["body"] is None:
            self.form.problems({"body": self.tr("Choose the body first.")})
        else:
            self.form.clear_problems()
            self.banner.say("")
            self.folder_given.emit(Path(str(values["folder"]).strip()), values["body"])

    def show_reading(self, *, done: int, total: int, name: str) -> None:
        """Show how far the reading is; before it and after it nothing (-1)."""
        is_busy = done >= 0
        self.progress.setVisible(is_busy)
        self._told.setVisible(is_busy)
        self.form.set_read_only(read_only=is_busy)
        self._choose.setEnabled(not is_busy)
        if not is_busy:
            return
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self._told.setText(
            self.tr("{done} of {total} · {name}").format(done=done, total=total, name=name)
            if total
            else self.tr("Looking into the folder…")
        )

    def _make_choose(self) -> QPushButton:
        choose = QPushButton(self.tr("Choose a folder…"))
        choose.setObjectName("past_choose_folder")
        choose.setIcon(icons.icon("folder-open"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._ask)
        return choose

    def _ask(self) -> None:
        chosen = self._notifier.choose_folder(
            title=self.tr("Folder of old papers"), folder=self._beside
        )
        if chosen is not None:
            self.form.set_values({"folder": str(chosen)})

    def _lay_out(self) -> None:
        told = self.tr(
            "Word documents, PDFs with words, web pages and texts are read, in all sub-folders."
            " Meetings, dates, places, decisions, rules, action items and delegates are proposed,"
            " each with the sentence that says it."
        )
        quiet = self.tr("Nothing is stored before you approve it. The folder stays as it is.")
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        down = QVBoxLayout(inside)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(self.banner)
        down.addWidget(text_label(self.tr("Which folder holds the old papers?"), "h2"))
        down.addWidget(wrapped_label(told, "small"))
        down.addWidget(self.form)
        down.addWidget(wrapped_label(quiet, "faint"))
        down.addWidget(self.progress)
        down.addWidget(self._told)
        down.addStretch(1)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inside, 1, Qt.AlignmentFlag.AlignTop)
        around.addStretch(0)


def _at_the_left(button: QPushButton) -> QWidget:
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(button)
    across.addStretch(1)
    return line
