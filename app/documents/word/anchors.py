"""The marks by which a returned file finds its way home: bookmarks, controls and a manifest.

LibreOffice loses the tags of controls, Word loses nothing, people lose whole paragraphs; so every
paragraph of a record and every table cell has a bookmark, every record a control, and the manifest
knows the hash of each text as it was sent.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.documents.word.characters import write_attribute
from app.texts.blocks import Inline
from app.texts.characters import clean
from app.texts.walking import plain_text

# Word does not tell a bookmark from another by capitals.
_PLAIN_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LONGEST_ALIAS = 64
_LONGEST_TAG = 64


@dataclass(frozen=True, slots=True)
class Unit:
    """One anchored text, as it was sent."""

    bookmark: str
    record: str
    sha256: str


def hash_text(inlines: Iterable[Inline]) -> str:
    """Return the hash of the words alone; results of fields are not the sender's words."""
    return hashlib.sha256(clean(plain_text(inlines)).encode()).hexdigest()


class Anchors:
    """Gives out the marks of one document, each name and number once."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._next_bookmark = 1
        self._next_control = 0
        self._next_plain = 1
        self._names: dict[str, str] = {}

    def reference_name(self, identifier: str) -> str:
        """Return the bookmark that references to ``identifier`` point to."""
        return f"_Ref_{self._shorten(identifier)}"

    def mark_record(
        self, content: str, inlines: tuple[Inline, ...], *, identifier: str, place: str = "Ref"
    ) -> str:
        """Return ``content`` in the bookmark of the record ``identifier``.

        Args:
            content: The runs.
            inlines: What they say, for the manifest.
            identifier: The record.
            place: Tells several texts of one record apart, in at most three characters.
        """
        name = f"_{place}_{self._shorten(identifier)}"
        return self._mark(content, inlines, name=name, record=identifier)

    def mark_plain(self, content: str, inlines: tuple[Inline, ...]) -> str:
        """Return ``content`` in a bookmark of its own, for a text that is no record."""
        name = f"_Jwg_{self._next_plain:04}"
        self._next_plain += 1
        return self._mark(content, inlines, name=name, record="")

    def control_number(self) -> int:
        """Return a number that no other control of the document has."""
        self._next_control += 1
        return 10_000 + self._next_control

    def control(self, content: str, *, record: str, identifier: str, alias: str) -> str:
        """Return the blocks ``content`` in the control of a record.

        The control cannot be deleted, its content can be changed; the identifier is in tag and
        alias, because LibreOffice keeps only one of them. It is a document part, like Word's own
        tables of contents, because LibreOffice 7 strips the first paragraph of any other block
        control of its formatting and its fields.
        """
        room = _LONGEST_ALIAS - len(identifier) - 3
        short = alias if len(alias) <= room else alias[: max(room - 1, 0)].rstrip() + "…"
        shown = write_attribute(f"{short} ({identifier})"[:_LONGEST_ALIAS])
        tag = write_attribute(f"jwg:{record}:{identifier}"[:_LONGEST_TAG])
        number = self.control_number()
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={shown}/><w:tag w:val={tag}/>"
            f'<w:id w:val="{number}"/><w:lock w:val="sdtLocked"/>'
            '<w15:appearance w15:val="hidden"/><w:docPartObj><w:docPartGallery'
            ' w:val="Quick Parts"/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _shorten(self, identifier: str) -> str:
        short = self._names.get(identifier)
        if short is None:
            short = self._names[identifier] = _shorten(identifier)
        return short

    def _mark(self, content: str, inlines: tuple[Inline, ...], *, name: str, record: str) -> str:
        number = self._next_bookmark
        self._next_bookmark += 1
        self.units.append(Unit(name, record, hash_text(inlines)))
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )


def _shorten(identifier: str) -> str:
    """Return at most 32 characters that Word takes in a bookmark's name, unlike for unlike."""
    without = identifier.replace("-", "")
    if len(without) == 32 and len(identifier) == 36 and _PLAIN_NAME.fullmatch(without):
        return without
    if _PLAIN_NAME.fullmatch(identifier):
        return identifier
    readable = re.sub("[^A-Za-z0-9]+", "_", identifier)[:15]
    told_apart = hashlib.sha256(identifier.encode("utf-8", "backslashreplace")).hexdigest()
    return f"{readable}_{told_apart[:16]}"
