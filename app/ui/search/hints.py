"""How to search, with an example for each condition that can be tried by a click."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.card import Card, link_button
from app.ui.widgets.label import wrapped_label

_EXAMPLES: tuple[tuple[str, str], ...] = (
    ("landfill", QT_TRANSLATE_NOOP("Hints", "a word, in any language a record has it in")),
    ("“joint crediting”", QT_TRANSLATE_NOOP("Hints", "words that follow one another")),
    ("rules -amendment", QT_TRANSLATE_NOOP("Hints", "with one word and without another")),
    (
        "type:decision",
        QT_TRANSLATE_NOOP(
            "Hints",
            "one kind: meeting, agenda, minutes, paper, decision, action, rules, person, project,"
            " instrument, document, body",
        ),
    ),
    (
        "meeting:last",
        QT_TRANSLATE_NOOP("Hints", "of a meeting, by its number, its code, or last or next"),
    ),
    (
        "party:us",
        QT_TRANSLATE_NOOP("Hints", "of a party, by its code or name; us is your own side"),
    ),
    ("body:JWG", QT_TRANSLATE_NOOP("Hints", "of a body, by its code or a word of its name")),
    (
        "status:open",
        QT_TRANSLATE_NOOP("Hints", "open, late, closed, or a state such as adopted or draft"),
    ),
    (
        "due:<2026-12-01",
        QT_TRANSLATE_NOOP("Hints", "due before a day; also due:today, due:<next-meeting"),
    ),
    ("on:2025", QT_TRANSLATE_NOOP("Hints", "of a year, a month or a day; also on:>last-meeting")),
    ("owner:me", QT_TRANSLATE_NOOP("Hints", "to be done by a side, an organisation or a person")),
)


class Hints(QWidget):
    """The examples.

    Signals:
        chosen: The example that shall be tried.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_hints")
        card = Card(self.tr("How to search"), "search")
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (example, meaning) in enumerate(_EXAMPLES):
            link = link_button(example, name=f"hint_{row}")
            link.clicked.connect(partial(self.chosen.emit, example))
            words = QCoreApplication.translate("Hints", meaning)
            link.setAccessibleName(f"{example}: {words}")
            grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(wrapped_label(words, "muted"), row, 1)
        card.body.addLayout(grid)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(card)
        down.addStretch(1)
