"""One meeting: its head, its tabs, and what each of them shows."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.meetings.agenda_tab import AgendaTab
from app.ui.meetings.delegations_tab import DelegationsTab
from app.ui.meetings.header import MeetingHeader
from app.ui.meetings.overview import Overview
from app.ui.meetings.record import DocumentChoice, MeetingRecord
from app.ui.widgets.tabs import Tabs

OVERVIEW, DELEGATIONS, AGENDA = range(3)
_TABS = {"delegate": DELEGATIONS, "delegation": DELEGATIONS, "agenda-item": AGENDA}


class MeetingView(QWidget):
    """Shows one meeting at a time.

    Signals:
        save_requested: The DocumentChoice that shall be saved.
        open_requested: A file or folder that shall be opened.
    """

    save_requested = Signal(object)
    open_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: MeetingRecord | None = None
        self._stale: set[int] = set()
        self._header = MeetingHeader()
        self._header.save_requested.connect(self.save_requested)
        self._header.notice.open_requested.connect(self.open_requested)
        self._tabs = self._make_tabs()
        self._header.add_below(self._tabs)
        self._overview = Overview()
        self._delegations = DelegationsTab()
        self._agenda = AgendaTab()
        self._overview.tab_requested.connect(self._tabs.setCurrentIndex)
        self._overview.decision_requested.connect(self._show_decision)
        self._agenda.decision_requested.connect(self._show_decision)
        self._stack = QStackedWidget()
        for page in (self._overview, self._delegations, self._agenda):
            self._stack.addWidget(_scrolling(page))
        self._tabs.currentChanged.connect(self._turn_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._stack, 1)

    def show_record(self, shown: MeetingRecord) -> None:
        """Show this meeting."""
        self._header.show_record(shown)
        delegates = sum(len(delegation.delegates) for delegation in shown.delegations)
        self._tabs.setTabText(DELEGATIONS, self.tr("Delegations  {n}").format(n=delegates))
        self._tabs.setTabText(AGENDA, self.tr("Agenda  {n}").format(n=len(shown.agenda)))
        self._shown = shown
        self._stale = {OVERVIEW, DELEGATIONS, AGENDA}
        self._turn_to(self._tabs.currentIndex())

    def offer_documents(self, choices: tuple[DocumentChoice, ...]) -> None:
        """Offer the documents that can be saved."""
        self._header.offer_documents(choices)

    def show_saved(self, path: Path) -> None:
        """Say that a document was saved."""
        self._header.notice.show_path(path)

    def show_tab(self, place: int) -> None:
        """Turn to a tab."""
        self._tabs.setCurrentIndex(place)

    def focus_tabs(self) -> None:
        """Put the keyboard on the tabs."""
        self._tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to(self, place: int) -> None:
        """Show a tab, filling it only when it is looked at: no meeting is slow to show then."""
        if place in self._stale and self._shown is not None:
            self._stale.discard(place)
            (self._overview, self._delegations, self._agenda)[place].show_record(self._shown)
        self._stack.setCurrentIndex(place)

    def _make_tabs(self) -> Tabs:
        tabs = Tabs()
        tabs.setObjectName("meeting_tabs")
        tabs.setAccessibleName(self.tr("Parts of the meeting"))
        tabs.setExpanding(False)
        tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for text in (self.tr("Overview"), self.tr("Delegations"), self.tr("Agenda")):
            tabs.addTab(text)
        return tabs

    def _show_decision(self, decision_id: UUID) -> None:
        self._tabs.setCurrentIndex(OVERVIEW)
        row = self._overview.decision_row(decision_id)
        area = self._stack.widget(OVERVIEW)
        if row is not None and isinstance(area, QScrollArea):
            area.ensureWidgetVisible(row)


def tab_of(kind: str) -> int:
    """Return the tab that shows records of a kind."""
    return _TABS.get(kind, OVERVIEW)


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(f"{page.objectName()}_scroll")
    area.setAccessibleName(page.accessibleName())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page.setMinimumWidth(1)  # or it never becomes narrow enough to fold its columns
    page.setProperty("bg", "window")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(page)
    return area
