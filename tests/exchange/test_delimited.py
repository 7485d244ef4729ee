import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.delimited import MOST_ROWS, read_text, write_csv
from app.exchange.reading import read_pasted
from app.exchange.refusals import EmptyTable, TooLarge
from app.exchange.tables import SourceKind


def cells(text):
    return [list(row.cells) for row in read_pasted(text).sheets[0].rows]


def test_rows_copied_from_a_table_come_with_tabs():
    assert cells("Name\tPost\r\nKim, Bo-ra\tDirector\r\n") == [
        ["Name", "Post"],
        ["Kim, Bo-ra", "Director"],
    ]


@pytest.mark.parametrize("separator", [",", ";", "|", "\t"])
def test_the_separator_is_the_sign_that_most_lines_have_equally_often(separator):
    text = "\n".join(separator.join(row) for row in (["Name", "Post", "X"], ["Kim", "", "a"]))

    assert cells(text) == [["Name", "Post", "X"], ["Kim", "", "a"]]


def test_a_cell_may_hold_the_separator_and_a_line_break_in_quotes():
    assert cells('Name,Post\n"Kim, Bo-ra","Director\nGeneral"\n') == [
        ["Name", "Post"],
        ["Kim, Bo-ra", "Director\nGeneral"],
    ]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_list():
    assert cells('Name,Post\n"Kim,Director\nLee,Adviser\n') == [
        ["Name", "Post"],
        ['"Kim', "Director"],
        ["Lee", "Adviser"],
    ]


def test_empty_rows_are_passed_over_and_the_others_keep_their_numbers():
    rows = read_text("Name\tPost\n\t\n\nKim\tDirector\n").sheets[0].rows

    assert [row.number for row in rows] == [1, 4]


def test_lines_of_a_message_are_names_with_addresses():
    table = read_pasted(
        'To: "Kim Bo-ra" <bora@me.go.kr>; Park <p@x.kr>,\nLee, Ann <a@b.org>; c@d.kr'
    )

    assert table.kind is SourceKind.ADDRESSES
    assert [list(row.cells) for row in table.sheets[0].rows[1:]] == [
        ["Kim Bo-ra", "bora@me.go.kr"],
        ["Park", "p@x.kr"],
        ["Lee, Ann", "a@b.org"],
        ["", "c@d.kr"],
    ]


def test_a_list_numbered_by_hand_loses_the_numbers():
    assert cells("1. Kim Bo-ra, Director\n2. Lee, Adviser") == [
        ["Kim Bo-ra", "Director"],
        ["Lee", "Adviser"],
    ]
    assert cells("• Kim Bo-ra\n• Lee") == [["Kim Bo-ra"], ["Lee"]]


def test_what_begins_like_a_formula_is_kept_as_text():
    assert cells("Name\tNote\n=cmd|' /C calc'!A0\t+82-2\n@SUM(1)\t-1\n")[1:] == [
        ["=cmd|' /C calc'!A0", "+82-2"],
        ["@SUM(1)", "-1"],
    ]


def test_a_written_file_opens_in_excel_with_its_letters_and_without_a_formula():
    data = write_csv([("Name", "Phone"), ("조계연", "+82-2"), ("=1+1", "-5")])

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == "Name,Phone\r\n조계연,'+82-2\r\n'=1+1,'-5\r\n"
    assert cells(data.decode("utf-8-sig"))[1:] == [["조계연", "+82-2"], ["=1+1", "-5"]]


@given(st.text(min_size=1, max_size=300).filter(str.strip))
def test_any_text_is_read_without_a_row_that_says_nothing(text):
    (sheet,) = read_pasted(text).sheets

    assert all(any(row.cells) for row in sheet.rows)


def test_a_list_far_longer_than_any_list_of_people_is_refused():
    with pytest.raises(TooLarge, match="at most 20,000 rows"):
        read_text("Kim\n" * (MOST_ROWS + 1), name="list.txt")


def test_nothing_pasted_is_said():
    with pytest.raises(EmptyTable, match="What was pasted is empty"):
        read_pasted(" \n\t ")
