"""Joins the page of persons with its presenter, and gives it its place in the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.persons.offices import Offices
from app.ui.persons.page import PersonsPage
from app.ui.persons.presenter import PersonsPresenter
from app.ui.widgets import composing
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "persons"


class PersonsDeskPage:
    """The page of persons as the window knows it."""

    kinds = frozenset({"person"})

    def __init__(self, needs: Needs) -> None:
        say = QCoreApplication.translate
        self.place = Place(
            KEY, say("PersonsPage", "Delegates"), "users", "Ctrl+8", say("Desk", "Library")
        )
        self.command = Command.GO_PERSONS
        self.page = PersonsPage(notifier=needs.notifier)
        self.widget: QWidget = self.page
        self.presenter = PersonsPresenter(
            self.page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        join(self.page, self.presenter, go_to_meeting=partial(needs.go_to, "meeting"))
        self.offices = Offices(needs, window=self.page.window)
        self.page.list_pane.offices_requested.connect(self.offices.show)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.list_pane, self.page.person)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.presenter.open(services, workspace, language=language)
        self.offices.open(services, workspace, language=language)

    def further_commands(self) -> dict[Command, Callable[[], object]]:
        """Return what the further menu entries do."""
        return {Command.ORGANISATION_DOUBLES: self.offices.show}

    def show_body(self, body_id: UUID | None) -> None:
        """Persons belong to no one body."""

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Persons belong to no one meeting."""

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to a person."""
        self.presenter.turn_to(record_id)

    def leave(self) -> None:
        """Finish what is being composed; everything else is saved when it is entered."""
        composing.commit()


def join(page: PersonsPage, presenter: PersonsPresenter, *, go_to_meeting: Any) -> None:
    """Have the presenter do what is asked for on the page."""
    page.list_pane.chosen.connect(presenter.choose)
    page.list_pane.add_requested.connect(presenter.start_adding)
    page.list_pane.retry_requested.connect(presenter.try_again)
    person = page.person
    person.edit_requested.connect(presenter.start_editing)
    person.add_post_requested.connect(presenter.start_adding_post)
    person.edit_post_requested.connect(presenter.start_editing_post)
    person.remove_post_requested.connect(presenter.remove_post)
    person.add_spelling_requested.connect(presenter.start_adding_spelling)
    person.remove_spelling_requested.connect(presenter.remove_spelling)
    person.meeting_requested.connect(go_to_meeting)
    page.person_submitted.connect(presenter.save_person)
    page.post_submitted.connect(presenter.save_post)
    page.spelling_submitted.connect(presenter.save_spelling)
    page.remove_agreed.connect(presenter.remove_person)
    page.apart_requested.connect(presenter.tell_apart)
    page.merge_agreed.connect(presenter.merge)
