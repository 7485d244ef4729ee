"""Where a text of rules is brought in: pasted, or in a file that is chosen or dropped."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.notify import FileKind, Notifier
from app.ui.rules import import_words as words
from app.ui.widgets import composing
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.problem_note import ProblemBanner

_LANGUAGE = 150


class ImportSource(QWidget):
    """A place to paste into, and a button for files.

    Signals:
        file_chosen: The file that shall be read.
        text_entered: The text that was pasted.
    """

    file_chosen = Signal(object)
    text_entered = Signal(str)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._folder = Path.home()
        self.setAcceptDrops(True)
        self.banner = ProblemBanner(name="rule_import_unreadable")
        self.language = ChoiceField(
            name="rule_import_language", spoken=self.tr("Language of the text")
        )
        self.language.setFixedWidth(scaled(_LANGUAGE))
        self._text = QPlainTextEdit()
        self._text.setObjectName("rule_import_text")
        self._text.setProperty("cls", "field")
        self._text.setAccessibleName(self.tr("Text to paste"))
        self._text.setTabChangesFocus(True)
        self._text.setAcceptDrops(False)
        self._text.setPlaceholderText(self.tr("Paste the text of the rules here"))
        self._text.textChanged.connect(self._note_text)
        self._go_on = QPushButton(self.tr("Show how it is read"))
        self._go_on.setObjectName("read_rule_text")
        self._go_on.setProperty("kind", "primary")
        self._go_on.setAutoDefault(False)
        self._go_on.clicked.connect(self._tell_text)
        self._lay_out()
        self._note_text()
        self.setFocusProxy(self._text)

    def offer_languages(self, tags: tuple[str, ...], chosen: str) -> None:
        """Offer the languages whose numbering is known."""
        self.language.offer([(words.language_name(tag), tag) for tag in tags], chosen)

    def has_text(self) -> bool:
        """Say whether something was pasted."""
        return bool(self._text.toPlainText().strip())

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
        choose.setObjectName("choose_rule_file")
        choose.setIcon(icons.icon("folder-open"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        told = self.tr(
            "Word documents (.docx), web pages (.html) and plain text (.txt)."
            " A file can also be dropped on this window."
        )
        spoken = text_label(self.tr("Language of the text"), "small")
        spoken.setBuddy(self.language)
        languages = QHBoxLayout()
        languages.setSpacing(12)
        languages.addWidget(spoken)
        languages.addWidget(self.language)
        languages.addWidget(
            wrapped_label(self.tr("It says how articles are numbered."), "faint"), 1
        )
        files = QHBoxLayout()
        files.setSpacing(12)
        files.addWidget(choose, 0, Qt.AlignmentFlag.AlignTop)
        files.addWidget(wrapped_label(told, "small"), 1)
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
        down.addLayout(languages)
        down.addLayout(files)
        down.addWidget(text_label(self.tr("Or paste the text"), "h3"))
        down.addWidget(self._text, 1)
        down.addLayout(ending)

    def _choose(self) -> None:
        path = self._notifier.choose_file(
            FileKind.RULES, title=self.tr("Bring in a text of rules"), folder=self._folder
        )
        if path is not None:
            self._folder = path.parent
            self.file_chosen.emit(path)

    def _note_text(self) -> None:
        self._go_on.setEnabled(self.has_text())

    def _tell_text(self) -> None:
        composing.commit()
        self.text_entered.emit(self._text.toPlainText())
