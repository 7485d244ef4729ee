import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.meeting_titles import make_title, next_title, spell_ordinal


@pytest.mark.parametrize(
    ("title", "language", "old", "new", "wanted"),
    [
        (
            "22nd Meeting of the ROK–Japan Joint Committee", "en", 22, 23,
            "23rd Meeting of the ROK–Japan Joint Committee",
        ),
        (
            "First Joint Working Group Meeting 2025", "en", 1, 2,
            "Second Joint Working Group Meeting 2025",
        ),
        ("the TWENTY-FIRST session", "en", 21, 22, "the TWENTY-SECOND session"),
        ("11th Meeting", "en", 11, 12, "12th Meeting"),
        ("제8차 한-몽골 공동위원회", "ko", 8, 9, "제9차 한-몽골 공동위원회"),
        ("第22回日韓環境保護協力合同委員会", "ja", 22, 23, "第23回日韓環境保護協力合同委員会"),
        ("Нэгдүгээр хуралдаан", "mn", 1, 2, "Хоёрдугаар хуралдаан"),
        ("Тавдугаар хуралдаан", "mn", 5, 6, "6 дугаар хуралдаан"),
        ("22 дугаар хуралдаан", "mn", 22, 24, "24 дүгээр хуралдаан"),
        ("10-р хурал", "mn", 10, 11, "11-р хурал"),
    ],
)  # fmt: skip
def test_the_next_title_is_the_last_one_with_the_next_number(
    title: str, language: str, old: int, new: int, wanted: str
) -> None:
    assert next_title(title, language, old=old, new=new) == wanted


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Meeting of 2 March", "en"),
        ("The Second Second Meeting", "en"),
        ("제12차 회의", "ko"),
        ("", "en"),
    ],
)
def test_a_title_that_does_not_surely_bear_the_number_is_not_guessed_at(
    title: str, language: str
) -> None:
    assert next_title(title, language, old=2, new=3) == ""


def test_without_an_earlier_title_the_name_of_the_body_makes_one() -> None:
    assert make_title("the Joint Committee", "en", 3) == "3rd Meeting of the Joint Committee"
    assert make_title("공동위원회", "ko", 3) == "제3차 공동위원회"
    assert make_title("合同委員会", "ja", 3) == "第3回合同委員会"
    assert make_title("Хамтарсан хороо", "mn", 4) == "Хамтарсан хороо, 4 дүгээр хуралдаан"


def test_numbers_are_spelled() -> None:
    assert [spell_ordinal(number) for number in (1, 12, 20, 22, 99, 100, 111, 122)] == [
        "First", "Twelfth", "Twentieth", "Twenty-second", "Ninety-ninth", "100th", "111th", "122nd",
    ]  # fmt: skip


@given(st.integers(1, 300), st.integers(1, 300), st.sampled_from(["en", "ko", "ja", "mn"]))
def test_a_title_that_was_made_leads_to_the_next_one(old: int, new: int, language: str) -> None:
    made = make_title("Committee", language, old)
    assert next_title(made, language, old=old, new=new) == make_title("Committee", language, new)
