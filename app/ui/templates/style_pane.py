"""The middle of the Templates page for the house style: which is in use, and how to change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.templates import words
from app.ui.templates.entries import Entry, EntryKind
from app.ui.templates.notice import Notice
from app.ui.templates.pane_head import PaneHead
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import wrapped_label


class StylePane(QWidget):
    """Shows which house style documents are made with.

    Signals:
        open_requested, adopt_requested, restore_requested: What the user wants done with it.

    Attributes:
        head: The bar with the name.
    """

    open_requested = Signal()
    adopt_requested = Signal()
    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("style_pane")
        self.head = PaneHead()
        self.notice = Notice(name="style")
        self._state = wrapped_label("", "medium", name="style_state")
        self._make_buttons()
        self.setFocusProxy(self._open)
        self._lay_out()

    def show_style(self, name: str, *, can_edit: bool) -> None:
        """Show which is in use; no name is that of JWG Desk."""
        self.head.show_entry(
            Entry(EntryKind.STYLE, "house-style", is_own=bool(name), is_shipped=True)
        )
        told = self.tr("Documents look as your file “{name}” says.")
        self._state.setText(
            told.format(name=name) if name else self.tr("Documents look as JWG Desk makes them.")
        )
        self._adopt.setVisible(can_edit)
        self._restore.setVisible(can_edit and bool(name))

    def show_done(self, told: str) -> None:
        """Show that something was done."""
        self.notice.say_well(words.done(told))

    def show_refused(self, sentence: str, remedy: str) -> None:
        """Show why something was not done."""
        self.notice.say_problem(sentence, remedy)

    def forget(self) -> None:
        """Take away what was said before."""
        self.notice.hide()

    def _make_buttons(self) -> None:
        self._open = IconButton(
            "external-link",
            self.tr("Open a copy of the house style in Word"),
            name="open_style",
            kind="",
            text=self.tr("Open a copy in Word…"),
        )
        self._open.clicked.connect(self.open_requested)
        self._adopt = IconButton(
            "file-down",
            self.tr("Use a house style that was changed in Word"),
            name="adopt_style",
            kind="primary",
            token="on_accent",
            text=self.tr("Use a changed one…"),
        )
        self._adopt.clicked.connect(self.adopt_requested)
        self._restore = IconButton(
            "rotate-ccw",
            self.tr("Go back to the house style of JWG Desk"),
            name="restore_style",
            kind="ghost",
            text=self.tr("Go back to that of JWG Desk…"),
        )
        self._restore.clicked.connect(self.restore_requested)

    def _lay_out(self) -> None:
        card = Card(self.tr("House style"), "palette")
        card.body.setSpacing(10)
        card.body.addWidget(self._state)
        card.body.addWidget(
            wrapped_label(
                self.tr(
                    "The house style is a Word file: its fonts, sizes, spacing, numbering, page"
                    " size and margins are those of every document made here. Open a copy in Word,"
                    " change its styles, save it, and use it here. What a document needs and the"
                    " file lacks is named before it is used."
                ),
                "muted",
            )
        )
        holder = QWidget()
        buttons = FlowLayout(holder, spacing=8, line_spacing=8)
        for button in (self._adopt, self._open, self._restore):
            buttons.addWidget(button)
        card.body.addWidget(holder)
        inside = QFrame()
        inside.setProperty("bg", "window")
        around = QVBoxLayout(inside)
        around.setContentsMargins(20, 16, 20, 20)
        around.addWidget(card)
        around.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        for each in (self.head, self.notice):
            down.addWidget(each)
        down.addWidget(inside, 1)
