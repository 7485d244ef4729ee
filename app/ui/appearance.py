"""What painted widgets ask: which colour, font and size hold at this moment.

The answer belongs to the QApplication, as its palette does: it keeps two properties that
``app.ui.theme`` sets, so nothing here has to be handed down to every widget that paints itself.
"""

from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QGuiApplication

from app.ui import tokens

NAME_PROPERTY = "jwg_theme"
SCALE_PROPERTY = "jwg_text_scale"


def is_dark() -> bool:
    """Say whether the dark colours are shown."""
    application = QCoreApplication.instance()
    return application is not None and application.property(NAME_PROPERTY) == "dark"


def scale() -> float:
    """Return the factor by which text is enlarged."""
    application = QCoreApplication.instance()
    factor = application.property(SCALE_PROPERTY) if application is not None else None
    return float(factor) if factor else 1.0


def hexadecimal(token: str) -> str:
    """Return the ``#RRGGBB`` that a token stands for now."""
    return (tokens.DARK if is_dark() else tokens.LIGHT)[token]


def colour(token: str) -> QColor:
    """Return the colour that a token stands for now."""
    return QColor(hexadecimal(token))


def scaled(pixels: float) -> int:
    """Return a length that grows with the text."""
    return round(pixels * scale())


def font(role: str) -> QFont:
    """Return the interface font in the size and weight of a type role, such as ``small``."""
    return QFont(_face(role, QGuiApplication.font().family(), scale()))


@cache
def _face(role: str, family: str, factor: float) -> QFont:
    """Keep each font: a list asks for the same few thousands of times."""
    pixels, weight = tokens.TYPE[role]
    face = QFont(QGuiApplication.font())
    face.setFamily(family)
    face.setPixelSize(round(pixels * factor))
    face.setWeight(QFont.Weight(weight))
    return face
