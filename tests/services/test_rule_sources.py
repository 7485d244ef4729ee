import unicodedata

import pytest

from app.domain.errors import Misfortune
from app.exchange.refusals import NotThisEncoding
from app.services.rule_imports import look_into
from app.services.rule_sources import SourceRefused, read_pasted, read_source
from tests.documents.hostile_files import refused
from tests.documents.word_files import paragraph, word_file

KOREAN = "제1조(목적) 이 규칙은 협정의 이행에 필요한 사항을 정함을 목적으로 한다.\n"
JAPANESE = "第一条　この規則は、協定の実施に必要な事項を定めることを目的とする。\n"


def written(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", sorted(refused()))
def test_a_hostile_word_file_is_refused_in_words(tmp_path, name):
    content, _ = refused()[name]
    with pytest.raises(Misfortune) as caught:
        look_into(written(tmp_path, "rules.docx", content), language="en")
    assert caught.value.field == "path"
    assert caught.value.remedy


def test_a_doc_file_renamed_to_text_is_not_read_as_text(tmp_path):
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    with pytest.raises(Misfortune, match="97–2003"):
        read_source(written(tmp_path, "rules.txt", content))


def test_a_word_file_with_the_name_of_a_text_is_read_as_word(tmp_path):
    content = word_file(paragraph("Article 1 Scope"))
    assert "Article 1 Scope" in read_source(written(tmp_path, "rules.txt", content)).text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(40)),
        ("scan.pdf", b"%PDF-1.7 "),
        ("empty.txt", b" \n \n"),
        ("nothing.docx", word_file(paragraph(""))),
        ("bytes.txt", bytes(range(1, 9)) + b"\0" * 3 + b"\1"),
    ],
)
def test_a_file_without_words_is_refused(tmp_path, name, content):
    with pytest.raises(SourceRefused) as caught:
        read_source(written(tmp_path, name, content))
    assert name in caught.value.sentence


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(SourceRefused, match="cannot be opened"):
        read_source(tmp_path / "gone.txt")


def test_an_empty_paste_is_refused():
    with pytest.raises(SourceRefused):
        read_pasted(" \n")


@pytest.mark.parametrize(
    ("text", "encoding"), [(KOREAN, "cp949"), (JAPANESE, "cp932"), (KOREAN, "utf-16")]
)
def test_a_text_in_an_older_encoding_is_read_and_the_guess_is_told(tmp_path, text, encoding):
    source = read_source(written(tmp_path, "rules.txt", text.encode(encoding)))
    assert source.text == text
    assert source.encoding == encoding


def test_a_text_can_be_read_in_another_encoding_than_the_guess(tmp_path):
    path = written(tmp_path, "rules.txt", KOREAN.encode("cp949"))
    with pytest.raises(NotThisEncoding):
        read_source(path, encoding="utf-8")
    assert read_source(path, encoding="cp949").text == KOREAN


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "cp949"),
        ('<meta charset="euc-kr">', "cp949"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', "utf-8"),
        ('<meta charset="no-such-thing">', "utf-8"),
    ],
)
def test_a_web_page_is_read_in_its_encoding(tmp_path, head, encoding):
    page = f"<html><head>{head}</head><body><p>{KOREAN.strip()}</p></body></html>"
    source = read_source(written(tmp_path, "rules.html", page.encode(encoding)))
    assert source.text == KOREAN.strip()


def test_letters_in_several_parts_are_told_and_nothing_else_changes():
    apart = unicodedata.normalize("NFD", KOREAN)
    preview = look_into(apart, language="ko")
    assert "decomposed" in [remark.doubt.value for remark in preview.remarks]
    assert preview.rows[0].text in unicodedata.normalize("NFC", KOREAN)
    assert preview.source.content == apart.encode()


def test_gaps_and_doubles_are_told_with_their_lines():
    text = "Article 1 One\nArticle 2 Two\nArticle 2 Two again\nArticle 5 Five\n"
    preview = look_into(text, language="en")
    told = [(remark.doubt.value, remark.line) for remark in preview.remarks]
    assert told == [("double", 3), ("gap", 4)]
    assert [row.label for row in preview.rows][2:] == ["Article 2", "Article 5"]


def test_a_text_without_numbers_becomes_paragraphs():
    preview = look_into("First sentence.\nSecond sentence.\n", language="en")
    assert [row.text for row in preview.rows] == ["First sentence.", "Second sentence."]
    assert all(row.label == "" for row in preview.rows)
