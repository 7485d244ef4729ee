"""Reads rules and follows what the reader chooses: a day, a version, a language, a provision."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.rules.beside import Beside
from app.ui.rules.choice import Choice, Mode, version_before
from app.ui.rules.view import RulesView

if TYPE_CHECKING:
    from app.services.rule_library.finding import RulesPlace
    from app.services.rule_reading import ProvisionStep, ReadRules
    from app.services.rules import RuleDocumentRow
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

_CONCERNING = frozenset(
    {"rule_document", "rule_version", "provision", "provision_revision", "provision_text"}
    | {"provision_link", "amendment"}
)


class Export(StrEnum):
    """In what form a text can be saved."""

    WORD = "docx"
    BILINGUAL = "bilingual"
    REDLINE = "redline"
    PDF = "pdf"
    PLAIN = "txt"
    AKOMA_NTOSO = "xml"


_IN_WORD = frozenset({Export.WORD, Export.BILINGUAL, Export.REDLINE})


class RulesPresenter:
    """Knows which text is read, and how."""

    def __init__(
        self,
        view: RulesView,
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
        self.beside = Beside(view, tasks=tasks, operations=operations, fail=self._fail)
        self._services: Services | None = None
        self._workspace: Any = None
        self._body_id: UUID | None = None
        self._documents: tuple[RuleDocumentRow, ...] = ()
        self._choice = Choice()
        self._read: ReadRules | None = None
        self._is_looked_at = False
        self._is_stale = True
        changes.subscribe(self._hear, kinds=_CONCERNING)

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return self._choice

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; nothing is read before somebody looks."""
        self._services, self._workspace = services, workspace
        self.beside.open(services, workspace, language=language)
        self._body_id = None
        self._choice = Choice(language=language)
        self._forget()

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to the rules of a body."""
        self._body_id = body_id
        self._choice = Choice(language=self._choice.language)
        self._forget()
        if self._is_looked_at:
            self.enter()

    def enter(self) -> None:
        """Read what is chosen, now that somebody looks."""
        self._is_looked_at = True
        if self._is_stale and self._services is not None:
            self._is_stale = False
            work = partial(
                self._services.rules.list_documents,
                self._workspace,
                body_id=self._body_id,
                language=self._choice.language,
            )
            self._tasks.run(work, self._take_documents, self._fail)

    def leave(self) -> None:
        """Hear that nobody looks any more."""
        self._is_looked_at = False

    def choose_document(self, document_id: UUID) -> None:
        """Read other rules."""
        if document_id != self._choice.document_id:
            kept = self._choice
            self._choose(
                Choice(
                    document_id=document_id,
                    mode=kept.mode,
                    language=kept.language,
                    second=kept.second,
                )
            )

    def turn_to(
        self, document_id: UUID, *, eid: str = "", number: int | None = None, language: str = ""
    ) -> None:
        """Read a place in rules, of another body too."""
        kept = self._choice
        same = kept.document_id == document_id
        self._choice = Choice(
            document_id=document_id,
            mode=kept.mode,
            number=number if number is not None or not same else kept.number,
            against=kept.against if same else None,
            language=language or kept.language,
            second=kept.second if kept.second != language else "",
            eid=eid,
        )
        if document_id in {row.id for row in self._documents}:
            self._read_text()
        elif self._services is not None:
            locate = self._services.rule_finding.locate
            work = partial(locate, self._workspace, kind="rule_document", key=document_id)
            self._tasks.run(work, self._read_elsewhere, self._report_failure)

    def show_draft(self, eid: str, mode: Mode) -> None:
        """Read a provision of the open draft, where the rules in hand have one."""
        drafts = [row for row in self._read.versions if row.status == "draft"] if self._read else []
        if drafts:
            number = drafts[-1].number
            self._choose(replace(self._choice, number=number, on=None, mode=mode, eid=eid))

    def turn_to_record(self, kind: str, key: Any) -> None:
        """Turn to rules, a version of them or a provision; that it is gone is told."""
        if self._services is not None:
            work = partial(self._services.rule_finding.locate, self._workspace, kind=kind, key=key)
            self._tasks.run(work, self._turn_to_place, self._report_failure)

    def with_document(self, done: Callable[[UUID], None], none: Callable[[], None]) -> None:
        """Have something done to the rules in hand, or to the first of the body."""
        if self._choice.document_id is not None:
            done(self._choice.document_id)
        elif self._services is not None:
            work = partial(
                self._services.rules.list_documents,
                self._workspace,
                body_id=self._body_id,
                language=self._choice.language,
            )
            self._tasks.run(
                work, lambda rows: done(rows[0].id) if rows else none(), self._report_failure
            )

    def choose_mode(self, mode: Mode) -> None:
        """Read the text alone, in two languages, as a redline, or the history of one provision."""
        second = self._choice.second
        if mode is Mode.SIDE_BY_SIDE and self._read is not None:
            second = self._second_of(self._read)
        self._choose(replace(self._choice, mode=mode, second=second))

    def choose_version(self, number: int | None) -> None:
        """Read one version."""
        self._choose(replace(self._choice, number=number, on=None, against=None))

    def choose_day(self, day: date | None) -> None:
        """Read the text in force on a day."""
        self._choose(replace(self._choice, number=None, on=day))

    def choose_against(self, number: int) -> None:
        """Compare with another version."""
        self._choose(replace(self._choice, against=number, mode=Mode.REDLINE))

    def choose_language(self, language: str) -> None:
        """Read in a language."""
        second = "" if self._choice.second == language else self._choice.second
        self._choose(replace(self._choice, language=language, second=second))

    def choose_second(self, language: str) -> None:
        """Have a language stand beside the first; none for an empty one."""
        self._choose(replace(self._choice, second=language))

    def choose_provision(self, eid: str) -> None:
        """Turn to a provision."""
        self._choice = replace(self._choice, eid=eid)
        self._view.show_provision(eid)
        self._read_about(eid)
        self._tell_place()

    def touch_provision(self, eid: str) -> None:
        """Hear to which provision the reader came within the text."""
        self._choice = replace(self._choice, eid=eid)
        self._view.show_touched_provision(eid)
        self._read_about(eid)
        self._tell_place()

    def step(self, step: int) -> None:
        """Turn to the next change, or to the one before."""
        if self._read is None or not self._read.changed:
            return
        changed = self._read.changed
        order = [row.eid for row in self._read.provisions]
        here = order.index(self._choice.eid) if self._choice.eid in order else -1
        places = [order.index(eid) for eid in changed]
        if step > 0:
            place = next((at for at, found in enumerate(places) if found > here), 0)
        else:
            before = [at for at, found in enumerate(places) if found < here]
            place = before[-1] if before else len(places) - 1
        self.choose_provision(changed[place])

    def save(self, form: Export) -> None:
        """Save the text in a form, where the reader says."""
        read, services = self._read, self._services
        if read is None or services is None:
            return
        second = self._second_of(read) if form is Export.BILINGUAL else ""
        shown = read.against.number if read.against is not None else None
        against = (shown or version_before(read)) if form is Export.REDLINE else None
        kind = "docx" if form in _IN_WORD else form.value
        path = self._view.choose_file(self._file_name(read, against, second), kind)
        if path is not None:
            work = partial(
                services.rule_exports.save,
                self._workspace,
                document_id=read.document_id,
                number=read.version.number,
                against=against,
                language=self._choice.language,
                beside=second,
                on=self._choice.on,
                form=form.value,
                path=path,
            )
            self._operations.run("Save rules", work, self._view.show_saved)

    def _file_name(self, read: "ReadRules", against: int | None, second: str) -> str:
        if against is not None:
            earlier = next(row.label for row in read.versions if row.number == against)
            return f"{read.code} {earlier} to {read.version.label}"
        return " ".join(
            filter(None, (read.code, read.version.label, self._choice.language, second))
        )

    def _second_of(self, read: "ReadRules") -> str:
        """Return what shall stand in the second column: what stands there on the page, if any."""
        others = [tag for tag in read.held if tag != self._choice.language]
        return self._choice.second or next(iter(others), "")

    def show_again(self) -> None:
        """Show the same text anew, because sizes or colours have changed."""
        if self._read is not None:
            self._view.show_text(self._read, self._choice)

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self._read_text()

    def _forget(self) -> None:
        self._documents = ()
        self._read = None
        self._is_stale = True

    def _hear(self, change: "ChangeSet") -> None:
        self._is_stale = True
        if self._is_looked_at:
            self.enter()

    def _turn_to_place(self, place: "RulesPlace") -> None:
        self.turn_to(place.document_id, eid=place.eid, number=place.number)

    def _read_elsewhere(self, place: "RulesPlace") -> None:
        """Read the rules of another body, so that what was found in them can be read."""
        self._body_id = place.body_id
        self._is_stale = True
        self.enter()

    def _take_documents(self, rows: "tuple[RuleDocumentRow, ...]") -> None:
        self._documents = rows
        known = {row.id for row in rows}
        if self._choice.document_id not in known:
            held = [row for row in rows if row.latest]
            first = (held or list(rows))[:1]
            self._choice = replace(self._choice, document_id=first[0].id if first else None)
        self._view.show_documents(rows, self._choice.document_id)
        if not rows:
            self._view.show_no_rules()
        else:
            self._read_text()

    def _read_text(self) -> None:
        choice = self._choice
        if self._services is None or choice.document_id is None:
            return
        work = partial(self._find, choice)
        self._tasks.run(work, partial(self._take_text, choice), self._fail)

    def _find(self, choice: Choice) -> "ReadRules | None":
        """Read the text; a redline starts from the version before unless another is chosen."""
        assert self._services is not None
        asked: dict[str, Any] = {
            "document_id": choice.document_id,
            "languages": choice.languages,
            "number": choice.number,
            "on": choice.on,
        }
        read = self._services.rule_reading.read
        found: ReadRules | None = read(self._workspace, **asked)
        if found is None or choice.mode is not Mode.REDLINE:
            return found
        against = choice.against or version_before(found)
        if against is None:
            return found
        compared: ReadRules | None = read(
            self._workspace, **(asked | {"number": found.version.number, "against": against})
        )
        return compared

    def _take_text(self, asked: Choice, read: "ReadRules | None") -> None:
        choice = self._choice
        # Another provision may have been chosen meanwhile: it stands in the same text.
        if replace(asked, eid=choice.eid) != choice:
            return
        self._read = read
        row = next((each for each in self._documents if each.id == choice.document_id), None)
        if row is None:
            return
        if read is None or not read.provisions:
            versions = read.versions if read is not None else ()
            self._view.show_no_text(row, any_version=bool(row.latest), versions=versions)
            return
        self._view.show_text(read, choice)
        self.beside.read_text(read, choice)
        self._tell_place()
        eid = choice.eid or read.provisions[0].eid
        self._read_about(eid)
        if choice.eid:
            self._view.show_provision(choice.eid)

    def _read_about(self, eid: str) -> None:
        """Read what is shown beside the text: who names the provision, and its history."""
        if self._services is None or self._read is None:
            return
        reading = self._services.rule_reading
        asked = {"document_id": self._read.document_id, "eid": eid}
        language = {"language": self._choice.language}
        self.beside.read_provision(self._read, self._choice, eid)
        if self._choice.mode is Mode.HISTORY:
            steps = partial(reading.show_history, self._workspace, **asked, **language)
            self._tasks.run(steps, self._take_steps, self._fail)

    def _take_steps(self, steps: "tuple[ProvisionStep, ...]") -> None:
        if self._read is not None and self._choice.mode is Mode.HISTORY:
            self._view.show_history(steps, self._read)

    def _tell_place(self) -> None:
        if self._read is not None:
            changed = self._read.changed
            here = changed.index(self._choice.eid) + 1 if self._choice.eid in changed else 0
            self._view.show_place(here, len(changed))

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, Misfortune):
            self._view.show_problem(problem.sentence, problem.remedy)
        else:
            self._report_failure(problem)
