"""Decides what the page of projects shows, and does what its user asks for."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import InvalidValue, Misfortune
from app.ui.projects.view import Adding, Choices, Values

if TYPE_CHECKING:
    from app.services.projects import ProjectDetail, ProjectListRow
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.projects.view import ProjectsView
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

KINDS = frozenset(
    {
        "project",
        "project_party",
        "project_organisation",
        "project_decision",
        "project_review",
        "quantity",
        "statement",
        "meeting",
        "decision",
        "party",
        "organisation",
        "instrument",
        "body",
    }
)


class ProjectsPresenter:
    """Keeps a ProjectsView in step with the workspace while it is looked at."""

    def __init__(
        self,
        view: "ProjectsView",
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
        self._every = False
        self._chosen: UUID | None = None
        self._detail: ProjectDetail | None = None
        self._is_new = False
        self._is_sought = False
        self._turn = 0
        self._is_watched = False
        self._is_stale = True
        changes.subscribe(self._read_again, kinds=KINDS)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; its body comes next."""
        self._services, self._workspace, self._language = services, workspace, language
        self.show_body(None)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id
        self._every = body_id is None
        self._chosen = self._detail = None
        self._view.show_none()
        self._refresh()

    def enter(self) -> None:
        """Begin to show: the page is looked at now."""
        self._is_watched = True
        if self._is_stale:
            self._refresh()

    def leave(self) -> None:
        """Rest: the page is not looked at any more."""
        self._is_watched = False

    def try_again(self) -> None:
        """Read anew what could not be read."""
        self._refresh()

    def show_record(self, project_id: UUID) -> None:
        """Turn to a project, of whichever body it is."""
        self._every, self._is_sought = True, True
        self._chosen = project_id
        self._refresh()

    def list_every(self, every: bool) -> None:  # noqa: FBT001 - a signal calls it
        """List those of all bodies, or of the one in hand."""
        self._every = bool(every) or self._body_id is None
        self._refresh()

    def choose(self, project_id: UUID | None) -> None:
        """Show a project, or none."""
        self._chosen = project_id
        if project_id is None:
            self._detail = None
            self._view.show_none()
        else:
            self._read_project()

    def start_adding(self) -> None:
        """Open the form for a new project."""
        self._is_new = True
        self._with_choices(partial(self._view.ask_for_project, None))

    def start_editing(self) -> None:
        """Open the form for the project that is shown."""
        if self._detail is not None:
            self._is_new = False
            self._with_choices(partial(self._view.ask_for_project, self._detail))

    def start_adding_to(self, adding: Adding) -> None:
        """Open the form for what is added to the project that is shown."""
        if self._detail is not None:
            self._with_choices(partial(self._view.ask_for, adding))

    def save_project(self, values: Values) -> None:
        """Save what the form for a project says."""
        if self._services is None:
            return
        verbs, detail = self._services.projects, self._detail
        if self._is_new or detail is None:
            work = partial(verbs.enter, self._workspace, body_id=self._body_id, values=values)
            self._save("New project", work, chooses=True)
        else:
            asked = {"project_id": detail.row.id, "version": detail.version}
            work = partial(verbs.change, self._workspace, values=values, **asked)
            self._save("Change project", work)

    def change_status(self, status: Any) -> None:
        """Take the project that is shown a step on."""
        if self._services is not None and self._detail is not None:
            verb = self._services.projects.change_status
            key = self._detail.row.id
            work = partial(verb, self._workspace, project_id=key, status=status)
            self._operations.run("Change status of project", work)

    def add(self, adding: Adding, values: Values) -> None:
        """Save what the form for an addition says."""
        if self._services is None or self._detail is None:
            return
        verbs, key = self._services.projects, self._detail.row.id
        told = dict(values)
        if adding is Adding.REVIEW:

            def review() -> Any:
                return verbs.review(self._workspace, verbs.ProjectReview(project_id=key, **told))

            self._save("Review project", review)
            return
        if adding is Adding.FIGURE:
            self._add_figure(key, told)
            return
        verb = {
            Adding.PARTY: verbs.add_party,
            Adding.ORGANISATION: verbs.add_organisation,
            Adding.DECISION: verbs.link_decision,
        }[adding]
        self._save("Add to project", partial(verb, self._workspace, project_id=key, **told))

    def remove(self, adding: Adding, key: UUID) -> None:
        """Take something out of the project that is shown."""
        if self._services is None or self._detail is None:
            return
        verbs, project = self._services.projects, {"project_id": self._detail.row.id}
        verb, asked = {
            Adding.PARTY: (verbs.remove_party, {**project, "party_id": key}),
            Adding.ORGANISATION: (verbs.remove_organisation, {**project, "organisation_id": key}),
            Adding.DECISION: (verbs.unlink_decision, {**project, "decision_id": key}),
            Adding.FIGURE: (verbs.remove_figure, {"figure_id": key}),
        }[adding]
        self._operations.run("Take out of project", partial(verb, self._workspace, **asked))

    def save_paper(self) -> None:
        """Write the review of the body's projects as Word."""
        if self._services is None or self._body_id is None:
            return
        path = self._view.choose_word_file("Review of projects")
        if path is not None:
            asked = {"body_id": self._body_id, "path": path, "language": self._language}
            verb = self._services.follow_up_papers.save_project_review
            work = partial(verb, self._workspace, **asked)
            self._operations.run("Save as Word", work, self._view.show_saved)

    def _add_figure(self, key: UUID, told: Values) -> None:
        source = told.pop("source_id")
        typed = told["value"].replace(",", "").replace(" ", "")
        try:
            told["value"] = Decimal(typed) if typed else None
        except InvalidOperation:
            problem = (("value", "Write it with digits, such as 540000 or 0.85."),)
            self._view.show_refused(InvalidValue("figure", problem))
            return
        if self._services is not None:
            verb = self._services.projects.record_figure
            asked = {"project_id": key, "values": told, "source_id": source}
            self._save("Record figure", partial(verb, self._workspace, **asked))

    def _with_choices(self, ask: Callable[[Choices], None]) -> None:
        services = self._services
        if services is None:
            return
        body_id = self._detail.row.body_id if self._detail and not self._is_new else self._body_id
        asked = {"language": self._language}

        def read() -> Choices:
            space = self._workspace
            decisions = services.decisions.list_for_body(space, body_id=body_id, **asked)
            meetings = services.meetings.list_for_body(space, body_id=body_id, **asked)
            return Choices(
                parties=_named(services.parties.list_all(space, **asked)),
                offices=_named(services.organisations.list_all(space, **asked)),
                instruments=tuple(
                    (row.id, row.title) for row in services.instruments.list_all(space, **asked)
                ),
                decisions=tuple(
                    (row.id, " ".join(part for part in (row.symbol, row.title) if part))
                    for row in (decisions if body_id else ())
                ),
                meetings=tuple(
                    (row.id, row.code or row.title) for row in (meetings if body_id else ())
                ),
                sources=services.sources.list_all(space),
            )

        self._tasks.run(read, ask, self._report_failure)

    def _save(self, name: str, work: Callable[[], Any], *, chooses: bool = False) -> None:
        done = partial(self._end, chooses=chooses)
        self._operations.run(name, work, done, self._view.show_refused)

    def _end(self, change: Any, *, chooses: bool) -> None:
        self._view.close_saved()
        if chooses:
            self._chosen = change.subject
            self._refresh()

    def _read_again(self, _change: "ChangeSet") -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        services = self._services
        if not self._is_watched or services is None:
            return
        self._is_stale = False
        self._view.show_reading()
        body_id = None if self._every else self._body_id
        work = partial(
            services.projects.list_for_body,
            self._workspace,
            body_id=body_id,
            language=self._language,
        )
        failed = partial(self._fail, self._turn)
        self._tasks.run(work, partial(self._take, self._turn), failed)
        if self._chosen is not None:
            self._read_project()

    def _take(self, turn: int, rows: "tuple[ProjectListRow, ...]") -> None:
        if turn == self._turn:
            can_change = not self._workspace.read_only
            self._view.show_rows(
                rows, chosen=self._chosen, every=self._every, can_change=can_change
            )

    def _read_project(self) -> None:
        services, key = self._services, self._chosen
        if services is None or key is None or not self._is_watched:
            return
        work = partial(
            services.projects.show, self._workspace, project_id=key, language=self._language
        )
        self._tasks.run(work, self._take_project, partial(self._lose, key))

    def _take_project(self, detail: "ProjectDetail") -> None:
        if detail.row.id == self._chosen:
            self._detail, self._is_sought = detail, False
            self._view.show_project(detail, can_change=not self._workspace.read_only)

    def _lose(self, key: UUID, problem: Exception) -> None:
        """Show none where it has gone in the meantime; say so where it was sought."""
        if not isinstance(problem, Misfortune) or self._is_sought:
            self._report_failure(problem)
        self._is_sought = False
        if key == self._chosen:
            self.choose(None)

    def _fail(self, turn: int, problem: Exception) -> None:
        if not isinstance(problem, Misfortune):
            self._report_failure(problem)
        elif turn == self._turn:
            self._view.show_problem(problem.sentence, problem.remedy)


def _named(rows: Any) -> tuple[tuple[UUID, str], ...]:
    return tuple((row.id, row.name) for row in rows)
