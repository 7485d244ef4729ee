"""The forms of the page: begin a draft, insert a provision, enter a proposal, change numbers."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTextBrowser

from app.ui.appearance import hexadecimal, scaled
from app.ui.drafting import words
from app.ui.drafting.reference_words import shown
from app.ui.widgets.fields import (
    CheckField,
    LongTextField,
    NamesField,
    OptionField,
    RecordField,
    TextField,
)
from app.ui.widgets.form import Form
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.drafting.draft_numbers import NumbersAhead
    from app.services.drafting.draft_sheets import (
        DraftLine,
        DraftSheet,
        ProposalRow,
        ProvisionSheet,
    )

_MOST = 60


def begin_form(title: str, label: str) -> Form:
    """Return the form that asks how a new version shall be called."""
    form = Form(name="drafting_begin")
    form.add_widget(wrapped_label(title, "strong"))
    form.add(
        "label",
        words.say("Version"),
        TextField(max_length=40),
        hint=words.say("As it will be printed. The text in force is taken over; change it then."),
    )
    form.set_values({"label": label})
    return form


def insert_form(line: "DraftLine | None") -> Form:
    """Return the form that asks what shall be inserted, and where."""
    form = Form(name="drafting_insert")
    places = [
        ("after", words.say("After it")),
        ("before", words.say("Before it")),
        ("inside", words.say("In it, at the end")),
    ]
    if line is not None:
        form.add_widget(wrapped_label(words.name_of(line), "strong"))
        form.add("where", words.say("Where"), OptionField(places))
    kinds = [(kind, words.kind(kind)) for kind in words.KINDS]
    form.add("kind", words.say("What"), OptionField(kinds), beside=line is not None)
    form.add(
        "label",
        words.say("Number"),
        TextField(max_length=40),
        hint=words.say("Left empty, it is numbered as it is usual between its neighbours."),
    )
    form.set_values({"kind": line.kind if line is not None else "article", "where": "after"})
    return form


def proposal_form(
    draft: "DraftSheet",
    sheet: "ProvisionSheet",
    persons: Sequence[tuple[Any, str]],
    row: "ProposalRow | None",
) -> Form:
    """Return the form that asks what somebody proposes."""
    form = Form(name="drafting_proposal")
    form.add_widget(wrapped_label(words.name_of(sheet.line), "strong"))
    kinds = [(kind, words.proposal_kind(kind)) for kind in ("replace", "insert", "repeal")]
    form.add("kind", words.say("Proposal"), OptionField(kinds))
    sides = [(None, words.say("No party")), *((side.id, side.name) for side in draft.sides)]
    form.add("party_id", words.say("Party"), OptionField(sides))
    form.add("person_id", words.say("Person"), RecordField(persons), beside=True)
    levels = [(kind, words.kind(kind)) for kind in words.KINDS]
    form.add("kind_of_provision", words.say("What is inserted"), OptionField(levels))
    form.add("label", words.say("Number"), TextField(max_length=40), beside=True)
    form.add("headings", words.say("Heading"), NamesField(draft.languages))
    form.add("texts", words.say("Wording"), NamesField(draft.languages, long=True))
    form.add("reason", words.say("Reason"), LongTextField(lines=2))

    def follow() -> None:
        kind = form.field("kind").value()
        for name in ("kind_of_provision", "label"):
            form.show_field(name, shown=kind == "insert")
        form.show_field("texts", shown=kind != "repeal")
        form.show_field("headings", shown=kind == "insert" or sheet.line.kind in words.HEADED)

    form.changed.connect(follow)
    form.set_values(_values(draft, sheet, row))
    follow()
    form.mark_clean()
    return form


def _values(
    draft: "DraftSheet", sheet: "ProvisionSheet", row: "ProposalRow | None"
) -> dict[str, Any]:
    if row is not None:
        return {
            "kind": row.kind,
            "party_id": row.party_id,
            "person_id": row.person_id,
            "kind_of_provision": row.kind_of_provision or sheet.line.kind,
            "label": row.label,
            "headings": dict(row.headings),
            "texts": {
                each.language: shown(row.texts[each.language], each.names)
                for each in sheet.wordings
                if each.language in row.texts
            },
            "reason": row.reason,
        }
    return {
        "kind": "replace",
        "party_id": draft.sides[0].id if draft.sides else None,
        "kind_of_provision": sheet.line.kind,
        "headings": {each.language: each.heading for each in sheet.wordings if each.heading},
        "texts": {
            each.language: shown(each.text, each.names) for each in sheet.wordings if each.text
        },
    }


def renumber_form(line: "DraftLine | None") -> tuple[Form, QTextBrowser]:
    """Return the form that asks for a number, and what shows beforehand what will follow."""
    form = Form(name="drafting_numbers")
    if line is not None:
        form.add_widget(wrapped_label(words.name_of(line), "strong"))
        form.add("label", words.say("Number"), TextField(max_length=40))
        form.add("goes_on", words.say("Number those after it on from there"), CheckField())
    else:
        told = words.say("Every provision is numbered in its order, without gaps or “bis”.")
        form.add_widget(wrapped_label(told, "muted"))
    form.add("follows", words.say("Let references to them follow"), CheckField())
    preview = QTextBrowser()
    preview.setObjectName("drafting_preview")
    preview.setAccessibleName(words.say("What will change"))
    preview.setProperty("cls", "plain")
    preview.setFrameShape(QFrame.Shape.NoFrame)
    preview.setMinimumHeight(scaled(220))
    preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    form.add_widget(preview)
    form.set_values(
        {"label": line.label if line is not None else "", "goes_on": True, "follows": True}
    )
    return form, preview


def write_ahead(ahead: "NumbersAhead") -> str:
    """Return what a renumbering would do, as a page."""
    parts = []
    if not ahead.labels:
        parts.append(_line(words.say("No number changes."), "text2"))
    else:
        told = words.say("{count} numbers change; the texts stay:").format(count=len(ahead.labels))
        parts.append(_line(told, "text2"))
        parts += [_pair(each.was, each.now) for each in ahead.labels[:_MOST]]
        parts += _more(len(ahead.labels))
    if ahead.following:
        told = words.say("{count} references follow:").format(count=len(ahead.following))
        parts.append(_line(told, "text2"))
        parts += [
            _pair(each.words, each.now, where=f"{each.name}, {words.language(each.language)}")
            for each in ahead.following[:_MOST]
        ]
        parts += _more(len(ahead.following))
    if ahead.loose:
        told = words.say("{count} references must be looked at:").format(count=len(ahead.loose))
        parts.append(_line(told, "warn"))
        parts += [
            _line(
                f"{each.name}, {words.language(each.language)}: “{each.words}” {words.fate(each)}",
                "text",
            )
            for each in ahead.loose[:_MOST]
        ]
        parts += _more(len(ahead.loose))
    return "".join(parts)


def _pair(was: str, now: str, *, where: str = "") -> str:
    told = f"{where}: {was} → {now}" if where else f"{was} → {now}"
    return _line(told, "text")


def _more(count: int) -> list[str]:
    if count <= _MOST:
        return []
    return [_line(words.say("and {more} more").format(more=count - _MOST), "text2")]


def _line(told: str, token: str) -> str:
    return f'<p style="margin: 2px 0; color: {hexadecimal(token)}">{escape(told)}</p>'
