"""Writes what stands within a line as Word's runs, fields and notes."""

from collections.abc import Iterable

from app.documents.word import styles
from app.documents.word.anchors import Anchors
from app.documents.word.characters import write_text
from app.documents.word.house import House
from app.documents.word.tongues import split_by_script
from app.texts.blocks import Break, Inline, Note, Placeholder, Reference, Text
from app.texts.numbering import Numbering


def write_field(instruction: str, result: str, *, face: str = "") -> str:
    """Return a field with its cached result; a reader that computes nothing shows that."""
    properties = f"<w:rPr>{face}</w:rPr>" if face else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r>{properties}<w:t xml:space="preserve">{write_text(result)}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


class Runs:
    """Writes the runs of one document and gathers its notes.

    Attributes:
        notes: The inlines of each footnote, in the order of their marks.
    """

    def __init__(
        self, house: House, *, numbering: Numbering, anchors: Anchors, language: str
    ) -> None:
        self.notes: list[str] = []
        self._numbering = numbering
        self._anchors = anchors
        self._language = language
        self._gap = f'<w:rStyle w:val="{house.style(styles.GAP)}"/>'
        self._note_mark = f'<w:rStyle w:val="{house.style(styles.NOTE_MARK)}"/>'

    def write(self, inlines: Iterable[Inline], *, bold: bool = False) -> str:
        """Return the runs of ``inlines``; ``bold`` makes them all so."""
        return "".join([self._write(inline, bold=bold) for inline in inlines])

    def _write(self, inline: Inline, *, bold: bool) -> str:
        match inline:
            case Text():
                return self._text(inline, bold=bold)
            case Reference():
                return self._reference(inline, face="<w:b/>" if bold else "")
            case Placeholder():
                return _run(f"[{inline.what}]", self._gap)
            case Break():
                return "<w:r><w:br/></w:r>"
            case Note():
                return self._note(inline)

    def _text(self, text: Text, *, bold: bool) -> str:
        face = ("<w:b/>" if bold or text.bold else "") + ("<w:i/>" if text.italic else "")
        if not text.language and text.text.isascii():
            return _run(text.text, face)
        written = ""
        pieces = split_by_script(text.text, language=text.language, inside=self._language)
        for piece, marks in pieces:
            fonts, _, tongue = marks.partition("|")
            written += _run(piece, fonts + face + tongue)
        return written

    def _reference(self, reference: Reference, *, face: str) -> str:
        written = ""
        for piece in self._numbering.compose(reference):
            if piece.target:
                name = self._anchors.reference_name(piece.target)
                written += write_field(rf"REF {name} \n \h", piece.text, face=face)
            else:
                written += _run(piece.text, face)
        return written

    def _note(self, note: Note) -> str:
        content = self.write(note.inlines)
        self.notes.append(content)
        # 0 and 1 are Word's separators; the first note is 2.
        number = len(self.notes) + 1
        return f'<w:r><w:rPr>{self._note_mark}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def _run(text: str, properties: str) -> str:
    written = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{written}<w:t xml:space="preserve">{write_text(text)}</w:t></w:r>'
