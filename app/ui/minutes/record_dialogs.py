"""Asks for what a decision or an action item needs, filled in from the words it is made of."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.minutes.words import say_decision_kind
from app.ui.notify import Notifier
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.option_field import OptionField
from app.ui.widgets.record_field import RecordField
from app.ui.widgets.text_field import LongTextField, TextField

if TYPE_CHECKING:
    from app.services.parties import PartyChip

_KINDS = (
    *("conclusion", "adoption-of-rules", "approval", "registration", "issuance"),
    *("designation", "recommendation", "other"),
)


def decision_dialog(words: str, *, notifier: Notifier, parent: QWidget) -> FormDialog:
    """Return the dialog that makes a decision of words."""
    form = Form(name="decision")
    form.add("words", _said("What is decided"), LongTextField(lines=4))
    form.add(
        "title",
        _said("Title"),
        TextField(max_length=300),
        hint=_said("Left empty, the first sentence is the title."),
    )
    form.add("kind", _said("What the decision does"), OptionField(_decision_kinds()))
    form.set_values({"words": words, "title": "", "kind": "conclusion"})
    return FormDialog(
        _said("Make a decision"),
        form,
        save=_said("Make the decision"),
        notifier=notifier,
        parent=parent,
    )


def action_dialog(
    words: str,
    *,
    sides: "Sequence[PartyChip]",
    organisations: Sequence[tuple[UUID, str]],
    side: UUID | None,
    notifier: Notifier,
    parent: QWidget,
) -> FormDialog:
    """Return the dialog that makes an action item of words."""
    form = Form(name="action")
    form.add("words", _said("What is to be done"), LongTextField(lines=3))
    pairs: list[tuple[Any, str]] = [(None, _said("All sides together"))]
    pairs += [(party.id, party.name) for party in sides]
    form.add("party_id", _said("Who does it"), OptionField(pairs))
    form.add("organisation_id", _said("Organisation"), RecordField(organisations), beside=True)
    form.add("due_on", _said("Due on"), DateField())
    form.add(
        "due_words",
        _said("or due, in words"),
        TextField(max_length=120),
        hint=_said("Such as “before the next meeting”."),
        beside=True,
    )
    form.set_values({"words": words, "party_id": side})
    return FormDialog(
        _said("Make an action item"),
        form,
        save=_said("Make the action item"),
        notifier=notifier,
        parent=parent,
    )


def adopt_dialog(
    label: str, *, symbol: str, day: date | None, notifier: Notifier, parent: QWidget
) -> FormDialog:
    """Return the dialog that adopts a decision under its number."""
    form = Form(name="adopt")
    form.add(
        "symbol",
        _said("Number"),
        TextField(max_length=80),
        hint=_said("The next one by the pattern of the body; it can be another."),
    )
    form.add("taken_on", _said("Taken on"), DateField(optional=False), beside=True)
    form.set_values({"symbol": symbol, "taken_on": day})
    return FormDialog(
        _said("Adopt {label}").format(label=label),
        form,
        save=_said("Adopt the decision"),
        notifier=notifier,
        width=440,
        parent=parent,
    )


def _decision_kinds() -> list[tuple[str, str]]:
    return [(kind, say_decision_kind(kind)) for kind in _KINDS]


def _said(text: str) -> str:
    return QCoreApplication.translate("RecordDialogs", text)
