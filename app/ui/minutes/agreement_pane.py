"""Agreeing and signing in one view: what is still to be done, answers, signatures, editions."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.minutes import words
from app.ui.minutes.agreement_cards import AnswersCard, ScansCard, SignaturesCard
from app.ui.minutes.edition_card import EditionsCard
from app.ui.widgets.card import Card, link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.minutes_sheets import MinutesSheet
    from app.services.signing import Obstacle

_TWO_COLUMNS_FROM = 820
_SIGNING = frozenset({"approved", "signed", "confirmed", "distributed", "published"})
_OF_PARAGRAPHS = frozenset({"not-confirmed", "gap-in-words", "no-words"})


class ObstaclesCard(Card):
    """What is still to be done before the next step, each with a way there.

    Signals:
        jump_wanted: The obstacle that the user wants to mend.
    """

    jump_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, title=self.tr("Still to be done"), icon="list-checks")
        self.setObjectName("obstacles_card")
        self.body.setSpacing(6)
        self.hide()

    def show_obstacles(self, found: "Sequence[Obstacle]") -> None:
        """Show them, or hide the box where there are none."""
        clear(self.body)
        by_kind: dict[str, list[Obstacle]] = {}
        for obstacle in found:
            by_kind.setdefault(obstacle.kind.value, []).append(obstacle)
        for several in by_kind.values():
            self.body.addWidget(self._row(several[0], more=len(several) - 1))
        self.setVisible(bool(found))

    def _row(self, obstacle: "Obstacle", *, more: int) -> QWidget:
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        told = words.say_obstacle(obstacle)
        if more:
            told = self.tr("{told} and {n} more").format(told=told, n=more)
        across.addWidget(IconLabel("triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(wrapped_label(told), 1)
        link = link_button(self.tr("Go there"), name=f"mend_{obstacle.kind.value}")
        link.setAccessibleName(self.tr("Go there: {told}").format(told=told))
        link.clicked.connect(partial(self._jump, obstacle))
        across.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _jump(self, obstacle: "Obstacle") -> None:
        self.jump_wanted.emit(obstacle)


class AgreementPane(QScrollArea):
    """Shows how far the agreement has come.

    Attributes:
        obstacles, answers, signatures, scans, editions: The boxes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreement")
        self.setAccessibleName(self.tr("Agreeing and signing"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.obstacles = ObstaclesCard()
        self.answers = AnswersCard()
        self.signatures = SignaturesCard()
        self.scans = ScansCard()
        self.editions = EditionsCard()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._columns = QHBoxLayout()
        self._is_wide: bool | None = None
        self._told: tuple[object, ...] = ()
        self._lay_out()

    def show_sheet(self, sheet: "MinutesSheet", *, is_open: bool, may_write: bool) -> None:
        """Show the answers, signatures, scans and editions of the minutes."""
        told = (_agreed(sheet), is_open, may_write)
        if told == self._told:
            return  # boxes that are filled anew blink, and the keyboard drops out of them
        self._told = told
        is_signing = sheet.status.value in _SIGNING
        self.answers.show_answers(sheet.sides, is_open=is_open)
        self.signatures.show_signatures(
            sheet.signatures,
            language=sheet.languages[0],
            is_open=is_open,
            may_sign=may_write and sheet.is_latest,
        )
        self.scans.show_scans(sheet.scans, may_add=may_write)
        self.scans.setVisible(is_signing or bool(sheet.scans))
        self.editions.show_editions(
            sheet.editions, looked_at=sheet.id, may_restore=may_write and _may_restore(sheet)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the boxes in two columns where there is room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the boxes anew for the new size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._is_wide is not None:
            self._fold()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("agreement_inside")
        inside.setProperty("bg", "window")
        inside.setMinimumWidth(1)
        down = QVBoxLayout(inside)
        down.setContentsMargins(16, 16, 16, 16)
        down.setSpacing(14)
        down.addWidget(self.obstacles)
        self._columns.setSpacing(14)
        for column in (self._left, self._right):
            column.setSpacing(14)
            self._columns.addLayout(column, 1)
        down.addLayout(self._columns)
        down.addStretch(1)
        self.setWidget(inside)

    def _fold(self) -> None:
        is_wide = self.width() >= scaled(_TWO_COLUMNS_FROM)
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        # Taken out by their layout itself: an item that only Python lets go of keeps its box from
        # telling the next item how tall it has become.
        for column in (self._left, self._right):
            for box in (self.answers, self.signatures, self.scans, self.editions):
                column.removeWidget(box)
            while column.count():
                column.takeAt(0)
        self._left.addWidget(self.answers)
        self._left.addWidget(self.signatures)
        other = self._right if is_wide else self._left
        other.addWidget(self.scans)
        other.addWidget(self.editions)
        for column in (self._left, self._right):
            column.addStretch(1)
        self._columns.setStretch(1, 1 if is_wide else 0)


def is_about_paragraph(obstacle: "Obstacle") -> bool:
    """Say whether an obstacle is mended in a paragraph."""
    return obstacle.kind.value in _OF_PARAGRAPHS and obstacle.subject is not None


def _agreed(sheet: "MinutesSheet") -> tuple[object, ...]:
    """Return all that the boxes show of the minutes."""
    return (
        sheet.id,
        sheet.status,
        sheet.is_latest,
        sheet.languages,
        sheet.sides,
        sheet.signatures,
        sheet.scans,
        sheet.editions,
    )


def _may_restore(sheet: "MinutesSheet") -> bool:
    latest = next((each for each in sheet.editions if each.is_latest), None)
    return latest is not None and latest.status.value not in _SIGNING - {"approved"}
