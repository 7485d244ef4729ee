"""The list of what was issued and saved earlier, with what can be done with each of them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import dates, phrases
from app.ui.appearance import scaled
from app.ui.widgets.card import rule
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import text_label
from app.ui.widgets.record_table import Column, RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.kept_documents import KeptDocument

_HEAD = 48
_CHANGED = frozenset({"changed", "came-back"})
_ON_DISK = frozenset({"as-kept", "changed"})
_FINGERPRINT = 8


class KeptPane(QFrame):
    """A table of documents and a row of buttons for the one that is chosen.

    Signals:
        stored_requested: The document whose stored copy shall be opened.
        file_requested: The document whose file on the disk shall be opened.
        folder_requested: The document whose folder shall be opened.
        now_requested: The document that shall be compared with what would be made now.
        by_hand_requested: The document in which somebody's changes shall be shown.
        refresh_requested: The list shall be read again.
    """

    stored_requested = Signal(object)
    file_requested = Signal(object)
    folder_requested = Signal(object)
    now_requested = Signal(object)
    by_hand_requested = Signal(object)
    refresh_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_kept")
        self.table = RecordTable(
            _columns(),
            name="studio_kept_list",
            spoken=self.tr("Issued and saved documents"),
            key=lambda kept: kept.row.id,
            empty_icon="history",
        )
        self.table.say_empty(
            self.tr("Nothing was issued or saved yet"),
            detail=self.tr("What you save or issue is kept here, with the day and a fingerprint."),
        )
        self.table.chosen.connect(self._allow)
        self.table.activated.connect(self.stored_requested)
        self.table.retry_requested.connect(self.refresh_requested)
        self._buttons: list[tuple[QPushButton, QAction, Callable[[KeptDocument], bool]]] = []
        self._row = FlowLayout(line_spacing=8)
        self._add_ways()
        self._lay_out()
        self._allow(())

    def show_kept(self, documents: "tuple[KeptDocument, ...]") -> None:
        """Show the list; the document that was chosen stays chosen."""
        self.table.set_rows(documents)
        if documents and not self.table.selected():
            self.table.choose([documents[0].row.id])
        self._allow(self.table.selected())

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the list why it cannot be read."""
        self.table.say_problem(sentence, remedy)

    def focus_list(self) -> None:
        """Put the keyboard on the list, or where it is empty on what stands above it."""
        if self.table.rows():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.table.focus_filter()

    def _add_ways(self) -> None:
        self._add("stored", self.tr("Open stored copy"), self.stored_requested, _is_any)
        self._add("file", self.tr("Open file"), self.file_requested, _is_on_disk)
        self._add("folder", self.tr("Show in folder"), self.folder_requested, _is_on_disk)
        self._add("now", self.tr("Compare with now"), self.now_requested, _is_any)
        self._add(
            "by_hand", self.tr("What was changed by hand"), self.by_hand_requested, _is_changed
        )

    def _add(
        self, name: str, text: str, signal: Any, applies: "Callable[[KeptDocument], bool]"
    ) -> None:
        def ask() -> None:
            chosen = self.table.selected()
            if len(chosen) == 1 and applies(chosen[0]):
                signal.emit(chosen[0])

        button = QPushButton(text)
        button.setObjectName(f"studio_kept_{name}")
        button.clicked.connect(ask)
        action = QAction(text, self)
        action.triggered.connect(ask)
        self.table.add_action(action)
        self._row.addWidget(button)
        self._buttons.append((button, action, applies))

    def _allow(self, chosen: "tuple[KeptDocument, ...]") -> None:
        for button, action, applies in self._buttons:
            allowed = len(chosen) == 1 and applies(chosen[0])
            button.setEnabled(allowed)
            action.setEnabled(allowed)

    def _lay_out(self) -> None:
        head = QWidget()
        head.setFixedHeight(scaled(_HEAD) - 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(text_label(self.tr("Issued and saved earlier"), "h2"))
        row.addStretch(1)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(12)
        inside.addWidget(self.table, 1)
        inside.addLayout(self._row)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(head)
        down.addWidget(rule())
        down.addLayout(inside, 1)


def _columns() -> tuple[Column, ...]:
    return (
        Column("document", _say("Document"), _document),
        Column("draft", _say("Made as"), _stage, width=76, chip=_stage_hue),
        Column("when", _say("When"), _when, width=170, sort=lambda kept: kept.row.issued_at),
        Column("state", _say("File"), _state, width=160, icon=_state_icon),
        Column("name", _say("File name"), lambda kept: kept.row.file_name),
        Column("hash", _say("Fingerprint"), _fingerprint, width=88),
    )


def _document(kept: "KeptDocument") -> str:
    """Return which document it is, whose original, in which language."""
    named = phrases.say("document", kept.row.kind)
    whose = kept.row.original_of
    if whose:
        named = f"{named}, {_say('{code} original').format(code=whose)}"
    return f"{named}, {phrases.say('language', kept.row.language)}"


def _stage(kept: "KeptDocument") -> str:
    return _say("Draft") if kept.row.is_draft else _say("Issued")


def _stage_hue(kept: "KeptDocument") -> str:
    return "violet" if kept.row.is_draft else "ok"


def _when(kept: "KeptDocument") -> str:
    return dates.moment(kept.row.issued_at)


def _state(kept: "KeptDocument") -> str:
    return phrases.say("kept state", kept.state)


def _state_icon(kept: "KeptDocument") -> tuple[str, str]:
    if kept.state == "as-kept":
        return "circle-check", "ok"
    if kept.state == "not-written":
        return "save", "text3"
    return "triangle-alert", "warn"


def _fingerprint(kept: "KeptDocument") -> str:
    return kept.row.sha256[:_FINGERPRINT]


def _is_any(_kept: "KeptDocument") -> bool:
    return True


def _is_on_disk(kept: "KeptDocument") -> bool:
    return kept.path is not None and kept.state in _ON_DISK


def _is_changed(kept: "KeptDocument") -> bool:
    return kept.state in _CHANGED


def _say(words: str) -> str:
    return QCoreApplication.translate("KeptPane", words)
