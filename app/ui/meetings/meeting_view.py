"""One meeting: its head, its tabs, and what each of them shows."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.meetings.header import MeetingHeader
from app.ui.meetings.overview import Overview
from app.ui.meetings.part import MeetingPart, ShowsRecord
from app.ui.meetings.record import DocumentChoice, MeetingRecord
from app.ui.widgets.tabs import Tabs

OVERVIEW, DELEGATIONS, AGENDA = "overview", "delegations", "agenda"
MINUTES, PAPERS = "minutes", "papers"
_LEAST = 120
_READ = frozenset({"agreed-minutes", "participants", "agenda", "rules", "bilingual-rules"})
"""The documents that whoever reads a pack may want; letters and badges are the secretariat's."""

_TABS = {
    "delegate": DELEGATIONS,
    "delegation": DELEGATIONS,
    "agenda-item": AGENDA,
    "paper": PAPERS,
    "minutes": MINUTES,
    "minutes-paragraph": MINUTES,
}


class MeetingView(QWidget):
    """Shows one meeting at a time.

    Signals:
        save_requested: The DocumentChoice that shall be saved.
        open_requested: A file or folder that shall be opened.
        step_requested: The NextStep that shall be taken.
        command_requested: The name of what else shall be done with the meeting.
        record_requested: The kind and the id of a record that shall be shown on its own page.
    """

    save_requested = Signal(object)
    open_requested = Signal(object)
    step_requested = Signal(object)
    command_requested = Signal(str)
    record_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: MeetingRecord | None = None
        self._parts: dict[str, MeetingPart] = {}
        self._keys: list[str] = []
        self._is_stale = False
        self._is_other = False
        self._is_reader = False
        self._looked_at = OVERVIEW
        self._header = MeetingHeader()
        self._header.save_requested.connect(self.save_requested)
        self._header.notice.open_requested.connect(self.open_requested)
        self._header.step_requested.connect(self.step_requested)
        self._header.command_requested.connect(self.command_requested)
        self._tabs = self._make_tabs()
        self._header.add_below(self._tabs)
        self._stack = QStackedWidget()
        # Less than the pages ask for: where height is short they scroll, and the head stays whole.
        self._stack.setMinimumHeight(_LEAST)
        self._overview = Overview()
        self._add_tab(OVERVIEW, self.tr("Overview"), _scrolling(self._overview))
        self._overview.filled.connect(self._show_overview)
        self._overview.tab_requested.connect(self.show_tab)
        self._overview.decision_requested.connect(self._show_decision)
        self._overview.record_requested.connect(self.record_requested)
        self._tabs.currentChanged.connect(self._turn_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._stack, 1)

    def add_part(self, part: MeetingPart) -> None:
        """Give a part of the meeting its tab."""
        self._parts[part.key] = part
        self._add_tab(part.key, part.title(), part.widget)
        part.retitled.connect(partial(self._title_part, part))

    def show_record(self, shown: MeetingRecord) -> None:
        """Show this meeting."""
        if self._shown is None or self._shown.detail.row.id != shown.detail.row.id:
            self.leave()
            self._is_other = True
        self._header.show_record(shown)
        self._shown = shown
        for part in self._parts.values():
            part.show_meeting(shown.detail)
        self._is_stale = True
        self._turn_to(self._tabs.currentIndex())

    def leave(self) -> None:
        """Save what is being typed in any part of the meeting."""
        for part in self._parts.values():
            part.leave()

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer only what leaves the meeting as it is, or everything."""
        self._header.set_read_only(read_only=read_only)

    def offer_documents(self, choices: tuple[DocumentChoice, ...]) -> None:
        """Offer the documents that can be saved, to a reader those that are read."""
        if self._is_reader:
            choices = tuple(choice for choice in choices if str(choice.kind.value) in _READ)
        self._header.offer_documents(choices)

    def show_saved(self, path: Path) -> None:
        """Say that a document was saved."""
        self._header.notice.show_path(path)

    def show_tab(self, key: str) -> None:
        """Turn to a tab; to the overview where there is none of that name."""
        self._tabs.setCurrentIndex(self._keys.index(key) if key in self._keys else 0)

    def show_only(self, keys: frozenset[str] | None) -> None:
        """Show these tabs to read, and no others; all of them again for ``None``."""
        self._is_reader = keys is not None
        self.show_tab(OVERVIEW)
        for place, key in enumerate(self._keys):
            self._tabs.setTabVisible(place, keys is None or key in keys)

    def show_in(self, kind: str, record_id: UUID) -> None:
        """Turn to the tab that has a record, and there to the record itself where it can."""
        if kind == "decision":
            self._show_decision(record_id)
            return
        key = tab_of(kind)
        self.show_tab(key)
        part = self._parts.get(key)
        if isinstance(part, ShowsRecord):
            part.show_record(kind, record_id)

    def focus_tabs(self) -> None:
        """Put the keyboard on the tabs."""
        self._tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to(self, place: int) -> None:
        """Show a tab, filling it only when it is looked at: no meeting is slow to show then."""
        if not 0 <= place < len(self._keys):
            return
        key = self._keys[place]
        if key != self._looked_at and self._looked_at in self._parts:
            self._parts[self._looked_at].leave()
            self._parts[self._looked_at].looked_at(shown=False)
        self._looked_at = key
        if key in self._parts:
            self._parts[key].looked_at(shown=True)
            self.setUpdatesEnabled(True)
        elif self._is_stale and self._shown is not None:
            self._is_stale = False
            self.setUpdatesEnabled(False)  # until all is there: the head is not seen without it
            self._overview.show_record(self._shown)
        self._stack.setCurrentIndex(place)

    def _show_overview(self) -> None:
        """Let the overview be seen, another meeting's from its top."""
        area = self._stack.widget(self._keys.index(OVERVIEW))
        if self._is_other and isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)
        self._is_other = False
        self.setUpdatesEnabled(True)

    def _make_tabs(self) -> Tabs:
        tabs = Tabs()
        tabs.setObjectName("meeting_tabs")
        tabs.setAccessibleName(self.tr("Parts of the meeting"))
        tabs.setExpanding(False)
        tabs.setElideMode(Qt.TextElideMode.ElideNone)
        return tabs

    def _add_tab(self, key: str, title: str, page: QWidget) -> None:
        self._keys.append(key)
        self._stack.addWidget(page)
        self._tabs.addTab(title)

    def _title_part(self, part: MeetingPart) -> None:
        self._tabs.setTabText(self._keys.index(part.key), part.title())

    def _show_decision(self, decision_id: UUID) -> None:
        self.show_tab(OVERVIEW)
        row = self._overview.decision_row(decision_id)
        area = self._stack.widget(self._keys.index(OVERVIEW))
        if row is not None and isinstance(area, QScrollArea):
            area.ensureWidgetVisible(row)


def tab_of(kind: str) -> str:
    """Return the tab that shows records of a kind."""
    return _TABS.get(kind.replace("_", "-"), OVERVIEW)


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
