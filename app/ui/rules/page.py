"""The Adopted rules page: contents on the left, the text in the middle, versions on the right."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.appearance import hexadecimal, scale, scaled
from app.ui.notify import FileKind, Notifier
from app.ui.rules.about_text import Relying, SealState, Touching
from app.ui.rules.aside import Aside
from app.ui.rules.asked import Asked
from app.ui.rules.choice import Choice, Mode, version_before
from app.ui.rules.facts_pane import FactsPane
from app.ui.rules.history_html import write_history
from app.ui.rules.outline import contents_of, line_of
from app.ui.rules.reading_pane import ReadingPane
from app.ui.rules.toolbar import RulesToolbar
from app.ui.rules.tree_pane import TreePane
from app.ui.widgets.blank import Blank
from app.ui.widgets.print_preview import PrintPreview
from app.ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from app.services.rule_library.finding import Findings
    from app.services.rule_library.language_gaps import LanguageGap
    from app.services.rule_reading import ProvisionStep, ReadRules
    from app.services.rules import RuleDocumentRow, VersionRow

_FOLDS_BELOW = 1180
_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


class RulesPage(QWidget):
    """Shows texts of rules.

    Signals:
        provision_chosen: The identity of a provision that the reader turned to.
        provision_shown: The provision in hand, whatever brought the reader there.
        text_shown: The ReadRules that are shown now, and how: a Choice.
        asked: What a window of its own shall answer, of Asked, and the version it is about.
    """

    provision_chosen = Signal(str)
    provision_shown = Signal(str)
    text_shown = Signal(object, object)
    asked = Signal(object, object)

    def __init__(
        self,
        *,
        notifier: Notifier,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rules_page")
        self._notifier = notifier
        self._today = today
        self._folder = Path.home()
        self._read: ReadRules | None = None
        self.tree = TreePane()
        self.toolbar = RulesToolbar()
        self.text = ReadingPane()
        self.facts = FactsPane()
        self.aside = Aside(self.facts, self.tr("Versions"))
        self.notice = SavedNotice(name="rules_saved")
        self.notice.hide()
        self.notice.open_requested.connect(notifier.open_outside)
        self._blank = Blank("scale", name="rules_blank")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.text)
        self._stack.addWidget(self._blank)
        self.tree.provision_chosen.connect(self.provision_chosen)
        self.text.provision_requested.connect(self.provision_chosen)
        self.facts.provision_chosen.connect(self.provision_chosen)
        self.tree.find_requested.connect(self.text.find_words)
        self.toolbar.versions_wanted.connect(self._fold)
        self.toolbar.asked.connect(self._ask)
        self.facts.asked.connect(self.asked)
        self.toolbar.print_requested.connect(self.print_text)
        self.setFocusProxy(self.tree)
        self.text.add_choices(self.toolbar.languages)
        self._eid = ""
        self._row: RuleDocumentRow | None = None
        self._versions: tuple[VersionRow, ...] = ()
        self._may_write = self._has_body = False
        self._lay_out()

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a text is saved."""
        self._folder = folder

    def show_documents(self, rows: "tuple[RuleDocumentRow, ...]", chosen: UUID | None) -> None:
        """Show the rule documents of the body."""
        self.tree.show_documents(rows, chosen)

    def show_text(self, read: "ReadRules", choice: Choice) -> None:
        """Show a text, its versions and its contents."""
        if self._read is None or self._read.document_id != read.document_id:
            self._eid = ""
        self._read, self._row = read, None
        self._versions = read.versions
        self.toolbar.set_usable(usable=True)
        can_compare = version_before(read) is not None
        self.toolbar.show_choice(choice, held=read.held, can_compare=can_compare)
        self.tree.show_contents(
            read.document_id, contents_of(read.provisions), label=read.version.label
        )
        self.facts.show_text(read, today=self._today())
        if choice.mode is not Mode.HISTORY:
            self.text.show_text(read, choice, today=self._today())
        self._stack.setCurrentWidget(self.text)
        self._fold()
        self.text_shown.emit(read, choice)

    def show_history(self, steps: "tuple[ProvisionStep, ...]", read: "ReadRules") -> None:
        """Show every wording that the provision in hand had."""
        label = _name_of(self._eid, read) or next((step.label for step in steps), "")
        html = write_history(steps, label=label, colour=hexadecimal, scale=scale())
        self.text.show_html(html)

    def show_relying(self, relying: Relying) -> None:
        """Show which provisions and decisions rely on the one in hand."""
        self.facts.show_relying(relying)

    def show_touched(self, touching: Touching) -> None:
        """Show what the decision that adopted the version did."""
        self.facts.show_touched(touching)

    def show_seal(self, state: SealState) -> None:
        """Show whether the version is word for word what was sealed."""
        self.facts.show_seal(state)

    def show_gaps(self, gaps: "tuple[LanguageGap, ...]") -> None:
        """Show what differs between the two languages that stand side by side."""
        self.text.gaps.show_gaps(gaps)

    def show_found(self, found: "Findings", words: str) -> None:
        """Show where words are in the rules of every body."""
        self.tree.show_found(found, words)

    def allow_writing(self, *, allowed: bool, has_body: bool) -> None:
        """Offer to change what is on record, or not."""
        self._may_write, self._has_body = allowed, has_body
        self.tree.allow_import(allowed=allowed and has_body)
        self.facts.allow_writing(allowed=allowed)
        self._offer()

    def show_provision(self, eid: str) -> None:
        """Bring a provision into sight, and mark its line in the contents."""
        self._eid = eid
        self.text.show_provision(eid)
        if self._read is not None:
            self.tree.show_provision(line_of(eid, self._read.provisions))
        self.provision_shown.emit(eid)

    def show_touched_provision(self, eid: str) -> None:
        """Mark the line of the provision that the reader came to within the text."""
        self._eid = eid
        if self._read is not None:
            self.tree.show_provision(line_of(eid, self._read.provisions))
        self.provision_shown.emit(eid)

    def show_aside(self, key: str) -> None:
        """Show a pane at the right, where there is no room in place of the contents."""
        self.aside.show_pane(key)
        self.toolbar.want_versions()

    def link_here(self) -> tuple[str, UUID] | None:
        """Return the kind and the key of the rules that are read."""
        return ("rule_document", self._read.document_id) if self._read is not None else None

    def provision_in_hand(self) -> tuple[str, str]:
        """Return the identity of the provision that is read, and what it is called."""
        if self._read is None:
            return "", ""
        eid = self._eid or self._read.provisions[0].eid
        return eid, _name_of(eid, self._read)

    def name_of(self, eid: str) -> str:
        """Return what a provision of the text is called."""
        return _name_of(eid, self._read) if self._read is not None else ""

    def show_place(self, place: int, count: int) -> None:
        """Say at which of the changes the reader is."""
        self.text.show_place(place, count)

    def show_no_text(
        self,
        row: "RuleDocumentRow",
        *,
        any_version: bool,
        versions: "tuple[VersionRow, ...]" = (),
    ) -> None:
        """Say that the workspace holds no text of these rules, or none of that day."""
        self._read, self._row, self._versions = None, row, versions
        if any_version:
            sentence = self.tr("The workspace holds no text of these rules for that day")
            detail = self.tr("Choose another day, or empty the field to read the latest text.")
        else:
            sentence = self.tr("The workspace holds no text of these rules")
            detail = self.tr("It is known that they exist; their text has not been entered.")
        self._say(sentence, f"{row.title}. {detail}")

    def show_no_rules(self) -> None:
        """Say that the body has no rules on record."""
        self._read, self._row, self._versions = None, None, ()
        self._say(
            self.tr("This body has no rules on record"),
            self.tr("Choose another body at the top left to read its rules."),
        )

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        self._say(sentence, remedy)

    def choose_file(self, suggestion: str, kind: str) -> Path | None:
        """Ask where a file shall be written."""
        name = f"{suggestion.translate(_FORBIDDEN)}.{kind}"
        chosen = self._notifier.choose_new_file(
            FileKind(kind), title=self.tr("Save the rules"), suggestion=self._folder / name
        )
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        self.notice.show_path(path)

    def find_here(self) -> None:
        """Put the keyboard on the field to find words with."""
        self.tree.focus_find()

    def print_here(self) -> None:
        """Show the pages as they will be printed."""
        self.print_text()

    def print_text(self) -> None:
        """Show the pages as they will be printed."""
        if self._read is not None:
            preview = PrintPreview(
                self.text.pages(self._read),
                title=self._read.title,
                name="rules_print_preview",
                parent=self,
            )
            preview.open_next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the right pane away where there is no room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold to the new size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _say(self, sentence: str, detail: str) -> None:
        self._blank.say(sentence, detail, icon="scale")
        self.toolbar.set_usable(usable=False)
        if self._row is not None:
            self.facts.show_versions(self._row, self._versions, today=self._today())
        self._stack.setCurrentWidget(self._blank)
        self._fold()

    def _fold(self) -> None:
        """Show the versions beside the text, or in place of the contents where that is wanted."""
        has_versions = self._read is not None or bool(self._row is not None and self._versions)
        is_wide = self.width() >= scaled(_FOLDS_BELOW)
        self.toolbar.offer_versions(offered=has_versions and not is_wide)
        swapped = not is_wide and self.toolbar.versions_are_wanted()
        self.aside.setVisible(has_versions and (is_wide or swapped))
        self.tree.setVisible(not (has_versions and swapped))
        self._offer()

    def _ask(self, which: Asked) -> None:
        version = self._read.version.id if self._read is not None else None
        if which is Asked.ADOPT:
            version = None
        self.asked.emit(which, version)

    def _offer(self) -> None:
        """Offer what can be asked for as things stand."""
        has_rules = self._read is not None or self._row is not None
        statuses = {version.status for version in self._versions}
        reads_sealed = self._read is not None and bool(self._read.version.content_root)
        applies = {
            Asked.NEW_RULES: self._has_body,
            Asked.RULE_SETTINGS: has_rules,
            Asked.NEW_VERSION: has_rules,
            Asked.VERSION_SETTINGS: self._read is not None,
            Asked.DRAFT: self._read is not None,
            Asked.ADOPT: "draft" in statuses,
            Asked.AUTHENTIC: reads_sealed,
        }
        allowed = {which: applies[which] and self._may_write for which in applies}
        self.toolbar.allow(allowed | {Asked.COMPARE: True})

    def _lay_out(self) -> None:
        middle = QFrame()
        middle.setProperty("bg", "surface")
        down = QVBoxLayout(middle)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.toolbar)
        down.addWidget(self.notice)
        down.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tree)
        row.addWidget(middle, 1)
        row.addWidget(self.aside)


def _name_of(eid: str, read: "ReadRules") -> str:
    """Return what a provision is called."""
    return next((row.name or row.label for row in read.provisions if row.eid == eid), "")
