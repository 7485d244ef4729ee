"""Shows the manual beside the work, so that both can be seen at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from app import paths

_LANGUAGE = "en"
_MARGIN = 28


class ManualDialog(QDialog):
    """The manual; it stays open while the main window is used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("JWG Desk: the manual"))
        self.setModal(False)
        self.resize(720, 760)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._text())

    def _text(self) -> QTextBrowser:
        browser = QTextBrowser()
        browser.setObjectName("manual_text")
        browser.setAccessibleName(self.tr("Text of the manual"))
        browser.setOpenLinks(False)
        browser.document().setDocumentMargin(_MARGIN)
        browser.setMarkdown(paths.resource("manual", f"{_LANGUAGE}.md").read_text("utf-8"))
        return browser
