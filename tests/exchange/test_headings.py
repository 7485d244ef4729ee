import pytest

from app.domain.delegation import Attendance, DelegateRole, Presence
from app.exchange.column_guess import guess_layout
from app.exchange.headings import Meaning, Use, read_heading
from app.exchange.list_words import (
    HEADINGS,
    read_attendance,
    read_presence,
    read_role,
    say_attendance,
    say_presence,
    say_role,
)
from app.exchange.reading import read_pasted


@pytest.mark.parametrize(
    ("heading", "use"),
    [
        ("Name", Use(Meaning.NAME)),
        ("  FULL NAME * ", Use(Meaning.NAME)),
        ("Name (English)", Use(Meaning.NAME, "en")),
        ("Name in Korean", Use(Meaning.NAME, "ko")),
        ("성명(영문)", Use(Meaning.NAME, "en")),
        ("영문성명", Use(Meaning.NAME, "en")),
        ("성명", Use(Meaning.NAME)),
        ("직위/직책", Use(Meaning.POST)),
        ("소속기관", Use(Meaning.ORGANISATION)),
        ("Овог нэр", Use(Meaning.NAME)),
        ("Албан тушаал", Use(Meaning.POST)),
        ("Байгууллага (Mongolian)", Use(Meaning.ORGANISATION, "mn")),
        ("氏名（漢字）", Use(Meaning.NAME, "ja")),
        ("役職", Use(Meaning.POST)),
        ("メールアドレス", Use(Meaning.EMAIL)),
        ("Surname / 성", Use(Meaning.FAMILY)),
        ("E-mail address", Use(Meaning.EMAIL)),
        ("Mobile", Use(Meaning.PHONE)),
        ("№", Use(Meaning.NOTHING)),
        ("Kim Bo-ra", None),
        ("", None),
    ],
)
def test_a_heading_says_what_its_column_holds(heading, use):
    assert read_heading(heading) == use


@pytest.mark.parametrize("language", ["en", "ko", "mn", "ja"])
def test_a_list_that_was_written_here_can_be_read_here_again(language):
    for meaning, words in HEADINGS.items():
        assert read_heading(words[language]) == Use(meaning), words
    for role in DelegateRole:
        assert read_role(say_role(role.value, language)) is role
    for presence in (Presence.ROOM, Presence.ONLINE):
        assert read_presence(say_presence(presence.value, language)) is presence
    for attendance in set(Attendance) - {Attendance.UNKNOWN}:
        assert read_attendance(say_attendance(attendance.value, language)) is attendance


def meanings(text):
    layout = guess_layout(read_pasted(text).sheets[0])
    return layout.heading, [use.meaning.value for use in layout.uses]


def test_the_row_of_headings_may_stand_below_a_title():
    assert meanings(
        "List of participants\n\nNo.\tName\tPost\tE-mail\n1\tKim\tDirector\ta@b.kr"
    ) == (
        1,
        ["nothing", "name", "post", "email"],
    )


def test_a_list_without_headings_is_read_by_what_stands_in_it():
    assert meanings("1\tKim\tDirector\tMOFA\tk@b.kr\t+82 2 123 4567\tadviser\n") == (
        None,
        ["nothing", "name", "post", "organisation", "email", "phone", "role"],
    )


def test_a_column_whose_heading_says_nothing_is_left_alone_unless_the_name_would_be_missing():
    assert meanings("Name\tShoe size\nKim\t270") == (0, ["name", "nothing"])
    assert meanings("Who\tPost\tE-mail\nKim\tDirector\tk@b.kr") == (0, ["name", "post", "email"])


def test_what_may_stand_once_counts_where_it_stands_first():
    assert meanings("Name\tE-mail\tE-mail\nKim\ta@b.kr\tc@d.kr")[1] == ["name", "email", "nothing"]
