"""The form for one seat: who takes it, in what role, with which name and post as printed."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.delegations.delegate_fields import (
    attendance_field,
    choice_field,
    person_field,
    place_field,
    role_field,
    say_post,
    who_field,
)
from app.ui.delegations.filling import Filling, Values, Who
from app.ui.delegations.likely_list import LikelyList
from app.ui.widgets.fields import NamesField, OptionField, TextField
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.alike_persons import LikelyPerson
    from app.services.persons import KnownPost


class DelegateForm(Form):
    """Asks for everything about a seat.

    Signals:
        person_chosen: The id of the known person that the user has chosen.
        name_entered: The name of somebody new, to be looked for among those who are known.
        settled: The name has been looked for, so that what was to be saved can be.
    """

    person_chosen = Signal(object)
    name_entered = Signal(str)
    settled = Signal()

    def __init__(self, filling: Filling, parent: QWidget | None = None) -> None:
        super().__init__(name="delegate", parent=parent)
        self._filling = filling
        self._is_new = filling.detail is None
        self._posts: tuple[KnownPost, ...] = ()
        self._proposed: dict[str, dict[str, str]] = {}
        self._looked_for = ""
        self._is_waiting = False
        self._found: tuple[LikelyPerson, ...] = ()
        self._warned_of = ""
        self._proposed_role = filling.role(filling.delegation_id)
        if self._is_new:
            self._add_who()
        self._add_side()
        self._add_printed()
        self._add_attendance()
        self._fill()
        self._show_what_applies()

    def values(self) -> dict[str, Any]:
        """Return what every field holds; fields that are not asked for are filled in."""
        detail = self._filling.detail
        values = {
            "who": Who.KNOWN,
            "person_id": None,
            "organisation_id": detail.organisation_id if detail is not None else None,
            "delegation_id": self._filling.delegation_id,
            "new_office": "",
        } | super().values()
        if values["who"] != Who.OFFICE and self._is_new:
            values["organisation_id"] = self._office_of_post()
        return values

    def check(self) -> bool:
        """Say whether all that is needed is there; where it is not, show why and go there."""
        if not super().check():
            return False
        if not self._is_new:
            return True
        told = self._missing(self.values())
        self.problems(told)
        return not told and self._has_looked()

    def begin(self) -> None:
        """Put the keyboard where one begins: on the name, or on the post of who is there."""
        if not self._is_new:
            self.field("printed_posts").setFocus()
        else:
            name = "other_id" if self.field("who").value() == Who.THERE else "person_id"
            self.field(name).setFocus()

    def propose_names(self, names: dict[str, str]) -> None:
        """Put the names of the person into lines that are still empty."""
        field = self.field("printed_names")
        now = field.value()
        fitting = {tag: name for tag, name in names.items() if tag in self._filling.languages}
        if not now and self._is_new:
            self._propose("printed_names", fitting or dict(list(names.items())[:1]))

    def propose_posts(self, posts: "tuple[KnownPost, ...]") -> None:
        """Offer posts, and put the latest in where nothing is entered."""
        self._posts = posts
        labels = [(place, say_post(post)) for place, post in enumerate(posts)]
        chooser = self.field("known_post")
        assert isinstance(chooser, OptionField)
        chooser.offer(labels or [(None, "")])
        self.show_field("known_post", shown=bool(posts))
        if posts and self._is_new and not self.field("printed_posts").value():
            self._take_post(posts[0])

    def show_likely(self, found: "tuple[LikelyPerson, ...]") -> None:
        """Show who may be meant by the name that was entered."""
        if not self._is_new:
            return
        was_waiting, self._is_waiting = self._is_waiting, False
        is_new = self.field("who").value() == Who.NEW
        self._found = found if is_new else ()
        self._likely.show_found(self._found)
        if was_waiting:
            self.settled.emit()

    def _add_who(self) -> None:
        who = self.add("who", self.tr("Who"), who_field(self._filling))
        who.changed.connect(self._change_who)
        if self._filling.replaced is not None:
            self.add("other_id", self.tr("Who came instead"), choice_field(self._filling.others))
        person = person_field(self._filling)
        hint = self.tr("Type a part of the name, in any of its spellings.")
        self.add("person_id", self.tr("Person"), person, hint=hint)
        person.finished.connect(self._tell_person)
        person.new_wanted.connect(self._begin_new)
        self._add_office()
        self._likely = LikelyList()
        self._likely.taken.connect(self._take_known)

    def _add_office(self) -> None:
        if self._filling.replaced is not None:
            return
        office = choice_field(self._filling.offices, may_make=True)
        self.add("organisation_id", self.tr("Organisation"), office)
        office.new_wanted.connect(self._begin_new_office)
        self.add("new_office", self.tr("Name of the new organisation"), TextField())
        self.show_field("new_office", shown=False)

    def _add_side(self) -> None:
        roles = role_field()
        if self._is_new and self._filling.replaced is None:
            sides = OptionField([(side.id, side.name) for side in self._filling.sides])
            self.add("delegation_id", self.tr("Delegation"), sides)
            sides.changed.connect(self._propose_role)
            self.add("role", self.tr("Role"), roles, beside=True)
        else:
            self.add("role", self.tr("Role"), roles)
            self.show_field("role", shown=self._filling.replaced is None)

    def _add_printed(self) -> None:
        languages = self._filling.languages
        names = self.add(
            "printed_names",
            self.tr("Name as printed at this meeting"),
            NamesField(languages),
            hint=self.tr("Where it is empty, the name by which the person is known is printed."),
        )
        names.finished.connect(self._tell_name)
        if self._is_new:
            self.add_widget(self._likely)
        posts = self.add("known_post", self.tr("Posts on record"), OptionField([(None, "")]))
        posts.changed.connect(self._take_chosen_post)
        self.show_field("known_post", shown=False)
        self.add(
            "printed_posts",
            self.tr("Post as printed at this meeting"),
            NamesField(languages, long=True),
        )
        self.add(
            "printed_organisations",
            self.tr("Organisation, where it is printed apart from the post"),
            NamesField(languages),
        )

    def _add_attendance(self) -> None:
        self.add("attendance", self.tr("Attendance"), attendance_field(self._filling))
        self.add("presence", self.tr("From"), place_field(), beside=True)
        hint = self.tr("Separated by commas, such as: 1, 2, closed session")
        self.add("sessions", self.tr("Sessions attended"), TextField(), hint=hint)

    def _fill(self) -> None:
        filling, detail = self._filling, self._filling.detail
        if detail is not None:
            self.set_values(
                {
                    "role": detail.role,
                    "printed_names": dict(detail.printed_names),
                    "printed_posts": dict(detail.printed_posts),
                    "printed_organisations": dict(detail.printed_organisations),
                    "attendance": detail.attendance,
                    "presence": detail.mode,
                    "sessions": ", ".join(detail.sessions),
                }
            )
            return
        self.set_values(
            {
                "delegation_id": filling.delegation_id,
                "role": self._proposed_role,
                "attendance": filling.steps[0] if filling.steps else None,
                "presence": "unknown",
            }
        )

    def _change_who(self) -> None:
        self._forget_proposals()
        self._show_what_applies()
        if self.field("who").value() == Who.KNOWN:
            self._tell_person()

    def _show_what_applies(self) -> None:
        if not self._is_new:
            detail = self._filling.detail
            is_person = detail is not None and detail.person_id is not None
            for name in ("printed_names", "printed_posts"):
                self.show_field(name, shown=is_person)
            return
        who = self.field("who").value()
        is_named = who in (Who.KNOWN, Who.NEW)
        self.show_field("person_id", shown=who == Who.KNOWN)
        if self._filling.replaced is not None:
            self.show_field("other_id", shown=who == Who.THERE)
        else:
            self.show_field("organisation_id", shown=who == Who.OFFICE)
            is_new_office = who == Who.OFFICE and bool(self.field("new_office").value())
            self.show_field("new_office", shown=is_new_office)
        for name in ("printed_names", "printed_posts"):
            self.show_field(name, shown=is_named)
        for name in ("printed_organisations", "attendance", "presence", "sessions"):
            self.show_field(name, shown=who != Who.THERE)
        self.show_field("known_post", shown=who == Who.KNOWN and bool(self._posts))
        if who != Who.NEW:
            self._likely.show_found(())

    def _missing(self, values: Values) -> dict[str, str]:
        """Return what is missing, beside the field that it is missing in."""
        who = values["who"]
        if who == Who.KNOWN and values["person_id"] is None:
            return {
                "person_id": self.tr("Choose the person, or say above that it is somebody new.")
            }
        if who == Who.NEW and not values["printed_names"]:
            return {"printed_names": self.tr("Enter the name.")}
        if who == Who.THERE and values.get("other_id") is None:
            return {"other_id": self.tr("Choose who came instead.")}
        if who == Who.OFFICE and values["organisation_id"] is None and not values["new_office"]:
            return {"organisation_id": self.tr("Choose the organisation.")}
        return {}

    def _tell_person(self) -> None:
        field = self.field("person_id")
        if not field.problem() and field.value() is not None:
            self._forget_proposals()
            self.person_chosen.emit(field.value())

    def _tell_name(self) -> None:
        if self._is_new and self.field("who").value() == Who.NEW:
            self._looked_for = self._name()
            self.name_entered.emit(self._looked_for)

    def _has_looked(self) -> bool:
        """Say whether the user has seen who is like a new name; if not, show it first."""
        if self.field("who").value() != Who.NEW:
            return True
        name = self._name()
        if self._looked_for != name:
            self._is_waiting = True
            self._tell_name()
            return False
        if self._found and self._warned_of != name:
            self._warned_of = name
            sentence = self.tr("Look whether it is one of these; if it is not, save once more.")
            self.problems({"printed_names": sentence})
            return False
        return True

    def _name(self) -> str:
        return next(iter(self.field("printed_names").value().values()), "")

    def _begin_new(self, typed: str) -> None:
        self._forget_proposals()
        self.field("who").set_value(Who.NEW)
        names = self.field("printed_names")
        names.set_value({self._filling.languages[0]: typed} if typed else {})
        self._show_what_applies()
        names.setFocus()
        self._tell_name()

    def _begin_new_office(self, typed: str) -> None:
        self.field("organisation_id").set_value(None)
        self.field("new_office").set_value(typed)
        self.show_field("new_office", shown=True)
        self.field("new_office").setFocus()

    def _take_known(self, person_id: "UUID") -> None:
        """Take a person who is known in place of the one who was being entered."""
        self.field("printed_names").set_value({})
        self.field("who").set_value(Who.KNOWN)
        self.field("person_id").set_value(person_id)
        self._show_what_applies()
        self._tell_person()

    def _propose_role(self) -> None:
        role = self.field("role")
        proposed = self._filling.role(self.field("delegation_id").value())
        if role.value() == self._proposed_role:
            role.set_value(proposed)
        self._proposed_role = proposed

    def _take_chosen_post(self) -> None:
        place = self.field("known_post").value()
        if isinstance(place, int) and place < len(self._posts):
            self._take_post(self._posts[place])

    def _take_post(self, post: "KnownPost") -> None:
        self._propose("printed_posts", dict(post.titles))
        self._propose("printed_organisations", dict(post.organisations))

    def _propose(self, name: str, value: dict[str, str]) -> None:
        self.field(name).set_value(value)
        self._proposed[name] = value

    def _forget_proposals(self) -> None:
        """Empty the fields that hold what was proposed for somebody else."""
        for name, value in self._proposed.items():
            if self.field(name).value() == value:
                self.field(name).set_value({})
        self._proposed = {}
        self._posts = ()

    def _office_of_post(self) -> "UUID | None":
        place = self.field("known_post").value()
        known = isinstance(place, int) and place < len(self._posts)
        return self._posts[place].organisation_id if known else None
