"""The tab of the minutes: items at the left, paragraphs in the middle, what helps at the right."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.minutes.agreement_pane import AgreementPane
from app.ui.minutes.aids_pane import AidsPane
from app.ui.minutes.banners import StateBanner, UnsavedBanner
from app.ui.minutes.comparison_dialog import ComparisonDialog, WordingsDialog
from app.ui.minutes.find_bar import FindBar
from app.ui.minutes.note_box import NoteBox
from app.ui.minutes.places_pane import PlacesPane
from app.ui.minutes.sheet import Sheet
from app.ui.minutes.sheet_head import SheetHead
from app.ui.minutes.steps_bar import AGREE, WRITE, StepsBar
from app.ui.notify import Notifier
from app.ui.steps import Steps
from app.ui.widgets.blank import Blank

if TYPE_CHECKING:
    from app.services.comparisons import ShownComparison
    from app.services.minutes_sheets import MinutesSheet, SheetEdition
    from app.services.signing import Obstacle
    from app.services.unsaved_words import FoundWords
    from app.ui.minutes.page_text import Place
    from app.ui.minutes.view import Aids, PlaceRow, Shown

_NARROWEST = 480
_AIDS_FROM = 860
_PLACES_FROM = 600


class MinutesPage(QWidget):
    """Shows the minutes of one meeting.

    Signals:
        first_wanted: The first paragraph of the place in hand shall be begun.
        draft_wanted: The minutes shall be drafted from the records.
        empty_wanted: The minutes shall be begun without a draft.
        rescaled: A comparison of editions is wanted at another scale.
        find_wanted: Words shall be looked for.
    """

    first_wanted = Signal()
    draft_wanted = Signal()
    empty_wanted = Signal()
    rescaled = Signal(float)
    find_wanted = Signal()

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes_page")
        self.setProperty("bg", "surface")
        self.setMinimumWidth(1)  # or its panes keep it from becoming narrow enough to fold them
        self._notifier = notifier
        self._rows: Sequence[PlaceRow] = ()
        self._shown_aids: bool | None = None
        self._shown_places: bool | None = None
        self._comparison: ComparisonDialog | None = None
        self._is_coming = False
        self._coming = Steps(self)
        self.bar = StepsBar()
        self.state = StateBanner()
        self.unsaved = UnsavedBanner()
        self.places = PlacesPane()
        self.head = SheetHead()
        self.find_bar = FindBar()
        self.sheet = Sheet()
        self.note = NoteBox()
        self.aids = AidsPane()
        self.agreement = AgreementPane()
        self._nothing_here = Blank("pen-line", name="place_blank")
        self._first = self._nothing_here.add_button(
            self.tr("Write a paragraph"), name="first_paragraph", primary=True
        )
        self._first.clicked.connect(self.first_wanted)
        self._blank = Blank("file-pen-line", name="minutes_blank")
        self._draft, self._empty = self._make_beginnings()
        self._paragraphs = QStackedWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self.head.aids_wanted.connect(self._turn_aids)
        self.head.places_wanted.connect(self._turn_places)
        self.places.opened.connect(self.focus_paragraphs)
        self.find_bar.closed.connect(self.focus_paragraphs)

    def find_here(self) -> None:
        """Have words looked for in the minutes that are shown."""
        self._coming.finish()
        if self._stack.currentWidget() is not self._blank:
            self.find_wanted.emit()

    def turn_to(self, where: str) -> None:
        """Show the paragraphs, or how far the agreement has come."""
        self._coming.finish()
        self.bar.show_turn(where)
        if self._stack.currentWidget() is not self._blank:
            self._stack.setCurrentWidget(self.agreement if where == AGREE else self._bench)

    def is_composing(self) -> bool:
        """Say whether an input method is in the middle of a syllable."""
        return self.sheet.is_composing()

    def show_reading(self) -> None:
        """Say that the minutes are being read."""
        self._blank.say(self.tr("Reading the minutes…"))
        self._draft.hide()
        self._empty.hide()
        self._show_blank()

    def show_none(self, *, read_only: bool) -> None:
        """Show that there are no minutes yet, and how to begin."""
        detail = self.tr(
            "They can be drafted from the agenda, the delegations, the decisions and the open "
            "action items; every sentence is then confirmed or removed."
        )
        self._blank.say(
            self.tr("This meeting has no minutes yet"),
            "" if read_only else detail,
            icon="file-pen-line",
        )
        self._draft.setVisible(not read_only)
        self._empty.setVisible(not read_only)
        self._show_blank()

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        self._blank.say(sentence, remedy, icon="circle-alert")
        self._draft.hide()
        self._empty.hide()
        self._show_blank()

    def show_sheet(self, sheet: "MinutesSheet", *, read_only: str) -> None:
        """Show how far the minutes have come; ``read_only`` says why nothing can be written."""
        self._is_coming = self._stack.currentWidget() is self._blank
        is_open = not sheet.is_sealed and not read_only
        self.state.show_sheet(sheet, read_only=read_only)
        self.sheet.name_sides(tuple(side.party for side in sheet.sides))
        self.head.show_languages(sheet.languages)
        self.agreement.show_sheet(sheet, is_open=is_open, may_write=not read_only)
        self.note.setVisible(is_open)

    def show_places(self, rows: "Sequence[PlaceRow]", chosen: "Place") -> None:
        """Show where paragraphs stand, and how many."""
        self._rows = rows
        self.places.show_places(rows, chosen)

    def show_blocks(self, shown: "Shown") -> None:
        """Show the paragraphs of one place; those that are shown already keep their editors."""
        row = next(each for each in self._rows if each.place == shown.place)
        self.head.show_place(row, shown)
        self.sheet.show_blocks(shown)
        if not shown.blocks:
            self._nothing_here.say(self.tr("Nothing is written here yet"))
            self._first.setVisible(not shown.is_sealed)
        self._paragraphs.setCurrentWidget(self.sheet if shown.blocks else self._nothing_here)
        if self._is_coming:
            self._is_coming = False
            self._coming.take(self._come())

    def show_aids(self, aids: "Aids") -> None:
        """Show what helps to write."""
        self.aids.show_aids(aids)

    def focus_block(self, key: UUID, language: str, at: int, length: int = 0) -> None:
        """Put the keyboard into a paragraph, at a place in its words."""
        self.turn_to(WRITE)
        self.sheet.focus_block(key, language, at, length)

    def point_out(self, key: UUID, language: str, at: int, length: int) -> None:
        """Show words of a paragraph as chosen; the keyboard stays where it is."""
        self.turn_to(WRITE)
        self.sheet.focus_block(key, language, at, length, keyboard=False)

    def focus_paragraphs(self) -> None:
        """Put the keyboard where one writes."""
        self._coming.finish()
        if self._stack.currentWidget() is not self._bench:
            self._stack.currentWidget().setFocus()
        elif not self.sheet.focus_first():
            self._first.setFocus()

    def show_refused(self, key: UUID | None, problem: Misfortune) -> None:
        """Say beside a paragraph, or beside the note line, what was refused and why."""
        if key is None:
            self.note.show_refused(problem)
        else:
            self.sheet.show_refused(key, problem)

    def take_note(self) -> None:
        """Empty the note line, because its line is in the record."""
        self.note.take()

    def ask_who(self, candidates: Sequence[tuple[UUID, str]]) -> UUID | None:
        """Ask which of several delegates is meant."""
        names = tuple(name for _key, name in candidates)
        place = self._notifier.choose(
            self.tr("Who attended?"), self.tr("The name fits more than one."), answers=names
        )
        return candidates[place][0] if place is not None else None

    def show_found(self, place: int, count: int) -> None:
        """Say which of how many findings is shown."""
        self.find_bar.show_found(place, count)

    def show_unsaved(self, found: "Sequence[FoundWords]") -> None:
        """Offer what was typed and never saved; nothing takes the offer away."""
        self.unsaved.show_unsaved(found)

    def compare_words(self, *, mine: str, theirs: str) -> None:
        """Show two wordings of a paragraph side by side."""
        wordings = ((self.tr("Yours"), mine), (self.tr("Theirs, in the record"), theirs))
        title = self.tr("Two wordings of one paragraph")
        WordingsDialog(wordings, title=title, parent=self).open()

    def look_at_unsaved(self, found: "FoundWords") -> None:
        """Show what was typed and never saved beside what the record says."""
        stored = found.stored
        gone = self.tr("The paragraph is not in the record any more.")
        wordings = (
            (self.tr("Typed and not saved"), found.words.words),
            (self.tr("In the record"), gone if stored is None else stored),
        )
        WordingsDialog(wordings, title=self.tr("Words that were not saved"), parent=self).open()

    def show_obstacles(self, found: "Sequence[Obstacle]", *, is_new: bool = True) -> None:
        """Show what stands between the minutes and the next step; go there if it is new."""
        self.agreement.obstacles.show_obstacles(found)
        if found and is_new:
            self.turn_to(AGREE)
            self.agreement.verticalScrollBar().setValue(0)

    def show_comparison(
        self, shown: "ShownComparison", older: "SheetEdition", newer: "SheetEdition"
    ) -> None:
        """Show two editions on one page."""
        if self._comparison is None:
            title = self.tr("Edition {older} and edition {newer}")
            told = title.format(older=older.number, newer=newer.number)
            self._comparison = ComparisonDialog(told, resized=self.rescaled.emit, parent=self)
            self._comparison.finished.connect(self._forget_comparison)
            self._comparison.open()
        scale = self._comparison.area.measure()
        self._comparison.show_comparison(shown, scale=scale)

    def open_file(self, path: Path) -> None:
        """Open a file in the program the computer uses for it."""
        self._notifier.open_outside(path)

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what went wrong and what to do next."""
        self._notifier.tell_misfortune(sentence, remedy)

    def minimumSizeHint(self) -> QSize:
        """Return a width in which the panes are folded: they need not be beside one another."""
        return QSize(scaled(_NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the panes to the new size."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold or unfold the panes to the new size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _make_beginnings(self) -> tuple[QPushButton, QPushButton]:
        draft = self._blank.add_button(
            self.tr("Pre-draft the minutes"), name="draft_minutes", primary=True
        )
        draft.clicked.connect(self.draft_wanted)
        empty = self._blank.add_button(self.tr("Begin with an empty page"), name="begin_empty")
        empty.clicked.connect(self.empty_wanted)
        return draft, empty

    def _lay_out(self) -> None:
        self._paragraphs.addWidget(self.sheet)
        self._paragraphs.addWidget(self._nothing_here)
        centre = QWidget()
        down = QVBoxLayout(centre)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        for widget in (self.head, self.find_bar):
            down.addWidget(widget)
        down.addWidget(self._paragraphs, 1)
        down.addWidget(self.note)
        self._bench = QWidget()
        across = QHBoxLayout(self._bench)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.places)
        across.addWidget(centre, 1)
        across.addWidget(self.aids)
        for page in (self._blank, self._bench, self.agreement):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for band in (self.unsaved, self.bar, self.state):
            whole.addWidget(band)
        whole.addWidget(self._stack, 1)

    def _come(self) -> Iterator[None]:
        """Dress what was filled out of sight, and let all be seen at once."""
        self.setUpdatesEnabled(False)
        try:
            while self.sheet.fill_on():
                yield
            self._bench.resize(self._stack.size())
            across = self._bench.layout()
            if across is not None:
                across.activate()
            yield
            self.bar.show_turn(WRITE)
            self.bar.show()
            yield
            self._stack.setCurrentWidget(self._bench)
            yield
        finally:
            self.setUpdatesEnabled(True)

    def _show_blank(self) -> None:
        self._is_coming = False
        self._coming.drop()
        self.bar.hide()
        self.state.hide()
        self._stack.setCurrentWidget(self._blank)

    def _turn_aids(self) -> None:
        self._shown_aids = not self.aids.isVisibleTo(self._bench)
        if self._shown_aids and self.width() < scaled(_AIDS_FROM):
            self._shown_places = False
        self._fold()

    def _turn_places(self) -> None:
        self._shown_places = not self.places.isVisibleTo(self._bench)
        if self._shown_places and self.width() < scaled(_AIDS_FROM):
            self._shown_aids = False
        self._fold()

    def _fold(self) -> None:
        """Show the panes beside the paragraphs where there is room, or when they are asked for."""
        width = self.width()
        roomy = width >= scaled(_AIDS_FROM)
        if roomy:
            self._shown_places = None
        aids = roomy if self._shown_aids is None else self._shown_aids
        fits = width >= scaled(_PLACES_FROM)
        places = fits if self._shown_places is None else self._shown_places
        self.aids.setVisible(aids)
        self.places.setVisible(places)
        self.head.places.setVisible(not roomy)

    def _forget_comparison(self) -> None:
        self._comparison = None
