"""The only place that opens message boxes and file dialogs, so that tests can answer instead."""

from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget


class FileKind(StrEnum):
    """The kinds of file that the user is asked to choose."""

    WORKSPACE = "jwg"
    WORD = "docx"
    PDF = "pdf"
    REPORT = "txt"
    WORKBOOK = "xlsx"
    CSV = "csv"
    PEOPLE = "vcf"
    CALENDAR = "ics"
    MESSAGE = "eml"
    PICTURE = "png"
    OPENED = "workspace or pack"
    PACK = "jwgx"
    KEY = "json"
    XML = "xml"
    RULES = "rules"
    NOTES = "jwgn"
    EXPORT = "exported workspace"


class Notifier(Protocol):
    """Asks and tells."""

    def tell(self, sentence: str, detail: str = "") -> None:
        """Say something that needs no answer."""
        ...

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what went wrong and what to do next."""
        ...

    def ask(self, question: str, detail: str, *, agree: str) -> bool:
        """Ask before doing something; ``agree`` is the word on the button that does it."""
        ...

    def choose(self, question: str, detail: str, *, answers: tuple[str, ...]) -> int | None:
        """Ask which of several things to do; return its place, or ``None`` for none of them."""
        ...

    def choose_file(self, kind: FileKind, *, title: str, folder: Path) -> Path | None:
        """Ask for a file that exists."""
        ...

    def choose_new_file(self, kind: FileKind, *, title: str, suggestion: Path) -> Path | None:
        """Ask where a file shall be written."""
        ...

    def choose_folder(self, *, title: str, folder: Path) -> Path | None:
        """Ask for a folder to write into."""
        ...

    def choose_files(self, *, title: str, folder: Path) -> tuple[Path, ...]:
        """Ask for files of any kind that exist."""
        ...

    def choose_place(self, *, title: str, suggestion: Path) -> Path | None:
        """Ask where a file of the suggestion's kind shall be written."""
        ...

    def open_outside(self, path: Path) -> None:
        """Open a file or folder in the program the computer uses for it."""
        ...


class DialogNotifier:
    """Asks and tells through dialogs over the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def tell(self, sentence: str, detail: str = "") -> None:
        """Say something that needs no answer."""
        self._box(QMessageBox.Icon.Information, sentence, detail).exec()

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what went wrong and what to do next."""
        self._box(QMessageBox.Icon.Warning, sentence, remedy).exec()

    def ask(self, question: str, detail: str, *, agree: str) -> bool:
        """Ask before doing something; ``agree`` is the word on the button that does it."""
        box = self._box(QMessageBox.Icon.Question, question, detail)
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        yes = QPushButton(agree, box)
        box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        return box.clickedButton() is yes

    def choose(self, question: str, detail: str, *, answers: tuple[str, ...]) -> int | None:
        """Ask which of several things to do; return its place, or ``None`` for none of them."""
        box = self._box(QMessageBox.Icon.Question, question, detail)
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        buttons = [QPushButton(answer, box) for answer in answers]
        for button in buttons:
            box.addButton(button, QMessageBox.ButtonRole.ActionRole)
        box.exec()
        clicked = (place for place, each in enumerate(buttons) if each is box.clickedButton())
        return next(clicked, None)

    def choose_file(self, kind: FileKind, *, title: str, folder: Path) -> Path | None:
        """Ask for a file that exists."""
        chosen, _ = QFileDialog.getOpenFileName(self.parent, title, str(folder), file_filter(kind))
        return Path(chosen) if chosen else None

    def choose_new_file(self, kind: FileKind, *, title: str, suggestion: Path) -> Path | None:
        """Ask where a file shall be written."""
        chosen, _ = QFileDialog.getSaveFileName(
            self.parent, title, str(suggestion), file_filter(kind)
        )
        return with_suffix(Path(chosen), kind) if chosen else None

    def choose_folder(self, *, title: str, folder: Path) -> Path | None:
        """Ask for a folder to write into."""
        chosen = QFileDialog.getExistingDirectory(self.parent, title, str(folder))
        return Path(chosen) if chosen else None

    def choose_files(self, *, title: str, folder: Path) -> tuple[Path, ...]:
        """Ask for files of any kind that exist."""
        chosen, _ = QFileDialog.getOpenFileNames(self.parent, title, str(folder))
        return tuple(Path(each) for each in chosen)

    def choose_place(self, *, title: str, suggestion: Path) -> Path | None:
        """Ask where a file of the suggestion's kind shall be written."""
        chosen, _ = QFileDialog.getSaveFileName(self.parent, title, str(suggestion))
        return Path(chosen) if chosen else None

    def open_outside(self, path: Path) -> None:
        """Open a file or folder in the program the computer uses for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _box(self, icon: QMessageBox.Icon, sentence: str, detail: str) -> QMessageBox:
        box = QMessageBox(icon, "JWG Desk", sentence, parent=self.parent)
        box.setInformativeText(detail)
        return box


def file_filter(kind: FileKind) -> str:
    """Return the line that a file dialog shows for a kind of file."""
    names = {
        FileKind.WORKSPACE: QCoreApplication.translate("Files", "Workspaces (*.jwg)"),
        FileKind.OPENED: QCoreApplication.translate("Files", "Workspaces and packs (*.jwg *.jwgx)"),
        FileKind.PACK: QCoreApplication.translate("Files", "Packs (*.jwgx)"),
        FileKind.KEY: QCoreApplication.translate("Files", "Keys (*.json)"),
        FileKind.WORD: QCoreApplication.translate("Files", "Word documents (*.docx)"),
        FileKind.PDF: QCoreApplication.translate("Files", "PDF files (*.pdf)"),
        FileKind.PICTURE: QCoreApplication.translate("Files", "Pictures (*.png *.jpg *.jpeg)"),
        FileKind.WORKBOOK: QCoreApplication.translate("Files", "Excel workbooks (*.xlsx)"),
        FileKind.CSV: QCoreApplication.translate("Files", "Comma-separated files (*.csv)"),
        FileKind.PEOPLE: QCoreApplication.translate(
            "Files", "Lists of people (*.xlsx *.xlsm *.csv *.tsv *.txt *.vcf)"
        ),
        FileKind.REPORT: QCoreApplication.translate("Files", "Text files (*.txt)"),
        FileKind.XML: QCoreApplication.translate("Files", "XML files (*.xml)"),
        FileKind.RULES: QCoreApplication.translate(
            "Files", "Texts (*.docx *.docm *.html *.htm *.txt)"
        ),
        FileKind.NOTES: QCoreApplication.translate("Files", "Notes (*.jwgn *.docx)"),
        FileKind.MESSAGE: QCoreApplication.translate("Files", "Drafts of messages (*.eml)"),
        FileKind.EXPORT: QCoreApplication.translate(
            "Files", "Exported workspaces (manifest.json *.zip)"
        ),
        FileKind.CALENDAR: QCoreApplication.translate("Files", "Calendar files (*.ics)"),
    }
    return names[kind]


def with_suffix(path: Path, kind: FileKind) -> Path:
    """Return the path with the ending of its kind, whatever the user typed before it."""
    return path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")
