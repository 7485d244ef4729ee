"""Exports the whole workspace: as what, what goes in, and afterwards where it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.whole_workspace import words
from app.ui.whole_workspace.long_dialog import LongDialog, selectable
from app.ui.widgets.fields import OptionField
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.whole_workspace.exporting import Exported

FOLDER, ZIP = "folder", "zip"


class ExportDialog(LongDialog):
    """Says what an export is before it is made.

    Signals:
        wanted: Whether it becomes an archive; where is asked next.
        folder_wanted: What was written shall be shown in its folder.
    """

    wanted = Signal(bool)
    folder_wanted = Signal()

    def __init__(self, name: str, *, parent: QWidget) -> None:
        super().__init__(name="export_workspace", parent=parent)
        self.act.setText(self.tr("Export…"))
        self.setWindowTitle(self.tr("Export workspace"))
        self._form = OptionField([(FOLDER, self.tr("Folder")), (ZIP, self.tr("Zip archive"))])
        self._form.setAccessibleName(self.tr("Folder or archive"))
        self._form.editor.setObjectName("export_workspace_form")
        self._form.setFixedWidth(scaled(170))
        self._before = self._make_before(name)
        self._after = QVBoxLayout()
        self.inside.addWidget(self._before)
        self.act.clicked.connect(lambda: self.wanted.emit(self._form.value() == ZIP))

    def is_locked_while_working(self) -> tuple[QWidget, ...]:
        """Return what can be changed only before it begins."""
        return (self._form,)

    def show_made(self, made: "Exported") -> None:
        """Say what was written, and where."""
        self.end()
        self._before.hide()
        self.act.hide()
        told = self.tr("“{name}” is written: {records} records and {files} kept files.")
        self.inside.addWidget(
            wrapped_label(
                told.format(
                    name=made.path.name,
                    records=words.figure(made.records),
                    files=words.figure(made.files),
                ),
                "h3",
                name="export_workspace_made",
            )
        )
        where = wrapped_label(str(made.path.parent), "muted")
        self.inside.addWidget(selectable(where, self.tr("Where it is")))
        self.inside.addWidget(text_label(self.tr("Fingerprint"), "small"))
        print_of = wrapped_label(words.fingerprint(made.fingerprint), name="fingerprint")
        self.inside.addWidget(selectable(print_of, self.tr("Fingerprint")))
        self.inside.addWidget(
            wrapped_label(self.tr("Two exports with the same fingerprint are the same."), "small")
        )
        changed = [each.detail for each in made.broken_seals] + list(made.damaged_files)
        if changed:
            self.banner.say(
                self.tr(
                    "Not what was sealed or kept: {list}. The export holds it as it is, and cannot"
                    " be opened again before that is put right."
                ).format(list=", ".join(f"“{each}”" for each in changed))
            )
        show = QPushButton(self.tr("Show in folder"))
        show.setObjectName("export_workspace_show")
        show.clicked.connect(self.folder_wanted)
        self.beside.addWidget(show)
        self.rename_cancel(self.tr("Close"))
        QTimer.singleShot(0, self, self.fit)  # once the new words have their look

    def _make_before(self, name: str) -> QWidget:
        told = self.tr(
            "Everything in “{name}” is written as files that any program can read: all records"
            " with their history, the kept files and the seals, and a description of them. JWG"
            " Desk makes the same workspace of it again."
        )
        box = QWidget()
        down = QVBoxLayout(box)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(wrapped_label(told.format(name=name)))
        down.addWidget(
            wrapped_label(
                self.tr(
                    "What is confidential or for our side only goes in as well. For delegates,"
                    " make a pack instead."
                ),
                "muted",
            )
        )
        across = QHBoxLayout()
        across.setSpacing(10)
        across.addWidget(text_label(self.tr("As"), "small"))
        across.addWidget(self._form)
        across.addStretch(1)
        down.addLayout(across)
        return box
