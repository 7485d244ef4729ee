"""Word files put together by hand, part by part, as Word and as its enemies write them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARED = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
SECTION = (
    '<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417"'
    ' w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)


def paragraph(*texts: str, properties: str = "") -> str:
    """Return a paragraph, one run for each text."""
    return f"<w:p>{properties}{''.join(map(run, texts))}</w:p>"


def run(text: str, properties: str = "") -> str:
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """Return a table; a cell that is no paragraph yet becomes one."""
    width = max(len(row) for row in rows)
    grid = f'<w:gridCol w:w="{9000 // width}"/>' * width
    border = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(border.format(side) for side in sides)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(map(_row, rows))}</w:tbl>"
    )


def _row(cells: tuple[str, ...]) -> str:
    return f"<w:tr>{''.join(map(_cell, cells))}</w:tr>"


def _cell(content: str) -> str:
    inside = content if content.startswith("<w:p") else paragraph(content)
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def relation(key: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def relations(*written: str) -> str:
    return f'{PROLOGUE}<Relationships xmlns="{_RELS}">{"".join(written)}</Relationships>'


def parts_of(
    body: str,
    *,
    header: str = "",
    footer: str = "",
    footnote: str = "",
    endnote: str = "",
    further: tuple[str, ...] = (),
    types: str = "",
    settings: str = "",
    main: str = MAIN,
) -> dict[str, str | bytes]:
    """Return the parts of a Word file.

    Args:
        body: What its text is, as Word writes it.
        header: The paragraphs of its header.
        footer: Those of its footer.
        footnote: Those of its one footnote, which ``body`` refers to as number 2.
        endnote: The same of its endnote.
        further: More relationships of its text.
        types: More entries of its list of types.
        settings: What is in its settings.
        main: The type of its text.
    """
    hung = [relation("rIdStyles", "styles", "styles.xml")]
    overrides = [("document", main), ("styles", f"{_WORDML}.styles+xml")]
    parts: dict[str, str | bytes] = {}
    references = ""
    furniture = (("header", "hdr", header), ("footer", "ftr", footer))
    for name, tag, content in furniture:
        if content:
            parts[f"word/{name}1.xml"] = f"{PROLOGUE}<w:{tag} {DECLARED}>{content}</w:{tag}>"
            hung.append(relation(f"rId{name}", name, f"{name}1.xml"))
            overrides.append((f"{name}1", f"{_WORDML}.{name}+xml"))
            references += f'<w:{name}Reference w:type="default" r:id="rId{name}"/>'
    for name, content in (("footnote", footnote), ("endnote", endnote)):
        if content:
            parts[f"word/{name}s.xml"] = _notes(name, content)
            hung.append(relation(f"rId{name}s", f"{name}s", f"{name}s.xml"))
            overrides.append((f"{name}s", f"{_WORDML}.{name}s+xml"))
    if settings:
        parts["word/settings.xml"] = f"{PROLOGUE}<w:settings {DECLARED}>{settings}</w:settings>"
        hung.append(relation("rIdSettings", "settings", "settings.xml"))
        overrides.append(("settings", f"{_WORDML}.settings+xml"))
    told = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides
    )
    section = SECTION.format(references=references)
    return {
        "[Content_Types].xml": (
            f'{PROLOGUE}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            f"{told}{types}</Types>"
        ),
        "_rels/.rels": (
            f'{PROLOGUE}<Relationships xmlns="{_RELS}">'
            f"{relation('rId1', 'officeDocument', 'word/document.xml')}"
            '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/'
            'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
        ),
        "word/document.xml": (
            f"{PROLOGUE}<w:document {DECLARED}><w:body>{body}{section}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": relations(*hung, *further),
        "word/styles.xml": f"{PROLOGUE}<w:styles {DECLARED}>{_STYLES}</w:styles>",
        "docProps/core.xml": _CORE,
        **parts,
    }


def pack(parts: dict[str, str | bytes]) -> bytes:
    """Return the Word file of ``parts``."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def word_file(body: str, **more) -> bytes:
    """Return a Word file with ``body`` in it; for the rest see ``parts_of``."""
    return pack(parts_of(body, **more))


def part_of(content: bytes, name: str) -> bytes:
    """Return one part of a Word file."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def _notes(name: str, content: str) -> str:
    marks = ((0, "separator"), (1, "continuationSeparator"))
    furniture = "".join(
        f'<w:{name} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{name}>'
        for number, kind in marks
    )
    own = f'<w:{name} w:id="2">{content}</w:{name}>'
    return f"{PROLOGUE}<w:{name}s {DECLARED}>{furniture}{own}</w:{name}s>"


_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Source Serif 4"'
    ' w:hAnsi="Source Serif 4" w:eastAsia="Pretendard JP"/><w:sz w:val="22"/></w:rPr>'
    "</w:rPrDefault>"
    '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
)
_CORE = (
    f'{PROLOGUE}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
    'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Letter</dc:title>'
    "<dc:creator>A. Clerk</dc:creator><cp:lastModifiedBy>Another Clerk</cp:lastModifiedBy>"
    "<cp:revision>7</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2019-04-01T08:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2024-11-05T16:20:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)
