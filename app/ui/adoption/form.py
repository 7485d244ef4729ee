"""The form of an adoption: the decision, the version with its days, the note on the changes."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.adoption import words
from app.ui.adoption.filling import By, Earlier, values_of
from app.ui.adoption.jump_list import JumpList
from app.ui.widgets.fields import (
    CheckField,
    DateField,
    NamesField,
    OptionField,
    RecordField,
    TextField,
)
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.services.adoption.sheets import AdoptionSheet, DecisionChoice, VersionChange

_NEW = ("symbol", "taken_on", "titles", "texts")


class AdoptionForm(Form):
    """Asks for everything that is said when a draft is adopted.

    Signals:
        notes_changed: The change note, per language, as it reads now.
        provision_wanted: The identity of a provision that shall be shown.
    """

    notes_changed = Signal(object)
    provision_wanted = Signal(str)

    def __init__(self, sheet: "AdoptionSheet", parent: QWidget | None = None) -> None:
        super().__init__(name="adoption", parent=parent)
        self._sheet = sheet
        self.obstacles = JumpList(name="adoption_obstacles")
        self.undeclared = JumpList(name="adoption_undeclared")
        for jumps in (self.obstacles, self.undeclared):
            jumps.chosen.connect(self.provision_wanted)
        self.add_widget(self.obstacles)
        self._add_decision()
        self._add_version()
        self._add_note()
        self.set_values(values_of(sheet))
        self.field("by").changed.connect(self._show_what_applies)
        self.field("earlier").changed.connect(self._show_what_applies)
        self.field("decision_id").changed.connect(self._follow_decision)
        self.field("meeting_id").changed.connect(self._follow_meeting)
        self.field("change_notes").changed.connect(self._tell_notes)
        self._show_what_applies()
        self._show_obstacles()

    def show_undeclared(self, changes: "tuple[VersionChange, ...]") -> None:
        """List the changes that the note leaves out."""
        told = self.tr("%n change(s) not named in the change note:", "", len(changes))
        self.undeclared.show_lines(told, [(words.change(each), each.eid) for each in changes])

    def _add_decision(self) -> None:
        self.add_heading(self.tr("Decision"))
        self.add("by", self.tr("Adopted by"), OptionField(words.ways()))
        self.add(
            "decision_id",
            self.tr("Decision"),
            RecordField([(each.id, words.decision(each)) for each in self._sheet.decisions]),
            hint=self.tr("Only decisions that are adopted can adopt a text."),
        )
        self.add(
            "meeting_id",
            self.tr("Meeting"),
            RecordField([(each.id, words.meeting(each)) for each in self._sheet.meetings]),
        )
        self.add("symbol", self.tr("Number of the decision"), TextField(max_length=80))
        self.add("taken_on", self.tr("Taken on"), DateField(), beside=True)
        languages = self._sheet.languages
        self.add("titles", self.tr("Title of the decision"), NamesField(languages))
        self.add("texts", self.tr("Text of the decision"), NamesField(languages, long=True))
        self.add(
            "ad_referendum",
            self.tr("Ad referendum: the capitals have still to consent"),
            CheckField(),
        )

    def _add_version(self) -> None:
        self.add_heading(self.tr("Version"))
        self.add("label", self.tr("Version as printed"), TextField(max_length=40))
        self.add("in_force_from", self.tr("In force from"), DateField(), beside=True)
        self.add("published_on", self.tr("Published on"), DateField(), beside=True)
        self.add(
            "is_provisional",
            self.tr("Applied provisionally, until both sides have completed their procedures"),
            CheckField(),
        )
        self.add(
            "applies_to",
            self.tr("Applies to"),
            NamesField(self._sheet.languages),
            hint=self.tr("Only where it does not apply to everything, as “new projects only”."),
        )
        label = self._sheet.standing
        name = f"v{label}" if label[:1].isdigit() else label
        self.add("earlier", self.tr("The version before"), OptionField(words.earlier(name)))
        self.add(
            "earlier_applies_to",
            self.tr("It stays for"),
            NamesField(self._sheet.languages),
            hint=self.tr("For example “existing projects only”."),
        )

    def _add_note(self) -> None:
        self.add_heading(self.tr("Change note"))
        self.add(
            "change_notes",
            self.tr("What this version changes"),
            NamesField(self._sheet.languages, long=True),
            hint=self.tr("Drafted from the differences between the two texts; change it freely."),
        )
        self.add_widget(self.undeclared)
        again = QPushButton(self.tr("Draft the note from the differences"))
        again.setObjectName("adoption_draft_note")
        again.setProperty("kind", "link")
        again.setAutoDefault(False)
        again.clicked.connect(self._draft_note)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(again)
        across.addStretch(1)
        self.add_widget(line)

    def _show_what_applies(self) -> None:
        by = self.field("by").value()
        self.show_field("decision_id", shown=by == By.TAKEN)
        self.show_field("meeting_id", shown=by == By.MEETING)
        for name in _NEW:
            self.show_field(name, shown=by != By.TAKEN)
        follows = bool(self._sheet.standing)
        self.show_field("earlier", shown=follows)
        kept = follows and self.field("earlier").value() == Earlier.KEPT
        self.show_field("earlier_applies_to", shown=kept)

    def _follow_decision(self) -> None:
        """Take from a decision what it says of itself."""
        chosen = self._chosen_decision(self.field("decision_id").value())
        if chosen is not None:
            self.field("ad_referendum").set_value(chosen.ad_referendum)

    def _follow_meeting(self) -> None:
        """Propose the last day of a meeting as the day of its decision."""
        key = self.field("meeting_id").value()
        chosen = next((each for each in self._sheet.meetings if each.id == key), None)
        day = (chosen.ends_on or chosen.starts_on) if chosen else None
        if day is not None and self.field("taken_on").value() is None:
            self.field("taken_on").set_value(day)

    def _chosen_decision(self, key: Any) -> "DecisionChoice | None":
        if not isinstance(key, UUID):
            return None
        return next((each for each in self._sheet.decisions if each.id == key), None)

    def _show_obstacles(self) -> None:
        told = self.tr("This must be settled before the text can be adopted:")
        lines = [(each.sentence, each.eid) for each in self._sheet.obstacles]
        self.obstacles.show_lines(told, lines)

    def _draft_note(self) -> None:
        self.field("change_notes").set_value(dict(self._sheet.drafted))
        self._tell_notes()

    def _tell_notes(self) -> None:
        self.notes_changed.emit(self.field("change_notes").value())
