"""The form for a version of rules: its days, its decision, its scope, as far as they may change."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.ui.widgets.fields import CheckField, DateField, NamesField, RecordField, TextField
from app.ui.widgets.form import Form
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.rule_library.version_sheets import VersionForm as Filling

_FIELDS = (
    "label",
    "decision_id",
    "adopted_on",
    "in_force_from",
    "in_force_to",
    "published_on",
    "confirmed_on",
    "is_provisional",
    "applies_to",
    "change_notes",
)


class VersionForm(Form):
    """Asks for everything about a version; what was adopted can only be read."""

    def __init__(self, filling: "Filling", parent: QWidget | None = None) -> None:
        super().__init__(name="rule_version", parent=parent)
        self._filling = filling
        if told := self._about():
            self.add_widget(wrapped_label(told, "muted", name="rule_version_about"))
        self._add_fields()
        self.set_values({name: getattr(filling.sheet, name) for name in _FIELDS})
        for name in _FIELDS:
            self.field(name).set_read_only(read_only=name not in filling.editable)
        is_draft = filling.status == "draft"
        for name in ("decision_id", "adopted_on", "in_force_from", "in_force_to", "published_on"):
            self.show_field(name, shown=not is_draft)
        self.show_field("is_provisional", shown=not is_draft)
        referred = "confirmed_on" in filling.editable or filling.sheet.confirmed_on is not None
        self.show_field("confirmed_on", shown=referred)

    def _about(self) -> str:
        filling = self._filling
        if filling.version_id is None:
            return self.tr("For a version that was adopted and whose text is not public.")
        if filling.status == "draft":
            return self.tr("A draft gets its decision and its days when it is adopted.")
        if filling.content_root:
            return self.tr(
                "This version is sealed. What was adopted can be read here; what is known only"
                " afterwards can be entered."
            )
        return ""

    def _add_fields(self) -> None:
        languages = self._filling.languages
        self.add("label", self.tr("Version as printed"), TextField(max_length=40))
        self.add(
            "decision_id",
            self.tr("Adopted by"),
            RecordField([(each.id, each.name) for each in self._filling.decisions]),
        )
        self.add("adopted_on", self.tr("Adopted on"), DateField())
        self.add("published_on", self.tr("Published on"), DateField(), beside=True)
        self.add("in_force_from", self.tr("In force from"), DateField())
        self.add(
            "in_force_to",
            self.tr("In force until"),
            DateField(),
            hint=self.tr("The first day on which it is no longer in force."),
            beside=True,
        )
        self.add(
            "confirmed_on",
            self.tr("Capitals consented on"),
            DateField(),
            hint=self.tr("The decision was taken ad referendum."),
        )
        self.add(
            "is_provisional",
            self.tr("Applied provisionally, until both sides have completed their procedures"),
            CheckField(),
        )
        self.add(
            "applies_to",
            self.tr("Applies to"),
            NamesField(languages),
            hint=self.tr("For example “existing projects only”."),
        )
        self.add("change_notes", self.tr("Change note"), NamesField(languages, long=True))
