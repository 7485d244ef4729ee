from hypothesis import given
from hypothesis import strategies as st

from app.texts.paragraph_cutting import cut, join, paragraphs_of

# The wide forms of digits and marks belong to scripts without spaces between words.
LATIN = st.text(
    st.characters(categories=("Lu", "Ll", "Nd", "Po", "Zs"), max_codepoint=0x24F), max_size=60
)


def test_a_cut_leaves_no_blanks_at_the_ends() -> None:
    assert cut("The two sides agreed. They met.", 21) == ("The two sides agreed.", "They met.")
    assert cut("Words", 99) == ("Words", "")
    assert cut("Words", -1) == ("", "Words")


def test_joined_sentences_have_a_space_between_them_where_the_script_has() -> None:
    assert join("They agreed.", "They met.") == ("They agreed. They met.", 13)
    assert join("합의하였다.", "양측은") == ("합의하였다. 양측은", 7)
    assert join("合意した。", "双方は") == ("合意した。双方は", 5)
    assert join("", "They met.") == ("They met.", 0)
    assert join("They met.", "") == ("They met.", 9)


def test_pasted_text_is_a_paragraph_for_each_line_that_says_something() -> None:
    pasted = "\ufeffFirst.\r\n\r\n  Second\tone. \n\u200b\nThird."
    assert paragraphs_of(pasted) == ("First.", "Second one.", "Third.")
    assert paragraphs_of(" \n\t\n") == ()


@given(LATIN, st.integers(min_value=-5, max_value=70))
def test_cutting_and_joining_never_loses_a_word(text: str, at: int) -> None:
    before, after = cut(text, at)
    assert "".join((before + after).split()) == "".join(text.split())
    joined, place = join(before, after)
    assert "".join(joined.split()) == "".join(text.split())
    assert joined[place:] == after.lstrip()


@given(LATIN, LATIN)
def test_joining_never_runs_two_words_together(first: str, second: str) -> None:
    joined, _ = join(first, second)
    assert joined.split() == first.split() + second.split()
