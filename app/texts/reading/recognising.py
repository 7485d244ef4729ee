"""Says of one line whether it opens a unit, is an entry of a list, or is plain text."""

import re
from dataclasses import dataclass

from app.domain.rules import ProvisionKind
from app.texts.reading.numerals import Numeral, read_numeral
from app.texts.reading.profile import HeadingForm, MarkerForm, Profile
from app.texts.reading.source_lines import ends_a_sentence, without_letter_spacing

_LONGEST_HEADING = 130
_INSERTED = {"bis": 2, "ter": 3, "quater": 4, "quinquies": 5, "sexies": 6, "septies": 7}
_RAISED = "¹²³⁴⁵⁶⁷"
_GAPS = re.compile(r"[ \u00a0]{2,}")


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line that opens a part, a chapter, an article or an annex.

    Attributes:
        value: Its number, ``None`` for an annex without one.
        values: What its number may be: C is the third letter, and a hundred.
        inserted: 2 for ``bis``; 0 for a unit that was not inserted.
        heading: Its title, as far as it stands in the line.
        text: What of its text stands in the line.
        opening: What stands before the text.
        respaced: Whether its letters were set wide.
    """

    kind: ProvisionKind
    label: str
    value: int | None
    inserted: int
    heading: str
    text: str
    opening: str
    counted: bool
    respaced: bool
    values: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkerLine:
    """A line that begins an entry of a list.

    Attributes:
        values: What its number may be, one value for each way of counting that it fits.
    """

    form: MarkerForm
    label: str
    values: tuple[tuple[Numeral | None, int], ...]
    text: str

    @property
    def is_title(self) -> bool:
        """Whether what it says could be a heading: short, and no sentence."""
        return (
            0 < len(self.text) <= _LONGEST_HEADING
            and not ends_a_sentence(self.text)
            and not self.text[0].islower()
        )


def recognise_heading(text: str, *, profile: Profile) -> HeadingLine | None:
    """Return what a line opens, or ``None`` if it is no heading."""
    evenly = _GAPS.sub(" ", text)
    plain = _GAPS.sub(" ", without_letter_spacing(text))
    for form in profile.headings:
        found = form.pattern.match(plain)
        if found is None:
            continue
        groups = found.groupdict()
        values = _values(groups.get("number"), form)
        if groups.get("number") and not values:
            continue
        rest = plain[found.end() :]
        if groups.get("heading") is None and _goes_on(rest, profile):
            continue
        rest = rest.lstrip(" \t\u3000.:：．–—-").strip()
        is_article = form.kind is ProvisionKind.ARTICLE
        longest = profile.longest_bare_heading if is_article else _LONGEST_HEADING
        heading, inside = _divide(groups.get("heading"), rest, longest=longest)
        return HeadingLine(
            kind=form.kind,
            label=groups["label"].strip(),
            value=next(iter(values), None),
            inserted=_inserted(groups.get("inserted")),
            heading=heading,
            text=inside,
            opening=text[: len(text) - len(inside)].strip(),
            counted=form.counted,
            respaced=plain != evenly,
            values=values,
        )
    return None


def recognise_marker(text: str, *, profile: Profile) -> MarkerLine | None:
    """Return the entry of a list that a line begins, or ``None``."""
    for form in profile.markers:
        found = form.pattern.match(text)
        if found is None:
            continue
        sign = found["number"]
        values: list[tuple[Numeral | None, int]] = [
            (numeral, value)
            for numeral in form.numerals
            if (value := read_numeral(sign, numeral=numeral)) is not None
        ]
        if not form.numerals:
            values = [(None, 0)]
        if values:
            label = found[0].strip()
            return MarkerLine(form, label, tuple(values), text[found.end() :].strip())
    return None


def _values(sign: str | None, form: HeadingForm) -> tuple[int, ...]:
    if not sign:
        return ()
    values = (read_numeral(sign, numeral=numeral) for numeral in form.numerals)
    return tuple(value for value in values if value is not None)


def _goes_on(rest: str, profile: Profile) -> bool:
    """Say whether what follows a number shows that the line is the middle of a sentence."""
    if not rest:
        return False
    if rest[0] in ',;)]”"':
        return True
    words = rest.split(maxsplit=1)
    if not words:
        return False
    word = words[0].rstrip(".,;:")
    return word in profile.sentence_words or (word[:1].islower() and profile.language == "en")


def _divide(heading: str | None, rest: str, *, longest: int) -> tuple[str, str]:
    """Return the heading and the text of what stands in one line."""
    if heading is not None:
        return heading.strip(), rest
    if ends_a_sentence(rest) or len(rest) > longest or "、" in rest:
        return "", rest
    return rest, ""


def _inserted(sign: str | None) -> int:
    if not sign:
        return 0
    if sign in _INSERTED:
        return _INSERTED[sign]
    if sign in _RAISED:
        return _RAISED.index(sign) + 2
    return read_numeral(sign, numeral=Numeral.KANJI) or 0
