"""The window in which a text of rules is brought in: first the text, then what it is."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.notify import Notifier
from app.ui.rules import import_words as words
from app.ui.rules.import_form import ImportForm
from app.ui.rules.import_source import ImportSource
from app.ui.rules.import_tree import ImportTree
from app.ui.rules.import_view import ImportSetup
from app.ui.widgets.card import rule
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.label import wrapped_label
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.room import fit

if TYPE_CHECKING:
    from app.services.rule_imports import Alignment, ImportPreview

_WIDTH, _HEIGHT, _FORM = 1240, 800, 316
_LANGUAGES = ("en", "ko", "mn", "ja")


class ImportDialog(QDialog):
    """Leads from a file to the record.

    Signals:
        file_wanted: A file, a language and an encoding, which may be empty.
        text_wanted: A text that was pasted, and its language.
        submitted: The values with which the text shall be taken over.
        stop_wanted: What is under way shall stop.
    """

    file_wanted = Signal(object, str, str)
    text_wanted = Signal(str, str)
    submitted = Signal(object)
    stop_wanted = Signal()
    _progressed = Signal(int, int)

    def __init__(
        self, setup: ImportSetup, *, notifier: Notifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rule_import_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bring in a text of rules"))
        self.setModal(True)
        self._notifier = notifier
        self._is_storing = False
        self._has_preview = False
        self._path: Path | None = None
        self.source = ImportSource(notifier=notifier)
        self.source.offer_languages(_LANGUAGES, setup.language)
        self.tree = ImportTree()
        self.form = ImportForm(setup)
        self.banner = ProblemBanner(name="rule_import_problem")
        self._what = ""
        self._told = wrapped_label("", "small")
        self._told.setObjectName("rule_import_told")
        self._encoding = ChoiceField(
            name="rule_import_encoding", spoken=self.tr("How the letters are read")
        )
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("How much is stored"))
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.source)
        self._back = self._button(self.tr("Another text"), "rule_import_back", self._go_back)
        self._cancel = self._button(self.tr("Cancel"), "cancel", self.reject)
        self._save = self._button(self.tr("Take over"), "save", self._submit)
        self._save.setProperty("kind", "primary")
        self._join()
        self._lay_out()
        self._go_back()
        fit(self, _WIDTH, _HEIGHT)
        # When the first step is shown: both at once would hold the window up.
        QTimer.singleShot(0, self, self._add_second_step)

    def show_reading(self) -> None:
        """Show that a text is being read."""
        self._progress.setRange(0, 0)
        self._progress.show()

    def show_preview(self, preview: "ImportPreview") -> None:
        """Show the text as it would be taken over."""
        self._progress.hide()
        self.source.banner.say("")
        self.banner.say("")
        self._has_preview = True
        self._add_second_step()
        self.tree.show_preview(preview)
        name = preview.source.name or self.tr("Pasted text")
        count = self.tr("Provisions: {number}").format(number=len(preview.rows))
        self._what = f"{name} · {count}"
        self._told.setText(self._what)
        encodings = (preview.source.encoding, *preview.source.others)
        self._encoding.offer([(each, each) for each in encodings], preview.source.encoding)
        self._encoding.setVisible(len(encodings) > 1 and self._path is not None)
        self._pages.setCurrentIndex(1)
        self._back.show()
        self._save.show()
        self.tree.setFocus()

    def show_rows(self, rows: Any, place: int) -> None:
        """Show the provisions as they are arranged now."""
        self.tree.show_rows(rows, place)

    def show_alignment(self, alignment: "Alignment | None") -> None:
        """Show where the text differs from that of another language."""
        self.tree.show_alignment(alignment)

    def show_unreadable(self, problem: Misfortune) -> None:
        """Say why a text cannot be read."""
        self._progress.hide()
        banner = self.banner if self._pages.currentIndex() else self.source.banner
        banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def show_storing(self) -> None:
        """Show that the text is being stored; it can be stopped."""
        self._is_storing = True
        self.banner.say("")
        self.form.clear_problems()
        self._set_storing(on=True)
        self._progressed.emit(0, 0)

    def report_progress(self, done: int, total: int) -> None:
        """Hear, from any thread, how much is stored."""
        self._progressed.emit(done, total)

    def show_refused(self, problem: Misfortune) -> None:
        """Say why the text was not stored, beside the field where there is one."""
        self._set_storing(on=False)
        if problem.field in self.form.values():
            self.form.show_refused(problem)
        else:
            self.banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def close_imported(self) -> None:
        """Close: everything is stored."""
        self._set_storing(on=False)
        self.accept()

    def reject(self) -> None:
        """Close; while the text is being stored, stop that first."""
        if self._is_storing:
            self.stop_wanted.emit()
        elif not (self._has_preview or self.source.has_text()) or self._agrees_to_lose():
            self.stop_wanted.emit()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before what was arranged and entered is lost."""
        event.ignore()
        self.reject()

    def _agrees_to_lose(self) -> bool:
        return self._notifier.ask(
            self.tr("Close without taking the text over?"),
            self.tr("What you arranged and entered would be lost. The file stays as it is."),
            agree=self.tr("Close without taking over"),
        )

    def _join(self) -> None:
        self.source.file_chosen.connect(self._read_file)
        self.source.text_entered.connect(self._read_text)
        self._encoding.chosen.connect(self._read_again)
        self._progressed.connect(self._show_progress)

    def _read_file(self, path: Path) -> None:
        self._path = path
        self.file_wanted.emit(path, self.source.language.currentData(), "")

    def _read_text(self, text: str) -> None:
        self._path = None
        self.text_wanted.emit(text, self.source.language.currentData())

    def _read_again(self, encoding: str) -> None:
        if self._path is not None:
            self.file_wanted.emit(self._path, self.source.language.currentData(), encoding)

    def _submit(self) -> None:
        if self.form.check():
            self.submitted.emit(self.form.asked())

    def _go_back(self) -> None:
        self._pages.setCurrentIndex(0)
        self._back.hide()
        self._save.hide()
        self.source.setFocus()

    def _set_storing(self, *, on: bool) -> None:
        self._is_storing = on
        for widget in (self._pages, self._back, self._save):
            widget.setEnabled(not on)
        self._cancel.setText(self.tr("Stop") if on else self.tr("Cancel"))
        if not on:
            self._told.setText(self._what)
        self._progress.setVisible(on)

    def _show_progress(self, done: int, total: int) -> None:
        if not self._is_storing:
            return
        is_sealing = total > 0 and done >= total  # what is left cannot be counted
        self._progress.setRange(0, 0 if is_sealing else total)
        self._progress.setValue(done)
        self._told.setText(words.stored(done, total))

    def _add_second_step(self) -> None:
        if self._pages.count() == 1:
            self._pages.addWidget(self._second_step())

    def _second_step(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("bg", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(scaled(_FORM))
        area.setWidget(inside)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._told, 1)
        head.addWidget(self._encoding)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.tree, 1)
        across.addWidget(area)
        page = QWidget()
        down = QVBoxLayout(page)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        down.addWidget(self.banner)
        down.addLayout(head)
        down.addLayout(across, 1)
        return page

    def _button(self, text: str, name: str, do: Callable[[], Any]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._back)
        buttons.addWidget(self._progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 16)
        down.setSpacing(12)
        down.addWidget(self._pages, 1)
        down.addWidget(rule())
        down.addLayout(buttons)
