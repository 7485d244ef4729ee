"""What helps to write, as one list under headings, found by typing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import phrases
from app.ui.appearance import font, scaled
from app.ui.minutes import words
from app.ui.widgets import painted
from app.ui.widgets.lines import broken
from app.ui.widgets.suggestions import fold

if TYPE_CHECKING:
    from app.ui.minutes.view import Aids

_MARGIN = 6
_PADDING = 9
AnyIndex = QModelIndex | QPersistentModelIndex


class AidKind(StrEnum):
    """What an entry is: a heading, a record to go to, or words to put in."""

    HEADING = "heading"
    RECORD = "record"
    PAPER = "paper"
    NAME = "name"
    PHRASE = "phrase"
    TERM = "term"


class Role(IntEnum):
    """What a view may ask of an entry beside its text."""

    AID = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Aid:
    """One entry.

    Attributes:
        words: What is shown, and put in where it is no record.
        detail: What stands below it.
        told: The record, or the phrase, that it stands for.
    """

    kind: AidKind
    words: str
    detail: str = ""
    told: Any = None

    @property
    def is_phrase(self) -> bool:
        """Whether it is the frame of a sentence."""
        return self.kind is AidKind.PHRASE


class AidsTable(QAbstractListModel):
    """The entries under their headings; a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Aid, ...] = ()
        self._shown: tuple[Aid, ...] = ()
        self._filter: tuple[str, ...] = ()

    def set_aids(self, aids: "Aids") -> None:
        """Show these."""
        made = tuple(_entries(aids))
        if made != self._all:
            self._all = made
            self._select()

    def filter(self, typed: str) -> None:
        """Show only those with every word that is typed."""
        self._filter = tuple(fold(typed).split())
        self._select()

    def first(self) -> QModelIndex:
        """Return the first entry that can be chosen."""
        found = (at for at, aid in enumerate(self._shown) if aid.kind is not AidKind.HEADING)
        return self.index(next(found, -1))

    def aid_at(self, index: AnyIndex) -> Aid | None:
        """Return an entry, unless it is a heading."""
        aid = self._shown[index.row()] if index.isValid() else None
        return aid if aid is not None and aid.kind is not AidKind.HEADING else None

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of an entry holds."""
        if not index.isValid():
            return None
        aid = self._shown[index.row()]
        if role == Role.AID:
            return aid
        if role == Qt.ItemDataRole.DisplayRole:
            return aid.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (aid.words, aid.detail) if part)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with an entry."""
        if self.aid_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _select(self) -> None:
        self.beginResetModel()
        self._shown = tuple(self._fitting())
        self.endResetModel()

    def _fitting(self) -> Iterator[Aid]:
        heading: Aid | None = None
        for aid in self._all:
            if aid.kind is AidKind.HEADING:
                heading = aid
            elif all(word in fold(f"{aid.words} {aid.detail}") for word in self._filter):
                if heading is not None:
                    yield heading
                    heading = None
                yield aid


class AidDelegate(QStyledItemDelegate):
    """Paints an entry: its words, and below them what they are."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the size that shows everything."""
        aid = index.data(Role.AID)
        if aid.kind is AidKind.HEADING:
            return QSize(0, scaled(30))
        height = 8 + len(self._lines(aid)) * painted.line_height("body")
        height += painted.line_height("micro") if aid.detail else 0
        return QSize(0, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one entry."""
        painter.save()
        aid = index.data(Role.AID)
        area = QRectF(option.rect)
        if aid.kind is AidKind.HEADING:
            heading = area.adjusted(_MARGIN + _PADDING, 8, -_MARGIN, 0)
            painted.text(painter, heading, aid.words, "chip", "text3")
        else:
            painted.ground(painter, option, area.adjusted(_MARGIN, 0, -_MARGIN, 0))
            self._paint_aid(painter, area, aid)
        painter.restore()

    def _paint_aid(self, painter: QPainter, area: QRectF, aid: Aid) -> None:
        left, top = area.left() + _MARGIN + _PADDING, area.top() + 4
        width = area.width() - 2 * (_MARGIN + _PADDING)
        height = painted.line_height("body")
        token = "accent" if aid.kind is AidKind.RECORD else "text"
        for line in self._lines(aid):
            painted.text(painter, QRectF(left, top, width, height), line, "body", token)
            top += height
        if aid.detail:
            below = QRectF(left, top, width, painted.line_height("micro"))
            painted.text(painter, below, aid.detail, "micro", "text3")

    def _lines(self, aid: Aid) -> tuple[str, ...]:
        width = self._view.viewport().width() - 2 * (_MARGIN + _PADDING)
        return broken(aid.words, font("body"), width, most=2)


def _entries(aids: "Aids") -> Iterator[Aid]:
    if aids.records:
        yield Aid(AidKind.HEADING, _said("Decisions and action items"))
    for kind, key, label, told, state in aids.records:
        table = "decision status" if kind == "decision" else "action status"
        detail = " · ".join(part for part in (phrases.say(table, state), told) if part)
        yield Aid(AidKind.RECORD, label or told, detail, (kind, key, label, told, state))
    if aids.papers:
        yield Aid(AidKind.HEADING, _said("Papers before this item"))
    for key, symbol, title in aids.papers:
        yield Aid(AidKind.PAPER, symbol, title, key)
    yield from _names(aids)
    yield from _phrases(aids)
    if aids.terms:
        yield Aid(AidKind.HEADING, _said("Terms"))
    for term in aids.terms:
        detail = term.english if term.english != term.words else ""
        yield Aid(AidKind.TERM, term.words, detail, term)


def _names(aids: "Aids") -> Iterator[Aid]:
    last = None
    for party, name, post in aids.names:
        if party.id != last:
            last = party.id
            form = _said("Delegation of {party}")
            yield Aid(AidKind.HEADING, form.format(party=party.name))
        yield Aid(AidKind.NAME, name, post, name)


def _phrases(aids: "Aids") -> Iterator[Aid]:
    sides = {party.id: party for party, _name, _post in aids.names}
    last: Any = None
    for phrase in sorted(aids.phrases, key=_speaker):
        party = sides.get(phrase.party_id) if phrase.party_id else None
        here = (str(phrase.grade), phrase.party_id)
        if here != last:
            last = here
            form = _said("Phrases: {whose}")
            whose = words.say_grade(str(phrase.grade), party, sides=len(sides))
            yield Aid(AidKind.HEADING, form.format(whose=whose))
        yield Aid(AidKind.PHRASE, _with_gap(phrase), "", phrase)


def _speaker(phrase: Any) -> tuple[bool, str, str]:
    is_joint = phrase.party_id is None
    return not is_joint, str(phrase.party_id or ""), "" if is_joint else str(phrase.grade)[::-1]


def _with_gap(phrase: Any) -> str:
    """Return a phrase as it is offered, with three dots where one writes on."""
    text = phrase.text
    return f"{text[: phrase.place].rstrip()} … {text[phrase.place :].lstrip()}".strip()


def _said(text: str) -> str:
    return QCoreApplication.translate("Aids", text)
