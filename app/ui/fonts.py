"""Brings the shipped typefaces in, so that four scripts look the same on every computer."""

import logging

from PySide6.QtGui import QFont, QFontDatabase

from app.paths import resource

logger = logging.getLogger(__name__)

INTERFACE_FAMILY = "Pretendard JP"
TEXT_FAMILY = "Source Serif 4"

INTERFACE_FILES = (
    "PretendardJP-Regular.otf",
    "PretendardJP-Medium.otf",
    "PretendardJP-SemiBold.otf",
)
TEXT_FILES = (
    "SourceSerif4_400Regular.ttf",
    "SourceSerif4_400Regular_Italic.ttf",
    "SourceSerif4_600SemiBold.ttf",
)


def load(files: tuple[str, ...] = INTERFACE_FILES) -> None:
    """Register font files with Qt; a file that will not load is logged and another font serves."""
    for name in files:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            logger.warning("The font %s could not be loaded", name)


def interface_font(scale: float = 1.0) -> QFont:
    """Return the font of the interface, with figures of equal width."""
    face = QFont(INTERFACE_FAMILY)
    face.setPixelSize(round(13 * scale))
    face.setFeature(QFont.Tag("tnum"), 1)
    return face
