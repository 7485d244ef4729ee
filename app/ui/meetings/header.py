"""The head of a meeting: what it is called, when and where it is, and the one main thing to do."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui import dates, phrases
from app.ui.appearance import scaled
from app.ui.meetings.more_button import MoreButton
from app.ui.meetings.record import DocumentChoice, Mark, MeetingRecord
from app.ui.meetings.save_button import SaveButton
from app.ui.meetings.steps_button import StepsButton
from app.ui.widgets import chip
from app.ui.widgets.fact import Fact
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.saved_notice import SavedNotice

_FOLDS_BELOW = 720


class MeetingHeader(QFrame):
    """Title, state, days, place and languages of a meeting, and what can be done with it.

    Signals:
        save_requested: The DocumentChoice that shall be saved.
        step_requested: The NextStep that shall be taken.
        command_requested: The name of what else shall be done: see ``more_button``.
    """

    save_requested = Signal(object)
    step_requested = Signal(object)
    command_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meeting_header")
        self._place = text_label("", "faint")
        self._status = chip.chip("", name="meeting_status")
        self._marks = {mark: _mark(mark) for mark in Mark}
        self._crumb = FlowLayout(spacing=8)
        for label in (self._place, self._status, *self._marks.values()):
            self._crumb.addWidget(label)
        self._title = wrapped_label("", "h1", name="meeting_title")
        self._when, self._where, self._languages = map(Fact, ("calendar", "map-pin", "languages"))
        self._facts = FlowLayout(spacing=28, line_spacing=8)
        for fact in (self._when, self._where, self._languages):
            self._facts.addWidget(fact)
        self._save = SaveButton()
        self._save.chosen.connect(self.save_requested)
        self._steps = StepsButton()
        self._steps.chosen.connect(self.step_requested)
        self._more = MoreButton()
        self._more.chosen.connect(self.command_requested)
        self.notice = SavedNotice()
        self.notice.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._steps, self._save, self._more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(16)
        row.addWidget(self._title, 1)
        row.addLayout(buttons)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 14, 24, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(self._crumb)
        self._layout.addLayout(row)
        self._layout.addLayout(self._facts)
        self._layout.addWidget(self.notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the title where both have no room beside one another."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(_FOLDS_BELOW)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._row.setSpacing(8 if narrow else 16)

    def add_below(self, widget: QWidget) -> None:
        """Put something at the foot of the head, such as tabs."""
        self._layout.addWidget(widget)

    def show_record(self, shown: MeetingRecord) -> None:
        """Show the head of this meeting."""
        detail = shown.detail
        self._title.setText(detail.row.title)
        self._fill_crumb(shown)
        self._when.say(*self._days(shown))
        self._where.say(*self._venue(shown))
        self._languages.say(*self._tongues(shown))
        self._save.offer(())
        self._steps.offer(detail.next_steps)
        self.notice.hide()

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer only what leaves the meeting as it is, or everything."""
        self._steps.set_read_only(read_only=read_only)
        self._more.set_read_only(read_only=read_only)

    def offer_documents(self, choices: tuple[DocumentChoice, ...]) -> None:
        """Offer the documents that can be saved."""
        self._save.offer(choices)

    def _fill_crumb(self, shown: MeetingRecord) -> None:
        row = shown.detail.row
        chair = shown.detail.chair
        parts = [row.code]
        if chair:
            parts.append(self.tr("In the chair: {chair}").format(chair=chair))
        self._place.setText(" · ".join(part for part in parts if part))
        status = phrases.say("meeting status", row.status)
        chip.turn(self._status, status, phrases.hue("meeting status", row.status))
        for mark, label in self._marks.items():
            words, tip = self._words_of(mark)
            label.setText(words)
            note = "" if mark is Mark.DISPUTED else shown.detail.provenance_note
            label.setToolTip(note or tip)
            label.setHidden(mark not in shown.marks)

    def _words_of(self, mark: Mark) -> tuple[str, str]:
        """Return what a mark says, and what it means."""
        if mark is Mark.RECONSTRUCTED:
            return self.tr("Reconstructed from the press release"), self.tr(
                "Written afterwards from a published account; not the record of the meeting."
            )
        if mark is Mark.ILLUSTRATIVE:
            return self.tr("Illustrative"), self.tr(
                "Made up to show what such a record looks like."
            )
        return self.tr("Sources disagree"), self.tr(
            "Two sources say different things. Both are kept: see “Where this comes from”."
        )

    def _days(self, shown: MeetingRecord) -> tuple[str, str]:
        detail = shown.detail
        row = detail.row
        if row.starts_on is None:
            return row.date_words or self.tr("No date yet"), ""
        day = dates.long_days(row.starts_on, row.ends_on)
        if row.dates_are_planned:
            day = self.tr("{day} (planned)").format(day=day)
        return day, self._clocks(shown)

    def _clocks(self, shown: MeetingRecord) -> str:
        detail = shown.detail
        if detail.starts_at is None:
            return self.tr("Hours not recorded")
        zones = [detail.zone, *(zone for zone, _ in detail.other_clocks)]
        return " · ".join(
            f"{dates.hours(detail.starts_at, detail.ends_at, zone)} {dates.city_of(zone)}"
            for zone in zones
        )

    def _venue(self, shown: MeetingRecord) -> tuple[str, str]:
        detail = shown.detail
        row = detail.row
        place = ", ".join(part for part in (detail.venue, row.place) if part)
        below = [phrases.say("mode", row.mode)]
        if row.host is not None:
            below.append(self.tr("hosted by {party}").format(party=row.host.name))
        told = " · ".join(part for part in below if part)
        return place or told, (told[:1].upper() + told[1:]) if place else ""

    def _tongues(self, shown: MeetingRecord) -> tuple[str, str]:
        detail = shown.detail
        names = ", ".join(phrases.say("language", tag) for tag in detail.languages)
        prevails = ""
        if detail.prevailing:
            language = phrases.say("language", detail.prevailing)
            prevails = self.tr("Minutes in {language} prevail").format(language=language)
        return names, prevails if names else ""


def _mark(mark: Mark) -> QLabel:
    hues = {Mark.RECONSTRUCTED: "neutral", Mark.ILLUSTRATIVE: "violet", Mark.DISPUTED: "warn"}
    label = chip.chip("", hues[mark], name=f"mark_{mark}")
    label.hide()
    return label
