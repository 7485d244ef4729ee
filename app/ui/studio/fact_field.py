"""One value from the records: what it is, where it comes from, and the way to change it there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import ElidingLabel, text_label


class FactField(QWidget):
    """Shows a value in a box that cannot be written in, with a link to its record.

    Signals:
        opened: The user wants to see the record.
    """

    opened = Signal()

    def __init__(
        self,
        *,
        title: str,
        value: str,
        origin: str,
        is_known: bool,
        leads: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidingLabel(title, "small"), 1)
        head.addWidget(text_label(origin, "micro" if is_known else "open_micro"))
        box = QFrame()
        box.setProperty("cls", "value" if is_known else "gap")
        inside = QHBoxLayout(box)
        inside.setContentsMargins(10, 0, 2, 0)
        inside.setSpacing(4)
        inside.addWidget(ElidingLabel(value, "" if is_known else "open"), 1)
        if leads:
            inside.addWidget(self._link(title))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(head)
        down.addWidget(box)

    def _link(self, title: str) -> IconButton:
        spoken = self.tr("Open the record of “{title}”").format(title=title)
        link = IconButton("link", spoken, kind="small_ghost", token="accent")
        link.clicked.connect(self.opened)
        return link
