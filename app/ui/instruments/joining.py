"""Joins the page of instruments with its presenter, and gives it its place in the window."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.instruments.page import InstrumentsPage
from app.ui.instruments.presenter import InstrumentsPresenter
from app.ui.needs import Needs
from app.ui.widgets import composing
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "instruments"


class InstrumentsDeskPage:
    """The page of instruments as the window knows it."""

    kinds = frozenset({"instrument"})

    def __init__(self, needs: Needs) -> None:
        say = QCoreApplication.translate
        name = say("InstrumentsPage", "Instruments")
        self.place = Place(KEY, name, "handshake", "", say("Desk", "Library"))
        self.command = Command.GO_INSTRUMENTS
        self.page = InstrumentsPage(notifier=needs.notifier)
        self.widget: QWidget = self.page
        self.presenter = InstrumentsPresenter(
            self.page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        join(self.page, self.presenter)
        self.page.instrument.record_requested.connect(needs.go_to)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.list_pane, self.page.instrument)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Instruments belong to no one body: several may rest on one."""

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Instruments belong to no one meeting."""

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to an instrument."""
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


def join(page: InstrumentsPage, presenter: InstrumentsPresenter) -> None:
    """Have the presenter do what is asked for on the page."""
    pane, instrument = page.list_pane, page.instrument
    pane.chosen.connect(presenter.choose)
    pane.add_requested.connect(presenter.start_adding)
    pane.timeline_chosen.connect(presenter.show_timeline)
    pane.partners_chosen.connect(presenter.choose_partners)
    pane.retry_requested.connect(presenter.try_again)
    instrument.edit_requested.connect(presenter.start_editing)
    instrument.status_chosen.connect(presenter.change_status)
    instrument.party_requested.connect(presenter.start_party)
    instrument.party_removed.connect(presenter.remove_party)
    page.instrument_submitted.connect(presenter.save_instrument)
    page.party_submitted.connect(presenter.save_party)
