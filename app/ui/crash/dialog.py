"""Says plainly that the program made a mistake, and offers a report that is never sent anywhere."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.notify import FileKind, Notifier
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.room import fit


class CrashDialog(QDialog):
    """Shows what happened, in words first and in full below.

    Signals:
        report_saved: The path the report was written to.
    """

    report_saved = Signal(object)

    def __init__(self, report: str, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._notifier = notifier
        self.setObjectName("crash_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("JWG Desk made a mistake"))
        fit(self, 620, 440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text_label(self.tr("Something went wrong that should not have"), "h1"))
        layout.addWidget(
            wrapped_label(
                self.tr(
                    "What you were doing was not done, and nothing half-done was kept. "
                    "The rest of your workspace is as it was. You can go on working. "
                    "A report helps to mend this; it stays on this computer until you pass it on."
                ),
                "muted",
            )
        )
        layout.addWidget(self._details(), 1)
        layout.addLayout(self._buttons())

    def _details(self) -> QPlainTextEdit:
        details = QPlainTextEdit(self._report)
        details.setObjectName("crash_details")
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setAccessibleName(self.tr("The report in full"))
        details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        return details

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        save = QPushButton(self.tr("Save report…"))
        save.setObjectName("save_report")
        save.clicked.connect(self._save)
        close = QPushButton(self.tr("Go on working"))
        close.setObjectName("go_on")
        close.setProperty("kind", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(save)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _save(self) -> None:
        suggestion = Path.home() / "JWG Desk report.txt"
        path = self._notifier.choose_new_file(
            FileKind.REPORT, title=self.tr("Save the report"), suggestion=suggestion
        )
        if path is None:
            return
        try:
            path.write_text(self._report, encoding="utf-8")
        except OSError as problem:
            self._notifier.tell_misfortune(
                self.tr("The report could not be written to {path}.").format(path=path),
                str(problem.strerror or problem),
            )
            return
        self.report_saved.emit(path)
