"""Reads the XML of a Word file from outside: nothing in it is followed, and it has its bounds."""

from lxml import etree

from app.documents.gate.refusals import Refusal, WordFileRefused

MOST_ELEMENTS = 3_000_000
_NAMESPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)


def parse(content: bytes, *, part: str, name: str) -> etree._Element:
    """Return the tree of one part.

    Args:
        content: The part.
        part: Which it is.
        name: What the file is called.

    Raises:
        WordFileRefused: It is no XML, declares a document type, or nests without end.
    """
    # Every element costs far more memory than the characters that it is written with.
    if content.count(b"<") > MOST_ELEMENTS:
        raise WordFileRefused(name, Refusal.TOO_LARGE, part)
    if b"<!DOCTYPE" in content:
        raise WordFileRefused(name, Refusal.UNSAFE, f"{part} declares a document type")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WordFileRefused(name, Refusal.DAMAGED, f"{part}: {error}") from error
    information = root.getroottree().docinfo  # in another encoding the bytes do not show it
    if information.internalDTD is not None or information.doctype:
        raise WordFileRefused(name, Refusal.UNSAFE, f"{part} declares a document type")
    return root


def write(root: etree._Element) -> bytes:
    """Return a tree as a part."""
    written: bytes = etree.tostring(
        root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True
    )
    return written


def is_word(root: etree._Element) -> bool:
    """Tell whether a part is written in Word's own markup."""
    return etree.QName(root).namespace in _NAMESPACES


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; nothing for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, wanted: str) -> str:
    """Return an attribute by its name, whichever of Word's namespaces it is in."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == wanted:
            return str(value)
    return ""
