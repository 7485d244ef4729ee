import pytest

from app.texts.near_names import NearName, find_near_names

NAMES = ("Kim Seo-yeon", "Batkhishig Purevdoo", "Cho Gye-yeon", "김서연")


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("led by Ms. Kim Seo-yoen, Director", "Kim Seo-yoen", "Kim Seo-yeon"),
        ("led by Seo-yeon Kim.", "Seo-yeon Kim", "Kim Seo-yeon"),
        ("Batkhishig Purevdo spoke", "Batkhishig Purevdo", "Batkhishig Purevdoo"),
        ("BATKHISIG PUREVDOO spoke", "BATKHISIG PUREVDOO", "Batkhishig Purevdoo"),
    ],
)
def test_a_name_that_is_not_quite_that_of_the_list_is_found(text, found, meant):
    assert find_near_names(text, names=NAMES) == (NearName(found, meant),)


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Kim Seo-yeon and Mr. Batkhishig Purevdoo met Cho Gye-yeon.",
        "KIM Seo-yeon",
        "Kim Min-jun and Kim Seo Holdings",
        "The chair, Kim, spoke. Seo-yeon",
        "Kim\nSeo-yoen",
        "김서준",
        "",
        "Kim",
    ],
)
def test_a_right_name_and_another_name_are_left_alone(text):
    assert find_near_names(text, names=NAMES) == ()


def test_two_people_with_almost_the_same_name_are_not_taken_for_one_another():
    names = ("Kim Seo-yeon", "Kim Seo-yoon")
    assert find_near_names("Kim Seo-yeon and Kim Seo-yoon", names=names) == ()


def test_a_name_found_twice_is_told_once():
    assert len(find_near_names("Kim Seo-yoen, Kim Seo-yoen", names=NAMES)) == 1
