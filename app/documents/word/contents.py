"""Writes the table of contents: a field that Word refreshes, with every entry already in it."""

from app.documents.outline import Entry as Entry
from app.documents.outline import list_entries as list_entries
from app.documents.word import styles
from app.documents.word.anchors import Anchors
from app.documents.word.characters import write_text
from app.documents.word.house import House
from app.texts.blocks import Contents


def write_contents(
    contents: Contents,
    entries: tuple[Entry, ...],
    *,
    title: str,
    house: House,
    anchors: Anchors,
) -> str:
    """Return the table of contents as Word keeps it, with ``title`` as the runs above it.

    Page numbers are left to Word: the field is marked as due for refreshing when it is opened.
    """
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{contents.levels}" \\h \\z \\u '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = [_line(entry, anchors=anchors) for entry in entries] or [(styles.CONTENTS[1], "")]
    written = ""
    for position, (style, content) in enumerate(lines):
        opening = begin if position == 0 else ""
        closing = (
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if position == len(lines) - 1 else ""
        )
        written += _paragraph(house.style(style), opening + content + closing)
    heading = _paragraph(house.style(styles.CONTENTS_TITLE), title) if title else ""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{anchors.control_number()}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{heading}{written}</w:sdtContent></w:sdt>"
    )


def _line(entry: Entry, *, anchors: Anchors) -> tuple[str, str]:
    label = f"<w:r><w:t>{write_text(entry.label)}</w:t></w:r><w:r><w:tab/></w:r>"
    heading = f'<w:r><w:t xml:space="preserve">{write_text(entry.heading)}</w:t></w:r>'
    target = anchors.reference_name(entry.target)
    link = f'<w:hyperlink w:anchor="{target}" w:history="1">'
    return styles.CONTENTS[
        entry.level
    ], f"{link}{label if entry.label else ''}{heading}</w:hyperlink>"


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
