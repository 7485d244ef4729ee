"""Decides what the studio shows: what can be chosen, the page, and what was found in it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.studio.bench import Bench, ShownPage, page_of_comparison, page_of_preview
from app.ui.studio.comparing import Comparing
from app.ui.studio.kept import Kept
from app.ui.studio.material import Source
from app.ui.studio.offer import Offer, read_offer
from app.ui.studio.saving import Saving
from app.ui.studio.wish import Subject, Wish

if TYPE_CHECKING:
    from datetime import date

    from app.services.checks import Check
    from app.services.previews import PlannedFile
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.studio.view import WholeView


class StudioPresenter:
    """Keeps a StudioView in step with the workspace while it is looked at.

    Nothing is read while the page is hidden: making documents would hold up the pages that show.

    Attributes:
        saving: Takes the document along.
        kept: The list of what was issued and saved.
        comparing: Two texts side by side.
    """

    def __init__(
        self, view: "WholeView", *, operations: "OperationRunner", changes: "ChangeBus"
    ) -> None:
        self._view = view
        self._operations = operations
        self._bench = Bench()
        self._wish = Wish()
        self._scale = 1.0
        self._turn = 0
        self._is_watched = False
        self._is_stale = True
        tools: dict[str, Any] = {"bench": self._bench, "operations": operations}
        self.comparing = Comparing(view, ways_out=view.ways_out, **tools)
        tools["comparing"] = self.comparing
        self.kept = Kept(view, ways_out=view.ways_out, **tools)
        self.saving = Saving(view.ways_out, saved=self.kept.refresh, **tools)
        changes.subscribe(self._read_again)

    @property
    def meeting_id(self) -> UUID | None:
        """The meeting whose records the page leads to."""
        return self._bench.offer.meeting_id if self._bench.offer is not None else None

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; nothing is shown until a body is chosen."""
        self._bench.services = services
        self._bench.workspace = workspace
        self._bench.language = language
        self._bench.body_id = None
        self._turn += 1
        self._is_stale = True
        self._forget()

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to the records of a body, or to none."""
        self._bench.body_id = body_id
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
            self._choose(subject=Subject.MEETING, meeting_id=meeting_id)

    def choose_subject(self, subject: Subject) -> None:
        """Make documents of something else."""
        self._choose(subject=subject)

    def choose_record(self, record_id: UUID) -> None:
        """Make documents of another meeting, decision or rules."""
        offer = self._bench.offer
        subject = offer.chosen.subject if offer is not None else None
        self._wish = replace(self._wish, subject=subject).with_record(record_id)
        self._refresh()

    def choose_kind(self, kind: Any) -> None:
        """Show another document."""
        self._choose(kind=kind)

    def choose_original(self, party_id: UUID) -> None:
        """Show the original of another side."""
        self._choose(original_of=party_id)

    def choose_language(self, tag: str) -> None:
        """Show the document in another language."""
        self._choose(language=tag)

    def choose_second_language(self, tag: str) -> None:
        """Show another language in the second column."""
        self._choose(beside=tag)

    def choose_version(self, number: int) -> None:
        """Show another version of the rules."""
        self._choose(version=number, on=None)

    def choose_day(self, day: "date | None") -> None:
        """Show the text of the rules as it stood on a day."""
        self._choose(on=day)

    def choose_since(self, number: int) -> None:
        """Show what changed since another version."""
        self._choose(since=number)

    def leave_out(self, sections: frozenset[Any]) -> None:
        """Leave these sections out, and no others."""
        self._choose(omitted=sections)

    def circulate(self, for_circulation: bool) -> None:  # noqa: FBT001 - a slot
        """Make the draft one that goes round for comments, or an ordinary one."""
        self._choose(for_circulation=for_circulation)

    def resize(self, scale: float) -> None:
        """Show the same page larger or smaller."""
        self._scale = scale
        if self._bench.page is not None:
            self._read_page(self._turn, has_new_words=False)

    def _choose(self, **wished: Any) -> None:
        self._wish = replace(self._wish, **wished)
        self._refresh()

    def _forget(self) -> None:
        """Begin with the latest of another body; whose original and which language stay."""
        self._wish = Wish(
            kind=self._wish.kind,
            original_of=self._wish.original_of,
            language=self._wish.language,
            omitted=self._wish.omitted,
        )
        self._bench.clear()
        self.comparing.close()

    def _read_again(self, change: "ChangeSet") -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        bench = self._bench
        if not self._is_watched or bench.services is None:
            return
        self._is_stale = False
        bench.page, bench.checks = None, ()
        if bench.body_id is None:
            self._view.show_nothing_to_make()
            return
        self._view.show_reading()
        source = Source(bench.services, bench.workspace, bench.body_id, bench.language)
        work = partial(self._read, source, self._wish)
        self._run("Look for documents", work, self._take_offer, turn=self._turn)

    @staticmethod
    def _read(source: Source, wish: Wish) -> tuple[Offer | None, bool]:
        return read_offer(source, wish), source.services.pdf_files.can_lay_out()

    def _take_offer(self, found: tuple[Offer | None, bool]) -> None:
        offer, has_pdf = found
        self._bench.offer = offer
        if offer is None:
            self._view.show_nothing_to_make()
            return
        self._view.show_offer(offer, has_pdf=has_pdf, can_write=self._bench.can_write)
        self.kept.refresh()
        if offer.chosen.kind is None:
            self._view.show_no_document()
        else:
            self._read_page(self._turn, has_new_words=True)

    def _read_page(self, turn: int, *, has_new_words: bool) -> None:
        bench = self._bench
        if bench.services is None or bench.offer is None:
            return
        make = _compare if bench.offer.is_comparison else _preview
        work = partial(make, bench.services, bench.workspace, bench.wanted, self._scale)
        done = partial(self._take_page, self._scale, has_new_words)
        self._run("Show document", work, done, turn=turn)

    def _take_page(self, scale: float, has_new_words: bool, page: ShownPage) -> None:  # noqa: FBT001 - bound by partial
        if scale != self._scale:
            if has_new_words:
                self._read_page(self._turn, has_new_words=True)
            return
        self._bench.page = page
        self._view.show_page(page, scale=scale)
        if has_new_words and page.changes is None:
            self._read_checks()

    def _read_checks(self) -> None:
        bench = self._bench
        if bench.services is None or bench.offer is None:
            return
        asked = (bench.workspace, bench.wanted)
        check = partial(bench.services.checks.look_through, *asked)
        self._run("Check document", check, self._take_checks, turn=self._turn)
        if len(bench.offer.originals) > 1:
            plan = partial(bench.services.previews.list_files, *asked)
            self._run("List files", plan, self._take_files, turn=self._turn)

    def _take_checks(self, found: "tuple[Check, ...]") -> None:
        self._bench.checks = found
        self._view.show_checks(found)

    def _take_files(self, files: "tuple[PlannedFile, ...]") -> None:
        self._view.show_files(files)

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
            self._bench.page = None
            self._view.show_problem(problem.sentence, problem.remedy)


def _preview(services: "Services", workspace: Any, wanted: Any, scale: float) -> ShownPage:
    return page_of_preview(services.previews.show(workspace, wanted, scale=scale))


def _compare(services: "Services", workspace: Any, compared: Any, scale: float) -> ShownPage:
    return page_of_comparison(services.comparisons.show(workspace, compared, scale=scale))
