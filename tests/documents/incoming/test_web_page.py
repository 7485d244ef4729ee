import pytest

from app.documents.incoming.web_page import WebPageRefused, read_web_page


def lines(page: str) -> list[str]:
    return [each.line for each in read_web_page(page.encode(), name="rules.html").paragraphs]


def test_each_block_is_a_paragraph_and_spaces_are_one():
    page = "<h1>Rules\n of   procedure</h1><p>Article <b>1</b>. Scope</p><div>One<br>Two</div>tail"
    assert lines(page) == ["Rules of procedure", "Article 1. Scope", "One", "Two", "tail"]


def test_the_numbers_of_ordered_lists_are_written_out():
    page = "<ol start=3><li>three<ol type=a><li>x<li>y</ol><li value=7>seven</ol><ul><li>dot</ul>"
    assert lines(page) == ["3.\tthree", "a.\tx", "b.\ty", "7.\tseven", "•\tdot"]


def test_scripts_and_styles_say_nothing_but_what_follows_them_does():
    page = "<p>a<script>steal()</script>b</p><style>p{}</style><p>c</p>"
    assert lines(page) == ["ab", "c"]


def test_a_row_of_a_table_is_one_line_with_tabs():
    page = "<table><tr><td>1</td><td>Decision</td></tr><tr><td>2</td><td>Rules</td></tr></table>"
    assert lines(page) == ["1\tDecision", "2\tRules"]


def test_a_page_nested_too_deep_is_refused_and_not_cut_short():
    deep = "<div>" * 5_000 + "words" + "</div>" * 5_000
    with pytest.raises(WebPageRefused, match="no page"):
        lines(deep)


def test_a_page_in_another_encoding_is_read_as_it_says():
    page = '<meta charset="euc-kr"><p>제1조(목적)</p>'.encode("euc-kr")
    assert read_web_page(page, name="x").plain() == "제1조(목적)"


@pytest.mark.parametrize("content", [b"", b"   ", b"<!-- nothing -->"])
def test_an_empty_page_is_refused_by_name(content):
    with pytest.raises(WebPageRefused, match=r"rules\.html"):
        read_web_page(content, name="rules.html")
