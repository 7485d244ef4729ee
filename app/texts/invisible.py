"""Takes out of pasted text what nobody sees, and what makes two equal names differ."""

import re
import unicodedata

_MARKS = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\u3164\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"[ \t\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def clear_invisible(text: str) -> str:
    """Return ``text`` composed, without direction marks and controls, each blank a single one.

    A name from a Mac comes decomposed, one from an Arabic or Hebrew letter with marks that turn
    its direction, one from the web with blanks of no width: all look like the plain name, and none
    is found by it.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    plain = _CONTROLS.sub("", _MARKS.sub("", plain))
    lines = (_BLANKS.sub(" ", line).strip() for line in plain.split("\n"))
    return unicodedata.normalize("NFC", "\n".join(line for line in lines if line))
