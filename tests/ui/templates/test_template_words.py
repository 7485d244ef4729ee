"""Every field, problem and place has words that an official understands."""

import inspect

import pytest

from app.documents import (
    bilingual_facts,
    decision_facts,
    facts,
    follow_up_facts,
    letter_facts,
    meeting_facts,
)
from app.documents.facts import Facts
from app.documents.forms.findings import Finding, Problem
from app.documents.forms.form_facts import FormFacts
from app.documents.forms.places import PartOfForm, Place
from app.documents.gate import Hazard, Removed
from app.documents.insertable import list_insertable
from app.ui.templates import field_words, words

MODULES = (bilingual_facts, decision_facts, facts, follow_up_facts, letter_facts, meeting_facts)
KINDS = sorted(
    {
        kind
        for module in MODULES
        for _name, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Facts)
    }
    | {FormFacts},
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_of_every_document_is_said_in_plain_words(kind):
    empty = object.__new__(kind)
    names = {name for each in list_insertable(empty) for name in each.path.split(".")}
    assert names - set(field_words.WORDS) == set()


def test_a_field_is_said_with_the_record_it_belongs_to():
    assert field_words.say("meeting.place") == "Place · The meeting"
    assert field_words.say("today") == "The day on which it is written"
    assert field_words.say("parties.name", is_listed=True) == "Name · Parties, each"
    assert field_words.say("something.of_later") == "Of later · Something"


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_names_its_field(problem):
    told = words.found(Finding(problem, "meeting.plase", Place(PartOfForm.BODY), detail="is odd"))
    assert "“meeting.plase”" in told
    assert "{" not in told


@pytest.mark.parametrize("part", PartOfForm)
def test_every_part_of_a_form_has_a_name(part):
    assert words.where(Place(part)).startswith("In ")


@pytest.mark.parametrize("hazard", Hazard)
def test_everything_that_is_left_out_has_a_name(hazard):
    assert words.removed(Removed(hazard, "x" * 500)).endswith("x" * 20)
    assert len(words.removed(Removed(hazard, "x" * 500))) < 200


@pytest.mark.parametrize(
    "done", ["saved", "discarded", "restored", "replaced", "removed", "style", "letterhead"]
)
def test_what_was_done_is_said_in_a_sentence(done):
    assert words.done(done).endswith(".")
