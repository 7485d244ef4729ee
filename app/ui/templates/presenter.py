"""Decides what the Templates page shows of templates, and does what its user asks for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.templates.entries import Entry, EntryKind, read_entries
from app.ui.templates.files import FilesPresenter
from app.ui.templates.reading import LetterScope, Shown, read_shown
from app.ui.templates.view import TemplateShown

if TYPE_CHECKING:
    from app.services.previews import Preview
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner
    from app.ui.templates.view import TemplatesView


class TemplatesPresenter:
    """Keeps a TemplatesView in step with the workspace while it is looked at.

    Attributes:
        files: Does what is asked of Word forms, the house style and letterheads.
    """

    def __init__(
        self,
        view: "TemplatesView",
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._meeting_id: UUID | None = None
        self._is_of_body: bool | None = None
        self._entries: tuple[Entry, ...] = ()
        self._chosen: Any = None
        self._shown: Shown | None = None
        self._source = ""
        self._wants_page = False
        self._scale = 1.0
        self._turn = 0
        self._is_watched = False
        self._is_stale = True
        self.files = FilesPresenter(view, operations=operations, chosen=lambda: self._shown)
        changes.subscribe(self._read_again)  # a form may print whatever the workspace holds

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; nothing is shown until a body is chosen."""
        self._services, self._workspace, self._language = services, workspace, language
        self._body_id = self._meeting_id = self._chosen = self._shown = None
        self._entries = ()
        self._is_stale = True
        self._turn += 1
        self.files.open(services, workspace)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to the templates of a body's documents."""
        self._body_id = body_id
        self._meeting_id = self._is_of_body = None
        self.files.turn_to(body_id, None)
        self._refresh()

    def turn_to(self, meeting_id: UUID | None) -> None:
        """Take up the meeting that another page has in hand, unless this one is looked at."""
        if not self._is_watched and meeting_id is not None:
            self._meeting_id = meeting_id
            self._is_stale = True

    def enter(self) -> None:
        """Begin to show: the page is looked at now."""
        self._is_watched = True
        if self._is_stale:
            self._refresh()

    def leave(self) -> None:
        """Rest, and keep what is being written."""
        self.keep_draft()
        self._is_watched = False

    def choose(self, key: Any) -> None:
        """Show another of the entries."""
        if key != self._chosen:
            self.keep_draft()
            self._chosen = key
            self._is_of_body = None
            self._show_chosen()

    def choose_scope(self, *, of_body: bool) -> None:
        """Show the letterhead for the letters of the body in hand alone, or of every body."""
        self._is_of_body = of_body
        self._show_chosen()

    def choose_meeting(self, meeting_id: UUID) -> None:
        """Try templates with another meeting."""
        self._meeting_id = meeting_id
        self.keep_draft()
        self._show_chosen()

    def write(self, source: str) -> None:
        """Hear what stands in the editor now."""
        self._source = source

    def check(self) -> None:
        """Look whether the template can be used, and what it makes of the meeting."""
        shown = self._shown
        if self._services is None or shown is None or shown.entry.kind is not EntryKind.TEMPLATE:
            return
        work = partial(
            _check, self._services, self._workspace, shown.entry.key, self._source, self._meeting_id
        )
        turn = self._turn
        self._operations.run(
            "Check template",
            work,
            partial(self._take_checked, turn),
            partial(self._show_wrong, turn),
        )

    def save(self) -> None:
        """Have the workspace carry the template as it stands in the editor."""
        shown = self._shown
        if self._services is None or shown is None:
            return
        work = partial(
            self._services.own_templates.save,
            self._workspace,
            name=shown.entry.key,
            source=self._source,
        )
        done = partial(self._tell_done, "saved")
        self._operations.run("Save template", work, done, partial(self._show_wrong, self._turn))

    def discard(self) -> None:
        """Forget what was written since the template was saved."""
        self._act("drop_draft", "Discard changes to template", "discarded")

    def restore(self) -> None:
        """Go back to the template that came with JWG Desk, or take one's own away."""
        self._act("restore", "Restore template", "restored")

    def add_copy(self, *, language: str, body_code: str) -> None:
        """Begin a template for another language, or for a body alone, with this one's words."""
        shown = self._shown
        if self._services is None or shown is None:
            return
        templates = self._services.own_templates
        work = partial(
            _copy, templates, self._workspace, shown.entry, self._source, language, body_code
        )
        self._operations.run("Add template", work, self._take_copy, self._view.refuse_dialog)

    def show_page(self, *, wanted: bool, scale: float) -> None:
        """Show the page that the template makes, or the template itself again."""
        self._wants_page, self._scale = wanted, scale
        if wanted:
            self._try()

    def resize(self, scale: float) -> None:
        """Show the same page larger or smaller."""
        self._scale = scale
        if self._wants_page:
            self._try()

    def keep_draft(self) -> None:
        """Keep what was written and not saved, so that nothing typed is lost."""
        shown = self._shown
        if self._services is None or shown is None or shown.entry.kind is not EntryKind.TEMPLATE:
            return
        if self._source == shown.source or not shown.can_edit:
            return
        self._shown = shown.written(self._source)
        templates = self._services.own_templates
        asked = {"name": shown.entry.key}
        if self._source == shown.saved:
            work = partial(templates.drop_draft, self._workspace, **asked)
        else:
            work = partial(templates.keep_draft, self._workspace, **asked, source=self._source)
        self._operations.run("Edit template", work)

    def _act(self, verb: str, name: str, words: str) -> None:
        shown = self._shown
        if self._services is None or shown is None:
            return
        self._shown = None  # what was written is given up
        work = partial(
            getattr(self._services.own_templates, verb), self._workspace, name=shown.entry.key
        )
        self._operations.run(name, work, partial(self._tell_done, words), self._refuse)

    def _read_again(self, change: "ChangeSet") -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        if not self._is_watched or self._services is None:
            return
        self._is_stale = False
        work = partial(_read_all, self._services, self._workspace, self._body_id, self._language)
        self._read(work, self._take_all)

    def _take_all(
        self, found: tuple[tuple[Entry, ...], tuple[Any, ...], tuple[tuple[UUID, str, str], ...]]
    ) -> None:
        self._entries, meetings, bodies = found
        self._view.know_bodies(bodies)
        known = {row.id for row in meetings}
        if self._meeting_id not in known:
            self._meeting_id = meetings[0].id if meetings else None
        keys = [entry.key for entry in self._entries]
        if self._chosen not in keys:
            first = (each for each in self._entries if each.kind is EntryKind.TEMPLATE)
            self._chosen = next((each.key for each in first), None)
        can_add = not self._workspace.read_only
        self._view.show_entries(self._entries, chosen=self._chosen, can_add=can_add)
        self._view.show_meetings(meetings, self._meeting_id)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._turn += 1
        self.files.turn_to(self._body_id, self._meeting_id)
        entry = next((each for each in self._entries if each.key == self._chosen), None)
        if entry is None or self._services is None:
            self._shown = None
            self._view.show_nothing()
            return
        work = partial(
            read_shown,
            self._services,
            self._workspace,
            entry,
            meeting_id=self._meeting_id,
            scope=LetterScope(self._body_id, self._is_of_body),
            language=self._language,
        )
        self._read(work, self._take_shown)

    def _take_shown(self, shown: Shown) -> None:
        before = self._shown
        kept = before is not None and before.entry.key == shown.entry.key
        typed = self._source if kept and before is not None else ""
        unsaved = kept and before is not None and typed != before.source
        self._shown = shown
        if shown.entry.kind is EntryKind.TEMPLATE:
            self._source = typed if unsaved else shown.source
            is_changed = self._source != shown.saved
            self._view.show_template(
                TemplateShown(shown.entry, self._source, is_changed, shown.can_edit)
            )
            if self._wants_page:
                self._try()
        else:
            self.files.show(shown)
        if shown.no_fields:
            self._view.show_no_fields(shown.no_fields)
        else:
            self._view.show_fields(shown.fields)

    def _try(self) -> None:
        shown = self._shown
        if self._services is None or shown is None or shown.entry.kind is not EntryKind.TEMPLATE:
            return
        if self._meeting_id is None:
            self._view.show_page_problem("", "")
            return
        work = partial(
            self._services.template_trials.try_with_meeting,
            self._workspace,
            meeting_id=self._meeting_id,
            name=shown.entry.key,
            source=self._source,
            scale=self._scale,
        )
        turn, scale = self._turn, self._scale
        self._operations.run(
            "Try template",
            work,
            partial(self._take_page, turn, scale),
            partial(self._no_page, turn),
        )

    def _take_page(self, turn: int, scale: float, preview: "Preview") -> None:
        if turn == self._turn and self._wants_page and scale == self._scale:
            self._view.show_page(preview, scale=scale)

    def _no_page(self, turn: int, problem: Misfortune) -> None:
        if turn == self._turn and self._wants_page:
            self._view.show_page_problem(problem.sentence, problem.remedy)

    def _take_checked(self, turn: int, tried: bool) -> None:  # noqa: FBT001 - bound by partial
        if turn == self._turn:
            self._view.show_checked(tried=tried)

    def _show_wrong(self, turn: int, problem: Misfortune) -> None:
        if turn == self._turn:
            shown, at = self._shown, getattr(problem, "template", None)
            is_here = shown is not None and at == shown.entry.key  # not in parts, nor in the page
            line = getattr(problem, "line", 0) if is_here else 0
            self._view.show_problem(problem.sentence, problem.remedy, line=line)

    def _take_copy(self, key: str) -> None:
        self._view.close_dialog()
        self._chosen = key
        self._refresh()

    def _tell_done(self, words: str, _result: Any) -> None:
        self._view.show_done(words)

    def _refuse(self, problem: Misfortune) -> None:
        self._view.show_refused(problem.sentence, problem.remedy)
        self._show_chosen()

    def _read(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Read beside the window, and take the answer only if nothing else was asked since."""
        turn = self._turn

        def take(answer: Any) -> None:
            if turn == self._turn:
                done(answer)

        def fail(problem: Exception) -> None:
            if turn != self._turn:
                return
            if isinstance(problem, Misfortune):
                self._view.show_failure(problem.sentence, problem.remedy)
            else:
                self._report_failure(problem)

        self._tasks.run(work, take, fail)


def _read_all(
    services: "Services", workspace: Any, body_id: UUID | None, language: str
) -> tuple[tuple[Entry, ...], tuple[Any, ...], tuple[tuple[UUID, str, str], ...]]:
    entries = read_entries(services, workspace, body_id=body_id, language=language)
    bodies = services.bodies.list_all(workspace, language=language)
    named = tuple((row.id, row.code, row.name) for row in bodies)
    if body_id is None:
        return entries, (), named
    rows = services.meetings.list_for_body(workspace, body_id=body_id, language=language)
    return entries, tuple(rows), named


def _check(
    services: "Services", workspace: Any, name: str, source: str, meeting_id: UUID | None
) -> bool:
    """Check a template alone, then with the meeting if that has such a document."""
    services.own_templates.check(workspace, name=name, source=source)
    if meeting_id is None or workspace.read_only:
        return False
    trials = services.template_trials
    try:
        trials.try_with_meeting(workspace, meeting_id=meeting_id, name=name, source=source)
    except trials.NOT_THERE:
        return False
    return True


def _copy(
    templates: Any, workspace: Any, entry: Entry, source: str, language: str, body_code: str
) -> str:
    """Have the workspace carry a template that begins as another; return its name."""
    file = entry.key.rpartition("/")[2]
    stem, _, rest = file.partition(".")
    own = f"bodies/{body_code}/" if body_code else ""
    name = f"{own}{stem}.{language}.{rest.partition('.')[2]}"
    templates.require_free(workspace, name=name)
    templates.save(workspace, name=name, source=source)
    return name
