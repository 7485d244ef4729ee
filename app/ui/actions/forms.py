"""The forms for an action item and for a status line."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.action import BEFORE_NEXT_MEETING
from app.ui import phrases
from app.ui.actions import words
from app.ui.widgets.fields import (
    DateField,
    LongTextField,
    NamesField,
    OptionField,
    RecordField,
    TextField,
)
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.services.follow_up.sheets import ActionSheet, FollowUp

_DAY, _NEXT, _WORDS, _NEVER = "day", "next", "words", "never"
STATUSES = ("open", "in-progress", words.WITH_OTHER, "partly-done", "done", "dropped")


class ActionForm(Form):
    """Asks what is to be done, by whom and by when."""

    def __init__(
        self,
        follow_up: "FollowUp",
        sheet: "ActionSheet | None",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name="action", parent=parent)
        self.add(
            "texts",
            self.tr("What is to be done"),
            NamesField(list(follow_up.languages), long=True),
        )
        sides: list[tuple[UUID | None, str]] = [(None, words.say_side(None))]
        sides += [(side.id, words.say_side(side)) for side in follow_up.sides]
        self.add("party_id", self.tr("Who does it"), OptionField(sides))
        code = TextField(max_length=40)
        hint = self.tr("Empty for the next number.")
        self.add("code", self.tr("Number"), code, hint=hint if sheet is None else "", beside=True)
        self.add("organisation_id", self.tr("Organisation"), RecordField(follow_up.offices))
        self.add("person_id", self.tr("Person"), RecordField(follow_up.persons), beside=True)
        limits: list[tuple[Any, str]] = [
            (_DAY, self.tr("On a day")),
            (_NEXT, self.tr("Before the next meeting")),
            *(
                (each.id, self.tr("Before {meeting}").format(meeting=each.name))
                for each in follow_up.meetings
                if each.is_ahead or (sheet is not None and each.id == sheet.due_meeting_id)
            ),
            (_WORDS, self.tr("In other words")),
            (_NEVER, self.tr("Not said")),
        ]
        limit = OptionField(limits)
        self.add("limit", self.tr("Due"), limit)
        self.add("due_on", self.tr("Day"), DateField(), beside=True)
        self.add("due_words", self.tr("Due, in words"), TextField(max_length=120), beside=True)
        meetings: list[tuple[UUID | None, str]] = [(None, self.tr("No meeting"))]
        meetings += [(each.id, each.name) for each in follow_up.meetings]
        self.add("origin_meeting_id", self.tr("Comes from"), OptionField(meetings))
        limit.changed.connect(self._show_limit)
        self.set_values(_values_of(sheet) if sheet else _fresh(follow_up))
        self._show_limit()

    def values(self) -> dict[str, Any]:
        """Return what is to be stored; of the ways to say by when, the one that was chosen."""
        values = super().values()
        limit = values.pop("limit")
        meeting_id = limit if isinstance(limit, UUID) else None
        values["due_on"] = values["due_on"] if limit == _DAY else None
        told = {_NEXT: BEFORE_NEXT_MEETING, _WORDS: values["due_words"].strip()}
        values["due_words"] = "" if meeting_id else told.get(limit, "")
        values["due_meeting_id"] = meeting_id
        return values

    def _show_limit(self) -> None:
        limit = self.field("limit").value()
        self.show_field("due_on", shown=limit == _DAY)
        self.show_field("due_words", shown=limit == _WORDS)


class LineForm(Form):
    """Asks how an action item stands, since when, and what was said."""

    def __init__(
        self,
        follow_up: "FollowUp",
        sheet: "ActionSheet",
        values: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name="line", parent=parent)
        statuses = [
            (
                status,
                self.tr("With the other side")
                if status == words.WITH_OTHER
                else phrases.say("action status", status),
            )
            for status in STATUSES
        ]
        self.add("status", self.tr("Now"), OptionField(statuses))
        self.add("reported_on", self.tr("On"), DateField(optional=False), beside=True)
        taken = {line.meeting_id for line in sheet.lines}
        meetings: list[tuple[UUID | None, str]] = [(None, self.tr("Between meetings"))]
        meetings += [(each.id, each.name) for each in follow_up.meetings if each.id not in taken]
        hint = self.tr("A meeting has one line, which is never overwritten.")
        self.add("meeting_id", self.tr("At"), OptionField(meetings), hint=hint)
        sides: list[tuple[UUID | None, str]] = [(None, self.tr("Not said"))]
        sides += [(side.id, words.say_side(side)) for side in follow_up.sides]
        self.add("party_id", self.tr("Reported by"), OptionField(sides), beside=True)
        if len(follow_up.languages) > 1:
            field: Any = NamesField(list(follow_up.languages), long=True)
        else:
            field = LongTextField(lines=3)
        self.add("texts", self.tr("What was reported"), field)
        self._language = follow_up.languages[0]
        self.add("due_after", self.tr("New day, if it is put off"), DateField())
        self.set_values(values)

    def values(self) -> dict[str, Any]:
        """Return what is to be stored."""
        values = super().values()
        told = values["texts"]
        if isinstance(told, str):
            values["texts"] = {self._language: told.strip()} if told.strip() else {}
        return values


def _fresh(follow_up: "FollowUp") -> dict[str, Any]:
    now = next((each.id for each in follow_up.meetings if each.is_now), None)
    held = next((each.id for each in follow_up.meetings if not each.is_ahead), None)
    return {"origin_meeting_id": now or held, "limit": _DAY, "party_id": follow_up.ours}


def _values_of(sheet: "ActionSheet") -> dict[str, Any]:
    limit: Any = _NEVER
    if sheet.due_on is not None:
        limit = _DAY
    elif sheet.due_meeting_id is not None:
        limit = sheet.due_meeting_id
    elif sheet.due_words.strip().rstrip(".").casefold() == BEFORE_NEXT_MEETING:
        limit = _NEXT
    elif sheet.due_words:
        limit = _WORDS
    return {
        "texts": dict(sheet.texts),
        "party_id": sheet.party_id,
        "code": sheet.row.code,
        "organisation_id": sheet.organisation_id,
        "person_id": sheet.person_id,
        "limit": limit,
        "due_on": sheet.due_on,
        "due_words": sheet.due_words if limit == _WORDS else "",
        "origin_meeting_id": sheet.row.meeting_id,
    }
