"""What stands in the house style: every named style, the styles of tables, and the lists.

The small functions write the properties of paragraphs and letters, in the order that Word keeps.
"""

from dataclasses import dataclass

INK = "1F2A37"
MUTED = "5B6572"
RULE = "8A94A0"
FONTS = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Batang"'
    ' w:cs="Times New Roman"/>'
)


@dataclass(frozen=True)
class Style:
    """One style: how its paragraphs stand, and how its letters look."""

    name: str
    paragraph: str = ""
    letters: str = ""
    based_on: str = "Normal"
    following: str = ""
    kind: str = "paragraph"

    @property
    def id(self) -> str:
        """The identifier behind the name."""
        return identify(self.name)


def identify(name: str) -> str:
    """Return the identifier that Word would give the style ``name``."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def space(*, before: int = 0, after: int = 0, line: int | None = None) -> str:
    """Return the space around paragraphs, in points, and between lines, in 240ths."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}"{lines}/>'


def indent(*, left: int = 0, hanging: int = 0) -> str:
    """Return how far paragraphs stand in."""
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def align(value: str) -> str:
    """Return how lines are set."""
    return f'<w:jc w:val="{value}"/>'


def outline(level: int) -> str:
    """Return the level at which the navigation pane shows a paragraph."""
    return f'<w:outlineLvl w:val="{level}"/>'


def listed(number: int, depth: int) -> str:
    """Return which list counts the paragraphs of a style."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def size(points: float) -> str:
    """Return the size of letters."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def color(value: str) -> str:
    """Return the colour of letters."""
    return f'<w:color w:val="{value}"/>'


