"""The window of an import: first the list, then what would become of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.delegations.import_preview import ImportPreview
from app.ui.delegations.import_source import ImportSource
from app.ui.delegations.import_view import ImportSetup, TableShown
from app.ui.delegations.import_words import say_alike
from app.ui.notify import Notifier
from app.ui.widgets.card import rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.import_rows import ImportRow

_WIDTH, _HEIGHT = 1040, 700
_MOST_NAMED = 5


class ImportDialog(QDialog):
    """Leads from a list to an import.

    Signals:
        submitted: The rows shall be stored.
        stop_wanted: What is under way shall stop.
    """

    submitted = Signal()
    stop_wanted = Signal()
    _progressed = Signal(int, int)

    def __init__(
        self, setup: ImportSetup, *, notifier: Notifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(self.tr("Import delegates"))
        self.setModal(True)
        self._is_storing = False
        self._notifier = notifier
        self.source = ImportSource(notifier=notifier)
        self.preview = ImportPreview()
        self.preview.offer(setup)
        self.preview.counted.connect(self._count)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.source)
        self._pages.addWidget(self.preview)
        self._back = self._button(self.tr("Another list"), "import_back", self._go_back)
        self._cancel = self._button(self.tr("Cancel"), "cancel", self.reject)
        self._import = self._button("", "save", self._submit)
        self._import.setProperty("kind", "primary")
        self._progressed.connect(self._show_progress)
        self._lay_out()
        self._count(0)
        self._go_back()
        self._fit(parent)

    def show_reading(self, done: int, total: int) -> None:
        """Show how much has been looked through."""
        self.preview.show_reading(done, total)

    def show_table(self, table: TableShown) -> None:
        """Show how the list is laid out."""
        self.source.banner.say("")
        self.preview.show_table(table)
        self._pages.setCurrentWidget(self.preview)
        self._back.show()
        self._import.show()

    def show_rows(self, rows: "tuple[ImportRow, ...]") -> None:
        """Show what becomes of each row."""
        self.preview.show_rows(rows)
        self.preview.table.setFocus()

    def show_unreadable(self, problem: Misfortune) -> None:
        """Show why nothing could be read."""
        banner = self.source.banner
        if self._pages.currentWidget() is self.preview:
            banner = self.preview.banner
        self.preview.progress.hide()
        banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def show_storing(self) -> None:
        """Show that the rows are being stored; they can be stopped."""
        self._is_storing = True
        self.preview.banner.say("")
        self._import.setEnabled(False)
        self._back.setEnabled(False)
        self._pages.setEnabled(False)
        self._cancel.setText(self.tr("Stop"))
        self._show_progress(0, 0)

    def report_progress(self, done: int, total: int) -> None:
        """Hear, from any thread, how many rows have been stored."""
        self._progressed.emit(done, total)

    def show_refused(self, problem: Misfortune) -> None:
        """Show why nothing was stored."""
        self._end_storing()
        self._import.setEnabled(True)
        self.preview.banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def close_imported(self) -> None:
        """Close: everything is stored."""
        self._end_storing()
        self.accept()

    def reject(self) -> None:
        """Close; while rows are being stored, stop that first."""
        self.stop_wanted.emit()
        if not self._is_storing:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way before closing."""
        self.stop_wanted.emit()
        if self._is_storing:
            event.ignore()
        else:
            super().closeEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._import)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 16)
        down.setSpacing(12)
        down.addWidget(self._pages, 1)
        down.addWidget(rule())
        down.addLayout(buttons)

    def _button(self, text: str, name: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _submit(self) -> None:
        """Have the rows stored; ask first where one person may be in two of them."""
        doubtful = self.preview.doubtful()
        if doubtful and not self._agrees_to_doubtful(doubtful):
            self.preview.show_doubtful()
        else:
            self.submitted.emit()

    def _agrees_to_doubtful(self, rows: "Sequence[ImportRow]") -> bool:
        told = [
            self.tr("Row {number}, {name}: or is it {alike}?").format(
                number=row.number, name=row.reading.name, alike=say_alike(row.alike[0])
            )
            for row in rows[:_MOST_NAMED]
        ]
        if len(rows) > _MOST_NAMED:
            told.append(self.tr("and {n} more").format(n=len(rows) - _MOST_NAMED))
        return self._notifier.ask(
            self.tr("Enter them as different persons?"),
            "\n".join(told),
            agree=self.tr("Enter as different persons"),
        )

    def _go_back(self) -> None:
        self.stop_wanted.emit()
        self._pages.setCurrentWidget(self.source)
        self._back.hide()
        self._import.hide()
        self.source.setFocus()

    def _count(self, number: int) -> None:
        self._import.setText(self.tr("Import %n", "", number))
        self._import.setEnabled(number > 0 and not self._is_storing)

    def _show_progress(self, done: int, total: int) -> None:
        if self._is_storing:
            self.preview.progress.setRange(0, total)
            self.preview.progress.setValue(done)
            self.preview.progress.show()

    def _end_storing(self) -> None:
        self._is_storing = False
        self._pages.setEnabled(True)
        self._back.setEnabled(True)
        self._cancel.setText(self.tr("Cancel"))
        self.preview.progress.hide()

    def _fit(self, parent: QWidget | None) -> None:
        width, height = scaled(_WIDTH), scaled(_HEIGHT)
        if parent is not None:
            width = min(width, parent.width() - 40)
            height = min(height, parent.height() - 40)
        self.resize(width, height)
