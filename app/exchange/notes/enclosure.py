"""Puts a file of notes into a comment sheet, unseen, so that the sheet can be read back."""

import base64
import binascii
import zlib

from app.domain.pack_note import NotesLetter
from app.exchange.notes.reading import LARGEST, read_letter
from app.exchange.notes.refusals import NotesRefused
from app.exchange.notes.writing import write_letter


def enclose(letter: NotesLetter) -> str:
    """Return notes as plain letters that travel in a Word file."""
    return base64.b64encode(zlib.compress(write_letter(letter), 9)).decode("ascii")


def read_enclosed(packed: str, *, name: str) -> NotesLetter:
    """Return the notes that travelled in a Word file.

    Raises:
        NotesRefused: They are not as they were put in.
    """
    try:
        content = base64.b64decode("".join(packed.split()), validate=True)
        opener = zlib.decompressobj()
        data = opener.decompress(content, LARGEST + 1)  # what would be more than that is no notes
    except (binascii.Error, ValueError, zlib.error) as error:
        raise NotesRefused(name, "what it was made of was changed") from error
    return read_letter(data, name=name)
