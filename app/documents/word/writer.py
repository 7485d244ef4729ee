"""Writes a block tree as a Word file: the only way a Word file leaves JWG Desk."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from app.documents.word import particulars
from app.documents.word.anchors import Anchors, Unit
from app.documents.word.body import SPACER, Body
from app.documents.word.furniture import write_furniture, write_section
from app.documents.word.house import House
from app.documents.word.lists import Lists
from app.documents.word.namespaces import DECLARATIONS
from app.documents.word.notes import write_notes
from app.documents.word.package import WordPackage
from app.documents.word.runs import Runs
from app.documents.word.settings import settle_settings
from app.documents.word.tongues import TONGUES
from app.texts.blocks import Document
from app.texts.numbering import number

# What stands before the spaces between letters and figures in the properties of a paragraph.
_BEFORE_AUTOSPACE = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct"),
)


def write(
    document: Document,
    *,
    house_style: Path | bytes | None = None,
    written_at: datetime | None = None,
    pages: Mapping[str, int] | None = None,
    enclosed: str = "",
) -> bytes:
    """Return ``document`` as a Word file.

    Args:
        document: What is in it.
        house_style: Its styles, lists and page; those among the templates by default.
        written_at: The day and hour for the file's properties; without it they name none.
        pages: On which page each heading is, for the table of contents; Word counts them without.
        enclosed: XML that travels in the file without being seen.

    Raises:
        HouseStyleUnusable: The house style cannot be read, or lacks a style.
        UnknownTarget: A reference points to nothing in the document.
        NoLabels: Nothing is known about numbering in the document's language.
    """
    house = House(house_style)
    numbering = number(document)
    lists = Lists(house, language=document.language)
    anchors = Anchors()
    runs = Runs(house, numbering=numbering, anchors=anchors, language=document.language)
    body = Body(
        document,
        house=house,
        numbering=numbering,
        lists=lists,
        anchors=anchors,
        runs=runs,
        pages=pages,
    )
    main = _write_sections(document, body=body, house=house)
    return assemble(
        document,
        main,
        house=house,
        notes=runs.notes,
        units=anchors.units,
        written_at=written_at,
        enclosed=enclosed,
    )


def assemble(
    document: Document,
    main: str,
    *,
    house: House,
    notes: list[str],
    units: list[Unit],
    written_at: datetime | None = None,
    enclosed: str = "",
) -> bytes:
    """Return the Word file whose main part is ``main``, with what belongs around it."""
    package = WordPackage()
    package.put_main(main)
    _set_language(house, document.language)
    settle_settings(house.settings, for_circulation=document.for_circulation)
    package.put_house(house)
    for furniture in write_furniture(document, house=house):
        package.put_header(furniture.layout, furniture.header, pictures=furniture.pictures)
        if furniture.footer:
            package.put_footer(furniture.layout, furniture.footer)
    package.put_notes(write_notes(notes, house=house))
    package.put_manifest(
        particulars.write_manifest(document, units=units),
        properties=particulars.write_manifest_properties(),
    )
    if enclosed:
        package.put_enclosure(enclosed, properties=particulars.write_enclosure_properties())
    package.put_properties(
        core=particulars.write_core_properties(document, written_at=written_at),
        application=particulars.write_application_properties(),
        own=particulars.write_own_properties(document),
    )
    return package.to_bytes()


def _write_sections(document: Document, *, body: Body, house: House) -> str:
    written = ""
    for position, section in enumerate(document.sections):
        width = house.page.text_width(landscape=section.landscape)
        written += body.write(section.blocks, width=width)
        properties = write_section(section, document=document, house=house)
        last = position == len(document.sections) - 1
        # All sections but the last are closed by a paragraph that carries their properties.
        written += properties if last else SPACER.replace("</w:pPr>", f"{properties}</w:pPr>")
    return f"<w:document {DECLARATIONS}><w:body>{written}</w:body></w:document>"


def _set_language(house: House, language: str) -> None:
    """Make ``language`` that of every run that does not say otherwise."""
    tongue = TONGUES[language]
    for properties in house.styles.iterfind(f"{qn('w:docDefaults')}//{qn('w:rPr')}"):
        marked = properties.find(qn("w:lang"))
        if marked is None:
            marked = etree.SubElement(properties, qn("w:lang"))
        marked.set(qn("w:eastAsia" if tongue.font else "w:val"), tongue.tag)
        fonts = properties.find(qn("w:rFonts"))
        if tongue.font and fonts is not None:
            fonts.set(qn("w:eastAsia"), tongue.font)
    if not tongue.is_slanted:
        _set_upright(house)
    if tongue.close:
        _set_close(house)


def _set_upright(house: House) -> None:
    """Take the italics out of the styles: a slanted Hangul or Kanji is a deformed one."""
    for properties in house.styles.iter(qn("w:rPr")):
        for tag in ("w:i", "w:iCs"):
            for element in properties.findall(qn(tag)):
                properties.remove(element)


def _set_close(house: House) -> None:
    """Put no space between letters and figures, as Word itself does in Korean."""
    normal = next(
        style
        for style in house.styles.iterfind(qn("w:style"))
        if style.get(qn("w:default")) and style.get(qn("w:type")) == "paragraph"
    )
    properties = normal.find(qn("w:pPr"))
    if properties is None:
        properties = etree.Element(qn("w:pPr"))
        letters = normal.find(qn("w:rPr"))
        normal.append(properties) if letters is None else letters.addprevious(properties)
    before = [qn(f"w:{tag}") for tag in _BEFORE_AUTOSPACE]
    place = sum(1 for element in properties if element.tag in before)
    for number_of, tag in enumerate(("w:autoSpaceDE", "w:autoSpaceDN")):
        if properties.find(qn(tag)) is None:
            element = etree.Element(qn(tag))
            element.set(qn("w:val"), "0")
            properties.insert(place + number_of, element)
