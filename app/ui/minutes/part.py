"""The minutes as a tab of a meeting: puts its page and its presenters together."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from app.ui.minutes.agreeing import Agreeing
from app.ui.minutes.agreement_joining import AgreementJoining
from app.ui.minutes.asking import Asking
from app.ui.minutes.in_hand import InHand
from app.ui.minutes.menus import Menus
from app.ui.minutes.page import MinutesPage
from app.ui.minutes.presenter import MinutesPresenter
from app.ui.minutes.recording import Recording
from app.ui.minutes.recovery import Recovery
from app.ui.minutes.sheet_joining import SheetJoining
from app.ui.minutes.spelling import Spelling
from app.ui.minutes.steps_bar import WRITE
from app.ui.minutes.writing import Writing
from app.ui.needs import Needs

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.meetings import MeetingDetail
    from app.ui.services import Services

_SETTLED_MILLISECONDS = 500


class MinutesPart(QObject):
    """The tab of the minutes.

    Attributes:
        key: What the rest of the window calls it.
        widget: What is shown below the tabs.
    """

    retitled = Signal()

    def __init__(self, needs: Needs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.key = "minutes"
        page = self._page = self.widget = MinutesPage(notifier=needs.notifier)
        hand = self._hand = InHand(page, needs.operations, needs.clock)
        self._presenter = MinutesPresenter(
            hand, tasks=needs.tasks, changes=needs.changes, report_failure=needs.report_failure
        )
        writing, recording, agreeing = Writing(hand), Recording(hand), Agreeing(hand)
        asking = Asking(page, hand, recording, agreeing, notifier=needs.notifier)
        self._spelling = Spelling(needs, page)
        self._typing = SheetJoining(page, hand, self._presenter, writing, recording, asking)
        self._menus = Menus(page, hand, writing, recording, asking, self._spelling)
        self._typing.join_menus(self._menus, needs.go_to)
        self._steps = AgreementJoining(
            page, hand, self._presenter, agreeing, asking, needs=needs, leave=self.leave
        )
        hand.heard = self._steps.show_bar
        self._recovery = Recovery(page, self._presenter, writing, needs)
        page.sheet.settled.connect(self._spelling.check)
        page.bar.spelling_wanted.connect(self._turn_spelling)
        page.find_wanted.connect(self._find)
        self._add_keys()

    def title(self) -> str:
        """Return the text of the tab."""
        return self.tr("Minutes")

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; offer what a crash has left unsaved."""
        self._presenter.open(services, workspace, language=language)
        self._spelling.open(services)
        self._recovery.look(workspace)

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Turn to a meeting; what is typed in the one before is saved first."""
        meeting_id = detail.row.id if detail is not None else None
        if meeting_id != self._hand.meeting_id:
            self.leave()
        self._presenter.show_meeting(meeting_id)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether the tab is the one that is looked at."""
        self._presenter.look(shown=shown)
        if shown:
            self._spelling.look(self._offer_spelling)
            # Importing beside the window slows it down all the same, so not while it is filled.
            QTimer.singleShot(_SETTLED_MILLISECONDS, self, self._presenter.prepare_writing)

    def focus(self) -> None:
        """Put the keyboard where the work begins."""
        self._page.focus_paragraphs()

    def show_record(self, kind: str, record_id: "UUID") -> None:
        """Turn to a paragraph, as soon as its minutes are shown."""
        self._presenter.turn_to(record_id)

    def leave(self) -> None:
        """Save what is being typed, the syllable that is being composed with it."""
        self._typing.save_now()

    def _add_keys(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, slot in (
            ("F3", self._find_next),
            ("Shift+F3", self._find_before),
            ("F7", self._check_on),
        ):
            QShortcut(QKeySequence(keys), self._page, slot, context=within)

    def _find(self) -> None:
        current = self._page.sheet.current()
        self._page.turn_to(WRITE)
        self._page.find_bar.open_bar(current[1].chosen_words() if current else "")

    def _find_next(self) -> None:
        self._presenter.find(self._page.find_bar.line.text(), 1)

    def _find_before(self) -> None:
        self._presenter.find(self._page.find_bar.line.text(), -1)

    def _check_on(self) -> None:
        """Check spelling, or go on to the next word that is not in the dictionary."""
        if self._spelling.is_on is None:
            return
        if not self._spelling.is_on:
            self._turn_spelling(on=True)
        current = self._page.sheet.current()
        self._spelling.go_on(current[1] if current is not None else None)

    def _turn_spelling(self, on: bool) -> None:  # noqa: FBT001 - the signal's own
        self._spelling.turn(on=on)
        self._offer_spelling()

    def _offer_spelling(self) -> None:
        self._page.bar.offer_spelling(is_on=self._spelling.is_on)
