"""Brings the words of the interface in another form: plurals now, other languages beside them."""

import logging

from PySide6.QtCore import QCoreApplication, QTranslator

from app.paths import resource

logger = logging.getLogger(__name__)

LANGUAGE = "en"


def install(application: QCoreApplication) -> None:
    """Load the compiled words; in English these are the plurals ("1 decision", "2 decisions").

    Qt's own QTranslator is used as it is: a subclass in Python loses references to None.
    """
    translator = QTranslator(application)
    if translator.load(str(resource("translations", f"jwg_{LANGUAGE}.qm"))):
        application.installTranslator(translator)
    else:
        logger.warning("The words of the interface in %s could not be loaded", LANGUAGE)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return a text of a table as it is; Qt's tools look for this name to collect such texts.

    PySide6 has a function of this name too, but declares that it returns any object.
    """
    return text
