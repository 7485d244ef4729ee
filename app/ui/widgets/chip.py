"""Small coloured words: a state, a side, a mark of where a fact comes from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui.appearance import scaled

_BADGE = 28
_AVATAR = 26


def chip(text: str, kind: str = "neutral", *, name: str = "") -> QLabel:
    """Return a pill that says a word; ``kind`` is a hue such as ``ok`` or ``party_a``."""
    label = _plain(text, name)
    label.setProperty("chip", kind)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


def turn(label: QLabel, text: str, kind: str) -> None:
    """Have a pill say another word, in the hue of that word."""
    label.setText(text)
    if label.property("chip") != kind:
        label.setProperty("chip", kind)
        label.style().unpolish(label)
        label.style().polish(label)


def badge(text: str, hue: str, *, size: int = _BADGE) -> QLabel:
    """Return the rounded square with the code of a party or the letters of a body."""
    return _square(text, "badge", hue, size)


def avatar(text: str, hue: str) -> QLabel:
    """Return the circle with a person's initials."""
    return _square(text, "avatar", hue, _AVATAR)


def count(number: int) -> QLabel:
    """Return a number in a small grey pill."""
    label = _plain(str(number), "")
    label.setProperty("cls", "count")
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


def _square(text: str, shape: str, hue: str, size: int) -> QLabel:
    label = _plain(text, "")
    label.setProperty(shape, hue)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFixedSize(scaled(size), scaled(size))
    return label


def _plain(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if name:
        label.setObjectName(name)
    return label
