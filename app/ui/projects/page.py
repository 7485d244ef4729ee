"""The page of projects: the list, and beside it the one that is chosen."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.notify import FileKind, Notifier
from app.ui.projects.forms import ProjectForm, form_for, title_for
from app.ui.projects.list_pane import ProjectsPane
from app.ui.projects.project_pane import ProjectPane
from app.ui.projects.view import Adding, Choices
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.projects import ProjectDetail, ProjectListRow

_FOLDS_BELOW = 1000
_PROJECT = 420


class ProjectsPage(QWidget):
    """Shows what the parties do together.

    Signals:
        project_submitted: What the form for a project says.
        added: What shall be added to the project that is shown, and what its form says.
    """

    project_submitted = Signal(object)
    added = Signal(object, object)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("projects_page")
        self.setProperty("bg", "window")
        self._notifier = notifier
        self._folder = Path.home()
        self._has_gone_on = False
        self._form: FormDialog | None = None
        self.list_pane = ProjectsPane()
        self.project = ProjectPane()
        self.list_pane.opened.connect(self._go_on)
        self.list_pane.saved.open_requested.connect(notifier.open_outside)
        self.project.back_requested.connect(self._go_back)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.list_pane, 1)
        across.addWidget(self.project)
        self.setFocusProxy(self.list_pane)
        self.link_here = self.list_pane.table.link_here

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is saved."""
        self._folder = folder

    def show_reading(self) -> None:
        """Say that the projects are being read."""
        self.list_pane.show_reading()

    def show_rows(
        self,
        rows: "tuple[ProjectListRow, ...]",
        *,
        chosen: UUID | None,
        every: bool,
        can_change: bool,
    ) -> None:
        """Show the list; ``every`` says that it is that of all bodies."""
        self.list_pane.show_rows(rows, chosen=chosen, every=every, can_change=can_change)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.list_pane.show_problem(sentence, remedy)

    def show_project(self, detail: "ProjectDetail", *, can_change: bool) -> None:
        """Show a project."""
        self.project.show_project(detail, can_change=can_change)

    def show_none(self) -> None:
        """Show that none is chosen."""
        self.project.show_none()
        self._has_gone_on = False
        self._fold()

    def ask_for_project(self, detail: "ProjectDetail | None", choices: Choices) -> None:
        """Open the form for a project; ``None`` for a new one."""
        title = self.tr("New project") if detail is None else detail.row.code
        save = self.tr("Add") if detail is None else self.tr("Save")
        self._ask(title, ProjectForm(detail, choices), self.project_submitted.emit, save=save)

    def ask_for(self, adding: Adding, choices: Choices) -> None:
        """Open the form for what is added to the project that is shown."""
        submitted = partial(self.added.emit, adding)
        self._ask(title_for(adding), form_for(adding, choices), submitted, save=self.tr("Add"))

    def show_refused(self, problem: Misfortune) -> None:
        """Show why what is open could not be saved; what was entered stays."""
        if self._form is not None:
            self._form.show_refused(problem)
        else:
            self._notifier.tell_misfortune(problem.sentence, problem.remedy)

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        if self._form is not None:
            self._form.close_saved()

    def choose_word_file(self, name: str) -> Path | None:
        """Ask where a Word file shall be written."""
        chosen = self._notifier.choose_new_file(
            FileKind.WORD, title=self.tr("Save as Word"), suggestion=self._folder / f"{name}.docx"
        )
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        self.list_pane.saved.show_path(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def _ask(self, title: str, form: Form, submitted: Any, *, save: str) -> None:
        dialog = FormDialog(
            title, form, save=save, notifier=self._notifier, width=600, parent=self.window()
        )
        dialog.submitted.connect(submitted)
        dialog.finished.connect(partial(self._forget_form, dialog))
        self._form = dialog
        dialog.open()

    def _forget_form(self, dialog: FormDialog, _result: int) -> None:
        if self._form is dialog:
            self._form = None

    def _go_on(self) -> None:
        self._has_gone_on = True
        self._fold()
        self.project.setFocus()

    def _go_back(self) -> None:
        self._has_gone_on = False
        self._fold()
        self.list_pane.setFocus()

    def _fold(self) -> None:
        """Show both side by side, or where there is no room one of them."""
        narrow = self.width() < scaled(_FOLDS_BELOW)
        self.project.offer_back(offered=narrow)
        self.list_pane.setVisible(not narrow or not self._has_gone_on)
        self.project.setVisible(not narrow or self._has_gone_on)
        if narrow:
            self.project.setMinimumWidth(0)
            self.project.setMaximumWidth(16_777_215)
        else:
            self.project.setFixedWidth(scaled(_PROJECT))
