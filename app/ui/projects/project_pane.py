"""One project: how it stands, who works in it, its figures with their sources, and its reviews."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui import dates
from app.ui.projects import words
from app.ui.projects.view import Adding
from app.ui.widgets import chip
from app.ui.widgets.blank import Blank
from app.ui.widgets.card import Card, link_button, rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.progress import ShareBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.projects import Involved, ProjectDetail, ReviewRow


class ProjectPane(QScrollArea):
    """Shows one project.

    Signals:
        edit_requested: The project shall be changed.
        status_chosen: The status that it shall come to.
        add_requested: What shall be added to it.
        remove_requested: What shall be taken out, and its id.
        record_requested: The kind and id of a record that it speaks of.
        back_requested: Back to the list.
    """

    edit_requested = Signal()
    status_chosen = Signal(object)
    add_requested = Signal(object)
    remove_requested = Signal(object, object)
    record_requested = Signal(str, object)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project_pane")
        self.setAccessibleName(self.tr("Project"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._detail: ProjectDetail | None = None
        self._can_change = False
        self._has_back = False
        inside = QWidget()
        inside.setProperty("bg", "window")
        self._down = QVBoxLayout(inside)
        self._down.setContentsMargins(20, 18, 20, 20)
        self._down.setSpacing(14)
        self.setWidget(inside)
        self.show_none()

    def show_none(self) -> None:
        """Say that none is chosen."""
        self._detail = None
        clear(self._down)
        blank = Blank("folder-kanban", name="project_blank")
        blank.say(
            self.tr("Choose a project from the list"),
            self.tr("Who works in it, its figures and every review are shown here."),
            icon="folder-kanban",
        )
        self._down.addWidget(blank)

    def show_project(self, detail: "ProjectDetail", *, can_change: bool) -> None:
        """Show a project."""
        is_same = self._detail is not None and self._detail.row.id == detail.row.id
        place = self.verticalScrollBar().value() if is_same else 0
        self._detail, self._can_change = detail, can_change
        clear(self._down)
        self._down.addLayout(self._head(detail))
        if detail.note:
            self._down.addWidget(wrapped_label(detail.note))
        self._down.addWidget(self._reviews(detail))
        self._down.addWidget(self._figures(detail))
        self._down.addWidget(self._people(detail))
        self._down.addWidget(self._decisions(detail))
        self._down.addStretch(1)
        self.verticalScrollBar().setValue(place)

    def offer_back(self, *, offered: bool) -> None:
        """Offer the way back to the list, where the list gave room to the project."""
        if offered != self._has_back:
            self._has_back = offered
            if self._detail is not None:
                self.show_project(self._detail, can_change=self._can_change)

    def _head(self, detail: "ProjectDetail") -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(8)
        if self._has_back:
            back = link_button(self.tr("Back to the list"), name="back_to_projects")
            back.clicked.connect(self.back_requested)
            down.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.setSpacing(8)
        title = wrapped_label(words.say_title(detail.row), "h1", name="project_title")
        across.addWidget(title, 1)
        if self._can_change:
            edit = IconButton("pencil", self.tr("Edit project"), name="edit_project", kind="")
            edit.clicked.connect(self.edit_requested)
            across.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(across)
        flow = FlowLayout(spacing=6)
        status = detail.row.status
        flow.addWidget(
            chip.chip(words.say_status(status), words.status_hue(status), name="project_status")
        )
        flow.addWidget(text_label(detail.row.code, "small"))
        down.addLayout(flow)
        if self._can_change and detail.next_statuses:
            down.addWidget(self._step(detail), 0, Qt.AlignmentFlag.AlignLeft)
        for told in self._lines_of(detail):
            down.addWidget(wrapped_label(told, "small"))
        if detail.instrument_id is not None:
            told = self.tr("Rests on {code}").format(code=detail.instrument_code)
            link = link_button(told, name="project_instrument")
            link.setToolTip(detail.instrument)
            link.clicked.connect(partial(self._tell_record, "instrument", detail.instrument_id))
            down.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return down

    def _lines_of(self, detail: "ProjectDetail") -> list[str]:
        """Return the lines below the title: whose it is, when, in which phases."""
        days = []
        if detail.starts_on:
            days.append(self.tr("from {day}").format(day=detail.starts_on))
        if detail.ends_on:
            days.append(self.tr("until {day}").format(day=detail.ends_on))
        proposer = ""
        if detail.row.proposer:
            proposer = self.tr("Proposed by {party}").format(party=detail.row.proposer.name)
        host = self.tr("Host: {party}").format(party=detail.host) if detail.host else ""
        phase = self.tr("Phases: {phases}").format(phases=detail.phase) if detail.phase else ""
        lines = (detail.row.body, proposer, host, " ".join(days), phase)
        return [line for line in lines if line]

    def _step(self, detail: "ProjectDetail") -> MenuButton:
        button = MenuButton(self.tr("Change status"))
        button.setObjectName("change_project_status")
        for status in detail.next_statuses:
            action = button.choices.addAction(words.say_status(status.value))
            action.setObjectName(f"project_to_{status.value}")
            action.triggered.connect(partial(self._tell_status, status))
        return button

    def _card(self, title: str, icon: str, adding: Adding | None, link: str, *, count: int) -> Card:
        card = Card(title, icon, count=count or None)
        card.body.setSpacing(8)
        if self._can_change and adding is not None:
            button = card.add_link(link, name=f"add_project_{adding.value}")
            button.clicked.connect(partial(self._tell_add, adding))
        return card

    def _reviews(self, detail: "ProjectDetail") -> QWidget:
        card = self._card(
            self.tr("Reviews"),
            "list-checks",
            Adding.REVIEW,
            self.tr("Add review…"),
            count=len(detail.reviews),
        )
        card.setObjectName("project_reviews")
        for place, review in enumerate(detail.reviews):
            if place:
                card.body.addWidget(rule())
            card.body.addLayout(self._review(review, place))
        if not detail.reviews:
            card.body.addWidget(wrapped_label(self.tr("No meeting has reviewed it yet."), "small"))
        return card

    def _review(self, review: "ReviewRow", place: int) -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        if review.meeting_id is not None:
            link = link_button(review.meeting, name=f"review_meeting_{place}")
            link.clicked.connect(partial(self._tell_record, "meeting", review.meeting_id))
            head.addWidget(link)
        else:
            head.addWidget(text_label(self.tr("Between meetings"), "strong"))
        if review.rating:
            rating = words.say_rating(review.rating)
            head.addWidget(chip.chip(rating, words.rating_hue(review.rating)))
        head.addStretch(1)
        head.addWidget(text_label(dates.brief_day(review.reviewed_on), "small"))
        down.addLayout(head)
        if review.progress is not None:
            told = self.tr("{count} % done").format(count=review.progress)
            bar = ShareBar(review.progress / 100, spoken=told)
            bar.setToolTip(told)
            down.addWidget(bar)
            down.addWidget(text_label(told, "micro"))
        if review.text:
            down.addWidget(wrapped_label(review.text))
        return down

    def _figures(self, detail: "ProjectDetail") -> QWidget:
        card = self._card(
            self.tr("Figures"),
            "scale",
            Adding.FIGURE,
            self.tr("Add figure…"),
            count=len(detail.figures),
        )
        card.setObjectName("project_figures")
        for figure in detail.figures:
            told = [wrapped_label(words.say_figure(figure), "medium")]
            beside = " · ".join(
                part for part in (figure.label, words.say_number(figure), figure.source) if part
            )
            if beside:
                told.append(wrapped_label(beside, "small"))
            card.body.addLayout(
                self._removable(told, Adding.FIGURE, figure.id, words.say_figure(figure))
            )
        if not detail.figures:
            card.body.addWidget(wrapped_label(self.tr("No figure is on record."), "small"))
        return card

    def _people(self, detail: "ProjectDetail") -> QWidget:
        card = self._card(
            self.tr("Parties and organisations"),
            "users",
            Adding.ORGANISATION,
            self.tr("Add organisation…"),
            count=len(detail.parties) + len(detail.organisations),
        )
        card.setObjectName("project_people")
        for adding, found in (
            (Adding.PARTY, detail.parties),
            (Adding.ORGANISATION, detail.organisations),
        ):
            for each in found:
                card.body.addLayout(self._involved(each, adding))
        if self._can_change:
            link = link_button(self.tr("Add party…"), name="add_project_party")
            link.clicked.connect(partial(self._tell_add, Adding.PARTY))
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _involved(self, each: "Involved", adding: Adding) -> QHBoxLayout:
        told = [wrapped_label(each.name, "medium")]
        if each.role:
            told.append(wrapped_label(each.role, "small"))
        return self._removable(told, adding, each.id, each.name)

    def _decisions(self, detail: "ProjectDetail") -> QWidget:
        card = self._card(
            self.tr("Decisions"),
            "gavel",
            Adding.DECISION,
            self.tr("Link decision…"),
            count=len(detail.decisions),
        )
        card.setObjectName("project_decisions")
        for place, decision in enumerate(detail.decisions):
            link = link_button(
                decision.symbol or self.tr("Decision without a number"),
                name=f"project_decision_{place}",
            )
            link.clicked.connect(partial(self._tell_record, "decision", decision.id))
            told: list[QWidget] = [link]
            if decision.title:
                told.append(wrapped_label(decision.title, "small"))
            if decision.registered:
                told.append(wrapped_label(self.tr("It began with this decision."), "faint"))
                card.body.addLayout(_stacked(told))
            else:
                line = self._removable(told, Adding.DECISION, decision.id, decision.symbol)
                card.body.addLayout(line)
        if not detail.decisions:
            card.body.addWidget(wrapped_label(self.tr("No decision is linked."), "small"))
        return card

    def _removable(
        self, told: "Sequence[QWidget]", adding: Adding, key: UUID, name: str
    ) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addLayout(_stacked(told), 1)
        if self._can_change:
            remove = IconButton("x", self.tr("Take out {name}").format(name=name))
            remove.setObjectName(f"remove_{adding.value}_{key}")
            remove.setProperty("kind", "small_ghost")
            remove.clicked.connect(partial(self._tell_remove, adding, key))
            across.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return across

    def _tell_add(self, adding: Adding) -> None:
        self.add_requested.emit(adding)

    def _tell_remove(self, adding: Adding, key: UUID) -> None:
        self.remove_requested.emit(adding, key)

    def _tell_status(self, status: object) -> None:
        self.status_chosen.emit(status)

    def _tell_record(self, kind: str, key: UUID) -> None:
        self.record_requested.emit(kind, key)


def _stacked(told: "Sequence[QWidget]") -> QVBoxLayout:
    down = QVBoxLayout()
    down.setSpacing(1)
    for widget in told:
        down.addWidget(widget)
    return down
