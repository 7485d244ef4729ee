"""One decision: its words, its days, what it does to others, the rules and minutes it touches."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import dates, phrases
from app.ui.decisions import words
from app.ui.decisions.asks import Ask
from app.ui.decisions.sheet_pane import SheetPane, fact_line, fact_lines
from app.ui.widgets import chip
from app.ui.widgets.card import link_button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.menu_button import MenuButton

if TYPE_CHECKING:
    from app.services.register.sheets import DecisionSheet


class DecisionPane(SheetPane):
    """Shows a decision."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name="decision_pane", spoken=self.tr("Decision"), parent=parent)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no decision is chosen."""
        self.show_blank(
            self.tr("Choose a decision from the list"),
            self.tr("Its words, its days and what it changed are shown here."),
            "gavel",
        )

    def fill(self, sheet: "DecisionSheet") -> None:
        """Put the cards of a decision below one another."""
        self.down.addLayout(self._head(sheet))
        if sheet.contradictions:
            self._warn(sheet)
        self._tell_days(sheet)
        for tag, title in sheet.titles.items():
            card = self.card(phrases.say("language", tag), "languages", name=f"decision_text_{tag}")
            card.body.addWidget(wrapped_label(title, "medium"))
            if sheet.texts.get(tag):
                card.body.addWidget(wrapped_label(sheet.texts[tag]))
        self._show_related(sheet)
        self._show_rules(sheet)
        self._show_positions(sheet)
        self._show_minutes(sheet)

    def _head(self, sheet: "DecisionSheet") -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(8)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(wrapped_label(sheet.row.symbol, "h1", name="decision_symbol"), 1)
        if self.can_change:
            edit = IconButton("pencil", self.tr("Edit decision"), name="edit_decision", kind="")
            edit.clicked.connect(partial(self.ask, Ask.EDIT))
            across.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._more(sheet), 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(across)
        flow = QWidget()
        chips = FlowLayout(flow)
        chips.addWidget(
            chip.chip(
                words.say("standing", sheet.standing),
                words.hue("standing", sheet.standing),
                name="decision_standing",
            )
        )
        for told in (words.say("kind", sheet.row.kind), words.say("channel", sheet.row.channel)):
            chips.addWidget(chip.chip(told))
        down.addWidget(flow)
        if self.can_change and sheet.standing == "draft":
            down.addLayout(self._next_steps(sheet))
        return down

    def _next_steps(self, sheet: "DecisionSheet") -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        if sheet.procedure_id is None:
            adopt = QPushButton(self.tr("Adopt…"))
            adopt.setObjectName("adopt_decision")
            adopt.setProperty("kind", "primary")
            adopt.clicked.connect(partial(self.ask, Ask.ADOPT))
            silence = QPushButton(self.tr("Decide in writing…"))
            silence.setObjectName("decide_in_writing")
            silence.clicked.connect(partial(self.tell, "silence"))
            across.addWidget(adopt)
            across.addWidget(silence)
        across.addStretch(1)
        return across

    def _more(self, sheet: "DecisionSheet") -> MenuButton:
        more = MenuButton(self.tr("More"))
        more.setObjectName("more_decision")
        save = more.choices.addAction(self.tr("Save as Word…"), partial(self.tell, "save_decision"))
        save.setObjectName("save_decision")
        if not self.can_change:
            return more
        more.choices.addSeparator()
        offered: list[tuple[str, Ask]] = [
            (self.tr("What it does to another decision…"), Ask.RELATE),
            (self.tr("A rule that it concerns…"), Ask.RULE),
            (self.tr("Reservation or other position…"), Ask.RESERVATION),
        ]
        if sheet.is_adopted:
            offered.append((self.tr("Published…"), Ask.PUBLISH))
            if sheet.ad_referendum and sheet.confirmed_on is None:
                offered.append((self.tr("Confirmed by the capitals…"), Ask.CONFIRM))
            if sheet.standing in {"in-force", "amended", "not-yet", "to-confirm"}:
                offered.append((self.tr("Carried out…"), Ask.DONE))
                offered.append((self.tr("Lapsed…"), Ask.LAPSE))
        elif sheet.standing == "draft" and sheet.procedure_id is None:
            offered.append((self.tr("Withdraw the draft…"), Ask.WITHDRAW))
        for text, ask in offered:
            action = more.choices.addAction(text, partial(self.ask, ask))
            action.setObjectName(f"ask_{ask.value}")
        return more

    def _warn(self, sheet: "DecisionSheet") -> None:
        card = self.card(
            self.tr("On the same rule as a decision that is in force"),
            "triangle-alert",
            name="decision_contradictions",
        )
        for place, other in enumerate(sheet.contradictions):
            card.body.addWidget(wrapped_label(other.rule, "medium"))
            line = fact_line(
                self.tr("Decision"),
                self.link(other.symbol, "decision", other.decision_id, name=f"contradicts_{place}"),
            )
            card.body.addLayout(line)
        hint = self.tr("Say whether this one amends it, supersedes it or carries it out.")
        card.body.addWidget(wrapped_label(hint, "small"))
        if self.can_change:
            card.add_link(
                self.tr("Say what it does…"), name="settle_contradiction"
            ).clicked.connect(partial(self.ask, Ask.RELATE))

    def _tell_days(self, sheet: "DecisionSheet") -> None:
        card = self.card(self.tr("Facts"), "info", name="decision_facts")
        row = sheet.row
        days = [
            (self.tr("Taken"), row.taken_on),
            (self.tr("In effect"), row.effective_on),
            (self.tr("Published"), row.published_on),
            (self.tr("Confirmed"), sheet.confirmed_on),
            (self.tr("Carried out"), sheet.done_on),
        ]
        facts = [(label, dates.day_and_year(day)) for label, day in days if day]
        facts += [
            (self.tr("Was called"), row.alias),
            (self.tr("How"), words.say("method", sheet.method)),
            (self.tr("Agenda item"), sheet.agenda_item),
            (self.tr("Conditions"), " ".join(sheet.conditions.values())),
            (self.tr("Note"), sheet.status_note),
            (self.tr("Source"), sheet.provenance_note),
        ]
        card.body.addLayout(fact_lines(facts))
        for label, told, kind, key in (
            (self.tr("Meeting"), row.meeting, "meeting", row.meeting_id),
            (
                self.tr("In writing"),
                self.tr("Silence procedure"),
                "written_procedure",
                sheet.procedure_id,
            ),
        ):
            if key is not None:
                link = self.link(told, kind, key, name=f"decision_{kind}")
                card.body.addLayout(fact_line(label, link))

    def _show_related(self, sheet: "DecisionSheet") -> None:
        if not sheet.related:
            return
        card = self.card(
            self.tr("Other decisions"), "link", name="decision_related", count=len(sheet.related)
        )
        for place, each in enumerate(sheet.related):
            table = "outward" if each.is_outward else "inward"
            down = QVBoxLayout()
            down.setSpacing(1)
            told = link_button(each.symbol, name=f"related_{place}")
            told.clicked.connect(partial(self.go, "decision", each.decision_id))
            down.addWidget(told, 0, Qt.AlignmentFlag.AlignLeft)
            if each.title:
                down.addWidget(wrapped_label(each.title, "small"))
            card.body.addLayout(
                self._removable(
                    words.say(table, each.relation),
                    down,
                    "unrelate" if each.is_outward and not sheet.is_adopted else "",
                    each.id,
                )
            )

    def _show_rules(self, sheet: "DecisionSheet") -> None:
        if not sheet.rules:
            return
        card = self.card(self.tr("Rules"), "scale", name="decision_rules", count=len(sheet.rules))
        title = ""
        for place, rule in enumerate(sheet.rules):
            if rule.title != title:
                title = rule.title
                card.body.addWidget(wrapped_label(title, "medium"))
            down = QVBoxLayout()
            told = link_button(rule.label or self.tr("the text"), name=f"rule_{place}")
            told.setAccessibleName(f"{rule.title} {rule.label}".strip())
            told.clicked.connect(partial(self._go_to_rule, rule))
            down.addWidget(told, 0, Qt.AlignmentFlag.AlignLeft)
            word = "unlink" if rule.link_id is not None else ""
            card.body.addLayout(
                self._removable(words.say("touch", rule.how), down, word, rule.link_id)
            )

    def _show_positions(self, sheet: "DecisionSheet") -> None:
        if not sheet.positions:
            return
        card = self.card(self.tr("Positions"), "quote", name="decision_positions")
        for each in sheet.positions:
            across = QHBoxLayout()
            across.setSpacing(8)
            across.addWidget(chip.chip(each.party.code, phrases.party_hue(each.party.seat)))
            hue = words.hue("position", each.position)
            across.addWidget(chip.chip(words.say("position", each.position), hue))
            across.addStretch(1)
            card.body.addLayout(across)
            if each.statement:
                card.body.addWidget(wrapped_label(each.statement))

    def _show_minutes(self, sheet: "DecisionSheet") -> None:
        if not sheet.minutes:
            return
        card = self.card(self.tr("In the minutes"), "file-text", name="decision_minutes")
        for place, each in enumerate(sheet.minutes):
            link = self.link(
                each.meeting, "minutes_paragraph", each.paragraph_id, name=f"minutes_{place}"
            )
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            card.body.addWidget(wrapped_label(each.text, "small"))

    def _removable(self, label: str, down: QVBoxLayout, word: str, key: Any) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        shown = text_label(label, "small")
        shown.setFixedWidth(104)
        across.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(down, 1)
        if word and self.can_change:
            remove = IconButton("x", self.tr("Take “{what}” away").format(what=label))
            remove.setProperty("kind", "small_ghost")
            remove.clicked.connect(partial(self.tell, word, key))
            across.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return across

    def _go_to_rule(self, rule: Any) -> None:
        if rule.version_id is not None:
            self.go("rule_version", rule.version_id)
        else:
            self.go("rule_document", rule.document_id)
