"""Does what is asked of Word forms, the house style and letterheads on the Templates page."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.templates.entries import EntryKind
from app.ui.templates.reading import Shown
from app.ui.templates.view import NewForm

if TYPE_CHECKING:
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.templates.view import TemplatesView


class FilesPresenter:
    """The part of the page's presenter that deals with files."""

    def __init__(
        self,
        view: "TemplatesView",
        *,
        operations: "OperationRunner",
        chosen: Callable[[], Shown | None],
    ) -> None:
        self._view = view
        self._operations = operations
        self._chosen = chosen
        self._services: Services | None = None
        self._workspace: Any = None
        self._body_id: UUID | None = None
        self._meeting_id: UUID | None = None

    def open(self, services: "Services", workspace: Any) -> None:
        """Turn to another workspace."""
        self._services, self._workspace = services, workspace
        self.turn_to(None, None)

    def turn_to(self, body_id: UUID | None, meeting_id: UUID | None) -> None:
        """Turn to a body and the meeting that forms are tried with."""
        self._body_id, self._meeting_id = body_id, meeting_id

    def show(self, shown: Shown) -> None:
        """Show a form, the house style or a letterhead."""
        can_edit = shown.can_edit
        if shown.entry.kind is EntryKind.STYLE:
            self._view.show_style(shown.style_name, can_edit=can_edit)
        elif shown.entry.kind is EntryKind.LETTERHEAD:
            self._view.show_letterhead(shown.entry, shown.letterhead, can_edit=can_edit)
        elif shown.form is not None:
            self._view.show_form(
                shown.form,
                shown.report,
                body=shown.body,
                can_edit=can_edit,
                tried=self._meeting_id is not None,
            )

    def look_into(self, path: Path) -> None:
        """Look what a Word file has in it, before it is asked what it is called."""
        self._look_into("Look into Word form", path, partial(self._view.ask_about_form, path))

    def look_into_other(self, path: Path) -> None:
        """Look what the file has in it that is to replace the form, and replace it."""
        self._look_into("Replace Word form", path, partial(self._replace_by, path))

    def add_form(self, form: NewForm) -> None:
        """Keep a Word file as a form."""
        if self._services is not None:
            work = partial(
                self._services.own_forms.adopt,
                self._workspace,
                path=form.path,
                name=form.name,
                language=form.language,
                body_id=form.body_id,
                note=form.note,
            )
            self._in_dialog("Add Word form", work)

    def change_form(self, form: NewForm) -> None:
        """Say otherwise what a form is called, and whose it is."""
        shown = self._chosen()
        if self._services is not None and shown is not None:
            work = partial(
                self._services.own_forms.change,
                self._workspace,
                form_id=shown.entry.key,
                name=form.name,
                language=form.language,
                body_id=form.body_id,
                note=form.note,
            )
            self._in_dialog("Change Word form", work)

    def replace_form(self, path: Path) -> None:
        """Have a form be another Word file."""
        self._on_form("replace", "Replace Word form", "replaced", path=path)

    def remove_form(self) -> None:
        """Take a form away."""
        self._on_form("remove", "Remove Word form", "removed")

    def open_form(self, folder: Path) -> None:
        """Write a copy of a form into a folder and open it in Word."""
        shown = self._chosen()
        if self._services is not None and shown is not None:
            export = self._services.own_forms.export
            work = partial(export, self._workspace, form_id=shown.entry.key, path=folder)
            self._operations.run("Open Word form", work, self._view.open_outside, self._refuse)

    def fill_form(self, path: Path, *, if_changed: Any = None) -> None:
        """Fill a form for the meeting in hand, and write it where the user says."""
        shown = self._chosen()
        if self._services is None or shown is None or self._meeting_id is None:
            return
        asked: dict[str, Any] = {} if if_changed is None else {"if_changed": if_changed}
        work = partial(
            self._services.own_forms.fill,
            self._workspace,
            form_id=shown.entry.key,
            meeting_id=self._meeting_id,
            path=path,
            **asked,
        )
        settle = partial(self._settle, self.fill_form, path)
        self._operations.run("Fill Word form", work, self._show_saved, settle)

    def issue_form(self) -> None:
        """Issue the letter that a form makes: only where nothing is wrong, and all is known."""
        shown = self._chosen()
        if self._services is None or shown is None or self._meeting_id is None:
            return
        standing = (*shown.report.findings, *shown.report.missing)
        if standing:
            self._view.show_not_ready(standing)
            return
        asked = {"form_id": shown.entry.key, "meeting_id": self._meeting_id}
        work = partial(self._services.own_forms.suggest_name, self._workspace, **asked)
        self._operations.run("Issue Word form", work, self._ask_to_issue, self._refuse)

    def open_style(self, path: Path) -> None:
        """Write the house style to a file and open it in Word."""
        if self._services is not None:
            work = partial(self._services.house_styles.export, self._workspace, path=path)
            self._operations.run("Open house style", work, self._view.open_outside, self._refuse)

    def adopt_style(self, path: Path) -> None:
        """Have every document look as a Word file says."""
        if self._services is not None:
            work = partial(self._services.house_styles.adopt, self._workspace, path=path)
            self._do("Adopt house style", work, "style")

    def restore_style(self) -> None:
        """Go back to the house style of JWG Desk."""
        if self._services is not None:
            work = partial(self._services.house_styles.restore, self._workspace)
            self._do("Restore house style", work, "style-restored")

    def save_letterhead(self, lines: dict[str, str]) -> None:
        """Save what stands at the head of a party's letters; nothing takes it away."""
        shown = self._chosen()
        if self._services is None or shown is None:
            return
        if shown.entry.kind is not EntryKind.LETTERHEAD:
            return
        letterheads, whose = self._services.letterheads, self._whose(shown)
        if any(text.strip() for text in lines.values()):
            work = partial(letterheads.save, self._workspace, **whose, lines=lines)
        elif shown.letterhead.row is None:
            return
        else:
            work = partial(letterheads.clear, self._workspace, **whose)
        self._do("Save letterhead", work, "letterhead")

    def set_logo(self, path: Path | None) -> None:
        """Put a picture on a letterhead, or take it away."""
        shown = self._chosen()
        if self._services is not None and shown is not None:
            work = partial(
                self._services.letterheads.set_logo,
                self._workspace,
                **self._whose(shown),
                path=path,
            )
            self._do("Set logo of letterhead", work, "letterhead")

    def _whose(self, shown: Shown) -> dict[str, Any]:
        """Return whose letterhead is shown: a party's, for one body alone or for all."""
        own = {"body_id": self._body_id} if shown.letterhead.is_of_body else {}
        return {"party_id": shown.entry.key, **own}

    def _look_into(self, name: str, path: Path, done: Callable[[Any], None]) -> None:
        if self._services is not None:
            work = partial(self._services.own_forms.look_into, path)
            self._operations.run(name, work, done, self._refuse)

    def _replace_by(self, path: Path, report: Any) -> None:
        if not report.removed or self._view.ask_to_replace_form(path, report):
            self.replace_form(path)

    def _ask_to_issue(self, name: str) -> None:
        path = self._view.ask_to_issue(name)
        if path is not None:
            self._issue_to(path)

    def _issue_to(self, path: Path, *, if_changed: Any = None) -> None:
        shown = self._chosen()
        if self._services is None or shown is None or self._meeting_id is None:
            return
        work = partial(
            self._services.own_forms.issue_to,
            self._workspace,
            form_id=shown.entry.key,
            meeting_id=self._meeting_id,
            path=path,
            **({} if if_changed is None else {"if_changed": if_changed}),
        )
        settle = partial(self._settle, self._issue_to, path)
        self._operations.run("Issue Word form", work, self._show_issued, settle)

    def _on_form(self, verb: str, name: str, words: str, **asked: Any) -> None:
        shown = self._chosen()
        if self._services is not None and shown is not None:
            work = partial(
                getattr(self._services.own_forms, verb),
                self._workspace,
                form_id=shown.entry.key,
                **asked,
            )
            self._do(name, work, words)

    def _do(self, name: str, work: Callable[[], Any], words: str) -> None:
        self._operations.run(name, work, lambda _: self._view.show_done(words), self._refuse)

    def _in_dialog(self, name: str, work: Callable[[], Any]) -> None:
        self._operations.run(
            name, work, lambda _: self._view.close_dialog(), self._view.refuse_dialog
        )

    def _show_saved(self, saved: Any) -> None:
        self._view.show_saved(saved.path)

    def _show_issued(self, saved: Any) -> None:
        self._view.show_saved(saved.path, issued=True)

    def _settle(self, again: Callable[..., None], path: Path, problem: Misfortune) -> None:
        """Ask what to do about a file that somebody has changed by hand, and do it."""
        if self._services is None:
            return
        issuing = self._services.issuing
        if findings := getattr(problem, "findings", ()):
            self._view.show_not_ready(findings)
            return
        if not isinstance(problem, issuing.ChangedByHand):
            self._refuse(problem)
            return
        answer = self._view.ask_what_to_do(problem.sentence)
        if answer is not None:
            again(path, if_changed=issuing.IfChanged(answer))

    def _refuse(self, problem: Misfortune) -> None:
        self._view.show_refused(problem.sentence, problem.remedy)
