"""Brings inlines into one canonical form, so that equal texts are equal trees."""

import re
from collections.abc import Iterable

from app.texts.blocks import Break, Inline, Text
from app.texts.characters import clean

# The spaces of a template's own layout; a no-break space is the author's and stays.
_SPACES = re.compile("[ \t\r\n]{2,}|[\t\r\n]")


def tidy_words(words: str) -> tuple[Inline, ...]:
    """Return what ``tidy`` makes of one plain text, which is what most paragraphs are."""
    tidied = _make_one(clean(words)).strip(" ")
    return (Text(tidied),) if tidied else ()


def tidy(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return ``inlines`` with runs of spaces made one, none at the ends, like runs joined."""
    tidied: list[Inline] = []
    at_start = True
    for inline in inlines:
        if isinstance(inline, Text):
            words = _make_one(clean(inline.text))
            if at_start or _ends_in_space(tidied):
                words = words.removeprefix(" ")
            if words:
                _append(tidied, inline if words == inline.text else _reworded(inline, words))
                at_start = False
            continue
        if isinstance(inline, Break):
            _trim_end(tidied)
        tidied.append(inline)
        at_start = isinstance(inline, Break)
    _trim_end(tidied)
    return tuple(tidied)


def _make_one(words: str) -> str:
    """Return ``words`` with every run of spaces made one; most texts have none, seen at once."""
    if words.isprintable() and "  " not in words:
        return words
    return _SPACES.sub(" ", words)


def _append(tidied: list[Inline], text: Text) -> None:
    last = tidied[-1] if tidied else None
    if isinstance(last, Text) and _face(last) == _face(text):
        # Joining two halves can make a new composed character of them.
        tidied[-1] = _reworded(last, clean(last.text + text.text))
    else:
        tidied.append(text)


def _reworded(text: Text, words: str) -> Text:
    return Text(words, text.bold, text.italic, text.language, text.from_record)


def _face(text: Text) -> tuple[bool, bool, str, bool]:
    return text.bold, text.italic, text.language, text.from_record


def _ends_in_space(tidied: list[Inline]) -> bool:
    return bool(tidied) and isinstance(tidied[-1], Text) and tidied[-1].text.endswith(" ")


def _trim_end(tidied: list[Inline]) -> None:
    while tidied and isinstance(last := tidied[-1], Text):
        words = last.text.rstrip(" ")
        if words:
            if words != last.text:
                tidied[-1] = _reworded(last, words)
            return
        tidied.pop()
