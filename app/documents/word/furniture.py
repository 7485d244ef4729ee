"""Writes what every page has: header with symbol, footer with page x of y, the word DRAFT."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from app.documents.word import styles
from app.documents.word.characters import write_attribute, write_text
from app.documents.word.house import House
from app.documents.word.letterhead import LOGO, write_letterhead
from app.documents.word.namespaces import DECLARATIONS
from app.documents.word.runs import write_field
from app.documents.word.tongues import TONGUES
from app.texts.blocks import Document, Section, Table
from app.texts.letterhead import Letterhead, Picture
from app.texts.walking import inlines_of, plain_text, walk

HEADER = "header"
FOOTER = "footer"
_FIRST = "First"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The header and the footer of one page layout.

    Attributes:
        layout: The end of the names of their parts and relationships.
        header: What stands above the text.
        footer: What stands below it; nothing where it is that of another layout.
        pictures: Those in the header, by their relationships.
    """

    layout: str
    header: str
    footer: str = ""
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def write_furniture(document: Document, *, house: House) -> tuple[Furniture, ...]:
    """Return the headers and footers of the layouts that ``document`` uses.

    Each layout has its own, because a tab at the right margin of one is short of it in the other.
    The first page of a letter has its head for a header, and the footer of the others.
    """
    layouts = dict.fromkeys(section.landscape for section in document.sections if not section.bare)
    written = [
        Furniture(
            _layout(landscape),
            header=_header(document, house=house, landscape=landscape),
            footer=_footer(document, house=house, landscape=landscape),
        )
        for landscape in layouts
    ]
    if document.letterhead is not None and _has_first_page(document):
        written.append(_first_page(document, document.letterhead, house=house))
    return tuple(written)


def write_section(section: Section, *, document: Document, house: House) -> str:
    """Return the properties of ``section`` of ``document``, in the order that Word expects."""
    page = house.page
    width, height = (page.height, page.width) if section.landscape else (page.width, page.height)
    turned = ' w:orient="landscape"' if section.landscape else ""
    lines = (
        '<w:lnNumType w:countBy="5" w:distance="283" w:restart="newPage"/>'
        if section.line_numbers or (document.for_circulation and _has_lines_to_count(section))
        else ""
    )
    opens_letter = section is document.sections[0] and _has_first_page(document)
    references = "" if section.bare else _references(section, opens_letter=opens_letter)
    return (
        f"<w:sectPr>{references}"
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}"'
        f' w:left="{page.left}" w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f"{lines}<w:cols/>{'<w:titlePg/>' if opens_letter else ''}</w:sectPr>"
    )


def _has_lines_to_count(section: Section) -> bool:
    """Tell whether most of ``section`` is text: Word counts no lines in tables."""
    if section.bare:
        return False
    lengths = {True: 0, False: 0}
    for block in walk(section.blocks):
        lengths[isinstance(block, Table)] += len(plain_text(inlines_of(block)))
    return lengths[False] >= lengths[True]


def _layout(landscape: bool) -> str:  # noqa: FBT001 - a layout is one of two
    return "Landscape" if landscape else "Portrait"


def _has_first_page(document: Document) -> bool:
    sections = document.sections
    return document.letterhead is not None and bool(sections) and not sections[0].bare


def _references(section: Section, *, opens_letter: bool) -> str:
    layout = _layout(section.landscape)
    pairs = [("default", f"{HEADER}{layout}", f"{FOOTER}{layout}")]
    if opens_letter:
        pairs.append(("first", f"{HEADER}{_FIRST}", f"{FOOTER}{layout}"))
    return "".join(
        f'<w:headerReference w:type="{kind}" r:id="rId{header}"/>'
        f'<w:footerReference w:type="{kind}" r:id="rId{footer}"/>'
        for kind, header, footer in pairs
    )


