"""Reads what stands within a paragraph of a Word file: words, their face, breaks, footnotes.

Numbers of references and pages are read as they were printed; pictures are not read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from app.documents.word import styles
from app.documents.word.revision_marks import w
from app.texts.blocks import Break, Inline, Note, Placeholder, Text
from app.texts.characters import clean

PARAGRAPH = w("p")
_RUN = w("r")
_BOX = w("txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    w("softHyphen"): "",
}
_NEW_LINES = frozenset({w("br"), w("cr")})
_NO_LINES = frozenset({"page", "column"})
_OFF = frozenset({"0", "false", "off", "none"})


class Lines:
    """Reads the lines of one Word file.

    Attributes:
        style_names: The names of its styles by their identifiers.
    """

    def __init__(
        self, style_names: Mapping[str, str], *, notes: Mapping[str, etree._Element]
    ) -> None:
        self.style_names = style_names
        self._notes = notes

    def style_of(self, paragraph: etree._Element) -> str:
        """Return the name of the style of a paragraph; nothing where it says of none."""
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return "" if style is None else self.style_names.get(style.get(w("val"), ""), "")

    def read(self, paragraph: etree._Element) -> tuple[Inline, ...]:
        """Return what a paragraph says, without the blanks at its ends."""
        inlines: list[Inline] = []
        for run in _own_runs(paragraph):
            for inline in self._read_run(run):
                _add(inlines, inline)
        return _trimmed(inlines)

    def boxes(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Yield the paragraphs that stand in frames of their own beside a paragraph."""
        for box in paragraph.iter(_BOX):
            if next(box.iterancestors(_FALLBACK), None) is None:
                yield from box.iter(PARAGRAPH)

    def _read_run(self, run: etree._Element) -> Iterator[Inline]:
        face = run.find(w("rPr"))
        bold, italic = _is_on(face, "b"), _is_on(face, "i")
        is_gap = self._character_style(face) == styles.GAP
        for child in run:
            if child.tag == w("t"):
                text = clean(child.text or "")
                if is_gap and text.startswith("[") and text.endswith("]"):
                    yield Placeholder(text[1:-1])
                elif text:
                    yield Text(text, bold=bold, italic=italic)
            elif child.tag in _SIGNS:
                yield Text(_SIGNS[child.tag], bold=bold, italic=italic)
            elif child.tag in _NEW_LINES and child.get(w("type")) not in _NO_LINES:
                yield Break()
            elif child.tag in {w("footnoteReference"), w("endnoteReference")}:
                yield from self._read_note(child)

    def _read_note(self, reference: etree._Element) -> Iterator[Inline]:
        kind = "endnote" if reference.tag == w("endnoteReference") else "footnote"
        note = self._notes.get(f"{kind} {reference.get(w('id'), '')}")
        if note is None:
            return
        inside: list[Text | Break | Placeholder] = []
        for paragraph in note.iter(PARAGRAPH):
            if inside:
                inside.append(Break())
            inside += (
                inline
                for inline in self.read(paragraph)
                if isinstance(inline, Text | Break | Placeholder)
            )
        yield Note(_without_mark(inside))

    def _character_style(self, face: etree._Element | None) -> str:
        style = None if face is None else face.find(w("rStyle"))
        return "" if style is None else self.style_names.get(style.get(w("val"), ""), "")


def _without_mark(
    inside: list[Text | Break | Placeholder],
) -> tuple[Text | Break | Placeholder, ...]:
    """Return the words of a footnote without the blank behind its own mark."""
    first = inside[0] if inside else None
    if isinstance(first, Text):
        inside[0] = replace(first, text=first.text.lstrip())
    return tuple(inside)


def _own_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph, but not those of paragraphs that stand within it."""
    for run in paragraph.iter(_RUN):
        if next(run.iterancestors(PARAGRAPH)) is paragraph:
            yield run


def _is_on(face: etree._Element | None, name: str) -> bool:
    mark = None if face is None else face.find(w(name))
    return mark is not None and mark.get(w("val"), "1") not in _OFF


def _add(inlines: list[Inline], inline: Inline) -> None:
    """Add an inline, joined with the one before where they have one face."""
    last = inlines[-1] if inlines else None
    if isinstance(inline, Text) and isinstance(last, Text) and _face(last) == _face(inline):
        inlines[-1] = Text(last.text + inline.text, bold=last.bold, italic=last.italic)
    else:
        inlines.append(inline)


def _face(text: Text) -> tuple[bool, bool]:
    return text.bold, text.italic


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    kept = list(inlines)
    while kept and _is_blank(kept[0]):
        kept.pop(0)
    while kept and _is_blank(kept[-1]):
        kept.pop()
    return tuple(kept)


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Break) or (isinstance(inline, Text) and not inline.text.strip())
