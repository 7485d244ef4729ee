"""The fields of the form for a seat: what can be chosen in each, in the words of the screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui import people_words, phrases
from app.ui.delegations.filling import HEAD, Choice, Filling, Who
from app.ui.widgets.fields import OptionField, RecordField

if TYPE_CHECKING:
    from app.services.persons import KnownPost

_ROLES = (
    HEAD,
    "alternate",
    "delegate",
    "adviser",
    "expert",
    "interpreter",
    "secretariat",
    "observer",
)
_PLACES = ("unknown", "room", "online")
translate = QCoreApplication.translate


def who_field(filling: Filling) -> OptionField:
    """Return the field for who takes the seat."""
    known = (Who.KNOWN, translate("DelegateFields", "A person who is known"))
    new = (Who.NEW, translate("DelegateFields", "Somebody new"))
    if filling.replaced is None:
        return OptionField(
            [
                known,
                new,
                (Who.OFFICE, translate("DelegateFields", "An organisation, where nobody is named")),
            ]
        )
    there = (Who.THERE, translate("DelegateFields", "Somebody who is in the delegation"))
    return OptionField([there, known, new] if filling.others else [known, new])


def person_field(filling: Filling) -> RecordField:
    """Return the field for a person who is known, found by any spelling."""
    field = RecordField(may_make=True)
    field.offer(
        [(row.id, people_words.label_person(row)) for row in filling.persons],
        also=[" ".join(row.spellings) for row in filling.persons],
    )
    return field


def choice_field(choices: tuple[Choice, ...], *, may_make: bool = False) -> RecordField:
    """Return a field for one of several records."""
    field = RecordField(may_make=may_make)
    field.offer([(each.id, each.label) for each in choices], also=[each.also for each in choices])
    return field


def role_field() -> OptionField:
    """Return the field for the role."""
    return OptionField([(role, phrases.say("delegate role", role)) for role in _ROLES])


def attendance_field(filling: Filling) -> OptionField:
    """Return the field for how far the nomination has come."""
    return OptionField([(step, phrases.say("attendance", step)) for step in filling.steps])


def place_field() -> OptionField:
    """Return the field for where the delegate takes part from."""
    return OptionField(
        [
            (place, phrases.say("mode", place) or translate("DelegateFields", "Not known"))
            for place in _PLACES
        ]
    )


def say_post(post: "KnownPost") -> str:
    """Return a post with what is known of when it was held."""
    title = next(iter(post.titles.values()), "") or next(iter(post.organisations.values()), "")
    if post.meeting:
        told = translate("DelegateFields", "{title} (printed at {meeting})")
        return told.format(title=title, meeting=post.meeting)
    if post.since:
        told = translate("DelegateFields", "{title} (since {day})")
        return told.format(title=title, day=post.since)
    return title
