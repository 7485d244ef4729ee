"""The right pane of the studio: what is in order before a document goes out, and what is saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.studio import check_words
from app.ui.studio.entry import entry
from app.ui.studio.files_box import FilesBox
from app.ui.widgets import chip
from app.ui.widgets.card import rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.checks import Check

WIDTH = 276
HEAD = 48
_SIGNED = frozenset({"agreed-minutes", "decision"})


class ChecksPane(QFrame):
    """Lists the checks, each with an icon and words, and the files that will be written.

    Signals:
        counted: How many checks ask for something to be mended.

    Attributes:
        files: What will be saved.
    """

    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_checks")
        self.setFixedWidth(scaled(WIDTH))
        self._title = text_label("", "h2", name="studio_checks_title")
        self._state = QHBoxLayout()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        self.files = FilesBox()
        self._refusal = self._make_refusal()
        self._head = self._make_head()
        self._area = self._scrolling()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._head)
        down.addWidget(rule())
        down.addWidget(self._area, 1)

    def title(self) -> str:
        """Return what the list is called now."""
        return self._title.text()

    def show_kind(self, kind: str) -> None:
        """Name the list after what is done with such a document: it is signed, or sent."""
        signed = kind in _SIGNED
        self._title.setText(self.tr("Before you sign") if signed else self.tr("Before you send"))

    def show_waiting(self) -> None:
        """Say that the document is being looked through."""
        clear(self._state)
        self._refusal.hide()
        self._state.addWidget(chip.chip(self.tr("Looking…"), "neutral", name="studio_state"))

    def show_checks(self, found: "tuple[Check, ...]") -> None:
        """Show what is in order and what is not: what is to be mended first."""
        shown = sorted(filter(check_words.applies, found), key=check_words.passed)
        to_mend = sum(map(check_words.failed, shown))
        clear(self._state)
        if to_mend:
            words, hue = self.tr("%n to mend", "", to_mend), "warn"
        else:
            words, hue = self.tr("In order"), "ok"
        self._state.addWidget(chip.chip(words, hue, name="studio_state"))
        clear(self._rows)
        for check in shown:
            self._rows.addWidget(_row(check))
        spoken = [f"{check_words.title(check)}. {check_words.detail(check)}" for check in shown]
        self._area.setAccessibleName(f"{self._title.text()}: {words}")
        self._area.setAccessibleDescription("\n".join(spoken))
        self.counted.emit(to_mend)

    def show_not_ready(self) -> None:
        """Say that nothing is issued while something is to be mended, and lead there."""
        self._refusal.show()
        self._area.verticalScrollBar().setValue(0)
        self.focus_checks()

    def show_nothing(self) -> None:
        """Show that there is nothing to look through."""
        clear(self._state)
        clear(self._rows)
        self._refusal.hide()
        self.files.show_nothing()
        self._area.setAccessibleName(self._title.text())
        self._area.setAccessibleDescription("")
        self.counted.emit(0)

    def focus_checks(self) -> None:
        """Put the keyboard on the list."""
        self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))
            self._head.setFixedHeight(scaled(HEAD) - 1)

    def _make_refusal(self) -> QFrame:
        box = QFrame()
        box.setObjectName("studio_refusal")
        box.setProperty("cls", "gap")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(2)
        inside.addWidget(wrapped_label(self.tr("It cannot be issued yet"), "open"))
        told = self.tr("Mend what is listed here first. Until then it can be saved as a draft.")
        inside.addWidget(wrapped_label(told, "small"))
        box.hide()
        return box

    def _make_head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(scaled(HEAD) - 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 14, 0)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addLayout(self._state)
        return head

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("studio_checks_inside")
        inside.setMinimumWidth(1)
        down = QVBoxLayout(inside)
        down.setContentsMargins(16, 14, 14, 16)
        down.setSpacing(12)
        down.addWidget(self._refusal)
        down.addLayout(self._rows)
        down.addWidget(self.files)
        down.addWidget(
            wrapped_label(
                self.tr(
                    "What stands on blue comes from the records. "
                    "Change it there and every document follows."
                ),
                "faint",
            )
        )
        down.addStretch(1)
        area = QScrollArea()
        area.setObjectName("studio_checks_scroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Before you sign"))
        area.setWidget(inside)
        return area


def _row(check: "Check") -> QWidget:
    icon, token = (
        ("triangle-alert", "warn") if check_words.failed(check) else ("circle-check", "ok")
    )
    row = entry(
        icon,
        token,
        check_words.title(check),
        check_words.detail(check),
        name=f"check_{check.key.value}",
    )
    row.setToolTip(check_words.everything(check))
    return row
