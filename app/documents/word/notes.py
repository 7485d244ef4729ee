"""Writes the footnotes part: two separators that Word insists on, and the notes."""

from app.documents.word import styles
from app.documents.word.house import House
from app.documents.word.namespaces import DECLARATIONS

_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
    "<w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:pPr><w:spacing w:after="0"/>'
    "</w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)


def write_notes(notes: list[str], *, house: House) -> str:
    """Return the part with ``notes``, the runs of each in the order of their marks."""
    text = house.style(styles.NOTE_TEXT)
    mark = house.style(styles.NOTE_MARK)
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{content}</w:p></w:footnote>'
        for number, content in enumerate(notes, start=2)
    )
    return f"<w:footnotes {DECLARATIONS}>{_SEPARATORS}{written}</w:footnotes>"
