"""Real texts as old papers: what is recognised in each, against what a person wrote down."""

import os
import tomllib
from pathlib import Path

import pytest

from app.services import states
from app.texts.past.body_terms import BodyTerms, SideTerms, side_names
from app.texts.past.evidence import Certainty, Line, Place, PlaceKind
from app.texts.past.recognition import recognise

SHARED = Path(os.environ["JWG_CORPUS"]).parent
TEXTS = tomllib.loads((Path(__file__).parent / "past_by_hand.toml").read_text("utf-8"))["text"]
NAMES = {
    "KR MN": "Joint Working Group on Climate Change Cooperation",
    "KR JP": "Joint Committee on Environmental Cooperation",
    "JP MN": "Joint Committee concerning the Joint Crediting Mechanism",
}


def terms(sides):
    """Return what a body is called, as a workspace that holds it would say."""
    countries = [name for state in states.list_states() for name in state.names.values()]
    told = []
    for code in sides.split():
        state = states.find(code)
        names = (*state.names.values(), *state.formal_names.values(), *state.adjectives.values())
        told.append(SideTerms(code, side_names(names)))
    return BodyTerms(names=(NAMES[sides],), sides=tuple(told), countries=tuple(countries))


def read(text):
    path = SHARED / text["file"]
    if not path.exists():
        pytest.skip("this text is not beside the corpus")
    lines = tuple(
        Line(line, Place(PlaceKind.LINE, number))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if line.strip()
    )
    return recognise(path.name, lines, terms(text.get("body", "KR JP")))


@pytest.fixture(params=TEXTS, ids=[text["file"] for text in TEXTS])
def text(request):
    return request.param


def test_it_is_taken_for_what_it_is(text):
    assert read(text).kind.value.value == text["kind"]


def test_its_decisions_are_found_and_no_citation(text):
    numbers = [each.value.number for each in read(text).decisions if each.value.number]
    assert numbers == text["decisions"]


def test_its_meeting_is_found_and_none_where_it_has_none(text):
    said = read(text).meeting
    assert [each.value for each in said.ordinals] == [text[k] for k in ("ordinal",) if k in text]
    assert [each.value.first.isoformat() for each in said.days] == [
        text[k] for k in ("day",) if k in text
    ]
    if "place" in text:
        assert said.places[0].value.town == text["place"]
    assert [each.value for each in said.modes] == [text[k] for k in ("mode",) if k in text]


def test_only_a_text_that_names_the_body_is_certain(text):
    said = read(text).meeting
    told = {each.certainty for each in said.ordinals}
    assert (Certainty.CERTAIN in told) is text.get("certain", False)
