"""Version, folders and licences, so that a helper on the telephone knows what is there."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.ui.about.components import components
from app.ui.widgets import chip
from app.ui.widgets.card import rule
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.room import fit


@dataclass(frozen=True)
class Places:
    """Where the program keeps things."""

    workspace: Path | None
    settings: Path
    log: Path


class AboutDialog(QDialog):
    """Shows what this program is."""

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About JWG Desk"))
        fit(self, 580, 560)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 16)
        down.setSpacing(14)
        down.addLayout(self._title())
        down.addLayout(self._places(places))
        down.addWidget(rule())
        down.addWidget(text_label(self.tr("It stands on the work of others"), "h3"))
        down.addWidget(self._licences(), 1)
        down.addLayout(self._buttons())

    def _title(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(chip.badge("JD", "accent", size=44))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(text_label(f"JWG Desk {__version__}", "h1"))
        lines.addWidget(
            wrapped_label(
                self.tr("Apache License 2.0. It works on this computer and sends nothing."),
                "muted",
            )
        )
        across.addLayout(lines, 1)
        return across

    def _places(self, places: Places) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(6)
        for words, path in (
            (self.tr("Workspace"), places.workspace),
            (self.tr("Settings"), places.settings),
            (self.tr("Log"), places.log),
        ):
            if path is not None:
                form.addRow(text_label(words, "small"), self._path(words, path))
        return form

    def _path(self, words: str, path: Path) -> QLabel:
        label = wrapped_label(str(path))
        label.setAccessibleName(f"{words}: {path}")
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def _licences(self) -> QScrollArea:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for row, component in enumerate(components()):
            grid.addWidget(text_label(component.name), row, 0)
            grid.addWidget(text_label(component.version, "muted"), row, 1)
            grid.addWidget(text_label(component.licence, "muted"), row, 2)
        area = QScrollArea()
        area.setObjectName("licences")
        area.setAccessibleName(self.tr("Libraries, typefaces and icons with their licences"))
        area.setWidgetResizable(True)
        table.setProperty("bg", "surface")
        table.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area.setWidget(table)
        return area

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.setObjectName("close_about")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        return row
