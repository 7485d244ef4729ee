"""Says where a document went, and offers to open it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui import icons
from app.ui.widgets.card import link_button
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel


class SavedNotice(QFrame):
    """One line that stays until it is closed or something else is shown.

    Signals:
        open_requested: The file or folder that shall be opened.
    """

    open_requested = Signal(object)

    def __init__(self, *, name: str = "saved", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_notice")
        self.setProperty("cls", "notice")
        self._path = Path()
        self._sentence = ElidingLabel("", "medium")
        self._sentence.setObjectName(f"{name}_sentence")
        self._open_file_link = link_button(self.tr("Open"), name="open_saved")
        self._open_file_link.setAccessibleName(self.tr("Open the saved file"))
        self._open_file_link.clicked.connect(self._open_file)
        open_folder = link_button(self.tr("Show in folder"), name="show_saved")
        open_folder.clicked.connect(self._open_folder)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(IconLabel("circle-check", "ok"))
        row.addWidget(self._sentence, 1)
        row.addWidget(self._open_file_link)
        row.addWidget(open_folder)
        row.addWidget(self._close_button())

    def show_path(self, path: Path, told: str = "") -> None:
        """Say that a file was saved, in other words if some are given."""
        self._path = path
        self._open_file_link.show()
        self._sentence.setText(told or self.tr("Saved “{name}”").format(name=path.name))
        self._sentence.setToolTip(str(path))
        self.show()

    def show_folder(self, folder: Path, told: str) -> None:
        """Say that files were saved in a folder."""
        self.show_path(folder / "_", told)
        self._sentence.setToolTip(str(folder))
        self._open_file_link.hide()

    def _close_button(self) -> QPushButton:
        close = QPushButton()
        close.setObjectName("close_notice")
        close.setProperty("kind", "ghost")
        close.setIcon(icons.icon("x", "ok"))
        close.setAccessibleName(self.tr("Close this note"))
        close.clicked.connect(self.hide)
        return close

    def _open_file(self) -> None:
        self.open_requested.emit(self._path)

    def _open_folder(self) -> None:
        self.open_requested.emit(self._path.parent)
