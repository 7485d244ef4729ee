"""Marks words that stand in another language than the document, and says so after them.

A translation that nobody has given is a missing fact like any other: the words are printed as they
are, in their own language, and a gap after them keeps the document from being issued. A template
need not think of it. It prints into texts and attributes alike, so the words go between characters
that stand in no text, and what becomes of these is decided when the template is filled in.
"""

import re

from markupsafe import escape

from app.documents.languages import Wording
from app.domain.names import Untranslated

_FIRST = "\ufdd2"
_BETWEEN = "\ufdd3"
_LAST = "\ufdd4"
_TAG = re.compile("<[^>]*>")
_IN_TAG = re.compile(f"{_FIRST}[^{_BETWEEN}]*{_BETWEEN}|{_LAST}")
_WHOLE = re.compile(f"{_FIRST}([^{_BETWEEN}]*){_BETWEEN}([^{_LAST}]*){_LAST}")


def open_mark(words: Untranslated) -> str:
    """Return the mark that stands before ``words``."""
    return f"{_FIRST}{words.language}{_BETWEEN}"


def mark_language(words: Untranslated) -> str:
    """Return ``words`` between marks."""
    return f"{open_mark(words)}{words}{_LAST}"


def close_mark() -> str:
    """Return the mark that stands after such words."""
    return _LAST


def settle_languages(markup: str, *, wording: Wording) -> str:
    """Return ``markup`` with the marks in its texts as elements, and without those in its tags."""
    if _FIRST not in markup:
        return markup
    settled = _TAG.sub(lambda tag: _IN_TAG.sub("", tag[0]), markup)

    def write(found: re.Match[str]) -> str:
        tag = found[1].partition("-")[0].lower()
        gap = escape(wording.name_untranslated(tag))
        return f'<lang tag="{escape(tag)}">{found[2]}</lang> <missing>{gap}</missing>'

    return _WHOLE.sub(write, settled)
