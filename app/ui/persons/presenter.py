"""Decides what the page of persons shows, and does what its user asks for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.persons.view import Choices, PersonShown, Values

if TYPE_CHECKING:
    from app.services.persons import PersonDetail, PersonRow
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.persons.view import PersonsView
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

KINDS = frozenset(
    {
        "person",
        "person_name",
        "person_distinction",
        "post",
        "delegate",
        "delegation",
        "organisation",
        "party",
        "meeting",
    }
)
_NAMED = frozenset({"person", "person_name", "person_distinction"})


class PersonsPresenter:
    """Keeps a PersonsView in step with the workspace while it is looked at."""

    def __init__(
        self,
        view: "PersonsView",
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
        self._chosen: UUID | None = None
        self._detail: PersonDetail | None = None
        self._post: Any = None
        self._is_new = False
        self._turn = 0
        self._is_watched = False
        self._is_stale = True
        self._has_stale_doubles = True
        changes.subscribe(self._read_again, kinds=KINDS)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._chosen = self._detail = None
        self._turn += 1
        self._is_stale = self._has_stale_doubles = True
        self._view.show_nobody()
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

    def choose(self, person_id: UUID | None) -> None:
        """Show a person, or nobody."""
        self._chosen = person_id
        if person_id is None:
            self._detail = None
            self._view.show_nobody()
        else:
            self._read_person()

    def turn_to(self, person_id: UUID) -> None:
        """Show a person that another page speaks of, in the list too."""
        self._chosen = person_id
        self._refresh()

    def start_adding(self) -> None:
        """Open the form for somebody new."""
        self._is_new = True
        self._with_choices(partial(self._view.ask_for_person, None))

    def start_editing(self) -> None:
        """Open the form for the person who is shown."""
        if self._detail is not None:
            self._is_new = False
            self._with_choices(partial(self._view.ask_for_person, self._detail))

    def save_person(self, values: Values) -> None:
        """Save what the form for a person says."""
        if self._services is None:
            return
        verbs, detail = self._services.persons, self._detail
        if self._is_new or detail is None:

            def work() -> Any:
                return verbs.register(self._workspace, verbs.Person(**values))

            self._save("Register person", work, chooses=True)
        else:
            changed = {"person_id": detail.id, "row_version": detail.row_version}
            work = partial(verbs.change, self._workspace, **changed, values=values)
            self._save("Edit person", work)

    def remove_person(self) -> None:
        """Take out the person who is shown."""
        if self._services is not None and self._detail is not None:
            work = partial(
                self._services.persons.remove, self._workspace, person_id=self._detail.id
            )
            self._operations.run("Remove person", work, self._forget_person)

    def start_adding_post(self) -> None:
        """Open the form for another post of the person who is shown."""
        self._post = None
        self._with_choices(partial(self._view.ask_for_post, None))

    def start_editing_post(self, post_id: UUID) -> None:
        """Open the form for a post of the person who is shown."""
        posts = self._detail.posts if self._detail is not None else ()
        self._post = next((post for post in posts if post.id == post_id), None)
        if self._post is not None:
            self._with_choices(partial(self._view.ask_for_post, self._post))

    def save_post(self, values: Values) -> None:
        """Save what the form for a post says."""
        if self._services is None or self._detail is None:
            return
        verbs, post, person_id = self._services.persons, self._post, self._detail.id
        if post is None:

            def work() -> Any:
                return verbs.add_post(self._workspace, verbs.Post(person_id=person_id, **values))

            self._save("Add post", work)
        else:
            changed = {"post_id": post.id, "row_version": post.row_version}
            self._save(
                "Edit post", partial(verbs.change_post, self._workspace, **changed, values=values)
            )

    def remove_post(self, post_id: UUID) -> None:
        """Take out a post that was entered by mistake."""
        if self._services is not None:
            self._run("Remove post", self._services.persons.remove_post, post_id=post_id)

    def start_adding_spelling(self) -> None:
        """Open the form for another spelling of the name."""
        if self._detail is not None:
            self._view.ask_for_spelling()

    def save_spelling(self, values: Values) -> None:
        """Save another spelling."""
        if self._services is None or self._detail is None:
            return
        verbs, person_id = self._services.persons, self._detail.id

        def work() -> Any:
            name = verbs.PersonName(person_id=person_id, kind=verbs.NameKind.ALIAS, **values)
            return verbs.add_name(self._workspace, name)

        self._save("Add name of person", work)

    def remove_spelling(self, name_id: UUID) -> None:
        """Take out a spelling that was entered by mistake."""
        if self._services is not None:
            verb = self._services.persons.remove_name
            self._run("Remove name of person", verb, name_id=name_id)

    def tell_apart(self, first_id: UUID, second_id: UUID) -> None:
        """Remember that two persons are not the same."""
        if self._services is not None:
            verb = self._services.alike_persons.tell_apart
            self._run("Tell two persons apart", verb, first_id=first_id, second_id=second_id)

    def merge(self, kept_id: UUID, other_id: UUID) -> None:
        """Make one person of two."""
        if self._services is not None:
            verb = self._services.alike_persons.merge
            work = partial(verb, self._workspace, kept_id=kept_id, other_id=other_id)
            self._chosen = kept_id if self._chosen == other_id else self._chosen
            self._operations.run("Merge persons", work)

    def _with_choices(self, ask: Callable[[Choices], None]) -> None:
        services = self._services
        if services is None:
            return

        def read() -> Choices:
            offices = services.organisations.list_all(self._workspace, language=self._language)
            parties = services.parties.list_all(self._workspace, language=self._language)
            return Choices(
                offices=tuple(
                    (each.id, each.name, " ".join((each.code, *each.former_names)))
                    for each in offices
                ),
                parties=tuple((each.id, each.name) for each in parties),
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

    def _run(self, name: str, verb: Callable[..., Any], **asked: Any) -> None:
        self._operations.run(name, partial(verb, self._workspace, **asked))

    def _forget_person(self, _change: Any) -> None:
        self.choose(None)

    def _read_again(self, change: "ChangeSet") -> None:
        self._has_stale_doubles = self._has_stale_doubles or bool(change.kinds & _NAMED)
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
        work = partial(services.persons.list_all, self._workspace, language=self._language)
        failed = partial(self._fail, self._turn)
        self._tasks.run(work, partial(self._take, self._turn), failed)
        if self._chosen is not None:
            self._read_person()
        if self._has_stale_doubles:
            self._has_stale_doubles = False
            pairs = partial(services.alike_persons.list_pairs, self._workspace)
            self._tasks.run(pairs, self._view.show_doubles, self._report_failure)

    def _take(self, turn: int, rows: "tuple[PersonRow, ...]") -> None:
        if turn == self._turn:
            can_change = not self._workspace.read_only
            self._view.show_rows(rows, chosen=self._chosen, can_change=can_change)

    def _read_person(self) -> None:
        services, person_id = self._services, self._chosen
        if services is None or person_id is None or not self._is_watched:
            return
        work = partial(self._read, services, person_id)
        self._tasks.run(work, self._take_person, partial(self._lose_person, person_id))

    def _read(self, services: "Services", person_id: UUID) -> PersonShown:
        detail = services.persons.show(
            self._workspace, person_id=person_id, language=self._language
        )
        likely = services.alike_persons.list_like(self._workspace, name=detail.name, but=person_id)
        return PersonShown(detail, likely, can_change=not self._workspace.read_only)

    def _take_person(self, shown: PersonShown) -> None:
        if shown.detail.id == self._chosen:
            self._detail = shown.detail
            self._view.show_person(shown)

    def _lose_person(self, person_id: UUID, problem: Exception) -> None:
        """Show nobody where the person has gone in the meantime."""
        if not hasattr(problem, "sentence"):
            self._report_failure(problem)
        elif person_id == self._chosen:
            self.choose(None)

    def _fail(self, turn: int, problem: Exception) -> None:
        sentence = getattr(problem, "sentence", "")
        if not sentence:
            self._report_failure(problem)
        elif turn == self._turn:
            self._view.show_problem(sentence, getattr(problem, "remedy", ""))
