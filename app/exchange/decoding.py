"""Reads bytes as text where nobody said in which encoding they are, and says what was guessed."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from app.exchange.headings import count_known_words
from app.exchange.refusals import NotThisEncoding

ENCODINGS = (
    "utf-8",
    "utf-16",
    "cp949",
    "cp932",
    "euc_jp",
    "cp1251",
    "gb18030",
    "big5",
    "cp1252",
)
"""What a list from a ministry in Seoul, Tokyo or Ulaanbaatar comes in; Python's names."""

_BYTE_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = frozenset("“”‘’–—…·•№«»°、。・「」（）　，：；")
_JAPANESE = re.compile(
    "[ぁ-ヿ]|(?<=[ぁ-ヿ])[一-鿿]+|[一-鿿]+(?=[ぁ-ヿ])|(?<![一-鿿])[一-鿿]{1,6}(?![一-鿿])"
)
_NATURAL = {
    "cp949": re.compile("[가-힣]+"),
    "cp932": _JAPANESE,
    "euc_jp": _JAPANESE,
    "gb18030": re.compile("(?<![一-鿿])[一-鿿]{2,6}(?![一-鿿])"),
    "big5": re.compile("(?<![一-鿿])[一-鿿]{2,6}(?![一-鿿])"),
    "cp1251": re.compile(
        "(?<![A-Za-zА-Яа-яЁё])(?:[А-ЯЁ]?[а-яёієї]+|[А-ЯЁ]{2,})(?![A-Za-zА-Яа-яЁё])"
    ),
    "cp1252": re.compile("(?<=[A-Za-z])[À-ÿŒœŠšŽž]{1,2}(?=[A-Za-z ]|$)"),
}
"""What a text in each encoding is made of: a wrong reading breaks it up."""
_SAMPLE = 16_000


@dataclass(frozen=True)
class Decoded:
    """Bytes read as text.

    Attributes:
        text: The text, without a byte order mark.
        encoding: How it was read.
        others: How else it could be read, the likeliest first.
    """

    text: str
    encoding: str
    others: tuple[str, ...]


def decode(data: bytes, *, name: str = "", encoding: str = "") -> Decoded:
    """Return ``data`` as text in ``encoding``, or in the likeliest one.

    Raises:
        NotThisEncoding: if it is no text in the encoding that was asked for.
    """
    likely = _likely(data)
    chosen = encoding or likely[0]
    text = _read(data, chosen)
    if text is None:
        raise NotThisEncoding(name, chosen)
    return Decoded(text, chosen, tuple(each for each in likely if each != chosen))


def _likely(data: bytes) -> tuple[str, ...]:
    """Return the encodings in which the bytes are text, the likeliest first."""
    for mark, encoding in _BYTE_MARKS:
        if data.startswith(mark) and _read(data, encoding) is not None:
            return (encoding,)
    if wide := _wide(data):
        return (wide,)
    possible = [each for each in ENCODINGS if each != "utf-16" and _read(data, each) is not None]
    if "utf-8" in possible:
        return ("utf-8", *(each for each in possible if each != "utf-8"))
    if not possible:
        return ("latin-1",)
    sample = data[:_SAMPLE]
    order = {each: place for place, each in enumerate(_guesses(sample, possible))}
    return tuple(
        sorted(possible, key=lambda each: (-_worth(sample, each), order.get(each, len(order))))
    )


def _guesses(sample: bytes, possible: list[str]) -> list[str]:
    """Return what a general detector makes of the bytes, the likeliest first."""
    return [match.encoding for match in from_bytes(sample, cp_isolation=possible)]


def _worth(sample: bytes, encoding: str) -> float:
    """Return how much a reading makes sense: known headings, and signs as its language has them."""
    text = sample.decode(encoding, errors="ignore")
    known = 3.0 * count_known_words(text)
    foreign = sum(1 for sign in text if ord(sign) > 0x7F and sign not in _COMMON)
    if not foreign or encoding not in _NATURAL:
        return known
    natural = "".join(_NATURAL[encoding].findall(text))
    common = sum(1 for sign in natural if _is_common(sign, encoding))
    return known + common / foreign


def _is_common(sign: str, encoding: str) -> bool:
    """Return whether a sign is one that people write, and not one of the thousands beside them."""
    if encoding == "cp949":
        data = sign.encode(encoding, errors="ignore")
        return len(data) == 2 and data[0] >= 0xB0 and data[1] >= 0xA1
    if encoding == "gb18030":
        return bool(sign.encode("gb2312", errors="ignore"))
    return True


def _wide(data: bytes) -> str:
    """Return the encoding of two bytes a letter whose mark was lost, which leaves zero bytes."""
    if len(data) < 4 or b"\0" not in data[:_SAMPLE]:
        return ""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return encoding if _read(data, encoding) is not None else ""


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError):
        return None
