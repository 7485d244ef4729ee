"""What stands above the paragraphs: the item, its language, and what is done with chosen words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import icons, phrases
from app.ui.appearance import scaled
from app.ui.minutes.places_pane import title_of, to_confirm
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import ElidingLabel
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from app.ui.minutes.view import PlaceRow, Shown

_LETTERS = {"en": "EN", "ko": "한", "mn": "МН", "ja": "日"}
_WORDS_FROM = 560
_TWO_LINES_FROM = 440
_IN_FIRST_LINE = 5


class SheetHead(QFrame):
    """Names the agenda item and offers what can be done with its paragraphs.

    Signals:
        language_chosen: The language to write in.
        beside_chosen: The language to show beside it; empty for none.
        confirm_wanted: All paragraphs of the item shall be confirmed.
        decision_wanted: A decision shall be made of the chosen words.
        action_wanted: An action item shall be made of them.
        aids_wanted: The pane with what helps to write shall be shown, or hidden.
        places_wanted: The list of agenda items shall be shown, or hidden.
    """

    language_chosen = Signal(object)
    beside_chosen = Signal(str)
    confirm_wanted = Signal()
    decision_wanted = Signal()
    action_wanted = Signal()
    aids_wanted = Signal()
    places_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet_head")
        self._languages: tuple[str, ...] = ("en",)
        self._shown: tuple[str, ...] = ("en",)
        self._title = ElidingLabel("", "h3")
        self._title.setObjectName("sheet_title")
        self._segments = Segments(name="minutes_language")
        self._segments.chosen.connect(self.language_chosen)
        self._beside = IconButton("columns-2", "", name="beside")
        self._beside.setCheckable(True)
        self._beside.clicked.connect(self._tell_beside)
        self.confirm = QPushButton()
        self.confirm.setObjectName("confirm_all")
        self.confirm.setIcon(icons.icon("circle-check", "ok"))
        self.confirm.clicked.connect(self.confirm_wanted)
        self.decision = _tool("gavel", self.tr("Make a decision of the chosen words"))
        self.decision.setObjectName("make_decision")
        self.decision.clicked.connect(self.decision_wanted)
        self.action = _tool("list-checks", self.tr("Make an action item of the chosen words"))
        self.action.setObjectName("make_action")
        self.action.clicked.connect(self.action_wanted)
        self.places = IconButton("list-ordered", self.tr("Agenda items"), name="show_places")
        self.places.clicked.connect(self.places_wanted)
        self.aids = IconButton("quote", self.tr("Words to put in"), name="show_aids")
        self.aids.clicked.connect(self.aids_wanted)
        self._above, self._below = QHBoxLayout(), QHBoxLayout()
        self._is_narrow: bool | None = None
        self._waiting = 0
        self._lay_out()

    def show_languages(self, languages: Sequence[str]) -> None:
        """Offer the languages of the minutes."""
        self._languages = tuple(languages)

    def show_place(self, row: "PlaceRow", shown: "Shown") -> None:
        """Name the item, and offer what can be done with it."""
        self._shown = shown.languages
        title = title_of(row)
        self._title.setText(f"{row.label}  {title}" if row.label else title)
        segments = [
            Segment(tag, _LETTERS.get(tag, tag.upper()), phrases.say("language", tag))
            for tag in self._languages
        ]
        self._segments.offer(segments, shown.languages[0])
        self._segments.setVisible(len(segments) > 1)
        other = self._other()
        self._beside.setChecked(len(shown.languages) > 1)
        self._beside.say(
            self.tr("Show {language} beside it").format(language=phrases.say("language", other))
        )
        waiting = sum(not block.confirmed for block in shown.blocks)
        self.confirm.setVisible(bool(waiting) and not shown.is_sealed)
        self._waiting = waiting
        spoken = self.tr("Confirm all of this item: {told}").format(told=to_confirm(waiting))
        self.confirm.setAccessibleName(spoken)
        self.confirm.setToolTip(spoken)
        for button in (self.decision, self.action):
            button.setVisible(not shown.is_sealed)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words beside the icons where there is room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Show words where there is room for the new size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _lay_out(self) -> None:
        self._above.setSpacing(6)
        for widget in (self.places, self._title, self._segments, self._beside, self.aids):
            self._above.addWidget(widget, 1 if widget is self._title else 0)
        self._below.setSpacing(6)
        self._below.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 8, 10, 8)
        down.setSpacing(6)
        down.addLayout(self._above)
        down.addLayout(self._below)

    def _fold(self) -> None:
        """Have two lines where there is room, and else one with icons alone."""
        width = self.width()
        is_narrow = width < scaled(_TWO_LINES_FROM)
        roomy = width >= scaled(_WORDS_FROM)
        self._title.setVisible(not is_narrow)
        self._beside.setVisible(bool(self._other()) and not is_narrow)
        long = (self.tr("Make a decision"), self.tr("Make an action item"))
        short = (self.tr("Decision"), self.tr("Action item"))
        told = ("", "") if is_narrow else long if roomy else short
        for button, words in zip((self.decision, self.action), told, strict=True):
            button.setText(words)
        form = "{n}" if is_narrow else self.tr("Confirm all {n}")
        self.confirm.setText(form.format(n=self._waiting))
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            tools = (self.decision, self.action, self.confirm)
            for widget in tools:
                (self._below if is_narrow else self._above).removeWidget(widget)
            if is_narrow:
                for at, widget in enumerate(tools, start=1):
                    self._above.insertWidget(at, widget)
                self._above.insertStretch(4, 1)
            else:
                if self._above.count() > _IN_FIRST_LINE:
                    self._above.takeAt(1)
                self._below.insertWidget(0, self.decision)
                self._below.insertWidget(1, self.action)
                self._below.addWidget(self.confirm)

    def _other(self) -> str:
        """Return the language that would be shown beside the one that is written."""
        if len(self._shown) > 1:
            return self._shown[1]
        return next((tag for tag in self._languages if tag != self._shown[0]), "")

    def _tell_beside(self) -> None:
        self.beside_chosen.emit(self._other() if self._beside.isChecked() else "")


def _tool(icon: str, spoken: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("kind", "small_ghost")
    button.setIcon(icons.icon(icon, "text2"))
    button.setToolTip(spoken)
    button.setAccessibleName(spoken)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the chosen words chosen
    return button
