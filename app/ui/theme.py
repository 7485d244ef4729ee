"""Dresses the whole application in one set of tokens, and changes it while it runs."""

import re
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.paths import resource
from app.settings.options import ThemeChoice
from app.ui import fonts, tokens
from app.ui.appearance import NAME_PROPERTY, SCALE_PROPERTY
from app.ui.dressing import Dressing

_TOKEN = re.compile(r"@(\w+)")
_GROWING = re.compile(r"((?:font-size|min-height):\s*)(\d+)px")

_PALETTE_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "pane"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "text3"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "violet"),
    (QPalette.ColorRole.Mid, "border"),
    (QPalette.ColorRole.Midlight, "border"),
    (QPalette.ColorRole.Dark, "border2"),
)


class Theme(QObject):
    """The dress that the application wears.

    Signals:
        changed: The colours or the text size are different now.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice = ThemeChoice.SYSTEM
        self._scale = 1.0
        self._sheet = resource("theme", "theme.qss").read_text(encoding="utf-8")
        self._dressing = Dressing(application)
        application.setStyle(QStyleFactory.create("Fusion"))
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> ThemeChoice:
        """What the user asked for."""
        return self._choice

    @property
    def text_scale(self) -> float:
        """The factor by which text is enlarged."""
        return self._scale

    def wear(self, choice: ThemeChoice, *, text_scale: float = 1.0) -> None:
        """Apply a choice of colours and a text size, at once, to everything that is open."""
        self.finish()
        sheet, dark = self._choose(choice, text_scale)
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet("")  # or each is dressed for each of its ancestors
            self._mix(dark=dark, scale=text_scale)
            self._application.setStyleSheet(sheet)
        self.changed.emit()

    def change_into(self, choice: ThemeChoice, *, text_scale: float = 1.0) -> None:
        """Do the same in steps, between which the window answers."""
        sheet, dark = self._choose(choice, text_scale)
        if sheet == self._application.styleSheet() and not self._dressing.is_busy():
            self.changed.emit()
            return
        mixed = partial(self._mix, dark=dark, scale=text_scale)
        self._dressing.change(sheet, mixed=mixed, told=self.changed.emit)

    def finish(self) -> None:
        """Take now what steps are left of a change."""
        self._dressing.finish()

    def _choose(self, choice: ThemeChoice, text_scale: float) -> tuple[str, bool]:
        """Remember the choice; return the style sheet that it means, and whether it is dark."""
        self._choice = choice
        self._scale = text_scale
        dark = choice is ThemeChoice.DARK or (choice is ThemeChoice.SYSTEM and _system_is_dark())
        table = tokens.DARK if dark else tokens.LIGHT
        return style_sheet(self._sheet, table, text_scale), dark

    def _mix(self, *, dark: bool, scale: float) -> None:
        """Set what the style sheet builds on."""
        application = self._application
        application.setProperty(NAME_PROPERTY, "dark" if dark else "light")
        application.setProperty(SCALE_PROPERTY, scale)
        application.setFont(fonts.interface_font(scale))
        application.setPalette(palette(tokens.DARK if dark else tokens.LIGHT))

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self.change_into(self._choice, text_scale=self._scale)


def style_sheet(template: str, table: Mapping[str, str], text_scale: float) -> str:
    """Return the style sheet with its tokens replaced and its text lengths scaled."""
    coloured = _TOKEN.sub(lambda found: table[found.group(1)], template)
    return _GROWING.sub(
        lambda found: f"{found.group(1)}{round(int(found.group(2)) * text_scale)}px", coloured
    )


def palette(table: Mapping[str, str]) -> QPalette:
    """Return Qt's palette made from a table of tokens, for what the style sheet does not reach."""
    made = QPalette()
    for role, token in _PALETTE_ROLES:
        made.setColor(role, QColor(table[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(table["text3"]))
    return made


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
