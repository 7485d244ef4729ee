"""Breaks a text into at most so many lines for painting, and ends it in "…" if more is left."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout


def broken(text: str, font: QFont, width: float, *, most: int) -> tuple[str, ...]:
    """Return the lines of the text at a width, no more than ``most`` of them."""
    return _kept(text, _Face(font.key(), font), width, most)


@dataclass(frozen=True)
class _Face:
    """A font, and the words by which it is known again."""

    key: str
    font: QFont = field(compare=False)


@lru_cache(maxsize=4096)
def _kept(text: str, face: _Face, width: float, most: int) -> tuple[str, ...]:
    """Keep what was broken: a list asks for its rows' lines again with every change of layout."""
    font = face.font
    layout = QTextLayout(text, font)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    if not starts:
        return ("",)
    whole = [*starts[:most], None]
    lines = [text[begin:end].strip() for begin, end in pairwise(whole)]
    if len(starts) > most:
        rest = text[starts[most - 1] :]
        metrics = QFontMetricsF(font)
        lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return tuple(lines)
