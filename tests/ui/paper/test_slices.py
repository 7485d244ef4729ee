"""A page that is put together piece by piece is the page that was cut."""

import pytest
from PySide6.QtGui import QTextDocument

from app.documents import preview
from app.ui.paper.sheet import append
from app.ui.paper.slices import cut
from tests.documents.samples import all_documents

DOCUMENTS = all_documents()
LINE = "<p style='margin:4px 0 0 9px;'>The two sides exchanged <b>views</b> on the rules.</p>"


def put_together(html, size):
    pieces = list(cut(html, size=size))
    made = QTextDocument()
    made.setHtml(pieces[0])
    for piece in pieces[1:]:
        append(made, piece)
    return made, len(pieces)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_the_same_in_pieces(name, dressed):
    html = preview.html(DOCUMENTS[name])
    whole = QTextDocument()
    whole.setHtml(html)

    made, _ = put_together(html, 900)

    assert made.toHtml() == whole.toHtml()
    assert made.size() == whole.size()


def test_a_long_text_is_cut_and_a_short_one_is_not(dressed):
    assert put_together(f"<html><body>{LINE * 2}</body></html>", 900)[1] == 1
    assert put_together(f"<html><body>{LINE * 90}</body></html>", 900)[1] > 5


def test_a_table_is_never_cut():
    rows = "".join(f"<tr><td>{LINE}{LINE}</td></tr>" for _ in range(40))
    html = f"<html><body>{LINE * 3}<table>{rows}</table>{LINE * 3}</body></html>"

    pieces = list(cut(html, size=300))

    assert sum("<table" in piece for piece in pieces) == 1
    assert all(piece.count("<table") == piece.count("</table>") for piece in pieces)


@pytest.mark.parametrize("html", ["", "No markup at all", "<p>No body</p>"])
def test_what_is_no_page_is_one_piece(html):
    assert list(cut(html)) == [html]


def test_every_piece_has_the_face_of_the_page():
    html = f'<html><body style="color:#123456;">{LINE * 40}</body></html>'

    assert all('<body style="color:#123456;">' in piece for piece in cut(html, size=500))
