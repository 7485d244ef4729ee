"""What stands between a draft and signed minutes, each in a box: answers, signatures, scans."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui import dates, phrases
from app.ui.minutes import words
from app.ui.widgets import chip
from app.ui.widgets.card import Card, link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel, wrapped_label

if TYPE_CHECKING:
    from app.services.minutes_sheets import SheetAnswer, SheetScan, SheetSignature

_KILO = 1024


class AnswersCard(Card):
    """What each side has answered, and which has not.

    Signals:
        answer_wanted: The party whose answer shall be entered.
        withdraw_wanted: The key of the party whose last answer was a mistake.
    """

    answer_wanted = Signal(object)
    withdraw_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, title=self.tr("Answers of the sides"), icon="users")
        self.setObjectName("answers_card")
        self.body.setSpacing(10)

    def show_answers(self, sides: "Sequence[SheetAnswer]", *, is_open: bool) -> None:
        """Show the sides in their order."""
        clear(self.body)
        for side in sides:
            self.body.addWidget(self._row(side, is_open=is_open))
        if not sides:
            self.body.addWidget(wrapped_label(self.tr("No delegation is opened yet."), "muted"))

    def _row(self, side: "SheetAnswer", *, is_open: bool) -> QWidget:
        told = [words.say_answer(side.answer)]
        if side.answered_on is not None:
            told.append(dates.day_and_year(side.answered_on))
        state = chip.chip(" · ".join(told), words.hue_of_answer(side.answer))
        state.setObjectName(f"answer_{side.party.code}")
        links = []
        if is_open:
            enter = link_button(self.tr("Enter answer…"), name=f"enter_answer_{side.party.code}")
            enter.setAccessibleName(
                self.tr("Enter the answer of {party}").format(party=side.party.name)
            )
            enter.clicked.connect(partial(self._want, self.answer_wanted, side.party))
            links.append(enter)
            if side.answer:
                back = link_button(self.tr("Take back"), name=f"withdraw_{side.party.code}")
                back.clicked.connect(partial(self._want, self.withdraw_wanted, side.party.id))
                links.append(back)
        return _entry(_badge(side.party), side.party.name, side.note, state, links)

    def _want(self, signal: Any, told: Any) -> None:
        signal.emit(told)


class SignaturesCard(Card):
    """Who signs, under which name and post, and where and when they did.

    Signals:
        sign_wanted: The signatory whose signature shall be entered.
        change_wanted: The signatory whose name and post shall be changed.
        remove_wanted: The signatory who does not sign after all.
        add_wanted: Somebody shall be named.
        heads_wanted: The heads of delegation shall be named.
    """

    sign_wanted = Signal(object)
    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    add_wanted = Signal()
    heads_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, title=self.tr("Signatories"), icon="stamp")
        self.setObjectName("signatures_card")
        self.body.setSpacing(10)
        self._heads = self.add_link(self.tr("Take the heads of delegation"), name="take_heads")
        self._heads.clicked.connect(self.heads_wanted)
        self._add = self.add_link(self.tr("Add a signatory…"), name="add_signatory")
        self._add.clicked.connect(self.add_wanted)

    def show_signatures(
        self, rows: "Sequence[SheetSignature]", *, language: str, is_open: bool, may_sign: bool
    ) -> None:
        """Show the signatories in their order; ``may_sign`` says whether one may still sign."""
        clear(self.body)
        self._heads.setVisible(is_open)
        self._add.setVisible(is_open)
        for row in rows:
            self.body.addWidget(self._row(row, language, is_open=is_open, may_sign=may_sign))
        if not rows:
            self.body.addWidget(wrapped_label(self.tr("Nobody is named to sign yet."), "muted"))

    def _row(
        self, row: "SheetSignature", language: str, *, is_open: bool, may_sign: bool
    ) -> QWidget:
        name = words.in_language(row.printed_names, language) or self.tr("No name yet")
        post = words.in_language(row.capacities, language)
        state = chip.chip(_signed(row), "ok" if row.signed_on else "warn")
        state.setObjectName(f"signature_{row.party.code}")
        links = []
        is_given = bool(row.signed_on and row.place)
        offered = [
            (
                self.tr("Enter signature…"),
                "sign",
                self.sign_wanted,
                is_open or (may_sign and not is_given),
            ),
            (self.tr("Change…"), "change_signatory", self.change_wanted, is_open),
            (self.tr("Remove"), "remove_signatory", self.remove_wanted, is_open),
        ]
        for told, key, signal, is_offered in offered:
            if is_offered:
                link = link_button(told, name=f"{key}_{row.party.code}")
                link.setAccessibleName(f"{told} {name}")
                link.clicked.connect(partial(self._want, signal, row))
                links.append(link)
        return _entry(_badge(row.party), name, post, state, links)

    def _want(self, signal: Any, told: Any) -> None:
        signal.emit(told)


class ScansCard(Card):
    """The signed originals as they were scanned, each known by its hash.

    Signals:
        add_wanted: Files shall be chosen.
        dropped: Files that were dropped here.
        open_wanted: The scan that shall be opened.
        remove_wanted: The scan that shall be taken away.
    """

    add_wanted = Signal()
    dropped = Signal(list)
    open_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, title=self.tr("Signed originals"), icon="file-check")
        self.setObjectName("scans_card")
        self.setAcceptDrops(True)
        self.body.setSpacing(10)
        self._add = self.add_link(self.tr("Attach a scan…"), name="attach_scan")
        self._add.clicked.connect(self.add_wanted)
        self._may_add = False

    def show_scans(self, rows: "Sequence[SheetScan]", *, may_add: bool) -> None:
        """Show the scans."""
        clear(self.body)
        self._may_add = may_add
        self._add.setVisible(may_add)
        for row in rows:
            self.body.addWidget(self._row(row, may_remove=may_add))
        if not rows:
            told = self.tr("No scan is attached yet; drop the PDF of the signed copy here.")
            self.body.addWidget(wrapped_label(told, "muted"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if self._may_add and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        self.dropped.emit([url.toLocalFile() for url in event.mimeData().urls()])

    def _row(self, row: "SheetScan", *, may_remove: bool) -> QWidget:
        seal = self.tr("SHA-256 {hash}").format(hash=words.short_hash(row.sha256))
        state = chip.chip(seal, "ok")
        state.setToolTip(row.sha256)
        copy = link_button(self.tr("Copy hash"), name="copy_hash")
        copy.clicked.connect(partial(_copy, row.sha256))
        show = link_button(self.tr("Open"), name="open_scan")
        show.clicked.connect(partial(self._want, self.open_wanted, row))
        links = [copy, show]
        if may_remove:
            remove = link_button(self.tr("Take away"), name="remove_scan")
            remove.clicked.connect(partial(self._want, self.remove_wanted, row))
            links.append(remove)
        icon = IconLabel("file-text", "text2", size=20)
        return _entry(icon, row.file_name, _weight(row.size), state, links)

    def _want(self, signal: Any, told: Any) -> None:
        signal.emit(told)


def _entry(
    mark: QWidget, title: str, detail: str, state: QLabel, links: Sequence[QPushButton]
) -> QWidget:
    """Return one entry: a mark, a title with a state, what there is to add, and links."""
    holder = QWidget()
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(10)
    across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    first = QHBoxLayout()
    first.setSpacing(8)
    first.addWidget(ElidingLabel(title, "strong"), 1)
    first.addWidget(state)
    down = QVBoxLayout()
    down.setSpacing(2)
    down.addLayout(first)
    if detail:
        down.addWidget(wrapped_label(detail, "small"))
    below = QHBoxLayout()
    below.setSpacing(14)
    for link in links:
        below.addWidget(link)
    below.addStretch(1)
    if links:
        down.addLayout(below)
    across.addLayout(down, 1)
    return holder


def _badge(party: Any) -> QLabel:
    return chip.badge(party.code[:3], phrases.party_hue(party.seat))


def _signed(row: "SheetSignature") -> str:
    if row.signed_on is None:
        return words.not_signed()
    return " · ".join(part for part in (row.place, dates.day_and_year(row.signed_on)) if part)


def _weight(size: int) -> str:
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))} KB"
    return f"{size / _KILO / _KILO:.1f} MB"


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
