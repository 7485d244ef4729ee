"""Where a list is brought in: rows that are pasted, or a file that is chosen or dropped."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.notify import FileKind, Notifier
from app.ui.widgets import composing
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.problem_note import ProblemBanner


class ImportSource(QWidget):
    """A place to paste into, and a button for files.

    Signals:
        file_chosen: The file that shall be read.
        text_entered: The rows that were pasted.
    """

    file_chosen = Signal(object)
    text_entered = Signal(str)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._folder = Path.home()
        self.setAcceptDrops(True)
        self.banner = ProblemBanner(name="import_unreadable")
        self._text = QPlainTextEdit()
        self._text.setObjectName("import_text")
        self._text.setProperty("cls", "field")
        self._text.setAccessibleName(self.tr("Rows to paste"))
        self._text.setTabChangesFocus(True)
        self._text.setAcceptDrops(False)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setPlaceholderText(
            self.tr("Paste rows from Excel, a table from Word, or the addresses of a message here")
        )
        self._text.textChanged.connect(self._note_text)
        self._go_on = QPushButton(self.tr("Show what would happen"))
        self._go_on.setObjectName("read_text")
        self._go_on.setProperty("kind", "primary")
        self._go_on.clicked.connect(self._tell_text)
        self._lay_out()
        self._note_text()
        self.setFocusProxy(self._text)

    def look_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is chosen."""
        self._folder = folder

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.file_chosen.emit(paths[0])

    def _lay_out(self) -> None:
        choose = QPushButton(self.tr("Choose a file…"))
        choose.setObjectName("choose_import_file")
        choose.setIcon(icons.icon("folder-open"))
        choose.clicked.connect(self._choose)
        words = self.tr(
            "Excel workbooks (.xlsx), comma-separated files, contact cards (.vcf) and plain text."
            " A file can also be dropped on this window."
        )
        files = QHBoxLayout()
        files.setSpacing(12)
        files.addWidget(choose, 0, Qt.AlignmentFlag.AlignTop)
        files.addWidget(wrapped_label(words, "small"), 1)
        ending = QHBoxLayout()
        ending.addWidget(
            wrapped_label(
                self.tr("Nothing is stored before you say so in the next step."), "faint"
            ),
            1,
        )
        ending.addWidget(self._go_on)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(self.banner)
        down.addLayout(files)
        down.addWidget(text_label(self.tr("Or paste the rows"), "h3"))
        down.addWidget(self._text, 1)
        down.addLayout(ending)

    def _choose(self) -> None:
        path = self._notifier.choose_file(
            FileKind.PEOPLE, title=self.tr("Import a list"), folder=self._folder
        )
        if path is not None:
            self._folder = path.parent
            self.file_chosen.emit(path)

    def _note_text(self) -> None:
        self._go_on.setEnabled(bool(self._text.toPlainText().strip()))

    def _tell_text(self) -> None:
        composing.commit()
        self.text_entered.emit(self._text.toPlainText())
