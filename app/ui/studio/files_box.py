"""Lists what will be saved: every original as Word, and all of them as one PDF."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.studio.entry import entry
from app.ui.widgets.card import rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.previews import PlannedFile
    from app.ui.studio.bench import ShownPage

# Cards are laid out on the page otherwise than on paper, so their sheets are not counted.
_CUT_TO_SIZE = frozenset({"name-plates", "badges"})


class FilesBox(QWidget):
    """The files, and the buttons that save all of them in one go.

    Signals:
        all_requested: The user wants every original as Word, in a folder.
        all_as_pdf_requested: The user wants all of them as one PDF.
    """

    all_requested = Signal()
    all_as_pdf_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ShownPage | None = None
        self._pages = 0
        self._kind = ""
        self._has_pdf = False
        self._names: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._all = IconButton(
            "files",
            self.tr("Save every original as Word, into a folder"),
            name="studio_save_all",
            kind="plain",
            text=self.tr("Save all as Word…"),
        )
        self._all.clicked.connect(self.all_requested)
        self._all_as_pdf = IconButton(
            "file-check",
            self.tr("Save every original in one PDF, into a folder"),
            name="studio_save_all_pdf",
            kind="plain",
            text=self.tr("Save all as one PDF…"),
        )
        self._all_as_pdf.clicked.connect(self.all_as_pdf_requested)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        down.addWidget(rule())
        down.addWidget(text_label(self.tr("What will be saved"), "h3"))
        down.addLayout(self._rows)
        down.addWidget(self._all)
        down.addWidget(self._all_as_pdf)
        down.addWidget(rule())
        self.show_nothing()

    def offer(self, kind: str, *, pdf: bool) -> None:
        """Say which kind of document it is, and whether a PDF can be made here."""
        self._kind = kind
        self._has_pdf = pdf

    def show_page(self, page: "ShownPage") -> None:
        """Show the file that the document will be in."""
        is_other = self._page is None or page.file_name != self._page.file_name
        self._page = page
        if is_other or not self._names:
            self._pages = 0
            self._names = (page.file_name,)
        self._fill()

    def show_files(self, files: "Sequence[PlannedFile]") -> None:
        """Show the files of all originals."""
        self._names = tuple(each.file_name for each in files)
        self._fill()

    def show_count(self, pages: int) -> None:
        """Show about how many pages the document has."""
        self._pages = pages
        self._fill()

    def show_nothing(self) -> None:
        """Show that nothing will be saved."""
        self._page = None
        self._names = ()
        self._fill()

    def _fill(self) -> None:
        self.setVisible(bool(self._names))
        clear(self._rows)
        several = len(self._names) > 1
        for name in self._names:
            self._rows.addWidget(
                entry("file-text", "text2", name, self._told(), name="studio_file")
            )
        if several and self._has_pdf:
            title = (
                self.tr("Both as one PDF") if len(self._names) == 2 else self.tr("All as one PDF")
            )
            told = self.tr("With bookmarks")
            self._rows.addWidget(entry("file-check", "text2", title, told, name="studio_pdf_file"))
        self._all.setVisible(several)
        self._all_as_pdf.setVisible(several and self._has_pdf)

    def _told(self) -> str:
        if self._page is None:
            return ""
        if self._page.changes is not None:
            told = self.tr("Word, with tracked changes")
        elif self._page.is_for_circulation:
            told = self.tr("Word, a draft for comments")
        elif self._page.is_draft:
            told = self.tr("Word, marked as a draft")
        else:
            told = self.tr("Word")
        if not self._pages or self._kind in _CUT_TO_SIZE:
            return told
        pages = self.tr("about %n page(s)", "", self._pages)
        return self.tr("{kind}, {pages}").format(kind=told, pages=pages)
