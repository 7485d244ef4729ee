"""Chooses the form of a Korean particle by the sound that the word before it ends in."""

import re

_SYLLABLES = range(0xAC00, 0xD7A4)
_FINALS = 28  # of these finals the first is none
_RIEUL = 8

# What a final is to a particle: none, ㄹ (which 으로 takes for none), or another.
_OPEN, _LIQUID, _CLOSED = "open", "liquid", "closed"
_DIGITS = dict(zip("0123456789", "CLOCOCLLCO", strict=True))  # 영 일 이 삼 사 오 육 칠 팔 구
_CAPITALS = {"L": "L", "R": "L", "M": "C", "N": "C"}  # 엘 알 엠 엔; every other name is open
_KINDS = {"O": _OPEN, "L": _LIQUID, "C": _CLOSED}

_MARKS = re.compile("[\ufdd0-\ufdef]")
_ASIDE = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]$")
_CLOSING = "”’」』》〉\"'.,…"
_ACRONYM = re.compile(r"(?:^|[^A-Za-z])[A-Z]+$")


def attach(word: str, particle: str) -> str:
    """Return ``word`` with its particle, such as ``과/와``, ``은/는`` or ``으로/로``.

    The form after a consonant comes first. A final in brackets or quotation marks is that of the
    word inside quotation marks and before brackets, which are not read. Where the sound is not
    known (a name in Latin letters) both forms are written, as Korean offices do: ``은(는)``.
    """
    return word + choose(word, particle)


def choose(word: str, particle: str) -> str:
    """Return the form of ``particle`` that follows ``word``."""
    closed, open_ = particle.split("/")
    final = find_final(word)
    if final is None:
        return write_both(particle)
    if final == _LIQUID and closed == "으로":
        return open_
    return open_ if final == _OPEN else closed


def write_both(particle: str) -> str:
    """Return both forms, for a word whose sound is not known: ``은(는)``, ``(으)로``."""
    closed, open_ = particle.split("/")
    if closed.endswith(open_):
        return f"({closed.removesuffix(open_)}){open_}"
    return f"{closed}({open_})"


def find_final(word: str) -> str | None:
    """Return ``open``, ``liquid`` or ``closed``; ``None`` where the sound is not known."""
    read = _strip(word)
    if not read:
        return None
    last = read[-1]
    if ord(last) in _SYLLABLES:
        return _final_of_syllable(last)
    if last in _DIGITS:
        return _KINDS[_DIGITS[last]]
    if _ACRONYM.search(read):
        return _KINDS[_CAPITALS.get(last, "O")]
    return None


def _final_of_syllable(syllable: str) -> str:
    final = (ord(syllable) - _SYLLABLES.start) % _FINALS
    if final == 0:
        return _OPEN
    return _LIQUID if final == _RIEUL else _CLOSED


def _strip(word: str) -> str:
    """Return ``word`` without what is not read at its end."""
    before = ""
    read = _MARKS.sub("", word).rstrip()
    while read != before:
        before = read
        without = _ASIDE.sub("", read)
        read = (without or read).rstrip(_CLOSING + " ")
    return read