def _first_page(document: Document, letterhead: Letterhead, *, house: House) -> Furniture:
    lines = write_letterhead(letterhead, house=house, language=document.language)
    # The word across the page hangs on a paragraph, and here that is the first one.
    watermark = _watermark(document, layout=_FIRST) if document.draft else ""
    lines = lines.replace("</w:pPr>", f"</w:pPr>{watermark}", 1)
    pictures = {LOGO: letterhead.logo} if letterhead.logo is not None else {}
    return Furniture(_FIRST, f"<w:hdr {DECLARATIONS}>{lines}</w:hdr>", pictures=pictures)


def _header(document: Document, *, house: House, landscape: bool) -> str:
    symbol = ""
    if document.symbol:
        face = f'<w:rPr><w:rStyle w:val="{house.style(styles.SYMBOL)}"/></w:rPr>'
        symbol = f"<w:r>{face}<w:t>{write_text(document.symbol)}</w:t></w:r>"
    width = house.page.text_width(landscape=landscape)
    line = _line(
        house.style(styles.HEADER),
        left=_shorten(document.running_head, beside=document.symbol, width=width),
        right=symbol,
        width=width,
        before=_watermark(document, layout=_layout(landscape)) if document.draft else "",
    )
    return f"<w:hdr {DECLARATIONS}>{line}</w:hdr>"


def _footer(document: Document, *, house: House, landscape: bool) -> str:
    before, _, rest = TONGUES[document.language].page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    right = (
        f"{_words(before)}{write_field('PAGE', '1')}"
        f"{_words(between)}{write_field('NUMPAGES', '1')}{_words(after)}"
    )
    width = house.page.text_width(landscape=landscape)
    line = _line(
        house.style(styles.FOOTER),
        left=_shorten(document.running_foot, beside="Page 100 of 100", width=width),
        right=right,
        width=width,
    )
    return f"<w:ftr {DECLARATIONS}>{line}</w:ftr>"


def _line(style: str, *, left: str, right: str, width: int, before: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr>'
        f"{before}{_words(left)}<w:r><w:tab/></w:r>{right}</w:p>"
    )


def _shorten(words: str, *, beside: str, width: int) -> str:
    """Return ``words`` as far as they fit on one line with what stands at its other end."""
    # A small letter takes 85 twentieths of a point; symbols are bold capitals.
    room = max(width // 85 - len(beside) * 3 // 2 - 3, 10)
    if _breadth(words) <= room:
        return words
    fitting = words
    while _breadth(fitting) > room:
        fitting = fitting[:-1]
    whole_words = fitting.rpartition(" ")[0] or fitting[:-1]
    return whole_words.rstrip(" ,;:(") + "…"


def _breadth(words: str) -> int:
    """Return how many small letters ``words`` are broad; those of East Asia are square."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)


def _words(words: str) -> str:
    if not words:
        return ""
    return f'<w:r><w:t xml:space="preserve">{write_text(words)}</w:t></w:r>'


def _extent(language: str) -> str:
    """Return the size of the word across the pages; square letters keep their shape."""
    tongue = TONGUES[language]
    if not tongue.font:
        return "width:412pt;height:165pt"
    side = 130 if len(tongue.draft) > 1 else 180
    return f"width:{side * len(tongue.draft)}pt;height:{side}pt"


def _watermark(document: Document, *, layout: str) -> str:
    """Return the shape that Word itself makes for a watermark, so that Word can remove it."""
    number = ("Portrait", "Landscape", _FIRST).index(layout) + 1
    word = write_attribute(TONGUES[document.language].draft)
    font = TONGUES[document.language].font or "Times New Roman"
    shape = (
        f"position:absolute;margin-left:0;margin-top:0;{_extent(document.language)};rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
        ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom"'
        ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}"'
        f' type="#_x0000_t136" style="{shape}" o:allowincell="f" fillcolor="#d9d9d9"'
        ' stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt"'
        f" string={word}/></v:shape></w:pict></w:r>"
    )
