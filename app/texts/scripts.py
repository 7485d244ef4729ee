"""Tells by its letters in which language a text is, where nobody has said."""

import re

_LETTERS = (
    ("ko", re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3040-\u30ff\u31f0-\u31ff]")),
    ("mn", re.compile("[\u0400-\u052f]")),
    ("en", re.compile("[A-Za-z]")),
)


def guess_language(text: str) -> str:
    """Return the likely language of ``text`` among those of documents, or the empty string.

    Figures alone, and Chinese characters alone, are in no language in particular.
    """
    return next((tag for tag, letters in _LETTERS if letters.search(text)), "")
