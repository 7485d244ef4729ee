"""Makes templates/house_style.docx, so that the house style has a source that can be read.

Run it as ``python packaging/house_style.py``. Staff change the house style in Word, in their own
copy; the one in the repository is changed here and made again, always to the same bytes.
"""

import sys
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from house_sheet import (
    FONTS,
    LISTS,
    STYLES,
    TABLE_STYLES,
    Depth,
    Style,
    identify,
    indent,
    size,
    space,
)

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "templates" / "house_style.docx"
THEME = Path(__file__).with_name("house_theme.xml")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def write_styles() -> str:
    """Return the styles part."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}{size(12)}"
        '<w:lang w:val="en-GB" w:eastAsia="ko-KR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{space(line=276)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    fixed = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )
    own = "".join(write_style(style) for style in STYLES)
    return f"<w:styles {W}>{defaults}{fixed}{own}{TABLE_STYLES}</w:styles>"


def write_style(style: Style) -> str:
    """Return one style."""
    custom = ' w:customStyle="1"' if style.name.startswith("JWG") else ""
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    letters = f"<w:rPr>{style.letters}</w:rPr>" if style.letters else ""
    return (
        f'<w:style w:type="{style.kind}"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{identify(style.based_on)}"/>'
        f"{following}<w:qFormat/>{paragraph}{letters}</w:style>"
    )


def write_numbering() -> str:
    """Return the numbering part: one list per series, all definitions before all lists."""
    definitions = ""
    lists = ""
    for number, depths in enumerate(LISTS, start=1):
        kind = "singleLevel" if len(depths) == 1 else "multilevel"
        levels = "".join(write_depth(depth, position) for position, depth in enumerate(depths))
        definitions += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="4A57470{number}"/>'
            f'<w:multiLevelType w:val="{kind}"/><w:tmpl w:val="4A57471{number}"/>{levels}'
            "</w:abstractNum>"
        )
        lists += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    return f"<w:numbering {W}>{definitions}{lists}</w:numbering>"


def write_depth(depth: Depth, position: int) -> str:
    """Return one level of a list."""
    tab = f'<w:tabs><w:tab w:val="num" w:pos="{depth.tab}"/></w:tabs>' if depth.tab else ""
    return (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="1"/><w:numFmt w:val="{depth.count}"/>'
        f'<w:pStyle w:val="{identify(depth.style)}"/><w:suff w:val="{depth.suffix}"/>'
        f'<w:lvlText w:val="{depth.text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{tab}{indent(left=depth.left, hanging=depth.hanging)}</w:pPr></w:lvl>"
    )


def write_document() -> str:
    """Return a page that shows every paragraph style, for staff who open the file in Word."""
    shown = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>'
        f"<w:r><w:t>{escape(style.name)}: the two sides agreed on what follows.</w:t></w:r></w:p>"
        for style in STYLES
        if style.kind == "paragraph"
    )
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1418"'
        ' w:bottom="1418" w:left="1418" w:header="737" w:footer="680" w:gutter="0"/><w:cols/>'
        "</w:sectPr>"
    )
    return f"<w:document {W}><w:body>{shown}{page}</w:body></w:document>"


def write_settings() -> str:
    """Return the settings part."""
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        "<w:doNotExpandShiftReturn/>"
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/></w:settings>'
    )


def write_fonts() -> str:
    """Return the font table, with what may stand in for a font that a computer does not have."""
    fonts = (("Times New Roman", "Liberation Serif", "roman"), ("Batang", "바탕", "roman"))
    written = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, instead, family in fonts
    )
    return f"<w:fonts {W}>{written}</w:fonts>"


def write_house_style() -> bytes:
    """Return the whole file; the same source gives the same bytes."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    names = ("styles", "numbering", "settings", "fontTable")
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{kinds}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(names, start=1)
    )
    relations += f'<Relationship Id="rId9" Type="{kinds}/theme" Target="theme/theme1.xml"/>'
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((name, name) for name in names))
    )
    overrides += (
        '<Override PartName="/word/theme/theme1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1"'
        f' Type="{kinds}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": write_document(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f"{relations}</Relationships>",
        "word/styles.xml": write_styles(),
        "word/numbering.xml": write_numbering(),
        "word/settings.xml": write_settings(),
        "word/fontTable.xml": write_fonts(),
        "word/theme/theme1.xml": THEME.read_text(encoding="utf-8"),
    }
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(
                entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content
            )
    return written.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(write_house_style())
    sys.stdout.write(f"{TARGET.relative_to(ROOT)} written\n")
