"""The middle of the Templates page for a letterhead: its lines in each language, and the logo."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.templates import words
from app.ui.templates.entries import Entry
from app.ui.templates.notice import Notice
from app.ui.templates.pane_head import PaneHead
from app.ui.widgets import composing
from app.ui.widgets.card import Card
from app.ui.widgets.fields import NamesField
from app.ui.widgets.form import Form
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import wrapped_label
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from app.ui.templates.view import LetterheadShown

_LANGUAGES = ("en", "ko", "mn", "ja")
_LOGO = (220, 110)
_EVERY, _ALONE = "every", "alone"


class LetterheadPane(QWidget):
    """Shows what stands at the head of a party's letters.

    Signals:
        save_requested: The lines as they stand in the fields, by language.
        logo_requested: The user wants to choose a picture.
        logo_removed: The user wants the picture taken away.
        scope_chosen: Whether the letterhead is wanted that is for one body's letters alone.

    Attributes:
        head: The bar with the name.
    """

    save_requested = Signal(dict)
    logo_requested = Signal()
    logo_removed = Signal()
    scope_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letterhead_pane")
        self._key: object = None
        self.head = PaneHead()
        self._scope = Segments(name="letterhead_scope")
        self._scope.setAccessibleName(self.tr("For the letters of"))
        self._scope.chosen.connect(self._choose_scope)
        self.head.add(self._scope)
        self._inherited = wrapped_label("", "small", name="letterhead_inherited")
        self.notice = Notice(name="letterhead")
        self._form = Form(name="letterhead")
        self._form.add(
            "lines",
            self.tr("Lines, one below the other"),
            NamesField(list(_LANGUAGES), long=True),
            hint=self.tr("The name of the office first. Empty lines take the letterhead away."),
        )
        self._form.changed.connect(self._allow)
        self._picture = QLabel()
        self._picture.setObjectName("letterhead_logo")
        self._picture.setFixedSize(QSize(scaled(_LOGO[0]), scaled(_LOGO[1])))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("cls", "logo")
        self._logo_name = wrapped_label("", "small")
        self._make_buttons()
        self.setFocusProxy(self._form)
        self._lay_out()

    def show_letterhead(self, entry: Entry, shown: "LetterheadShown", *, can_edit: bool) -> None:
        """Show a letterhead; what is being typed in the same one stays."""
        row, logo = shown.row, shown.logo
        self.head.show_entry(entry)
        self._offer_scopes(shown)
        key = (entry.key, shown.is_of_body)
        if key != self._key or not self._form.is_changed():
            self._key = key
            self._form.set_values({"lines": dict(row.lines) if row is not None else {}})
            self._form.mark_clean()
        self._form.set_read_only(read_only=not can_edit)
        self._save.setVisible(can_edit)
        self._choose.setVisible(can_edit)
        self._choose.setEnabled(row is not None)
        self._choose.setToolTip("" if row is not None else self.tr("Enter and save lines first."))
        self._take_away.setVisible(can_edit and bool(logo))
        self._show_logo(logo, row.logo_name if row is not None else "")
        self._allow()

    def show_done(self, told: str) -> None:
        """Show that something was done."""
        self._form.mark_clean()
        self._allow()
        self.notice.say_well(words.done(told))

    def show_refused(self, sentence: str, remedy: str) -> None:
        """Show why something was not done."""
        self.notice.say_problem(sentence, remedy)

    def forget(self) -> None:
        """Take away what was said before."""
        self.notice.hide()

    def save(self) -> None:
        """Save what is typed, if that is another than what was saved."""
        composing.commit()
        if self._form.is_changed() and self._save.isVisibleTo(self):
            self.save_requested.emit(dict(self._form.values()["lines"]))

    def _offer_scopes(self, shown: "LetterheadShown") -> None:
        """Offer the letterhead for all letters, and the one for those of the body in hand."""
        every = Segment(_EVERY, self.tr("Every body"), self.tr("For the letters of every body"))
        told = self.tr("For the letters of {body} alone").format(body=shown.body)
        own = Segment(_ALONE, self.tr("{code} alone").format(code=shown.code), told)
        self._scope.offer(
            (every, own) if shown.body else (every,), _ALONE if shown.is_of_body else _EVERY
        )
        self._scope.setVisible(bool(shown.body))
        self._inherited.setText(
            self.tr(
                "There are no lines for {body} alone. Its letters bear the letterhead for every "
                "body, until lines are entered here."
            ).format(body=shown.body)
        )
        self._inherited.setVisible(shown.is_of_body and shown.row is None)

    def _choose_scope(self, scope: str) -> None:
        self.save()  # what is typed belongs to the one that was shown
        self.notice.hide()
        self.scope_chosen.emit(scope == _ALONE)

    def _allow(self) -> None:
        self._save.setEnabled(self._form.is_changed())

    def _show_logo(self, logo: bytes, name: str) -> None:
        picture = QPixmap()
        if logo and picture.loadFromData(logo):
            room = self._picture.size() - QSize(16, 16)
            mode = Qt.TransformationMode.SmoothTransformation
            kept = Qt.AspectRatioMode.KeepAspectRatio
            self._picture.setPixmap(picture.scaled(room, kept, mode))
            self._picture.setAccessibleName(self.tr("Logo: {name}").format(name=name))
        else:
            self._picture.clear()
            self._picture.setText(self.tr("No logo"))
        self._logo_name.setText(name)

    def _make_buttons(self) -> None:
        self._save = IconButton(
            "save",
            self.tr("Save the letterhead"),
            name="save_letterhead",
            kind="primary",
            token="on_accent",
            text=self.tr("Save"),
        )
        self._save.clicked.connect(self.save)
        self._choose = IconButton(
            "folder-open",
            self.tr("Choose a picture for the letterhead"),
            name="choose_logo",
            kind="",
            text=self.tr("Choose a picture…"),
        )
        self._choose.clicked.connect(self.logo_requested)
        self._take_away = IconButton(
            "trash-2",
            self.tr("Take the picture away"),
            name="remove_logo",
            kind="ghost",
            text=self.tr("Take it away"),
        )
        self._take_away.clicked.connect(self.logo_removed)

    def _lay_out(self) -> None:
        lines = Card(self.tr("Letterhead"), "stamp")
        lines.body.setSpacing(10)
        lines.body.addWidget(self._inherited)
        lines.body.addWidget(self._form)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._save)
        lines.body.addLayout(foot)
        logo = Card(self.tr("Logo"), "landmark")
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._logo_name)
        buttons = QHBoxLayout()
        buttons.addWidget(self._choose)
        buttons.addWidget(self._take_away)
        buttons.addStretch(1)
        beside.addLayout(buttons)
        told = self.tr("PNG or JPEG. It stands above the lines of letters, notes and circulars.")
        beside.addWidget(wrapped_label(told, "faint"))
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        logo.body.addLayout(row)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.head)
        down.addWidget(self.notice)
        down.addWidget(_scrolling(lines, logo, spoken=self.tr("Letterhead")), 1)


def _scrolling(*cards: QWidget, spoken: str) -> QScrollArea:
    inside = QWidget()
    inside.setProperty("bg", "window")
    around = QVBoxLayout(inside)
    around.setContentsMargins(20, 16, 20, 20)
    around.setSpacing(14)
    for card in cards:
        around.addWidget(card)
    around.addStretch(1)
    area = QScrollArea()
    area.setAccessibleName(spoken)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
