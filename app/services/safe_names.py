"""Makes names that every computer can hold: Windows, macOS and Linux, mail and zip archives."""

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePath

LONGEST = 120
_MOST_BYTES = 240  # of the 255 that a name may have on Linux, so that " (12)" still fits
_LONGEST_SUFFIX = 10
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(
    r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|CLOCK\$|(COM|LPT)[0-9¹²³])(\.|$)", re.IGNORECASE
)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


def safe_name(name: str, *, taken: Collection[str] = (), fallback: str = "file") -> str:
    """Return a file name like ``name`` that holds everywhere and is not taken.

    Args:
        name: What the file should be called, with its ending; from anywhere, so not to be trusted.
        taken: Names that are given already, as ``key_of`` gives them.
        fallback: What it is called where nothing usable is left.
    """
    stem, suffix = _split(_clean(name))
    stem = stem or fallback
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    number = 1
    while True:
        mark = f" ({number})" if number > 1 else ""
        candidate = f"{_shorten(stem, len(mark) + len(suffix))}{mark}{suffix}"
        if key_of(candidate) not in taken:
            return candidate
        number += 1


def key_of(name: str) -> str:
    """Return what two names have in common that some computers cannot tell apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())


def _clean(name: str) -> str:
    """Return the name in one line, without signs that nobody sees or that file systems forbid."""
    text = " ".join(unicodedata.normalize("NFC", name).split())
    seen = "".join(sign for sign in text if unicodedata.category(sign) not in _UNSEEN)
    return " ".join(_FORBIDDEN.sub("-", seen).split()).strip(" .")


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control signs, among them those that turn the direction of writing and so hide an ending."""


def _split(name: str) -> tuple[str, str]:
    suffix = PurePath(name).suffix
    if not _SUFFIX.fullmatch(suffix) or len(suffix) > _LONGEST_SUFFIX:
        return name, ""
    return name[: -len(suffix)].strip(" ."), suffix


def _shorten(stem: str, reserved: int) -> str:
    short = stem[: LONGEST - reserved]
    # File systems count bytes, and a sign of Korean or Mongolian takes two or three.
    while len(short.encode()) > _MOST_BYTES - reserved:
        short = short[:-1]
    return short.rstrip(" .") or "_"
