"""Gives a window of its own the size that it wants, as far as the screen has room for it."""

from PySide6.QtWidgets import QWidget

from app.ui.appearance import scaled

_BESIDE, _ABOVE = 40, 60
_LEAST = 240


def fit(window: QWidget, width: int, height: int) -> None:
    """Resize a window; with a larger text it wants more, on a small screen it gets less.

    Args:
        window: The window; what does not fit into it scrolls.
        width: How wide it is at the usual size of the text.
        height: How high it is then.
    """
    room = window.screen().availableGeometry()
    window.resize(
        max(_LEAST, min(scaled(width), room.width() - _BESIDE)),
        max(_LEAST, min(scaled(height), room.height() - _ABOVE)),
    )
