"""Joins the Templates page with its presenter, and gives it its place in the window."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.templates.page import TemplatesPage
from app.ui.templates.presenter import TemplatesPresenter
from app.ui.widgets import composing
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "templates"


class TemplatesDeskPage:
    """The Templates page as the window knows it."""

    def __init__(self, needs: Needs) -> None:
        say = QCoreApplication.translate
        self.place = Place(
            KEY, say("TemplatesPage", "Templates"), "stamp", "", say("Desk", "Studio")
        )
        self.command = Command.GO_TEMPLATES
        self.page = TemplatesPage(notifier=needs.notifier)
        self.widget: QWidget = self.page
        self.presenter = TemplatesPresenter(
            self.page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        join(self.page, self.presenter)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        page = self.page
        return (
            page.list_pane,
            page.template,
            page.form,
            page.style_pane,
            page.letterhead,
            page.fields,
        )

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.page.save_beside(Path(workspace.path).parent)
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Hear which meeting is in hand."""
        self.presenter.turn_to(meeting_id)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def leave(self) -> None:
        """Keep what is being typed, the syllable that is being composed with it."""
        composing.commit()
        self.page.letterhead.save()
        self.presenter.keep_draft()


def join(page: TemplatesPage, presenter: TemplatesPresenter) -> None:
    """Have the presenter do what is asked for on the page."""
    files, template = presenter.files, page.template
    page.list_pane.chosen.connect(page.letterhead.save)
    page.list_pane.chosen.connect(presenter.choose)
    page.fields.meeting_chosen.connect(presenter.choose_meeting)
    template.written.connect(presenter.write)
    template.check_requested.connect(presenter.check)
    template.save_requested.connect(presenter.save)
    template.discard_requested.connect(presenter.discard)
    template.scale_changed.connect(presenter.resize)
    page.asking.restore_requested.connect(presenter.restore)
    page.asking.copy_requested.connect(
        lambda language, code: presenter.add_copy(language=language, body_code=code)
    )
    page.page_requested.connect(
        lambda wanted, scale: presenter.show_page(wanted=wanted, scale=scale)
    )
    page.asking.form_looked_into.connect(files.look_into)
    page.form.issue_requested.connect(files.issue_form)
    page.asking.add_form_requested.connect(files.add_form)
    page.asking.change_form_requested.connect(files.change_form)
    page.asking.form_file_chosen.connect(files.look_into_other)
    page.asking.form_removed.connect(files.remove_form)
    page.asking.form_opened.connect(files.open_form)
    page.asking.letter_placed.connect(files.fill_form)
    page.asking.style_opened.connect(files.open_style)
    page.asking.style_chosen.connect(files.adopt_style)
    page.asking.style_restored.connect(files.restore_style)
    page.letterhead.scope_chosen.connect(lambda of_body: presenter.choose_scope(of_body=of_body))
    page.letterhead.save_requested.connect(files.save_letterhead)
    page.asking.logo_chosen.connect(files.set_logo)
