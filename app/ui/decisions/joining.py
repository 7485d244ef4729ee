"""Joins the Decisions page with its presenters, and gives it its place in the window."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.decisions.asks import Ask
from app.ui.decisions.page import REGISTER, WRITING, DecisionsPage
from app.ui.decisions.reading import ListPresenter
from app.ui.decisions.register_presenter import RegisterPresenter
from app.ui.decisions.side import Side
from app.ui.decisions.silence_presenter import SilencePresenter
from app.ui.needs import Needs
from app.ui.widgets import composing
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "decisions"


class DecisionsDeskPage:
    """The Decisions page as the window knows it."""

    kinds = frozenset({"decision", "written_procedure"})

    def __init__(self, needs: Needs) -> None:
        say = QCoreApplication.translate
        self.place = Place(
            KEY, say("DecisionsPage", "Decisions"), "gavel", "Ctrl+6", say("Desk", "Library")
        )
        self.command = Command.GO_DECISIONS
        self.page = DecisionsPage(notifier=needs.notifier)
        self.widget: QWidget = self.page
        self.register = RegisterPresenter(self.page.register, needs)
        self.silence = SilencePresenter(self.page.silence, needs)
        self._needs = needs
        self._is_shown = False
        self._body_id: UUID | None = None
        self._workspace: Any = None
        self._join()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        register, silence = self.page.register, self.page.silence
        return (register.list_pane, register.sheet, silence.list_pane, silence.sheet)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._workspace, self._body_id = workspace, None
        for side in (self.page.register, self.page.silence):
            side.save_beside(Path(workspace.path).parent)
        for presenter in (self.register, self.silence):
            presenter.open(services, workspace, language=language)
        self._allow()

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id
        for presenter in (self.register, self.silence):
            presenter.show_body(body_id)
        self._allow()

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Decisions are those of the body."""

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to a decision, or to a silence procedure."""
        self.page.turn_to(REGISTER if kind == "decision" else WRITING)
        self._shown().show_record(record_id)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        self._is_shown = shown
        self._watch()

    def leave(self) -> None:
        """Finish what is being composed; everything else is saved when it is entered."""
        composing.commit()

    def _shown(self) -> ListPresenter:
        return self.register if self.page.mode() == REGISTER else self.silence

    def _watch(self) -> None:
        """Read no more than what is looked at."""
        for presenter in (self.register, self.silence):
            if self._is_shown and presenter is self._shown():
                presenter.enter()
            else:
                presenter.leave()

    def _allow(self) -> None:
        may_write = self._workspace is not None and not self._workspace.read_only
        self.page.allow_change(allowed=may_write and self._body_id is not None)
        self.page.show_bodies(
            all_bodies=self.register.all_bodies, has_body=self._body_id is not None
        )

    def _join(self) -> None:
        page = self.page
        _join_side(page.register, self.register)
        _join_side(page.silence, self.silence)
        page.register.sheet.told.connect(self._do)
        page.silence.sheet.told.connect(self.silence.do)
        for side in (page.register, page.silence):
            side.sheet.record_requested.connect(self._needs.go_to)
            side.list_pane.new_requested.connect(self._start_new)
        page.turned.connect(self._turned)
        page.bodies_chosen.connect(self._choose_bodies)
        page.new_requested.connect(self._start_new)
        page.told.connect(self._do)

    def _start_new(self) -> None:
        if self.page.mode() == REGISTER:
            self.register.start_new()
        else:
            self.silence.start_new()

    def _do(self, word: str, about: Any = None) -> None:
        if word == "silence":
            draft = self.register.sheet
            self.page.turn_to(WRITING)
            self.silence.start_for(draft)
        elif word in {Ask.NUMBER.value, Ask.RELEASE.value}:
            self.register.start(Ask(word))
        else:
            self.register.do(word, about)

    def _turned(self, _mode: str) -> None:
        self._watch()

    def _choose_bodies(self, all_bodies: bool) -> None:  # noqa: FBT001 - a slot
        for presenter in (self.register, self.silence):
            presenter.choose_bodies(all_bodies=all_bodies)
        self._allow()


def _join_side(side: Side, presenter: RegisterPresenter | SilencePresenter) -> None:
    """Have a presenter do what is asked for in its half."""
    side.list_pane.chosen.connect(presenter.choose)
    side.list_pane.retry_requested.connect(presenter.refresh)
    side.sheet.asked.connect(presenter.start)
    side.submitted.connect(presenter.submit)
