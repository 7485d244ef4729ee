"""Writes the head of a letter for the preview: logo and lines, with the rule below them."""

from base64 import b64encode

from app.documents.preview import sheet
from app.documents.preview.sheet import Sheet
from app.documents.preview.tables import write_inside, write_paragraph
from app.documents.preview.wording import write_words
from app.texts.letterhead import Letterhead, Picture

_TALLEST = 94  # 25 mm, as on paper
_BROADEST = sheet.PAGE_WIDTH - 2 * sheet.PAGE_MARGIN


def write_letterhead(letterhead: Letterhead, *, on: Sheet) -> str:
    """Return ``letterhead`` as it stands at the head of the first page."""
    written = ""
    if letterhead.logo is not None:
        written = write_paragraph(sheet.LETTERHEAD_LOGO, _picture(letterhead.logo, on), on=on)
    name, *further = letterhead.lines or ("",)
    if name:
        written += write_paragraph(sheet.LETTERHEAD_NAME, write_words(name), on=on)
    lines = write_inside(sheet.LETTERHEAD_LINE, "<br>".join(map(write_words, further)), on=on)
    above = on.space(4, 26)
    rule = f"border-bottom:1px solid {sheet.INK};padding-bottom:{on.length(8)}px;"
    return written + (
        f'<table width="100%" cellspacing="0" cellpadding="0" border="0"'
        f' style="margin-top:{above}px;"><tr><td style="{rule}">{lines}</td></tr></table>'
    )


def _picture(logo: Picture, on: Sheet) -> str:
    scale = min(1.0, _TALLEST / logo.height, _BROADEST / logo.width)
    broad, tall = on.length(logo.width * scale), on.length(logo.height * scale)
    address = f"data:{logo.media_type};base64,{b64encode(logo.content).decode()}"
    words = write_words(logo.words)
    return f'<img src="{address}" alt="{words}" width="{broad}" height="{tall}">'
