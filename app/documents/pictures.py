"""Reads a picture as far as a Word file must know it, and refuses what Word would not show."""

import struct
import zlib
from collections.abc import Iterator

from app.domain.errors import Misfortune
from app.texts.letterhead import Picture

LARGEST_FILE = 2_000_000
LARGEST_SIDE = 6_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"
# The frames of JPEG in which the size stands; C4, C8 and CC are none.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_SCAN = 0xDA


class PictureUnusable(Misfortune):
    """A file was to be printed as a picture that is none, or not one that Word shows everywhere."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"This file cannot be used as a logo: {problem}.", remedy, field="logo")
        self.problem = problem


def read_picture(content: bytes, *, words: str = "") -> Picture:
    """Return the picture that is in ``content``, a PNG or JPEG file.

    Args:
        content: The file.
        words: What it shows, for those who do not see it.

    Raises:
        PictureUnusable: It is no such file, damaged, or too large.
    """
    if len(content) > LARGEST_FILE:
        raise PictureUnusable(
            f"it has {len(content) / 1_000_000:.1f} MB, and {LARGEST_FILE // 1_000_000} MB is"
            " the most",
            "Save it smaller: a logo of 600 dots in height is sharp on paper.",
        )
    if content.startswith(_PNG):
        media_type, size = "image/png", _read_png(content)
    elif content.startswith(_JPEG):
        media_type, size = "image/jpeg", _read_jpeg(content)
    else:
        raise _no_picture(content)
    width, height = size
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise PictureUnusable(
            f"it has {width} × {height} dots, and {LARGEST_SIDE} to a side is the most",
            "Save it smaller: a logo of 600 dots in height is sharp on paper.",
        )
    return Picture(content, media_type, width, height, words)


def _no_picture(content: bytes) -> PictureUnusable:
    start = content[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg")) and b"<svg" in start:
        return PictureUnusable(
            "it is an SVG drawing, which not every Word shows", "Save it as PNG and choose that."
        )
    return PictureUnusable("it is no PNG or JPEG picture", "Choose a PNG or JPEG file.")


def _damaged() -> PictureUnusable:
    return PictureUnusable("it is damaged", "Save the picture anew and choose it again.")


def _read_png(content: bytes) -> tuple[int, int]:
    """Return the size of a PNG whose pieces are all whole."""
    pieces = list(_pieces_of_png(content))
    kinds = [kind for kind, _ in pieces]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        raise _damaged()
    if len(pieces[0][1]) != 13:
        raise _damaged()
    width, height = struct.unpack(">II", pieces[0][1][:8])
    return width, height


def _pieces_of_png(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG)
    while place < len(content):
        head = content[place : place + 8]
        if len(head) < 8:
            raise _damaged()
        length, kind = struct.unpack(">I4s", head)
        data = content[place + 8 : place + 8 + length]
        check = content[place + 8 + length : place + 12 + length]
        if len(check) < 4 or struct.unpack(">I", check)[0] != zlib.crc32(kind + data):
            raise _damaged()
        yield kind, data
        if kind == b"IEND":
            return
        place += 12 + length


def _read_jpeg(content: bytes) -> tuple[int, int]:
    """Return the size of a JPEG, which stands in its frame; what is before that is passed over."""
    if _JPEG_END not in content[-4_096:]:
        raise _damaged()
    place = 2
    while place + 4 <= len(content):
        if content[place] != 0xFF:
            raise _damaged()
        marker = content[place + 1]
        if marker == 0xFF:  # padding
            place += 1
            continue
        if marker in _ALONE:
            place += 2
            continue
        (length,) = struct.unpack(">H", content[place + 2 : place + 4])
        if marker in _FRAMES and place + 9 <= len(content):
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        if marker == _SCAN or length < 2:
            break
        place += 2 + length
    raise _damaged()
