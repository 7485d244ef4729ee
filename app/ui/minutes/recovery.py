"""Offers what was typed before a crash and never saved, until somebody has decided about it."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app.paths import draft_file
from app.ui.minutes.banners import unsaved_sentence
from app.ui.minutes.page import MinutesPage
from app.ui.minutes.presenter import MinutesPresenter
from app.ui.minutes.writing import Writing
from app.ui.needs import Needs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.unsaved_words import FoundWords

PUT_BACK, LOOK, DISCARD = "put_back", "look_at_unsaved", "discard_unsaved"


class Recovery(QObject):
    """Asks once when a workspace is opened; afterwards the offer stands above the minutes."""

    def __init__(
        self, page: MinutesPage, presenter: MinutesPresenter, writing: Writing, needs: Needs
    ) -> None:
        super().__init__(page)
        self._page = page
        self._presenter = presenter
        self._writing = writing
        self._needs = needs
        self._found: Sequence[FoundWords] = ()
        page.unsaved.obeyed.connect(self._obey)

    def look(self, workspace: Any) -> None:
        """Find out what a crash has left; without a file nothing is asked of any service."""
        self._found = ()
        self._page.show_unsaved(())
        if draft_file(workspace.path).is_file():
            self._presenter.look_for_unsaved(self._offer)

    def _offer(self, found: "Sequence[FoundWords]") -> None:
        self._found = found
        self._page.show_unsaved(found)
        if found:
            QTimer.singleShot(0, self, partial(self._ask, found))

    def _ask(self, found: "Sequence[FoundWords]") -> None:
        answers = (self.tr("Put them back"), self.tr("Look"), self.tr("Discard"))
        detail = self.tr("The program ended before they were in the record.")
        place = self._needs.notifier.choose(unsaved_sentence(found), detail, answers=answers)
        if place is not None:
            self._obey((PUT_BACK, LOOK, DISCARD)[place])

    def _obey(self, wanted: str) -> None:
        if not self._found:
            return
        if wanted == LOOK:
            first = self._found[0].words
            self._needs.go_to("meeting", first.meeting_id)
            self._needs.go_to("minutes", first.paragraph_id)
            self._page.look_at_unsaved(self._found[0])
            return
        if wanted == PUT_BACK:
            self._writing.put_back(self._found)
        else:
            self._writing.discard_unsaved()
        self._found = ()
