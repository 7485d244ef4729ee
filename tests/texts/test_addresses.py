from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.texts.addresses import Address, is_address, read_address

KEY = UUID("0198f0c2-5a1e-7c33-8d11-6f2a9b3c4d5e")


def test_an_address_is_read_as_it_is_written():
    told = str(Address("agenda_item", KEY))
    assert told == f"jwg://agenda-item/{KEY}"
    assert read_address(told) == Address("agenda_item", KEY)


@pytest.mark.parametrize(
    "text",
    [
        f"  JWG://Decision/{str(KEY).upper()}/ ",  # browsers and Word change case, and add a slash
        f"jwg:decision/{KEY}",
        f"jwg://decision/{KEY.hex}",
    ],
)
def test_what_other_programs_make_of_an_address_is_still_one(text):
    assert is_address(text)
    assert read_address(text) == Address("decision", KEY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "jwg://",
        "jwg://decision/12",
        f"https://decision/{KEY}",
        f"jwg://decision/{KEY}?file=C:/x",
        f"jwg://../../etc/{KEY}",
        "jwg://decision/" + "0" * 10_000,
    ],
)
def test_what_is_no_address_is_refused(text):
    assert read_address(text) is None


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_any_text_can_be_tried(text):
    assert read_address(f"jwg://{text}") is None or is_address(f"jwg://{text}")
