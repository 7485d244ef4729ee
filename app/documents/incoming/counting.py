"""Spells the numbers of Word's lists, in every way of counting that official texts use."""

from collections.abc import Callable

from app.texts.counting import Count, spell_number

_KANJI_DIGITS = "〇一二三四五六七八九"
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_KOREAN_DIGITS = "영일이삼사오육칠팔구"
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_COUNTS = {
    "decimal": Count.DECIMAL,
    "upperRoman": Count.UPPER_ROMAN,
    "lowerRoman": Count.LOWER_ROMAN,
    "lowerLetter": Count.LOWER_LETTER,
    "russianLower": Count.RUSSIAN_LOWER,
    "ganada": Count.GANADA,
    "aiueoFullWidth": Count.AIUEO,
    "aiueo": Count.AIUEO,
}
_UPPER = {"upperLetter": Count.LOWER_LETTER, "russianUpper": Count.RUSSIAN_LOWER}


def spell(position: int, *, way: str) -> str:
    """Return a number as Word's way of counting writes it; in digits where that is unknown."""
    if position < 1:
        return str(position)
    if way in _COUNTS:
        return spell_number(position, count=_COUNTS[way])
    if way in _UPPER:
        return spell_number(position, count=_UPPER[way]).upper()
    if way in _SPELLERS:
        return _SPELLERS[way](position)
    return str(position)


def _zero(position: int) -> str:
    return f"{position:02}"


def _ordinal(position: int) -> str:
    ending = "th" if position % 100 in {11, 12, 13} else _ORDINAL_ENDINGS.get(position % 10, "th")
    return f"{position}{ending}"


def _circled(position: int) -> str:
    return chr(0x2460 + position - 1) if position <= 20 else str(position)


def _full_width(position: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(position))


def _kanji(position: int) -> str:
    if position >= 100:
        return "".join(_KANJI_DIGITS[int(digit)] for digit in str(position))
    tens, ones = divmod(position, 10)
    before = ("" if tens == 1 else _KANJI_DIGITS[tens]) + "十" if tens else ""
    return before + (_KANJI_DIGITS[ones] if ones else "")


def _kanji_digits(position: int) -> str:
    return "".join(_KANJI_DIGITS[int(digit)] for digit in str(position))


def _korean_digits(position: int) -> str:
    return "".join(_KOREAN_DIGITS[int(digit)] for digit in str(position))


def _of(signs: str, position: int) -> str:
    return signs[(position - 1) % len(signs)]


_SPELLERS: dict[str, Callable[[int], str]] = {
    "decimalZero": _zero,
    "ordinal": _ordinal,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "japaneseCounting": _kanji,
    "chineseCounting": _kanji,
    "chineseCountingThousand": _kanji,
    "taiwaneseCountingThousand": _kanji,
    "koreanCounting": _korean_digits,
    "koreanDigital": _korean_digits,
    "koreanDigital2": _kanji_digits,
    "ideographDigital": _kanji_digits,
    "japaneseDigitalTenThousand": _kanji_digits,
    "iroha": lambda position: _of(_IROHA, position),
    "irohaFullWidth": lambda position: _of(_IROHA, position),
    "chosung": lambda position: _of(_CHOSUNG, position),
    "none": lambda _position: "",
}
