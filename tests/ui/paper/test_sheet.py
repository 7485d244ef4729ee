"""The page is built without holding up the window, and shows what will be on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.ui.paper.area import PaperArea
from app.ui.paper.sheet import PAGE_HEIGHT, PAGE_WIDTH, Sheet

LINE = '<p style="margin:0;">The two sides exchanged views on the rules in a friendly spirit.</p>'
SHORT = f"<html><body>{LINE * 3}</body></html>"
LONG = f'<html><body>{LINE * 1500}<p><a name="end"></a>The end</p></body></html>'


@pytest.fixture
def sheet(qtbot):
    made = Sheet()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def area(qtbot):
    made = PaperArea(name="tried")
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def test_a_short_document_is_there_at_once(sheet):
    sheet.show_html(SHORT, scale=1.0)

    assert sheet.is_filled
    assert sheet.width() == PAGE_WIDTH
    assert sheet.height() == PAGE_HEIGHT


def test_of_a_long_document_the_beginning_is_shown_first_and_the_rest_follows(sheet, qtbot):
    with qtbot.waitSignal(sheet.filled):
        sheet.show_html(LONG, scale=1.0)
        begun = sheet.toPlainText()
        assert begun.startswith("The two sides")
        assert "The end" not in begun

    assert sheet.toPlainText().endswith("The end")
    assert sheet.height() >= round(sheet.document().size().height())


def test_another_document_takes_the_place_of_one_that_is_not_finished(sheet, qtbot):
    sheet.show_html(LONG, scale=1.0)

    sheet.show_html(SHORT, scale=1.0)
    qtbot.wait(0)

    assert sheet.is_filled
    assert sheet.document().blockCount() == 3


def test_a_place_that_is_not_there_yet_is_found(sheet):
    sheet.show_html(LONG, scale=1.0)

    assert sheet.place_of("end") > 10_000
    assert sheet.place_of("nowhere") is None


def test_a_page_on_its_side_is_as_wide_as_it_is(sheet):
    sheet.show_html(SHORT, scale=0.5, width=round(PAGE_HEIGHT * 0.5))

    assert (sheet.width(), sheet.height()) == (round(PAGE_HEIGHT * 0.5), round(PAGE_WIDTH * 0.5))


def test_a_draft_bears_the_word_across_every_page_and_others_do_not(sheet, qtbot):
    blank = "<html><body><p></p></body></html>"
    tall = blank.replace("<p></p>", f"<p></p>{'<p><br></p>' * 90}")

    def is_marked(page):
        image = sheet.grab().toImage()
        top = round(page * PAGE_HEIGHT)
        rows = range(top + 400, min(top + 720, image.height()), 8)
        return any(
            image.pixelColor(x, y) != QColor("white") for y in rows for x in range(250, 550, 8)
        )

    sheet.show_html(tall, scale=1.0, watermark="DRAFT")
    assert is_marked(0)
    assert is_marked(1)

    sheet.show_html(tall, scale=1.0)
    assert not is_marked(0)


def test_the_word_is_as_large_as_on_paper_at_every_size(sheet):
    def breadth():
        image = sheet.grab().toImage()
        marked = [
            x
            for x in range(8, image.width() - 8)
            for y in range(8, image.height() - 8, 4)
            if image.pixelColor(x, y) != QColor("white")
        ]
        return (max(marked) - min(marked)) / image.width()

    blank = "<html><body><p></p></body></html>"
    sheet.show_html(blank, scale=1.0, watermark="DRAFT")
    full = breadth()
    sheet.show_html(blank, scale=0.5, watermark="DRAFT")

    assert breadth() == pytest.approx(full, abs=0.03)
    assert 0.5 < full < 0.9


@pytest.mark.parametrize("word", ["초안", "案", "НООРОГ"])
def test_the_word_is_drawn_in_every_language(sheet, word):
    sheet.show_html("<html><body><p></p></body></html>", scale=0.4, watermark=word)
    image = sheet.grab().toImage()

    colours = {image.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 440, 3)}
    assert len(colours) > 1


def test_pages_are_counted_by_their_breaks_and_their_length(sheet, qtbot):
    sheet.show_html(SHORT, scale=1.0)
    assert sheet.count_pages() == 1

    broken = SHORT.replace("</body>", f'<p style="page-break-before:always;">Two</p>{LINE}</body>')
    sheet.show_html(broken, scale=0.7)
    assert sheet.count_pages() == 2

    with qtbot.waitSignal(sheet.filled):
        sheet.show_html(LONG, scale=1.0)
    assert 15 < sheet.count_pages() < 40


def test_the_same_document_at_another_size_stays_where_it_was(area, qtbot):
    with qtbot.waitSignal(area.canvas.sheet.filled):
        area.show_page(LONG, scale=1.0, key="a")
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    with qtbot.waitSignal(area.canvas.sheet.filled):
        area.show_page(LONG, scale=0.8, key="a")
        assert bar.value() == pytest.approx(bar.maximum() / 2, rel=0.05)
    assert bar.value() == pytest.approx(bar.maximum() / 2, rel=0.02)

    area.show_page(LONG, scale=0.8, key="b")
    assert bar.value() == 0


def test_whoever_scrolls_on_while_a_page_is_built_is_not_thrown_back(area, qtbot):
    with qtbot.waitSignal(area.canvas.sheet.filled):
        area.show_page(LONG, scale=1.0, key="a")
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    with qtbot.waitSignal(area.canvas.sheet.filled):
        area.show_page(LONG, scale=0.8, key="a")
        bar.setValue(120)

    assert bar.value() == 120


def test_a_page_on_its_side_is_fitted_to_the_room(area, qtbot):
    fitted = area.measure()

    with qtbot.waitSignal(area.scale_changed) as wider:
        area.show_page(SHORT, scale=fitted, key="a", width=round(PAGE_HEIGHT * fitted))

    assert wider.args[0] < fitted


def test_a_fitted_page_needs_no_bar_below_it(area):
    for width in (690, 700, 713, 730, 955):
        area.resize(width, 500)
        area.show_page(SHORT, scale=area.measure(), key="a")

        assert not area.horizontalScrollBar().isVisible()
        assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
