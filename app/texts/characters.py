"""Says which characters may stand in a document, because Word refuses a file over a single one."""

import re
import unicodedata

_BREAKING = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff]"
)


def clean(text: str) -> str:
    """Return ``text`` in NFC without the characters that XML or a printer cannot take.

    Characters that only ever separated words (a form feed, a line separator) become a space, so
    that no two words run together; the others go without a trace.
    """
    if text.isascii() and text.isprintable():
        return text
    without = _UNPRINTABLE.sub("", _BREAKING.sub(" ", text))
    return unicodedata.normalize("NFC", without)
