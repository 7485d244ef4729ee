"""The meetings page: the list on the left, the meeting that was chosen on the right."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from app.ui.meetings.list_pane import ListPane
from app.ui.meetings.meeting_view import MeetingView
from app.ui.meetings.narrowing import Narrowing
from app.ui.meetings.record import DocumentChoice, MeetingRecord
from app.ui.meetings.save_button import document_name
from app.ui.notify import FileKind, Notifier
from app.ui.widgets.blank import Blank

if TYPE_CHECKING:
    from app.services.meetings import MeetingRow

_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


class MeetingsPage(QWidget):
    """Shows a body's meetings.

    Signals:
        meeting_chosen: The id of the meeting that shall be shown.
        filter_changed: The words the list is filtered by.
        save_requested: The DocumentChoice that shall be saved as Word.
        new_requested: A meeting shall be planned.
        new_body_requested: A body shall be entered, because there is none.
        step_requested: The NextStep that shall be taken with the meeting shown.
        command_requested: The name of what else shall be done with it.
        narrowed: Which states and hosts the list shall be narrowed to.
        late_told: How many tasks of the body's meetings are overdue.
    """

    meeting_chosen = Signal(object)
    filter_changed = Signal(str)
    save_requested = Signal(object)
    new_requested = Signal()
    new_body_requested = Signal()
    step_requested = Signal(object)
    command_requested = Signal(str)
    narrowed = Signal(object)
    late_told = Signal(int)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetings_page")
        self._notifier = notifier
        self._folder = Path.home()
        self.list_pane = ListPane()
        self.meeting = MeetingView()
        self._blank = Blank("landmark", name="meeting_blank")
        self._new = self._blank.add_button(
            self.tr("New meeting…"), name="blank_new_meeting", primary=True
        )
        self._new.clicked.connect(self.new_requested)
        self._new_body = self._blank.add_button(
            self.tr("New body…"), name="blank_new_body", primary=True
        )
        self._new_body.clicked.connect(self.new_body_requested)
        self._read_only = False
        self._stack = QStackedWidget()
        self._stack.addWidget(self._blank)
        self._stack.addWidget(self.meeting)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list_pane)
        row.addWidget(self._stack, 1)
        self.list_pane.chosen.connect(self.meeting_chosen)
        self.list_pane.filtered.connect(self.filter_changed)
        self.list_pane.opened.connect(self.meeting.focus_tabs)
        self.meeting.save_requested.connect(self.save_requested)
        self.meeting.open_requested.connect(notifier.open_outside)
        self.meeting.step_requested.connect(self.step_requested)
        self.meeting.command_requested.connect(self.command_requested)
        self.list_pane.new_requested.connect(self.new_requested)
        self.list_pane.narrowed.connect(self.narrowed)

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a document is saved."""
        self._folder = folder

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer only what leaves everything as it is, or everything."""
        self._read_only = read_only
        self.list_pane.set_read_only(read_only=read_only)
        self.meeting.set_read_only(read_only=read_only)

    def show_reading(self) -> None:
        """Say that the meetings are being read."""
        self.list_pane.show()
        self.list_pane.show_reading()

    def show_rows(self, rows: "tuple[MeetingRow, ...]", *, total: int, chosen: UUID | None) -> None:
        """Show the list; ``total`` counts the meetings before filtering."""
        self.list_pane.show_rows(rows, total=total, chosen=chosen)

    def offer_narrowing(self, offer: Narrowing) -> None:
        """Offer the states and hosts that the list can be narrowed to."""
        self.list_pane.offer_narrowing(offer)

    def show_late(self, count: int) -> None:
        """Show how many tasks are overdue in all."""
        self.late_told.emit(count)

    def show_record(self, shown: MeetingRecord) -> None:
        """Show everything about one meeting."""
        self.meeting.show_record(shown)
        self._stack.setCurrentWidget(self.meeting)

    def offer_documents(self, choices: tuple[DocumentChoice, ...]) -> None:
        """Offer the documents that can be saved of the meeting that is shown."""
        self.meeting.offer_documents(choices)

    def show_no_meeting(self) -> None:
        """Show that this body has no meetings on record."""
        self.list_pane.show()
        self._blank.say(
            self.tr("This body has no meetings on record"),
            self.tr("Plan its next one, or enter those that were held."),
        )
        self._offer(self._new)

    def show_no_body(self) -> None:
        """Show that the workspace has no body yet: where one begins."""
        self.list_pane.hide()
        self._blank.say(
            self.tr("This workspace is empty"),
            self.tr("Begin with the joint committee or working group whose meetings it holds."),
        )
        self._offer(self._new_body)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        self._blank.say(sentence, remedy, icon="circle-alert")
        self._offer(None)

    def choose_word_file(self, shown: MeetingRecord, choice: DocumentChoice) -> Path | None:
        """Ask where the Word file shall be written."""
        name = f"{shown.detail.row.code} {document_name(choice)}.docx".strip()
        chosen = self._notifier.choose_new_file(
            FileKind.WORD,
            title=self.tr("Save as Word"),
            suggestion=self._folder / name.translate(_FORBIDDEN),
        )
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def show_saved(self, path: Path) -> None:
        """Show that the Word file was written."""
        self.meeting.show_saved(path)

    def _offer(self, wanted: QPushButton | None) -> None:
        """Show the blank page with the one button that leads on."""
        for button in (self._new, self._new_body):
            button.setVisible(button is wanted and not self._read_only)
        self._stack.setCurrentWidget(self._blank)
