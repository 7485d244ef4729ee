"""Asks where a document shall go and what about a file in its way, and says where it went."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.notify import FileKind, Notifier

if TYPE_CHECKING:
    from app.ui.studio.bench import ShownPage
    from app.ui.widgets.saved_notice import SavedNotice

_ANSWERS = ("compare", "keep-both", "replace")


class WaysOut(QObject):
    """The questions and answers about files, over the page of the studio."""

    def __init__(
        self,
        page: QWidget,
        *,
        notifier: Notifier,
        notice: "SavedNotice",
        lead_to_checks: Callable[[], None],
    ) -> None:
        """Make it.

        Args:
            page: The page that prints are shown over.
            notifier: Asks and tells.
            notice: Says where a document was saved.
            lead_to_checks: Shows what is to be mended.
        """
        super().__init__(page)
        self._page = page
        self._notifier = notifier
        self._notice = notice
        self._lead_to_checks = lead_to_checks
        self._folder = Path.home()

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a document is saved."""
        self._folder = folder

    def choose_word_file(self, name: str) -> Path | None:
        """Ask where the Word file shall be written."""
        return self._choose(FileKind.WORD, self.tr("Save as Word"), name)

    def choose_pdf_file(self, name: str) -> Path | None:
        """Ask where the PDF shall be written; ``name`` is that of the Word file."""
        return self._choose(FileKind.PDF, self.tr("Save as PDF"), f"{Path(name).stem}.pdf")

    def pdf_writer(self, page: "ShownPage", path: Path) -> Callable[[], Path]:
        """Return what writes a page as a PDF, on whichever thread, and returns the path."""
        from app.ui.studio.printing import write_pdf

        return partial(write_pdf, page, path)

    def choose_folder(self) -> Path | None:
        """Ask into which folder several files shall be written."""
        title = self.tr("Save all originals into a folder")
        chosen = self._notifier.choose_folder(title=title, folder=self._folder)
        self._folder = chosen or self._folder
        return chosen

    def ask_to_issue(self, name: str) -> bool:
        """Ask whether the document of that file name shall be issued."""
        return self._notifier.ask(
            self.tr("Issue “{name}”?").format(name=Path(name).stem),
            self.tr(
                "It is written without the word DRAFT, and a copy of it is kept in the workspace "
                "for good, with the day and a fingerprint by which it can be recognised. "
                "You are asked next where the Word file shall be written."
            ),
            agree=self.tr("Issue…"),
        )

    def ask_what_to_do(self, sentence: str) -> str | None:
        """Ask what to do about a file that was changed by hand: the value of a choice, or none."""
        place = self._notifier.choose(
            sentence,
            self.tr(
                "Compare shows what is different before you decide. "
                "Keep both writes the new one beside it under another name."
            ),
            answers=(self.tr("Compare"), self.tr("Keep both"), self.tr("Replace")),
        )
        return _ANSWERS[place] if place is not None else None

    def show_not_ready(self) -> None:
        """Lead to what is to be mended before the document can be issued."""
        self._lead_to_checks()

    def show_saved(self, path: Path) -> None:
        """Show that the file was written."""
        self._notice.show_path(path)

    def show_all_saved(self, paths: Sequence[Path]) -> None:
        """Show that several files were written."""
        folder = paths[0].parent
        told = self.tr("Saved %n file(s) in “{folder}”", "", len(paths))
        self._notice.show_folder(folder, told.format(folder=folder.name))

    def show_issued(self, path: Path) -> None:
        """Show that the document was issued, and where it was written."""
        told = self.tr("Issued, kept, and written to the folder “{folder}”: {name}")
        self._notice.show_path(path, told.format(name=path.name, folder=path.parent.name))

    def show_print(self, page: "ShownPage") -> None:
        """Show how the document will be printed."""
        # Imported when asked for: the printing libraries would slow the start.
        from app.ui.studio.printing import PrintPreview

        PrintPreview(page, parent=self._page).open_next()

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what went wrong with a file and what to do next."""
        self._notifier.tell_misfortune(sentence, remedy)

    def open_outside(self, path: Path) -> None:
        """Open a file or a folder in the program that is for it."""
        self._notifier.open_outside(path)

    def _choose(self, kind: FileKind, title: str, name: str) -> Path | None:
        chosen = self._notifier.choose_new_file(kind, title=title, suggestion=self._folder / name)
        if chosen is not None:
            self._folder = chosen.parent
        return chosen
