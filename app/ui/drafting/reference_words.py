"""Shows the references in a stored text by the names of their provisions, and puts them back.

A reference that follows by itself is stored as a mark; an officer reads and types “Article 5(2)”.
"""

import re
from collections.abc import Mapping

_MARK = re.compile(r"\{ref:([^\s{}|]{1,200})(?:\|(?:full|last))?\}")


def shown(text: str, names: Mapping[str, str]) -> str:
    """Return a stored text as it is read; a mark whose provision has no name stays."""
    return _MARK.sub(lambda mark: names.get(mark[1]) or mark[0], text)


def stored(words: str, original: str, names: Mapping[str, str]) -> str:
    """Return words as they are stored, with the marks that the original text had.

    Args:
        words: What is read and typed.
        original: The stored text that it was made of.
        names: The names of the provisions by their identity.
    """
    marks = {names[mark[1]]: mark[0] for mark in _MARK.finditer(original) if names.get(mark[1])}
    if not marks:
        return words
    longest_first = sorted(marks, key=len, reverse=True)
    pattern = re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(name) for name in longest_first) + r")(?![\d(]| bis\b)"
    )
    return pattern.sub(lambda found: marks[found[0]], words)
