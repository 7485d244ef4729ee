"""Finds where a text names a provision by where it stands: the preceding paragraph, 前項, 전조.

Such words are true only where they stand: a provision put in between makes them name another one,
without a single word of theirs being changed. Nothing but their place tells what they mean.
"""

import re
from collections.abc import Iterator

from app.domain.rules import ProvisionKind
from app.texts.reading.numerals import Numeral, read_numeral
from app.texts.reference_parts import FoundReference, Neighbours

_K = ProvisionKind
_ITEMS = (_K.ITEM, _K.SUBITEM)
_UNITS: dict[str, tuple[ProvisionKind, ...]] = {
    "article": (_K.ARTICLE,),
    "rule": (_K.ARTICLE,),
    "chapter": (_K.CHAPTER,),
    "section": (_K.SECTION,),
    "paragraph": (_K.PARAGRAPH,),
    "subparagraph": _ITEMS,
    "item": _ITEMS,
    "条": (_K.ARTICLE,),
    "章": (_K.CHAPTER,),
    "節": (_K.SECTION,),
    "項": (_K.PARAGRAPH,),
    "号": (_K.ITEM,),
    "조": (_K.ARTICLE,),
    "장": (_K.CHAPTER,),
    "절": (_K.SECTION,),
    "항": (_K.PARAGRAPH,),
    "호": (_K.ITEM,),
    "зүйл": (_K.ARTICLE,),
    "бүлэг": (_K.CHAPTER,),
    "бүлг": (_K.CHAPTER,),
    "хэсэг": (_K.PARAGRAPH,),
    "хэсг": (_K.PARAGRAPH,),
    "заалт": _ITEMS,
}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}

_ENGLISH = re.compile(
    r"\b(?:(?P<back>preceding|foregoing|previous)|(?P<on>following|next|succeeding))[ \u00a0]"
    r"(?:(?P<count>two|three|four|five)[ \u00a0])?"
    r"(?P<unit>Article|Rule|Chapter|Section|paragraph|subparagraph|item)"
    r"(?P<many>s)?\b(?! (?:which|that) )(?!:)",
    re.I,
)
_JAPANESE = re.compile(
    r"(?<![以事直午従])(?:(?P<back>前)|(?P<on>次))(?P<count>[二三四五])?(?P<unit>条|項|章|節|号)"
    r"(?![のに]?掲げる)"
)
_KOREAN = re.compile(
    r"(?<![가-힣])(?:(?P<back>전)|(?P<back_long>앞) |(?P<on>다음) )(?P<unit>조|항|장|절|호)"
    r"(?=[의에을를은는이과와 ,.)]|$)"
)
_MONGOLIAN = re.compile(
    r"\b(?:(?P<back>[Өө]мнөх)|(?P<on>[Дд]араагийн)) (?P<unit>зүйл|бүлэг|бүлг|хэсэг|хэсг|заалт)"
    r"[а-яөү]*"
)
_PATTERNS = {"ja": _JAPANESE, "ko": _KOREAN, "mn": _MONGOLIAN}


def find_relative(text: str, *, language: str) -> Iterator[FoundReference]:
    """Yield every reference to a neighbour in a text, in the order of the words."""
    for found in _PATTERNS.get(language.partition("-")[0], _ENGLISH).finditer(text):
        told = found.groupdict()
        count = _count(told.get("count") or "")
        if told.get("many") and count == 1:
            continue  # “the following Articles” is followed by their numbers, or tells of all
        step = 1 if told["on"] else -1
        yield FoundReference(
            *found.span(),
            found[0],
            neighbours=Neighbours(_UNITS[told["unit"].lower()], step * count),
        )


def _count(sign: str) -> int:
    if not sign:
        return 1
    return _COUNTS.get(sign.lower()) or read_numeral(sign, numeral=Numeral.KANJI) or 1
