"""Two texts of rules side by side: above, which two; below, their words."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Misfortune
from app.ui import fonts, phrases
from app.ui.appearance import hexadecimal, scale, scaled
from app.ui.rule_comparison.page_html import ComparisonPage
from app.ui.rule_comparison.presenter import Pair
from app.ui.widgets.card import rule
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.fields import CheckField
from app.ui.widgets.label import ElidingLabel, text_label
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.services.rule_library.counterparts import RulesChoice, RulesComparison

_WIDTH, _HEIGHT = 1180, 760
_EDGE = 20
_LEFT, _RIGHT = "left", "right"


class ComparisonDialog(QDialog):
    """Lets two texts be chosen and shows them.

    Signals:
        pair_chosen: Which two texts, a Pair.
        save_requested: The comparison shall be saved as a Word file.
    """

    pair_chosen = Signal(object)
    save_requested = Signal()

    def __init__(
        self,
        choices: "Sequence[RulesChoice]",
        first: UUID | None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rule_comparison_dialog")
        self.setWindowTitle(self.tr("Compare rules"))
        self._choices = {each.document_id: each for each in choices}
        self._compared: RulesComparison | None = None
        self._rules: dict[str, ChoiceField] = {}
        self._versions: dict[str, ChoiceField] = {}
        self._language = ChoiceField(name="compare_language", spoken=self.tr("Language"))
        self._only = CheckField(self.tr("Only what differs"))
        self._only.editor.setObjectName("compare_only")
        self._only.changed.connect(self._show_again)
        self._count = ElidingLabel("", "small")
        self._count.setObjectName("compare_count")
        self._banner = ProblemBanner(name="compare_problem")
        self.notice = SavedNotice(name="compare_saved")
        self.notice.hide()
        self._heads = {side: ElidingLabel("", "micro") for side in (_LEFT, _RIGHT)}
        self._text = self._make_text()
        self._save = QPushButton(self.tr("Save as Word…"))
        self._save.setObjectName("compare_save")
        self._save.clicked.connect(self.save_requested)
        self._pending: Iterator[str] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._add_piece)
        self._lay_out()
        self._fill(first)

    def start(self) -> None:
        """Compare the two that are chosen at first."""
        fonts.load(fonts.TEXT_FILES)
        room = self.screen().availableGeometry()
        above = self.parentWidget()
        width, height = scaled(_WIDTH), scaled(_HEIGHT)
        if above is not None:
            width = min(width, above.window().width() - 60)
            height = min(height, above.window().height() - 60)
        self.resize(min(width, room.width() - 40), min(height, room.height() - 60))
        self.show()
        self._tell()

    def show_comparison(self, compared: "RulesComparison") -> None:
        """Show two texts side by side."""
        self._compared = compared
        self._banner.say("")
        self._save.setEnabled(True)
        counts = {str(row.likeness.value): 0 for row in compared.rows}
        for row in compared.rows:
            counts[str(row.likeness.value)] += 1
        told = (
            self.tr("{number} the same").format(number=counts.get("same", 0)),
            self.tr("{number} alike").format(number=counts.get("alike", 0)),
            self.tr("{number} only at the left").format(number=counts.get("only-left", 0)),
            self.tr("{number} only at the right").format(number=counts.get("only-right", 0)),
        )
        self._count.setText(" · ".join(told))
        for side, text in ((_LEFT, compared.left), (_RIGHT, compared.right)):
            version = f"v{text.version}" if text.version[:1].isdigit() else text.version
            parts = (text.body, text.title, version)
            self._heads[side].setText(" · ".join(part for part in parts if part))
        self._show_again()

    def show_problem(self, problem: Misfortune) -> None:
        """Say why the two cannot be compared."""
        self._compared = None
        self._timer.stop()
        self._text.clear()
        self._count.setText("")
        self._save.setEnabled(False)
        self._banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def is_filling(self) -> bool:
        """Say whether some of the text is still to be laid out."""
        return self._timer.isActive()

    def find_here(self) -> None:
        """Put the keyboard on the text."""
        self._text.setFocus()

    def _fill(self, first: UUID | None) -> None:
        keys = list(self._choices)
        left = first if first in self._choices else keys[0]
        right = next(key for key in keys if key != left)
        elsewhere = [key for key in keys if self._choices[key].body != self._choices[left].body]
        for side, chosen in ((_LEFT, left), (_RIGHT, elsewhere[0] if elsewhere else right)):
            names = [(f"{each.body} · {each.title}", key) for key, each in self._choices.items()]
            self._rules[side].offer(names, chosen)
            self._offer_versions(side)
        self._offer_languages()

    def _offer_versions(self, side: str) -> None:
        chosen = self._choices[self._rules[side].currentData()]
        names: list[tuple[str, int | None]] = [(self.tr("In force today"), None)]
        names += [
            (f"v{label}" if label[:1].isdigit() else label, number)
            for number, label in reversed(chosen.versions)
        ]
        self._versions[side].offer(names, None)

    def _offer_languages(self) -> None:
        held = [self._choices[self._rules[side].currentData()].languages for side in self._rules]
        shared = [tag for tag in held[0] if tag in held[1]] or list(held[0])
        kept = self._language.currentData()
        best = kept if kept in shared else ("en" if "en" in shared else shared[0])
        self._language.offer([(phrases.say("language", tag), tag) for tag in shared], best)

    def _choose_rules(self, side: str) -> None:
        self._offer_versions(side)
        self._offer_languages()
        self._tell()

    def _tell(self, _value: object = None) -> None:
        self.notice.hide()
        self.pair_chosen.emit(
            Pair(
                self._rules[_LEFT].currentData(),
                self._rules[_RIGHT].currentData(),
                self._versions[_LEFT].currentData(),
                self._versions[_RIGHT].currentData(),
                self._language.currentData(),
            )
        )

    def _show_again(self) -> None:
        if self._compared is None:
            return
        page = ComparisonPage(
            self._compared,
            colour=hexadecimal,
            scale=scale(),
            elsewhere=self.tr("stands elsewhere in this text"),
            only_differing=self._only.value(),
        )
        self._timer.stop()
        self._text.clear()
        self._pending = page.pieces()
        self._add_piece()
        self._timer.start()

    def _add_piece(self) -> None:
        piece = next(self._pending, None)
        if piece is None:
            self._timer.stop()
            return
        bar = self._text.verticalScrollBar()
        place = bar.value()
        cursor = QTextCursor(self._text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertHtml(piece)
        bar.setValue(place)

    def _make_text(self) -> QTextBrowser:
        text = QTextBrowser()
        text.setObjectName("compare_text")
        text.setAccessibleName(self.tr("The two texts side by side"))
        text.setProperty("cls", "plain")
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.setOpenLinks(False)
        text.document().setDocumentMargin(4)
        return text

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        inside = QVBoxLayout()
        inside.setContentsMargins(_EDGE, 16, _EDGE, 0)
        inside.setSpacing(10)
        inside.addLayout(self._choosing())
        inside.addWidget(self._banner)
        inside.addWidget(self.notice)
        inside.addLayout(self._counting())
        heads = QHBoxLayout()
        heads.setSpacing(28)
        for side in (_LEFT, _RIGHT):
            heads.addWidget(self._heads[side], 1)
        inside.addLayout(heads)
        inside.addWidget(self._text, 1)
        down.addLayout(inside, 1)
        down.addWidget(rule())
        down.addLayout(self._buttons())

    def _choosing(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        spoken = {_LEFT: self.tr("Rules at the left"), _RIGHT: self.tr("Rules at the right")}
        for place, side in enumerate((_LEFT, _RIGHT)):
            label = text_label(spoken[side], "small")
            rules = ChoiceField(name=f"compare_{side}", spoken=spoken[side])
            rules.chosen.connect(lambda _value, side=side: self._choose_rules(side))
            version = self.tr("Version")
            versions = ChoiceField(name=f"compare_{side}_version", spoken=version)
            versions.chosen.connect(self._tell)
            versions.setFixedWidth(scaled(140))
            self._rules[side], self._versions[side] = rules, versions
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(rules, 1)
            line.addWidget(versions)
            grid.addWidget(label, 0, place)
            grid.addLayout(line, 1, place)
            grid.setColumnStretch(place, 1)
        self._language.chosen.connect(self._tell)
        self._language.setFixedWidth(scaled(130))
        grid.addWidget(text_label(self.tr("Language"), "small"), 0, 2)
        grid.addWidget(self._language, 1, 2)
        return grid

    def _counting(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._count, 1)
        legend = text_label(self.tr("Underlined: only on this side"), "small")
        line.addWidget(legend)
        line.addWidget(self._only)
        return line

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.setObjectName("compare_close")
        close.clicked.connect(self.reject)
        self._save.setAutoDefault(False)
        close.setAutoDefault(False)
        line = QHBoxLayout()
        line.setContentsMargins(_EDGE, 12, _EDGE, 14)
        line.setSpacing(8)
        line.addStretch(1)
        line.addWidget(close)
        line.addWidget(self._save)
        return line
