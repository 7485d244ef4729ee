from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, Field, ValidationError

from app.domain.errors import InvalidValue, Misfortune
from app.domain.meeting import Meeting
from app.domain.party import Party, PartyKind
from app.domain.refusals import explain

JARGON = (
    "input",
    "valid",
    "instance",
    "type",
    "string",
    "parse",
    "None",
    "pydantic",
    "Value error",
)


class Everything(BaseModel):
    day: date = date.min
    name: str = Field(default="xx", min_length=2, max_length=3)
    share: int = Field(default=1, ge=0, le=100)
    above: int = Field(default=1, gt=0, lt=9)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("day", "soon", "Enter a date, such as 27 May 2025."),
        ("day", "2025-02-31", "Enter a date, such as 27 May 2025."),
        ("day", None, "Enter a date, such as 27 May 2025."),
        ("name", "x", "Enter at least 2 characters."),
        ("name", "xxxx", "Enter at most 3 characters."),
        ("name", 5, "Enter words here."),
        ("share", -1, "Enter a number that is 0 or more."),
        ("share", 101, "Enter a number that is 100 or less."),
        ("share", "many", "Enter a whole number in figures, such as 3."),
        ("share", 1.5, "Enter a whole number in figures, such as 3."),
        ("above", 0, "Enter a number that is more than 0."),
        ("above", 9, "Enter a number that is less than 9."),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(field: str, value: Any, sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Everything(**{field: value})

    assert explain(caught.value.errors()[0]) == sentence


@pytest.mark.parametrize(
    "values",
    [
        {"code": ""},
        {"kind": "cloud"},
        {"names": "Korea"},
        {"names": {"EN": "Korea"}},
        {"valid_from": "yesterday"},
        {"parent_id": "nobody"},
        {"weekend": [9]},
        {"weekend": 6},
        {"code": "a\x00b"},
    ],
)
def test_no_record_answers_in_the_words_of_programmers(values: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as caught:
        Party(**({"code": "KR", "kind": PartyKind.STATE} | values))

    for _field, told in caught.value.problems:
        assert told.endswith(".")
        assert told[0].isupper() or told[0] == "“"
        assert not [word for word in JARGON if word in told], told


def test_a_field_that_must_be_filled_in_says_so() -> None:
    with pytest.raises(InvalidValue) as caught:
        Party(code="", kind=PartyKind.STATE)

    assert caught.value.problems == (("code", "This must be filled in."),)
    assert caught.value.field == "code"


def test_the_sentence_names_the_field_in_words() -> None:
    with pytest.raises(InvalidValue) as caught:
        Meeting(host_party_id="Korea")

    assert caught.value.sentence == (
        "The meeting was not changed, because a value does not fit."
        " Host party: Choose a record from the list."
    )


def test_a_misfortune_belongs_beside_no_field_unless_it_says_so() -> None:
    assert Misfortune("No.").field == ""
    assert Misfortune("No.", "Try again.", field="ends_on").field == "ends_on"
