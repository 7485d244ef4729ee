"""Writes what the file says about itself: its properties, and the manifest of its texts."""

from datetime import UTC, datetime

from app.documents.word.anchors import Unit
from app.documents.word.characters import write_attribute, write_text
from app.documents.word.tongues import TONGUES
from app.texts.blocks import Document

MANIFEST_NAMESPACE = "urn:jwg-desk:manifest:1"
_LONGEST = 255  # Word keeps no longer property
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_OWN = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # Word's name for "custom properties"


def write_core_properties(document: Document, *, written_at: datetime | None) -> str:
    """Return title, subject, symbol and language of ``document``, as every system shows them."""
    values = {
        "dc:title": document.title,
        "dc:subject": document.subject,
        "dc:creator": document.author,
        "dc:identifier": document.symbol,
        "dc:language": TONGUES[document.language].tag,
        "cp:keywords": document.kind.replace("-", " "),
    }
    written = "".join(
        f"<{name}>{write_text(_shorten(value))}</{name}>" for name, value in values.items() if value
    )
    if written_at is not None:
        instant = written_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        for name in ("dcterms:created", "dcterms:modified"):
            written += f'<{name} xsi:type="dcterms:W3CDTF">{instant}</{name}>'
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{written}</cp:coreProperties>'
    )


def write_application_properties() -> str:
    """Return which application wrote the file."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>JWG Desk</Application></Properties>'
    )


def write_own_properties(document: Document) -> str:
    """Return the properties by which a returned file is recognised when all else is lost."""
    values = {
        "JWG document": document.identifier,
        "JWG kind": document.kind,
        "JWG language": document.language,
        "JWG original of": document.original_of,
    }
    written = "".join(
        f'<property fmtid="{_OWN}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{write_text(_shorten(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
        if value
    )
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'custom-properties" xmlns:vt="{_TYPES}">{written}</Properties>'
    )


def write_manifest(document: Document, *, units: list[Unit]) -> str:
    """Return the list of the anchored texts with their hashes, as they were sent."""
    written = "".join(
        f'<unit bookmark="{unit.bookmark}"'
        + (f" record={write_attribute(unit.record)}" if unit.record else "")
        + f' sha256="{unit.sha256}"/>'
        for unit in units
    )
    return (
        f'<manifest xmlns="{MANIFEST_NAMESPACE}" document={write_attribute(document.identifier)}'
        f" kind={write_attribute(document.kind)} language={write_attribute(document.language)}"
        f" original-of={write_attribute(document.original_of)}>{written}</manifest>"
    )


def write_manifest_properties() -> str:
    """Return the part that gives the manifest its name among the custom XML of the file."""
    return _item_properties(1, f'<ds:schemaRef ds:uri="{MANIFEST_NAMESPACE}"/>')


def write_enclosure_properties() -> str:
    """Return the part that gives what is enclosed its name among the custom XML of the file."""
    return _item_properties(2, "")


def _item_properties(number: int, schemas: str) -> str:
    return (
        f'<ds:datastoreItem ds:itemID="{{6B1D6D43-0F0C-4F0B-9B5D-4A57470D{number:04}}}"'
        ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f"<ds:schemaRefs>{schemas}</ds:schemaRefs></ds:datastoreItem>"
    )


def _shorten(value: str) -> str:
    return value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
