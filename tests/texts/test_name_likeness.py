import itertools
import random

import pytest

from app.texts.alike_names import AlikeNames
from app.texts.name_likeness import LikenessReason, compare_names, compare_persons
from app.texts.name_sounds import hear
from app.texts.romanising import romanise

ONE_PERSON = [
    ("Cho Gye-yeon", "CHO Gye Yoen", LikenessReason.ROMANISATION),
    ("Cho Gye-yeon", "조계연", LikenessReason.OTHER_SCRIPT),
    ("Cho Gye-yeon", "Gye-yeon Cho", LikenessReason.OTHER_ORDER),
    ("Cho Gye-yeon", "CHO GYEYEON", LikenessReason.SAME_LETTERS),
    ("Lee Bo-ra", "이보라", LikenessReason.OTHER_SCRIPT),
    ("Rhee Bora", "Yi Bo Ra", LikenessReason.ROMANISATION),
    ("Park Suh-yun", "Pak Seo Yeon", LikenessReason.ROMANISATION),
    ("N.Enkhtaivan", "Nyamdorj Enkhtaivan", LikenessReason.INITIALS),
    ("Enkhtaivan", "N. Enkhtaivan", LikenessReason.ONE_NAME_ONLY),
    ("Batkhishig Purevdoo", "Batkhishig", LikenessReason.ONE_NAME_ONLY),
    ("Н.Энхтайван", "N.Enkhtaivan", LikenessReason.OTHER_SCRIPT),
    ("Ukhnaa KHURELSUKH", "Ukhnaagiin Khürelsükh", LikenessReason.FATHERS_NAME),
    ("Khurelsukh Ukhnaa", "Ухнаагийн Хүрэлсүх", LikenessReason.FATHERS_NAME),
    ("Oyun-Erdene Luvsannamsrai", "Лувсаннамсрайн Оюун-Эрдэнэ", LikenessReason.FATHERS_NAME),
    ("Ōkōchi Akihiro", "OKOCHI Akihiro", LikenessReason.SAME_LETTERS),
    ("Ōkōchi Akihiro", "Ohkouchi Akihiro", LikenessReason.ROMANISATION),
    ("Ōkōchi Akihiro", "おおこうち あきひろ", LikenessReason.OTHER_SCRIPT),
    ("Takizaki Shiggeki", "Takizaki Shigeki", LikenessReason.ROMANISATION),
    ("大河内 昭博", "大河内昭博", LikenessReason.SAME_LETTERS),
    ("Christopher Anderson", "Christopher Andersen", LikenessReason.SPELLING),
    ("Christopher Anderson", "Christopher Andreson", LikenessReason.SPELLING),
    ("José Müller", "Jose Muller", LikenessReason.SAME_LETTERS),
]
TWO_PERSONS = [
    ("Kim Min-su", "Kim Min-ji"),
    ("Kim A", "Kim B"),
    ("N.Enkhtaivan", "B.Enkhtaivan"),
    ("D. Bat", "B. Bat"),
    ("Park", "Park Min"),
    ("Enkhbayar Bat", "Enkhbayar Bat-Erdene"),
    ("Delegate 1", "Delegate 2"),
    ("", "Kim"),
    ("…", "—"),
    ("大河内 昭博", "河野 太郎"),
]


@pytest.mark.parametrize(("one", "other", "reason"), ONE_PERSON)
def test_two_spellings_of_one_name_are_known_for_one_and_why(one, other, reason):
    found = compare_names(one, other)

    assert found is not None
    assert found.reason is reason
    assert compare_names(other, one) == found


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_two_names_are_not_taken_for_one(one, other):
    assert compare_names(one, other) is None
    assert compare_names(other, one) is None


def test_the_surest_of_several_spellings_counts():
    found = compare_persons(["CHO Gye Yoen", "조계연"], ["Cho Gye-yeon", "조계연"])

    assert found is not None
    assert (found.reason, found.score) == (LikenessReason.SAME_NAME, 1.0)


def test_letters_of_other_scripts_are_written_as_they_sound():
    assert romanise("조계연 Ухнаагийн Ōkōchi おおこうち キャノン") == (
        "jogyeyeon ukhnaagiin okochi ookouchi kyanon"
    )
    assert romanise("大河内") == "大河内"


def test_a_korean_name_in_one_word_has_a_family_and_a_given_name():
    assert hear("조계연").words == ("jo", "gyeyeon")
    assert hear("남궁민수").words == ("namgung", "minsu")


def test_a_person_is_found_by_any_spelling_and_the_likest_comes_first():
    known: AlikeNames[int] = AlikeNames()
    known.add(1, names=["Cho Gye-yeon", "조계연"], email="cho@mofa.go.kr")
    known.add(2, names=["CHO Gye Yoen"])
    known.add(3, names=["Batkhishig Purevdoo"])

    found = known.find(names=["조 계연"])

    assert [each.key for each in found] == [1, 2]
    assert known.find(names=["Somebody Else"], email="CHO@MOFA.go.kr")[0].key == 1
    assert known.find(names=[""]) == ()


def test_no_like_pair_is_missed_and_none_is_told_twice():
    chance = random.Random(7)
    families = ["Kim", "Lee", "Rhee", "Park", "Pak", "Cho", "Jo", "Yoon", "Yun"]
    given = ["Min-su", "Min Soo", "Seo-yeon", "Suh Yun", "Gye-yeon", "Gye Yoen", "Bo-ra"]
    mongol = ["Bat", "Enkhtaivan", "Khurelsukh", "Ukhnaa", "Ukhnaagiin", "Purevdoo", "Batbayar"]
    names = [f"{chance.choice(families)} {chance.choice(given)}" for _ in range(80)]
    names += [f"{chance.choice(mongol)} {chance.choice(mongol)}" for _ in range(60)]
    names += [f"{chance.choice('NBDU')}.{chance.choice(mongol)}" for _ in range(20)]
    names = list(dict.fromkeys(names))
    known: AlikeNames[int] = AlikeNames()
    for key, name in enumerate(names):
        known.add(key, names=[name])

    found = [(one, other.key) for one, other in known.pairs()]

    wanted = {
        (one, other)
        for one, other in itertools.combinations(range(len(names)), 2)
        if compare_names(names[one], names[other])
    }
    assert len(found) == len(set(found))
    assert set(found) == wanted


def test_a_thousand_of_one_name_do_not_hold_anybody_up():
    known: AlikeNames[int] = AlikeNames()
    for key in range(1000):
        known.add(key, names=["To be confirmed"])

    assert 0 < len(known.find(names=["To be confirmed"])) < 100
