"""Reads a plain text of rules into provisions: the way in for everything that comes as words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from app.domain.errors import Misfortune
from app.domain.rules import ProvisionKind
from app.texts.reading.growing import Tree
from app.texts.reading.numerals import Numeral
from app.texts.reading.outcome import Doubt, Reading, ReadUnit
from app.texts.reading.profile import MarkerForm, Profile
from app.texts.reading.profiles import PROFILES
from app.texts.reading.recognising import (
    HeadingLine,
    MarkerLine,
    recognise_heading,
    recognise_marker,
)
from app.texts.reading.source_lines import (
    SourceLine,
    ends_a_sentence,
    fullness,
    is_finished,
    is_page_mark,
    is_wrapped,
    joined,
    read_lines,
    width_of,
    without_control_signs,
)

_LONGEST_TITLE = 120
_LOOKS_AHEAD = 12
_LONGEST_NUMBER = 3
_BARE_NUMBER = MarkerForm("bare", re.compile(""), (Numeral.DIGITS,), rank=0)


class NoProfile(Misfortune):
    """A text was to be read in a language whose numbering is not known."""

    def __init__(self, language: str) -> None:
        super().__init__(
            f"Texts in the language “{language}” cannot be taken apart.",
            f"Choose the language whose numbering it follows: {', '.join(PROFILES)}.",
        )
        self.language = language


def read(text: str, *, language: str) -> Reading:
    """Take a text apart into provisions.

    Every word of the text is in the reading, in its order; only breaks within a paragraph are
    joined, and lone page numbers left out, which the remarks tell.

    Raises:
        NoProfile: The numbering of the language is not known.
    """
    if language not in PROFILES:
        raise NoProfile(language)
    reader = _Reader(PROFILES[language], text)
    return reader.read()


class _Reader:
    def __init__(self, profile: Profile, text: str) -> None:
        self._profile = profile
        text, signs = without_control_signs(text)
        self._lines = read_lines(text)
        self._wrapped = is_wrapped(self._lines)
        self._tree = Tree()
        self._front: list[str] = []
        self._held_heading: SourceLine | None = None
        self._before_is_full = False
        if text != unicodedata.normalize("NFC", text):
            self._tree.remark(Doubt.DECOMPOSED, 1)
        if signs:
            self._tree.remark(Doubt.CONTROL_SIGNS, 1, found=str(signs))
        if self._wrapped:
            self._tree.remark(Doubt.LINES_JOINED, 1)
        if any(line.is_marked for line in self._lines):
            self._tree.remark(Doubt.HEADING_MARKS, 1)

    def read(self) -> Reading:
        full = fullness(self._lines)
        for place, line in enumerate(self._lines):
            self._before_is_full = place > 0 and width_of(self._lines[place - 1]) >= full
            self._take(line, self._lines[place + 1 : place + 1 + _LOOKS_AHEAD])
        self._put_back_heading()
        if not self._tree.roots:
            self._tree.remark(Doubt.NOTHING_NUMBERED, 1)
        remarks = sorted(self._tree.remarks, key=lambda remark: remark.line)
        units = tuple(self._tree.roots)
        return Reading(self._profile.language, tuple(self._front), units, tuple(remarks))

    def _take(self, line: SourceLine, following: Sequence[SourceLine]) -> None:
        if self._is_page_number(line):
            self._tree.remark(Doubt.PAGE_MARK_LEFT_OUT, line.number, found=line.text)
            return
        heading = recognise_heading(line.text, profile=self._profile)
        if heading is not None and not self._is_mid_sentence(heading, line):
            self._take_heading(heading, line)
            return
        if self._is_loose_heading(line, following):
            self._held_heading = line
            return
        marker = self._marker(line)
        if marker is None or self._is_wrapped_figure(marker, line):
            self._take_words(line)
        elif self._is_stray(marker, following):
            self._take_stray(line)
        else:
            self._take_marker(self._narrowed(marker, following), line)

    def _marker(self, line: SourceLine) -> MarkerLine | None:
        """Return the entry of a list that a line begins; a bare number is one if it is marked."""
        bare = line.is_marked and line.text.isdecimal() and len(line.text) <= _LONGEST_NUMBER
        if bare:
            return MarkerLine(_BARE_NUMBER, line.text, ((Numeral.DIGITS, int(line.text)),), "")
        return recognise_marker(line.text, profile=self._profile)

    def _is_stray(self, found: MarkerLine, following: Sequence[SourceLine]) -> bool:
        """Say whether a number is left over: it goes on with no list, and nothing belongs to it."""
        if found.text or self._tree.is_next(found):
            return False
        if not following:
            return True
        return recognise_heading(following[0].text, profile=self._profile) is not None

    def _take_stray(self, line: SourceLine) -> None:
        self._put_back_heading()
        if self._tree.last is None:
            self._front.append(line.text)
        else:
            self._tree.set_apart(line.text, line=line.number, doubt=Doubt.STRAY_NUMBER)

    def _take_heading(self, found: HeadingLine, line: SourceLine) -> None:
        inside = recognise_marker(found.text, profile=self._profile) if found.text else None
        begins_list = inside is not None and any(value == 1 for _, value in inside.values)
        unit = self._tree.open_heading(
            replace(found, text="") if begins_list else found, line=line.number
        )
        if found.respaced:
            self._tree.remark(Doubt.LETTER_SPACED, line.number, found=line.text)
        if self._held_heading is not None:
            held, self._held_heading = self._held_heading, None
            unit.heading = held.text.strip("()（）")
            unit.opening = f"{held.text} {unit.opening}"
        if inside is not None and begins_list:
            self._tree.open_entry(inside, line=line.number)

    def _take_marker(self, found: MarkerLine, line: SourceLine) -> None:
        self._put_back_heading()
        kind = self._tree.titled_kind(found) if found.is_title else None
        if kind is not None:
            self._tree.open_titled(found, kind, line=line.number)
        else:
            if len(found.values) > 1:
                self._note_choice(found, line)
            self._tree.open_entry(found, line=line.number)

    def _narrowed(self, found: MarkerLine, following: Sequence[SourceLine]) -> MarkerLine:
        """Return an entry such as (i) as the letter or the numeral that the next entry shows."""
        if len(found.values) < 2:
            return found
        coming = (recognise_marker(line.text, profile=self._profile) for line in following)
        alike = next((each for each in coming if each and each.form is found.form), None)
        if alike is None:
            return found
        fitting = tuple(each for each in found.values if (each[0], each[1] + 1) in alike.values)
        return replace(found, values=fitting) if fitting else found

    def _note_choice(self, found: MarkerLine, line: SourceLine) -> None:
        """Tell where (i), (v) or (x) could be a letter and a numeral, and only the list decides."""
        if not self._tree.in_list and all(value > 1 for _, value in found.values):
            self._tree.remark(Doubt.LETTER_OR_NUMERAL, line.number, found=found.label)

    def _take_words(self, line: SourceLine) -> None:
        self._put_back_heading()
        last = self._tree.last
        if last is None:
            self._take_front(line)
        elif self._closes_text(line):
            self._tree.close_text(line.text, line=line.number)
        elif self._is_title_of(last, line):
            last.heading = line.text
            last.opening = f"{last.opening} {line.text}"
        elif last.text and not last.children and self._continues(last.text, line):
            last.text = joined(last.text, line.text)
        elif last.heading and not last.text and self._heading_goes_on(last, line):
            last.heading = joined(last.heading, line.text)
            last.opening = joined(last.opening, line.text)
        elif self._stands_apart(last, line):
            self._tree.set_apart(line.text, line=line.number)
        elif self._closes_list(last, line):
            self._tree.close_list(line.text, line=line.number)
        elif last.children:
            self._tree.add_after_children(line.text, line=line.number)
        else:
            last.text = f"{last.text}\n{line.text}" if last.text else line.text

    def _take_front(self, line: SourceLine) -> None:
        if self._front and self._continues(self._front[-1], line):
            self._front[-1] = joined(self._front[-1], line.text)
        else:
            self._front.append(line.text)

    def _continues(self, before: str, line: SourceLine) -> bool:
        """Say whether a line goes on with the paragraph before it."""
        if not self._wrapped:
            return False
        if not line.after_blank:
            return True
        return not ends_a_sentence(before) and line.text[0].islower()

    def _heading_goes_on(self, last: ReadUnit, line: SourceLine) -> bool:
        return self._wrapped and not line.after_blank and len(last.heading) > 60

    def _is_title_of(self, last: ReadUnit, line: SourceLine) -> bool:
        """Say whether a line is the heading of the unit whose number stands in the line before."""
        return (
            not last.heading
            and not last.text
            and not last.children
            and last.kind not in _WITHOUT_HEADING
            and len(line.text) <= _LONGEST_TITLE
            and not ends_a_sentence(line.text)
            and not line.text[0].islower()
        )

    def _closes_text(self, line: SourceLine) -> bool:
        pattern = self._profile.closing
        begins = line.after_blank or not self._wrapped
        return begins and pattern is not None and pattern.match(line.text) is not None

    def _stands_apart(self, last: ReadUnit, line: SourceLine) -> bool:
        """Say whether a line that is no sentence follows a numbered paragraph that is finished.

        Such as the heading of a table, and its rows: they are no part of what the paragraph says.
        """
        if line.is_marked:
            return True
        if not last.label or last.kind not in _WITHOUT_HEADING or not is_finished(last.text):
            return False
        is_title = len(line.text) <= _LONGEST_TITLE and not ends_a_sentence(line.text)
        begins = line.after_blank or not self._wrapped
        return begins and (is_title or line.text[0] == "|") and not line.text[0].islower()

    def _closes_list(self, last: ReadUnit, line: SourceLine) -> bool:
        """Say whether words after an entry of a list stand outside it."""
        if last.kind in _WITH_PARAGRAPHS or not last.text:
            return False
        return self._tree.in_list and (ends_a_sentence(last.text) or line.text[0].islower())

    def _is_mid_sentence(self, found: HeadingLine, line: SourceLine) -> bool:
        """Say whether “Article 5” only happens to begin a line of a sentence."""
        if line.after_blank or not self._wrapped or not found.counted:
            return False
        last = self._tree.last
        before = last.text if last is not None else (self._front[-1] if self._front else "")
        unfinished = bool(before) and not ends_a_sentence(before)
        return unfinished and found.value != self._tree.expected(found.kind)

    def _is_wrapped_figure(self, found: MarkerLine, line: SourceLine) -> bool:
        """Say whether a line of a sentence only happens to begin with a figure, such as ``12.``."""
        if line.after_blank or not self._wrapped:
            return False
        last = self._tree.last
        if last is None or not last.text or ends_a_sentence(last.text):
            return False
        points = last.text.rsplit(maxsplit=1)[-1].lower() in self._profile.pointing_words
        lower = found.text[:1].islower() and found.form.rank == 0
        if lower and (points or self._before_is_full):
            return True
        return not self._tree.would_go_on(found) and not found.text[:1].isupper()

    def _is_page_number(self, line: SourceLine) -> bool:
        return self._wrapped and line.after_blank and is_page_mark(line.text)

    def _is_loose_heading(self, line: SourceLine, following: Sequence[SourceLine]) -> bool:
        pattern = self._profile.loose_heading
        if pattern is None or not following or pattern.fullmatch(line.text) is None:
            return False
        return recognise_heading(following[0].text, profile=self._profile) is not None

    def _put_back_heading(self) -> None:
        held, self._held_heading = self._held_heading, None
        if held is not None:
            self._take_words(held)


_WITHOUT_HEADING = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.ITEM, ProvisionKind.SUBITEM})
_WITH_PARAGRAPHS = frozenset(ProvisionKind) - {ProvisionKind.ITEM, ProvisionKind.SUBITEM}
