"""Joins the rules page with its presenter, and gives it its place in the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.rules.import_screen import ImportScreen
from app.ui.rules.importing import ImportPresenter
from app.ui.rules.page import RulesPage
from app.ui.rules.presenter import RulesPresenter
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "rules"


class RulesDeskPage:
    """The rules page as the window knows it."""

    def __init__(self, needs: Needs) -> None:
        say = QCoreApplication.translate
        self.place = Place(
            KEY, say("RulesPage", "Adopted rules"), "scale", "Ctrl+5", say("Desk", "Library")
        )
        self.command = Command.GO_RULES
        self.page = RulesPage(
            notifier=needs.notifier, today=lambda: needs.clock.now().astimezone().date()
        )
        self.widget: QWidget = self.page
        self.presenter = RulesPresenter(
            self.page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        self.screen = ImportScreen(self.page, notifier=needs.notifier)
        self.importing = ImportPresenter(
            self.screen,
            tasks=needs.tasks,
            operations=needs.operations,
            report_failure=needs.report_failure,
        )
        self.screen.presenter = self.importing
        self.page.tree.import_requested.connect(self.bring_in)
        self._body_id: UUID | None = None
        self._may_write = False
        join(self.page, self.presenter)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.tree, self.page.text, self.page.facts)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.page.save_beside(Path(workspace.path).parent)
        self.screen.save_beside(Path(workspace.path).parent)
        self.presenter.open(services, workspace, language=language)
        self.importing.open(services, workspace, language=language)
        self._may_write, self._body_id = not workspace.read_only, None
        self.page.tree.allow_import(allowed=False)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id
        self.page.tree.allow_import(allowed=self._may_write and body_id is not None)
        self.presenter.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Rules belong to no one meeting."""

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def further_commands(self) -> dict[Command, Callable[[], object]]:
        """Return what the menu entries for rules do."""
        return {Command.BRING_IN_RULES: self.bring_in}

    def bring_in(self) -> None:
        """Open the window in which a text of rules is brought in."""
        if self._may_write and self._body_id is not None:
            self.importing.start(self._body_id, self.presenter.choice.document_id)

    def leave(self) -> None:
        """Nothing is typed here that could be lost."""


def join(page: RulesPage, presenter: RulesPresenter) -> None:
    """Have the presenter do what is asked for on the page."""
    page.tree.document_chosen.connect(presenter.choose_document)
    page.provision_chosen.connect(presenter.choose_provision)
    page.facts.version_chosen.connect(presenter.choose_version)
    page.text.against_chosen.connect(presenter.choose_against)
    page.text.step_requested.connect(presenter.step)
    page.toolbar.mode_chosen.connect(presenter.choose_mode)
    page.toolbar.language_chosen.connect(presenter.choose_language)
    page.toolbar.second_chosen.connect(presenter.choose_second)
    page.text.day_chosen.connect(presenter.choose_day)
    page.toolbar.save_requested.connect(presenter.save)
