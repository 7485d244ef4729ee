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
    from app.services.rule_library.finding import FoundProvision
    from app.ui.services import Services

KEY = "rules"


class RulesDeskPage:
    """The rules page as the window knows it."""

    kinds = frozenset({"rule_document", "rule_version", "provision"})

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
        self.body_id: UUID | None = None
        self.may_write = False
        self._go_to = needs.go_to
        self._wanted: FoundProvision | None = None
        self.page.tree.found_chosen.connect(self._read_found)
        self.page.facts.record_requested.connect(needs.go_to)
        self.page.text.record_requested.connect(needs.go_to)
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
        self.may_write, self.body_id = not workspace.read_only, None
        self.page.allow_writing(allowed=self.may_write, has_body=False)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.body_id = body_id
        self.page.allow_writing(allowed=self.may_write, has_body=body_id is not None)
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

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to rules, a version of them or a provision."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted.document_id == record_id:
            self._turn_to(wanted)
        else:
            self.presenter.turn_to_record(kind, record_id)

    def bring_in(self) -> None:
        """Open the window in which a text of rules is brought in."""
        if self.may_write and self.body_id is not None:
            self.importing.start(self.body_id, self.presenter.choice.document_id)

    def leave(self) -> None:
        """Nothing is typed here that could be lost."""

    def _read_found(self, found: "FoundProvision") -> None:
        """Read what was found; for rules of another body the window turns to that body first."""
        if found.body_id in {None, self.body_id}:
            self._turn_to(found)
        else:
            self._wanted = found
            self._go_to("rule_document", found.document_id)

    def _turn_to(self, found: "FoundProvision") -> None:
        self.presenter.turn_to(
            found.document_id, eid=found.eid, number=found.number, language=found.language
        )


def join(page: RulesPage, presenter: RulesPresenter) -> None:
    """Have the presenter do what is asked for on the page."""
    page.tree.document_chosen.connect(presenter.choose_document)
    page.provision_chosen.connect(presenter.choose_provision)
    page.facts.version_chosen.connect(presenter.choose_version)
    page.text.provision_touched.connect(presenter.touch_provision)
    page.text.against_chosen.connect(presenter.choose_against)
    page.text.step_requested.connect(presenter.step)
    page.toolbar.mode_chosen.connect(presenter.choose_mode)
    page.toolbar.language_chosen.connect(presenter.choose_language)
    page.toolbar.second_chosen.connect(presenter.choose_second)
    page.text.day_chosen.connect(presenter.choose_day)
    page.toolbar.save_requested.connect(presenter.save)
    page.tree.find_all_requested.connect(presenter.beside.find)
    page.facts.place_chosen.connect(lambda key, eid: presenter.turn_to(key, eid=eid))
    page.facts.unlink_requested.connect(presenter.beside.unlink)
