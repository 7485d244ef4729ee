"""The line of figures above the action items: how many, how many open, late and due soon."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.action import BoardColumn
from app.ui import icons, phrases
from app.ui.actions import words
from app.ui.appearance import scaled
from app.ui.widgets import chip
from app.ui.widgets.card import link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.filter_line import FilterLine
from app.ui.widgets.label import text_label
from app.ui.widgets.menu_button import MenuButton

if TYPE_CHECKING:
    from app.services.follow_up.sheets import FollowUp
    from app.ui.actions.narrowing import Narrowing

_FOLDS_BELOW = 900
_SEVERAL = 2
_WRITTEN = ("en", "ko", "mn", "ja")
"""The languages that there are reminders in."""


class FiguresLine(QWidget):
    """Below the head of the page.

    Signals:
        filtered: The words that the action items shall be filtered by.
        filter_left: The keyboard shall go to the action items.
        late_toggled: Only what is late shall be shown, or all again.
        letter_requested, message_requested: The id of the side that shall be reminded, or ``None``,
            and the language to write in.
        list_requested: The list shall be saved as Word.
        calendar_requested: The days shall be saved as a calendar file.
    """

    filtered = Signal(str)
    filter_left = Signal()
    late_toggled = Signal(bool)
    letter_requested = Signal(object, str)
    message_requested = Signal(object, str)
    list_requested = Signal()
    calendar_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actions_figures")
        self._month: QWidget | None = None
        self._writes_in = "en"
        self._figures = QHBoxLayout()
        self._figures.setSpacing(8)
        self.filter_line = FilterLine(self.tr("Filter: action items"), name="actions_filter")
        self.filter_line.setMaximumWidth(200)
        self.filter_line.filtered.connect(self.filtered)
        self.filter_line.left_down.connect(self.filter_left)
        self._files = MenuButton(self.tr("Remind and save"))
        self._files.setObjectName("actions_files")
        self._files.setIcon(icons.icon("bell"))
        self._files.setToolTip(
            self.tr("Reminders become Word letters or drafts of messages; nothing is ever sent.")
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 10, 16, 6)
        across.setSpacing(8)
        across.addLayout(self._figures)
        across.addStretch(1)
        across.addWidget(self.filter_line)
        across.addWidget(self._files)

    def show_figures(
        self, follow_up: "FollowUp", narrowing: "Narrowing", *, offers_late: bool
    ) -> None:
        """Show the figures of all action items of the body."""
        self._month = None
        clear(self._figures)
        rows = follow_up.rows
        owed = [row for row in rows if row.column is not BoardColumn.DONE]
        late = [row for row in owed if row.is_late]
        today = follow_up.today
        month = [
            row
            for row in owed
            if row.last_day and (row.last_day.year, row.last_day.month) == (today.year, today.month)
        ]
        self._add_figure(len(rows), QCoreApplication.translate("Actions", "in all"))
        self._add_figure(len(owed), QCoreApplication.translate("Actions", "open"))
        self._add_figure(len(late), QCoreApplication.translate("Actions", "late"))
        for side, count in Counter(row.side for row in late).items():
            name = words.say_side(side)
            label = chip.chip(f"{side.code if side else name} {count}", words.side_hue(side))
            spoken = self.tr("{side}: {count} late").format(side=name, count=count)
            label.setToolTip(spoken)
            label.setAccessibleName(spoken)
            self._figures.addWidget(label)
        if offers_late and (late or narrowing.late_only):
            told = self.tr("Show all") if narrowing.late_only else self.tr("Show these")
            link = link_button(told, name="only_late")
            spoken = self.tr("Show all again") if narrowing.late_only else self.tr("Show only late")
            link.setAccessibleName(spoken)
            link.clicked.connect(partial(self._toggle_late, not narrowing.late_only))
            self._figures.addWidget(link)
        self._figures.addSpacing(12)
        told = QCoreApplication.translate("Actions", "due this month")
        self._month = self._add_figure(len(month), told)
        self._fold()
        self._offer_files(follow_up)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def show_words(self, told: str) -> None:
        """Show the words of the filter where they are others."""
        if self.filter_line.text().strip() != told:
            self.filter_line.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.filter_line.setText(told)
            self.filter_line.blockSignals(False)  # noqa: FBT003

    def _toggle_late(self, only: bool) -> None:  # noqa: FBT001
        self.late_toggled.emit(only)

    def _add_figure(self, number: int, told: str) -> QWidget:
        figure = QWidget()
        figure.setAccessibleName(f"{number} {told}")
        across = QHBoxLayout(figure)
        across.setContentsMargins(0, 0, 14, 0)
        across.setSpacing(8)
        across.addWidget(text_label(str(number), "h1"))
        across.addWidget(text_label(told, "small"))
        self._figures.addWidget(figure)
        return figure

    def _fold(self) -> None:
        """Leave the least figure out where there is no room."""
        if self._month is not None:
            self._month.setVisible(self.width() >= scaled(_FOLDS_BELOW))

    def _offer_files(self, follow_up: "FollowUp") -> None:
        menu = self._files.choices
        menu.clear()
        for side in (*follow_up.sides, None):
            name = words.say_side(side) if side else self.tr("All that is open")
            key = side.id if side else None
            code = side.code if side else "all"
            letter = menu.addAction(
                icons.icon("file-text"), self.tr("{name}: letter…").format(name=name)
            )
            letter.setObjectName(f"remind_letter_{code}")
            letter.triggered.connect(partial(self._tell_letter, key))
            message = menu.addAction(
                icons.icon("mail"), self.tr("{name}: draft of a message…").format(name=name)
            )
            message.setObjectName(f"remind_message_{code}")
            message.triggered.connect(partial(self._tell_message, key))
            menu.addSeparator()
        self._offer_languages(menu, [tag for tag in follow_up.languages if tag in _WRITTEN])
        saved = menu.addAction(self.tr("Save the list as Word…"), self.list_requested.emit)
        saved.setObjectName("save_action_list")
        days = menu.addAction(self.tr("Save a calendar file…"), self.calendar_requested.emit)
        days.setObjectName("save_action_calendar")

    def _offer_languages(self, menu: QMenu, languages: list[str]) -> None:
        """Offer the languages of the body to write reminders in, where there are several."""
        if self._writes_in not in languages:
            self._writes_in = languages[0] if languages else "en"
        if len(languages) < _SEVERAL:
            return
        group = QActionGroup(menu)
        choices = menu.addMenu(self.tr("Reminders in"))
        choices.setObjectName("remind_languages")
        for tag in languages:
            action = choices.addAction(phrases.say("language", tag))
            action.setObjectName(f"remind_in_{tag}")
            action.setCheckable(True)
            action.setChecked(tag == self._writes_in)
            group.addAction(action)
            action.triggered.connect(partial(self._write_in, tag))
        menu.addSeparator()

    def _write_in(self, language: str) -> None:
        self._writes_in = language

    def _tell_letter(self, key: object) -> None:
        self.letter_requested.emit(key, self._writes_in)

    def _tell_message(self, key: object) -> None:
        self.message_requested.emit(key, self._writes_in)