def border(side: str, *, eighths: int = 4, gap: int = 4, ink: str = RULE) -> str:
    """Return one border of a paragraph or table."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{gap}" w:color="{ink}"/>'


BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
KEEP_NEXT = "<w:keepNext/>"
UNCOUNTED = "<w:suppressLineNumbers/>"
KEEP_LINES = "<w:keepLines/>"
CENTRE = align("center")
LEFT = align("left")
BOX = (
    f"<w:pBdr>{border('top', eighths=6, gap=6)}{border('left', eighths=6, gap=8)}"
    f"{border('bottom', eighths=6, gap=6)}{border('right', eighths=6, gap=8)}</w:pBdr>"
    '<w:shd w:val="clear" w:color="auto" w:fill="F4F1E8"/>'
)

STYLES = (
    Style("Body Text", space(after=8) + align("both")),
    Style(
        "Title",
        KEEP + space(before=10, after=8) + CENTRE,
        f'{BOLD}<w:caps/><w:spacing w:val="30"/>{size(16)}',
        following="Subtitle",
    ),
    Style("Subtitle", KEEP + space(after=2) + CENTRE, size(12), following="JWGPlace"),
    Style("JWG Place", space(before=8, after=18) + CENTRE, ITALIC, following="BodyText"),
    Style(
        "JWG Notice",
        KEEP_LINES
        + BOX
        + space(before=2, after=16, line=252)
        + '<w:ind w:left="198" w:right="198"/>'
        + LEFT,
        size(10),
    ),
    Style(
        "JWG Decision",
        KEEP_LINES
        + f"<w:pBdr>{border('left', eighths=18, gap=10, ink=INK)}</w:pBdr>"
        + space(before=2, after=10)
        + indent(left=567)
        + align("both"),
    ),
    Style("JWG Annotation", space(after=6) + indent(left=567) + LEFT, size(11)),
    Style("JWG Subannotation", space(after=6) + indent(left=1134) + LEFT, size(11)),
    Style("JWG Detail", KEEP_NEXT + space(after=6) + LEFT, ITALIC + color(MUTED) + size(10.5)),
    Style("JWG Listed", space(after=3) + indent(left=567, hanging=283) + LEFT),
    Style("JWG Person", KEEP_LINES + space(after=6) + indent(left=284) + LEFT),
    Style("JWG Closing", KEEP + space(before=14, after=14) + align("both")),
    Style("JWG Adoption", space(after=4) + CENTRE, size(11)),
    Style(
        "JWG Letterhead",
        f"<w:pBdr>{border('bottom', eighths=8, gap=8, ink=INK)}</w:pBdr>"
        + space(after=16, line=252)
        + CENTRE,
        f'{BOLD}<w:spacing w:val="20"/>{size(13)}',
        following="JWGDateline",
    ),
    Style(
        "JWG Letterhead Name",
        KEEP + UNCOUNTED + space(after=4, line=252) + CENTRE,
        f'{BOLD}<w:spacing w:val="20"/>{size(13)}',
        following="JWGLetterheadLine",
    ),
    Style(
        "JWG Letterhead Line",
        f"{UNCOUNTED}<w:pBdr>{border('bottom', eighths=8, gap=8, ink=INK)}</w:pBdr>"
        + space(after=16, line=252)
        + CENTRE,
        color(MUTED) + size(9.5),
    ),
    Style("JWG Dateline", space(after=12) + align("right"), size(11), following="JWGAddressee"),
    Style("JWG Addressee", KEEP_LINES + space(after=12, line=252) + LEFT),
    Style(
        "JWG Matter",
        KEEP + space(before=9, after=8) + LEFT,
        BOLD,
        following="BodyText",
    ),
    Style("JWG Lead", KEEP_LINES + space(after=10) + CENTRE, ITALIC + size(12.5)),
    Style(
        "heading 1",
        KEEP + space(before=16, after=6) + LEFT + outline(0),
        BOLD + size(12.5),
        following="BodyText",
    ),
    Style(
        "heading 2",
        KEEP + space(before=12, after=5) + LEFT + outline(1),
        BOLD,
        following="BodyText",
    ),
    Style(
        "heading 3",
        KEEP + space(before=10, after=4) + LEFT + outline(2),
        ITALIC,
        following="BodyText",
    ),
    Style(
        "JWG Part",
        KEEP + listed(1, 0) + space(before=30, after=10) + CENTRE + outline(0),
        BOLD + "<w:caps/>" + size(13),
    ),
    Style(
        "JWG Chapter",
        KEEP + listed(2, 0) + space(before=26, after=10) + CENTRE + outline(1),
        BOLD + size(12.5),
        following="JWGArticle",
    ),
    Style(
        "JWG Article",
        KEEP + listed(3, 0) + space(before=14, after=5) + LEFT + outline(2),
        BOLD,
        following="JWGParagraph",
    ),
    Style("JWG Article Text", space(after=6) + align("both")),
    Style("JWG Paragraph", listed(3, 1) + space(after=6) + align("both")),
    Style("JWG Item", listed(3, 2) + space(after=5) + align("both")),
    Style("JWG Subitem", listed(3, 3) + space(after=4) + align("both")),
    Style("JWG Point", listed(4, 0) + space(after=9) + align("both")),
    Style("JWG Subpoint", listed(4, 1) + space(after=6) + align("both")),
    Style("JWG Agenda Item", KEEP + listed(5, 0) + space(before=8, after=4) + LEFT),
    Style("JWG Agenda Subitem", KEEP_LINES + listed(5, 1) + space(after=4) + LEFT),
    Style(
        "JWG Annex",
        "<w:keepNext/><w:keepLines/><w:pageBreakBefore/>"
        + listed(6, 0)
        + space(after=16, line=300)
        + CENTRE
        + outline(0),
        BOLD + size(13),
        following="BodyText",
    ),
    Style(
        "JWG Topic",
        KEEP + listed(7, 0) + space(before=18, after=6) + LEFT + outline(0),
        BOLD + size(12.5),
        following="JWGPoint",
    ),
    Style("JWG Annex Title", KEEP + space(after=14) + CENTRE, ITALIC),
    Style("JWG Table Head", KEEP_NEXT + space(before=3, after=3, line=240) + LEFT, BOLD + size(10)),
    Style("JWG Table Text", space(before=3, after=3, line=240) + LEFT, size(10.5)),
    Style("JWG Plate", space(before=6, after=6, line=240) + CENTRE, color(MUTED) + size(18)),
    Style("JWG Plate Name", space(before=4, after=4, line=240) + CENTRE, BOLD + size(60)),
    Style("JWG Badge", space(before=1, after=1, line=240) + CENTRE, color(MUTED) + size(10.5)),
    Style("JWG Badge Name", space(before=3, after=3, line=240) + CENTRE, BOLD + size(19)),
    Style(
        "JWG Signature Capacity",
        KEEP + space(before=12, after=44, line=252) + LEFT,
        BOLD,
        following="JWGSignatureName",
    ),
    Style(
        "JWG Signature Name",
        KEEP
        + f"<w:pBdr>{border('top', eighths=6, gap=5, ink=INK)}</w:pBdr>"
        + space(line=252)
        + LEFT,
    ),
    Style("JWG Signature Post", KEEP_LINES + space(after=14, line=240) + LEFT, size(10)),
    Style(
        "header",
        f"{UNCOUNTED}<w:pBdr>{border('bottom', gap=5)}</w:pBdr>" + space(line=240),
        color(MUTED) + size(9),
    ),
    Style("footer", space(line=240), color(MUTED) + size(9)),
    Style("footnote text", space(after=2, line=240) + align("both"), size(9.5)),
    Style("annotation text", space(line=240), size(10)),
    Style("TOC Heading", KEEP + space(before=10, after=8) + CENTRE, BOLD + "<w:caps/>" + size(11)),
    Style("toc 1", space(before=8, after=3), BOLD + size(11)),
    Style(
        "toc 2",
        '<w:tabs><w:tab w:val="left" w:pos="1644"/></w:tabs>'
        + space(before=8, after=2, line=240)
        + indent(left=1644, hanging=1644),
        BOLD + size(11),
    ),
    Style(
        "toc 3",
        '<w:tabs><w:tab w:val="left" w:pos="1644"/></w:tabs>'
        + space(after=1, line=240)
        + indent(left=1644, hanging=1644),
        size(11),
    ),
    Style(
        "footnote reference",
        letters='<w:vertAlign w:val="superscript"/>',
        kind="character",
        based_on="Default Paragraph Font",
    ),
    Style(
        "annotation reference",
        letters='<w:sz w:val="16"/>',
        kind="character",
        based_on="Default Paragraph Font",
    ),
    Style(
        "line number",
        letters=color(MUTED) + size(8.5),
        kind="character",
        based_on="Default Paragraph Font",
    ),
    # Links within a document are for the mouse; on paper they are text like any other.
    Style("Hyperlink", letters=color(INK), kind="character", based_on="Default Paragraph Font"),
    Style(
        "JWG To Be Confirmed",
        letters=color("7A4B00") + '<w:shd w:val="clear" w:color="auto" w:fill="FFE3A3"/>',
        kind="character",
        based_on="Default Paragraph Font",
    ),
    Style(
        "JWG Symbol",
        letters=BOLD + color(INK),
        kind="character",
        based_on="Default Paragraph Font",
    ),
)

TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0"'
    ' w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="JWGTable"><w:name w:val="JWG Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    f"{border('top', eighths=8, gap=0, ink=INK)}{border('bottom', eighths=8, gap=0, ink=INK)}"
    f"{border('insideH', eighths=2, gap=0)}</w:tblBorders></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    f"{border('bottom', eighths=6, gap=0, ink=INK)}</w:tcBorders>"
    '<w:shd w:val="clear" w:color="auto" w:fill="F1F3F6"/></w:tcPr></w:tblStylePr></w:style>'
)


@dataclass(frozen=True)
class Depth:
    """One level of a list: the style it counts, and how far number and text stand in."""

    style: str
    text: str
    left: int = 0
    hanging: int = 0
    count: str = "decimal"
    suffix: str = "tab"
    tab: int = 0


# The labels here are those of English; the writer puts those of the document's language in.
LISTS: tuple[tuple[Depth, ...], ...] = (
    (Depth("JWG Part", "Part %1.", count="upperRoman", suffix="space"),),
    (Depth("JWG Chapter", "Chapter %1.", count="upperRoman", suffix="space"),),
    (
        Depth("JWG Article", "Article %1", left=1644, hanging=1644),
        Depth("JWG Paragraph", "%2.", left=567, hanging=567),
        Depth("JWG Item", "(%3)", left=1134, hanging=567, count="lowerLetter"),
        Depth("JWG Subitem", "(%4)", left=1701, hanging=567, count="lowerRoman"),
    ),
    (
        Depth("JWG Point", "%1.", tab=567),
        Depth("JWG Subpoint", "(%2)", left=1134, hanging=567, count="lowerLetter"),
    ),
    (
        Depth("JWG Agenda Item", "%1.", left=567, hanging=567),
        Depth("JWG Agenda Subitem", "(%2)", left=1134, hanging=567, count="lowerLetter"),
    ),
    (Depth("JWG Annex", "Annex %1", suffix="nothing"),),
    (Depth("JWG Topic", "%1.", left=737, hanging=737, count="upperRoman"),),
)
