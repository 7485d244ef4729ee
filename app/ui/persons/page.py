"""The page of persons: the list, and beside it whoever is chosen."""

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.notify import Notifier
from app.ui.persons.doubles_dialog import DoublesDialog
from app.ui.persons.forms import PersonForm, PostForm, SpellingForm
from app.ui.persons.list_pane import PersonsPane
from app.ui.persons.person_pane import PersonPane
from app.ui.persons.view import Choices, PersonShown
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.alike_persons import LikelyPair
    from app.services.persons import PersonDetail, PersonRow, PostRow

_FOLDS_BELOW = 1000
_PERSON = 400


class PersonsPage(QWidget):
    """Shows everybody who is known.

    Signals:
        person_submitted, post_submitted, spelling_submitted: What the open form says.
        remove_agreed: The person who is shown shall be removed, and the user was asked.
        apart_requested: The ids of two persons who are not the same.
        merge_agreed: The id of the person who is kept, and that of the one who goes.
    """

    person_submitted = Signal(object)
    post_submitted = Signal(object)
    spelling_submitted = Signal(object)
    remove_agreed = Signal()
    apart_requested = Signal(object, object)
    merge_agreed = Signal(object, object)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("persons_page")
        self.setProperty("bg", "window")
        self._notifier = notifier
        self._pairs: tuple[LikelyPair, ...] = ()
        self._can_change = False
        self._has_gone_on = False
        self._form: FormDialog | None = None
        self._doubles: DoublesDialog | None = None
        self.list_pane = PersonsPane()
        self.person = PersonPane()
        self._join()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.list_pane, 1)
        across.addWidget(self.person)
        self.setFocusProxy(self.list_pane)
        self.link_here = self.list_pane.table.link_here

    def show_reading(self) -> None:
        """Say that the persons are being read."""
        self.list_pane.show_reading()

    def show_rows(
        self, rows: "tuple[PersonRow, ...]", *, chosen: UUID | None, can_change: bool
    ) -> None:
        """Show the list, one of them chosen."""
        self._can_change = can_change
        self.list_pane.show_rows(rows, chosen=chosen, can_change=can_change)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.list_pane.show_problem(sentence, remedy)

    def show_person(self, shown: PersonShown) -> None:
        """Show a person."""
        self.person.show_person(shown)

    def show_nobody(self) -> None:
        """Show that nobody is chosen."""
        self.person.show_nobody()
        self._has_gone_on = False
        self._fold()

    def show_doubles(self, pairs: "tuple[LikelyPair, ...]") -> None:
        """Know who may be one person."""
        self._pairs = pairs
        self.list_pane.show_doubles(len(pairs))
        if self._doubles is not None:
            self._doubles.show_pairs(pairs)

    def ask_for_person(self, detail: "PersonDetail | None", choices: Choices) -> None:
        """Open the form for a person; ``None`` for a new one."""
        title = self.tr("Add person") if detail is None else detail.name
        self._ask(title, PersonForm(detail, choices), self.person_submitted, is_new=detail is None)

    def ask_for_post(self, post: "PostRow | None", choices: Choices) -> None:
        """Open the form for a post; ``None`` for a new one."""
        title = self.tr("Add post") if post is None else self.tr("Edit post")
        self._ask(title, PostForm(post, choices), self.post_submitted, is_new=post is None)

    def ask_for_spelling(self) -> None:
        """Open the form for another spelling."""
        self._ask(self.tr("Add spelling"), SpellingForm(), self.spelling_submitted, is_new=True)

    def show_refused(self, problem: Misfortune) -> None:
        """Show why what is open could not be saved; what was entered stays."""
        if self._form is not None:
            self._form.show_refused(problem)
        else:
            self.tell_misfortune(problem.sentence, problem.remedy)

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        if self._form is not None:
            self._form.close_saved()

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what could not be done."""
        self._notifier.tell_misfortune(sentence, remedy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def _join(self) -> None:
        self.list_pane.opened.connect(self._go_on)
        self.list_pane.doubles_requested.connect(self._show_doubles)
        self.person.back_requested.connect(self._go_back)
        self.person.remove_requested.connect(self._ask_to_remove)
        self.person.apart_requested.connect(self.apart_requested)
        self.person.merge_requested.connect(self._ask_to_merge)

    def _ask(self, title: str, form: Form, submitted: Any, *, is_new: bool) -> None:
        dialog = FormDialog(
            title,
            form,
            save=self.tr("Add") if is_new else self.tr("Save"),
            notifier=self._notifier,
            width=620,
            parent=self.window(),
        )
        dialog.submitted.connect(submitted)
        dialog.finished.connect(partial(self._forget_form, dialog))
        self._form = dialog
        dialog.open()

    def _forget_form(self, dialog: FormDialog, _result: int) -> None:
        if self._form is dialog:
            self._form = None

    def _show_doubles(self) -> None:
        dialog = DoublesDialog(self._pairs, can_change=self._can_change, parent=self.window())
        dialog.apart_requested.connect(self.apart_requested)
        dialog.merge_requested.connect(self._ask_to_merge)
        dialog.finished.connect(self._forget_doubles)
        self._doubles = dialog
        dialog.open()

    def _forget_doubles(self, _result: int) -> None:
        if self._doubles is not None:
            self._doubles.deleteLater()
        self._doubles = None

    def _ask_to_remove(self) -> None:
        agreed = self._notifier.ask(
            self.tr("Remove this person?"),
            self.tr("Whoever sat in a delegation or signed cannot be removed. This can be undone."),
            agree=self.tr("Remove"),
        )
        if agreed:
            self.remove_agreed.emit()

    def _ask_to_merge(self, first: UUID, name: str, second: UUID, other: str) -> None:
        answer = self._notifier.choose(
            self.tr("Under which name shall the one person be kept?"),
            self.tr(
                "The other name stays as a further spelling. Meetings, posts and papers of both"
                " are then of one person. This can be undone."
            ),
            answers=(name, other),
        )
        if answer is not None:
            kept, gone = (first, second) if answer == 0 else (second, first)
            self.merge_agreed.emit(kept, gone)

    def _go_on(self) -> None:
        self._has_gone_on = True
        self._fold()
        self.person.setFocus()

    def _go_back(self) -> None:
        self._has_gone_on = False
        self._fold()
        self.list_pane.setFocus()

    def _fold(self) -> None:
        """Show both side by side, or where there is no room one of them."""
        narrow = self.width() < scaled(_FOLDS_BELOW)
        self.person.offer_back(offered=narrow)
        self.list_pane.setVisible(not narrow or not self._has_gone_on)
        self.person.setVisible(not narrow or self._has_gone_on)
        if narrow:
            self.person.setMinimumWidth(0)
            self.person.setMaximumWidth(16_777_215)
        else:
            self.person.setFixedWidth(scaled(_PERSON))
