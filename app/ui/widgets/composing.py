"""Ends what is being composed before a value is read, or its last syllable would be lost."""

from PySide6.QtGui import QGuiApplication


def commit() -> None:
    """Have the input method write what is still being composed into the focused field."""
    QGuiApplication.inputMethod().commit()
