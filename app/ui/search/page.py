"""The search page: a line, the kinds of what was found, and the list that says why."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Misfortune
from app.ui import icons, record_words
from app.ui.notify import Notifier
from app.ui.search.hints import Hints
from app.ui.search.view import Shown
from app.ui.widgets.check_field import CheckField
from app.ui.widgets.fields import TextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.found_list import FoundList
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from app.services.finding.kept import SavedRow

_PATIENCE_MILLISECONDS = 60
_MOST_KINDS = 6
_TO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class SearchPage(QWidget):
    """Shows what was found.

    Signals:
        typed: What is looked for now.
        kind_chosen: The kind of record to show alone; empty for all.
        versions_chosen: Whether superseded texts of rules are looked through too.
        record_chosen: The kind and the id of the record to turn to.
        link_wanted: The kind and the id of the record whose link shall be copied.
        save_requested: The name under which the search shall be kept.
        rename_requested: The saved search, and its new name.
        remove_requested: The saved search that shall be let go.
    """

    typed = Signal(str)
    kind_chosen = Signal(object)
    versions_chosen = Signal(bool)
    record_chosen = Signal(object)
    link_wanted = Signal(object)
    save_requested = Signal(str)
    rename_requested = Signal(object, str)
    remove_requested = Signal(object)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_page")
        self.setProperty("bg", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notifier = notifier
        self._saved: SavedRow | None = None
        self._dialog: FormDialog | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._tell)
        self.line = self._make_line()
        self._save = self._make_save()
        self._kinds = Segments(name="search_kinds")
        self._kinds.chosen.connect(self.kind_chosen)
        self._versions = CheckField(self.tr("Superseded texts of rules too"))
        self._versions.setObjectName("search_versions")
        self._versions.changed.connect(self._tell_versions)
        self._told = text_label("", "small")
        self._told.setObjectName("search_told")
        self.list = FoundList(name="search_list", spoken=self.tr("What was found"))
        self.list.chosen.connect(self.record_chosen)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        self._sentence = wrapped_label("", "muted")
        self._sentence.setObjectName("search_sentence")
        self.hints = Hints()
        self.hints.chosen.connect(self._take_example)
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.line)

    def show_line(self, line: str) -> None:
        """Put a text into the line; nothing is told."""
        with QSignalBlocker(self.line):
            self.line.setText(line)
        self._patience.stop()

    def show_hints(self) -> None:
        """Show how to search, because nothing is looked for."""
        self._stack.setCurrentWidget(self.hints)
        self._bar.hide()

    def show_found(self, shown: Shown) -> None:
        """Show what was found."""
        problem = shown.answer.problem
        records = [
            record
            for record in shown.answer.records
            if shown.kind in ("", str(record.card.kind.value))
        ]
        self.list.set_rows(
            [record_words.row_of(record, body_id=shown.body_id) for record in records], keep=True
        )
        self._offer_kinds(shown)
        self._told.setText(self._count(shown, len(records)))
        self._bar.setVisible(problem is None)
        if problem is not None:
            self._say(f"{problem.sentence} {problem.remedy}".strip())
        elif not records:
            self._say(self.tr("Nothing has all of these words. Leave one out, or try another."))
        else:
            self._stack.setCurrentWidget(self._frame)

    def show_saved(self, rows: "tuple[SavedRow, ...]", *, line: str, can_change: bool) -> None:
        """Hear which searches are kept, and which text is looked for now."""
        self._saved = next((row for row in rows if row.line == line.strip()), None)
        name = self._saved.name if self._saved is not None else ""
        self._save.setText(
            self.tr("Saved as “{name}”").format(name=name) if name else self.tr("Save this search…")
        )
        self._save.setEnabled(can_change and bool(line.strip()))

    def show_refused(self, problem: Misfortune) -> None:
        """Show why a search could not be kept."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def close_saved(self) -> None:
        """Close the form: the search is kept."""
        if self._dialog is not None:
            self._dialog.close_saved()

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why nothing could be read."""
        self._bar.hide()
        self._say(f"{sentence} {remedy}".strip())

    def find_here(self) -> None:
        """Put the keyboard into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def link_here(self) -> object:
        """Return the kind and the id of the record that is chosen."""
        return self.list.current() if self._stack.currentWidget() is self._frame else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the line into the list, by the keys that go down and by Enter."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in _TO_THE_LIST and self.list.isVisible():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._tell()
                return True
            if event.key() == Qt.Key.Key_Escape and self.line.text():
                self.line.clear()
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._patience.stop()
        self.typed.emit(self.line.text())

    def _tell_versions(self) -> None:
        self.versions_chosen.emit(self._versions.value())

    def _take_example(self, line: str) -> None:
        self.line.setText(line)
        self.find_here()
        self._tell()

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._stack.setCurrentWidget(self._nothing)

    def _count(self, shown: Shown, number: int) -> str:
        if (
            shown.answer.is_more
            or shown.answer.count > len(shown.answer.records) > _MOST_KINDS * 40
        ):
            told = self.tr("the first {number} of more").format(number=number)
        else:
            told = self.tr("%n record(s)", "", number)
        return self.tr("{told}, in {milliseconds} ms").format(
            told=told, milliseconds=shown.milliseconds
        )

    def _offer_kinds(self, shown: Shown) -> None:
        most = sorted(shown.kinds, key=lambda each: -each[1])[:_MOST_KINDS]
        every = sum(count for _, count in shown.kinds)
        said = self.tr("All {count}").format(count=every)
        segments = [Segment("", said, said)]
        for kind, count in most:
            words = f"{record_words.say_kind(kind)} {count}"
            segments.append(Segment(kind, words, words))
        self._kinds.offer(segments, shown.kind)
        self._kinds.setVisible(len(most) > 1)

    def _offer(self, place: QPoint) -> None:
        what = self.list.current()
        if what is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = QAction(self.tr("Open"), menu)
        go.triggered.connect(lambda: self.record_chosen.emit(what))
        link = QAction(self.tr("Copy link"), menu)
        link.triggered.connect(lambda: self.link_wanted.emit(what))
        menu.addActions([go, link])
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _ask_name(self) -> None:
        """Open the form for the name: to keep the search, or to rename it or let it go."""
        known = self._saved
        form = Form(name="save_search")
        form.add("name", self.tr("Name"), TextField(max_length=60))
        form.set_values({"name": known.name if known else ""})
        dialog = FormDialog(
            self.tr("Saved search"),
            form,
            save=self.tr("Rename") if known else self.tr("Save the search"),
            notifier=self._notifier,
            width=420,
            parent=self.window(),
        )
        if known is not None:
            remove = dialog.add_button(self.tr("Remove"), name="remove_search")
            remove.clicked.connect(lambda: self._remove(known.id))
        dialog.submitted.connect(
            lambda values: (
                self.rename_requested.emit(known.id, values["name"])
                if known is not None
                else self.save_requested.emit(values["name"])
            )
        )
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _remove(self, search_id: UUID) -> None:
        self.close_saved()
        self.remove_requested.emit(search_id)

    def _forget(self) -> None:
        self._dialog = None

    def _make_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("search_words")
        line.setAccessibleName(self.tr("Search everything"))
        line.setPlaceholderText(self.tr("Search everything"))
        line.setClearButtonEnabled(True)
        line.addAction(icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        line.textChanged.connect(self._patience.start)
        line.installEventFilter(self)
        return line

    def _make_save(self) -> QPushButton:
        button = QPushButton(self.tr("Save this search…"))
        button.setObjectName("search_save")
        button.setIcon(icons.icon("star"))
        button.clicked.connect(self._ask_name)
        return button

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("search_head")
        across = QHBoxLayout(head)
        across.setContentsMargins(24, 12, 24, 12)
        across.setSpacing(10)
        across.addWidget(self.line, 1)
        across.addWidget(self._save)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(24, 12, 24, 0)
        bar.setSpacing(12)
        bar.addWidget(self._kinds)
        bar.addWidget(self._told)
        bar.addStretch(1)
        bar.addWidget(self._versions)
        self._frame = QFrame()
        self._frame.setProperty("cls", "card")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.list)
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.addWidget(self._sentence)
        nothing.addStretch(1)
        for page in (self.hints, self._frame, self._nothing):
            self._stack.addWidget(page)
        middle = QVBoxLayout()
        middle.setContentsMargins(24, 12, 24, 20)
        middle.addWidget(self._stack)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(head)
        down.addWidget(self._bar)
        down.addLayout(middle, 1)
