"""Joins the rules page with notes: a reader's own in a pack, delegates' in a workspace."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from app.ui.needs import Needs
from app.ui.notes.cards import NoteCard
from app.ui.notes.own_presenter import OwnNotesPresenter
from app.ui.notes.own_view import OwnNotesPane
from app.ui.notes.pane import Where
from app.ui.notes.received_presenter import ReceivedNotesPresenter
from app.ui.notes.received_view import ReceivedPane
from app.ui.rules.choice import Choice, Mode
from app.ui.rules.page import RulesPage
from app.ui.rules.places import MarkedWords, Painted
from app.ui.window.commands import Command

if TYPE_CHECKING:
    from app.services.rule_reading import ReadRules
    from app.ui.services import Services

KEY = "notes"


class RuleNotes:
    """The notes on the text that the rules page shows."""

    def __init__(
        self, page: RulesPage, needs: Needs, *, turn_to: Callable[[UUID, str], None]
    ) -> None:
        self._page = page
        self._turn_to = turn_to
        self._is_reader = False
        self._document_id: UUID | None = None
        self._target: MarkedWords | None = None
        self.own_view = OwnNotesPane(window=page, notifier=needs.notifier)
        self.received_view = ReceivedPane(window=page, notifier=needs.notifier)
        self.own = OwnNotesPresenter(
            self.own_view,
            self,
            tasks=needs.tasks,
            operations=needs.operations,
            report_failure=needs.report_failure,
        )
        self.received = ReceivedNotesPresenter(
            self.received_view,
            self,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        self.panes = QStackedWidget()
        self.panes.addWidget(self.received_view.pane)
        self.panes.addWidget(self.own_view.pane)
        page.aside.add(KEY, self.panes, _notes(0))
        self._join()

    def open(self, services: "Services", workspace: Any) -> None:
        """Turn to another workspace, or to a pack."""
        self._is_reader = bool(workspace.is_pack)
        self._document_id, self._target = None, None
        self.own_view.box.clear()
        folder = Path(workspace.path).parent
        self.own_view.save_beside(folder)
        self.received_view.save_beside(folder)
        self.own.open(services if self._is_reader else None, workspace)
        self.received.open(None if self._is_reader else services, workspace)
        pane = self.own_view.pane if self._is_reader else self.received_view.pane
        self.panes.setCurrentWidget(pane)
        self._page.text.allow_notes(shown=True, may_write=self._is_reader)
        self._page.aside.show_pane(KEY if self._is_reader else "facts")

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.received.show_body(body_id)

    def commands(self) -> dict[Command, Callable[[], object]]:
        """Return what the menu entries for notes do."""
        return {
            Command.WRITE_NOTE: self.start_note,
            Command.SEND_NOTES: self.own.start_sending,
            Command.BRING_IN_NOTES: self.received.bring_in,
        }

    def leave(self) -> None:
        """Keep the note that is being written."""
        if self._is_reader and not self.own_view.box.is_empty():
            self.own_view.box.submit()

    def start_note(self) -> None:
        """Put the keyboard where a note is written, on what is in hand."""
        if self._is_reader:
            self.show_notes()
            self._aim()
            self.own_view.box.start()

    def marked(self) -> MarkedWords | None:
        """Return what is chosen in the text."""
        return self._page.text.marked()

    def forget_marked(self) -> None:
        """Have nothing chosen in the text any more."""
        self._page.text.forget_marked()

    def show_marks(self, counts: Mapping[str, int], spans: Sequence[Any]) -> None:
        """Mark provisions that have notes, and the words that they speak of."""
        painted = []
        for row in spans:
            place = row.place
            for span, in_heading in ((row.heading_span, True), (row.text_span, False)):
                if span is not None and row.quote:
                    painted.append(Painted(place.eid, place.language, in_heading, *span))
        self._page.text.show_notes(counts, painted)

    def show_notes(self) -> None:
        """Bring the pane of notes into sight."""
        self._page.show_aside(KEY)

    def say_counts(self, counts: Mapping[UUID | None, int]) -> None:
        """Say at the rules how many notes there are on them."""
        here = {key: count for key, count in counts.items() if key is not None}
        self._page.tree.show_note_counts(here)
        self._page.aside.say(KEY, _notes(sum(counts.values())))

    def turn_to(self, document_id: UUID, eid: str) -> None:
        """Show a provision."""
        self._turn_to(document_id, eid)

    def _read(self, read: "ReadRules", choice: Choice) -> None:
        self._document_id = read.document_id
        has_redline = choice.mode is Mode.REDLINE
        if self._is_reader:
            number, languages = read.version.number, read.languages
            self.own.read_text(read.document_id, number, languages, has_redline=has_redline)
        else:
            adopted = [row.number for row in read.versions if row.status != "draft"]
            is_latest = read.version.number == max(adopted, default=0) and not has_redline
            self.received.read_text(read.document_id, read.languages[0], is_latest=is_latest)
        self._show_provision(*self._page.provision_in_hand())

    def _turn(self, eid: str) -> None:
        self._show_provision(eid, self._page.name_of(eid))

    def _show_provision(self, eid: str, name: str) -> None:
        for view in (self.own_view, self.received_view):
            view.pane.show_provision(self._document_id, eid, name)
        self._aim()

    def _aim(self) -> None:
        """Have the next note speak of what is in hand; one that is being written keeps its own."""
        if self._is_reader and self.own_view.box.is_empty():
            self._target = self.marked()
            target = self._target
            name, words = (target.name, target.words) if target is not None else ("", "")
            self.own_view.box.speak_of(name, words)

    def _write(self, text: str, for_secretariat: bool) -> None:  # noqa: FBT001 - a signal's
        self.own.write(self._target, text, for_secretariat=for_secretariat)

    def _show_here(self, eid: str) -> None:
        self.show_notes()
        view = self.own_view if self._is_reader else self.received_view
        view.pane.show_where(Where.HERE)
        if self._document_id is not None:
            self._turn_to(self._document_id, eid)

    def _show_place(self, card: NoteCard) -> None:
        if card.document_id is not None:
            self._turn_to(card.document_id, card.eid)

    def _join(self) -> None:
        page, own, received = self._page, self.own, self.received
        page.text_shown.connect(self._read)
        page.provision_shown.connect(self._turn)
        page.text.words_marked.connect(self._aim)
        page.text.note_requested.connect(self.start_note)
        page.text.gutter.notes_requested.connect(self._show_here)
        self.own_view.box.written.connect(self._write)
        self.own_view.box.emptied.connect(self._aim)
        self.own_view.changed.connect(own.change)
        self.own_view.sending.connect(own.send)
        self.own_view.pane.acted.connect(own.act)
        self.own_view.pane.place_chosen.connect(self._show_place)
        self.own_view.pane.leave_requested.connect(own.start_sending)
        self.received_view.answered.connect(received.answer)
        self.received_view.proposed.connect(received.propose)
        self.received_view.merge_requested.connect(received.merge)
        self.received_view.pane.acted.connect(received.act)
        self.received_view.pane.answer_acted.connect(received.act_on_answer)
        self.received_view.pane.place_chosen.connect(self._show_place)
        self.received_view.pane.leave_requested.connect(received.bring_in)


def _notes(count: int) -> str:
    told = QCoreApplication.translate("RuleNotes", "Notes")
    return f"{told}  {count}" if count else told
