"""Writes the head of a letter: the header of its first page, with logo and lines."""

from app.documents.word import styles
from app.documents.word.characters import write_attribute, write_text
from app.documents.word.house import House
from app.documents.word.tongues import split_by_script
from app.texts.letterhead import Letterhead, Picture

LOGO = "rIdlogo"
_UNITS_PER_MILLIMETRE = 36_000
_UNITS_PER_DOT = 9_525  # as large as on a screen of 96 dots to the inch
_UNITS_PER_TWENTIETH = 635
_TALLEST = 25 * _UNITS_PER_MILLIMETRE
_THIN = '<w:spacing w:before="0" w:line="40" w:lineRule="exact"/>'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def write_letterhead(letterhead: Letterhead, *, house: House, language: str) -> str:
    """Return the paragraphs of ``letterhead``: the logo, the first line larger, then the others.

    Args:
        letterhead: What is on it.
        house: The house style.
        language: The language of the document, which needs no mark.

    Raises:
        HouseStyleUnusable: It has no styles for letterheads.
    """
    written = ""
    if letterhead.logo is not None:
        logo = _picture(letterhead.logo, width=house.page.text_width())
        written = _paragraph(house.style(styles.LETTERHEAD_NAME), logo)
    name, *further = letterhead.lines or ("",)
    if name:
        line = _runs(name, language=language)
        written += _paragraph(house.style(styles.LETTERHEAD_NAME), line)
    lines = "<w:r><w:br/></w:r>".join(_runs(line, language=language) for line in further)
    # The rule below it all is the border of this style, so its paragraph is never left out.
    return written + _paragraph(
        house.style(styles.LETTERHEAD_LINE), lines, direct="" if further else _THIN
    )


def _runs(words: str, *, language: str) -> str:
    written = ""
    own = getattr(words, "language", "")
    for piece, marks in split_by_script(words, language=own, inside=language):
        properties = marks.replace("|", "")
        face = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        written += f'<w:r>{face}<w:t xml:space="preserve">{write_text(piece)}</w:t></w:r>'
    return written


def _picture(logo: Picture, *, width: int) -> str:
    """Return the picture in the line, no taller than a logo is and no wider than the page."""
    broad, tall = _extent(logo, width=width)
    words = write_attribute(logo.words)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"'
        f' xmlns:wp="{_DRAWING}/wordprocessingDrawing">'
        f'<wp:extent cx="{broad}" cy="{tall}"/><wp:docPr id="1" name="Logo" descr={words}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Logo"'
        f" descr={words}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{LOGO}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{broad}" cy="{tall}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _extent(logo: Picture, *, width: int) -> tuple[int, int]:
    broad, tall = logo.width * _UNITS_PER_DOT, logo.height * _UNITS_PER_DOT
    scale = min(1.0, _TALLEST / tall, width * _UNITS_PER_TWENTIETH / broad)
    return max(round(broad * scale), 1), max(round(tall * scale), 1)


def _paragraph(style: str, content: str, *, direct: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr>{content}</w:p>'
