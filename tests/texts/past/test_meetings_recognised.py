"""Numbers, places and kinds of old papers, and which meeting a paper is about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.texts.meeting_titles import spell_ordinal
from app.texts.past.body_terms import BodyTerms, Closeness, SideTerms, side_names
from app.texts.past.evidence import Certainty, Line, Place, PlaceKind, plain
from app.texts.past.file_kinds import FileKind
from app.texts.past.meeting_said import Happening
from app.texts.past.ordinals import find_ordinals
from app.texts.past.recognition import language_of, recognise
from app.texts.past.whereabouts import find_mode, find_place

KOREA = SideTerms("KR", side_names(("the Republic of Korea", "Korean", "대한민국", "한국")))
JAPAN = SideTerms("JP", side_names(("Japan", "Japanese", "일본", "日本")))
TERMS = BodyTerms(
    names=("Joint Committee on Environmental Cooperation",),
    sides=(KOREA, JAPAN),
    countries=("Japan", "Republic of Korea", "Mongolia"),
    pairs=("한일", "日韓"),
)


def lines(*texts):
    return tuple(Line(text, Place(PlaceKind.LINE, row)) for row, text in enumerate(texts, 1))


def read(*texts, name="paper.txt"):
    return recognise(name, lines(*texts), TERMS)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Agreed Minutes of the Twenty-second Meeting", 22),
        ("the 19th meeting of the Joint Committee", 19),
        ("the first Japan-Mongolia Joint Committee", 1),
        ("제3차 한·일 환경협력공동위원회", 3),
        ("제 3 회 회의", 3),
        ("第3回日韓合同委員会", 3),
        ("第十九回会合", 19),
        ("Хамтарсан хорооны 3 дугаар хуралдаан", 3),
        ("Гуравдугаар хуралдаан", 3),
        ("XIX хуралдаан", 19),
    ],
)
def test_numbers_of_meetings_are_read(text, number):
    assert [each.number for each in find_ordinals(plain(text))] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "the first adoption of detailed rules",
        "the 35th anniversary of the committee",
        "제3조 (회의)",
        "2014 оны 2 дугаар сарын хуралдаан",
        "the tenth preambular paragraph, meeting",
    ],
)
def test_other_numbers_are_none(text):
    assert find_ordinals(plain(text)) == ()


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=1, max_value=99))
def test_every_number_is_read_in_words_and_figures(number):
    for text in (
        f"the {spell_ordinal(number)} Meeting",
        f"제{number}차 회의",
        f"第{number}回会合",
        f"{number} дугаар хуралдаан",
    ):
        assert [each.number for each in find_ordinals(plain(text))] == [number], text


@pytest.mark.parametrize(
    ("text", "town", "land"),
    [
        ("was held in Ibaraki Prefecture, Japan, on 29 June 2017", "Ibaraki Prefecture", "Japan"),
        ("Seoul, 14 February 2014", "Seoul", ""),
        ("Place: Seoul, Republic of Korea", "Seoul", "Republic of Korea"),
        ("위원회가 2016년 6월 29일 서울에서 개최되었다", "서울", ""),
        ("委員会が平成27年6月29日東京において開催された", "東京", ""),
        ("хуралдаан Улаанбаатар хотноо болов", "Улаанбаатар", ""),
    ],
)
def test_places_are_read(text, town, land):
    found = find_place(plain(text), countries=TERMS.countries)
    assert found is not None
    assert (found.town, found.land) == (town, land)


def test_a_place_together_with_online_is_hybrid():
    assert find_mode("1st Joint Committee in Tashkent and Online") == "hybrid"
    assert find_mode("held by videoconference") == "online"
    assert find_mode("held in Seoul") == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Agreed Minutes", FileKind.MINUTES),
        ("합의의사록", FileKind.MINUTES),
        ("議事録", FileKind.MINUTES),
        ("Хурлын тэмдэглэл", FileKind.MINUTES),
        ("Provisional agenda", FileKind.AGENDA),
        ("議事次第", FileKind.AGENDA),
        ("Decision No 1/2011", FileKind.DECISION),
        ("Rules of Procedure of the Joint Committee", FileKind.RULES),
        ("List of Participants", FileKind.PARTICIPANTS),
        ("A letter", FileKind.OTHER),
    ],
)
def test_what_a_paper_is_follows_from_its_heading(text, kind):
    assert read(text).kind.value is kind


def test_a_text_of_articles_is_rules_whatever_it_is_called():
    said = read("Text", "Article 1 Scope", "a", "Article 2 Meetings", "b", "Article 3 Chair")
    assert said.kind.value is FileKind.RULES


def test_minutes_say_number_day_place_and_that_it_was_held():
    said = read(
        "Agreed Minutes of the 19th Meeting of the Joint Committee on Environmental Cooperation",
        "The 19th meeting was held in Ibaraki Prefecture, Japan, on 29 June 2017.",
    ).meeting
    assert [each.value for each in said.ordinals] == [19]
    assert [each.value.first.isoformat() for each in said.days] == ["2017-06-29"]
    assert [each.value.town for each in said.places] == ["Ibaraki Prefecture"]
    assert said.titles[0].value.startswith("19th Meeting of the Joint Committee")
    assert said.held is not None
    assert said.held.value is Happening.HELD
    assert {each.certainty for each in (*said.ordinals, *said.days)} == {Certainty.CERTAIN}


def test_the_day_of_a_signature_is_not_the_day_of_the_meeting():
    said = read(
        "Minutes of the first meeting of the Joint Committee on Environmental Cooperation",
        "The first meeting was held on the basis of the document signed on January 8, 2013.",
        "The first meeting was held on April 11, 2013.",
    ).meeting
    assert [each.value.first.isoformat() for each in said.days] == ["2013-04-11"]


def test_the_next_meeting_is_told_apart_from_this_one():
    said = read(
        "Minutes of the 3rd Meeting of the Joint Committee on Environmental Cooperation",
        "The 3rd meeting was held in Seoul on 4 May 2010.",
        "The next meeting, the 4th, will be held in Japan on 5 May 2011.",
    ).meeting
    assert [each.value for each in said.ordinals] == [3]
    assert [each.value.first.year for each in said.days] == [2010]
    assert said.next_days is not None
    assert said.next_days.value.startswith("The next meeting")


def test_the_weekday_tells_the_year_that_is_not_printed():
    said = read(
        "First Joint Committee on Environmental Cooperation held",
        "The first meeting of the Joint Committee on Environmental Cooperation was held on"
        " Tuesday, May 27, in Ulaanbaatar, Mongolia.",
        "It rests on an agreement signed in 2023. As of May 2025 there are nine.",
    ).meeting
    assert [each.value.first.isoformat() for each in said.days] == ["2025-05-27"]
    assert said.days[0].certainty is Certainty.LIKELY


def test_a_paper_about_another_body_is_doubtful():
    said = read("Minutes of the 3rd Meeting of the Forest Forum", "It was held on 4 May 2010.")
    assert {each.certainty for each in said.meeting.ordinals} <= {Certainty.DOUBTFUL}
    assert said.closeness is Closeness.NOT


def test_decisions_have_their_printed_number_title_and_text_and_citations_are_none():
    said = read(
        "Minutes of the 19th Meeting of the Joint Committee on Environmental Cooperation",
        "Decision 19/1: Review of the ten projects",
        "The sides agree to review them, recalling",
        "decision 18/2 and its annex,",
        "every year.",
        "Action items",
        "1. Japan: send the text by 31 December 2017",
    )
    (decision,) = said.decisions
    assert (decision.value.number, decision.value.title) == ("19/1", "Review of the ten projects")
    assert decision.value.text.endswith("every year.")
    (action,) = said.actions
    assert action.value.words == "send the text by 31 December 2017"
    assert (action.value.side, action.value.due) == ("JP", "2017-12-31")


def test_delegates_are_read_where_they_are_plainly_listed():
    said = read(
        "List of Participants",
        "Delegation of the Republic of Korea",
        "Kwon Sei-joong, Deputy Director-General, head of delegation",
        "Ministry of Environment",
        "Delegation of Japan",
        "1\tTakizaki Shigeki\tDeputy Director-General\tAsian and Oceanian Affairs Bureau",
    )
    told = [(each.value.name, each.value.side, each.value.is_head) for each in said.delegates]
    assert told == [("Kwon Sei-joong", "KR", True), ("Takizaki Shigeki", "JP", False)]


def test_rules_say_their_version_and_days():
    said = read(
        "Rules of Procedure of the Joint Committee on Environmental Cooperation ver02.0",
        "Adopted on 4 May 2010; effective from 1 June 2010",
    ).rules
    assert said is not None
    assert said.value.label == "ver02.0"
    assert said.value.adopted_on == "2010-05-04"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Minutes of the meeting", "en"),
        ("제3차 회의록 JCM", "ko"),
        ("第3回合同委員会の議事録", "ja"),
        ("Хурлын тэмдэглэл", "mn"),
        ("2014", "en"),
    ],
)
def test_the_language_is_that_of_most_of_the_text(text, language):
    assert language_of(lines(text)) == language


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=200), min_size=1, max_size=12))
def test_any_paper_at_all_is_borne_and_quoted_word_for_word(texts):
    said = read(*texts)
    for each in (*said.meeting.ordinals, *said.meeting.days, *said.decisions):
        assert each.quote.text


def test_a_line_without_end_takes_no_time_without_end():
    said = read("Agreed Minutes", "A a, " * 60_000, " " * 200_000, "1" * 100_000, "第" * 50_000)
    assert said.kind.value is FileKind.MINUTES
