"""The paragraphs of minutes as they stand on the screen, ahead of what is saved already.

Everything typed is here first and goes to the record after a pause. What comes back from the record
never takes the place of words that are not saved yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.identity import new_id
from app.texts.paragraph_cutting import join

if TYPE_CHECKING:
    from app.services.minutes_sheets import MinutesSheet, SheetParagraph

BOTH_SIDES = "both-sides"
STATEMENT = "statement"


@dataclass(frozen=True)
class Place:
    """Where paragraphs stand together: under an agenda item, before the agenda, or after it."""

    item_id: UUID | None = None
    is_after: bool = False

    @property
    def standard(self) -> str | None:
        """What marks a paragraph that is written here."""
        return "closing" if self.is_after else None


BEFORE = Place()
AFTER = Place(is_after=True)


@dataclass
class Written:
    """One paragraph as it stands on the screen.

    Attributes:
        texts: Its words by language, as typed so far.
        saved: The same as they are in the record, as far as this window knows.
        theirs: What the record says instead, where somebody else has changed it.
        is_gone: Whether the record has it no more, though words were typed into it here.
    """

    id: UUID
    place: Place
    texts: dict[str, str] = field(default_factory=dict)
    saved: dict[str, str] = field(default_factory=dict)
    grade: str = BOTH_SIDES
    kind: str = STATEMENT
    party_id: UUID | None = None
    confirmed: bool = False
    level: int = 0
    standard: str | None = None
    source_line: str = ""
    decision: Any = None
    action: Any = None
    theirs: dict[str, str] = field(default_factory=dict)
    is_gone: bool = False

    def unsaved(self) -> tuple[str, ...]:
        """Return the languages in which there are words that are not saved."""
        tags = dict.fromkeys((*self.texts, *self.saved))
        return tuple(tag for tag in tags if self.texts.get(tag, "") != self.saved.get(tag, ""))

    def type(self, language: str, words: str) -> None:
        """Take what was typed."""
        self.texts[language] = words

    def note_saved(self, language: str, words: str) -> None:
        """Hear that words are in the record now."""
        self.saved[language] = words
        self.theirs.pop(language, None)

    def takes(self, told: "SheetParagraph") -> None:
        """Take what the record says, except where words are typed that it does not have yet."""
        kept = set(self.unsaved())
        for tag in dict.fromkeys((*told.texts, *self.saved)):
            stored = told.texts.get(tag, "")
            if tag not in kept:
                self.texts[tag] = self.saved[tag] = stored
            elif stored == self.texts.get(tag, ""):
                self.note_saved(tag, stored)
            elif stored != self.saved.get(tag, ""):
                self.theirs[tag] = stored
        _take_marks(self, told)


class PageText:
    """All paragraphs of an edition, in the order of the page."""

    def __init__(self) -> None:
        self._row: list[Written] = []

    @property
    def paragraphs(self) -> tuple[Written, ...]:
        """Every paragraph, in order."""
        return tuple(self._row)

    def take(self, sheet: "MinutesSheet | None") -> None:
        """Take what the record says now; words that are not saved stay as they are typed."""
        known = {each.id: each for each in self._row}
        before = self._row
        self._row = []
        for told in sheet.paragraphs if sheet else ():
            written = known.get(told.id) or Written(told.id, place_of(told))
            written.takes(told)
            self._row.append(written)
        there = {each.id for each in self._row}
        for place, each in enumerate(before):
            if each.id not in there and each.unsaved():
                each.is_gone = True
                self._insert(each, before[place - 1].id if place else None)

    def forget(self) -> None:
        """Turn to another edition: nothing of this one is kept."""
        self._row = []

    def find(self, key: UUID) -> Written | None:
        """Return a paragraph, if it is there."""
        return next((each for each in self._row if each.id == key), None)

    def at(self, place: Place) -> tuple[Written, ...]:
        """Return the paragraphs of one place, in order."""
        return tuple(each for each in self._row if each.place == place)

    def last_at(self, place: Place) -> UUID | None:
        """Return the last paragraph of one place."""
        there = self.at(place)
        return there[-1].id if there else None

    def neighbour(self, key: UUID, step: int) -> Written | None:
        """Return the paragraph before (-1) or after (1) another one, in the same place."""
        found = self.find(key)
        if found is None:
            return None
        there = self.at(found.place)
        position = there.index(found) + step
        return there[position] if 0 <= position < len(there) else None

    def add(self, place: Place, *, after: UUID | None, **fields: Any) -> Written:
        """Add a paragraph after another one, or at the end of its place."""
        made = Written(new_id(), place, standard=place.standard, **fields)
        self._insert(made, after or self.last_at(place))
        return made

    def cut(self, key: UUID, language: str, before: str, after: str) -> Written | None:
        """Cut a paragraph in two in one language; return the second."""
        first = self.find(key)
        if first is None:
            return None
        second = replace(
            first,
            id=new_id(),
            texts={language: after},
            saved={language: after},
            source_line="",
            decision=None,
            action=None,
            theirs={},
        )
        first.texts[language] = first.saved[language] = before
        self._insert(second, key)
        return second

    def join(self, key: UUID) -> tuple[Written, dict[str, int]] | None:
        """Join a paragraph to the one before it.

        Return that one, and where in each language the words of the second begin.
        """
        first, second = self.neighbour(key, -1), self.find(key)
        if first is None or second is None:
            return None
        places = {}
        for tag in dict.fromkeys((*first.texts, *second.texts)):
            words, places[tag] = join(first.texts.get(tag, ""), second.texts.get(tag, ""))
            first.texts[tag] = first.saved[tag] = words
        first.confirmed = first.confirmed and second.confirmed
        first.decision = first.decision or second.decision
        first.action = first.action or second.action
        self._row.remove(second)
        return first, places

    def move(self, key: UUID, *, after: UUID | None) -> UUID | None:
        """Put a paragraph after another one of its place, or before all of them.

        Return the one that it follows on the page, in whatever place that is.
        """
        moved = self.find(key)
        if moved is None or after == key:
            return None
        there = [each for each in self.at(moved.place) if each is not moved]
        target = next((each for each in there if each.id == after), None)
        self._row.remove(moved)
        if target is not None:
            self._row.insert(self._row.index(target) + 1, moved)
        else:
            self._row.insert(self._row.index(there[0]) if there else len(self._row), moved)
        position = self._row.index(moved)
        return self._row[position - 1].id if position else None

    def remove(self, keys: Iterable[UUID]) -> None:
        """Take paragraphs away."""
        gone = set(keys)
        self._row = [each for each in self._row if each.id not in gone]

    def unsaved(self) -> tuple[tuple[Written, str], ...]:
        """Return every paragraph and language with words that are not saved yet."""
        return tuple((each, tag) for each in self._row for tag in each.unsaved())

    def find_words(self, wanted: str, language: str) -> tuple[tuple[UUID, int], ...]:
        """Return every place at which words stand in one language, without regard to case."""
        folded = wanted.casefold()
        found = []
        for each in self._row if folded else ():
            text = each.texts.get(language, "").casefold()
            at = text.find(folded)
            while at >= 0:
                found.append((each.id, at))
                at = text.find(folded, at + len(folded))
        return tuple(found)

    def _insert(self, written: Written, after: UUID | None) -> None:
        there = next((place for place, each in enumerate(self._row) if each.id == after), None)
        self._row.insert(len(self._row) if there is None else there + 1, written)


def place_of(told: "SheetParagraph") -> Place:
    """Return where a paragraph of the record stands."""
    return Place(told.agenda_item_id, told.stands_after)


def _take_marks(written: Written, told: "SheetParagraph") -> None:
    written.place = place_of(told)
    for name in (
        *("grade", "kind", "party_id", "confirmed", "level"),
        *("standard", "source_line", "decision", "action"),
    ):
        setattr(written, name, getattr(told, name))
