"""Asks for an answer, a signatory, a signature, or why signed minutes are opened again."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.minutes import words
from app.ui.notify import Notifier
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.names_field import NamesField
from app.ui.widgets.option_field import OptionField
from app.ui.widgets.text_field import LongTextField, TextField

if TYPE_CHECKING:
    from app.services.minutes_sheets import SheetSignature
    from app.services.parties import PartyChip

_NARROW = 440


def answer_dialog(
    party: "PartyChip", *, day: date, notifier: Notifier, parent: QWidget
) -> FormDialog:
    """Return the dialog that enters what a side answered."""
    form = Form(name="answer")
    pairs = [(each, words.say_answer(each)) for each in words.ANSWERS]
    form.add("answer", _said("Answer"), OptionField(pairs))
    form.add("answered_on", _said("Answered on"), DateField(optional=False), beside=True)
    form.add(
        "note",
        _said("What it proposes, or adds"),
        LongTextField(lines=3),
        hint=_said("Needed where changes are proposed."),
    )
    form.set_values({"answer": "agreed", "answered_on": day})
    return FormDialog(
        _said("Answer of {party}").format(party=party.name),
        form,
        save=_said("Enter the answer"),
        notifier=notifier,
        width=_NARROW,
        parent=parent,
    )


def signatory_dialog(
    row: "SheetSignature | None",
    *,
    side: UUID | None,
    sides: "Sequence[PartyChip]",
    languages: Sequence[str],
    notifier: Notifier,
    parent: QWidget,
) -> FormDialog:
    """Return the dialog that says who signs, and under which name and post."""
    form = Form(name="signatory")
    pairs = [(party.id, party.name) for party in sides]
    form.add("party_id", _said("Signs for"), OptionField(pairs))
    form.add("printed_names", _said("Name as it is printed"), NamesField(languages))
    form.add("capacities", _said("Capacity"), NamesField(languages))
    if row is not None:
        form.set_values(
            {
                "party_id": row.party.id,
                "printed_names": dict(row.printed_names),
                "capacities": dict(row.capacities),
            }
        )
    elif side is not None:
        form.set_values({"party_id": side})
    return FormDialog(
        _said("Change the signatory") if row else _said("Add a signatory"),
        form,
        save=_said("Save the signatory"),
        notifier=notifier,
        parent=parent,
    )


def signature_dialog(
    row: "SheetSignature",
    *,
    place: str,
    day: date | None,
    language: str,
    notifier: Notifier,
    parent: QWidget,
) -> FormDialog:
    """Return the dialog that enters where and when somebody signed."""
    form = Form(name="signature")
    form.add("place", _said("Signed at"), TextField(max_length=120))
    form.add("signed_on", _said("Signed on"), DateField(), beside=True)
    form.set_values({"place": row.place or place, "signed_on": row.signed_on or day})
    name = words.in_language(row.printed_names, language) or row.party.name
    return FormDialog(
        _said("Signature of {name}").format(name=name),
        form,
        save=_said("Enter the signature"),
        notifier=notifier,
        width=_NARROW,
        parent=parent,
    )


def reopen_dialog(*, notifier: Notifier, parent: QWidget) -> FormDialog:
    """Return the dialog that asks why signed minutes are opened again."""
    form = Form(name="reopen")
    form.add(
        "why",
        _said("Why are the signed minutes opened again?"),
        LongTextField(lines=3),
        hint=_said(
            "The signed edition is kept as it is and marked as corrected; "
            "you go on in the next edition, which has to be signed again."
        ),
    )
    return FormDialog(
        _said("Open the signed minutes again"),
        form,
        save=_said("Open them again"),
        notifier=notifier,
        width=_NARROW,
        parent=parent,
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("SigningDialogs", text)
