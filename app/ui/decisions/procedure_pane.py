"""One silence procedure: its deadline in every capital, the answers of the sides, what next."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import dates, phrases
from app.ui.decisions import words
from app.ui.decisions.asks import Ask
from app.ui.decisions.sheet_pane import SheetPane, fact_lines
from app.ui.widgets import chip
from app.ui.widgets.card import rule
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.menu_button import MenuButton

if TYPE_CHECKING:
    from app.services.register.silence_sheets import EventLine, ProcedureSheet, SideLine

Offered = list[tuple[str, Ask | str]]


class ProcedurePane(SheetPane):
    """Shows a silence procedure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name="procedure_pane", spoken=self.tr("Silence procedure"), parent=parent)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no procedure is chosen."""
        self.show_blank(
            self.tr("Choose a silence procedure from the list"),
            self.tr("Its clock, the answers of the sides and the next step are shown here."),
            "mail",
        )

    def fill(self, sheet: "ProcedureSheet") -> None:
        """Put the cards of a procedure below one another."""
        self.down.addLayout(self._head(sheet))
        self._show_clock(sheet)
        self._show_sides(sheet)
        self._show_text(sheet)
        self._show_events(sheet)

    def _head(self, sheet: "ProcedureSheet") -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(8)
        across = QHBoxLayout()
        across.setSpacing(8)
        title = sheet.line.title or sheet.line.symbol
        across.addWidget(wrapped_label(title, "h1", name="procedure_title"), 1)
        across.addWidget(self._more(sheet), 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(across)
        flow = QWidget()
        chips = FlowLayout(flow)
        status = sheet.line.status
        chips.addWidget(
            chip.chip(
                words.say("procedure", status),
                words.hue("procedure", status),
                name="procedure_status",
            )
        )
        if sheet.left is not None and status == "circulated":
            chips.addWidget(chip.chip(words.say_left(sheet.left), "info", name="procedure_left"))
        down.addWidget(flow)
        steps = self._steps(sheet) if self.can_change else []
        if steps:
            row = QWidget()
            buttons = FlowLayout(row)
            for place, (text, ask) in enumerate(steps):
                button = QPushButton(text)
                button.setObjectName(f"step_{ask}")
                if not place:
                    button.setProperty("kind", "primary")
                button.clicked.connect(partial(self._obey, ask))
                buttons.addWidget(button)
            down.addWidget(row)
        return down

    def _steps(self, sheet: "ProcedureSheet") -> Offered:
        """Return what comes next, the likeliest first."""
        status = sheet.line.status
        if status == "circulated":
            return self._steps_of_clock(sheet)
        following: dict[str, Offered] = {
            "prepared": [(self.tr("Circulate…"), Ask.CIRCULATE), (self.tr("Edit…"), "edit")],
            "no-objection": [(self.tr("Adopt…"), Ask.ADOPT_SILENCE)],
            "adopted": [(self.tr("Announce…"), Ask.ANNOUNCE)],
            "announced": [(self.tr("Record in minutes…"), Ask.RECORD)],
            "objected": [
                (self.tr("Consult"), "consult"),
                (self.tr("Objection withdrawn…"), Ask.SETTLE),
                (self.tr("Next agenda…"), Ask.REFER),
            ],
            "consultation": [
                (self.tr("Objection withdrawn…"), Ask.SETTLE),
                (self.tr("Next agenda…"), Ask.REFER),
            ],
        }
        return following.get(status, [])

    def _steps_of_clock(self, sheet: "ProcedureSheet") -> Offered:
        is_due = sheet.is_past and not (sheet.affirmation_required and sheet.waiting_for)
        end: Offered = [(self.tr("Period has ended"), "conclude")] if is_due else []
        answers: Offered = []
        if any(side.received_at is None for side in sheet.sides):
            answers.append((self.tr("Receipt…"), Ask.RECEIPT))
        if sheet.affirmation_required and any(side.affirmed_at is None for side in sheet.sides):
            answers.append((self.tr("Affirmed…"), Ask.AFFIRM))
        answers.append((self.tr("Objection…"), Ask.OBJECT))
        return [*end, *answers]

    def _more(self, sheet: "ProcedureSheet") -> MenuButton:
        more = MenuButton(self.tr("More"))
        more.setObjectName("more_procedure")
        self._offer(more, self.tr("Save the circular as Word…"), "save_circular")
        self._offer(more, self.tr("Show the decision"), "show_decision")
        if not self.can_change:
            return more
        more.choices.addSeparator()
        status = sheet.line.status
        if sheet.circulated_at is not None:
            self._offer(more, self.tr("Comment of a side…"), Ask.COMMENT)
        if status == "circulated" and sheet.left is not None:
            self._offer(more, self.tr("Extend the period…"), Ask.EXTEND)
        if status in {"no-objection", "adopted", "announced", "consultation"}:
            self._offer(more, self.tr("Objection…"), Ask.OBJECT)
        if status in {"prepared", "circulated", "objected", "consultation"}:
            self._offer(more, self.tr("Give up…"), Ask.GIVE_UP)
        return more

    def _offer(self, more: MenuButton, text: str, ask: Ask | str) -> None:
        action = more.choices.addAction(text, partial(self._obey, ask))
        action.setObjectName(f"more_{ask}")

    def _obey(self, ask: Ask | str) -> None:
        if isinstance(ask, Ask):
            self.ask(ask)
        else:
            self.tell(ask)

    def _show_clock(self, sheet: "ProcedureSheet") -> None:
        card = self.card(self.tr("The clock"), "clock", name="procedure_clock")
        for capital in sheet.capitals:
            across = QHBoxLayout()
            across.setSpacing(8)
            across.addWidget(text_label(words.say_end_there(capital.local), "medium"))
            city = dates.city_of(capital.zone) or capital.zone
            across.addWidget(text_label(city, "small"))
            if capital.other_day:
                across.addWidget(chip.chip(self.tr("another day there"), "warn"))
            across.addStretch(1)
            card.body.addLayout(across)
        if not sheet.capitals:
            waits = self.tr("The clock starts when it is circulated.")
            if sheet.circulated_at is not None:
                waits = self.tr("The clock starts when the last side has confirmed receipt.")
            card.body.addWidget(wrapped_label(waits, "medium"))
        skipped = ", ".join(
            f"{dates.weekday_and_day(day)} ({whose})" for day, whose in sheet.skipped
        )
        facts = [
            (self.tr("Rule"), self._say_rule(sheet)),
            (self.tr("Laid down in"), sheet.rule_source),
            (self.tr("Not counted"), skipped),
            (self.tr("Waiting for"), ", ".join(sheet.waiting_for)),
            (self.tr("Next agenda"), sheet.referred_to if sheet.line.status == "referred" else ""),
            (self.tr("Minutes of"), ", ".join(sheet.recorded_in)),
        ]
        card.body.addLayout(fact_lines(facts))

    def _say_rule(self, sheet: "ProcedureSheet") -> str:
        told = [
            str(sheet.days),
            words.say("counts", sheet.counts).lower() + ",",
            words.say("starts", sheet.starts).lower(),
        ]
        rule_words = " ".join(told)
        if sheet.hour is not None:
            rule_words += self.tr(", until {hour}").format(hour=f"{sheet.hour:%H:%M}")
        if sheet.affirmation_required:
            rule_words += self.tr("; every side affirms")
        return rule_words

    def _show_sides(self, sheet: "ProcedureSheet") -> None:
        if not sheet.sides:
            return
        card = self.card(self.tr("The sides"), "users", name="procedure_sides")
        for place, side in enumerate(sheet.sides):
            if place:
                card.body.addWidget(rule())
            card.body.addLayout(self._side(side, sheet))

    def _side(self, side: "SideLine", sheet: "ProcedureSheet") -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(chip.badge(side.party.code, phrases.party_hue(side.party.seat)))
        head.addWidget(text_label(side.party.name, "medium"))
        head.addStretch(1)
        head.addWidget(self._standing(side))
        down.addLayout(head)
        zone = sheet.line.zone
        moments = (
            (self.tr("Sent"), side.dispatched_at),
            (self.tr("Received"), side.received_at),
            (self.tr("Affirmed"), side.affirmed_at),
            (self.tr("Objected"), side.objected_at),
            (self.tr("Withdrawn"), side.settled_at),
        )
        down.addLayout(
            fact_lines([(label, words.say_moment(at, zone)) for label, at in moments if at])
        )
        if side.objection:
            down.addWidget(wrapped_label(f"“{side.objection}”"))
        return down

    def _standing(self, side: "SideLine") -> QWidget:
        if side.is_open:
            return chip.chip(self.tr("Objects"), "warn")
        if side.is_late:
            return chip.chip(self.tr("Objected too late"), "neutral")
        if side.affirmed_at is not None:
            return chip.chip(self.tr("Affirmed"), "ok")
        if side.received_at is not None:
            return chip.chip(self.tr("Has received it"), "ok")
        return chip.chip(self.tr("Receipt not confirmed"), "violet")

    def _show_text(self, sheet: "ProcedureSheet") -> None:
        for tag, title in sheet.titles.items():
            card = self.card(
                phrases.say("language", tag), "languages", name=f"procedure_text_{tag}"
            )
            card.body.addWidget(wrapped_label(title, "medium"))
            if sheet.texts.get(tag):
                card.body.addWidget(wrapped_label(sheet.texts[tag]))

    def _show_events(self, sheet: "ProcedureSheet") -> None:
        if not sheet.events:
            return
        card = self.card(
            self.tr("What has happened"),
            "history",
            name="procedure_events",
            count=len(sheet.events),
        )
        for event in reversed(sheet.events):
            card.body.addLayout(self._event(event, sheet.line.zone))

    def _event(self, event: "EventLine", zone: str) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(IconLabel(words.hue("event", event.kind)), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(1)
        told = words.say("event", event.kind)
        if event.party is not None:
            told = f"{event.party.name}: {told[0].lower()}{told[1:]}"
        down.addWidget(wrapped_label(told, "medium"))
        when = words.say_moment(event.at, zone)
        if event.until is not None:
            until = words.say_end(event.until, zone)
            when = self.tr("{when} — until {until}").format(when=when, until=until)
        down.addWidget(wrapped_label(when, "small"))
        if event.words:
            down.addWidget(wrapped_label(f"“{event.words}”"))
        across.addLayout(down, 1)
        return across
