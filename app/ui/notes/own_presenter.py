"""Keeps the notes of whoever reads a pack beside the text, and has them sent."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.notes.acts import DELETE, EDIT, FILE, KEEP, SHARE
from app.ui.notes.text_in_hand import Marked, TextInHand
from app.ui.notes.view import OwnNotesView

if TYPE_CHECKING:
    from app.services.notes.rows import OwnNote
    from app.ui.notes.cards import NoteCard
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


class OwnNotesPresenter:
    """Knows which text is read, and the notes on it."""

    def __init__(
        self,
        view: OwnNotesView,
        text: TextInHand,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._text = text
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._services: Services | None = None
        self._workspace: Any = None
        self._document_id: UUID | None = None
        self._number = 0
        self._languages: tuple[str, ...] = ("en",)
        self._has_redline = False
        self._notes: tuple[OwnNote, ...] = ()

    def open(self, services: "Services | None", workspace: Any) -> None:
        """Turn to another pack; to none where a workspace is open."""
        self._services, self._workspace = services, workspace
        self._document_id, self._notes = None, ()

    def read_text(
        self, document_id: UUID, number: int, languages: tuple[str, ...], *, has_redline: bool
    ) -> None:
        """Show the notes on a text; a redline has no places for the words they speak of."""
        self._document_id, self._number, self._languages = document_id, number, languages
        self._has_redline = has_redline
        self._read()

    def write(self, marked: Marked | None, text: str, *, for_secretariat: bool) -> None:
        """Keep a note on what is chosen."""
        services, document_id = self._services, self._document_id
        if services is None or document_id is None or marked is None:
            return
        draft = services.notebook.NoteDraft(
            document_id=document_id,
            eid=marked.eid,
            number=self._number,
            language=marked.language,
            text=text,
            quote=marked.words,
            start=marked.start,
            in_heading=marked.in_heading,
            for_secretariat=for_secretariat,
        )
        work = partial(services.notebook.add, self._workspace, draft)
        self._operations.run("Write note", work, self._written, self._view.show_refused)

    def act(self, what: str, card: "NoteCard") -> None:
        """Do with a note what is asked for."""
        if self._services is None:
            return
        note: OwnNote = card.row
        change = partial(self._services.notebook.change, self._workspace, uid=note.uid)
        if what == EDIT:
            self._view.ask_words(note)
        elif what in (SHARE, KEEP):
            self._keep("Change note", partial(change, for_secretariat=what == SHARE))
        elif what == DELETE and self._view.agrees_to_delete(note):
            delete = partial(self._services.notebook.delete, self._workspace, uid=note.uid)
            self._keep("Delete note", delete)

    def change(self, uid: UUID, values: dict[str, Any]) -> None:
        """Keep other words of a note."""
        if self._services is not None:
            work = partial(
                self._services.notebook.change,
                self._workspace,
                uid=uid,
                text=values["text"],
                for_secretariat=values["ours"],
            )
            self._keep("Change note", work)

    def start_sending(self) -> None:
        """Show what would go to the secretariat."""
        if self._services is None:
            return
        writer = partial(
            self._services.notebook.show_writer, self._workspace, language=self._languages[0]
        )
        every = partial(
            self._services.notebook.list_notes, self._workspace, languages=self._languages
        )
        self._tasks.run(
            lambda: (writer(), every()), lambda found: self._ask(*found), self._report_failure
        )

    def send(self, values: dict[str, Any]) -> None:
        """Write what is for the secretariat to a file."""
        services = self._services
        if services is None:
            return
        path = self._view.choose_file(values["form"])
        if path is not None:
            work = partial(self._write, services, path, values)
            self._operations.run("Send notes", work, self._sent, self._view.show_refused)

    def _write(self, services: "Services", path: Path, values: dict[str, Any]) -> Any:
        services.notebook.say_writer(
            self._workspace, author=values["author"], side_id=values["side_id"]
        )
        if values["form"] == FILE:
            return services.notes_out.write_file(self._workspace, folder_or_path=path)
        return services.notes_out.write_sheet(
            self._workspace, folder_or_path=path, language=values["language"]
        )

    def _sent(self, saved: Any) -> None:
        self._view.show_sent(saved.path, saved.count)

    def _ask(self, writer: Any, notes: "tuple[OwnNote, ...]") -> None:
        ours = tuple(note for note in notes if note.for_secretariat)
        private = len(notes) - len(ours)
        if ours:
            self._view.ask_sending(writer, ours, private=private)
        else:
            self._view.say_nothing_to_send(private)

    def _keep(self, name: str, work: Callable[[], Any]) -> None:
        self._operations.run(name, work, self._kept, self._view.show_refused)

    def _written(self, result: Any) -> None:
        self._text.forget_marked()
        self._kept(result)

    def _kept(self, _result: Any) -> None:
        self._view.show_kept()
        self._read()

    def _read(self) -> None:
        if self._services is None or self._document_id is None:
            return
        find = partial(self._services.notebook.list_notes, self._workspace)
        here = partial(
            find, languages=self._languages, document_id=self._document_id, number=self._number
        )
        every = partial(find, languages=self._languages)
        asked = (self._document_id, self._number)
        self._tasks.run(lambda: (here(), every()), partial(self._take, asked), self._fail)

    def _take(self, asked: tuple[UUID, int], found: "tuple[Any, Any]") -> None:
        if asked != (self._document_id, self._number):
            return
        here, every = found
        elsewhere = tuple(row for row in every if row.place.document_id != self._document_id)
        self._notes = (*here, *elsewhere)
        self._view.show_notes(self._notes)
        standing = [row for row in here if not row.placing.is_orphan]
        spans = () if self._has_redline else standing
        self._text.show_marks(Counter(row.place.eid for row in standing), spans)
        self._text.say_counts(Counter(row.place.document_id for row in self._notes))

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, Misfortune):
            self._view.show_problem(problem)
        else:
            self._report_failure(problem)
