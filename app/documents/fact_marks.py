"""Marks in a filled-in template which words are values of a record, so that a preview can show it.

A template prints values into texts and into attributes alike, and does not know which of the two it
is doing. So each value is printed between two characters that stand in no text, and what they
become is decided afterwards, where it is known.
"""

import re

FIRST = "\ufdd0"
LAST = "\ufdd1"
_MARKS = re.compile(f"[{FIRST}{LAST}]")
_TAG = re.compile("<[^>]*>")


def settle_marks(markup: str) -> str:
    """Return ``markup`` with the marks in its texts as elements, and without those in its tags."""
    if FIRST not in markup:
        return markup
    settled = _TAG.sub(lambda tag: _MARKS.sub("", tag[0]), markup)
    return settled.replace(FIRST, "<fact>").replace(LAST, "</fact>")
