"""The one primary button of a meeting: which document to save as Word, and whose original."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.ui import icons, phrases
from app.ui.meetings.record import DocumentChoice
from app.ui.widgets.menu_button import MenuButton


class SaveButton(MenuButton):
    """Offers the documents of a meeting.

    Signals:
        chosen: The DocumentChoice the user wants.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", token="on_accent", parent=parent)
        self.setText(self.tr("Save as Word"))
        self.setObjectName("save_as_word")
        self.setProperty("kind", "primary")
        self.setIcon(icons.icon("file-down", "on_accent"))
        self.setAccessibleName(self.tr("Save as Word"))
        self.setToolTip(self.tr("Save a document of this meeting as a Word file"))
        self.choices.setObjectName("save_choices")
        self.choices.setAccessibleName(self.tr("Which document"))

    def offer(self, choices: tuple[DocumentChoice, ...]) -> None:
        """Fill the menu; a meeting without documents cannot be saved."""
        menu = self.choices
        menu.clear()
        with_party = False
        for choice in choices:
            if with_party and choice.party is None:
                menu.addSeparator()
            with_party = choice.party is not None
            action = QAction(document_name(choice), menu)
            action.setData(choice)
            action.triggered.connect(partial(self.chosen.emit, choice))
            menu.addAction(action)
        self.setEnabled(bool(choices))


def document_name(choice: DocumentChoice) -> str:
    """Return what a document is called, such as "Agreed minutes (original of Mongolia)"."""
    name = phrases.say("document", choice.kind)
    if choice.party is None:
        return name
    return QCoreApplication.translate("SaveButton", "{document} – original of {party}").format(
        document=name, party=choice.party.name
    )
