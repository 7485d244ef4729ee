"""The right pane of the rules page: the versions, where the text comes from, what relies on it."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.dates import day_and_year
from app.ui.rules import words
from app.ui.rules.about_text import Relying, SealState, Touching
from app.ui.rules.asked import Asked
from app.ui.widgets import chip
from app.ui.widgets.card import link_button, rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.rule_library.reliances import RelyingDecision
    from app.services.rule_reading import ReadRules
    from app.services.rules import RuleDocumentRow, VersionRow

WIDTH = 272
_MOST = 25


class FactsPane(QScrollArea):
    """Says what is known of a text.

    Signals:
        version_chosen: The number of a version.
        provision_chosen: The identity of a provision that relies on the one in hand.
        place_chosen: A provision of other rules: their key, and its identity.
        record_requested: The kind and key of a record that shall be looked at.
        asked: What shall be done, and the key of what it is done to.
        unlink_requested: The number of a link that shall be taken away.
    """

    version_chosen = Signal(int)
    provision_chosen = Signal(str)
    place_chosen = Signal(object, str)
    record_requested = Signal(str, object)
    asked = Signal(object, object)
    unlink_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules_facts")
        self.setAccessibleName(self.tr("Versions and origin"))
        self.setFixedWidth(scaled(WIDTH))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._may_write = False
        self._document_id: UUID | None = None
        self._inside = QWidget()
        self._inside.setProperty("bg", "pane")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(6)
        self._relying = QVBoxLayout()
        self._touched = QVBoxLayout()
        self._seal = chip.chip("", "ok")
        self.setWidget(self._inside)

    def allow_writing(self, *, allowed: bool) -> None:
        """Offer to change what is on record, or not."""
        self._may_write = allowed

    def show_text(self, read: "ReadRules", *, today: date) -> None:
        """Show the versions of a text and the origin of the one that is read."""
        clear(self._column)
        self._document_id = read.document_id
        self._column.addWidget(text_label(self.tr("Versions"), "h3"))
        for version in reversed(read.versions):
            is_read = version.number == read.version.number
            self._add_version(version, today, read.versions, is_read=is_read)
        if self._may_write:
            self._add_drafting(any(version.status == "draft" for version in read.versions))
        self._column.addWidget(rule())
        self._column.addWidget(text_label(self.tr("Origin"), "h3"))
        self._add_origin(read)
        self._column.addWidget(rule())
        self._relying = _column()
        self._column.addLayout(self._relying)
        self._touched = _column()
        self._column.addLayout(self._touched)
        self._column.addStretch(1)

    def show_versions(
        self, row: "RuleDocumentRow", versions: "tuple[VersionRow, ...]", *, today: date
    ) -> None:
        """Show the versions of rules of which no text is held."""
        clear(self._column)
        self._document_id = row.id
        self._column.addWidget(text_label(self.tr("Versions"), "h3"))
        for version in reversed(versions):
            self._add_version(version, today, versions, is_read=False)
        self._relying, self._touched = _column(), _column()
        self._column.addStretch(1)

    def show_seal(self, state: SealState) -> None:
        """Show whether the version is word for word what was sealed."""
        is_sound = state is SealState.SOUND
        told = self.tr("Matches its seal") if is_sound else self.tr("Differs from its seal")
        self._seal.setText(told)
        self._seal.setProperty("chip", "ok" if is_sound else "bad")
        self._seal.style().unpolish(self._seal)
        self._seal.style().polish(self._seal)
        self._seal.show()

    def show_relying(self, relying: Relying) -> None:
        """Show which provisions and decisions rely on the provision in hand."""
        clear(self._relying)
        self._relying.addWidget(text_label(self.tr("Relied on by"), "h3"))
        if not relying.provisions and not relying.decisions:
            told = self.tr("No other provision and no decision.")
            self._relying.addWidget(wrapped_label(told, "muted"))
        for row in relying.provisions:
            elsewhere = f" · {row.document}" if row.is_elsewhere else ""
            link = link_button(f"{row.label or row.eid}{elsewhere}", name=f"reliance_{row.eid}")
            if row.is_elsewhere:
                link.clicked.connect(partial(self.place_chosen.emit, row.document_id, row.eid))
            else:
                link.clicked.connect(partial(self.provision_chosen.emit, row.eid))
            self._relying.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        for decision in relying.decisions:
            self._add_decision(decision)
        if self._may_write:
            add = link_button(self.tr("Link a decision…"), name="rules_link_decision")
            add.clicked.connect(partial(self.asked.emit, Asked.LINK_DECISION, None))
            self._relying.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_touched(self, touching: Touching) -> None:
        """Show what the decision that adopted the version did, provision by provision."""
        clear(self._touched)
        if not touching.rows:
            return
        self._touched.addWidget(rule())
        self._touched.addWidget(text_label(self.tr("Changed by this decision"), "h3"))
        for row in touching.rows[:_MOST]:
            told = words.touched(row)
            if row.document_id != self._document_id:
                told = f"{told} · {row.document}"
            link = link_button(told, name=f"touched_{row.eid}_{row.kind}")
            link.clicked.connect(partial(self.place_chosen.emit, row.document_id, row.eid))
            self._touched.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if len(touching.rows) > _MOST:
            more = self.tr("and {count} more").format(count=len(touching.rows) - _MOST)
            self._touched.addWidget(wrapped_label(more, "muted"))

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def _add_version(
        self,
        version: "VersionRow",
        today: date,
        versions: "tuple[VersionRow, ...]",
        *,
        is_read: bool,
    ) -> None:
        name = words.label(version)
        line = QHBoxLayout()
        line.setSpacing(8)
        if version.text_held and not is_read:
            button = link_button(name, name=f"version_{version.number}")
            button.setAccessibleName(self.tr("Read version {name}").format(name=name))
            button.clicked.connect(partial(self.version_chosen.emit, version.number))
            line.addWidget(button)
        else:
            line.addWidget(text_label(name, "medium"))
        state, hue = words.status(version, today, versions)
        line.addWidget(chip.chip(state, hue))
        line.addStretch(1)
        if self._may_write:
            line.addWidget(self._change_button(version, name))
        self._column.addLayout(line)
        for told in words.facts(version):
            self._column.addWidget(wrapped_label(told, "muted"))
        if self._may_write and version.status == "draft":
            adopt = link_button(self.tr("Adopt this draft…"), name=f"adopt_{version.number}")
            adopt.clicked.connect(partial(self.asked.emit, Asked.ADOPT, version.id))
            self._column.addWidget(adopt, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(6)

    def _add_drafting(self, is_drafted: bool) -> None:  # noqa: FBT001 - one of two names
        name = self.tr("Go on drafting") if is_drafted else self.tr("Draft a new version…")
        draft = link_button(name, name="rules_draft")
        draft.clicked.connect(partial(self.asked.emit, Asked.DRAFT, None))
        self._column.addWidget(draft, 0, Qt.AlignmentFlag.AlignLeft)

    def _change_button(self, version: "VersionRow", name: str) -> IconButton:
        spoken = self.tr("About version {name}…").format(name=name)
        button = IconButton("pencil", spoken, name=f"version_settings_{version.number}")
        button.clicked.connect(partial(self.asked.emit, Asked.VERSION_SETTINGS, version.id))
        return button

    def _add_decision(self, decision: "RelyingDecision") -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        said = " · ".join(part for part in (decision.symbol, decision.relation) if part)
        link = link_button(said, name=f"relying_{decision.symbol}")
        link.setToolTip(decision.title)
        link.clicked.connect(partial(self.record_requested.emit, "decision", decision.decision_id))
        line.addWidget(link)
        line.addStretch(1)
        if decision.link_id is not None and self._may_write:
            spoken = self.tr("Take away the link to {symbol}").format(symbol=decision.symbol)
            remove = IconButton("x", spoken, name=f"unlink_{decision.symbol}")
            remove.clicked.connect(partial(self.unlink_requested.emit, decision.link_id))
            line.addWidget(remove)
        self._relying.addLayout(line)

    def _add_origin(self, read: "ReadRules") -> None:
        version = read.version
        self._seal = chip.chip("", "ok", name="rules_seal")
        self._seal.hide()
        self._add_fact(self.tr("Rules"), read.code)
        if version.decision:
            self._column.addWidget(text_label(self.tr("Decision"), "micro"))
            link = link_button(version.decision, name="rules_decision")
            link.clicked.connect(
                partial(self.record_requested.emit, "decision", version.decision_id)
            )
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        for name, day in (
            (self.tr("Adopted"), version.adopted_on),
            (self.tr("In force from"), version.in_force_from),
            (self.tr("In force until"), version.in_force_to),
            (self.tr("Published"), version.published_on),
        ):
            if day is not None:
                self._add_fact(name, day_and_year(day))
        if version.content_root:
            root = version.content_root
            self._add_fact(self.tr("Sealed"), f"SHA-256 {root[:8]} … {root[-8:]}")
            self._column.addWidget(self._seal, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_fact(self, name: str, value: str) -> None:
        self._column.addWidget(text_label(name, "micro"))
        label = wrapped_label(value, "body")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    return column
