"""The forms of the page: a project, and what is added to one."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.projects import words
from app.ui.projects.view import Adding, Choices
from app.ui.widgets.fields import (
    DateField,
    LongTextField,
    NamesField,
    NumberField,
    OptionField,
    RecordField,
    TextField,
)
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.services.projects import ProjectDetail

LANGUAGES = ("en", "ko", "mn", "ja")


class ProjectForm(Form):
    """Asks for everything about a project but its status, which it comes to step by step."""

    def __init__(
        self, detail: "ProjectDetail | None", choices: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(name="project", parent=parent)
        self.add("titles", self.tr("Title"), NamesField(LANGUAGES))
        self.add("code", self.tr("Code"), TextField(max_length=80))
        hint = self.tr("More than one where a source only counts them.")
        count = NumberField(minimum=1, maximum=10_000, optional=False)
        self.add("count", self.tr("How many"), count, hint=hint, beside=True)
        self.add("proposer_party_id", self.tr("Proposed by"), RecordField(choices.parties))
        self.add("host_party_id", self.tr("Host"), RecordField(choices.parties), beside=True)
        self.add("instrument_id", self.tr("Rests on"), RecordField(choices.instruments))
        dates = self.tr("2025, 2025-05 or 2025-05-27, as exactly as it is known.")
        self.add("starts_on", self.tr("From"), TextField(max_length=10), hint=dates)
        self.add("ends_on", self.tr("Until"), TextField(max_length=10), beside=True)
        self.add("phase", self.tr("Phases"), TextField(max_length=200))
        self.add("note", self.tr("Note"), LongTextField())
        self.set_values(_values_of(detail) if detail else {"count": 1})


def form_for(adding: Adding, choices: Choices) -> Form:
    """Return the form for what is added to a project."""
    form = Form(name=f"project_{adding.value}")
    if adding is Adding.PARTY:
        form.add("party_id", _say("Party"), RecordField(choices.parties, optional=False))
        form.add("role", _say("What it does"), TextField(max_length=200))
    elif adding is Adding.ORGANISATION:
        office = RecordField(choices.offices, optional=False)
        form.add("organisation_id", _say("Organisation"), office)
        form.add("role", _say("What it does"), TextField(max_length=200))
    elif adding is Adding.DECISION:
        form.add("decision_id", _say("Decision"), RecordField(choices.decisions, optional=False))
    elif adding is Adding.FIGURE:
        _add_figure(form, choices)
    else:
        _add_review(form, choices)
    form.mark_clean()
    return form


def title_for(adding: Adding) -> str:
    """Return the title of the form for what is added."""
    return {
        Adding.PARTY: _say("Add party"),
        Adding.ORGANISATION: _say("Add organisation"),
        Adding.DECISION: _say("Link decision"),
        Adding.FIGURE: _say("Add figure"),
        Adding.REVIEW: _say("Review by a meeting"),
    }[adding]


def _add_figure(form: Form, choices: Choices) -> None:
    form.add("words", _say("In the words of the source"), LongTextField(lines=2))
    form.add("label", _say("Of what"), TextField(max_length=120))
    hint = _say("With a point for decimals, such as 540000 or 0.85.")
    form.add("value", _say("As a number"), TextField(max_length=24), hint=hint)
    form.add("unit", _say("Unit"), TextField(max_length=40), beside=True)
    form.add("source_id", _say("Source"), RecordField(choices.sources))


def _add_review(form: Form, choices: Choices) -> None:
    meetings: list[tuple[Any, str]] = [(None, _say("Between meetings")), *choices.meetings]
    form.add("meeting_id", _say("At"), OptionField(meetings))
    form.add("reviewed_on", _say("On"), DateField(optional=False), beside=True)
    ratings: list[tuple[Any, str]] = [(None, _say("Not rated"))]
    ratings += [(rating, words.say_rating(rating)) for rating in words.RATINGS]
    form.add("rating", _say("Rating"), OptionField(ratings))
    progress = NumberField(minimum=0, maximum=100)
    form.add("progress", _say("Done, in per cent"), progress, beside=True)
    form.add("texts", _say("What the meeting found"), NamesField(LANGUAGES, long=True))


def _values_of(detail: "ProjectDetail") -> dict[str, Any]:
    return {
        "titles": dict(detail.titles),
        "code": detail.row.code,
        "count": detail.row.count,
        "proposer_party_id": detail.proposer_id,
        "host_party_id": detail.host_id,
        "instrument_id": detail.instrument_id,
        "starts_on": detail.starts_on,
        "ends_on": detail.ends_on,
        "phase": detail.phase,
        "note": detail.note,
    }


def _say(told: str) -> str:
    return QCoreApplication.translate("Projects", told)
