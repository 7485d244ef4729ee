from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.match import wide_match
from app.texts.query.asked import Condition, Days, Field, NearMeeting
from app.texts.query.reading import LONGEST, read
from app.texts.segments import terms

TODAY = date(2026, 3, 4)


def ask(text, **how):
    return read(text, today=TODAY, **how)


def test_the_whole_grammar_is_read_in_one_line():
    asked = ask('meeting:12 party:KR type:decision status:open due:<2026-12-01 -draft "two sides"')
    assert asked.problem is None
    assert asked.words == terms('"two sides"')
    assert asked.without == terms("draft")
    assert asked.conditions == (
        Condition(Field.MEETING, "12"),
        Condition(Field.PARTY, "kr"),
        Condition(Field.TYPE, "decision"),
        Condition(Field.STATUS, "open"),
        Condition(Field.DUE, "2026-12-01", Days(None, date(2026, 11, 30))),
    )


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("2026-12", Days(date(2026, 12, 1), date(2026, 12, 31))),
        ("2026", Days(date(2026, 1, 1), date(2026, 12, 31))),
        (">2026-12", Days(date(2027, 1, 1), None)),
        ("<=today", Days(None, TODAY)),
        ("this-week", Days(date(2026, 3, 2), date(2026, 3, 8))),
        ('"last meeting"', Days(of_meeting=NearMeeting.LAST)),
        (">last-meeting", Days(of_meeting=NearMeeting.LAST, comparison=">")),
        ("2026-01..2026-02", Days(date(2026, 1, 1), date(2026, 2, 28))),
    ],
)
def test_days_are_read_as_people_write_them(told, days):
    (condition,) = ask(f"due:{told}").conditions
    assert condition.days == days


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x" * 10_000, f"This is too long to look for: a search has at most {LONGEST} characters."),
        ('- "" : -', "There is no word here to look for."),
        ("-draft", "This says only what to leave out."),
        ("due:soon", "“soon” is no day."),
        ("due:2026-13", "“2026-13” is no day."),
        ("status:purple", "There is no state “purple”."),
        ("type:ticket", "There is no kind of record called “ticket”."),
        ("meeting:", "“meeting:” says nothing yet."),
        ('party:""', '“party:""” says nothing yet.'),
        ("a " * 30, "This has too many words: a search has at most 24."),
    ],
)
def test_what_cannot_be_looked_for_is_told_in_a_sentence(text, sentence):
    problem = ask(text).problem
    assert problem is not None
    assert problem.sentence == sentence
    assert problem.remedy


def test_a_condition_that_is_being_typed_is_waited_for():
    assert ask("landfill status:", is_typing=True).words == terms("landfill")


def test_a_colon_that_is_no_condition_belongs_to_the_word():
    assert ask("10:30").words == terms("10:30")
    assert ask("re:landfill").words == terms("re:landfill")


def test_the_word_being_typed_finds_longer_ones_from_two_letters_on():
    assert wide_match(ask("jw", is_typing=True).words) == '"jw"*'
    assert wide_match(ask("jw ", is_typing=True).words) == '"jw"'
    assert wide_match(ask("j", is_typing=True).words) == '"j"'


PIECES = st.sampled_from(
    ["meeting:", "due:<", "-", '"', "“", "status:open", "AND", "*", "^", "회의", "합", "хурал", ":"]
)


@settings(max_examples=60)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12), st.booleans())
def test_any_line_is_read_or_told_about(parts, is_typing):
    for text in (" ".join(parts), "".join(parts)):
        asked = ask(text, is_typing=is_typing)
        if asked.problem is not None:
            assert asked.problem.sentence
            assert not asked.words
        for term in (*asked.words, *asked.without):
            assert term.segments
