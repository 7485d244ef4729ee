"""What the presenter of the Templates page asks of its page, so that it need not know a widget."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.ui.templates.entries import Entry

if TYPE_CHECKING:
    from app.documents.forms.findings import Finding
    from app.services.letterheads import LetterheadRow
    from app.services.meetings import MeetingRow
    from app.services.own_forms import FormReport, OwnFormRow
    from app.services.previews import Preview


@dataclass(frozen=True)
class TemplateShown:
    """A template as it is shown.

    Attributes:
        entry: Which.
        source: What stands in the editor.
        is_changed: Whether that is not what is saved.
        can_edit: Whether it can be changed here.
    """

    entry: Entry
    source: str
    is_changed: bool
    can_edit: bool


@dataclass(frozen=True)
class NewForm:
    """What the user says of a Word form: where its file is, what it is called, whose it is."""

    path: Path
    name: str
    language: str
    body_id: UUID | None
    note: str = ""


@dataclass(frozen=True)
class LetterheadShown:
    """A letterhead as it is shown.

    Attributes:
        row: What is on it; ``None`` where there is none yet.
        logo: The picture on it.
        body: The body whose letters it can be for alone, by its name; empty where none is chosen.
        code: The same by its code.
        is_of_body: Whether it is for that body's letters alone.
    """

    row: "LetterheadRow | None" = None
    logo: bytes = b""
    body: str = ""
    code: str = ""
    is_of_body: bool = False


class TemplatesView(Protocol):
    """The Templates page, seen from its presenter."""

    def know_bodies(self, bodies: tuple[tuple[UUID, str, str], ...]) -> None:
        """Know the bodies that forms and templates can be for: key, code and name."""
        ...

    def show_entries(self, entries: tuple[Entry, ...], *, chosen: Any, can_add: bool) -> None:
        """Show what there is, and what of it is chosen."""
        ...

    def show_meetings(self, rows: "tuple[MeetingRow, ...]", chosen: UUID | None) -> None:
        """Show the meetings that templates can be tried with."""
        ...

    def show_template(self, shown: TemplateShown) -> None:
        """Show a template in the editor."""
        ...

    def show_problem(self, sentence: str, remedy: str, *, line: int) -> None:
        """Show what is wrong with the template, at its line if it has one."""
        ...

    def show_checked(self, *, tried: bool) -> None:
        """Show that nothing is wrong; ``tried`` says whether a meeting was tried too."""
        ...

    def show_page(self, preview: "Preview", *, scale: float) -> None:
        """Show the page that the template makes of the meeting."""
        ...

    def show_page_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why there is none."""
        ...

    def show_form(
        self, row: "OwnFormRow", report: "FormReport", *, body: str, can_edit: bool, tried: bool
    ) -> None:
        """Show what a Word form asks for, and what was found in it."""
        ...

    def show_style(self, name: str, *, can_edit: bool) -> None:
        """Show which house style is in use; no name is that of JWG Desk."""
        ...

    def show_letterhead(self, entry: Entry, shown: LetterheadShown, *, can_edit: bool) -> None:
        """Show what stands at the head of a party's letters."""
        ...

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        ...

    def show_failure(self, sentence: str, remedy: str) -> None:
        """Show in the place of what was chosen why it cannot be shown."""
        ...

    def show_refused(self, sentence: str, remedy: str) -> None:
        """Show beside what was asked for why it was not done."""
        ...

    def show_fields(self, fields: tuple[Any, ...]) -> None:
        """Show what can be put in."""
        ...

    def show_no_fields(self, sentence: str) -> None:
        """Say why there is nothing to put in."""
        ...

    def show_saved(self, path: Path, *, issued: bool = False) -> None:
        """Say that a letter was written and where, as a draft or issued for good."""
        ...

    def show_not_ready(self, findings: "tuple[Finding, ...]") -> None:
        """Say that a form cannot be issued yet, and lead to the list of what stands in the way."""
        ...

    def ask_to_issue(self, name: str) -> Path | None:
        """Ask whether a letter shall be issued, and where it shall be written; nothing if not."""
        ...

    def ask_about_form(self, path: Path, report: "FormReport") -> None:
        """Show what a Word file has in it and what is left out of it, and ask what it is called."""
        ...

    def ask_to_replace_form(self, path: Path, report: "FormReport") -> bool:
        """Ask whether a file is wanted as the form, where something is left out of it."""
        ...

    def show_done(self, words: str) -> None:
        """Say that something was done: one of the words that the page knows."""
        ...

    def open_outside(self, path: Path) -> None:
        """Open a file in the program the computer uses for it."""
        ...

    def ask_what_to_do(self, sentence: str) -> str | None:
        """Ask whether to keep both files, or to replace the one that was changed, or neither."""
        ...

    def close_dialog(self) -> None:
        """Close the dialog that is open: what it asked for was done."""
        ...

    def refuse_dialog(self, problem: Any) -> None:
        """Show in the dialog that is open why it was not done."""
        ...
