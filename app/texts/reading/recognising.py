"""Says of one line whether it opens a unit, is an entry of a list, or is plain text."""

from dataclasses import dataclass

from app.domain.rules import ProvisionKind
from app.texts.reading.numerals import Numeral, read_numeral
from app.texts.reading.profile import HeadingForm, MarkerForm, Profile
from app.texts.reading.source_lines import ends_a_sentence, without_letter_spacing

_LONGEST_HEADING = 130
_INSERTED = {"bis": 2, "ter": 3, "quater": 4, "quinquies": 5, "sexies": 6, "septies": 7}
_RAISED = "¹²³⁴⁵⁶⁷"


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line that opens a part, a chapter, an article or an annex.

    Attributes:
        value: Its number, ``None`` for an annex without one.
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
    plain = without_letter_spacing(text)
    for form in profile.headings:
        found = form.pattern.match(plain)
        if found is None:
            continue
        groups = found.groupdict()
        value = _value(groups.get("number"), form)
        if groups.get("number") and value is None:
            continue
        rest = plain[found.end() :]
        if groups.get("heading") is None and _goes_on(rest, profile):
            continue
        rest = rest.lstrip(" \t\u3000.:：．–—-").strip()
        heading, inside = _divide(groups.get("heading"), rest)
        return HeadingLine(
            kind=form.kind,
            label=groups["label"].strip(),
            value=value,
            inserted=_inserted(groups.get("inserted")),
            heading=heading,
            text=inside,
            opening=text[: len(text) - len(inside)].strip(),
            counted=form.counted,
            respaced=plain != text,
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


def _value(sign: str | None, form: HeadingForm) -> int | None:
    if not sign:
        return None
    values = (read_numeral(sign, numeral=numeral) for numeral in form.numerals)
    return next((value for value in values if value is not None), None)


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


def _divide(heading: str | None, rest: str) -> tuple[str, str]:
    """Return the heading and the text of what stands in one line."""
    if heading is not None:
        return heading.strip(), rest
    if ends_a_sentence(rest) or len(rest) > _LONGEST_HEADING:
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
