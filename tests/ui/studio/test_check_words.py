import pytest

from app.services.checks import Check, CheckKey, Finding, Outcome, Problem
from app.ui.studio import check_words


def failing(key, *findings):
    return Check(key, Outcome.FAILED, len(findings), findings=findings)


@pytest.mark.parametrize("key", CheckKey)
def test_every_check_has_words_for_both_outcomes(key, dressed):
    passed = Check(key, Outcome.PASSED, 2, first="Mongolia", last="Mongolia")
    failed = failing(key, Finding(Problem.NOT_CONFIRMED, "1", meant="ko"))

    assert check_words.title(passed) != check_words.title(failed)
    assert check_words.detail(passed)
    assert check_words.detail(failed)
    assert not check_words.failed(passed)
    assert check_words.failed(failed)


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_is_told_with_the_thing_it_is_about(problem, dressed):
    check = failing(CheckKey.NAMES, Finding(problem, "Batkhisig", meant="ko"))

    assert "Batkhisig" in check_words.detail(check)
    assert "{" not in check_words.detail(check)


def test_one_and_several_are_told_apart(dressed):
    one = failing(CheckKey.FACTS, Finding(Problem.MISSING, "place to be confirmed"))
    two = failing(CheckKey.FACTS, *(Finding(Problem.MISSING, what) for what in ("place", "date")))

    assert check_words.title(one) == "1 thing left open"
    assert check_words.detail(one) == "Place to be confirmed. Shown in amber on the page."
    assert check_words.title(two) == "2 things left open"


def test_of_many_things_the_first_are_named_and_the_others_counted(dressed):
    many = failing(CheckKey.FACTS, *(Finding(Problem.MISSING, f"fact {n}") for n in range(30)))

    assert check_words.detail(many).startswith("Fact 0; fact 1; fact 2; and 27 more.")
    assert check_words.everything(many).splitlines()[-1] == "and 10 more"


def test_paragraphs_are_named_by_their_numbers(dressed):
    open_ones = (1, 2, 3, 5, 8, 9)
    check = failing(
        CheckKey.CONFIRMED, *(Finding(Problem.NOT_CONFIRMED, str(n)) for n in open_ones)
    )

    assert check_words.detail(check) == "No. 1–3, 5, 8–9: whether it happened so"


def test_texts_that_are_not_translated_are_counted_by_language(dressed):
    found = [Finding(Problem.NOT_TRANSLATED, f"Text {n}", meant="ko") for n in range(3)]
    found.append(Finding(Problem.NOT_TRANSLATED, "Text", meant="mn"))

    check = failing(CheckKey.LANGUAGES, *found)

    assert check_words.detail(check) == "Korean: 3, Mongolian: 1"
    assert "“Text 0” is not there in Korean" in check_words.everything(check)


def test_a_long_text_is_shortened(dressed):
    check = failing(CheckKey.NAMES, Finding(Problem.NOT_ON_THE_LIST, "x" * 300))

    assert len(check_words.detail(check)) < 120


def test_a_stretch_of_one_decision_is_named_once(dressed):
    one = Check(CheckKey.DECISIONS, Outcome.PASSED, 1, first="1/JWG.1", last="1/JWG.1")
    three = Check(CheckKey.DECISIONS, Outcome.PASSED, 3, first="1/JWG.1", last="3/JWG.1")

    assert check_words.detail(one) == "1/JWG.1"
    assert check_words.detail(three) == "1/JWG.1 to 3/JWG.1"


def test_a_check_with_nothing_to_look_at_is_passed_over():
    assert not check_words.applies(Check(CheckKey.ANNEXES, Outcome.NOT_APPLICABLE))
    assert check_words.applies(Check(CheckKey.ANNEXES, Outcome.PASSED))
