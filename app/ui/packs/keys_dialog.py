"""Lists the keys of this user and those that are known to be others'."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.pack_scope import spell_key
from app.ui.widgets.card import rule
from app.ui.widgets.label import wrapped_label
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.room import fit

if TYPE_CHECKING:
    from app.services.packs.keys import Ring

_WIDTH, _HEIGHT = 860, 460


@dataclass(frozen=True)
class KeyLine:
    """A key in the list."""

    key_id: str
    owner: str
    public: str
    recipient: str
    since: str
    revoked: str
    is_own: bool


class KeysDialog(QDialog):
    """Keys, and what can be done with them.

    Signals:
        make_requested, trust_requested, bring_back_requested: A key is wanted, made here, from
            somebody, or from a backup.
        back_up_requested: The key that is to be written to a file.
        revoke_requested: A key that is to be trusted no longer, and whose it is.
    """

    make_requested = Signal()
    trust_requested = Signal()
    bring_back_requested = Signal()
    back_up_requested = Signal(str)
    revoke_requested = Signal(str, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.setModal(True)
        fit(self, _WIDTH, _HEIGHT)
        self.table = RecordTable(
            self._columns(), name="keys", spoken=self.tr("Keys"), key=lambda row: row.key_id
        )
        self.table.say_empty(
            self.tr("There is no key yet"),
            self.tr("Make a key…"),
            detail=self.tr(
                "With a key of your own, others know that a pack is yours and unchanged."
            ),
        )
        self.table.start_requested.connect(self.make_requested)
        self.table.chosen.connect(self._note_chosen)
        self._make = self._button(self.tr("Make a key…"), "make_key", self.make_requested.emit)
        self._trust = self._button(
            self.tr("Add somebody’s…"), "trust_key", self.trust_requested.emit
        )
        self._bring = self._button(
            self.tr("Bring back…"), "bring_back_key", self.bring_back_requested.emit
        )
        self._copy = self._button(self.tr("Copy public half"), "copy_key", self._copy_public)
        self._back_up = self._button(self.tr("Back up…"), "back_up_key", self._tell_back_up)
        self._revoke = self._button(self.tr("Revoke…"), "revoke_key", self._tell_revoke)
        self._lay_out()
        self._note_chosen()

    def show_ring(self, ring: "Ring") -> None:
        """Show these keys."""
        own = [
            KeyLine(
                key_id=key.key_id,
                owner=key.owner,
                public=key.public,
                recipient=key.recipient,
                since=key.made_on,
                revoked=ring.standing(key.key_id).revoked_on,
                is_own=True,
            )
            for key in ring.own
        ]
        known = [
            KeyLine(
                key_id=key.key_id,
                owner=key.owner,
                public=key.public,
                recipient="",
                since=key.known_since,
                revoked=ring.standing(key.key_id).revoked_on,
                is_own=False,
            )
            for key in ring.known
        ]
        self.table.set_rows((*own, *known))
        self._note_chosen()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("owner", self.tr("Whose"), lambda row: row.owner),
            Column("key", self.tr("Key"), lambda row: spell_key(row.key_id), width=190),
            Column(
                "kind",
                self.tr("Kind"),
                lambda row: self.tr("Your own") if row.is_own else self.tr("Known"),
                width=90,
            ),
            Column("since", self.tr("Since"), lambda row: row.since, width=100),
            Column(
                "revoked",
                self.tr("Revoked"),
                lambda row: row.revoked,
                width=130,
                chip=lambda row: "warn" if row.revoked else "",
            ),
        )

    def _lay_out(self) -> None:
        told = self.tr(
            "Give the public half of your key to the other side, best on paper: with it they can "
            "prove that a pack is yours. Keep a backup of your own key where only you find it."
        )
        close = self._button(self.tr("Close"), "close", self.accept)
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(8)
        for button in (self._make, self._trust, self._bring):
            above.addWidget(button)
        above.addStretch(1)
        for button in (self._copy, self._back_up, self._revoke):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(close)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 16)
        down.setSpacing(12)
        down.addWidget(wrapped_label(told, "muted"))
        down.addLayout(above)
        down.addWidget(self.table, 1)
        down.addWidget(rule())
        down.addLayout(below)

    def _button(self, text: str, name: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())  # type: ignore[operator]
        return button

    def _chosen(self) -> KeyLine | None:
        chosen = self.table.selected()
        return chosen[0] if len(chosen) == 1 else None

    def _note_chosen(self) -> None:
        line = self._chosen()
        self._copy.setEnabled(line is not None)
        self._back_up.setEnabled(line is not None and line.is_own)
        self._revoke.setEnabled(line is not None and not line.revoked)

    def _copy_public(self) -> None:
        line = self._chosen()
        if line is not None:
            lines = [line.owner, spell_key(line.key_id), line.public, line.recipient]
            QGuiApplication.clipboard().setText("\n".join(filter(None, lines)))

    def _tell_back_up(self) -> None:
        line = self._chosen()
        if line is not None:
            self.back_up_requested.emit(line.key_id)

    def _tell_revoke(self) -> None:
        line = self._chosen()
        if line is not None:
            self.revoke_requested.emit(line.key_id, line.owner)
