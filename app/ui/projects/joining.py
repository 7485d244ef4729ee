"""Joins the page of projects with its presenter, and gives it its place in the window."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.projects.page import ProjectsPage
from app.ui.projects.presenter import ProjectsPresenter
from app.ui.widgets import composing
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "projects"


class ProjectsDeskPage:
    """The page of projects as the window knows it."""

    kinds = frozenset({"project"})

    def __init__(self, needs: Needs) -> None:
        say = QCoreApplication.translate
        name = say("ProjectsPage", "Projects")
        self.place = Place(KEY, name, "folder-kanban", "", say("Desk", "Library"))
        self.command = Command.GO_PROJECTS
        self.page = ProjectsPage(notifier=needs.notifier)
        self.widget: QWidget = self.page
        self.presenter = ProjectsPresenter(
            self.page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        join(self.page, self.presenter)
        self.page.project.record_requested.connect(needs.go_to)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.list_pane, self.page.project)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.page.save_beside(Path(workspace.path).parent)
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Projects belong to no one meeting."""

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to a project."""
        self.presenter.show_record(record_id)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def leave(self) -> None:
        """Finish what is being composed; everything else is saved when it is entered."""
        composing.commit()


def join(page: ProjectsPage, presenter: ProjectsPresenter) -> None:
    """Have the presenter do what is asked for on the page."""
    pane, project = page.list_pane, page.project
    pane.chosen.connect(presenter.choose)
    pane.add_requested.connect(presenter.start_adding)
    pane.paper_requested.connect(presenter.save_paper)
    pane.every_chosen.connect(presenter.list_every)
    pane.retry_requested.connect(presenter.try_again)
    project.edit_requested.connect(presenter.start_editing)
    project.status_chosen.connect(presenter.change_status)
    project.add_requested.connect(presenter.start_adding_to)
    project.remove_requested.connect(presenter.remove)
    page.project_submitted.connect(presenter.save_project)
    page.added.connect(presenter.add)
