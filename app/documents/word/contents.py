"""Writes the table of contents: a field that Word refreshes, with every entry already in it."""

from collections.abc import Mapping

from app.documents.outline import Entry as Entry
from app.documents.outline import list_entries as list_entries
from app.documents.word import styles
from app.documents.word.anchors import Anchors
from app.documents.word.characters import write_text
from app.documents.word.house import House
from app.documents.word.runs import write_field
from app.texts.blocks import Contents

_LABEL = 1644


def write_contents(
    contents: Contents,
    entries: tuple[Entry, ...],
    *,
    title: str,
    house: House,
    anchors: Anchors,
    pages: Mapping[str, int] | None = None,
) -> str:
    """Return the table of contents as Word keeps it, with ``title`` as the runs above it.

    Args:
        contents: The block.
        entries: Its lines.
        title: The runs above them.
        house: The house style.
        anchors: The marks of the document.
        pages: On which page each target is; without them the numbers are left to Word, and the
            field is marked as due for refreshing when the file is opened.
    """
    known = pages is not None and all(entry.target in pages for entry in entries)
    dirty = "" if known else ' w:dirty="true"'
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{contents.levels}" \\h \\z \\u '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    numbers = pages if pages is not None and known else {}
    lines = [
        (
            styles.CONTENTS[each.level],
            _line(each, anchors=anchors, page=numbers.get(each.target)),
            _tabs(house, has_label=bool(each.label)) if numbers else "",
        )
        for each in entries
    ] or [(styles.CONTENTS[1], "", "")]
    written = ""
    for position, (style, content, tabs) in enumerate(lines):
        opening = begin if position == 0 else ""
        closing = (
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if position == len(lines) - 1 else ""
        )
        written += _paragraph(house.style(style), opening + content + closing, direct=tabs)
    heading = _paragraph(house.style(styles.CONTENTS_TITLE), title) if title else ""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{anchors.control_number()}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{heading}{written}</w:sdtContent></w:sdt>"
    )


def _line(entry: Entry, *, anchors: Anchors, page: int | None) -> str:
    label = f"<w:r><w:t>{write_text(entry.label)}</w:t></w:r><w:r><w:tab/></w:r>"
    heading = f'<w:r><w:t xml:space="preserve">{write_text(entry.heading)}</w:t></w:r>'
    target = anchors.reference_name(entry.target)
    number = ""
    if page is not None:
        number = "<w:r><w:tab/></w:r>" + write_field(rf"PAGEREF {target} \h", str(page))
    link = f'<w:hyperlink w:anchor="{target}" w:history="1">'
    return f"{link}{label if entry.label else ''}{heading}{number}</w:hyperlink>"


def _tabs(house: House, *, has_label: bool) -> str:
    """Return where labels end and numbers stand; Word sets the same when it refreshes the field."""
    label = f'<w:tab w:val="left" w:pos="{_LABEL}"/>' if has_label else ""
    number = f'<w:tab w:val="right" w:leader="dot" w:pos="{house.page.text_width()}"/>'
    return f"<w:tabs>{label}{number}</w:tabs>"


def _paragraph(style: str, content: str, *, direct: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr>{content}</w:p>'
