"""Puts the parts of a Word file together, always to the same bytes."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from app.documents.word.house import House
from app.documents.word.namespaces import PROLOGUE
from app.texts.letterhead import Picture

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
    f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>'
)
_MANIFEST = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_OWN_PROPERTIES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)


class WordPackage:
    """A Word file under way. Only what is put in is in it: nothing comes along unseen."""

    def __init__(self) -> None:
        self._package = OpcPackage()
        self._main: Part | None = None

    def put_main(self, document: str) -> None:
        """Put the text of the document in; everything else hangs on it."""
        self._main = self._part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, document)
        self._package.load_rel(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, self._main, "rId1")

    def put_house(self, house: House) -> None:
        """Put the parts of the house style in, as far as it has them."""
        roots = (house.styles, house.numbering, house.settings, house.fonts, house.theme)
        for (name, content_type, relationship), root in zip(_HOUSE_PARTS, roots, strict=True):
            if root is not None:
                content = etree.tostring(root, encoding="unicode")
                key = f"rId{name.rsplit('/', 1)[-1]}"
                self._relate(f"/word/{name}.xml", content_type, relationship, content, key)

    def put_header(
        self, layout: str, content: str, *, pictures: Mapping[str, Picture] | None = None
    ) -> None:
        """Put the header of a page layout in, with the pictures on it by their relationships."""
        header = self._relate(
            f"/word/header{layout}.xml",
            CONTENT_TYPE.WML_HEADER,
            RELATIONSHIP_TYPE.HEADER,
            content,
            f"rIdheader{layout}",
        )
        for key, picture in (pictures or {}).items():
            end = picture.media_type.removeprefix("image/")
            name = PackURI(f"/word/media/{layout.lower()}.{end}")
            part = Part(name, picture.media_type, picture.content)
            header.load_rel(RELATIONSHIP_TYPE.IMAGE, part, key)

    def put_footer(self, layout: str, content: str) -> None:
        """Put the footer of a page layout in."""
        self._relate(
            f"/word/footer{layout}.xml",
            CONTENT_TYPE.WML_FOOTER,
            RELATIONSHIP_TYPE.FOOTER,
            content,
            f"rIdfooter{layout}",
        )

    def put_notes(self, content: str) -> None:
        """Put the footnotes in."""
        self._relate(
            "/word/footnotes.xml",
            CONTENT_TYPE.WML_FOOTNOTES,
            RELATIONSHIP_TYPE.FOOTNOTES,
            content,
            "rIdfootnotes",
        )

    def put_manifest(self, content: str, *, properties: str) -> None:
        """Put the manifest in as custom XML, which Word and LibreOffice keep."""
        self._put_custom(1, content, properties, "rIdmanifest")

    def put_enclosure(self, content: str, *, properties: str) -> None:
        """Put further custom XML in, which nobody sees either."""
        self._put_custom(2, content, properties, "rIdenclosure")

    def put_properties(self, *, core: str, application: str, own: str) -> None:
        """Put what the file says about itself in."""
        parts = (
            ("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, core),
            ("/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, application),
            ("/docProps/custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, own),
        )
        relationships = (
            RELATIONSHIP_TYPE.CORE_PROPERTIES,
            RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
            _OWN_PROPERTIES,
        )
        pairs = zip(parts, relationships, strict=True)
        for number, ((name, content_type, content), relationship) in enumerate(pairs, start=2):
            part = self._part(name, content_type, content)
            self._package.load_rel(relationship, part, f"rId{number}")

    def to_bytes(self) -> bytes:
        """Return the file; the same parts give the same bytes, whenever and wherever."""
        written = BytesIO()
        with ZipFile(written, "w") as archive:
            for name, content in self._files():
                # The clock and the operating system would otherwise be part of the file.
                entry = ZipInfo(name.removeprefix("/"), _EARLIEST)
                entry.compress_type = ZIP_DEFLATED
                entry.create_system = 0
                entry.external_attr = 0
                archive.writestr(entry, content)
        return written.getvalue()

    def _files(self) -> Iterator[tuple[str, bytes]]:
        parts = self._package.parts
        overrides = "".join(
            f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
            for part in sorted(parts, key=lambda part: str(part.partname))
            if part.content_type != CONTENT_TYPE.XML
        )
        yield "/[Content_Types].xml", f"{PROLOGUE}{_TYPES}{overrides}</Types>".encode()
        yield "/_rels/.rels", self._package.rels.xml
        for part in parts:
            yield part.partname, part.blob
            if part.rels:
                yield part.partname.rels_uri, part.rels.xml

    def _put_custom(self, number: int, content: str, properties: str, key: str) -> None:
        item = self._relate(
            f"/customXml/item{number}.xml", CONTENT_TYPE.XML, _MANIFEST, content, key
        )
        part = self._part(
            f"/customXml/itemProps{number}.xml", CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, properties
        )
        item.load_rel(RELATIONSHIP_TYPE.CUSTOM_XML_PROPS, part, "rId1")

    def _relate(
        self, name: str, content_type: str, relationship: str, content: str, key: str
    ) -> Part:
        part = self._part(name, content_type, content)
        if self._main is None:
            raise ValueError("the main part comes first")
        self._main.load_rel(relationship, part, key)
        return part

    def _part(self, name: str, content_type: str, content: str) -> Part:
        blob = (PROLOGUE + content).encode()
        return Part(PackURI(name), content_type, blob)


_HOUSE_PARTS = (
    ("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    ("numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    ("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    ("theme/theme1", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
)
