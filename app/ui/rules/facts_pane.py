"""The right pane of the rules page: the versions, where the text comes from, what relies on it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.dates import day_and_year
from app.ui.rules import words
from app.ui.widgets import chip
from app.ui.widgets.card import link_button, rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.rule_reading import ReadRules, Reliance
    from app.services.rules import VersionRow

WIDTH = 272


class FactsPane(QScrollArea):
    """Says what is known of a text.

    Signals:
        version_chosen: The number of a version.
        provision_chosen: The identity of a provision that relies on the one in hand.
    """

    version_chosen = Signal(int)
    provision_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules_facts")
        self.setAccessibleName(self.tr("Versions and origin"))
        self.setFixedWidth(scaled(WIDTH))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._inside.setProperty("bg", "pane")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(6)
        self._relying = QVBoxLayout()
        self._relying.setSpacing(4)
        self.setWidget(self._inside)

    def show_text(self, read: "ReadRules", *, today: date) -> None:
        """Show the versions of a text and the origin of the one that is read."""
        clear(self._column)
        self._column.addWidget(text_label(self.tr("Versions"), "h3"))
        for version in reversed(read.versions):
            self._add_version(version, today, is_read=version.number == read.version.number)
        self._column.addWidget(rule())
        self._column.addWidget(text_label(self.tr("Origin"), "h3"))
        self._add_origin(read)
        self._column.addWidget(rule())
        self._relying = QVBoxLayout()
        self._relying.setSpacing(4)
        self._column.addLayout(self._relying)
        self._column.addStretch(1)

    def show_reliances(self, rows: "tuple[Reliance, ...]") -> None:
        """Show which provisions name the one in hand."""
        clear(self._relying)
        self._relying.addWidget(text_label(self.tr("Named by"), "h3"))
        if not rows:
            self._relying.addWidget(wrapped_label(self.tr("No other provision."), "muted"))
        for row in rows:
            link = link_button(row.label or row.eid, name=f"reliance_{row.eid}")
            link.clicked.connect(lambda _=False, eid=row.eid: self.provision_chosen.emit(eid))
            self._relying.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def _add_version(self, version: "VersionRow", today: date, *, is_read: bool) -> None:
        state, hue = words.status(version, today)
        name = words.label(version)
        if version.text_held and not is_read:
            button = link_button(name, name=f"version_{version.number}")
            button.setAccessibleName(self.tr("Read version {name}").format(name=name))
            button.clicked.connect(
                lambda _=False, number=version.number: self.version_chosen.emit(number)
            )
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._column.addWidget(text_label(name, "medium"))
        self._column.addWidget(chip.chip(state, hue), 0, Qt.AlignmentFlag.AlignLeft)
        told = words.adopted_by(version)
        if not version.text_held:
            told = " · ".join(part for part in (told, self.tr("text not held")) if part)
        if told:
            self._column.addWidget(wrapped_label(told, "muted"))
        self._column.addSpacing(6)

    def _add_origin(self, read: "ReadRules") -> None:
        version = read.version
        facts = [(self.tr("Rules"), read.code)]
        if version.decision:
            facts.append((self.tr("Decision"), version.decision))
        if version.adopted_on is not None:
            facts.append((self.tr("Adopted"), day_and_year(version.adopted_on)))
        if version.in_force_from is not None:
            facts.append((self.tr("In force from"), day_and_year(version.in_force_from)))
        if version.content_root:
            root = version.content_root
            facts.append((self.tr("Sealed"), f"SHA-256 {root[:8]} … {root[-8:]}"))
        for name, value in facts:
            self._column.addWidget(text_label(name, "micro"))
            label = wrapped_label(value, "body")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(label)
