from lxml import html

from app.exchange.folder_index import FolderIndex, IndexLine, write_index

HOSTILE = '<script>alert("x")</script>'


def page(*papers):
    index = FolderIndex(
        title=f"First meeting {HOSTILE}",
        lines=("JWG-1", ""),
        documents=(IndexLine("Agenda.docx", "", "Agenda", "English"),),
        papers=papers,
        made="Made today.",
    )
    return write_index(index)


def test_the_index_leads_to_every_file():
    paper = IndexLine("Papers/회의 #1?.pdf", "JWG.1/1", "회의", "Korean", "Confidential")
    parsed = html.fromstring(page(paper))
    assert parsed.xpath("//a/@href") == [
        "Agenda.docx",
        "Papers/%ED%9A%8C%EC%9D%98%20%231%3F.pdf",
    ]
    assert "Confidential" in parsed.text_content()


def test_what_comes_from_outside_is_shown_and_not_run():
    told = page(IndexLine("x", HOSTILE, HOSTILE, HOSTILE, HOSTILE))
    parsed = html.fromstring(told)
    assert parsed.xpath("//script") == []
    assert HOSTILE in parsed.text_content()


def test_a_folder_without_papers_has_no_heading_for_them():
    assert html.fromstring(page()).xpath("count(//h2)") == 1
