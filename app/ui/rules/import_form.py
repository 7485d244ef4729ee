"""Asks what a text of rules is that is brought in: of which rules, which version, adopted when."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.rules import import_words as say
from app.ui.rules import words
from app.ui.widgets.fields import DateField, OptionField, TextField
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.ui.rules.import_view import ImportSetup

_NEW = ("new", None, None)
_UNKNOWN, _TYPED = "unknown", "typed"
_OF_NEW = ("code", "kind")
_OF_VERSION = ("label", "is_adopted", "published_on", "change_note")
_OF_ADOPTED = ("adopted_on", "in_force_from", "decision_id")
_OF_TYPED = ("decision_symbol", "decision_title")


class ImportForm(Form):
    """The fields of the second step.

    Signals:
        beside_chosen: The rules and the number of the version that the text stands beside.
    """

    beside_chosen = Signal(object, object)

    def __init__(self, setup: "ImportSetup", parent: QWidget | None = None) -> None:
        super().__init__(name="rule_import")
        if parent is not None:
            self.setParent(parent)
        self._target = self.add("target", self.tr("What it is"), OptionField(_targets(setup)))
        self.add("code", self.tr("Short name"), TextField(max_length=80), hint=_tr_code(self))
        self.add("title", self.tr("Title in the language of the text"), TextField())
        self.add("kind", self.tr("Kind"), OptionField(say.rule_kinds()))
        self.add(
            "label", self.tr("Version as printed"), TextField(), hint=self.tr("For example ver02.0")
        )
        self.add("status", self.tr("Authority of this text"), OptionField(say.statuses()))
        self._adopted = self.add(
            "is_adopted",
            self.tr("Status"),
            OptionField(
                [(False, self.tr("Draft, to be adopted")), (True, self.tr("Adopted already"))]
            ),
        )
        self.add("adopted_on", self.tr("Adopted on"), DateField())
        self.add("in_force_from", self.tr("In force from"), DateField())
        self.add("published_on", self.tr("Published on"), DateField())
        self._decision = self.add(
            "decision_id", self.tr("Adopted by"), OptionField(_decisions(self, setup))
        )
        self.add("decision_symbol", self.tr("Number of the decision"), TextField())
        self.add("decision_title", self.tr("Title of the decision"), TextField())
        self.add("change_note", self.tr("Change note, as declared"), TextField())
        for field in (self._target, self._adopted, self._decision):
            field.changed.connect(self._follow)
        chosen = next((row for row, _ in setup.rules if row.id == setup.chosen), None)
        if chosen is not None and chosen.latest:
            self._target.set_value(("version", chosen.id, None))
        self.field("status").set_value("working")
        self.mark_clean()
        self._follow()

    def asked(self) -> dict[str, Any]:
        """Return the values by the names that the services know."""
        values = self.values()
        what, document_id, number = values.pop("target")
        decision = values["decision_id"]
        if not isinstance(decision, UUID):
            values["decision_id"] = None
        if decision != _TYPED:
            values["decision_symbol"] = values["decision_title"] = ""
        if what == "language" or not values["is_adopted"]:
            values.update(adopted_on=None, in_force_from=None, decision_id=None)
            values.update(decision_symbol="", is_adopted=False)
        return values | {"document_id": document_id, "beside": number}

    def _follow(self) -> None:
        what, document_id, number = self._target.value()
        is_version = what != "language"
        is_adopted = is_version and bool(self._adopted.value())
        self.show_field("title", shown=what != "version")
        for names, shown in (
            (_OF_NEW, what == "new"),
            (_OF_VERSION, is_version),
            (_OF_ADOPTED, is_adopted),
            (_OF_TYPED, is_adopted and self._decision.value() == _TYPED),
        ):
            for name in names:
                self.show_field(name, shown=shown)
        self.beside_chosen.emit(document_id, number)


def _tr_code(form: ImportForm) -> str:
    return form.tr("As it is cited, for example JWG-KM-RULES")


def _targets(setup: "ImportSetup") -> list[tuple[Any, str]]:
    offered: list[tuple[Any, str]] = [(_NEW, say.say("New rules"))]
    for row, versions in setup.rules:
        told = say.say("New version of {rules}").format(rules=row.title)
        offered.append((("version", row.id, None), told))
        for version in reversed(versions):
            if version.text_held:
                told = say.say("{version} of {rules}, in another language").format(
                    version=words.label(version), rules=row.title
                )
                offered.append((("language", row.id, version.number), told))
    return offered


def _decisions(form: ImportForm, setup: "ImportSetup") -> list[tuple[Any, str]]:
    offered: list[tuple[Any, str]] = [
        (_UNKNOWN, form.tr("Not known")),
        (_TYPED, form.tr("A decision that is not on record yet")),
    ]
    return offered + [
        (row.id, " · ".join(part for part in (row.symbol, row.title) if part))
        for row in setup.decisions
        if row.symbol
    ]
