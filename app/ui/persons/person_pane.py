"""One person: names, posts, how to reach them, and every meeting with the post printed that day."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui import dates, people_words, phrases
from app.ui.persons.forms import say_dates
from app.ui.persons.view import PersonShown
from app.ui.widgets import chip
from app.ui.widgets.blank import Blank
from app.ui.widgets.card import Card, link_button, rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.menu_button import MenuButton

if TYPE_CHECKING:
    from app.services.alike_persons import LikelyPerson
    from app.services.persons import AttendedRow, PersonDetail, PostRow, SpellingRow

_PARTS = ("family", "given", "patronymic")


class PersonPane(QScrollArea):
    """Shows one person.

    Signals:
        edit_requested, remove_requested, add_post_requested, add_spelling_requested: What they say.
        edit_post_requested, remove_post_requested: The id of the post.
        remove_spelling_requested: The id of the spelling.
        meeting_requested: The id of the meeting that shall be shown.
        apart_requested: The ids of two persons who are not the same.
        merge_requested: The id and name of the person shown, and those of the other one.
        back_requested: Back to the list.
    """

    edit_requested = Signal()
    remove_requested = Signal()
    add_post_requested = Signal()
    add_spelling_requested = Signal()
    edit_post_requested = Signal(object)
    remove_post_requested = Signal(object)
    remove_spelling_requested = Signal(object)
    meeting_requested = Signal(object)
    apart_requested = Signal(object, object)
    merge_requested = Signal(object, str, object, str)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person_pane")
        self.setAccessibleName(self.tr("Person"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._can_change = False
        self._has_back = False
        self._shown: PersonShown | None = None
        inside = QWidget()
        inside.setProperty("bg", "window")
        self._down = QVBoxLayout(inside)
        self._down.setContentsMargins(20, 18, 20, 20)
        self._down.setSpacing(14)
        self.setWidget(inside)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nobody is chosen."""
        self._shown = None
        clear(self._down)
        blank = Blank("users", name="person_blank")
        blank.say(
            self.tr("Choose somebody from the list"),
            self.tr("Names, posts and every meeting are shown here."),
            icon="users",
        )
        self._down.addWidget(blank)

    def show_person(self, shown: PersonShown) -> None:
        """Show a person."""
        self._shown = shown
        self._can_change = shown.can_change
        place = self.verticalScrollBar().value()
        clear(self._down)
        self._down.addLayout(self._head(shown.detail))
        if shown.likely:
            self._down.addWidget(self._doubles(shown))
        self._down.addWidget(self._names(shown.detail))
        self._down.addWidget(self._posts(shown.detail))
        if shown.detail.email or shown.detail.phone or shown.detail.languages or shown.detail.note:
            self._down.addWidget(self._contact(shown.detail))
        self._down.addWidget(self._meetings(shown.detail))
        self._down.addStretch(1)
        self.verticalScrollBar().setValue(place)

    def offer_back(self, *, offered: bool) -> None:
        """Offer the way back to the list, where the list gave room to the person."""
        if offered != self._has_back:
            self._has_back = offered
            if self._shown is not None:
                self.show_person(self._shown)

    def _head(self, detail: "PersonDetail") -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(8)
        if self._has_back:
            back = link_button(self.tr("Back to the list"), name="back_to_persons")
            back.clicked.connect(self.back_requested)
            down.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(wrapped_label(detail.name, "h1", name="person_name"), 1)
        if self._can_change:
            edit = IconButton("pencil", self.tr("Edit person"), name="edit_person", kind="")
            edit.clicked.connect(self.edit_requested)
            across.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
            more = MenuButton(self.tr("More"))
            more.setObjectName("more_person")
            for text, name, signal in (
                (self.tr("Add post…"), "add_post", self.add_post_requested),
                (self.tr("Add spelling…"), "add_spelling", self.add_spelling_requested),
                (self.tr("Remove person…"), "remove_person", self.remove_requested),
            ):
                action = more.choices.addAction(text, signal.emit)
                action.setObjectName(name)
            across.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(across)
        if detail.honorific:
            down.addWidget(wrapped_label(detail.honorific, "small"))
        return down

    def _doubles(self, shown: PersonShown) -> QWidget:
        card = Card(self.tr("Perhaps the same person"), "users")
        card.setObjectName("person_doubles")
        card.body.setSpacing(6)
        for place, likely in enumerate(shown.likely[:4]):
            card.body.addWidget(wrapped_label(people_words.say_likely(likely), "medium"))
            if shown.can_change:
                card.body.addLayout(self._decisions(shown.detail, likely, place))
        return card

    def _decisions(self, detail: "PersonDetail", likely: "LikelyPerson", place: int) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(16)
        apart = link_button(self.tr("Not the same person"), name=f"tell_apart_{place}")
        apart.clicked.connect(partial(self._tell_apart, detail.id, likely.id))
        merge = link_button(self.tr("Make one person…"), name=f"merge_{place}")
        merge.clicked.connect(
            partial(self._tell_merge, detail.id, detail.name, likely.id, likely.name)
        )
        across.addWidget(apart)
        across.addWidget(merge)
        across.addStretch(1)
        return across

    def _names(self, detail: "PersonDetail") -> QWidget:
        card = Card(self.tr("Names"), "languages")
        card.body.setSpacing(6)
        for tag, name in detail.names.items():
            card.body.addLayout(_line(phrases.say("language", tag), name))
        for tag, parts in detail.name_parts.items():
            told = ", ".join(
                f"{self._say_part(part)} {parts[part]}" for part in _PARTS if parts.get(part)
            )
            card.body.addLayout(_line(self.tr("Parts, {tag}").format(tag=tag.upper()), told))
        if detail.name_parts:
            card.body.addLayout(self._trust(detail))
        for spelling in detail.spellings:
            card.body.addLayout(self._spelling(spelling))
        if not (detail.names or detail.name_parts or detail.spellings):
            card.body.addWidget(wrapped_label(self.tr("Known by this name only."), "small"))
        return card

    def _trust(self, detail: "PersonDetail") -> QHBoxLayout:
        across = QHBoxLayout()
        told = self.tr("Parts confirmed") if detail.is_verified else self.tr("Parts not confirmed")
        across.addWidget(chip.chip(told, "ok" if detail.is_verified else "warn"))
        across.addStretch(1)
        return across

    def _say_part(self, part: str) -> str:
        return {
            "family": self.tr("family"),
            "given": self.tr("given"),
            "patronymic": self.tr("father’s"),
        }[part]

    def _spelling(self, spelling: "SpellingRow") -> QHBoxLayout:
        across = _line(phrases.say("language", spelling.language), spelling.text, centred=True)
        if self._can_change:
            remove = IconButton(
                "x", self.tr("Remove the spelling {text}").format(text=spelling.text)
            )
            remove.setProperty("kind", "small_ghost")
            remove.clicked.connect(partial(self._tell_spelling, spelling.id))
            across.addWidget(remove)
        return across

    def _posts(self, detail: "PersonDetail") -> QWidget:
        card = Card(self.tr("Posts"), "landmark", count=len(detail.posts) or None)
        card.setObjectName("person_posts")
        card.body.setSpacing(8)
        if self._can_change:
            card.add_link(self.tr("Add post…"), name="add_post_link").clicked.connect(
                self.add_post_requested
            )
        for place, post in enumerate(detail.posts):
            card.body.addLayout(self._post(post, place))
        if not detail.posts:
            words = self.tr("No post is entered; those printed at meetings stand below.")
            card.body.addWidget(wrapped_label(words, "small"))
        return card

    def _post(self, post: "PostRow", place: int) -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(1)
        for title in post.titles.values():
            down.addWidget(wrapped_label(title, "medium"))
        told = " · ".join(
            part for part in (post.organisation, say_dates(post.valid_from, post.valid_to)) if part
        )
        if told:
            down.addWidget(wrapped_label(told, "small"))
        if self._can_change:
            across = QHBoxLayout()
            across.setSpacing(14)
            edit = link_button(self.tr("Edit…"), name=f"edit_post_{place}")
            edit.clicked.connect(partial(self._tell_edit_post, post.id))
            remove = link_button(self.tr("Remove"), name=f"remove_post_{place}")
            remove.clicked.connect(partial(self._tell_remove_post, post.id))
            across.addWidget(edit)
            across.addWidget(remove)
            across.addStretch(1)
            down.addLayout(across)
        return down

    def _contact(self, detail: "PersonDetail") -> QWidget:
        card = Card(self.tr("To reach them"), "info")
        card.body.setSpacing(6)
        languages = ", ".join(phrases.say("language", tag) for tag in detail.languages)
        for label, words in (
            (self.tr("E-mail"), detail.email),
            (self.tr("Phone"), detail.phone),
            (self.tr("Languages"), languages),
            (self.tr("Note"), detail.note),
        ):
            if words:
                card.body.addLayout(_line(label, words))
        return card

    def _meetings(self, detail: "PersonDetail") -> QWidget:
        card = Card(self.tr("Meetings"), "calendar", count=len(detail.attended) or None)
        card.setObjectName("person_meetings")
        card.body.setSpacing(8)
        for place, row in enumerate(detail.attended):
            if place:
                card.body.addWidget(rule())
            card.body.addLayout(self._attended(row, place))
        if not detail.attended:
            words = self.tr("Not on record for any meeting.")
            card.body.addWidget(wrapped_label(words, "small"))
        return card

    def _attended(self, row: "AttendedRow", place: int) -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        link = link_button(row.code or row.meeting, name=f"person_meeting_{place}")
        link.setToolTip(row.meeting)
        link.clicked.connect(partial(self._tell_meeting, row.meeting_id))
        head.addWidget(link)
        head.addWidget(chip.chip(row.party.code, phrases.party_hue(row.party.seat)))
        head.addStretch(1)
        day = dates.day_and_year(row.on) if row.on is not None else ""
        head.addWidget(text_label(day, "small"))
        down.addLayout(head)
        down.addWidget(wrapped_label(row.name, "medium"))
        if row.post:
            down.addWidget(wrapped_label(row.post, "small"))
        told = " · ".join(
            (phrases.say("delegate role", row.role), phrases.say("attendance", row.attendance))
        )
        down.addWidget(wrapped_label(told, "faint"))
        return down

    def _tell_apart(self, first: UUID, second: UUID) -> None:
        self.apart_requested.emit(first, second)

    def _tell_merge(self, first: UUID, name: str, second: UUID, other: str) -> None:
        self.merge_requested.emit(first, name, second, other)

    def _tell_spelling(self, key: UUID) -> None:
        self.remove_spelling_requested.emit(key)

    def _tell_edit_post(self, key: UUID) -> None:
        self.edit_post_requested.emit(key)

    def _tell_remove_post(self, key: UUID) -> None:
        self.remove_post_requested.emit(key)

    def _tell_meeting(self, key: UUID) -> None:
        self.meeting_requested.emit(key)


def _line(label: str, words: str, *, centred: bool = False) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(8)
    shown = text_label(label, "small")
    shown.setMinimumWidth(86)
    side = Qt.AlignmentFlag.AlignVCenter if centred else Qt.AlignmentFlag.AlignTop
    across.addWidget(shown, 0, side)
    across.addWidget(wrapped_label(words), 1)
    return across
