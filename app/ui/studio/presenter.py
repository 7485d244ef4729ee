"""Decides what the Document studio shows, and saves what its user has chosen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.studio.offer import Offer, Wish, read_offer

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.checks import Check
    from app.services.previews import Preview
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.studio.view import StudioView


class StudioPresenter:
    """Keeps a StudioView in step with the workspace while it is looked at.

    Nothing is read while the page is hidden: making documents would hold up the pages that show.
    """

    def __init__(
        self, view: "StudioView", *, operations: "OperationRunner", changes: "ChangeBus"
    ) -> None:
        self._view = view
        self._operations = operations
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._wish = Wish()
        self._offer: Offer | None = None
        self._preview: Preview | None = None
        self._scale = 1.0
        self._turn = 0
        self._is_watched = False
        self._is_stale = True
        changes.subscribe(self._read_again)

    @property
    def meeting_id(self) -> UUID | None:
        """The meeting whose document is shown."""
        return self._offer.chosen.meeting_id if self._offer is not None else None

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; nothing is shown until a body is chosen."""
        self._services = services
        self._workspace = workspace
        self._language = language
        self._body_id = None
        self._turn += 1
        self._is_stale = True
        self._forget()

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to the meetings of a body, or to none."""
        self._body_id = body_id
        self._forget()
        self._refresh()

    def enter(self, scale: float) -> None:
        """Begin to show documents at a scale: the page is looked at now."""
        self._is_watched = True
        self._scale = scale
        if self._is_stale:
            self._refresh()

    def leave(self) -> None:
        """Rest: the page is not looked at any more."""
        self._is_watched = False

    def turn_to(self, meeting_id: UUID) -> None:
        """Take up the meeting that another page has in hand, unless this one is looked at."""
        if not self._is_watched and meeting_id != self._wish.meeting_id:
            self._choose(meeting_id=meeting_id)

    def choose_meeting(self, meeting_id: UUID) -> None:
        """Show the documents of another meeting."""
        self._choose(meeting_id=meeting_id)

    def choose_kind(self, kind: Any) -> None:
        """Show another document."""
        self._choose(kind=kind)

    def choose_original(self, party_id: UUID) -> None:
        """Show the original of another side."""
        self._choose(original_of=party_id)

    def choose_language(self, tag: str) -> None:
        """Show the document in another language."""
        self._choose(language=tag)

    def resize(self, scale: float) -> None:
        """Show the same page larger or smaller."""
        self._scale = scale
        if self._preview is not None:
            self._read_preview(self._turn, has_new_words=False)

    def save_as_word(self) -> None:
        """Save the document that is shown as a Word file, where the user says."""
        if self._services is None or self._preview is None:
            return
        path = self._view.choose_word_file(self._preview.file_name)
        if path is not None:
            save = self._services.issuing.save_where_chosen
            work = partial(save, self._workspace, self._wanted(), folder_or_path=path)
            refused = partial(self._settle, path, self._wanted())
            self._operations.run("Save as Word", work, self._view.show_saved, refused)

    def save_as_pdf(self) -> None:
        """Save the document that is shown as a PDF, where the user says."""
        if self._services is None or self._preview is None:
            return
        path = self._view.choose_pdf_file(self._preview.file_name)
        if path is not None:
            save = self._services.pdf_files.save_as_pdf
            work = partial(save, self._workspace, self._wanted(), folder_or_path=path)
            self._operations.run("Save as PDF", work, self._view.show_saved)

    def print(self) -> None:
        """Show the document as it will be printed: at full size, with nothing marked."""
        if self._services is None or self._preview is None:
            return
        show = self._services.previews.show
        work = partial(show, self._workspace, self._wanted(), mark_facts=False)
        self._operations.run("Print", work, self._view.show_print)

    def _choose(self, **wished: Any) -> None:
        self._wish = replace(self._wish, **wished)
        self._refresh()

    def _forget(self) -> None:
        self._wish = replace(self._wish, meeting_id=None)
        self._offer = None
        self._preview = None

    def _read_again(self, change: "ChangeSet") -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        if not self._is_watched or self._services is None:
            return
        self._is_stale = False
        self._preview = None
        if self._body_id is None:
            self._view.show_no_meeting()
            return
        self._view.show_reading()
        work = partial(
            self._read,
            self._services,
            self._workspace,
            body_id=self._body_id,
            wish=self._wish,
            language=self._language,
        )
        self._run("Look for documents", work, self._take_offer, turn=self._turn)

    @staticmethod
    def _read(services: "Services", *asked: Any, **wished: Any) -> tuple[Offer | None, bool]:
        return read_offer(services, *asked, **wished), services.pdf_files.can_lay_out()

    def _take_offer(self, found: tuple[Offer | None, bool]) -> None:
        self._offer, has_pdf = found
        if self._offer is None:
            self._view.show_no_meeting()
            return
        self._view.show_offer(self._offer, has_pdf=has_pdf)
        if self._offer.chosen.kind is None:
            self._view.show_no_document()
        else:
            self._read_preview(self._turn, has_new_words=True)

    def _read_preview(self, turn: int, *, has_new_words: bool) -> None:
        if self._services is None:
            return
        show = self._services.previews.show
        work = partial(show, self._workspace, self._wanted(), scale=self._scale)
        done = partial(self._take_preview, self._scale, has_new_words)
        self._run("Show document", work, done, turn=turn)

    def _take_preview(self, scale: float, has_new_words: bool, preview: "Preview") -> None:  # noqa: FBT001 - bound by partial
        if scale != self._scale:
            if has_new_words:
                self._read_preview(self._turn, has_new_words=True)
            return
        self._preview = preview
        self._view.show_preview(preview, scale=scale)
        if has_new_words:
            self._read_checks()

    def _read_checks(self) -> None:
        if self._services is None or self._offer is None:
            return
        chosen = self._offer.chosen
        work = partial(
            self._services.checks.check,
            self._workspace,
            meeting_id=chosen.meeting_id,
            kind=chosen.kind,
            original_of=chosen.original_of,
            language=chosen.language,
        )
        self._run("Check document", work, self._take_checks, turn=self._turn)

    def _take_checks(self, found: "tuple[Check, ...]") -> None:
        self._view.show_checks(found)

    def _wanted(self) -> Any:
        """Return which document is shown, as the services ask for it."""
        if self._services is None or self._offer is None:
            return None
        chosen = self._offer.chosen
        return self._services.previews.Wanted(
            meeting_id=chosen.meeting_id,
            kind=chosen.kind,
            original_of=chosen.original_of,
            language=chosen.language,
        )

    def _settle(self, path: "Path", wanted: Any, problem: Misfortune) -> None:
        """Ask what to do about a file that somebody has changed by hand, and do it."""
        if self._services is None:
            return
        issuing = self._services.issuing
        if not isinstance(problem, issuing.ChangedByHand):
            self._view.tell_misfortune(problem.sentence, problem.remedy)
            return
        answer = self._view.ask_what_to_do(problem.sentence)
        if answer is not None:
            deed = issuing.IfChanged(answer)
            work = partial(issuing.save, self._workspace, wanted, path=path, if_changed=deed)
            self._operations.run("Save as Word", work, self._show_saved)

    def _show_saved(self, saved: Any) -> None:
        self._view.show_saved(saved.path)

    def _run(
        self, name: str, work: Callable[[], Any], done: Callable[[Any], None], *, turn: int
    ) -> None:
        """Do it beside the window, and take the answer only if nothing else was asked since."""
        self._operations.run(
            name, work, partial(self._pass_on, turn, done), partial(self._refuse, turn)
        )

    def _pass_on(self, turn: int, done: Callable[[Any], None], answer: Any) -> None:
        if turn == self._turn:
            done(answer)

    def _refuse(self, turn: int, problem: Misfortune) -> None:
        if turn == self._turn:
            self._preview = None
            self._view.show_problem(problem.sentence, problem.remedy)
