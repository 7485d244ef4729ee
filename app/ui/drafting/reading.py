"""Decides what the drafting page shows: which draft, which provision, what is to be looked at."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.drafting.reference_words import shown
from app.ui.drafting.typed_words import TypedWords
from app.ui.drafting.view import DraftingView, Tab

if TYPE_CHECKING:
    from app.services.drafting.draft_sheets import DraftLine, DraftSheet, ProvisionSheet
    from app.services.drafting.draft_versions import DraftProspect
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

_CONCERNING = frozenset(
    {
        *("rule_document", "rule_version", "provision", "provision_revision", "provision_text"),
        *("provision_proposal", "party", "body_party"),
    }
)
_WORDS_ALONE = "Reword provision"


class DraftingReading:
    """Reads a draft, and shows what was read; the acts on it stand in ``DraftingPresenter``."""

    def __init__(
        self,
        view: DraftingView,
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
        self._terms_language = ""
        self._body_id: UUID | None = None
        self._document_id: UUID | None = None
        self._version_id: UUID | None = None
        self._draft: DraftSheet | None = None
        self._provision: ProvisionSheet | None = None
        self._eid = ""
        self._tab = Tab.TEXT
        self._typed = TypedWords()
        self._is_looked_at = False
        self._is_stale = True
        changes.subscribe(self._hear, kinds=_CONCERNING)

    @property
    def draft(self) -> "DraftSheet | None":
        """The draft that is shown."""
        return self._draft

    @property
    def document_id(self) -> UUID | None:
        """The rules that were turned to last."""
        return self._document_id

    @property
    def provision(self) -> "ProvisionSheet | None":
        """The provision in hand."""
        return self._provision

    @property
    def can_write(self) -> bool:
        """Whether the draft can be changed."""
        return self._draft is not None and self._draft.is_open and not self._workspace.read_only

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; nothing is read before somebody looks."""
        self._services, self._workspace, self._language = services, workspace, language
        self._body_id = self._document_id = None
        self._turn_away()

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body: to the draft of its rules, if one is open."""
        if body_id != self._body_id:
            self._body_id = body_id
            self._document_id = None
            self._turn_away()
            if self._is_looked_at:
                self.enter()

    def enter(self) -> None:
        """Read what is in hand, now that somebody looks."""
        self._is_looked_at = True
        if not self._is_stale or self._services is None:
            return
        self._is_stale = False
        if self._version_id is not None:
            self._read()
        else:
            self._look_for_drafts()

    def look_away(self) -> None:
        """Hear that nobody looks any more."""
        self._is_looked_at = False

    def turn_to(self, version_id: UUID) -> None:
        """Turn to a draft."""
        if version_id != self._version_id:
            self._forget()
            self._version_id = version_id
        self._is_stale = True
        if self._is_looked_at:
            self.enter()

    def turn_to_document(self, document_id: UUID) -> None:
        """Turn to the draft of rules, or ask how a new one shall be called."""
        if self._services is None:
            return
        self._document_id = document_id
        look = self._services.draft_versions.look_for_draft
        work = partial(look, self._workspace, document_id=document_id)
        self._tasks.run(work, partial(self._take_prospect, document_id), self._fail)

    def choose(self, eid: str) -> None:
        """Turn to a provision."""
        if eid != self._eid:
            self.save()
            self._eid = eid
        self._read_provision()

    def go_to(self, eid: str, *, proposals: bool = False) -> None:
        """Turn to a provision that a list names, and show its words or its proposals."""
        self._view.choose_line(eid)
        self.choose(eid)
        self.choose_tab(Tab.PROPOSALS if proposals else Tab.TEXT)
        self._view.show_tab(self._tab)

    def choose_tab(self, tab: Tab) -> None:
        """Turn to a tab; what it needs is read now."""
        if tab is not Tab.TEXT:
            self.save()
        self._tab = tab
        self._read_tab()

    def choose_terms_language(self, language: str) -> None:
        """Show the terms of the draft in another language."""
        self._terms_language = language
        self._read_tab()

    def catch_up(self) -> None:
        """Show what came while a syllable was composed."""
        if self._is_stale:
            self.enter()

    def save(self) -> None:
        """Save what was typed; the acts know how."""
        raise NotImplementedError

    def ask_begin(self, document_id: UUID, prospect: "DraftProspect") -> None:
        """Ask how a new version shall be called; the acts know what follows."""
        raise NotImplementedError

    def _turn_away(self) -> None:
        self._forget()
        self._version_id = None
        self._is_stale = True

    def _forget(self) -> None:
        self._draft = self._provision = None
        self._eid = ""
        self._terms_language = ""
        self._typed = TypedWords()

    def _hear(self, change: "ChangeSet") -> None:
        if not self._is_looked_at or self._view.is_composing():
            self._is_stale = True
        elif self._version_id is None:
            self._look_for_drafts()
        elif change.use_case == _WORDS_ALONE and self._provision is not None:
            self._read_provision()
            self._read_tab()
        else:
            self._read()

    def _look_for_drafts(self) -> None:
        assert self._services is not None
        find = self._services.draft_versions.list_open
        work = partial(find, self._workspace, body_id=self._body_id)
        self._tasks.run(work, self._take_drafts, self._fail)

    def _take_drafts(self, found: tuple[UUID, ...]) -> None:
        if self._version_id is None and found:
            self._version_id = found[0]
            self._read()
        elif self._version_id is None:
            self._say_none()

    def _take_prospect(self, document_id: UUID, prospect: "DraftProspect") -> None:
        if prospect.version_id is not None:
            self.turn_to(prospect.version_id)
        elif prospect.can_begin and not self._workspace.read_only:
            self.ask_begin(document_id, prospect)
        else:
            self._say_none()

    def _read(self) -> None:
        assert self._services is not None
        read = self._services.draft_sheets.read_draft
        work = partial(read, self._workspace, version_id=self._version_id, language=self._language)
        self._tasks.run(work, self._take, self._fail)

    def _take(self, sheet: "DraftSheet") -> None:
        if sheet.version_id != self._version_id:
            return
        if self._view.is_composing():
            self._is_stale = True  # until the syllable is written nothing may change under it
            return
        self._is_stale = False
        self._draft = sheet
        self._document_id = sheet.document_id
        if not sheet.is_open:
            self._turn_away()
            self._say_none()
            return
        if sheet.line(self._eid) is None:
            self._eid = sheet.lines[0].eid if sheet.lines else ""
            self._provision = None
        self._view.show_draft(sheet, self._eid, can_write=self.can_write)
        self._read_provision()
        self._read_tab()

    def _read_provision(self) -> None:
        if self._services is None or not self._eid:
            return
        work = partial(
            self._services.draft_sheets.read_provision,
            self._workspace,
            version_id=self._version_id,
            eid=self._eid,
            language=self._language,
        )
        self._tasks.run(work, self._take_provision, self._fail)

    def _take_provision(self, sheet: "ProvisionSheet") -> None:
        if sheet.line.eid != self._eid or self._draft is None:
            return
        if self._view.is_composing():
            self._is_stale = True
            return
        self._provision = sheet
        self._show_line(sheet.line)
        self._view.show_provision(
            self._draft, sheet, typed=self._typed_in, can_write=self.can_write
        )

    def _show_line(self, line: "DraftLine") -> None:
        """Show in the outline what became of the one provision that was read anew."""
        assert self._draft is not None
        lines = self._draft.lines
        if line in lines:
            return
        # Dataclasses of the services are not imported here: the sheet is replaced in its own way.
        self._draft = self._draft.with_line(line)
        self._view.show_lines(self._draft.lines, self._eid)

    def _typed_in(self, language: str) -> tuple[str | None, str | None]:
        """Return the heading and words to show in a language; ``None`` for what is typed."""
        assert self._provision is not None
        heading, text = self._typed.holds((self._provision.line.eid, language))
        wording = next(each for each in self._provision.wordings if each.language == language)
        words = shown(wording.text, wording.names)
        return (None if heading else wording.heading), (None if text else words)

    def _read_tab(self) -> None:
        services = self._services
        if services is None or self._version_id is None or self._draft is None:
            return
        how = {"version_id": self._version_id}
        if self._tab is Tab.REFERENCES:
            work = partial(services.draft_numbers.find_references, self._workspace, **how)
            show = partial(self._view.show_references, can_write=self.can_write)
            self._tasks.run(work, show, self._fail)
        elif self._tab is Tab.TERMS:
            language = self._terms_language or self._draft.languages[0]
            find = services.draft_terms.find_terms
            work = partial(find, self._workspace, language=language, **how)
            self._tasks.run(work, partial(self._take_terms, language), self._fail)
        work = partial(services.draft_checks.find_open_places, self._workspace, **how)
        self._tasks.run(work, self._view.show_places, self._fail)

    def _take_terms(self, language: str, rows: Any) -> None:
        if self._draft is not None:
            self._view.show_terms(rows, self._draft.languages, language)

    def _say_none(self) -> None:
        has_rules = self._document_id is not None
        self._view.show_none(has_body=self._body_id is not None, has_rules=has_rules)

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, Misfortune):
            self._view.show_problem(problem.sentence, problem.remedy)
        else:
            self._report_failure(problem)
