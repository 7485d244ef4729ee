"""Joins what is typed and asked for in the paragraphs with those who bring it into the record."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer

from app.texts.note_line import is_marked
from app.ui.minutes.asking import Asking
from app.ui.minutes.block_editor import BlockEditor
from app.ui.minutes.in_hand import InHand
from app.ui.minutes.menus import Menus
from app.ui.minutes.page import MinutesPage
from app.ui.minutes.presenter import MinutesPresenter
from app.ui.minutes.recording import Recording
from app.ui.minutes.writing import Writing
from app.ui.widgets import composing

if TYPE_CHECKING:
    from app.ui.minutes.aids_table import Aid

PAUSE_MILLISECONDS = 2_000
KEEP_MILLISECONDS = 1_000


class SheetJoining(QObject):
    """Hears the paragraphs, the note line and what is chosen at the right."""

    def __init__(
        self,
        page: MinutesPage,
        hand: InHand,
        presenter: MinutesPresenter,
        writing: Writing,
        recording: Recording,
        asking: Asking,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._hand = hand
        self._presenter = presenter
        self._writing = writing
        self._recording = recording
        self._asking = asking
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self.pause.timeout.connect(writing.save)
        self.keeping = QTimer(self, singleShot=True, interval=KEEP_MILLISECONDS)
        self.keeping.timeout.connect(writing.keep_unsaved)
        self._join_sheet()
        self._join_page()

    def join_menus(self, menus: Menus, go_to: Callable[[str, UUID], None]) -> None:
        """Have the menus of paragraphs filled, and their chips lead to records."""
        sheet = self._page.sheet
        sheet.menu_wanted.connect(menus.fill)
        sheet.words_menu_wanted.connect(menus.fill_for_words)
        sheet.record_wanted.connect(go_to)

    def save_now(self) -> None:
        """Save what is typed, the syllable that is being composed with it."""
        composing.commit()
        self.pause.stop()
        self._writing.save()

    def _join_sheet(self) -> None:
        sheet, writing = self._page.sheet, self._writing
        sheet.typed.connect(self._take_typed)
        sheet.cut.connect(self._cut_or_note)
        sheet.joined.connect(writing.join)
        sheet.pasted.connect(writing.paste)
        sheet.described.connect(self._describe)
        sheet.shifted.connect(self._shift)
        sheet.dropped.connect(self._drop)
        sheet.confirmed.connect(self._confirm_one)
        sheet.confirmed_on.connect(self._confirm_and_go_on)
        sheet.conflict_settled.connect(self._settle)
        sheet.left.connect(self._save_soon)
        sheet.composed.connect(self._presenter.catch_up)

    def _join_page(self) -> None:
        page = self._page
        page.draft_wanted.connect(self._presenter.draft)
        page.empty_wanted.connect(self._presenter.start_empty)
        page.first_wanted.connect(self._begin_paragraph)
        page.places.chosen.connect(self._choose_place)
        page.head.language_chosen.connect(self._choose_language)
        page.head.beside_chosen.connect(self._presenter.show_beside)
        page.head.confirm_wanted.connect(self._confirm_all)
        page.head.decision_wanted.connect(self._asking.make_decision)
        page.head.action_wanted.connect(self._asking.make_action)
        page.find_bar.wanted.connect(self._presenter.find)
        page.note.noted.connect(self._note)
        page.aids.chosen.connect(self._put_in)
        page.aids.record_wanted.connect(self._asking.lead_to_record)

    def _take_typed(self, key: UUID, language: str, words: str) -> None:
        """Save after a pause, and keep a copy against a crash in the meantime."""
        self._writing.type(key, language, words)
        self.pause.start()
        if not self.keeping.isActive():
            self.keeping.start()

    def _save_soon(self) -> None:
        """Save as soon as the keyboard has come to rest elsewhere."""
        if self.pause.isActive():
            QTimer.singleShot(0, self, self._save_if_waiting)

    def _save_if_waiting(self) -> None:
        if self.pause.isActive():
            self.pause.stop()
            self._writing.save()

    def _cut_or_note(self, key: UUID, language: str, at: int) -> None:
        """Begin the next paragraph, or make a record of a line such as ``D: …``."""
        written = self._hand.page.find(key)
        words = written.texts.get(language, "") if written is not None else ""
        is_whole = at >= len(words.rstrip()) and language == self._hand.language
        if is_whole and is_marked(words):
            self._writing.save()
            self._recording.note_in_place(key, words)
        else:
            self._writing.cut(key, language, at)

    def _begin_paragraph(self) -> None:
        self._writing.add(self._hand.place)

    def _describe(self, key: UUID, how: dict[str, Any]) -> None:
        self._writing.describe(key, **how)

    def _shift(self, key: UUID, step: int) -> None:
        self._writing.move(key, step=step)

    def _drop(self, key: UUID, after: UUID | None) -> None:
        self._writing.move(key, after=after)

    def _confirm_one(self, key: UUID, happened: bool) -> None:  # noqa: FBT001 - the signal's own
        self._writing.confirm([key], happened=happened)

    def _confirm_and_go_on(self, key: UUID) -> None:
        self.save_now()
        self._writing.confirm([key])
        self._presenter.next_to_confirm(key)

    def _confirm_all(self) -> None:
        self.save_now()
        there = self._hand.page.at(self._hand.place)
        self._writing.confirm([each.id for each in there if not each.confirmed])

    def _settle(self, key: UUID, how: str) -> None:
        {
            "compare": self._writing.compare,
            "mine": self._writing.keep_mine,
            "theirs": self._writing.take_theirs,
        }[how](key)

    def _choose_place(self, place: Any) -> None:
        self.save_now()
        self._presenter.choose_place(place)

    def _choose_language(self, tag: str) -> None:
        self.save_now()
        self._presenter.choose_language(tag)

    def _note(self, line: str) -> None:
        self.save_now()
        current = self._page.sheet.current()
        there = {each.id for each in self._hand.page.at(self._hand.place)}
        after = current[0] if current is not None and current[0] in there else None
        self._recording.note(line, after=after)

    def _put_in(self, aid: "Aid") -> None:
        """Put words in where one writes; a phrase also says whose word the paragraph is."""
        current = self._page.sheet.current()
        if current is None or not self._hand.is_open:
            return
        key, editor = current
        if aid.is_phrase:
            is_empty = not editor.words().strip()
            _put_phrase(editor, aid.told)
            if is_empty:
                self._describe_as(key, aid.told)
        else:
            editor.insert(aid.words)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _describe_as(self, key: UUID, phrase: Any) -> None:
        self._writing.describe(
            key, grade=str(phrase.grade), party_id=phrase.party_id, kind=str(phrase.kind)
        )


def _put_phrase(editor: BlockEditor, phrase: Any) -> None:
    """Put a phrase in at the cursor, and leave the cursor where one writes on."""
    before = editor.textCursor().selectionStart()
    if before and not editor.words()[:before].endswith((" ", "\n")):
        editor.insert(" ")
        before += 1
    editor.insert(phrase.text)
    editor.put_cursor(before + phrase.place)
