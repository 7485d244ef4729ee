"""Names of provisions hold in every language, gaps and all."""

import pytest

from app.services.rule_names import names_of
from app.store.queries.rules import ProvisionRow


def row(eid, kind, label, *, parent=None, depth=0):
    return ProvisionRow(
        eid=eid,
        kind=kind,
        parent_eid=parent,
        depth=depth,
        label=label,
        heading="",
        text="The Committee meets once a year.",
        language="en",
        status="authentic",
        sha256="",
    )


COUNTED = (
    row("art_1", "article", "Article 1"),
    row("art_2", "article", "Article 2"),
    row("art_2__para_1", "paragraph", "1.", parent="art_2", depth=1),
)
AFTER_A_REPEAL = (
    row("art_1", "article", "Article 1"),
    row("art_3", "article", "Article 3"),
    row("art_3__para_1", "paragraph", "1.", parent="art_3", depth=1),
    row("art_3__para_4", "paragraph", "4.", parent="art_3", depth=1),
)


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "Article 2(1)"), ("ko", "제2조제1항"), ("ja", "第2条第1項")],
)
def test_a_counted_text_is_named_by_counting(language, name):
    assert names_of(COUNTED, language=language)["art_2__para_1"].replace(" ", "") == (
        name.replace(" ", "")
    )


@pytest.mark.parametrize(
    ("language", "article", "paragraph"),
    [
        ("en", "Article 3", "Article 3(4)"),
        ("ko", "제3조", "제3조제4항"),
        ("ja", "第3条", "第3条第4項"),
        ("mn", "3 дугаар зүйл", "3 дугаар зүйл (4)"),
    ],
)
def test_a_text_with_a_gap_is_named_by_the_numbers_it_bears(language, article, paragraph):
    names = names_of(AFTER_A_REPEAL, language=language)
    assert names["art_3"] == article
    assert names["art_3__para_4"].replace(" ", "") == paragraph.replace(" ", "")


def test_what_has_no_number_is_named_by_its_heading_or_its_identity():
    bare = row("preamble", "article", "")
    assert names_of((bare,), language="ko") == {"preamble": "preamble"}
