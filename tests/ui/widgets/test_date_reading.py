from datetime import date

import pytest
from PySide6.QtCore import QLocale

from app.ui.widgets.date_reading import lacks_century, read_day

DAY = date(2025, 5, 27)


@pytest.fixture
def speak(dressed):
    """Return a function that turns the interface to another language."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    "text",
    [
        "2025-05-27",
        "2025-5-27",
        "2025.05.27",
        "2025. 5. 27.",
        "2025/05/27",
        "20250527",
        "27 May 2025",
        "27 may 2025",
        "Tuesday 27 May 2025",
        "27th of May 2025",
        "May 27, 2025",
        "27. May 2025",
        "2025 May 27",
        "27/05/2025",
        "27.5.2025",
        "２０２５年５月２７日",
        "2025년 5월 27일",
        "2025년5월27일",
        "2025 оны 5 сарын 27",
        "2025 оны 5-р сарын 27-ны өдөр",
        "  27 May 2025 ",
    ],
)
def test_a_day_is_read_however_people_write_it(dressed, text):
    assert read_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "27 May",
        "May 2025",
        "31.2.2025",
        "2025-13-01",
        "27 May 25",
        "27/05/25",
        "27 28 May 2025",
        "27 May June 2025",
        "27 Mayo 2025",
        "0000-01-01",
        "99999999",
        "2025111",
        "1" * 5000,
        "2025-05-27T09:30",
    ],
)
def test_what_is_not_surely_a_day_is_not_taken_for_one(dressed, text):
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("language", "expected"), [("en_GB", date(2025, 6, 5)), ("en_US", date(2025, 5, 6))]
)
def test_figures_alone_are_read_in_the_order_of_the_language(speak, language, expected):
    speak(language)

    assert read_day("5/6/2025") == expected


def test_months_are_read_in_the_language_of_the_interface_and_in_english(speak):
    speak("de_DE")

    assert read_day("27. Mai 2025") == DAY
    assert read_day("27 May 2025") == DAY
    assert read_day("27. März 2025") == date(2025, 3, 27)


@pytest.mark.parametrize("text", ["27/05/25", "27 May 25", "5.6.25"])
def test_a_year_of_two_figures_is_noticed(text):
    assert lacks_century(text)


@pytest.mark.parametrize("text", ["27/05/2025", "soon", "", "2025"])
def test_other_texts_do_not_lack_a_century(text):
    assert not lacks_century(text)
