"""Shows the secretariat what delegates noted on its rules, and does what is asked with it."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.notes.acts import (
    ANSWER,
    DELETE_ANSWER,
    EDIT_ANSWER,
    PROPOSE,
    REOPEN,
    RESOLVE,
)
from app.ui.notes.text_in_hand import TextInHand
from app.ui.notes.view import ReceivedView

if TYPE_CHECKING:
    from app.services.notes.received import NoteRow
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.notes.cards import AnswerCard, NoteCard
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

_CONCERNING = frozenset({"annotation", "provision_proposal", "rule_version", "provision_text"})
_RESOLVED = "resolved"


class ReceivedNotesPresenter:
    """Knows which rules are read, and what delegates noted on those of the body."""

    def __init__(
        self,
        view: ReceivedView,
        text: TextInHand,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._text = text
        self._tasks = tasks
        self._operations = operations
        self._changes = changes
        self._report_failure = report_failure
        self._services: Services | None = None
        self._workspace: Any = None
        self._body_id: UUID | None = None
        self._document_id: UUID | None = None
        self._is_latest = True
        self._language = "en"
        changes.subscribe(self._hear, kinds=_CONCERNING)

    @property
    def _may_write(self) -> bool:
        return self._services is not None and not self._workspace.read_only

    def open(self, services: "Services | None", workspace: Any) -> None:
        """Turn to another workspace; to none where a pack is open."""
        self._services, self._workspace = services, workspace
        self._body_id = self._document_id = None
        self._view.allow_change(allowed=self._may_write)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id, self._document_id = body_id, None

    def read_text(self, document_id: UUID, language: str, *, is_latest: bool) -> None:
        """Show the notes on rules; their words are marked in the latest text alone."""
        self._document_id, self._language, self._is_latest = document_id, language, is_latest
        self._read()

    def act(self, what: str, card: "NoteCard") -> None:
        """Do with a note what is asked for."""
        if not self._may_write or self._services is None:
            return
        received, workspace = self._services.received_notes, self._workspace
        if what == ANSWER:
            self._view.ask_answer(card, "", None)
        elif what == RESOLVE:
            work = partial(received.resolve, workspace, note_ids=(card.key,))
            self._operations.run("Resolve note", work)
        elif what == REOPEN:
            work = partial(received.reopen, workspace, note_ids=(card.key,))
            self._operations.run("Reopen note", work)
        elif what == PROPOSE:
            self._start_proposal(card)

    def act_on_answer(self, what: str, answer: "AnswerCard") -> None:
        """Change an answer, or take it back."""
        if not self._may_write or self._services is None:
            return
        if what == EDIT_ANSWER:
            self._view.ask_answer(None, answer.text, answer.key)
        elif what == DELETE_ANSWER and self._view.agrees_to_delete(answer):
            delete = self._services.received_notes.delete_answer
            work = partial(delete, self._workspace, answer_id=answer.key)
            self._operations.run("Delete answer", work)

    def answer(self, note_id: UUID | None, answer_id: UUID | None, text: str) -> None:
        """Keep an answer, a new one or other words of one."""
        if self._services is None:
            return
        received = self._services.received_notes
        if answer_id is not None:
            work = partial(received.change_answer, self._workspace, answer_id=answer_id, text=text)
        else:
            work = partial(received.answer, self._workspace, note_id=note_id, text=text)
        self._operations.run("Answer note", work, self._done, self._view.show_refused)

    def propose(self, note_id: UUID, values: dict[str, Any]) -> None:
        """Turn a note into a proposal for the draft."""
        if self._services is not None:
            work = partial(
                self._services.received_notes.propose,
                self._workspace,
                note_id=note_id,
                texts={tag: words for tag, words in values["texts"].items() if words},
                party_id=values["party_id"],
            )
            done = self._proposed
            self._operations.run("Turn note into proposal", work, done, self._view.show_refused)

    def bring_in(self) -> None:
        """Ask for a file of notes, and show what it holds."""
        path = self._view.choose_file() if self._may_write else None
        if path is not None and self._services is not None:
            look = partial(
                self._services.notes_in.look, self._workspace, path=path, language=self._language
            )
            show = partial(self._view.show_arriving, path)
            self._tasks.run(look, show, self._report_failure)

    def merge(self, path: Path) -> None:
        """Take the notes of a file in."""
        if self._services is not None:
            work = partial(self._merge, self._services, path)
            self._operations.run("Bring in notes", work, self._merged, self._view.show_refused)

    def _merge(self, services: "Services", path: Path) -> Any:
        return services.notes_in.merge(self._workspace, path=path)

    def _merged(self, merged: Any) -> None:
        self._view.show_merged(merged.new, merged.revised, merged.here)
        if merged.change is not None:
            self._changes.publish(merged.change)

    def _start_proposal(self, card: "NoteCard") -> None:
        if self._services is None:
            return
        services, workspace = self._services, self._workspace

        def find() -> tuple[Any, Any]:
            draft = services.received_notes.look_for_draft(workspace, note_id=card.key)
            rows = services.bodies.list_all(workspace)
            parties = [each for row in rows if row.id == self._body_id for each in row.parties]
            return draft, [(party.id, party.name) for party in parties]

        def ask(found: tuple[Any, Any]) -> None:
            draft, parties = found
            if draft is None:
                self._view.say_no_draft(card)
            else:
                self._view.ask_proposal(card, parties)

        self._tasks.run(find, ask, self._report_failure)

    def _done(self, _change: Any) -> None:
        self._view.close_saved()

    def _proposed(self, _change: Any) -> None:
        self._view.close_saved()
        self._view.say_proposed()

    def _hear(self, _change: "ChangeSet") -> None:
        self._read()

    def _read(self) -> None:
        if self._services is None or self._document_id is None:
            return
        find = self._services.received_notes.list_notes
        work = partial(find, self._workspace, body_id=self._body_id, language=self._language)
        self._tasks.run(work, partial(self._take, self._document_id), self._report_failure)

    def _take(self, asked: UUID, rows: "tuple[NoteRow, ...]") -> None:
        if asked != self._document_id:
            return
        self._view.show_notes(rows, can_change=self._may_write)
        open_rows = [row for row in rows if str(row.state.value) != _RESOLVED]
        standing = [
            row for row in open_rows if row.place.document_id == asked and not row.placing.is_orphan
        ]
        self._text.show_marks(
            Counter(row.place.eid for row in standing), standing if self._is_latest else ()
        )
        self._text.say_counts(Counter(row.place.document_id for row in open_rows))
