import pytest

from app.domain.rules import ProvisionKind
from app.texts.reading.label_values import value_of

_K = ProvisionKind


@pytest.mark.parametrize(
    ("label", "kind", "value"),
    [
        ("Article 7", _K.ARTICLE, (7, 0)),
        ("Article 12 bis", _K.ARTICLE, (12, 2)),
        ("제7조", _K.ARTICLE, (7, 0)),
        ("第七条", _K.ARTICLE, (7, 0)),
        ("2.", _K.PARAGRAPH, (2, 0)),
        ("②", _K.PARAGRAPH, (2, 0)),
        ("나.", _K.ITEM, (2, 0)),
        ("(b)", _K.ITEM, (2, 0)),
        ("", _K.PARAGRAPH, (None, 0)),
        ("Rule with no number", _K.ARTICLE, (None, 0)),
    ],
)
def test_a_number_counts_the_same_in_every_language(label, kind, value):
    assert value_of(label, kind=kind, after=1 if value[0] == 2 else 0) == value


def test_what_stands_before_says_whether_it_is_a_letter_or_a_numeral():
    assert value_of("(i)", kind=_K.ITEM, after=8) == (9, 0)
    assert value_of("(i)", kind=_K.ITEM, after=0) == (1, 0)
