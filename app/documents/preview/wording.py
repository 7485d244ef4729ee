"""Writes what stands within a line for the preview, and gathers its footnotes."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from app.documents.preview import sheet
from app.texts.blocks import Break, Inline, Note, Placeholder, Reference, Text
from app.texts.characters import clean
from app.texts.numbering import Numbering

RECORD_SCHEME = "jwg"


def write_words(text: str) -> str:
    """Return ``text`` so that the page shows it and nothing in it is markup."""
    return escape(clean(text))


def link_to_record(record: str, identifier: str) -> str:
    """Return the address by which the window opens a record: ``jwg:decision:…``."""
    return f"{RECORD_SCHEME}:{quote(record, safe='')}:{quote(identifier, safe='')}"


def link_to_unit(identifier: str) -> str:
    """Return the address of a unit on the same page."""
    return f"#{quote(identifier, safe='')}"


def mark_unit(identifier: str) -> str:
    """Return the mark that references and the window find a unit by; nothing for no identifier."""
    return f'<a name="{quote(identifier, safe="")}"></a>' if identifier else ""


class Wording:
    """Writes the lines of one document.

    Attributes:
        notes: The words of each footnote, in the order of their marks.
    """

    def __init__(self, numbering: Numbering) -> None:
        self.notes: list[str] = []
        self._numbering = numbering

    def write(self, inlines: Iterable[Inline], *, record: str = "") -> str:
        """Return ``inlines``; what is bold in them leads to ``record``, if one is given."""
        return "".join([self._write(inline, record) for inline in inlines])

    def _write(self, inline: Inline, record: str) -> str:
        match inline:
            case Text():
                return _text(inline, record)
            case Reference():
                spelled = write_words(self._numbering.spell(inline))
                return _link(link_to_unit(inline.target), spelled, color=sheet.INK)
            case Placeholder():
                face = f"background-color:{sheet.GAP};color:{sheet.GAP_INK};"
                return f'<span style="{face}">[{write_words(inline.what)}]</span>'
            case Break():
                return "<br>"
            case Note():
                return self._note(inline)

    def _note(self, note: Note) -> str:
        self.notes.append(self.write(note.inlines))
        return f"<sup>{len(self.notes)}</sup>"


def _text(text: Text, record: str) -> str:
    written = write_words(text.text)
    if text.bold and record:
        written = _link(record, written, color=sheet.LINK)
    elif text.from_record:
        written = f'<span style="background-color:{sheet.RECORD};">{written}</span>'
    if text.italic:
        written = f"<i>{written}</i>"
    return f'<span style="{sheet.BOLD}">{written}</span>' if text.bold else written


def _link(address: str, words: str, *, color: str) -> str:
    return f'<a href="{address}" style="color:{color};text-decoration:none;">{words}</a>'
