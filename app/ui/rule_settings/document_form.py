"""The form for a rule document: what it is called, where it belongs, to what it applies."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.ui.rule_settings import words
from app.ui.widgets.fields import (
    LanguagesField,
    LongTextField,
    NamesField,
    OptionField,
    RecordField,
    TextField,
)
from app.ui.widgets.form import Form
from app.ui.widgets.languages_field import OFFERED

if TYPE_CHECKING:
    from app.services.rule_library.document_sheets import DocumentForm as Filling


class DocumentForm(Form):
    """Asks for everything about a rule document."""

    def __init__(self, filling: "Filling", parent: QWidget | None = None) -> None:
        super().__init__(name="rules", parent=parent)
        self.add("titles", self.tr("Title"), NamesField(OFFERED))
        code = self.add(
            "code",
            self.tr("Short name"),
            TextField(max_length=80),
            hint=self.tr("It is part of the seal of what was adopted, so it stays.")
            if filling.is_sealed
            else self.tr("For lists and file names, such as JWG-RULES."),
        )
        code.set_read_only(read_only=filling.is_sealed)
        self.add("kind", self.tr("Kind"), OptionField(words.kinds()), beside=True)
        self.add_heading(self.tr("Where it belongs"))
        self.add(
            "parent_id",
            self.tr("Part of"),
            RecordField([(each.id, each.name) for each in filling.parents]),
            hint=self.tr("The set of rules to which a form or a guideline belongs."),
        )
        self.add(
            "instrument_id",
            self.tr("Rests on"),
            RecordField([(each.id, each.name) for each in filling.instruments]),
            hint=self.tr("The agreement under which the rules were made."),
        )
        self.add_heading(self.tr("Scope and languages"))
        self.add(
            "scope_notes",
            self.tr("Applies to"),
            NamesField(OFFERED),
            hint=self.tr("Only where it does not apply to everything."),
        )
        self.add("authentic_languages", self.tr("Authentic in"), LanguagesField())
        self.add("note", self.tr("Note"), LongTextField(lines=2))
        self.set_values(values_of(filling))


def values_of(filling: "Filling") -> dict[str, Any]:
    """Return what the fields hold at first."""
    sheet = filling.sheet
    return {
        "titles": dict(sheet.titles),
        "code": sheet.code,
        "kind": str(sheet.kind.value),
        "parent_id": sheet.parent_id,
        "instrument_id": sheet.instrument_id,
        "scope_notes": dict(sheet.scope_notes),
        "authentic_languages": list(sheet.authentic_languages),
        "note": sheet.note,
    }
