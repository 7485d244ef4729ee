"""Finds references in English: Article 7(2)(a), paragraphs 2 and 3 of Article 7, Chapter II."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.rules import ProvisionKind
from app.texts.label_numbers import INSERTED
from app.texts.reading.numerals import Numeral, read_numeral
from app.texts.reference_parts import FoundReference, Part

_K, _N = ProvisionKind, Numeral
_KINDS: dict[str, tuple[ProvisionKind, ...]] = {
    "article": (_K.ARTICLE,),
    "art": (_K.ARTICLE,),
    "rule": (_K.ARTICLE,),
    "section": (_K.SECTION,),
    "chapter": (_K.CHAPTER,),
    "part": (_K.PART,),
    "annex": (_K.ANNEX,),
    "appendix": (_K.ANNEX,),
    "paragraph": (_K.PARAGRAPH,),
    "para": (_K.PARAGRAPH,),
    "subparagraph": (_K.ITEM, _K.SUBITEM, _K.PARAGRAPH),
    "item": (_K.ITEM, _K.SUBITEM),
    "point": (_K.ITEM, _K.SUBITEM),
}
_INNER = (_K.PARAGRAPH, _K.ITEM, _K.SUBITEM)
_HEAD = re.compile(
    r"\b(?P<word>Article|ARTICLE|Art\.|Rule|Section|Chapter|Part|Annex|Appendix"
    r"|[Pp]aragraph|[Pp]ara\.|[Ss]ub-?paragraph|[Ii]tem|[Pp]oint)(?P<many>e?s)?[ \u00a0]"
    r"(?=\d|\(|[IVXLC]+\b|[A-Z]\b)"
)
_BIS = "|".join(INSERTED[2:])
_NUMBER = re.compile(
    rf"(?P<sign>\d{{1,3}}(?![\d,]*\d)|[IVXLC]{{1,6}}\b|[A-Z]\b)(?:[ \u00a0](?P<bis>{_BIS})\b)?"
)
_INSIDE = re.compile(r"\((?P<sign>\d{1,3}|[a-z]{1,4})\)|\.(?P<point>\d{1,2})(?![\d.]*\d)")
_THEN = re.compile(r", ?(?:paragraph|para\.|subparagraph|item)[ \u00a0](?=\d|\()")
_JOIN = re.compile(r"(?:, ?(?:and |or )?| and | or | to | through |[–—]| ?- ?)")
_OF = re.compile(r",? of (?=(?:Article|Rule|Annex|Appendix|[Pp]aragraph|Chapter)s?[ \u00a0])")
_OF_OTHER = re.compile(
    r",?(?: paragraphs? \d+(?:\(\w+\))*,?)? (?:of|to|under|in) "
    r"(?!this |these )(?:the |an? |that )?(?:annex(?:es)? (?:to|of) )?"
    r"(?:(?:[Dd]ecision|[Rr]esolution) [\dA-Z]"
    r"|(?:[\w’'.–-]+ ){0,6}?(?:Agreement|Convention|Protocol|Treaty|Covenant|Charter"
    r"|Memorandum|MoU|MOU|Act|Law|Statute|Directive)\b)"
)

_AFTER_OTHER = re.compile(
    r"(?:(?:[Dd]ecisions?|[Rr]esolutions?) [\w./–-]+|Agreement|Convention|Protocol),"
    r"(?: annex(?: [IVX]+| \d+)?,)? $"
)


@dataclass
class _Reading:
    """One reference while it is read; several where it names several provisions."""

    text: str
    at: int
    kinds: tuple[ProvisionKind, ...]
    chains: list[tuple[int, int, list[Part]]] = field(default_factory=list)

    def number(self) -> bool:
        """Read a number with what stands inside of it: 7(2)(a)."""
        found = _NUMBER.match(self.text, self.at)
        if found is None:
            return self.inside([])
        part = _part(self.kinds, found, "sign", found["bis"])
        if part is None:
            return False
        start, self.at = found.start(), found.end()
        parts = [part, *self._inner()]
        self.chains.append((start, self.at, parts))
        return True

    def inside(self, above: list[Part]) -> bool:
        """Read what stands in brackets: the (3) of Article 7(2) and (3)."""
        start = self.at
        parts = self._inner()
        if parts:
            self.chains.append((start, self.at, [*above, *parts]))
        return bool(parts)

    def _inner(self) -> list[Part]:
        parts = []
        while (found := _INSIDE.match(self.text, self.at)) is not None:
            part = _part(_INNER, found, "sign" if found["sign"] else "point", None)
            if part is None:
                break
            parts.append(part)
            self.at = found.end()
        return parts


def find_english(text: str) -> Iterator[FoundReference]:
    """Yield every reference in an English text."""
    at = 0
    while (head := _HEAD.search(text, at)) is not None:
        found = _read(text, head)
        at = max([head.end(), *(each.end for each in found)])
        yield from found


def _read(text: str, head: re.Match[str]) -> list[FoundReference]:
    word = head["word"].lower().rstrip(".").replace("-", "")
    reading = _Reading(text, head.end(), _KINDS[word])
    if not reading.number():
        return []
    _go_on(reading, is_many=head["many"] is not None)
    upper: list[Part] = []
    of = _OF.match(text, reading.at)
    if of is not None:
        above = _HEAD.match(text, of.end())
        outer = _read(text, above) if above is not None else []
        if len(outer) == 1:
            upper = list(outer[0].parts)
            reading.at = outer[0].end
    before = text[max(head.start() - 80, 0) : head.start()]
    is_foreign = bool(_OF_OTHER.match(text, reading.at) or _AFTER_OTHER.search(before))
    made = []
    for place, (start, end, parts) in enumerate(reading.chains):
        begin = head.start() if place == 0 else start
        stop = reading.at if place == len(reading.chains) - 1 else end
        made.append(
            FoundReference(begin, stop, text[begin:stop], (*upper, *parts), is_foreign=is_foreign)
        )
    return made


def _go_on(reading: _Reading, *, is_many: bool) -> None:
    """Read what else is named: paragraph 2 after Article 7, and further numbers of a list."""
    then = _THEN.match(reading.text, reading.at)
    if then is not None and not is_many:
        inner = _Reading(reading.text, then.end(), _INNER)
        if inner.number():
            start, _, parts = reading.chains.pop()
            reading.at = inner.at
            reading.chains.append((start, inner.at, [*parts, *inner.chains[0][2]]))
    while (joined := _JOIN.match(reading.text, reading.at)) is not None:
        kept, last = reading.at, reading.chains[-1][2]
        reading.at = joined.end()
        is_bracket = reading.text[reading.at : reading.at + 1] == "("
        if is_bracket and len(last) > 1:
            went_on = reading.inside(last[:-1])
        else:
            went_on = (is_many or joined[0].strip() in "–—-") and reading.number()
        if not went_on:
            reading.at = kept
            return


def _part(
    kinds: tuple[ProvisionKind, ...], found: re.Match[str], group: str, bis: str | None
) -> Part | None:
    sign = found[group]
    numerals = (
        (_N.DIGITS,)
        if sign.isdigit()
        else (_N.UPPER_ROMAN, _N.UPPER_LETTER)
        if sign.isupper()
        else (_N.LOWER_LETTER, _N.LOWER_ROMAN)
    )
    values = tuple(
        (numeral, value)
        for numeral in numerals
        if (value := read_numeral(sign, numeral=numeral)) is not None
    )
    if not values:
        return None
    end = found.end("bis") if bis else found.end(group)
    inserted = INSERTED.index(bis) if bis else 0
    return Part(kinds, values, found.start(group), end, sign, inserted=inserted)
