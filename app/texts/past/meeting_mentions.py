"""Finds which meeting a file is about, and what it says of it, each with its sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.texts.past import meeting_words as words
from app.texts.past.body_terms import BodyTerms, Closeness
from app.texts.past.days import Days, find_days
from app.texts.past.evidence import Certainty, PlaceKind, Said, Sentence, least
from app.texts.past.file_kinds import FileKind
from app.texts.past.meeting_lines import (
    distinct,
    in_year,
    is_about_next,
    is_line_of_days,
    is_title,
    title_in,
)
from app.texts.past.meeting_said import Happening, MeetingSaid
from app.texts.past.ordinals import find_ordinals
from app.texts.past.whereabouts import Whereabouts, find_mode, find_place, is_labelled

_HEAD = 15
_BEFORE_A_DAY = 60
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TITLED = frozenset({FileKind.MINUTES, FileKind.AGENDA, FileKind.PARTICIPANTS})
_HELD_KINDS = frozenset({FileKind.MINUTES, FileKind.PARTICIPANTS})


class Mentions:
    """The sentences of one file, looked through for its meeting."""

    def __init__(
        self, file: str, sentences: Sequence[Sentence], kind: FileKind, terms: BodyTerms
    ) -> None:
        self._file = file
        self._kind = kind
        self._terms = terms
        self._sentences = sentences
        named = [each for each in sentences if each.place.kind is PlaceKind.NAME]
        told = [each for each in sentences if each.place.kind is not PlaceKind.NAME]
        self._head = [each for each in told if each.row < _HEAD + len(named)]
        self._years = tuple(
            dict.fromkeys(int(year[0]) for each in sentences for year in _YEAR.finditer(each.plain))
        )
        self._year = self._likely_year()
        self._of_body = self._file_closeness()

    def read(self) -> MeetingSaid:
        """Return what the file says of its meeting."""
        main = self._main()
        ordinals = tuple(self._ordinal(*main)) if main else ()
        number = ordinals[0].value if ordinals else None
        about = [each for each in self._about(number) if not is_about_next(each)]
        days = distinct([*self._days(about), *self._days_in_head()])
        places = distinct([*self._places(about), *self._places_in_head()])
        return MeetingSaid(
            ordinals=ordinals,
            titles=tuple(self._titles(number)),
            days=days,
            places=places[:2],
            modes=tuple(self._modes(about))[:1] if ordinals or days else (),
            held=self._held(about),
            next_days=self._next(),
        )

    def _main(self) -> tuple[Sentence, int] | None:
        """Return the sentence and the number that the file is most likely about."""
        best: tuple[int, Sentence, int] | None = None
        for sentence in self._sentences:
            for ordinal in find_ordinals(sentence.plain):
                if is_about_next(sentence):
                    continue
                weight = self._weight(sentence, sentence.plain[: ordinal.start])
                if best is None or weight > best[0]:
                    best = (weight, sentence, ordinal.number)
        return (best[1], best[2]) if best else None

    def _weight(self, sentence: Sentence, before: str) -> int:
        weight = 2 * int(self._terms.closeness(sentence.plain))
        weight += 2 if sentence in self._head else 0
        weight += (
            1 if words.HELD.search(sentence.plain) or words.AHEAD.search(sentence.plain) else 0
        )
        weight += 1 if is_title(sentence) else 0
        return weight - (4 if words.BEFORE.search(before[-40:]) else 0)

    def _ordinal(self, sentence: Sentence, number: int) -> Iterator[Said[int]]:
        """Yield the number, unless it only stands somewhere in a text about other things."""
        grade = self._grade(sentence)
        if sentence not in self._head and sentence.place.kind is not PlaceKind.NAME:
            if self._terms.closeness(sentence.plain, by_name=True) is not Closeness.SURELY:
                return
            grade = least(grade, Certainty.LIKELY)
        is_told = is_title(sentence) or words.says_when(sentence.plain)
        if grade is Certainty.DOUBTFUL and not is_told:
            return
        yield Said(number, sentence.quoted(self._file), grade)

    def _grade(self, sentence: Sentence) -> Certainty:
        """Return how surely a sentence speaks of the body that is asked about."""
        close = max(self._terms.closeness(sentence.plain), self._of_body)
        if close is Closeness.SURELY:
            is_name = sentence.place.kind is PlaceKind.NAME
            return Certainty.LIKELY if is_name else Certainty.CERTAIN
        return Certainty.LIKELY if close is Closeness.PARTLY else Certainty.DOUBTFUL

    def _file_closeness(self) -> Closeness:
        """Return how surely the whole file is about the body: only its name says so for certain."""
        told = " ".join(each.plain for each in self._head)
        if not told:
            return Closeness.NOT
        is_record = self._kind in _TITLED or self._kind is FileKind.DECISION
        named = self._terms.closeness(told, by_name=True)
        if named is Closeness.SURELY and is_record:
            return Closeness.SURELY
        return min(self._terms.closeness(told), Closeness.PARTLY)

    def _about(self, number: int | None) -> Iterator[Sentence]:
        """Yield the sentences that say when and where: with its number, or that it was held."""
        for sentence in self._sentences:
            numbers = {each.number for each in find_ordinals(sentence.plain)}
            if (number is not None and number in numbers) or (
                not numbers
                and words.says_when(sentence.plain)
                and self._terms.closeness(sentence.plain) > Closeness.NOT
            ):
                yield sentence

    def _days(self, about: Sequence[Sentence]) -> Iterator[Said[Days]]:
        for sentence in about:
            if not (words.says_when(sentence.plain) or is_title(sentence)):
                continue
            for days in self._days_of(sentence):
                grade = self._grade(sentence)
                if not find_ordinals(sentence.plain):
                    grade = least(grade, Certainty.LIKELY)
                yield Said(days, sentence.quoted(self._file), least(days.certainty, grade))

    def _days_in_head(self) -> Iterator[Said[Days]]:
        """Yield the days of lines such as “Date: …” and “Seoul, 14 February 2014”."""
        if self._kind in {FileKind.RULES, FileKind.DECISION}:
            return  # there it is the day of the text
        meant = Certainty.CERTAIN if self._kind is not FileKind.OTHER else Certainty.DOUBTFUL
        for sentence in self._head:
            labelled = words.DAY_LABEL.match(sentence.plain)
            days = self._days_of(sentence)
            if len(days) != 1 or not (labelled or is_line_of_days(sentence, days[0])):
                continue
            grade = least(days[0].certainty, self._grade(sentence), meant)
            yield Said(days[0], sentence.quoted(self._file), grade)

    def _days_of(self, sentence: Sentence) -> tuple[Days, ...]:
        found = find_days(sentence.plain, year=self._year)
        return tuple(
            self._by_weekday(sentence, days)
            for days in found
            if not words.NOT_THE_MEETING.search(
                sentence.plain[max(0, days.start - _BEFORE_A_DAY) : days.start]
            )
        )

    def _by_weekday(self, sentence: Sentence, days: Days) -> Days:
        """Choose the year of a day without one by the day of the week beside it."""
        if not days.is_year_guessed:
            return days
        around = sentence.plain[max(0, days.start - 14) : days.end + 6]
        weekday = words.weekday_near(around)
        if weekday is None:
            return days
        fitting = [
            moved
            for year in self._years
            if (moved := in_year(days.first, year)) and moved.weekday() == weekday
        ]
        if len(fitting) != 1:
            return days
        last = in_year(days.last, fitting[0].year) or fitting[0]
        return replace(days, first=fitting[0], last=last, certainty=Certainty.LIKELY)

    def _places(self, about: Sequence[Sentence]) -> Iterator[Said[Whereabouts]]:
        for sentence in about:
            place = find_place(sentence.plain, countries=self._terms.countries)
            if place is not None:
                yield Said(place, sentence.quoted(self._file), self._grade(sentence))

    def _places_in_head(self) -> Iterator[Said[Whereabouts]]:
        for sentence in self._head:
            is_dated = any(is_line_of_days(sentence, days) for days in self._days_of(sentence))
            if not (is_labelled(sentence.plain) or is_dated):
                continue
            place = find_place(sentence.plain, countries=self._terms.countries)
            if place is not None:
                yield Said(place, sentence.quoted(self._file), self._grade(sentence))

    def _titles(self, number: int | None) -> Iterator[Said[str]]:
        if number is None:
            return
        for sentence in self._head:
            if not is_title(sentence) or words.says_when(sentence.plain):
                continue
            for ordinal in find_ordinals(sentence.plain):
                if ordinal.number != number:
                    continue
                grade = self._grade(sentence)
                if self._kind not in _TITLED:
                    grade = least(grade, Certainty.LIKELY)
                yield Said(title_in(sentence, ordinal.start), sentence.quoted(self._file), grade)
                return

    def _modes(self, about: Sequence[Sentence]) -> Iterator[Said[str]]:
        for sentence in (*about, *self._head):
            mode = find_mode(sentence.plain)
            if mode:
                yield Said(mode, sentence.quoted(self._file), self._grade(sentence))

    def _held(self, about: Sequence[Sentence]) -> Said[Happening] | None:
        for sentence in about:
            quote = sentence.quoted(self._file)
            if words.AHEAD.search(sentence.plain):
                return Said(Happening.AHEAD, quote, self._grade(sentence))
            if words.HELD.search(sentence.plain):
                return Said(Happening.HELD, quote, self._grade(sentence))
        if self._kind in _HELD_KINDS and self._head:
            return Said(Happening.HELD, self._head[0].quoted(self._file), Certainty.LIKELY)
        return None

    def _next(self) -> Said[str] | None:
        for sentence in self._sentences:
            if not words.NEXT.search(sentence.plain):
                continue
            says_where = find_place(sentence.plain, countries=self._terms.countries)
            if find_days(sentence.plain, year=self._year) or says_where:
                return Said(sentence.text, sentence.quoted(self._file), self._grade(sentence))
        return None

    def _likely_year(self) -> int | None:
        """Return the year of the first whole day of the head, else of the whole file."""
        for sentences in (self._head, self._sentences):
            for sentence in sentences:
                for days in find_days(sentence.plain):
                    return days.first.year
        return self._years[0] if self._years else None
