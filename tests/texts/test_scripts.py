"""The language of a text without a tag is told by its letters."""

import pytest

from app.texts.scripts import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("promptly", "en"),
        ("조속히", "ko"),
        ("COP29 이후", "ko"),
        ("速やかに", "ja"),
        ("шуурхай", "mn"),
        ("COP29-ийн дараах", "mn"),
        ("27.5.2025", ""),
        ("外交部", ""),
        ("", ""),
    ],
)
def test_letters_tell_the_language(text, language):
    assert guess_language(text) == language
