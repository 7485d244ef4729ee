"""Takes a document along: as Word, as PDF, on paper, or issued for good."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.errors import Misfortune
from app.ui.studio.bench import page_of_comparison, page_of_preview
from app.ui.studio.view import Angle

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.previews import Preview
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.studio.bench import Bench
    from app.ui.studio.comparing import Comparing
    from app.ui.studio.view import SavingView

_COMPARE = "compare"
_FAILED = "failed"
_DRAFT = " (draft).docx"


class Saving:
    """Saves and issues what is shown, where the user says, and never over anybody's work."""

    def __init__(
        self,
        view: "SavingView",
        *,
        bench: "Bench",
        operations: "OperationRunner",
        comparing: "Comparing",
        saved: Callable[[], None],
    ) -> None:
        """Make it.

        Args:
            view: The page.
            bench: What is chosen and shown.
            operations: Runs what is asked for.
            comparing: Shows what was changed in a file that is in the way.
            saved: Called when something was saved.
        """
        self._view = view
        self._bench = bench
        self._operations = operations
        self._comparing = comparing
        self._saved = saved

    def save_as_word(self) -> None:
        """Save the document that is shown as a Word file."""
        services, page = self._bench.services, self._bench.page
        if services is None or page is None:
            return
        path = self._view.choose_word_file(page.file_name)
        if path is None:
            return
        if page.changes is not None:
            self._run("Save comparison", services.comparisons.save_as_word, path, self._tell_saved)
            return
        wanted, workspace = self._bench.wanted, self._bench.workspace
        again = partial(services.issuing.save, workspace, wanted, path=path)
        work = partial(services.issuing.save_where_chosen, workspace, wanted, folder_or_path=path)
        settle = partial(self._settle, wanted, again, self._tell_saved_file)
        self._operations.run("Save as Word", work, self._tell_saved, settle)

    def save_as_pdf(self) -> None:
        """Save the document that is shown as a PDF."""
        services, page = self._bench.services, self._bench.page
        if services is None or page is None:
            return
        path = self._view.choose_pdf_file(page.file_name)
        if path is None:
            return
        if services.pdf_files.can_lay_out():
            self._run("Save as PDF", services.pdf_files.save_as_pdf, path, self._tell_saved)
        else:  # without another program it is laid out as it would be printed
            workspace, wanted = self._bench.workspace, self._bench.wanted
            work = partial(services.previews.show, workspace, wanted, mark_facts=False)
            self._operations.run("Lay out PDF", work, partial(self._write_pdf, path))

    def save_all(self) -> None:
        """Save the original of every side as Word, in one go, into a folder."""
        services = self._bench.services
        folder = self._view.choose_folder() if services and self._bench.page else None
        if services is not None and folder is not None:
            save, workspace = services.issuing.save_originals, self._bench.workspace
            work = partial(save, workspace, self._bench.wanted, folder=folder)
            self._operations.run("Save originals as Word", work, self._tell_all_saved)

    def save_all_as_pdf(self) -> None:
        """Save the originals of every side as one PDF."""
        services, page = self._bench.services, self._bench.page
        if services is None or page is None:
            return
        folder = self._view.choose_folder()
        if folder is not None:
            save = services.pdf_files.save_originals_as_pdf
            self._run("Save originals as PDF", save, folder, self._tell_saved)

    def issue(self) -> None:
        """Issue the document: keep it for good and write it; not while anything is to be mended."""
        services, page = self._bench.services, self._bench.page
        if services is None or page is None or page.changes is not None:
            return
        if any(check.outcome == _FAILED for check in self._bench.checks):
            self._view.show_not_ready()
            return
        name = page.file_name.replace(_DRAFT, ".docx")
        path = self._view.choose_word_file(name) if self._view.ask_to_issue(name) else None
        if path is not None:
            wanted = self._bench.wanted
            again = partial(services.issuing.issue_to, self._bench.workspace, wanted, path=path)
            settle = partial(self._settle, wanted, again, self._tell_issued)
            self._operations.run("Issue document", again, self._tell_issued, settle)

    def print(self) -> None:
        """Show the document as it will be printed: at full size, with nothing marked."""
        services, page = self._bench.services, self._bench.page
        if services is None or page is None:
            return
        workspace, wanted = self._bench.workspace, self._bench.wanted
        if page.changes is not None:
            work = partial(services.comparisons.show, workspace, wanted)
            self._operations.run("Print", work, self._print_comparison)
        else:
            work = partial(services.previews.show, workspace, wanted, mark_facts=False)
            self._operations.run("Print", work, self._print_preview)

    def _write_pdf(self, path: "Path", preview: "Preview") -> None:
        write = self._view.pdf_writer(page_of_preview(preview), path)
        self._operations.run("Save as PDF", write, self._tell_saved)

    def _run(
        self, name: str, save: Callable[..., Any], path: "Path", done: Callable[[Any], None]
    ) -> None:
        work = partial(save, self._bench.workspace, self._bench.wanted, folder_or_path=path)
        self._operations.run(name, work, done)

    def _settle(
        self,
        wanted: Any,
        again: Callable[..., Any],
        done: Callable[[Any], None],
        problem: Misfortune,
    ) -> None:
        """Ask what to do about a file that somebody has changed by hand, and do it."""
        services = self._bench.services
        if services is None:
            return
        if isinstance(problem, services.issuing.NotReady):
            self._view.show_not_ready()
            return
        if not isinstance(problem, services.issuing.ChangedByHand):
            self._view.tell_misfortune(problem.sentence, problem.remedy)
            return
        decide = partial(self._decide, services, wanted, again, done)
        answer = self._view.ask_what_to_do(problem.sentence)
        if answer == _COMPARE:
            name = problem.path.name if problem.path is not None else self._name()
            self._comparing.open(name, _sides(services, wanted, problem), decide=decide)
        elif answer is not None:
            decide(answer)

    def _decide(
        self,
        services: "Services",
        wanted: Any,
        again: Callable[..., Any],
        done: Callable[[Any], None],
        answer: str,
    ) -> None:
        work = partial(again, if_changed=services.issuing.IfChanged(answer))
        settle = partial(self._settle, wanted, again, done)
        self._operations.run("Save as Word", work, done, settle)

    def _name(self) -> str:
        return self._bench.page.file_name if self._bench.page is not None else ""

    def _tell_saved(self, path: "Path") -> None:
        self._view.show_saved(path)
        self._saved()

    def _tell_saved_file(self, saved: Any) -> None:
        self._tell_saved(saved.path)

    def _tell_all_saved(self, saved: Any) -> None:
        self._view.show_all_saved([each.path for each in saved])
        self._saved()

    def _tell_issued(self, saved: Any) -> None:
        self._view.show_issued(saved.path)
        self._saved()

    def _print_preview(self, preview: "Preview") -> None:
        self._view.show_print(page_of_preview(preview))

    def _print_comparison(self, shown: Any) -> None:
        self._view.show_print(page_of_comparison(shown))


def _sides(services: "Services", wanted: Any, problem: Any) -> dict[Angle, Any]:
    """Return what there is to compare: what a person changed, and what would be written over it."""
    comparisons = services.comparisons
    sides: dict[Angle, Any] = {}
    if problem.document_id is not None:
        angle = Angle.BY_HAND if problem.path is not None else Angle.CAME_BACK
        sides[angle] = comparisons.StoredAndFile(document_id=problem.document_id, path=problem.path)
    if problem.path is not None:
        sides[Angle.OVER_FILE] = comparisons.FileAndNow(path=problem.path, wanted=wanted)
    elif problem.document_id is not None:
        sides[Angle.SINCE] = comparisons.StoredAndNow(document_id=problem.document_id)
    return sides
