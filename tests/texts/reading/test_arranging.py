from app.domain.rules import ProvisionKind
from app.texts.provision_draft import walk
from app.texts.reading.arranging import (
    call,
    drafts_of,
    join,
    lay_out,
    leave_out,
    lift,
    lower,
)
from app.texts.reading.identities import to_drafts
from app.texts.reading.reader import read

TEXT = """\
Rules of the Committee
Article 1 Meetings
1. The Committee meets once a year.
(a) in one capital;
(b) in the other.
2. It may meet by video.
Article 2 Records
Records are kept.
"""


def rows():
    return lay_out(read(TEXT, language="en"))


def labels(arranged):
    return [(row.depth, row.label) for row in arranged]


def test_rows_give_the_same_provisions_as_the_reading():
    reading = read(TEXT, language="en")
    assert drafts_of(lay_out(reading), language="en") == to_drafts(reading)


def test_a_lifted_provision_takes_along_what_stands_below_it():
    arranged = lift(rows(), 2)
    assert labels(arranged)[1:5] == [(0, "Article 1"), (0, "1."), (1, "(a)"), (1, "(b)")]


def test_the_highest_provision_is_not_lifted():
    assert lift(rows(), 1) == rows()


def test_a_lowered_provision_stands_below_the_one_before():
    arranged = lower(rows(), 5)
    drafts = {draft.label: parent for draft, parent, _ in walk(drafts_of(arranged, language="en"))}
    assert drafts["2."] == "art_1__para_1"


def test_the_first_provision_below_another_is_not_lowered():
    assert lower(rows(), 2) == rows()


def test_a_joined_provision_leaves_number_and_words_with_the_one_before():
    arranged = join(rows(), 4)
    assert arranged[3].text == "in one capital;\n(b) in the other."
    assert len(arranged) == len(rows()) - 1


def test_what_has_provisions_below_it_is_not_joined():
    assert join(rows(), 2) == rows()


def test_what_stands_below_a_row_that_is_left_out_moves_up():
    arranged = leave_out(rows(), 2)
    assert labels(arranged)[1:4] == [(0, "Article 1"), (1, "(a)"), (1, "(b)")]


def test_the_last_row_of_all_is_not_left_out():
    only = rows()[:1]
    assert leave_out(only, 0) == only


def test_a_row_may_be_called_something_else():
    arranged = call(rows(), 1, ProvisionKind.CHAPTER)
    (chapter, *_) = [
        draft for draft, _, _ in walk(drafts_of(arranged, language="en")) if draft.label
    ]
    assert (chapter.kind, chapter.eid) == (ProvisionKind.CHAPTER, "chp_1")
