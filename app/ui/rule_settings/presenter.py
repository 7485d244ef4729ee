"""Changes what is on record about rules: enters documents and versions, links decisions."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.rule_library.document_sheets import DocumentForm
    from app.services.rule_library.version_sheets import VersionForm
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

Values = Mapping[str, Any]


class SettingsView(Protocol):
    """What the presenter asks of the forms."""

    def open_document(self, filling: "DocumentForm") -> None:
        """Open the form for rules."""
        ...

    def open_version(self, filling: "VersionForm") -> None:
        """Open the form for a version."""
        ...

    def open_languages(self, languages: Sequence[str]) -> None:
        """Ask which language of a sealed version shall be authentic from now on."""
        ...

    def open_link(self, name: str, decisions: Sequence[tuple[UUID, str]]) -> None:
        """Ask which decision relies on a provision."""
        ...

    def tell_no_language(self) -> None:
        """Say that no language can be made authentic."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why nothing was saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close: everything is saved."""
        ...


class SettingsPresenter:
    """Knows which form is open, and what is saved from it."""

    def __init__(
        self,
        view: SettingsView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
        entered: Callable[[UUID], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._entered = entered
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._save: Callable[[Values], None] = lambda _values: None

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language

    def start_new_rules(self, body_id: UUID) -> None:
        """Open the form for new rules of a body."""
        self._save = partial(self._enter_rules, body_id)
        self._show(
            "rule_sheets", self._view.open_document, body_id=body_id, language=self._language
        )

    def start_rules(self, document_id: UUID) -> None:
        """Open the form for what is on record about rules."""
        self._save = partial(self._change_rules, document_id)
        asked = {"body_id": None, "document_id": document_id, "language": self._language}
        self._show("rule_sheets", self._view.open_document, **asked)

    def start_new_version(self, document_id: UUID) -> None:
        """Open the form for a version without text."""
        self._save = partial(self._record_version, document_id)
        asked = {"document_id": document_id, "language": self._language}
        self._show("rule_versions", self._view.open_version, **asked)

    def start_version(self, document_id: UUID, version_id: UUID) -> None:
        """Open the form for what is on record about a version."""
        self._save = partial(self._change_version, version_id)
        asked = {"document_id": document_id, "version_id": version_id, "language": self._language}
        self._show("rule_versions", self._view.open_version, **asked)

    def start_authentic(self, version_id: UUID) -> None:
        """Ask which language of a version shall be authentic."""
        if self._services is None:
            return
        self._save = partial(self._declare, version_id)
        verb = self._services.language_gaps.list_statuses
        work = partial(verb, self._workspace, version_id=version_id)
        self._tasks.run(work, self._offer_languages, self._report_failure)

    def start_link(self, body_id: UUID, document_id: UUID, eid: str, name: str) -> None:
        """Ask which decision relies on a provision."""
        if self._services is None:
            return
        self._save = partial(self._link, document_id, eid)
        work = partial(
            self._services.decisions.list_for_body,
            self._workspace,
            body_id=body_id,
            language=self._language,
        )
        self._tasks.run(work, partial(self._offer_decisions, name), self._report_failure)

    def submit(self, values: Values) -> None:
        """Save what was entered."""
        self._save(values)

    def _show(self, noun: str, shown: Callable[[Any], None], **asked: Any) -> None:
        if self._services is not None:
            work = partial(getattr(self._services, noun).show, self._workspace, **asked)
            self._tasks.run(work, shown, self._report_failure)

    def _offer_languages(self, rows: Sequence[Any]) -> None:
        others = [row.language for row in rows if row.status != "authentic"]
        if others:
            self._view.open_languages(others)
        else:
            self._view.tell_no_language()

    def _offer_decisions(self, name: str, rows: Sequence[Any]) -> None:
        pairs = [
            (row.id, " · ".join(part for part in (row.symbol, row.title) if part))
            for row in reversed(rows)
        ]
        self._view.open_link(name, pairs)

    def _enter_rules(self, body_id: UUID, values: Values) -> None:
        assert self._services is not None
        verbs = self._services.rule_sheets
        work = partial(
            verbs.enter, self._workspace, body_id=body_id, sheet=self._rule_sheet(values)
        )
        self._run("Enter rules", work, lambda change: self._entered(change.subject))

    def _change_rules(self, document_id: UUID, values: Values) -> None:
        assert self._services is not None
        verbs = self._services.rule_sheets
        work = partial(
            verbs.change, self._workspace, document_id=document_id, sheet=self._rule_sheet(values)
        )
        self._run("Change rules", work)

    def _rule_sheet(self, values: Values) -> Any:
        assert self._services is not None
        verbs = self._services.rule_sheets
        told = dict(values)
        told["kind"] = verbs.RuleKind(told["kind"])
        told["authentic_languages"] = tuple(told["authentic_languages"])
        return verbs.RuleSheet(**told)

    def _record_version(self, document_id: UUID, values: Values) -> None:
        assert self._services is not None
        verbs = self._services.rule_versions
        sheet = verbs.VersionSheet(**values)
        work = partial(verbs.record, self._workspace, document_id=document_id, sheet=sheet)
        self._run("Record version of rules", work)

    def _change_version(self, version_id: UUID, values: Values) -> None:
        assert self._services is not None
        verbs = self._services.rule_versions
        sheet = verbs.VersionSheet(**values)
        work = partial(verbs.change, self._workspace, version_id=version_id, sheet=sheet)
        self._run("Change version of rules", work)

    def _declare(self, version_id: UUID, values: Values) -> None:
        assert self._services is not None
        verb = self._services.originals.declare_authentic
        work = partial(verb, self._workspace, version_id=version_id, language=values["language"])
        self._run("Declare text authentic", work)

    def _link(self, document_id: UUID, eid: str, values: Values) -> None:
        assert self._services is not None
        verb = self._services.reliances.link_decision
        work = partial(verb, self._workspace, document_id=document_id, eid=eid, **values)
        self._run("Link decision to provision", work)

    def _run(
        self, name: str, work: Callable[[], Any], done: Callable[[Any], None] | None = None
    ) -> None:
        def end(change: Any) -> None:
            self._view.close_saved()
            if done is not None:
                done(change)

        self._operations.run(name, work, end, self._view.show_refused)
