"""Shows the manual beside the work, so that both can be seen at once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from app import paths
from app.ui.widgets.room import fit

_LANGUAGE = "en"
_MARGIN = 28
_ABOVE_HEADING, _BELOW, _BELOW_ITEM = 14, 8, 4


class ManualDialog(QDialog):
    """The manual; it stays open while the main window is used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("JWG Desk: the manual"))
        self.setModal(False)
        fit(self, 720, 760)
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
        _give_room(browser.document())
        return browser


def _give_room(document: QTextDocument) -> None:
    """Set headings and paragraphs apart, which Qt does not do for Markdown."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        if not QTextCursor(block).currentTable():
            cursor.setPosition(block.position())
            apart = QTextBlockFormat()
            apart.setTopMargin(_ABOVE_HEADING if block.blockFormat().headingLevel() > 1 else 0)
            apart.setBottomMargin(_BELOW_ITEM if block.textList() else _BELOW)
            cursor.mergeBlockFormat(apart)
        block = block.next()
