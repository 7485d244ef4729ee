"""What is to be looked at in the whole draft: references, terms, and what is not settled."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.drafting import words
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.label import wrapped_label
from app.ui.widgets.record_table import Column, RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.drafting.draft_numbers import NumbersAhead, ReferenceAhead
    from app.services.drafting.draft_terms import TermPlace, TermRow
    from app.services.drafting.readiness import OpenPlace


class ReferencesPane(QWidget):
    """Lists the references that do not say what their provisions are called now.

    Signals:
        provision_chosen: The identity of a provision.
        follow_requested: Those that can be followed shall be written anew.
    """

    provision_chosen = Signal(str)
    follow_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = wrapped_label("", "muted")
        self._follow = QPushButton(words.say("Let them follow"))
        self._follow.setObjectName("drafting_follow")
        self._follow.clicked.connect(self.follow_requested)
        self.table = RecordTable(
            (
                Column("name", words.say("In"), _where, width=176),
                Column("words", words.say("It says"), lambda row: row.words, width=124),
                Column("fate", words.say("What is to be done"), words.fate, icon=_icon),
            ),
            name="drafting_references",
            spoken=words.say("References"),
            key=lambda row: (row.eid, row.language, row.words, row.now),
            empty_icon="link",
        )
        self.table.say_empty(
            words.say("Every reference leads where it should"),
            detail=words.say(
                "References to other provisions are read in every language, and compared with the"
                " numbers that the provisions bear now."
            ),
        )
        self.table.activated.connect(lambda row: self.provision_chosen.emit(row.eid))
        _lay_out(self, (self._told, 1), (self._follow, 0), self.table)

    def show_references(self, ahead: "NumbersAhead", *, can_write: bool) -> None:
        """Show what is to be followed, and what leads nowhere."""
        self._follow.setEnabled(can_write and bool(ahead.following))
        self._told.setText(
            words.say("{follow} can follow by themselves, {loose} must be looked at.").format(
                follow=len(ahead.following), loose=len(ahead.loose)
            )
            if ahead.following or ahead.loose
            else ""
        )
        self.table.set_rows((*ahead.loose, *ahead.following))


class TermsPane(QWidget):
    """Lists the defined terms, and looks up where each is used.

    Signals:
        provision_chosen: The identity of a provision.
        language_chosen: The tag of the language whose terms are shown.
    """

    provision_chosen = Signal(str)
    language_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = wrapped_label(
            words.say("Choose a term to see where it is used; Enter goes there."), "muted"
        )
        self._language = ChoiceField(
            name="drafting_terms_language", spoken=words.say("Language of the terms")
        )
        self._language.chosen.connect(self.language_chosen)
        self.table = RecordTable(
            (
                Column("term", words.say("Term"), lambda row: row.term),
                Column("defined", words.say("Defined in"), _defined, width=130),
                Column("uses", words.say("Used in"), _uses, width=150, icon=_term_icon),
            ),
            name="drafting_terms",
            spoken=words.say("Terms"),
            key=lambda row: row.term,
            empty_icon="quote",
        )
        self.table.say_empty(
            words.say("No defined terms were found"),
            detail=words.say(
                "A definition reads: “term” means …, “용어”란, 「用語」とは, “нэр” гэж."
            ),
        )
        self.places = RecordTable(
            (Column("name", words.say("Used in"), lambda row: row.name),),
            name="drafting_term_places",
            spoken=words.say("Where the term is used"),
            key=lambda row: row.eid,
            filtered=False,
            empty_icon="quote",
        )
        self.places.say_empty(words.say("It is defined, and used nowhere"))
        self.table.chosen.connect(self._show_places)
        self.table.activated.connect(self._go_to_definition)
        self.places.activated.connect(lambda row: self.provision_chosen.emit(row.eid))
        _lay_out(self, (self._told, 1), (self._language, 0), self.table, self.places)

    def show_terms(
        self, rows: "Sequence[TermRow]", languages: "Sequence[str]", language: str
    ) -> None:
        """Show the terms of the draft in a language."""
        self._language.offer([(words.language(tag), tag) for tag in languages], language)
        self.table.set_rows(rows)
        if rows and not self.table.selected():
            self.table.choose((rows[0].term,))
        self._show_places(self.table.selected())

    def _show_places(self, chosen: "Sequence[TermRow]") -> None:
        places: tuple[TermPlace, ...] = chosen[0].uses if chosen else ()
        self.places.set_rows(places)

    def _go_to_definition(self, row: "TermRow") -> None:
        place = row.defined_in or (row.uses[0] if row.uses else None)
        if place is not None:
            self.provision_chosen.emit(place.eid)


class PlacesPane(QWidget):
    """Lists every place that must be settled before the version can be adopted.

    Signals:
        place_chosen: A provision, and whether its proposals are to be looked at.
    """

    place_chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = wrapped_label("", "muted")
        self.table = RecordTable(
            (
                Column("name", words.say("Where"), lambda row: row.name, width=150),
                Column("language", words.say("Language"), _language, width=96),
                Column("why", words.say("What is to be done"), words.open_place, icon=_open_icon),
            ),
            name="drafting_places",
            spoken=words.say("To be settled"),
            key=lambda row: (row.eid, row.kind, row.language),
            empty_icon="circle-check",
        )
        self.table.say_empty(
            words.say("Everything is settled"),
            detail=words.say("No proposal waits for a choice, and nothing stands in brackets."),
        )
        self.table.activated.connect(self._tell)
        _lay_out(self, (self._told, 1), self.table)

    def show_places(self, places: "Sequence[OpenPlace]") -> None:
        """Show what is not settled."""
        told = words.say("The version cannot be adopted before each of these places is settled.")
        self._told.setText(told if places else "")
        self.table.set_rows(places)

    def _tell(self, row: "OpenPlace") -> None:
        self.place_chosen.emit(row.eid, str(getattr(row.kind, "value", row.kind)) == "proposals")


def _lay_out(pane: QWidget, *parts: Any) -> None:
    """Put what stands in pairs into a line at the top, and tables below it."""
    line = QHBoxLayout()
    line.setSpacing(8)
    down = QVBoxLayout(pane)
    down.setContentsMargins(20, 14, 20, 12)
    down.setSpacing(8)
    down.addLayout(line)
    for part in parts:
        if isinstance(part, tuple):
            line.addWidget(*part)
        else:
            down.addWidget(part, 1)


def _language(row: Any) -> str:
    return words.language(row.language) if row.language else ""


def _where(row: "ReferenceAhead") -> str:
    return f"{row.name} · {words.language(row.language)}"


def _icon(row: "ReferenceAhead") -> tuple[str, str]:
    follows = str(getattr(row.fate, "value", row.fate)) == "follows"
    return ("link", "ok") if follows else ("triangle-alert", "warn")


def _open_icon(_row: "OpenPlace") -> tuple[str, str]:
    return ("circle-dot", "warn")


def _term_icon(row: "TermRow") -> tuple[str, str] | None:
    amiss = row.defined_in is None or not row.uses
    return ("triangle-alert", "warn") if amiss else None


def _defined(row: "TermRow") -> str:
    return row.defined_in.name if row.defined_in is not None else words.say("nowhere")


def _uses(row: "TermRow") -> str:
    if not row.uses:
        return words.say("nowhere")
    first = row.uses[0].name
    more = len(row.uses) - 1
    return words.say("{first} and {more} more").format(first=first, more=more) if more else first
