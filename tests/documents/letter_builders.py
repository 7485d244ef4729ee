"""Builds letterheads and the pictures on them, whole and broken ones."""

import struct
import zlib
from dataclasses import replace

from app.documents.letter_facts import LetterFacts, LetterheadFacts
from app.texts.letterhead import Letterhead, Picture
from tests.documents.facts_builders import KOREA, MONGOLIA

LINES = (
    "Ministry of Environment and Climate Change",
    "Government Building II, Ulaanbaatar 15160",
    "Tel. 976 51 26 1966",
)
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def a_png(width: int = 300, height: int = 200) -> bytes:
    """Return a white PNG picture."""
    rows = (b"\x00" + b"\xff" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + _piece(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + _piece(b"IDAT", zlib.compress(rows))
        + _piece(b"IEND", b"")
    )


def a_jpeg(width: int = 300, height: int = 200) -> bytes:
    """Return a JPEG as far as anybody looks who only wants to know its size."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xff"
        b"\xc0"
        + struct.pack(">H", len(frame) + 2)
        + frame
        + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x00\xff\xd9"
    )


def a_logo(width: int = 300, height: int = 200) -> Picture:
    return Picture(a_png(width, height), "image/png", width, height, "Ministry of Environment")


def a_letterhead(**changes: object) -> Letterhead:
    return replace(Letterhead(LINES, a_logo()), **changes)


def with_letterheads(facts: LetterFacts, **changes: object) -> LetterFacts:
    """Return ``facts`` with a letterhead of each side."""
    korean = Letterhead(("Ministry of Foreign Affairs",))
    letterheads = (
        LetterheadFacts(party=KOREA, letterhead=korean),
        LetterheadFacts(party=MONGOLIA, letterhead=a_letterhead()),
    )
    return replace(facts, letterheads=letterheads, **changes)


def _piece(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check
