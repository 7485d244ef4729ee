"""Decides what becomes of what is typed: when it is saved, and what happens where it cannot be."""

import logging
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.domain.identity import new_id
from app.texts.paragraph_cutting import cut as cut_words
from app.ui.minutes.in_hand import InHand
from app.ui.minutes.page_text import Place, Written

if TYPE_CHECKING:
    from app.services.unsaved_words import FoundWords

logger = logging.getLogger(__name__)


class Writing:
    """Takes what is typed into paragraphs and brings it into the record."""

    def __init__(self, hand: InHand) -> None:
        self._hand = hand
        self._kept: tuple[Any, ...] = ()
        self._being_saved: set[tuple[UUID, str]] = set()

    def type(self, key: UUID, language: str, words: str) -> None:
        """Take what was typed; it is saved after a pause."""
        written = self._hand.page.find(key)
        if written is not None:
            written.type(language, words)

    def save(self) -> None:
        """Save every paragraph with words that are not saved, unless it was changed elsewhere."""
        if not self._hand.is_open:
            return
        for written, language in self._hand.page.unsaved():
            waits = written.is_gone or language in written.theirs
            if not waits and (written.id, language) not in self._being_saved:
                self._save_words(written, language, was=written.saved.get(language, ""))

    def keep_unsaved(self) -> None:
        """Write what is not saved yet into a file of its own, against a crash."""
        hand = self._hand
        if hand.services is None or hand.meeting_id is None:
            return
        keeping = hand.services.unsaved_words
        now = hand.clock.now()
        entries = tuple(
            keeping.UnsavedWords(
                meeting_id=hand.meeting_id,
                paragraph_id=written.id,
                language=language,
                base=written.saved.get(language, ""),
                words=written.texts.get(language, ""),
                at=now,
            )
            for written, language in hand.page.unsaved()
        )
        if entries or self._kept:
            self._kept = entries
            try:
                keeping.keep(hand.workspace, entries)
            except OSError as problem:  # a full disk must not keep anybody from typing on
                logger.warning("Unsaved words could not be kept: %s", problem)

    def cut(self, key: UUID, language: str, at: int) -> None:
        """Begin the next paragraph at a place within one."""
        hand = self._hand
        written = hand.page.find(key)
        if written is None or not hand.is_open or hand.services is None or written.is_gone:
            return
        self._save_whole(written)
        whole = written.texts.get(language, "")
        before, after = cut_words(whole, at)
        second = hand.page.cut(key, language, before, after)
        if second is None:
            return
        hand.show()
        hand.view.focus_block(second.id, language, 0)
        hand.act(
            "Cut paragraph in two",
            hand.services.minutes_writing.cut,
            paragraph_id=key,
            language=language,
            before=before,
            after=after,
            new_id=second.id,
            was=whole,
            refused=partial(self._uncut, written, second, language, whole),
        )

    def join(self, key: UUID, language: str) -> None:
        """Join a paragraph to the one before it."""
        hand = self._hand
        before = hand.page.neighbour(key, -1)
        here = hand.page.find(key)
        if before is None or here is None or not hand.is_open or hand.services is None:
            return
        if before.is_gone or here.is_gone:
            return
        self._save_whole(before)
        self._save_whole(here)
        joined = hand.page.join(key)
        if joined is None:
            return
        hand.show()
        hand.view.focus_block(before.id, language, joined[1].get(language, 0))
        hand.act(
            "Join paragraphs",
            hand.services.minutes_writing.join,
            paragraph_id=key,
            into_id=before.id,
        )

    def add(self, place: Place, *, after: UUID | None = None) -> None:
        """Begin an empty paragraph."""
        hand = self._hand
        if not hand.is_open or hand.services is None or hand.sheet is None:
            return
        made = hand.page.add(place, after=after, confirmed=hand.sheet.has_begun)
        self._write([made], after=self._before(made))
        hand.show()
        hand.view.focus_block(made.id, hand.language, 0)

    def paste(self, key: UUID, language: str, lines: Sequence[str]) -> None:
        """Put pasted paragraphs after one, said by the same side."""
        hand = self._hand
        first = hand.page.find(key)
        if first is None or not hand.is_open or hand.services is None:
            return
        after = key
        made = []
        for line in lines:
            written = hand.page.add(
                first.place,
                after=after,
                texts={language: line},
                saved={language: line},
                grade=first.grade,
                kind=first.kind,
                party_id=first.party_id,
                confirmed=first.confirmed,
                level=first.level,
            )
            made.append(written)
            after = written.id
        if made:
            self._write(made, after=key)
            hand.show()
            hand.view.focus_block(made[-1].id, language, len(lines[-1]))

    def move(self, key: UUID, *, step: int = 0, after: UUID | None = None) -> None:
        """Put a paragraph one up or down, or after another one of its place."""
        hand = self._hand
        written = hand.page.find(key)
        if written is None or not hand.is_open or hand.services is None or written.is_gone:
            return
        there = [each.id for each in hand.page.at(written.place)]
        if step:
            position = there.index(key) + step
            if not 0 <= position < len(there):
                return
            rest = [each for each in there if each != key]
            after = rest[position - 1] if position else None
        self._save_whole(written)
        follows = hand.page.move(key, after=after)
        hand.show()
        hand.act(
            "Move paragraph",
            hand.services.minutes_writing.move,
            paragraph_id=key,
            after_id=follows,
            agenda_item_id=written.place.item_id,
            standard=written.standard,
        )

    def move_to(self, key: UUID, place: Place) -> None:
        """Put a paragraph at the end of another place."""
        hand = self._hand
        written = hand.page.find(key)
        if written is None or not hand.is_open or hand.services is None:
            return
        self._save_whole(written)
        last = hand.page.last_at(place) or (hand.page.paragraphs[-1].id)
        hand.act(
            "Move paragraph",
            hand.services.minutes_writing.move,
            paragraph_id=key,
            after_id=last,
            agenda_item_id=place.item_id,
            standard=place.standard,
        )

    def describe(self, key: UUID, **how: Any) -> None:
        """Say whose word a paragraph is, what it does, or how deep it stands."""
        hand = self._hand
        written = hand.page.find(key)
        if written is None or not hand.is_open or hand.services is None:
            return
        if how.get("level") is not None and not 0 <= how["level"] <= self._deepest(written):
            return
        for name, value in how.items():
            setattr(written, name, value)
        hand.show()
        hand.act(
            "Describe paragraph", hand.services.minutes_writing.describe, paragraph_id=key, **how
        )

    def confirm(self, keys: Sequence[UUID], *, happened: bool = True) -> None:
        """Confirm that what paragraphs say did happen, or take that back."""
        hand = self._hand
        if not keys or not hand.is_open or hand.services is None:
            return
        for key in keys:
            written = hand.page.find(key)
            if written is not None:
                written.confirmed = happened
        hand.show()
        verb = hand.services.minutes_writing.confirm
        hand.act("Confirm paragraph", verb, paragraph_ids=tuple(keys), happened=happened)

    def remove(self, key: UUID) -> None:
        """Remove a paragraph; it comes back by undoing that."""
        hand = self._hand
        if not hand.is_open or hand.services is None:
            return
        beside = hand.page.neighbour(key, -1) or hand.page.neighbour(key, 1)
        hand.page.remove([key])
        hand.show()
        if beside is not None:
            words = beside.texts.get(hand.language, "")
            hand.view.focus_block(beside.id, hand.language, len(words))
        verb = hand.services.minutes_writing.remove
        hand.act("Remove paragraph", verb, paragraph_ids=(key,))

    def keep_mine(self, key: UUID) -> None:
        """Save the words that are typed here over those that came from elsewhere."""
        written = self._hand.page.find(key)
        if written is None:
            return
        if written.is_gone:
            self._write_anew(written)
            return
        for language, theirs in tuple(written.theirs.items()):
            written.theirs.pop(language)
            self._save_words(written, language, was=theirs)
        self._hand.show()

    def take_theirs(self, key: UUID) -> None:
        """Let the words that are typed here go, and show those of the record."""
        written = self._hand.page.find(key)
        if written is None:
            return
        if written.is_gone:
            self._hand.page.remove([key])
        for language, theirs in tuple(written.theirs.items()):
            written.texts[language] = theirs
            written.note_saved(language, theirs)
        self._hand.show()
        self.keep_unsaved()

    def compare(self, key: UUID) -> None:
        """Show what is typed here beside what the record says."""
        written = self._hand.page.find(key)
        if written is None:
            return
        language = next(iter(written.theirs), self._hand.language)
        mine = written.texts.get(language, "")
        self._hand.view.compare_words(mine=mine, theirs=written.theirs.get(language, ""))

    def put_back(self, found: "Sequence[FoundWords]") -> None:
        """Put words that a crash left unsaved where they were typed."""
        hand = self._hand
        if hand.services is None:
            return
        for each in found:
            words = each.words
            hand.act(
                "Put back unsaved words",
                hand.services.minutes_writing.rewrite,
                paragraph_id=words.paragraph_id,
                language=words.language,
                words=words.words,
            )
        self.discard_unsaved()

    def discard_unsaved(self) -> None:
        """Forget what a crash left unsaved, once all that was asked before is done."""
        hand = self._hand
        if hand.services is not None:
            hand.act("Forget unsaved words", hand.services.unsaved_words.discard)
        hand.view.show_unsaved(())

    def _save_words(self, written: Written, language: str, *, was: str) -> None:
        hand = self._hand
        if hand.services is None:
            return
        words = written.texts.get(language, "")
        self._being_saved.add((written.id, language))
        hand.act(
            "Rewrite paragraph",
            hand.services.minutes_writing.rewrite,
            paragraph_id=written.id,
            language=language,
            words=words,
            was=was,
            done=partial(self._note_saved, written, language, words),
            refused=partial(self._note_refused, written, language),
        )

    def _note_saved(self, written: Written, language: str, words: str, _change: object) -> None:
        self._being_saved.discard((written.id, language))
        written.note_saved(language, words)
        self.keep_unsaved()

    def _note_refused(self, written: Written, language: str, problem: Misfortune) -> None:
        self._being_saved.discard((written.id, language))
        theirs = getattr(problem, "theirs", None)
        if theirs is None:
            self._hand.view.show_refused(written.id, problem)
            return
        written.theirs[language] = theirs
        self._hand.show()

    def _save_whole(self, written: Written) -> None:
        """Save what is typed into a paragraph before it changes its shape."""
        for language in written.unsaved():
            if language not in written.theirs:
                self._save_words(written, language, was=written.saved.get(language, ""))
                written.saved[language] = written.texts.get(language, "")

    def _uncut(
        self, first: Written, second: Written, language: str, whole: str, problem: Misfortune
    ) -> None:
        """Put a paragraph together again that could not be cut in the record."""
        self._hand.page.remove([second.id])
        first.texts[language] = whole
        theirs = getattr(problem, "theirs", None)
        if theirs is not None:
            first.theirs[language] = theirs
        else:
            self._hand.view.show_refused(first.id, problem)

    def _write(self, made: Sequence[Written], *, after: UUID | None) -> None:
        hand = self._hand
        if hand.services is None:
            return
        writing = hand.services.minutes_writing
        drafts = [
            writing.MinutesParagraph(
                id=each.id,
                minutes_id=hand.minutes_id,
                agenda_item_id=each.place.item_id,
                ordinal=0,
                grade=each.grade,
                kind=each.kind,
                party_id=each.party_id,
                texts={tag: text for tag, text in each.texts.items() if text},
                confirmed=each.confirmed,
                level=each.level,
                standard=each.standard,
            )
            for each in made
        ]
        hand.act("Write paragraph", writing.write, drafts, after_id=after)

    def _write_anew(self, written: Written) -> None:
        """Write a paragraph once more that was removed elsewhere."""
        made = self._hand.page.find(written.id)
        if made is None:
            return
        made.id = new_id()
        made.is_gone = False
        made.saved = dict(made.texts)
        self._write([made], after=self._before(made))
        self._hand.show()

    def _before(self, made: Written) -> UUID | None:
        row = [each for each in self._hand.page.paragraphs if not each.is_gone]
        position = row.index(made)
        return row[position - 1].id if position else None

    def _deepest(self, written: Written) -> int:
        """Return how deep a paragraph may stand: the first of its place is a point."""
        return 1 if self._hand.page.neighbour(written.id, -1) is not None else 0
